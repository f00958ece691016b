/** RPM: epoch, version and release, each compared segment by segment (rpm-version(7)). */
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

export interface RpmKey {
  /** Null when none is written, which means 0. */
  readonly epoch: Numeral | null;
  readonly version: string;
  /** Null when none is written. */
  readonly release: string | null;
}

const TEXT = /^[!-~]+$/;

function parseRpm(text: string): RpmKey | null {
  const trimmed = text.trim();
  if (!TEXT.test(trimmed)) return null;
  const colon = trimmed.indexOf(':');
  const epoch = colon < 0 ? null : trimmed.slice(0, colon);
  if (epoch !== null && !/^\d{0,10}$/.test(epoch)) return null;
  const rest = trimmed.slice(colon + 1);
  const hyphen = rest.lastIndexOf('-');
  const version = hyphen < 0 ? rest : rest.slice(0, hyphen);
  if (version === '') return null;
  const release = hyphen < 0 ? null : rest.slice(hyphen + 1);
  return { epoch: epoch === null ? null : numeral(epoch || '0'), version, release };
}

const TILDE = 0x7e;
const CARET = 0x5e;

const isSegment = (code: number) => isDigit(code) || isLetter(code);
const isSeparator = (code: number) => !isSegment(code) && code !== TILDE && code !== CARET;

/**
 * Segments of digits or of letters, from left to right, whatever separates them. A tilde comes
 * before everything, also the end; a caret comes after the end and before everything else.
 */
export function compareRpmPart(a: string, b: string): number {
  if (a === b) return 0;
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    i = runEnd(a, i, isSeparator);
    j = runEnd(b, j, isSeparator);
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(j);
    if (x === TILDE || y === TILDE) {
      if (x !== y) return x === TILDE ? -1 : 1;
    } else if (x === CARET || y === CARET) {
      if (x !== y) return compareCaret(a, i, b, j);
    } else {
      if (i >= a.length || j >= b.length) break;
      const kind = isDigit(x) ? isDigit : isLetter;
      const iEnd = runEnd(a, i, kind);
      const jEnd = runEnd(b, j, kind);
      // Numbers come after words.
      if (j === jEnd) return isDigit(x) ? 1 : -1;
      const order = isDigit(x)
        ? compareDigits(a, i, iEnd, b, j, jEnd)
        : compareText(a.slice(i, iEnd), b.slice(j, jEnd));
      if (order !== 0) return order;
      i = iEnd;
      j = jEnd;
      continue;
    }
    i++;
    j++;
  }
  return (i < a.length ? 1 : 0) - (j < b.length ? 1 : 0);
}

/** Exactly one of the two has a caret here. */
function compareCaret(a: string, i: number, b: string, j: number): number {
  if (i >= a.length) return -1;
  if (j >= b.length) return 1;
  return a.charCodeAt(i) === CARET ? -1 : 1;
}

/** As rpm compares packages: of two equal versions the one without a release comes first. */
function compareRpm(a: RpmKey, b: RpmKey): number {
  return (
    compareNumerals(a.epoch ?? 0, b.epoch ?? 0) ||
    compareRpmPart(a.version, b.version) ||
    compareReleases(a.release, b.release)
  );
}

function compareReleases(a: string | null, b: string | null): number {
  if (a === null || b === null) return (a === null ? 0 : 1) - (b === null ? 0 : 1);
  return compareRpmPart(a, b);
}

export const RPM: VersionScheme = defineScheme<RpmKey>({
  name: 'rpm',
  clause: 'rpm-version(7)',
  parse: parseRpm,
  compare: compareRpm,
});
