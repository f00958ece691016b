/**
 * What must come out, written before the engine was run: component, statement, verdict. A row is
 * `purl | statement | verdict`; statements in short: `ECOSYSTEM NAME introduced..fixed`, `..=last`
 * for last_affected, `{a,b}` for listed versions, several ranges apart by spaces.
 */
export type Verdict = 'affected' | 'clean' | 'undecidable' | 'unidentified';
export type Row = readonly [purl: string, statement: string, verdict: Verdict];

const npm: readonly Row[] = [
  ['pkg:npm/a@1.0.0', 'npm a 0..1.0.1', 'affected'],
  ['pkg:npm/a@1.0.1', 'npm a 0..1.0.1', 'clean'],
  ['pkg:npm/a@1.0.1-rc.1', 'npm a 0..1.0.1', 'affected'],
  ['pkg:npm/a@1.0.1-rc.1', 'npm a 0..1.0.1-rc.1', 'clean'],
  ['pkg:npm/a@1.0.10', 'npm a 0..1.0.9', 'clean'],
  ['pkg:npm/a@1.0.9', 'npm a 0..1.0.10', 'affected'],
  ['pkg:npm/a@1.0.0+build', 'npm a 1.0.0..1.0.1', 'affected'],
  ['pkg:npm/a@0.9.9', 'npm a 1.0.0..1.0.1', 'clean'],
  ['pkg:npm/a@1.0.0-alpha', 'npm a 1.0.0..1.0.1', 'clean'],
  ['pkg:npm/a@2.0.0', 'npm a 1.0.0..1.0.1 2.0.0..2.1.0', 'affected'],
  ['pkg:npm/a@1.5.0', 'npm a 1.0.0..1.0.1 2.0.0..2.1.0', 'clean'],
  ['pkg:npm/a@1.5.0', 'npm a 0..=1.5.0', 'affected'],
  ['pkg:npm/a@1.5.1', 'npm a 0..=1.5.0', 'clean'],
  ['pkg:npm/a@9.0.0', 'npm a 0..', 'affected'],
  ['pkg:npm/a@1.2.3', 'npm a {1.2.3,1.2.4}', 'affected'],
  ['pkg:npm/a@1.2.5', 'npm a {1.2.3,1.2.4}', 'clean'],
  ['pkg:npm/b@1.0.0', 'npm a 0..1.0.1', 'clean'],
  ['pkg:npm/%40scope/a@1.0.0', 'npm @scope/a 0..1.0.1', 'affected'],
  ['pkg:npm/%40scope/a@1.0.0', 'npm a 0..1.0.1', 'clean'],
  ['pkg:npm/a@1.0.0', 'npm @scope/a 0..1.0.1', 'clean'],
  ['pkg:npm/a@1.0.0', 'PyPI a 0..1.0.1', 'unidentified'],
  ['pkg:npm/a@not-a-version', 'npm a 0..1.0.1', 'undecidable'],
  ['pkg:npm/a', 'npm a 0..1.0.1', 'unidentified'],
];

const pypi: readonly Row[] = [
  ['pkg:pypi/django@4.2', 'PyPI django 0..4.2.1', 'affected'],
  ['pkg:pypi/Django@4.2', 'PyPI Django 0..4.2.1', 'affected'],
  ['pkg:pypi/zope-interface@5.0', 'PyPI zope.interface 0..5.1', 'affected'],
  ['pkg:pypi/zope.interface@5.0', 'PyPI zope_interface 0..5.1', 'affected'],
  ['pkg:pypi/django@4.2.0', 'PyPI django 4.2..4.2.1', 'affected'],
  ['pkg:pypi/django@4.2rc1', 'PyPI django 4.2..4.2.1', 'clean'],
  ['pkg:pypi/django@4.2.post1', 'PyPI django 0..4.2', 'clean'],
  ['pkg:pypi/django@4.2.dev1', 'PyPI django 0..4.2', 'affected'],
  ['pkg:pypi/django@1!1.0', 'PyPI django 0..4.2', 'clean'],
  ['pkg:pypi/django@4.10', 'PyPI django 0..4.9', 'clean'],
  ['pkg:pypi/django@4.2+local', 'PyPI django 4.2..4.2.1', 'affected'],
  ['pkg:pypi/django@4.2', 'npm django 0..9', 'unidentified'],
];

const maven: readonly Row[] = [
  ['pkg:maven/org.example/a@1.0', 'Maven org.example:a 0..1.1', 'affected'],
  ['pkg:maven/org.example/a@1.1', 'Maven org.example:a 0..1.1', 'clean'],
  ['pkg:maven/org.example/a@1.1-SNAPSHOT', 'Maven org.example:a 0..1.1', 'affected'],
  ['pkg:maven/org.example/a@1.1.0', 'Maven org.example:a 0..1.1', 'clean'],
  ['pkg:maven/org.example/a@1.1-rc1', 'Maven org.example:a 0..1.1', 'affected'],
  ['pkg:maven/org.example/a@1.1-sp1', 'Maven org.example:a 0..1.1', 'clean'],
  ['pkg:maven/org.example/a@1.10', 'Maven org.example:a 0..1.9', 'clean'],
  ['pkg:maven/org.example/a@1.0?type=jar', 'Maven org.example:a 0..1.1', 'affected'],
  ['pkg:maven/org.other/a@1.0', 'Maven org.example:a 0..1.1', 'clean'],
  ['pkg:maven/org.example/b@1.0', 'Maven org.example:a 0..1.1', 'clean'],
];

const golang: readonly Row[] = [
  ['pkg:golang/github.com/example/a@v1.0.0', 'Go github.com/example/a 0..1.0.1', 'affected'],
  ['pkg:golang/github.com/example/a@v1.0.1', 'Go github.com/example/a 0..1.0.1', 'clean'],
  [
    'pkg:golang/github.com/example/a/v2@v2.0.0',
    'Go github.com/example/a/v2 2.0.0..2.0.1',
    'affected',
  ],
  ['pkg:golang/github.com/example/a/v2@v2.0.0', 'Go github.com/example/a 0..1.0.1', 'clean'],
  [
    'pkg:golang/github.com/example/a@v0.0.0-20200101000000-abcdefabcdef',
    'Go github.com/example/a 0..0.0.0-20210101000000-abcdefabcdef',
    'affected',
  ],
  [
    'pkg:golang/github.com/example/a@v0.0.0-20220101000000-abcdefabcdef',
    'Go github.com/example/a 0..0.0.0-20210101000000-abcdefabcdef',
    'clean',
  ],
  [
    'pkg:golang/github.com/example/a@v1.0.0%2Bincompatible',
    'Go github.com/example/a 0..1.0.1',
    'affected',
  ],
];

const others: readonly Row[] = [
  ['pkg:gem/rails@6.0.3', 'RubyGems rails 0..6.0.3.1', 'affected'],
  ['pkg:gem/rails@6.0.3.1', 'RubyGems rails 0..6.0.3.1', 'clean'],
  ['pkg:gem/rails@6.0.3.rc1', 'RubyGems rails 0..6.0.3', 'affected'],
  ['pkg:cargo/openssl@0.10.1', 'crates.io openssl 0..0.10.2', 'affected'],
  ['pkg:cargo/openssl@0.10.2', 'crates.io openssl 0..0.10.2', 'clean'],
  ['pkg:nuget/Newtonsoft.Json@12.0.3', 'NuGet Newtonsoft.Json 0..13.0.1', 'affected'],
  ['pkg:nuget/newtonsoft.json@12.0.3', 'NuGet Newtonsoft.Json 0..13.0.1', 'affected'],
  ['pkg:nuget/Newtonsoft.Json@13.0.1', 'NuGet Newtonsoft.Json 0..13.0.1', 'clean'],
  ['pkg:nuget/Newtonsoft.Json@13.0.1.0', 'NuGet Newtonsoft.Json 0..13.0.1', 'clean'],
  ['pkg:composer/symfony/http-kernel@5.0.0', 'Packagist symfony/http-kernel 0..5.0.1', 'affected'],
  ['pkg:composer/Symfony/Http-Kernel@5.0.0', 'Packagist symfony/http-kernel 0..5.0.1', 'affected'],
  ['pkg:composer/symfony/http-kernel@5.0.1', 'Packagist symfony/http-kernel 0..5.0.1', 'clean'],
  ['pkg:hex/phoenix@1.6.0', 'Hex phoenix 0..1.6.1', 'affected'],
  ['pkg:pub/http@0.13.2', 'Pub http 0..0.13.3', 'affected'],
  ['pkg:generic/a@1.0', 'npm a 0..2.0', 'unidentified'],
  ['pkg:github/example/a@v1.0.0', 'npm a 0..2.0', 'unidentified'],
];

/** The distribution's own statements, for its own release, by the source package. */
const distributions: readonly Row[] = [
  [
    'pkg:deb/debian/openssl@3.0.11-1~deb12u1?distro=debian-12',
    'Debian:12 openssl 0..3.0.11-1~deb12u2',
    'affected',
  ],
  [
    'pkg:deb/debian/openssl@3.0.11-1~deb12u2?distro=debian-12',
    'Debian:12 openssl 0..3.0.11-1~deb12u2',
    'clean',
  ],
  [
    'pkg:deb/debian/openssl@3.0.11-1?distro=debian-12',
    'Debian:12 openssl 0..3.0.11-1~deb12u2',
    'clean',
  ],
  [
    'pkg:deb/debian/openssl@3.0.11-1~deb12u1?distro=debian-11',
    'Debian:12 openssl 0..3.0.11-1~deb12u2',
    'clean',
  ],
  [
    'pkg:deb/debian/openssl@3.0.11-1~deb12u1?distro=bookworm',
    'Debian:12 openssl 0..3.0.11-1~deb12u2',
    'affected',
  ],
  [
    'pkg:deb/debian/openssl@3.0.11-1~deb12u1?distro=debian-12.4',
    'Debian:12 openssl 0..3.0.11-1~deb12u2',
    'affected',
  ],
  [
    'pkg:deb/debian/openssl@3.0.11-1~deb12u1',
    'Debian:12 openssl 0..3.0.11-1~deb12u2',
    'undecidable',
  ],
  ['pkg:deb/debian/curl@7.88.1-10', 'Debian:12 openssl 0..3.0.11', 'clean'],
  [
    'pkg:deb/debian/libssl3@3.0.11-1~deb12u1?distro=debian-12&upstream=openssl',
    'Debian:12 openssl 0..3.0.11-1~deb12u2',
    'affected',
  ],
  [
    'pkg:deb/debian/libssl3@3.0.11-1~deb12u1?distro=debian-12',
    'Debian:12 openssl 0..3.0.11-1~deb12u2',
    'clean',
  ],
  [
    'pkg:deb/debian/libfoo1@2.0-1%2Bb1?distro=debian-12&upstream=foo%401.9-1',
    'Debian:12 foo 0..2.0',
    'affected',
  ],
  [
    'pkg:deb/debian/libfoo1@1.0-1?distro=debian-12&upstream=foo%402.1-1',
    'Debian:12 foo 0..2.0',
    'clean',
  ],
  ['pkg:deb/debian/vim@2:9.0.1378-2?distro=debian-12', 'Debian:12 vim 0..9.1', 'clean'],
  ['pkg:deb/debian/vim@9.0.1378-2?distro=debian-12', 'Debian:12 vim 0..2:9.0', 'affected'],
  [
    'pkg:deb/ubuntu/openssl@3.0.2-0ubuntu1.1?distro=ubuntu-22.04',
    'Ubuntu:22.04:LTS openssl 0..3.0.2-0ubuntu1.2',
    'affected',
  ],
  [
    'pkg:deb/ubuntu/openssl@3.0.2-0ubuntu1.2?distro=ubuntu-22.04',
    'Ubuntu:22.04:LTS openssl 0..3.0.2-0ubuntu1.2',
    'clean',
  ],
  [
    'pkg:deb/ubuntu/openssl@3.0.2-0ubuntu1.1?distro=jammy',
    'Ubuntu:22.04:LTS openssl 0..3.0.2-0ubuntu1.2',
    'affected',
  ],
  [
    'pkg:deb/ubuntu/openssl@3.0.2-0ubuntu1.1?distro=ubuntu-22.04',
    'Debian:12 openssl 0..9',
    'unidentified',
  ],
  [
    'pkg:apk/alpine/busybox@1.36.1-r0?distro=alpine-3.19.0',
    'Alpine:v3.19 busybox 0..1.36.1-r1',
    'affected',
  ],
  [
    'pkg:apk/alpine/busybox@1.36.1-r1?distro=alpine-3.19.0',
    'Alpine:v3.19 busybox 0..1.36.1-r1',
    'clean',
  ],
  [
    'pkg:apk/alpine/busybox@1.36.1-r0?distro=alpine-3.18.0',
    'Alpine:v3.19 busybox 0..1.36.1-r1',
    'clean',
  ],
  [
    'pkg:apk/alpine/ssl_client@1.36.1-r0?distro=alpine-3.19.0&upstream=busybox',
    'Alpine:v3.19 busybox 0..1.36.1-r1',
    'affected',
  ],
  ['pkg:apk/wolfi/bash@5.2-r0', 'Wolfi bash 0..5.2-r1', 'affected'],
  [
    'pkg:rpm/rocky-linux/openssl@3.0.7-24.el9?distro=rocky-9.3',
    'Rocky Linux:9.3 openssl 0..3.0.7-25.el9',
    'affected',
  ],
  [
    'pkg:rpm/rocky-linux/openssl@3.0.7-24.el9?epoch=1&distro=rocky-9.3',
    'Rocky Linux:9.3 openssl 0..1:3.0.7-25.el9',
    'affected',
  ],
  [
    'pkg:rpm/rocky-linux/openssl@3.0.7-24.el9?epoch=1&distro=rocky-9.3',
    'Rocky Linux:9.3 openssl 0..3.0.7-25.el9',
    'clean',
  ],
  [
    'pkg:rpm/rocky-linux/openssl@3.0.7-24.el9?distro=rocky-9.3',
    'Rocky Linux:9.3 openssl 0..1:3.0.7-24.el9',
    'affected',
  ],
  [
    'pkg:rpm/rocky-linux/openssl-libs@3.0.7-24.el9?distro=rocky-9.3&upstream=openssl-3.0.7-24.el9.src.rpm',
    'Rocky Linux:9.3 openssl 0..3.0.7-25.el9',
    'affected',
  ],
];

export const TRUTH: readonly Row[] = [
  ...npm,
  ...pypi,
  ...maven,
  ...golang,
  ...others,
  ...distributions,
];
