/** Arch Linux: epoch, pkgver and pkgrel as pacman's vercmp(8) compares them. */
import {
  compareNumerals,
  compareText,
  isDigit,
  isLetter,
  type Numeral,
  numeral,
  runEnd,
} from '../numeral.ts';
import { defineScheme, type VersionScheme } from '../scheme.ts';
import { compareDigits } from './deb.ts';

interface AlpmKey {
  readonly epoch: Numeral | null;
  readonly version: string;
  /** Null when none is written; then it is not compared. */
  readonly release: string | null;
}

function parseAlpm(text: string): AlpmKey | null {
  const trimmed = text.trim();
  if (!/^[!-~]+$/.test(trimmed)) return null;
  const epoch = /^(\d{0,10}):/.exec(trimmed);
  const rest = epoch === null ? trimmed : trimmed.slice(epoch[0].length);
  const hyphen = rest.lastIndexOf('-');
  const version = hyphen < 0 ? rest : rest.slice(0, hyphen);
  if (version === '') return null;
  return {
    epoch: epoch === null ? null : numeral(epoch[1] || '0'),
    version,
    release: hyphen < 0 ? null : rest.slice(hyphen + 1),
  };
}

const isSeparator = (code: number) => !isDigit(code) && !isLetter(code);

/** 1.0a < 1.0beta < 1.0p < 1.0rc < 1.0 < 1.0.a < 1.0.1: where a word stands decides. */
export function compareAlpmPart(a: string, b: string): number {
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const x = runEnd(a, i, isSeparator);
    const y = runEnd(b, j, isSeparator);
    if (x >= a.length || y >= b.length) {
      i = x;
      j = y;
      break;
    }
    // More separators come later.
    if (x - i !== y - j) return x - i - (y - j);
    const numeric = isDigit(a.charCodeAt(x));
    const kind = numeric ? isDigit : isLetter;
    i = runEnd(a, x, kind);
    j = runEnd(b, y, kind);
    if (j === y) return numeric ? 1 : -1;
    const order = numeric
      ? compareDigits(a, x, i, b, y, j)
      : compareText(a.slice(x, i), b.slice(y, j));
    if (order !== 0) return order;
  }
  return compareRemainders(a, i, b, j);
}

/** A word that follows without a separator makes a version earlier, everything else later. */
function compareRemainders(a: string, i: number, b: string, j: number): number {
  if (i >= a.length && j >= b.length) return 0;
  if (i >= a.length) return isLetter(b.charCodeAt(j)) ? 1 : -1;
  return isLetter(a.charCodeAt(i)) ? -1 : 1;
}

function compareAlpm(a: AlpmKey, b: AlpmKey): number {
  const order =
    compareNumerals(a.epoch ?? 0, b.epoch ?? 0) || compareAlpmPart(a.version, b.version);
  if (order !== 0 || a.release === null || b.release === null) return order;
  return compareAlpmPart(a.release, b.release);
}

export const ALPM: VersionScheme = defineScheme<AlpmKey>({
  name: 'alpm',
  clause: 'pacman, vercmp(8)',
  parse: parseAlpm,
  compare: compareAlpm,
});
