/**
 * Packages of ecosystems against OSV records. Component: what follows the package URL of the head, or
 * a whole one. Statement: `a..b` introduced and fixed, `a..=b` last_affected, `a..` never fixed,
 * `a..<b` limit, `{a,b}` listed, `#` before a range: of commits, `~`: SEMVER; several apart by spaces;
 * `ECOSYSTEM > NAME > …` for another package; `withdrawn` first.
 */
import { rows } from './row.test.table.ts';

const ecosystem = (osv: string, name: string, purl: string, text: string) =>
  rows(`osv ${osv} > ${name} > ${purl}`, text);

export const OSV_TRUTH = [
  ...ecosystem(
    'npm',
    'a',
    'pkg:npm/a',
    `
    @1.0.0 | 0..1.0.1 | affected | below the fix
    @1.0.1 | 0..1.0.1 | fixed | the fix itself is not in the range
    @1.0.2 | 0..1.0.1 | fixed | above the fix
    @1.0.1-rc.1 | 0..1.0.1 | affected | a pre-release comes before its release
    @1.0.1-rc.1 | 0..1.0.1-rc.1 | fixed | fixed in this very pre-release
    @1.0.1-rc.2 | 0..1.0.1-rc.10 | affected | identifiers of digits are numbers
    @1.0.1-rc.11 | 0..1.0.1-rc.2 | fixed | 11 is above 2
    @1.0.1-alpha | 0..1.0.1-beta | affected | words in the order of ASCII
    @1.0.1-1 | 0..1.0.1-alpha | affected | numbers come before words
    @1.0.1-alpha.1 | 0..1.0.1-alpha | fixed | more identifiers come after fewer
    @1.0.10 | 0..1.0.9 | fixed | numbers, not texts
    @1.0.9 | 0..1.0.10 | affected | numbers, not texts
    @1.0.0+build | 1.0.0..1.0.1 | affected | build metadata do not count
    @1.0.1+build | 0..1.0.1 | fixed | build metadata do not count
    @0.9.9 | 1.0.0..1.0.1 | not_affected | before it was introduced
    @1.0.0 | 1.0.0..1.0.1 | affected | introduced is in the range
    @1.0.0-alpha | 1.0.0..1.0.1 | not_affected | a pre-release is before what introduced it
    @2.0.0 | 1.0.0..1.0.1 2.0.0..2.1.0 | affected | the second range
    @1.5.0 | 1.0.0..1.0.1 2.0.0..2.1.0 | fixed | between two ranges
    @2.1.0 | 1.0.0..1.0.1 2.0.0..2.1.0 | fixed | after both ranges
    @1.5.0 | 0..=1.5.0 | affected | last_affected is in the range
    @1.5.1 | 0..=1.5.0 | not_affected | after last_affected
    @1.5.0-rc.1 | 0..=1.5.0 | affected | before last_affected
    @9.0.0 | 0.. | affected | never fixed
    @1.0.0 | 2.0.0.. | not_affected | introduced later
    @1.5.0 | 0..<2.0.0 | affected | below the limit
    @2.0.0 | 0..<2.0.0 | not_affected | the limit is not in the range
    @1.2.3 | {1.2.3,1.2.4} | affected | listed
    @1.2.5 | {1.2.3,1.2.4} | not_affected | not listed
    @1.2.3+b | {1.2.3} | affected | listed under the same version
    @1.2.3 | {1.2.3} 2.0.0..2.1.0 | affected | a listed version is enough
    @2.0.5 | {1.2.3} 2.0.0..2.1.0 | affected | a range is enough
    @1.9.0 | {1.2.3} 2.0.0..2.1.0 | not_affected | in neither
    @1.0.0 | ~0..1.0.1 | affected | SEMVER ranges
    @1.0.1-rc.1 | ~0..1.0.1 | affected | SEMVER pre-release
    @1.0.0 | #0..0123456789abcdef0123456789abcdef01234567 | undecidable:extent | commits only
    @1.0.0 | #0..0123456789abcdef0123456789abcdef01234567 0..1.1.0 | affected | versions beside commits
    @not-a-version | 0..1.0.1 | undecidable:version | no version of npm
    @1.0.0 | 0..not-a-version | undecidable:version | the fix is no version of npm
    @1.0.0 |  | undecidable:extent | neither ranges nor versions
    @1.0.0 | withdrawn 0..2.0.0 | silent | a withdrawn record says nothing
    pkg:npm/b@1.0.0 | 0..1.0.1 | silent | another package
    pkg:npm/A@1.0.0 | 0..1.0.1 | silent | npm tells case apart
    pkg:npm/%40scope/a@1.0.0 | npm > @scope/a > 0..1.0.1 | affected | the scope is part of the name
    pkg:npm/%40scope/a@1.0.0 | 0..1.0.1 | silent | another scope
    @1.0.0 | npm > @scope/a > 0..1.0.1 | silent | another scope
    @1.0.0 | PyPI > a > 0..1.0.1 | no_data:no-data | nothing was given about npm
    pkg:npm/a | 0..1.0.1 | no_data:no-version | statements are about versions
    pkg:npm/a@v1.0.0 | 0..1.0.1 | affected | a leading v is no part of the version
    `,
  ),
  ...ecosystem(
    'PyPI',
    'django',
    'pkg:pypi/django',
    `
    @4.2 | 0..4.2.1 | affected | below the fix
    @4.2.1 | 0..4.2.1 | fixed | the fix
    pkg:pypi/Django@4.2 | PyPI > Django > 0..4.2.1 | affected | PEP 503: case
    pkg:pypi/zope-interface@5.0 | PyPI > zope.interface > 0..5.1 | affected | PEP 503: . and -
    pkg:pypi/zope.interface@5.0 | PyPI > zope_interface > 0..5.1 | affected | PEP 503: . and _
    pkg:pypi/zope--interface@5.0 | PyPI > zope.interface > 0..5.1 | affected | PEP 503: runs
    pkg:pypi/zopeinterface@5.0 | PyPI > zope.interface > 0..5.1 | silent | another name
    @4.2.0 | 4.2..4.2.1 | affected | PEP 440: 4.2.0 is 4.2
    @4.2.0.0 | 0..4.2 | fixed | PEP 440: zeros at the end
    @4.2rc1 | 4.2..4.2.1 | not_affected | a release candidate is before its release
    @4.2rc1 | 0..4.2 | affected | a release candidate is before the fix
    @4.2a1 | 0..4.2b1 | affected | alpha before beta
    @4.2.post1 | 0..4.2 | fixed | a post-release is after its release
    @4.2.post1 | 0..4.2.post2 | affected | post-releases are numbered
    @4.2.dev1 | 0..4.2 | affected | a development release is before its release
    @4.2.dev1 | 0..4.2a1 | affected | development before alpha
    @1!1.0 | 0..4.2 | fixed | the epoch decides
    @4.2 | 0..1!1.0 | affected | the epoch decides
    @4.10 | 0..4.9 | fixed | numbers, not texts
    @4.2+local | 4.2..4.2.1 | affected | a local version of 4.2
    @4.2+local | 0..=4.2 | affected | a local version is 4.2 for a bound
    @4.2.0.RC1 | 0..4.2 | affected | written otherwise, the same version
    @v4.2 | 0..4.2.1 | affected | PEP 440 allows a v
    @4.2 | {4.2.0} | affected | listed under the same version
    @final | 0..4.2 | undecidable:version | no version of PEP 440
    @4.2 | npm > django > 0..9 | no_data:no-data | nothing was given about PyPI
    pkg:pypi/flask@1.0 | 0..4.2 | silent | another package
    @4.2 | withdrawn 0..9 | silent | withdrawn
    `,
  ),
  ...ecosystem(
    'Maven',
    'org.example:a',
    'pkg:maven/org.example/a',
    `
    @1.0 | 0..1.1 | affected | below the fix
    @1.1 | 0..1.1 | fixed | the fix
    @1.1-SNAPSHOT | 0..1.1 | affected | a snapshot is before its release
    @1.1.0 | 0..1.1 | fixed | zeros at the end
    @1.1-rc1 | 0..1.1 | affected | a candidate is before its release
    @1.1-alpha-1 | 0..1.1-beta-1 | affected | alpha before beta
    @1.1-a1 | 0..1.1-b1 | affected | a1 is alpha-1
    @1.1-milestone-1 | 0..1.1-rc-1 | affected | milestone before candidate
    @1.1-GA | 0..1.1 | fixed | ga is the release
    @1.1.Final | 0..1.1 | fixed | final is the release
    @1.1-sp1 | 0..1.1 | fixed | a service pack is after its release
    @1.1-jre | 0..1.1 | fixed | other words come after the release
    @1.10 | 0..1.9 | fixed | numbers, not texts
    @1.0?type=jar | 0..1.1 | affected | qualifiers of the file do not count
    @1.0?classifier=sources | 0..1.1 | affected | qualifiers of the file do not count
    pkg:maven/org.other/a@1.0 | 0..1.1 | silent | another group
    pkg:maven/org.example/b@1.0 | 0..1.1 | silent | another artifact
    pkg:maven/org.Example/a@1.0 | 0..1.1 | silent | Maven tells case apart
    @0.9 | 1.0..1.1 | not_affected | before it was introduced
    @1.5 | 0..=1.5 | affected | last_affected is in the range
    `,
  ),
  ...ecosystem(
    'Go',
    'github.com/example/a',
    'pkg:golang/github.com/example/a',
    `
    @v1.0.0 | 0..1.0.1 | affected | OSV writes no v
    @1.0.0 | 0..1.0.1 | affected | an inventory without v
    @v1.0.1 | 0..1.0.1 | fixed | the fix
    @v1.0.1 | 0..v1.0.1 | fixed | a v in the record
    @v1.0.0 | ~0..1.0.1 | affected | Go records are SEMVER
    @v1.0.1-rc.1 | ~0..1.0.1 | affected | a pre-release
    @v2.0.0%2Bincompatible | 0..2.0.1 | affected | incompatible versions stay at the path
    @v1.0.0%2Bincompatible | 0..1.0.1 | affected | what follows + does not count
    @v0.0.0-20200101000000-abcdefabcdef | 0..0.0.0-20210101000000-abcdefabcdef | affected | by time
    @v0.0.0-20220101000000-abcdefabcdef | 0..0.0.0-20210101000000-abcdefabcdef | fixed | by time
    @v0.0.0-20200101000000-abcdefabcdef | 0..0.1.0 | affected | a pseudo-version is before v0.1.0
    @v1.0.1-0.20200101000000-abcdefabcdef | 0..1.0.1 | affected | after 1.0.0, before 1.0.1
    pkg:golang/github.com/example/a/v2@v2.0.0 | Go > github.com/example/a/v2 > 2.0.0..2.0.1 | affected | the suffix is part of the path
    pkg:golang/github.com/example/a/v2@v2.0.0 | 0..1.0.1 | silent | another module
    pkg:golang/github.com/example/a@v2.0.0 | Go > github.com/example/a/v2 > 0..2.0.1 | affected | inventories leave the suffix out
    pkg:golang/github.com/example/a@v1.0.0 | Go > github.com/example/a/v2 > 0..2.0.1 | silent | v1 is another module
    pkg:golang/github.com/example/b@v1.0.0 | 0..1.0.1 | silent | another module
    pkg:golang/stdlib@1.21.0 | Go > stdlib > 0..1.20.10 1.21.0..1.21.3 | affected | the standard library
    pkg:golang/stdlib@1.21.3 | Go > stdlib > 0..1.20.10 1.21.0..1.21.3 | fixed | the standard library
    @v1.0.0 | withdrawn 0..1.0.1 | silent | withdrawn
    @v1.0.0 | npm > a > 0..2 | no_data:no-data | nothing was given about Go
    `,
  ),
  ...ecosystem(
    'crates.io',
    'openssl-sys',
    'pkg:cargo/openssl-sys',
    `
    @0.10.1 | 0..0.10.2 | affected | below the fix
    @0.10.2 | 0..0.10.2 | fixed | the fix
    @0.10.2-alpha | 0..0.10.2 | affected | a pre-release
    @0.10.2-alpha | 0.0.0-0..0.10.2-0 | fixed | RustSec writes -0 for "any pre-release"
    pkg:cargo/openssl_sys@0.10.1 | 0..0.10.2 | affected | crates.io: - and _ are one
    pkg:cargo/OpenSSL-sys@0.10.1 | 0..0.10.2 | affected | crates.io: case says nothing
    pkg:cargo/openssl@0.10.1 | 0..0.10.2 | silent | another crate
    @0.10.10 | 0..0.10.9 | fixed | numbers, not texts
    @0.9.0 | 0.10.0..0.10.2 | not_affected | before it was introduced
    `,
  ),
  ...ecosystem(
    'RubyGems',
    'rails',
    'pkg:gem/rails',
    `
    @6.0.3 | 0..6.0.3.1 | affected | a fourth number
    @6.0.3.1 | 0..6.0.3.1 | fixed | the fix
    @6.0.3.rc1 | 0..6.0.3 | affected | a word makes a pre-release
    @6.0.3.pre1 | 0..6.0.3.rc1 | affected | words in the order of ASCII
    @6.0 | 0..6.0.0 | fixed | zeros at the end
    @6.10.0 | 0..6.9.0 | fixed | numbers, not texts
    pkg:gem/rails@6.0.3?platform=java | 0..6.0.3.1 | affected | the platform does not count
    pkg:gem/Rails@6.0.3 | 0..6.0.3.1 | silent | gems tell case apart
    pkg:gem/rack@6.0.3 | 0..6.0.3.1 | silent | another gem
    @5.0 | 6.0..6.0.3.1 | not_affected | before it was introduced
    `,
  ),
  ...ecosystem(
    'NuGet',
    'Newtonsoft.Json',
    'pkg:nuget/Newtonsoft.Json',
    `
    @12.0.3 | 0..13.0.1 | affected | below the fix
    @13.0.1 | 0..13.0.1 | fixed | the fix
    pkg:nuget/newtonsoft.json@12.0.3 | 0..13.0.1 | affected | NuGet: case says nothing
    @13.0.1.0 | 0..13.0.1 | fixed | a fourth zero
    @13.0.1.1 | 0..13.0.1.2 | affected | a fourth number
    @13.0.1-beta1 | 0..13.0.1 | affected | a pre-release
    @13.0.1-BETA1 | 0..13.0.1-beta1 | fixed | NuGet: labels without case
    @13.0.1+sha | 0..13.0.1 | fixed | build metadata
    pkg:nuget/NewtonsoftJson@12.0.3 | 0..13.0.1 | silent | another package
    @13.0 | 0..13.0.0 | fixed | NuGet: missing numbers are zeros
    `,
  ),
  ...ecosystem(
    'Packagist',
    'symfony/http-kernel',
    'pkg:composer/symfony/http-kernel',
    `
    @5.0.0 | 0..5.0.1 | affected | below the fix
    @v5.0.0 | 0..5.0.1 | affected | a leading v
    @5.0.1 | 0..v5.0.1 | fixed | a leading v in the record
    pkg:composer/Symfony/Http-Kernel@5.0.0 | 0..5.0.1 | affected | Packagist: case says nothing
    @5.0.1 | 0..5.0.1 | fixed | the fix
    @5.0.1-RC1 | 0..5.0.1 | affected | a candidate
    @5.0.1-beta2 | 0..5.0.1-RC1 | affected | beta before candidate
    @5.0.1-patch1 | 0..5.0.1 | fixed | a patch is after its release
    pkg:composer/other/http-kernel@5.0.0 | 0..5.0.1 | silent | another vendor
    @dev-main | 0..5.0.1 | undecidable:version | a branch has no place in the order
    `,
  ),
  ...ecosystem(
    'Hex',
    'phoenix',
    'pkg:hex/phoenix',
    `
    @1.6.0 | 0..1.6.1 | affected | below the fix
    @1.6.1 | 0..1.6.1 | fixed | the fix
    @1.6.1-rc.0 | 0..1.6.1 | affected | a pre-release
    pkg:hex/plug@1.6.0 | 0..1.6.1 | silent | another package
    `,
  ),
  ...ecosystem(
    'Pub',
    'http',
    'pkg:pub/http',
    `
    @0.13.2 | 0..0.13.3 | affected | below the fix
    @0.13.3 | 0..0.13.3 | fixed | the fix
    @0.13.3-dev | 0..0.13.3 | affected | a pre-release
    pkg:pub/http2@0.13.2 | 0..0.13.3 | silent | another package
    `,
  ),
  ...ecosystem(
    'SwiftURL',
    'github.com/example/nio',
    'pkg:swift/github.com/example/nio',
    `
    @2.0.0 | ~0..2.0.1 | affected | below the fix
    @2.0.1 | ~0..2.0.1 | fixed | the fix
    @2.0.0 | SwiftURL > https://github.com/example/nio.git > ~0..2.0.1 | affected | the URL names the repository
    pkg:swift/github.com/Example/NIO@2.0.0 | ~0..2.0.1 | affected | repositories without case
    pkg:swift/gitlab.com/example/nio@2.0.0 | ~0..2.0.1 | silent | another host
    `,
  ),
  ...ecosystem(
    'GitHub Actions',
    'example/upload',
    'pkg:github/example/upload',
    `
    @v4.0.0 | 0..4.1.0 | affected | tags have a v
    @4.0.0 | 0..4.1.0 | affected | without v
    @v4.1.0 | 0..4.1.0 | fixed | the fix
    pkg:github/Example/Upload@v4.0.0 | 0..4.1.0 | affected | GitHub: case says nothing
    pkg:github/other/upload@v4.0.0 | 0..4.1.0 | silent | another owner
    `,
  ),
  ...ecosystem(
    'Hackage',
    'aeson',
    'pkg:hackage/aeson',
    `
    @2.0.0.1 | 0..2.0.1.0 | affected | four numbers
    @2.0.1.0 | 0..2.0.1.0 | fixed | the fix
    pkg:hackage/text@2.0.0.1 | 0..2.0.1.0 | silent | another package
    `,
  ),
  ...ecosystem(
    'CRAN',
    'readxl',
    'pkg:cran/readxl',
    `
    @1.4.0 | 0..1.4.1 | affected | below the fix
    @1.4-1 | 0..1.4.1 | fixed | - and . are one
    pkg:cran/readXL@1.4.0 | 0..1.4.1 | silent | CRAN tells case apart
    `,
  ),
  ...ecosystem(
    'ConanCenter',
    'zlib',
    'pkg:conan/zlib',
    `
    @1.2.11 | 0..1.2.12 | affected | below the fix
    @1.2.12 | 0..1.2.12 | fixed | the fix
    `,
  ),
  ...ecosystem(
    'npm',
    'a',
    'pkg:npm/a',
    `
    pkg:generic/a@1.0 | 0..2.0.0 | no_data:no-ecosystem | nobody publishes under generic
    pkg:github/example/a@v1.0.0 | 0..2.0.0 | no_data:no-data | nothing was given about GitHub Actions
    pkg:docker/a@1.0.0 | 0..2.0.0 | no_data:no-ecosystem | an image is no package of npm
    `,
  ),
];
