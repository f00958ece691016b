/**
 * Against configurations of NVD. Component: `part:vendor:product:version[:update]`, ` with ` what is
 * beside it. Statement: matches `[~]part:vendor:product:version` with a range in brackets (`~`: not
 * vulnerable, only what it runs on or with); ` , ` OR and ` + ` AND within a node, `!` negate before
 * it, ` & ` between the nodes of one configuration, ` || ` between configurations.
 */
import { rows } from './row.test.table.ts';

export const NVD_TRUTH = rows(
  'nvd',
  `
  a:acme:widget:1.5 | a:acme:widget:1.5 | affected | the same name
  a:acme:widget:1.6 | a:acme:widget:1.5 | silent | another version
  a:acme:widget:1.5 | a:acme:widget:* | affected | all versions
  a:acme:widget:1.5 | a:acme:widget:*[1.0,2.0) | affected | in the range
  a:acme:widget:1.0 | a:acme:widget:*[1.0,2.0) | affected | versionStartIncluding
  a:acme:widget:1.0 | a:acme:widget:*(1.0,2.0) | not_affected | versionStartExcluding
  a:acme:widget:2.0 | a:acme:widget:*[1.0,2.0) | not_affected | versionEndExcluding
  a:acme:widget:2.0 | a:acme:widget:*[1.0,2.0] | affected | versionEndIncluding
  a:acme:widget:0.9 | a:acme:widget:*[1.0,2.0) | not_affected | before the range
  a:acme:widget:1.10 | a:acme:widget:*[,1.9] | not_affected | numbers, not texts
  a:acme:widget:1.9 | a:acme:widget:*[,1.10] | affected | numbers, not texts
  a:acme:widget:2.0:rc1 | a:acme:widget:*[,2.0) | affected | an early update belongs to the version
  a:acme:widget:2.0-beta | a:acme:widget:*[,2.0) | affected | an early word is before the release
  a:acme:widget:1.0.2k | a:acme:widget:*[,1.0.2m) | affected | letters after the number
  a:acme:widget:1.5 | a:acme:gadget:* | silent | another product
  a:acme:widget:1.5 | a:other:widget:* | silent | another vendor
  a:acme:widget:1.5 | o:acme:widget:* | silent | another part
  h:acme:widget:- | h:acme:widget:- | affected | hardware without version
  a:acme:widget:- | a:acme:widget:*[1.0,2.0) | silent | without version in no range
  a:acme:widget:* | a:acme:widget:*[1.0,2.0) | undecidable:version | which version is not known
  a:acme:widget:* | a:acme:widget:* | affected | all versions
  a:acme:widget:1.5 | a:acme:widget:1.5:sp1 | undecidable:platform | which update is not known
  a:acme:widget:1.5:sp1 | a:acme:widget:1.5:sp1 | affected | the update
  a:acme:widget:1.5:sp2 | a:acme:widget:1.5:sp1 | silent | another update
  a:acme:widget:1.5 | a:acme:widget:1.4 , a:acme:widget:1.5 | affected | one of the list
  a:acme:widget:1.5 | a:acme:gadget:* || a:acme:widget:1.5 | affected | one of the configurations
  a:acme:widget:1.5 with o:acme:os:7 | a:acme:widget:1.5 & ~o:acme:os:* | affected | running on
  a:acme:widget:1.5 with o:other:os:7 | a:acme:widget:1.5 & ~o:acme:os:* | not_affected | running on another system
  a:acme:widget:1.5 | a:acme:widget:1.5 & ~o:acme:os:* | undecidable:platform | what it runs on is not known
  a:acme:widget:1.6 | a:acme:widget:1.5 & ~o:acme:os:* | silent | another version, whatever it runs on
  a:acme:widget:1.5 with a:acme:lib:2 | a:acme:widget:1.5 & ~a:acme:lib:* | affected | running with
  a:acme:widget:1.5 with a:acme:lib:2 | a:acme:widget:1.5 & ~a:acme:lib:3 | not_affected | running with another version
  a:acme:widget:1.5 | a:acme:widget:1.5 & ~a:acme:lib:* | not_affected | not running with it
  o:acme:os:7 with a:acme:widget:1.5 | a:acme:widget:1.5 & ~o:acme:os:* | silent | the system itself is not vulnerable
  o:acme:os:7 | ~o:acme:os:7 | silent | not vulnerable
  o:acme:firmware:7 with h:acme:box:- | o:acme:firmware:*[,8) & ~h:acme:box:- | affected | firmware on its hardware
  o:acme:firmware:7 with h:acme:other:- | o:acme:firmware:*[,8) & ~h:acme:box:- | not_affected | firmware on other hardware
  o:acme:firmware:7 | o:acme:firmware:*[,8) & ~h:acme:box:- | undecidable:platform | which hardware is not known
  o:acme:firmware:8 with h:acme:box:- | o:acme:firmware:*[,8) & ~h:acme:box:- | not_affected | mended firmware
  a:acme:widget:1.5 with a:acme:lib:2 | a:acme:widget:1.5 + a:acme:lib:2 | affected | both in one node
  a:acme:widget:1.5 | a:acme:widget:1.5 + a:acme:lib:2 | not_affected | one of both
  a:acme:widget:1.5 with o:acme:os:7 | a:acme:widget:1.5 & !~o:acme:os:7 | not_affected | negated: on every other system
  a:acme:widget:1.5 with o:acme:os:8 | a:acme:widget:1.5 & !~o:acme:os:7 | affected | negated: on every other system
  a:acme:widget:1.5 | a:acme:widget:1.5 & !~o:acme:os:7 | undecidable:platform | negated, and what it runs on is not known
  a:acme:widget:1.5 | none | silent | not analysed: without applicability
  a:acme:widget:1.5 | rejected a:acme:widget:1.5 | silent | rejected
  pkg:deb/debian/widget@1.5-1?distro=debian-12 a:acme:widget:1.5 | a:acme:widget:1.5 | candidate | a distribution speaks for its own packages
  pkg:npm/widget@1.5.0 | a:acme:widget:* | no_data:no-data | names are not guessed
  a:acme:wid\\-get:1.5 | a:acme:wid\\-get:*[,2.0) | affected | quoted characters
  o:debian:debian_linux:12.0 with pkg:deb/debian/openssl@3?distro=debian-12 | o:debian:debian_linux:12.0 | silent | a system of packages is decided by its packages
  o:microsoft:windows_10:1809 | o:microsoft:windows_10:1809 | affected | other systems are products
  `,
);
