/** Debian: Policy §5.6.12 and deb-version(7); opam took the order over without epochs. */
import { compareNumerals, isDigit, isLetter, type Numeral, numeral, runEnd } from '../numeral.ts';
import { defineScheme, type VersionScheme } from '../scheme.ts';

export interface DebKey {
  /** Null when none is written, which means 0. */
  readonly epoch: Numeral | null;
  readonly upstream: string;
  readonly revision: string;
}

/** Policy §5.6.12: which characters an upstream version and a revision may have. */
const UPSTREAM = /^[0-9A-Za-z.+:~-]+$/;
const REVISION = /^[0-9A-Za-z.+~]+$/;

function parseDeb(text: string): DebKey | null {
  const trimmed = text.trim();
  const colon = trimmed.indexOf(':');
  const epoch = colon < 0 ? null : trimmed.slice(0, colon);
  if (epoch !== null && !/^\d{1,10}$/.test(epoch)) return null;
  const rest = trimmed.slice(colon + 1);
  const hyphen = rest.lastIndexOf('-');
  const upstream = hyphen < 0 ? rest : rest.slice(0, hyphen);
  const revision = hyphen < 0 ? '' : rest.slice(hyphen + 1);
  if (!UPSTREAM.test(upstream) || (hyphen >= 0 && !REVISION.test(revision))) return null;
  return { epoch: epoch === null ? null : numeral(epoch), upstream, revision };
}

/** Words before numbers; a tilde before everything, also before the end. */
function weight(text: string, at: number): number {
  if (at >= text.length) return 0;
  const code = text.charCodeAt(at);
  if (isDigit(code)) return 0;
  if (isLetter(code)) return code;
  return code === TILDE ? -1 : code + 256;
}

const TILDE = 0x7e;

/** Policy §5.6.12: non-digits by weight and digits by number, in turns, from left to right. */
export function compareDebPart(a: string, b: string): number {
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    while (isNonDigit(a, i) || isNonDigit(b, j)) {
      const order = weight(a, i) - weight(b, j);
      if (order !== 0) return order;
      i++;
      j++;
    }
    const iEnd = runEnd(a, i, isDigit);
    const jEnd = runEnd(b, j, isDigit);
    const order = compareDigits(a, i, iEnd, b, j, jEnd);
    if (order !== 0) return order;
    i = iEnd;
    j = jEnd;
  }
  return 0;
}

function isNonDigit(text: string, at: number): boolean {
  return at < text.length && !isDigit(text.charCodeAt(at));
}

/** Runs of digits as numbers of any length; an empty run is 0. */
export function compareDigits(
  a: string,
  aFrom: number,
  aEnd: number,
  b: string,
  bFrom: number,
  bEnd: number,
): number {
  let i = aFrom;
  let j = bFrom;
  while (i < aEnd && a.charCodeAt(i) === ZERO) i++;
  while (j < bEnd && b.charCodeAt(j) === ZERO) j++;
  if (aEnd - i !== bEnd - j) return aEnd - i - (bEnd - j);
  for (; i < aEnd; i++, j++) {
    const order = a.charCodeAt(i) - b.charCodeAt(j);
    if (order !== 0) return order;
  }
  return 0;
}

const ZERO = 0x30;

function compareDeb(a: DebKey, b: DebKey): number {
  return (
    compareNumerals(a.epoch ?? 0, b.epoch ?? 0) ||
    compareDebPart(a.upstream, b.upstream) ||
    compareDebPart(a.revision, b.revision)
  );
}

export const DEB: VersionScheme = defineScheme<DebKey>({
  name: 'deb',
  clause: 'Debian Policy §5.6.12',
  parse: parseDeb,
  compare: compareDeb,
  strict: (text) => /^(?:\d+:)?\d/.test(text),
});

export const OPAM: VersionScheme = defineScheme<string>({
  name: 'opam',
  clause: 'opam manual, "Version ordering"',
  parse: (text) => (/^[0-9A-Za-z._+~-]+$/.test(text) ? text : null),
  compare: compareDebPart,
});
