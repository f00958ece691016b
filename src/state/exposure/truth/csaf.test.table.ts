/**
 * Against CSAF documents. Component: a name, ` with ` what is beside it (`os:ID-VERSION` is the system).
 * Names: package URL, CPE, `hash:`, `serial:`, `model:`, `sku:`, `name:vendor/product/version`.
 * Statement: `status NAME{range} in NAME in NAME`, several between `;`; `2.1` first writes product
 * paths; `by AUTHOR` at the end; remediations `! category`.
 */
import { rows } from './row.test.table.ts';

export const CSAF_TRUTH = rows(
  'csaf',
  `
  pkg:npm/a@1.0.0 | known_affected pkg:npm/a@1.0.0 | affected | this very version
  pkg:npm/a@1.0.1 | known_affected pkg:npm/a@1.0.0 | silent | another version
  pkg:npm/b@1.0.0 | known_affected pkg:npm/a@1.0.0 | silent | another package
  pkg:npm/a@1.0.0 | known_affected pkg:npm/a | affected | all versions
  pkg:npm/a@1.5.0 | known_affected pkg:npm/a{vers:npm/>=1.0.0|<2.0.0} | affected | the range of the branch
  pkg:npm/a@2.0.0 | known_affected pkg:npm/a{vers:npm/>=1.0.0|<2.0.0} | silent | outside the range
  pkg:npm/a@2.0.0 | known_affected pkg:npm/a{vers:npm/<=2.0.0} | affected | the end is in the range
  pkg:npm/a@1.5.0 | known_affected pkg:npm/a{vers:npm/<2.0.0|!=1.5.0} | silent | left out of the range
  pkg:npm/a@1.5.0 | known_affected pkg:npm/a{vers:all/*} | affected | all versions
  pkg:npm/a@1.5.0 | known_affected pkg:npm/a{vers:unheard/<2.0.0} | undecidable:order | a scheme that nobody knows
  pkg:npm/a@1.5.0 | known_affected pkg:npm/a{<2.0.0} | undecidable:order | a range without scheme
  pkg:npm/a@1.5.0 | known_affected pkg:npm/a{prior to 2.0} | undecidable:order | prose
  pkg:npm/a@one | known_affected pkg:npm/a{vers:npm/<2.0.0} | undecidable:version | no version of npm
  pkg:npm/a@1.0.0 | known_not_affected pkg:npm/a@1.0.0 | not_affected | it says so
  pkg:npm/a@1.0.0 | fixed pkg:npm/a@1.0.0 | fixed | this very version
  pkg:npm/a@0.9.0 | fixed pkg:npm/a@1.0.0 | silent | fixed says nothing of earlier versions
  pkg:npm/a@1.0.1 | fixed pkg:npm/a@1.0.0 | silent | fixed says nothing of later versions
  pkg:npm/a@1.0.0 | under_investigation pkg:npm/a@1.0.0 | under_investigation | it says so
  pkg:npm/a@1.0.0 | 2.1 unknown pkg:npm/a@1.0.0 | undecidable:unknown | the publisher does not know
  pkg:npm/a@1.0.0 | recommended pkg:npm/a@1.0.0 | silent | recommended claims nothing
  pkg:npm/a@1.0.0 | first_affected pkg:npm/a@1.0.0 | affected | the first version
  pkg:npm/a@1.5.0 | first_affected pkg:npm/a@1.0.0 ; last_affected pkg:npm/a@2.0.0 | silent | only the ends are named
  pkg:npm/a@2.0.0 | last_affected pkg:npm/a@2.0.0 | affected | the last version
  pkg:npm/a@1.0.0 | known_affected pkg:npm/a ; known_not_affected pkg:npm/a@1.0.0 | not_affected | specific beats general in one document
  pkg:npm/a@1.0.0 | known_not_affected pkg:npm/a ; known_affected pkg:npm/a@1.0.0 | affected | specific beats general in one document
  pkg:npm/a@1.0.0 | known_affected pkg:npm/a@1.0.0 ; known_not_affected pkg:npm/a@1.0.0 | undecidable:contradiction | the document contradicts itself
  pkg:npm/a@1.0.0 with pkg:npm/app@2.0.0 | known_affected pkg:npm/a@1.0.0 in pkg:npm/app@2.0.0 | affected | every part is there
  pkg:npm/a@1.0.0 | known_affected pkg:npm/a@1.0.0 in pkg:npm/app@2.0.0 | silent | the whole is not there
  pkg:npm/a@1.0.0 with pkg:npm/app@2.1.0 | known_affected pkg:npm/a@1.0.0 in pkg:npm/app@2.0.0 | silent | another version of the whole
  pkg:npm/a@1.0.1 with pkg:npm/app@2.0.0 | known_affected pkg:npm/a@1.0.0 in pkg:npm/app@2.0.0 | silent | another version of the part
  pkg:npm/a@1.0.0 with pkg:npm/app@2.0.0 with pkg:npm/site@3.0.0 | known_affected pkg:npm/a@1.0.0 in pkg:npm/app@2.0.0 in pkg:npm/site@3.0.0 | affected | a relationship of a relationship
  pkg:npm/a@1.0.0 with pkg:npm/app@2.0.0 | known_affected pkg:npm/a@1.0.0 in pkg:npm/app@2.0.0 in pkg:npm/site@3.0.0 | silent | the outermost is not there
  pkg:npm/a@1.0.0 with pkg:npm/app@2.0.0 | 2.1 known_affected pkg:npm/a@1.0.0 in pkg:npm/app@2.0.0 | affected | a product path
  pkg:npm/a@1.0.0 | 2.1 known_affected pkg:npm/a@1.0.0 in pkg:npm/app@2.0.0 | silent | a product path, one part missing
  pkg:npm/a@1.0.0 with pkg:npm/app@2.0.0 with pkg:npm/site@3.0.0 | 2.1 known_affected pkg:npm/a@1.0.0 in pkg:npm/app@2.0.0 in pkg:npm/site@3.0.0 | affected | a product path of three
  pkg:npm/a@1.0.0 with pkg:npm/site@3.0.0 | 2.1 known_affected pkg:npm/a@1.0.0 in pkg:npm/app@2.0.0 in pkg:npm/site@3.0.0 | silent | the middle is missing
  pkg:npm/app@2.0.0 with pkg:npm/a@1.0.0 | known_affected pkg:npm/a@1.0.0 in pkg:npm/app@2.0.0 | silent | the finding stands at the part
  cpe:2.3:a:acme:widget:1.5:*:*:*:*:*:*:* | known_affected cpe:2.3:a:acme:widget:1.5:*:*:*:*:*:*:* | affected | by CPE
  cpe:2.3:a:acme:widget:1.6:*:*:*:*:*:*:* | known_affected cpe:2.3:a:acme:widget:1.5:*:*:*:*:*:*:* | silent | another version
  cpe:2.3:a:acme:widget:1.5:*:*:*:*:*:*:* | known_affected cpe:/a:acme:widget:1.5 | affected | a CPE as URI
  cpe:2.3:a:acme:widget:1.5:*:*:*:*:*:*:* | known_affected cpe:2.3:a:acme:widget:*:*:*:*:*:*:*:*{vers:intdot/<2.0} | affected | a CPE with the range of the branch
  cpe:2.3:a:acme:widget:2.5:*:*:*:*:*:*:* | known_affected cpe:2.3:a:acme:widget:*:*:*:*:*:*:*:*{vers:intdot/<2.0} | silent | a CPE with the range of the branch
  name:acme/widget/1.5 | known_affected name:acme/widget/{vers:generic/<2.0} | undecidable:order | the scheme generic has no order yet
  hash:sha256:aa11 | known_affected hash:sha256:AA11 | affected | by hash, in any case
  hash:sha256:aa12 | known_affected hash:sha256:aa11 | silent | another file
  serial:SN-0042 | known_affected serial:SN-0042 | affected | by serial number
  serial:SN-0043 | known_affected serial:SN-0042 | silent | another device
  serial:SN-0042 | known_affected serial:SN-00* | affected | serial numbers with wildcards
  serial:SN-0142 | known_affected serial:SN-00?? | silent | wildcards stand for characters
  model:MX-7 | known_affected model:MX-? | affected | by model number
  model:MX-77 | known_affected model:MX-? | silent | one character
  sku:4711 | known_affected sku:4711 | affected | by stock-keeping unit
  name:acme/widget/1.5 | known_affected name:acme/widget/1.5 | affected | by name and version, of low confidence
  name:Acme/Widget/1.5 | known_affected name:acme/widget/1.5 | affected | names of people: case
  name:acme/widget/1.6 | known_affected name:acme/widget/1.5 | silent | another version
  name:other/widget/1.5 | known_affected name:acme/widget/1.5 | silent | another vendor
  name:acme/widget/1.5 | known_affected name:acme/widget/{vers:intdot/<2.0} | affected | by name and range
  pkg:npm/widget@1.5.0 | known_affected name:acme/widget/1.5.0 | no_data:no-data | a package without vendor is no product of one
  pkg:rpm/redhat/openssl@3.0.7-24.el9?epoch=1&arch=x86_64 with os:rhel-9.3 | fixed pkg:rpm/redhat/openssl@3.0.7-25.el9?epoch=1&arch=x86_64 in cpe:/o:redhat:enterprise_linux:9::baseos | affected | below the fix of its system
  pkg:rpm/redhat/openssl@3.0.7-25.el9?epoch=1&arch=x86_64 with os:rhel-9.3 | fixed pkg:rpm/redhat/openssl@3.0.7-25.el9?epoch=1&arch=x86_64 in cpe:/o:redhat:enterprise_linux:9::baseos | fixed | the fix itself
  pkg:rpm/redhat/openssl@3.0.7-26.el9?epoch=1&arch=x86_64 with os:rhel-9.3 | fixed pkg:rpm/redhat/openssl@3.0.7-25.el9?epoch=1&arch=x86_64 in cpe:/o:redhat:enterprise_linux:9::baseos | fixed | above the fix
  pkg:rpm/redhat/openssl@3.0.7-26.el9?arch=x86_64 with os:rhel-9.3 | fixed pkg:rpm/redhat/openssl@3.0.7-25.el9?epoch=1&arch=x86_64 in cpe:/o:redhat:enterprise_linux:9::baseos | affected | the epoch decides
  pkg:rpm/redhat/openssl@3.0.7-24.el9?epoch=1&arch=aarch64 with os:rhel-9.3 | fixed pkg:rpm/redhat/openssl@3.0.7-25.el9?epoch=1&arch=x86_64 in cpe:/o:redhat:enterprise_linux:9::baseos | silent | another architecture
  pkg:rpm/redhat/openssl@3.0.7-24.el9?epoch=1&arch=x86_64 with os:rhel-8.9 | fixed pkg:rpm/redhat/openssl@3.0.7-25.el9?epoch=1&arch=x86_64 in cpe:/o:redhat:enterprise_linux:9::baseos | silent | another system
  pkg:rpm/redhat/openssl@3.0.7-24.el9?epoch=1&arch=x86_64 | fixed pkg:rpm/redhat/openssl@3.0.7-25.el9?epoch=1&arch=x86_64 in cpe:/o:redhat:enterprise_linux:9::baseos | undecidable:platform | which system is not known
  pkg:rpm/redhat/openssl@3.0.7-24.el9?epoch=1&arch=x86_64&distro=rhel-9.3 | fixed pkg:rpm/redhat/openssl@3.0.7-25.el9?epoch=1&arch=x86_64 in cpe:/o:redhat:enterprise_linux:9::baseos | affected | the qualifier names the system
  pkg:rpm/redhat/openssl@3.0.7-24.el9?epoch=1&arch=x86_64 with os:rhel-9.3 | fixed pkg:rpm/redhat/openssl@3.0.7-25.el9_2?epoch=1&arch=x86_64 in cpe:/o:redhat:rhel_eus:9.2::baseos | silent | another stream of the system
  pkg:rpm/redhat/openssl-libs@3.0.7-24.el9?epoch=1&arch=x86_64&upstream=openssl-3.0.7-24.el9.src.rpm with os:rhel-9.3 | known_affected pkg:rpm/redhat/openssl?arch=src in cpe:/o:redhat:enterprise_linux:9 | affected | by its source package
  pkg:rpm/redhat/openssl@3.0.7-24.el9?epoch=1&arch=x86_64 with os:rhel-9.3 | known_affected pkg:rpm/redhat/openssl in cpe:/o:redhat:enterprise_linux:9 ! no_fix_planned | affected | will not be fixed
  pkg:rpm/redhat/openssl@3.0.7-24.el9?epoch=1&arch=x86_64 with os:rhel-9.3 | known_not_affected pkg:rpm/redhat/openssl in cpe:/o:redhat:enterprise_linux:9 | not_affected | it says so
  pkg:rpm/redhat/openssl@3.0.7-24.el9?epoch=1&arch=x86_64 with os:rhel-9.3 | known_affected pkg:rpm/redhat/openssl in cpe:/o:redhat:enterprise_linux:9 ; fixed pkg:rpm/redhat/openssl@3.0.7-24.el9?epoch=1&arch=x86_64 in cpe:/o:redhat:enterprise_linux:9 | fixed | the build is more specific than the package
  pkg:rpm/suse/curl@8.0.1-150400.5.35.1?arch=x86_64 with os:sles-15.5 | fixed pkg:rpm/suse/curl@8.0.1-150400.5.36.1 in cpe:/o:suse:sles:15:sp5 | affected | SLES 15 SP5
  pkg:rpm/suse/curl@8.0.1-150400.5.35.1?arch=x86_64 with os:sles-15.4 | fixed pkg:rpm/suse/curl@8.0.1-150400.5.36.1 in cpe:/o:suse:sles:15:sp5 | silent | another service pack
  pkg:rpm/redhat/nodejs@16.18.1-3.module%2Bel8?arch=x86_64&rpmmod=nodejs:16:8070020 with os:rhel-8.7 | fixed pkg:rpm/redhat/nodejs@16.19.1-1.module%2Bel8?arch=x86_64 in pkg:rpmmod/redhat/nodejs@16:8070021 in cpe:/a:redhat:enterprise_linux:8::appstream | affected | the same stream of the module
  pkg:rpm/redhat/nodejs@14.20.0-3.module%2Bel8?arch=x86_64&rpmmod=nodejs:14:8070020 with os:rhel-8.7 | fixed pkg:rpm/redhat/nodejs@16.19.1-1.module%2Bel8?arch=x86_64 in pkg:rpmmod/redhat/nodejs@16:8070021 in cpe:/a:redhat:enterprise_linux:8::appstream | silent | another stream of the module
  pkg:rpm/redhat/nodejs@14.20.0-3.el8?arch=x86_64 with os:rhel-8.7 | fixed pkg:rpm/redhat/nodejs@16.19.1-1.module%2Bel8?arch=x86_64&rpmmod=nodejs:16:8070021 in cpe:/a:redhat:enterprise_linux:8::appstream | silent | not of a module
  pkg:deb/debian/openssl@3.0.11-1?distro=debian-12 + cpe:2.3:a:openssl:openssl:3.0.11:*:*:*:*:*:*:* | known_affected cpe:2.3:a:openssl:openssl:3.0.11:*:*:*:*:*:*:* | candidate | a distribution speaks for its own packages
  pkg:npm/a@1.0.0 | withdrawn known_affected pkg:npm/a@1.0.0 | silent | a withdrawn document says nothing
  pkg:npm/a@1.0.0 | superseded known_affected pkg:npm/a@1.0.0 | silent | a superseded document says nothing
  `,
);
