/** Schemes of plain numbers: intdot, hackage, cran, cpan, nginx. */
import { compareLists, compareNumerals, comparePadded, type Numeral, numeral } from '../numeral.ts';
import { defineScheme, type VersionScheme } from '../scheme.ts';

const numbers = (text: string, separator: string | RegExp = '.') =>
  text.split(separator).map(numeral);

/** "Interpretation of the version should stop at the first character that is not a digit or a dot." */
function parseIntdot(text: string): Numeral[] | null {
  const match = /^\d+(?:\.\d+)*/.exec(text);
  return match === null ? null : numbers(match[0]);
}

/** A lone trailing tag (1.2-beta) was dropped from Cabal and never counted. */
function parseHackage(text: string): Numeral[] | null {
  const match = /^(\d+(?:\.\d+)*)(?:-[0-9A-Za-z-]+)?$/.exec(text);
  return match === null ? null : numbers(match[1] as string);
}

/** Writing R Extensions §1.1.1: at least two integers, separated by . or -. */
function parseCran(text: string): Numeral[] | null {
  return /^\d+(?:[.-]\d+)*$/.test(text) ? numbers(text, /[.-]/) : null;
}

/** perldoc version: 1.002003 is v1.2.3; a v or a second dot makes a dotted version. */
function parseCpan(text: string): Numeral[] | null {
  const plain = text.replace(/(?:-TRIAL\d*)$/, '').replaceAll('_', '');
  const dotted = /^v(\d+(?:\.\d+)*)$|^(\d*\.\d+(?:\.\d+)+)$/.exec(plain);
  if (dotted !== null) {
    return (dotted[1] ?? dotted[2] ?? '').split('.').map((word) => numeral(word || '0'));
  }
  const decimal = /^(\d*)(?:\.(\d*))?$/.exec(plain);
  if (decimal === null || plain === '' || plain === '.') return null;
  const fraction = decimal[2] ?? '';
  const groups = fraction.match(/\d{1,3}/g) ?? [];
  return [numeral(decimal[1] || '0'), ...groups.map((digits) => numeral(digits.padEnd(3, '0')))];
}

function parseNginx(text: string): Numeral[] | null {
  return /^\d+(?:\.\d+)*$/.test(text) ? numbers(text) : null;
}

const padded = (a: readonly Numeral[], b: readonly Numeral[]) =>
  comparePadded(a, b, 0, compareNumerals);
const listed = (a: readonly Numeral[], b: readonly Numeral[]) =>
  compareLists(a, b, compareNumerals);

const plain = (
  name: string,
  clause: string,
  parse: (text: string) => Numeral[] | null,
  compare: (a: readonly Numeral[], b: readonly Numeral[]) => number,
): VersionScheme => defineScheme<readonly Numeral[]>({ name, clause, parse, compare });

export const DOTTED_SCHEMES: readonly VersionScheme[] = [
  plain('intdot', 'VERS, "Generic VERS types": intdot', parseIntdot, padded),
  plain('hackage', 'Haskell Package Versioning Policy', parseHackage, listed),
  plain('cran', 'Writing R Extensions §1.1.1; R numeric_version', parseCran, listed),
  plain('cpan', 'perldoc version', parseCpan, padded),
  plain('nginx', 'nginx security advisories', parseNginx, padded),
];
