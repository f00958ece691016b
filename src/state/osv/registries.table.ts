/** Databases, ecosystems and words that the OSV schema defines. */

/** Prefixes of ids, by the databases that give them. */
export const PREFIXES: readonly string[] = (
  'ASB-A PUB-A ALPINE ALSA ALBA ALEA AZL BELL BIT CGA CLEANSTART CURL CVE DEBIAN DHI DLA DRUPAL DSA ' +
  'DTSA ECHO EEF ELA GHSA GO GSD HSEC JLSEC KUBE LBSEC LSN MAL MGASA MINI OESA openSUSE-SU OSEC ' +
  'OSV PHSA PSF PYSEC RHBA RHEA RHSA RLBA RLEA RLSA ROOT RSEC RUSTSEC RXSA SUSE-FU SUSE-OU ' +
  'SUSE-RU SUSE-SU UBUNTU USN V8 VSV'
).split(' ');

/** Ecosystems, without what may follow a colon. */
export const ECOSYSTEM_NAMES: readonly string[] = [
  'AlmaLinux',
  'Alpaquita',
  'Alpine',
  'Android',
  'Azure Linux',
  'BellSoft Hardened Containers',
  'Bioconductor',
  'Bitnami',
  'CRAN',
  'Chainguard',
  'CleanStart',
  'ConanCenter',
  'Debian',
  'Docker Hardened Images',
  'Echo',
  'FreeBSD',
  'GHC',
  'GIT',
  'GitHub Actions',
  'Go',
  'Hackage',
  'Hex',
  'Julia',
  'Kubernetes',
  'Linux',
  'Mageia',
  'Maven',
  'MinimOS',
  'NuGet',
  'OSS-Fuzz',
  'Packagist',
  'Photon OS',
  'Pub',
  'PyPI',
  'Red Hat',
  'Rocky Linux',
  'Root',
  'RubyGems',
  'SUSE',
  'SwiftURL',
  'Ubuntu',
  'VSCode',
  'Wolfi',
  'crates.io',
  'npm',
  'opam',
  'openEuler',
  'openSUSE',
];

/** Ecosystems whose name must have a release behind a colon. */
export const RELEASED: ReadonlySet<string> = new Set(['Alpine', 'Mageia', 'Photon OS']);

export const REFERENCE_TYPES: readonly string[] =
  'ADVISORY ARTICLE DETECTION DISCUSSION REPORT FIX INTRODUCED GIT PACKAGE EVIDENCE WEB'.split(' ');

export const CREDIT_TYPES: readonly string[] = (
  'FINDER REPORTER ANALYST COORDINATOR REMEDIATION_DEVELOPER REMEDIATION_REVIEWER ' +
  'REMEDIATION_VERIFIER TOOL SPONSOR OTHER'
).split(' ');

export const UBUNTU_PRIORITIES: readonly string[] = [
  'negligible',
  'low',
  'medium',
  'high',
  'critical',
];
