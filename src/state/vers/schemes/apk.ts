/** Alpine: the versions of apk-tools (apk-package(5)). */
import { compareNumerals, compareText, type Numeral, numeral } from '../numeral.ts';
import { defineScheme, type VersionScheme } from '../scheme.ts';

interface ApkKey {
  /** As written: after the first, a leading zero makes a number a decimal fraction. */
  readonly numbers: readonly string[];
  readonly letter: string;
  readonly suffixes: readonly (readonly [rank: number, number: Numeral | null])[];
  readonly commit: string;
  readonly revision: Numeral | null;
}

const VERSION =
  /^(\d+(?:\.\d+)*)([a-z])?((?:_(?:alpha|beta|pre|rc|cvs|svn|git|hg|p)\d*)*)(?:~([0-9a-f]+))?(?:-r(\d+))?$/;

/** Below 0 they come before the version without suffix, above 0 after it. */
const SUFFIXES: Readonly<Record<string, number>> = {
  alpha: -4,
  beta: -3,
  pre: -2,
  rc: -1,
  cvs: 1,
  svn: 2,
  git: 3,
  hg: 4,
  p: 5,
};

function parseApk(text: string): ApkKey | null {
  const match = VERSION.exec(text.trim());
  if (match === null) return null;
  const [, numbers = '', letter = '', suffixes = '', commit = '', revision] = match;
  return {
    numbers: numbers.split('.'),
    letter,
    suffixes: [...suffixes.matchAll(/_([a-z]+)(\d*)/g)].map(([, name = '', digits = '']) => [
      SUFFIXES[name] as number,
      digits === '' ? null : numeral(digits),
    ]),
    commit,
    revision: revision === undefined ? null : numeral(revision),
  };
}

/**
 * The parts in their order. What one version has and the other lacks comes later, save a suffix
 * that means "before": there the version that goes on with anything else is the later one.
 */
function compareApk(a: ApkKey, b: ApkKey): number {
  return (
    compareApkNumbers(a.numbers, b.numbers) ||
    compareText(a.letter, b.letter) ||
    compareSuffixes(a.suffixes, b.suffixes) ||
    compareText(a.commit, b.commit) ||
    compareNumerals(a.revision ?? -1, b.revision ?? -1)
  );
}

function compareApkNumbers(a: readonly string[], b: readonly string[]): number {
  const shared = Math.min(a.length, b.length);
  for (let index = 0; index < shared; index++) {
    const order = compareApkNumber(a[index] as string, b[index] as string, index > 0);
    if (order !== 0) return order;
  }
  if (a.length === b.length) return 0;
  return a.length - b.length;
}

function compareApkNumber(a: string, b: string, fraction: boolean): number {
  return fraction && (a.startsWith('0') || b.startsWith('0'))
    ? compareText(a, b)
    : compareNumerals(numeral(a), numeral(b));
}

function compareSuffixes(a: ApkKey['suffixes'], b: ApkKey['suffixes']): number {
  const longer = Math.max(a.length, b.length);
  for (let index = 0; index < longer; index++) {
    const [x, xNumber] = a[index] ?? [0, null];
    const [y, yNumber] = b[index] ?? [0, null];
    if (x !== y) return x - y;
    if (xNumber === null && yNumber !== null) return againstNumber(a[index + 1]);
    if (yNumber === null && xNumber !== null) return -againstNumber(b[index + 1]);
    const order = compareNumerals(xNumber ?? 0, yNumber ?? 0);
    if (order !== 0) return order;
  }
  return 0;
}

/** A suffix without a number against one with it: the suffix that follows decides, if any does. */
function againstNumber(next: ApkKey['suffixes'][number] | undefined): number {
  return next !== undefined && next[0] > 0 ? 1 : -1;
}

export const APK: VersionScheme = defineScheme<ApkKey>({
  name: 'apk',
  clause: 'apk-package(5), "Package version"',
  parse: parseApk,
  compare: compareApk,
});
