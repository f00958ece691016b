/** Version numbers of documents (version_t): integers and Semantic Versioning 2.0.0. */

export interface ReadVersion {
  /** Without pre-release part and build metadata. */
  readonly release: string;
  readonly major: string;
  readonly prerelease: readonly string[];
  readonly build: string;
}

export function readVersion(version: string): ReadVersion {
  const plus = version.indexOf('+');
  const build = plus < 0 ? '' : version.slice(plus + 1);
  const core = plus < 0 ? version : version.slice(0, plus);
  const hyphen = core.indexOf('-');
  const release = hyphen < 0 ? core : core.slice(0, hyphen);
  const prerelease = hyphen < 0 ? [] : core.slice(hyphen + 1).split('.');
  return { release, major: release.split('.')[0] ?? '', prerelease, build };
}

/** Precedence (SemVer §11); an integer version is compared as the major version. */
export function compareVersions(a: string, b: string): number {
  const left = readVersion(a);
  const right = readVersion(b);
  const leftParts = left.release.split('.');
  const rightParts = right.release.split('.');
  for (let i = 0; i < 3; i++) {
    const order = compareNumerals(leftParts[i] ?? '0', rightParts[i] ?? '0');
    if (order !== 0) return order;
  }
  return comparePrereleases(left.prerelease, right.prerelease);
}

function comparePrereleases(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return Math.sign(b.length - a.length);
  const most = Math.max(a.length, b.length);
  for (let i = 0; i < most; i++) {
    const left = a[i];
    const right = b[i];
    if (left === undefined) return -1;
    if (right === undefined) return 1;
    const order = compareIdentifiers(left, right);
    if (order !== 0) return order;
  }
  return 0;
}

function compareIdentifiers(a: string, b: string): number {
  const numericA = /^[0-9]+$/.test(a);
  const numericB = /^[0-9]+$/.test(b);
  if (numericA && numericB) return compareNumerals(a, b);
  if (numericA !== numericB) return numericA ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Numerals of any length, without leading zeros where the schema holds. */
function compareNumerals(a: string, b: string): number {
  const left = a.replace(/^0+(?=.)/, '');
  const right = b.replace(/^0+(?=.)/, '');
  if (left.length !== right.length) return left.length < right.length ? -1 : 1;
  return left < right ? -1 : left > right ? 1 : 0;
}
