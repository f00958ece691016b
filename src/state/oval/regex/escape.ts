/** Escapes of a regular expression, outside of classes and within. */
import { Fault } from './fault.ts';
import { type CharSet, CLASS_ESCAPES, categoryTest, complement } from './set.ts';
import type { RegexAnchor } from './tree.ts';

type Set = Pick<CharSet, 'ranges' | 'negated'> & Partial<CharSet>;

/** What an escape stands for, and where it ends. */
export type Escape = { readonly end: number } & (
  | { readonly kind: 'set'; readonly set: Set; readonly code?: number }
  | { readonly kind: 'at'; readonly at: RegexAnchor }
  | { readonly kind: 'newline' }
);

const CONTROLS: Readonly<Record<string, number>> = {
  a: 7,
  e: 27,
  f: 12,
  n: 10,
  r: 13,
  t: 9,
};
const ANCHORS: Readonly<Record<string, RegexAnchor>> = {
  A: 'start',
  Z: 'lastEnd',
  z: 'end',
  b: 'word',
  B: 'noWord',
};

/** The escape whose backslash stands before `at`. */
export function escapeOf(text: readonly string[], at: number, inClass = false): Escape {
  const char = text[at] ?? '';
  if (char === '') throw new Fault('broken', 'It ends in a single backslash.');
  const end = at + 1;
  const controls = Object.hasOwn(CONTROLS, char) ? CONTROLS[char] : undefined;
  if (controls !== undefined) return single(controls, end);
  if (inClass && char === 'b') return single(8, end);
  if (!inClass && Object.hasOwn(ANCHORS, char)) {
    return { kind: 'at', at: ANCHORS[char] as RegexAnchor, end };
  }
  if (!inClass && char === 'R') return { kind: 'newline', end };
  if (!inClass && char === 'N' && text[end] !== '{') {
    return { kind: 'set', set: { ranges: [[10, 10]], negated: true }, end };
  }
  const lower = char.toLowerCase();
  if (Object.hasOwn(CLASS_ESCAPES, lower)) {
    const ranges = CLASS_ESCAPES[lower] ?? [];
    const set = { ranges: lower === char ? ranges : complement(ranges), negated: false };
    return { kind: 'set', set, end };
  }
  if (char === 'p' || char === 'P') return property(text, end, char === 'P');
  if (char === 'x') return hexadecimal(text, end);
  if (char === 'c') return control(text, end);
  if (char === '0' || (inClass && /^[1-7]$/.test(char))) return octal(text, at);
  if (/^[1-9]$/.test(char)) throw new Fault('unsupported', 'Back references cannot be run.');
  if (/^[A-Za-z]$/.test(char)) throw new Fault('unsupported', `The escape \\${char} is not known.`);
  return single(char.codePointAt(0) as number, end);
}

function single(code: number, end: number): Escape {
  return { kind: 'set', set: { ranges: [[code, code]], negated: false }, code, end };
}

/** `\x41`, `\x{1F600}`. */
function hexadecimal(text: readonly string[], at: number): Escape {
  if (text[at] === '{') {
    const close = text.indexOf('}', at);
    const digits = text.slice(at + 1, close === -1 ? at + 1 : close).join('');
    const code = /^[0-9A-Fa-f]{1,6}$/.test(digits) ? Number.parseInt(digits, 16) : -1;
    if (code < 0 || code > 0x10ffff) throw new Fault('broken', 'A character \\x{…} is none.');
    return single(code, close + 1);
  }
  let end = at;
  while (end < at + 2 && /^[0-9A-Fa-f]$/.test(text[end] ?? '')) end++;
  return single(Number.parseInt(text.slice(at, end).join('') || '0', 16), end);
}

function octal(text: readonly string[], at: number): Escape {
  let end = at;
  while (end < at + 3 && /^[0-7]$/.test(text[end] ?? '')) end++;
  return single(Number.parseInt(text.slice(at, end).join(''), 8), end);
}

/** `\cA`. */
function control(text: readonly string[], at: number): Escape {
  const code = (text[at] ?? '').toUpperCase().codePointAt(0) ?? 128;
  if (code > 127) throw new Fault('broken', 'A control character \\c is none.');
  return single(code ^ 64, at + 1);
}

/** `\p{Lu}`, `\pL`, `\p{^L}`. */
function property(text: readonly string[], at: number, other: boolean): Escape {
  const braced = text[at] === '{';
  const close = braced ? text.indexOf('}', at) : at + 1;
  let name = braced ? text.slice(at + 1, Math.max(at + 1, close)).join('') : (text[at] ?? '');
  let negated = other;
  if (name.startsWith('^')) {
    negated = !negated;
    name = name.slice(1);
  }
  const test = categoryTest(name);
  if (test === null) throw new Fault('unsupported', 'A property \\p is not known.');
  const set = { ranges: [], negated: false, categories: [[test, negated]] as const };
  return { kind: 'set', set, end: braced ? close + 1 : close };
}
