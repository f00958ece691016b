/** Operating systems: their names in os-release, package URLs and CPE, and in OSV. */

export interface SystemRow {
  /** Ecosystem of OSV; null where nobody publishes there. */
  readonly osv: string | null;
  /** What `ID` of os-release begins with, in lower case. */
  readonly ids: readonly string[];
  /** `vendor:product` of CPE names. */
  readonly cpes: readonly string[];
  /** How the product is written in words, before its number. */
  readonly words?: RegExp;
  /** One statement holds for all that is installed. */
  readonly rolling?: true;
}

export const SYSTEMS: readonly SystemRow[] = [
  { osv: 'Debian', ids: ['debian'], cpes: ['debian:debian_linux'], words: /^debian\b/ },
  { osv: 'Ubuntu', ids: ['ubuntu'], cpes: ['canonical:ubuntu_linux'], words: /^ubuntu\b/ },
  { osv: 'Alpine', ids: ['alpine'], cpes: ['alpinelinux:alpine_linux', 'alpinelinux:alpine'] },
  { osv: 'Wolfi', ids: ['wolfi'], cpes: ['chainguard:wolfi', 'wolfi:wolfi'], rolling: true },
  { osv: 'Chainguard', ids: ['chainguard'], cpes: ['chainguard:chainguard'], rolling: true },
  { osv: 'MinimOS', ids: ['minimos'], cpes: [], rolling: true },
  { osv: 'Echo', ids: ['echo'], cpes: [], rolling: true },
  { osv: 'Alpaquita', ids: ['alpaquita'], cpes: [] },
  { osv: 'BellSoft Hardened Containers', ids: ['bellsoft'], cpes: [] },
  {
    osv: 'Red Hat',
    ids: ['rhel', 'redhat', 'red hat', 'red_hat'],
    cpes: ['redhat:enterprise_linux', 'redhat:enterprise_linux_server', 'redhat:rhel'],
    words: /^red hat enterprise linux\b/,
  },
  {
    osv: 'Rocky Linux',
    ids: ['rocky'],
    cpes: ['rocky:rocky', 'resf:rocky_linux', 'rocky:linux'],
    words: /^rocky linux\b/,
  },
  {
    osv: 'AlmaLinux',
    ids: ['alma'],
    cpes: ['almalinux:almalinux', 'alma:almalinux'],
    words: /^almalinux\b/,
  },
  {
    osv: 'openSUSE',
    ids: ['opensuse'],
    cpes: ['opensuse:leap', 'opensuse:tumbleweed', 'opensuse:opensuse'],
    words: /^opensuse\b/,
  },
  {
    osv: 'SUSE',
    ids: ['sles', 'sled', 'sle', 'suse', 'sl-micro'],
    cpes: [
      'suse:sles',
      'suse:sled',
      'suse:sles_sap',
      'suse:sle-micro',
      'suse:linux_enterprise_server',
    ],
    words: /^suse linux\b/,
  },
  { osv: 'openEuler', ids: ['openeuler'], cpes: ['openeuler:openeuler'] },
  { osv: 'Mageia', ids: ['mageia'], cpes: ['mageia:mageia'] },
  { osv: 'Photon OS', ids: ['photon'], cpes: ['vmware:photon_os', 'vmware:photon'] },
  {
    osv: 'Azure Linux',
    ids: ['azurelinux', 'azure', 'mariner', 'cbl-mariner'],
    cpes: ['microsoft:azure_linux', 'microsoft:cbl-mariner'],
  },
  { osv: null, ids: ['fedora'], cpes: ['fedoraproject:fedora'] },
  { osv: null, ids: ['centos'], cpes: ['centos:centos'] },
  { osv: null, ids: ['ol', 'oracle'], cpes: ['oracle:linux'] },
  { osv: null, ids: ['amzn', 'amazon'], cpes: ['amazon:linux', 'amazon:amazon_linux'] },
  { osv: null, ids: ['arch'], cpes: ['archlinux:arch_linux'], rolling: true },
  { osv: null, ids: ['gentoo'], cpes: ['gentoo:linux'], rolling: true },
];

/** Releases by their names. */
export const CODENAMES: Readonly<Record<string, string>> = {
  jessie: '8',
  stretch: '9',
  buster: '10',
  bullseye: '11',
  bookworm: '12',
  trixie: '13',
  forky: '14',
  trusty: '14.04',
  xenial: '16.04',
  bionic: '18.04',
  focal: '20.04',
  jammy: '22.04',
  noble: '24.04',
  plucky: '25.04',
  questing: '25.10',
};
