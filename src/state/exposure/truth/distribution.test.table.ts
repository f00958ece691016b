/** Packages of operating systems against the OSV records of distributions; written as the others. */
import { rows } from './row.test.table.ts';

const distribution = (osv: string, name: string, purl: string, text: string) =>
  rows(`osv ${osv} > ${name} > ${purl}`, text);

export const DISTRIBUTION_TRUTH = [
  ...distribution(
    'Debian:12',
    'openssl',
    'pkg:deb/debian/openssl',
    `
    @3.0.11-1~deb12u1?distro=debian-12 | 0..3.0.11-1~deb12u2 | affected | below the fix
    @3.0.11-1~deb12u2?distro=debian-12 | 0..3.0.11-1~deb12u2 | fixed | the fix
    @3.0.11-1?distro=debian-12 | 0..3.0.11-1~deb12u2 | fixed | a tilde comes before the end
    @3.0.11-1~deb12u10?distro=debian-12 | 0..3.0.11-1~deb12u9 | fixed | numbers, not texts
    @3.0.11-1~deb12u1?distro=bookworm | 0..3.0.11-1~deb12u2 | affected | the release by its name
    @3.0.11-1~deb12u1?distro=debian-bookworm | 0..3.0.11-1~deb12u2 | affected | the release by its name
    @3.0.11-1~deb12u1?distro=debian-12.4 | 0..3.0.11-1~deb12u2 | affected | a point release
    @3.0.11-1~deb12u1?distro=debian-11 | 0..3.0.11-1~deb12u2 | no_data:no-data | nothing was given about 11
    @3.0.11-1~deb12u1?distro=debian-1 | 0..3.0.11-1~deb12u2 | no_data:no-data | 1 is not 12
    @3.0.11-1~deb12u1?distro=debian-sid | 0..3.0.11-1~deb12u2 | no_data:no-data | sid has no statements here
    @3.0.11-1~deb12u1 | 0..3.0.11-1~deb12u2 | undecidable:release | which release is not known
    @3.0.11-1~deb12u2 | 0..3.0.11-1~deb12u2 | undecidable:release | which release is not known
    @3.0.11-1~deb12u1 | Debian > openssl > 0..3.0.11-1~deb12u2 | affected | about all releases
    @3.0.11-1~deb12u1?distro=debian-11 | Debian > openssl > 0..3.0.12 | affected | about all releases
    pkg:deb/debian/curl@7.88.1-10?distro=debian-12 | 0..3.0.11 | silent | another package
    pkg:deb/debian/curl@7.88.1-10 | 0..3.0.11 | silent | another package, whatever the release
    pkg:deb/debian/libssl3@3.0.11-1~deb12u1?distro=debian-12&upstream=openssl | 0..3.0.11-1~deb12u2 | affected | by its source
    pkg:deb/debian/libssl3@3.0.11-1~deb12u2?distro=debian-12&upstream=openssl | 0..3.0.11-1~deb12u2 | fixed | by its source
    pkg:deb/debian/libssl3@3.0.11-1~deb12u1?distro=debian-12 | 0..3.0.11-1~deb12u2 | silent | its source is not said
    pkg:deb/debian/libfoo1@2.0-1%2Bb1?distro=debian-12&upstream=foo%401.9-1 | Debian:12 > foo > 0..2.0 | affected | the version of the source counts
    pkg:deb/debian/libfoo1@1.0-1?distro=debian-12&upstream=foo%402.1-1 | Debian:12 > foo > 0..2.0 | fixed | the version of the source counts
    pkg:deb/debian/libfoo1@2.0-1%2Bb1?distro=debian-12&upstream=foo | Debian:12 > foo > 0..=2.0-1 | affected | +b1 is a rebuild of the binary, its source is 2.0-1
    pkg:deb/debian/bar@1.0?distro=debian-12&upstream=foo | Debian:12 > bar > 0..2.0 | silent | Debian names sources: the source bar is another package
    @1:3.0.11-1?distro=debian-12 | 0..3.0.12 | fixed | the epoch decides
    @3.0.11-1?distro=debian-12 | 0..1:0.9 | affected | the epoch decides
    @3.0.11-1?distro=debian-12&epoch=1 | 0..3.0.12 | fixed | the epoch of the qualifier
    pkg:deb/debian/vim@2:9.0.1378-2?distro=debian-12 | Debian:12 > vim > 0..9.1 | fixed | the epoch decides
    pkg:deb/debian/vim@9.0.1378-2?distro=debian-12 | Debian:12 > vim > 0..2:9.0 | affected | the epoch decides
    pkg:deb/debian/openssl@3.0.11-1~deb12u1?arch=arm64&distro=debian-12 | 0..3.0.11-1~deb12u2 | affected | the architecture is not restricted
    @3.0.11-1~deb12u1?distro=debian-12 | 0.. | affected | not fixed in this release
    @3.0.11-1~deb12u1?distro=debian-12 | withdrawn 0.. | silent | withdrawn
    @3.0.11-1~deb12u1?distro=debian-12 | {3.0.11-1~deb12u1} | affected | listed
    @3.0.11-1~deb12u1?distro=debian-12 | Ubuntu:22.04:LTS > openssl > 0..9 | no_data:no-data | another distribution
    @3.0.11-1~deb12u1?distro=ubuntu-22.04 | 0..9 | undecidable:release | the qualifier names another distribution
    @3.0.11-1~deb12u1?distro=debian-13 | Debian:13 > openssl > 0..3.0.11-1~deb12u2 | affected | its own release
    `,
  ),
  ...distribution(
    'Ubuntu:22.04:LTS',
    'openssl',
    'pkg:deb/ubuntu/openssl',
    `
    @3.0.2-0ubuntu1.1?distro=ubuntu-22.04 | 0..3.0.2-0ubuntu1.2 | affected | LTS is a word beside the release
    @3.0.2-0ubuntu1.2?distro=ubuntu-22.04 | 0..3.0.2-0ubuntu1.2 | fixed | the fix
    @3.0.2-0ubuntu1.10?distro=ubuntu-22.04 | 0..3.0.2-0ubuntu1.9 | fixed | numbers, not texts
    @3.0.2-0ubuntu1.1?distro=jammy | 0..3.0.2-0ubuntu1.2 | affected | the release by its name
    @3.0.2-0ubuntu1.1?distro=ubuntu-22.04.3 | 0..3.0.2-0ubuntu1.2 | affected | a point release
    @3.0.2-0ubuntu1.1?distro=ubuntu-22.10 | 0..3.0.2-0ubuntu1.2 | no_data:no-data | nothing was given about 22.10
    @3.0.2-0ubuntu1.1?distro=ubuntu-20.04 | 0..3.0.2-0ubuntu1.2 | no_data:no-data | nothing was given about 20.04
    @3.0.2-0ubuntu1.1 | 0..3.0.2-0ubuntu1.2 | undecidable:release | which release is not known
    @3.0.2-0ubuntu1.1?distro=ubuntu-22.04 | Ubuntu:22.04 > openssl > 0..3.0.2-0ubuntu1.2 | affected | without the word
    @3.0.2-0ubuntu1.1?distro=ubuntu-22.04 | Ubuntu:23.10 > openssl > 0..9 | no_data:no-data | another release
    @3.0.2-0ubuntu1.1?distro=ubuntu-22.04 | Debian:12 > openssl > 0..9 | no_data:no-data | another distribution
    @1.1.1-1ubuntu2.1?distro=ubuntu-18.04 | Ubuntu:Pro:18.04:LTS > openssl > 0..1.1.1-1ubuntu2.1+esm1 | affected | the fix is for subscribers, the fault for all
    @1.1.1-1ubuntu2.1%2Besm1?distro=ubuntu-18.04 | Ubuntu:Pro:18.04:LTS > openssl > 0..1.1.1-1ubuntu2.1+esm1 | fixed | the fix for subscribers
    @3.0.2-0ubuntu1.1?distro=ubuntu-22.04 | Ubuntu:Pro:FIPS:22.04:LTS > openssl > 0..3.0.2-0ubuntu1.2+Fips1 | no_data:no-data | certified builds are other packages
    pkg:deb/ubuntu/libssl3@3.0.2-0ubuntu1.1?distro=ubuntu-22.04&upstream=openssl | 0..3.0.2-0ubuntu1.2 | affected | by its source
    `,
  ),
  ...distribution(
    'Alpine:v3.19',
    'busybox',
    'pkg:apk/alpine/busybox',
    `
    @1.36.1-r0?distro=alpine-3.19.0 | 0..1.36.1-r1 | affected | the branch of the release
    @1.36.1-r1?distro=alpine-3.19.0 | 0..1.36.1-r1 | fixed | the fix
    @1.36.1-r10?distro=alpine-3.19.0 | 0..1.36.1-r9 | fixed | numbers, not texts
    @1.36.1_rc1-r0?distro=alpine-3.19.0 | 0..1.36.1-r0 | affected | a candidate
    @1.36.1_p1-r0?distro=alpine-3.19.0 | 0..1.36.1-r5 | fixed | a patch is after its release
    @1.36.1-r0?distro=alpine-3.19 | 0..1.36.1-r1 | affected | the branch
    @1.36.1-r0?distro=3.19.0 | 0..1.36.1-r1 | affected | the release alone
    @1.36.1-r0?distro=alpine-3.18.0 | 0..1.36.1-r1 | no_data:no-data | another branch
    @1.36.1-r0?distro=alpine-3.1.9 | 0..1.36.1-r1 | no_data:no-data | 3.1 is not 3.19
    @1.36.1-r0?distro=alpine-edge | 0..1.36.1-r1 | no_data:no-data | edge is a branch of its own
    @1.36.1-r0 | 0..1.36.1-r1 | undecidable:release | which branch is not known
    pkg:apk/alpine/ssl_client@1.36.1-r0?distro=alpine-3.19.0&upstream=busybox | 0..1.36.1-r1 | affected | by its origin
    pkg:apk/alpine/ssl_client@1.36.1-r0?distro=alpine-3.19.0 | 0..1.36.1-r1 | silent | its origin is not said
    pkg:apk/wolfi/busybox@1.36.1-r0?distro=wolfi-20230201 | 0..1.36.1-r1 | no_data:no-data | another distribution
    `,
  ),
  ...distribution(
    'Wolfi',
    'bash',
    'pkg:apk/wolfi/bash',
    `
    @5.2-r0 | 0..5.2-r1 | affected | Wolfi has no releases
    @5.2-r0?distro=wolfi-20230201 | 0..5.2-r1 | affected | the date is no release
    @5.2-r1?distro=wolfi-20230201 | 0..5.2-r1 | fixed | the fix
    pkg:apk/chainguard/bash@5.2-r0 | 0..5.2-r1 | no_data:no-data | another distribution
    pkg:apk/chainguard/bash@5.2-r0 | Chainguard > bash > 0..5.2-r1 | affected | its own
    pkg:apk/wolfi/bash-doc@5.2-r0?upstream=bash | 0..5.2-r1 | affected | by its origin
    @5.2-r0 | 0..0 | not_affected | fixed in 0: never affected
    `,
  ),
  ...distribution(
    'Rocky Linux:9',
    'openssl',
    'pkg:rpm/rocky-linux/openssl',
    `
    @3.0.7-24.el9?distro=rocky-9.3 | 0..3.0.7-25.el9 | affected | 9.3 is a 9
    @3.0.7-25.el9?distro=rocky-9.3 | 0..3.0.7-25.el9 | fixed | the fix
    @3.0.7-24.el9_2?distro=rocky-9.3 | 0..3.0.7-24.el9 | fixed | more comes after less
    @3.0.7-24.el9?distro=rocky-9 | 0..3.0.7-25.el9 | affected | the release
    @3.0.7-24.el8?distro=rocky-8.9 | 0..3.0.7-25.el9 | no_data:no-data | another release
    @3.0.7-24.el9 | 0..3.0.7-25.el9 | undecidable:release | which release is not known
    @3.0.7-24.el9?distro=rocky-9.3 | Rocky Linux:9.3 > openssl > 0..3.0.7-25.el9 | affected | this minor release
    @3.0.7-24.el9?distro=rocky-9.3 | Rocky Linux:9.2 > openssl > 0..3.0.7-25.el9 | no_data:no-data | another minor release
    @3.0.7-24.el9?epoch=1&distro=rocky-9.3 | 0..1:3.0.7-25.el9 | affected | the epoch of the qualifier
    @3.0.7-24.el9?epoch=1&distro=rocky-9.3 | 0..3.0.7-25.el9 | fixed | the epoch decides
    @3.0.7-26.el9?epoch=0&distro=rocky-9.3 | 0..1:3.0.7-25.el9 | affected | the epoch decides
    @3.0.7-24.el9?distro=rocky-9.3 | 0..1:3.0.7-24.el9 | affected | no epoch is the epoch 0
    @1:3.0.7-24.el9?distro=rocky-9.3 | 0..3.0.7-25.el9 | fixed | the epoch of the version
    @3.0.7~rc1-24.el9?distro=rocky-9.3 | 0..3.0.7-1.el9 | affected | a tilde comes before the end
    @3.0.7%5Egit1-1.el9?distro=rocky-9.3 | 0..3.0.7-25.el9 | fixed | a caret comes after the end
    pkg:rpm/rocky/openssl@3.0.7-24.el9?distro=rocky-9.3 | 0..3.0.7-25.el9 | affected | both names of the distribution
    pkg:rpm/rocky-linux/openssl-libs@3.0.7-24.el9?distro=rocky-9.3&upstream=openssl-3.0.7-24.el9.src.rpm | 0..3.0.7-25.el9 | affected | by the name of the source package
    pkg:rpm/rocky-linux/openssl-libs@3.0.7-25.el9?distro=rocky-9.3&upstream=openssl-3.0.7-25.el9.src.rpm | 0..3.0.7-25.el9 | fixed | by the name of the source package
    pkg:rpm/rocky-linux/openssl-libs@3.0.7-24.el9?epoch=1&distro=rocky-9.3&upstream=openssl-3.0.7-24.el9.src.rpm | 0..3.0.7-25.el9 | fixed | the name of a source package has no epoch
    pkg:rpm/rocky-linux/openssl-libs@3.0.7-24.el9?distro=rocky-9.3 | 0..3.0.7-25.el9 | silent | its source is not said
    pkg:rpm/rocky-linux/openssl-libs@3.0.7-24.el9?distro=rocky-9.3&upstream=openssl-3.0.7-24.el9.src.rpm | Rocky Linux:9 > openssl-libs > 0..3.0.7-25.el9 | affected | by its own name
    pkg:rpm/rocky-linux/nodejs@16.18.1-3.module%2Bel8.7.0%2B1%2Babc?distro=rocky-8.7 | Rocky Linux:8 > nodejs > 0..1:16.19.1-1.el8 | silent | a module is not what is beside it
    pkg:rpm/rocky-linux/nodejs@16.18.1-3.el8?distro=rocky-8.7 | Rocky Linux:8 > nodejs > 0..16.19.1-1.module+el8.7.0+2+def | silent | no module, and the statement is about one
    pkg:rpm/rocky-linux/nodejs@14.20.0-3.module%2Bel8.7.0%2B1%2Babc?distro=rocky-8.7 | Rocky Linux:8 > nodejs > 0..16.19.1-1.module+el8.7.0+2+def | undecidable:module | which stream the statement is about is not said
    pkg:rpm/rocky-linux/nodejs@16.19.1-2.module%2Bel8.7.0%2B3%2Bfff?distro=rocky-8.7 | Rocky Linux:8 > nodejs > 0..16.19.1-1.module+el8.7.0+2+def | fixed | above the fix, whichever the stream
    pkg:rpm/centos/openssl@3.0.7-24.el9?distro=centos-9 | 0..3.0.7-25.el9 | no_data:no-ecosystem | nobody publishes for it
    `,
  ),
  ...distribution(
    'AlmaLinux:9',
    'openssl',
    'pkg:rpm/almalinux/openssl',
    `
    @3.0.7-24.el9?distro=almalinux-9.3 | 0..1:3.0.7-25.el9 | affected | 9.3 is a 9
    @3.0.7-25.el9?epoch=1&distro=almalinux-9.3 | 0..1:3.0.7-25.el9 | fixed | the fix
    @3.0.7-24.el8?distro=almalinux-8.9 | 0..1:3.0.7-25.el9 | no_data:no-data | another release
    pkg:rpm/almalinux/openssl-libs@3.0.7-24.el9?epoch=1&distro=almalinux-9.3 | AlmaLinux:9 > openssl-libs > 0..1:3.0.7-25.el9 | affected | AlmaLinux names binaries
    @3.0.7-24.el9?distro=rocky-9.3 | 0..9 | undecidable:release | the qualifier names another distribution
    `,
  ),
  ...distribution(
    'Red Hat:enterprise_linux:9::baseos',
    'openssl',
    'pkg:rpm/redhat/openssl',
    `
    @3.0.7-24.el9?epoch=1&distro=rhel-9.3 | 0..1:3.0.7-25.el9 | affected | the repositories of RHEL 9
    @3.0.7-25.el9?epoch=1&distro=rhel-9.3 | 0..1:3.0.7-25.el9 | fixed | the fix
    @3.0.7-25.el9?distro=rhel-9.3 | 0..1:3.0.7-25.el9 | affected | no epoch is the epoch 0
    @3.0.7-24.el8?epoch=1&distro=rhel-8.9 | 0..1:3.0.7-25.el9 | no_data:no-data | another release
    @3.0.7-24.el9?epoch=1 | 0..1:3.0.7-25.el9 | undecidable:release | which release is not known
    @3.0.7-24.el9?epoch=1&distro=rhel-9.3 | Red Hat:rhel_eus:9.2::baseos > openssl > 0..1:3.0.7-25.el9_2 | no_data:no-data | the extended stream of another minor release
    @3.0.7-24.el9?epoch=1&distro=rhel-9.3 | Red Hat:openshift:4.12::el9 > openssl > 0..1:3.0.7-25.el9 | no_data:no-data | another product on RHEL 9
    @3.0.7-24.el9?epoch=1&distro=rhel-9.3 | Red Hat:enterprise_linux:9::appstream > openssl > 0..1:3.0.7-25.el9 | affected | another repository of the same system
    `,
  ),
  ...distribution(
    'SUSE:Linux Enterprise Server 15 SP5',
    'curl',
    'pkg:rpm/suse/curl',
    `
    @8.0.1-150400.5.35.1?distro=sles-15.5 | 0..8.0.1-150400.5.36.1 | affected | 15 SP5 is 15.5
    @8.0.1-150400.5.36.1?distro=sles-15.5 | 0..8.0.1-150400.5.36.1 | fixed | the fix
    @8.0.1-150400.5.35.1?distro=sles-15.4 | 0..8.0.1-150400.5.36.1 | no_data:no-data | another service pack
    @8.0.1-150400.5.35.1?distro=sles-15.5 | SUSE:Linux Enterprise Module for Basesystem 15 SP5 > curl > 0..8.0.1-150400.5.36.1 | affected | modules belong to the service pack
    @8.0.1-150400.5.35.1?distro=sles-15.5 | SUSE:Linux Enterprise Micro 5.5 > curl > 0..8.0.1-150400.5.36.1 | no_data:no-data | another product
    @8.0.1-150400.5.35.1?distro=sles-15 | SUSE:Linux Enterprise Server 15 SP5 > curl > 0..8.0.1-150400.5.36.1 | no_data:no-data | 15 is without service pack
    @8.0.1-150400.5.35.1 | 0..8.0.1-150400.5.36.1 | undecidable:release | which release is not known
    pkg:rpm/suse/libcurl4@8.0.1-150400.5.35.1?distro=sles-15.5&upstream=curl-8.0.1-150400.5.35.1.src.rpm | 0..8.0.1-150400.5.36.1 | affected | by its source
    `,
  ),
  ...distribution(
    'openSUSE:Leap 15.5',
    'curl',
    'pkg:rpm/opensuse/curl',
    `
    @8.0.1-150400.5.35.1?distro=opensuse-leap-15.5 | 0..8.0.1-150400.5.36.1 | affected | Leap and its number
    @8.0.1-150400.5.36.1?distro=opensuse-leap-15.5 | 0..8.0.1-150400.5.36.1 | fixed | the fix
    @8.0.1-150400.5.35.1?distro=opensuse-leap-15.6 | 0..8.0.1-150400.5.36.1 | no_data:no-data | another release
    @8.0.1-1.1?distro=opensuse-tumbleweed-20240101 | openSUSE:Tumbleweed > curl > 0..8.0.1-2.1 | affected | Tumbleweed has no releases
    @8.0.1-1.1?distro=opensuse-tumbleweed-20240101 | 0..8.0.1-2.1 | no_data:no-data | Tumbleweed is not Leap
    @8.0.1-1.1?distro=opensuse-leap-15.5 | openSUSE:Tumbleweed > curl > 0..8.0.1-2.1 | no_data:no-data | Leap is not Tumbleweed
    `,
  ),
  ...distribution(
    'Mageia:9',
    'curl',
    'pkg:rpm/mageia/curl',
    `
    @7.88.1-4.mga9?distro=mageia-9 | 0..7.88.1-4.1.mga9 | affected | below the fix
    @7.88.1-4.1.mga9?distro=mageia-9 | 0..7.88.1-4.1.mga9 | fixed | the fix
    @7.74.0-1.mga8?distro=mageia-8 | 0..7.88.1-4.1.mga9 | no_data:no-data | another release
    `,
  ),
  ...distribution(
    'Photon OS:5.0',
    'curl',
    'pkg:rpm/photon/curl',
    `
    @8.1.2-1.ph5?distro=photon-5.0 | 0..8.1.2-2.ph5 | affected | below the fix
    @8.1.2-2.ph5?distro=photon-5.0 | 0..8.1.2-2.ph5 | fixed | the fix
    @8.1.2-1.ph4?distro=photon-4.0 | 0..8.1.2-2.ph5 | no_data:no-data | another release
    `,
  ),
  ...distribution(
    'openEuler:22.03-LTS-SP3',
    'curl',
    'pkg:rpm/openeuler/curl',
    `
    @7.79.1-20.oe2203sp3?distro=openeuler-22.03-LTS-SP3 | 0..7.79.1-21.oe2203sp3 | affected | below the fix
    @7.79.1-21.oe2203sp3?distro=openEuler-22.03-LTS-SP3 | 0..7.79.1-21.oe2203sp3 | fixed | the fix, and the case of the name
    @7.79.1-20.oe2203sp2?distro=openeuler-22.03-LTS-SP2 | 0..7.79.1-21.oe2203sp3 | no_data:no-data | another service pack
    @7.79.1-20.oe2203sp3?distro=openeuler-22.03 | 0..7.79.1-21.oe2203sp3 | undecidable:release | which service pack is not known
    `,
  ),
  ...distribution(
    'Azure Linux:3',
    'curl',
    'pkg:rpm/azurelinux/curl',
    `
    @8.8.0-1.azl3?distro=azurelinux-3.0 | 0..8.8.0-2.azl3 | affected | 3.0 is a 3
    @8.8.0-2.azl3?distro=azurelinux-3.0 | 0..8.8.0-2.azl3 | fixed | the fix
    @8.8.0-1.cm2?distro=azurelinux-2.0 | 0..8.8.0-2.azl3 | no_data:no-data | another release
    `,
  ),
  ...distribution(
    'Debian:12',
    'openssl',
    'pkg:deb/debian/openssl',
    `
    pkg:rpm/fedora/openssl@3.0.11-1.fc39?distro=fedora-39 | 0..9 | no_data:no-ecosystem | nobody publishes for it
    pkg:alpm/arch/openssl@3.0.11-1 | 0..9 | no_data:no-ecosystem | nobody publishes for it
    pkg:deb/raspbian/openssl@3.0.11-1?distro=raspbian-12 | 0..9 | no_data:no-ecosystem | a rebuild is another distribution
    `,
  ),
];
