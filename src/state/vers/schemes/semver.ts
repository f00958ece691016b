/** Semantic Versioning 2.0.0 and the ecosystems that follow it. */
import { compareNumerals, compareText, type Numeral, numeral } from '../numeral.ts';
import { defineScheme, type VersionScheme } from '../scheme.ts';

export interface SemverKey {
  readonly major: Numeral;
  readonly minor: Numeral;
  readonly patch: Numeral;
  /** Empty for a release. */
  readonly pre: readonly (Numeral | string)[];
  readonly build: readonly (Numeral | string)[];
  /** How many of major, minor and patch were written. */
  readonly parts: number;
}

const VERSION =
  /^(\d+)(?:\.(\d+))?(?:\.(\d+))?(?:-([0-9A-Za-z.-]+)|\.?([A-Za-z][0-9A-Za-z.-]*))?(?:\+([0-9A-Za-z.-]+))?$/;
const STRICT =
  /^(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)(?:-((?:0|[1-9]\d*|\d*[A-Za-z-][0-9A-Za-z-]*)(?:\.(?:0|[1-9]\d*|\d*[A-Za-z-][0-9A-Za-z-]*))*))?(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$/;

/**
 * Reads a version and what people write instead: `1.2` for `1.2.0`, `1.2rc1` and `1.2.0.rc1` for
 * `1.2.0-rc1`. Null for everything else, such as a fourth number.
 */
export function parseSemver(text: string): SemverKey | null {
  const match = VERSION.exec(text);
  if (match === null) return null;
  const [, major = '0', minor, patch, dashed, joined, build] = match;
  const pre = identifiers(dashed ?? joined);
  const metadata = identifiers(build);
  if (pre === null || metadata === null) return null;
  return {
    major: numeral(major),
    minor: numeral(minor ?? '0'),
    patch: numeral(patch ?? '0'),
    pre,
    build: metadata,
    parts: patch !== undefined ? 3 : minor !== undefined ? 2 : 1,
  };
}

/** Dot-separated identifiers; null when one is empty. */
function identifiers(text: string | undefined): (Numeral | string)[] | null {
  if (text === undefined) return [];
  const words = text.split('.');
  if (words.includes('')) return null;
  return words.map((word) => (/^\d+$/.test(word) ? numeral(word) : word));
}

export function isStrictSemver(text: string): boolean {
  return STRICT.test(text);
}

/** §11: numbers numerically, a pre-release before its release, build metadata not at all. */
export function compareSemver(a: SemverKey, b: SemverKey): number {
  return (
    compareNumerals(a.major, b.major) ||
    compareNumerals(a.minor, b.minor) ||
    compareNumerals(a.patch, b.patch) ||
    comparePreReleases(a.pre, b.pre)
  );
}

/** §11.3 and §11.4. */
function comparePreReleases(
  a: readonly (Numeral | string)[],
  b: readonly (Numeral | string)[],
): number {
  if (a.length === 0 || b.length === 0) return b.length - a.length;
  return compareIdentifierLists(a, b);
}

/** §11.4.4: with all the earlier ones equal, more identifiers come later. */
export function compareIdentifierLists(
  a: readonly (Numeral | string)[],
  b: readonly (Numeral | string)[],
): number {
  const shared = Math.min(a.length, b.length);
  for (let index = 0; index < shared; index++) {
    const order = compareIdentifiers(a[index] as Numeral | string, b[index] as Numeral | string);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

/** §11.4.1 to §11.4.3: numbers before words. */
function compareIdentifiers(a: Numeral | string, b: Numeral | string): number {
  if (typeof a === 'string') return typeof b === 'string' ? compareText(a, b) : 1;
  return typeof b === 'string' ? -1 : compareNumerals(a, b);
}

/** pub and Julia order builds too: a version with build metadata comes after the same without. */
function compareWithBuild(a: SemverKey, b: SemverKey): number {
  const order = compareSemver(a, b);
  if (order !== 0) return order;
  if (a.build.length === 0 || b.build.length === 0) return a.build.length - b.build.length;
  return compareIdentifierLists(a.build, b.build);
}

/** A leading v is common in tags and in advisories; it is no part of the version. */
function withoutV(text: string): string {
  return /^[vV](?=\d)/.test(text) ? text.slice(1) : text;
}

const lenient = (text: string) => parseSemver(withoutV(text));

/** node-semver takes `v`, `=` and blanks before the version. */
function parseNpm(text: string): SemverKey | null {
  return lenient(text.trim().replace(/^=\s*/, ''));
}

/** A Bitnami version ends in the number of its build, which the advisories leave out. */
function parseBitnami(text: string): SemverKey | null {
  return lenient(text.replace(/-\d+$/, ''));
}

const follower = (name: string, clause: string): VersionScheme =>
  defineScheme<SemverKey>({
    name,
    clause,
    parse: lenient,
    compare: compareSemver,
    strict: isStrictSemver,
  });

export const SEMVER_SCHEMES: readonly VersionScheme[] = [
  follower('semver', 'Semantic Versioning 2.0.0 §11'),
  defineScheme<SemverKey>({
    name: 'npm',
    clause: 'node-semver, "Versions"; Semantic Versioning 2.0.0 §11',
    parse: parseNpm,
    compare: compareSemver,
    strict: (text) => isStrictSemver(text.replace(/^v/, '')),
  }),
  follower('cargo', 'The Cargo Book, "Specifying Dependencies"; Semantic Versioning 2.0.0 §11'),
  follower('hex', 'Elixir Version; Semantic Versioning 2.0.0 §11'),
  follower('swift', 'Swift Package Manager, "Version"; Semantic Versioning 2.0.0 §11'),
  follower('githubactions', 'Semantic Versioning 2.0.0 §11'),
  defineScheme<SemverKey>({
    name: 'pub',
    clause: 'Dart pub, "Package versioning": build metadata is ordered',
    parse: lenient,
    compare: compareWithBuild,
    strict: isStrictSemver,
  }),
  defineScheme<SemverKey>({
    name: 'julia',
    clause: 'Julia manual, VersionNumber: build metadata is ordered',
    parse: lenient,
    compare: compareWithBuild,
    strict: isStrictSemver,
  }),
  defineScheme<SemverKey>({
    name: 'bitnami',
    clause: 'Bitnami vulnerability database: the build revision is no part of the version',
    parse: parseBitnami,
    compare: compareSemver,
  }),
];
