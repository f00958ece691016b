/** Gentoo ebuilds: Package Manager Specification, chapter 3. */
import { compareNumerals, compareText, type Numeral, numeral } from '../numeral.ts';
import { defineScheme, type VersionScheme } from '../scheme.ts';

interface GentooKey {
  readonly numbers: readonly string[];
  readonly letter: string;
  readonly suffixes: readonly (readonly [rank: number, number: Numeral])[];
  readonly revision: Numeral;
}

/** PMS §3.2. */
const VERSION = /^(\d+(?:\.\d+)*)([a-z])?((?:_(?:alpha|beta|pre|rc|p)\d*)*)(?:-r(\d+))?$/;

/** PMS algorithm 3.6; none stands between rc and p. */
const SUFFIXES: Readonly<Record<string, number>> = { alpha: -4, beta: -3, pre: -2, rc: -1, p: 1 };

function parseGentoo(text: string): GentooKey | null {
  const match = VERSION.exec(text.trim());
  if (match === null) return null;
  const [, numbers = '', letter = '', suffixes = '', revision = '0'] = match;
  return {
    numbers: numbers.split('.'),
    letter,
    suffixes: [...suffixes.matchAll(/_([a-z]+)(\d*)/g)].map(([, name = '', digits = '']) => [
      SUFFIXES[name] as number,
      numeral(digits || '0'),
    ]),
    revision: numeral(revision),
  };
}

/** PMS algorithm 3.1. */
function compareGentoo(a: GentooKey, b: GentooKey): number {
  return (
    compareNumbers(a.numbers, b.numbers) ||
    compareText(a.letter, b.letter) ||
    compareSuffixes(a.suffixes, b.suffixes) ||
    compareNumerals(a.revision, b.revision)
  );
}

/** PMS algorithms 3.2 and 3.3. */
function compareNumbers(a: readonly string[], b: readonly string[]): number {
  const first = compareNumerals(numeral(a[0] as string), numeral(b[0] as string));
  if (first !== 0) return first;
  const shared = Math.min(a.length, b.length);
  for (let index = 1; index < shared; index++) {
    const order = compareComponent(a[index] as string, b[index] as string);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

/** A leading zero makes a component a decimal fraction. */
function compareComponent(a: string, b: string): number {
  return a.startsWith('0') || b.startsWith('0')
    ? compareText(withoutTrailingZeros(a), withoutTrailingZeros(b))
    : compareNumerals(numeral(a), numeral(b));
}

function withoutTrailingZeros(digits: string): string {
  let end = digits.length;
  while (end > 0 && digits.charCodeAt(end - 1) === 0x30) end--;
  return digits.slice(0, end);
}

/** PMS algorithms 3.5 and 3.6: the end counts as neither before nor after, save that p0 is after. */
function compareSuffixes(a: GentooKey['suffixes'], b: GentooKey['suffixes']): number {
  const longer = Math.max(a.length, b.length);
  for (let index = 0; index < longer; index++) {
    const [x, xNumber] = a[index] ?? [0, 0];
    const [y, yNumber] = b[index] ?? [0, 0];
    const order = x - y || compareNumerals(xNumber, yNumber);
    if (order !== 0) return order;
  }
  return 0;
}

export const GENTOO: VersionScheme = defineScheme<GentooKey>({
  name: 'gentoo',
  clause: 'Package Manager Specification §3.3',
  parse: parseGentoo,
  compare: compareGentoo,
});
