/**
 * Against CVE records. Component: `vendor:product@version` (by CPE) or a package URL, several names of
 * one component joined by ` + `. Statement: parts between `;`: `vendor product`, or `purl=…`, or
 * `url=… name=…`; `default=…`; `affected 1.0 <2.0 semver` with `changes AT STATUS`; `adp` begins
 * the container of another publisher; `rejected`.
 */
import { rows } from './row.test.table.ts';

export const CVE_TRUTH = rows(
  'cve',
  `
  acme:widget@1.5.0 | acme widget; affected 1.0.0 <2.0.0 semver | affected | in the range
  acme:widget@1.0.0 | acme widget; affected 1.0.0 <2.0.0 semver | affected | the start is in the range
  acme:widget@2.0.0 | acme widget; default=unaffected; affected 1.0.0 <2.0.0 semver | not_affected | lessThan is not in the range
  acme:widget@2.0.0 | acme widget; default=unaffected; affected 1.0.0 <=2.0.0 semver | affected | lessThanOrEqual is in the range
  acme:widget@2.0.1 | acme widget; default=unaffected; affected 1.0.0 <=2.0.0 semver | not_affected | above lessThanOrEqual
  acme:widget@0.9.0 | acme widget; default=unaffected; affected 1.0.0 <2.0.0 semver | not_affected | before the start
  acme:widget@0.0.1 | acme widget; default=unaffected; affected 0 <2.0.0 semver | affected | 0 is before all
  acme:widget@9.0.0 | acme widget; default=unaffected; affected 1.0.0 <* semver | affected | without end
  acme:widget@1.10.0 | acme widget; default=unaffected; affected 0 <1.9.0 semver | not_affected | numbers, not texts
  acme:widget@2.0.0-rc.1 | acme widget; default=unaffected; affected 1.0.0 <2.0.0 semver | affected | a pre-release is before its release
  acme:widget@3.0.0 | acme widget; affected 1.0.0 <2.0.0 semver | silent | no defaultStatus: nothing is said of 3.0.0
  acme:widget@3.0.0 | acme widget; default=unknown; affected 1.0.0 <2.0.0 semver | undecidable:unknown | the publisher says: unknown
  acme:widget@3.0.0 | acme widget; default=unaffected; affected 1.0.0 <2.0.0 semver; unknown 3.0.0 | undecidable:unknown | the publisher says: unknown
  acme:widget@3.0.0 | acme widget; default=affected | affected | all versions
  acme:widget@3.0.0 | acme widget; default=affected; unaffected 3.0.0 <* semver | not_affected | all but what is listed
  acme:widget@2.9.9 | acme widget; default=affected; unaffected 3.0.0 <* semver | affected | all but what is listed
  acme:widget@1.5.0 | acme widget; default=unaffected; affected 1.0.0 <2.0.0 semver changes 1.4.0 unaffected | fixed | changed within the range
  acme:widget@1.3.0 | acme widget; default=unaffected; affected 1.0.0 <2.0.0 semver changes 1.4.0 unaffected | affected | before the change
  acme:widget@1.4.0 | acme widget; default=unaffected; affected 1.0.0 <2.0.0 semver changes 1.4.0 unaffected | fixed | the change itself
  acme:widget@1.2.3 | acme widget; default=unaffected; affected 1.2.3 | affected | a single version
  acme:widget@1.2.4 | acme widget; default=unaffected; affected 1.2.3 | not_affected | another single version
  acme:widget@1.5 | acme widget; default=unaffected; affected 1.0 <2.0 custom | undecidable:order | custom has no order
  acme:widget@1.0 | acme widget; default=unaffected; affected 1.0 <2.0 custom | affected | the start needs no order
  acme:widget@2.0 | acme widget; default=unaffected; affected 1.0 <2.0 custom | not_affected | the end needs no order
  acme:widget@1.5.0 | acme widget; default=unaffected; affected 0123abc <89abcde git | undecidable:order | commits, not releases
  acme:widget@1.5.0 | acme widget; default=unaffected; affected 0123abc <89abcde git; affected 1.0.0 <2.0.0 semver | affected | releases beside commits
  acme:widget@one | acme widget; default=unaffected; affected 1.0.0 <2.0.0 semver | undecidable:version | no version of semver
  acme:widget@1.5.0 | ACME Widget; affected 1.0.0 <2.0.0 semver | affected | names of people: case
  acme:widget_pro@1.5.0 | acme widget; affected 1.0.0 <2.0.0 semver | silent | another product
  other:widget@1.5.0 | acme widget; affected 1.0.0 <2.0.0 semver | silent | another vendor
  acme:widget@1.5.0 | acme widget; rejected | silent | a rejected record says nothing
  acme:widget@1.5.0 | n/a n/a; affected n/a | silent | a product without name is none
  acme:widget@ | acme widget; affected 1.0.0 <2.0.0 semver | undecidable:version | which version is not known
  acme:widget@ | acme widget; default=affected | affected | all versions
  acme:widget@1.5.0 | acme widget; default=unaffected; adp; acme widget; affected 1.0.0 <2.0.0 semver | affected | another publisher says affected
  acme:widget@1.5.0 | acme widget; affected 1.0.0 <2.0.0 semver; adp; acme widget; default=unaffected | affected | another publisher does not close it
  acme:widget@1.5.0 | acme widget; default=unaffected; adp; acme gadget; default=affected | not_affected | another publisher speaks of another product
  pkg:npm/a@1.5.0 | purl=pkg:npm/a; default=unaffected; affected 1.0.0 <2.0.0 semver | affected | by package URL
  pkg:npm/a@2.0.0 | purl=pkg:npm/a; default=unaffected; affected 1.0.0 <2.0.0 semver | not_affected | by package URL
  pkg:npm/b@1.5.0 | purl=pkg:npm/a; affected 1.0.0 <2.0.0 semver | silent | another package
  pkg:pypi/Zope.Interface@5.0 | purl=pkg:pypi/zope-interface; default=unaffected; affected 0 <5.1 python | affected | PEP 503
  pkg:npm/a@1.5.0 | url=https://registry.npmjs.org name=a; affected 1.0.0 <2.0.0 semver | affected | by registry and name
  pkg:npm/b@1.5.0 | url=https://registry.npmjs.org name=a; affected 1.0.0 <2.0.0 semver | silent | another name
  pkg:npm/a@1.5.0 | url=https://pypi.org name=a; affected 1.0.0 <2.0.0 semver | no_data:no-data | another registry
  pkg:pypi/a@1.5 | url=https://pypi.org/ name=A; default=unaffected; affected 1.0 <2.0 python | affected | the registry's rule of names
  pkg:maven/org.example/a@1.5 | url=https://repo.maven.apache.org/maven2 name=org.example:a; affected 1.0 <2.0 maven | affected | group and artifact
  pkg:npm/a@1.5.0 | a a; affected 1.0.0 <2.0.0 semver | no_data:no-data | a package is no product of a vendor
  pkg:npm/a@1.5.0 + acme:a@1.5.0 | acme a; affected 1.0.0 <2.0.0 semver | affected | by its CPE
  pkg:deb/debian/openssl@3.0.11-1?distro=debian-12 + openssl:openssl@3.0.11 | openssl openssl; affected 3.0.0 <3.0.13 semver | candidate | a distribution mends without changing the version of upstream
  pkg:rpm/fedora/openssl@3.0.11-1.fc39?distro=fedora-39 + openssl:openssl@3.0.11 | openssl openssl; affected 3.0.0 <3.0.13 semver | candidate | also where the distribution publishes nothing
  pkg:deb/debian/openssl@3.0.13-1?distro=debian-12 + openssl:openssl@3.0.13 | openssl openssl; default=unaffected; affected 3.0.0 <3.0.13 semver | no_data:no-data | upstream does not speak for the distribution
  pkg:deb/debian/openssl@3.0.11-1?distro=debian-12 | purl=pkg:deb/debian/openssl; default=affected | candidate | a package URL of a distribution names no release
  `,
);
