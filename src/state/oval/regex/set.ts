/** Sets of characters, as ranges of code points. */

export type Range = readonly [from: number, to: number];

/** A set of characters; what a class, an escape or a single character matches. */
export interface CharSet {
  readonly ranges: readonly Range[];
  readonly negated: boolean;
  /** General categories that belong to it too (`\p{L}`), each with whether it is negated. */
  readonly categories: readonly (readonly [test: RegExp, negated: boolean])[];
  readonly ignoreCase: boolean;
}

const DIGIT: readonly Range[] = [[0x30, 0x39]];
const WORD: readonly Range[] = [
  [0x30, 0x39],
  [0x41, 0x5a],
  [0x5f, 0x5f],
  [0x61, 0x7a],
];
const SPACE: readonly Range[] = [
  [0x09, 0x0d],
  [0x20, 0x20],
];
const BLANK: readonly Range[] = [
  [0x09, 0x09],
  [0x20, 0x20],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
];
const LINE: readonly Range[] = [
  [0x0a, 0x0d],
  [0x85, 0x85],
  [0x2028, 0x2029],
];

/** Escapes that stand for a class; capitals are the others. Perl's, without Unicode properties. */
export const CLASS_ESCAPES: Readonly<Record<string, readonly Range[]>> = {
  d: DIGIT,
  w: WORD,
  s: SPACE,
  h: BLANK,
  v: LINE,
};

/** Classes of POSIX within brackets: `[[:alpha:]]`. */
export const POSIX: Readonly<Record<string, readonly Range[]>> = {
  alnum: [
    [0x30, 0x39],
    [0x41, 0x5a],
    [0x61, 0x7a],
  ],
  alpha: [
    [0x41, 0x5a],
    [0x61, 0x7a],
  ],
  ascii: [[0, 0x7f]],
  blank: [
    [0x09, 0x09],
    [0x20, 0x20],
  ],
  cntrl: [
    [0, 0x1f],
    [0x7f, 0x7f],
  ],
  digit: DIGIT,
  graph: [[0x21, 0x7e]],
  lower: [[0x61, 0x7a]],
  print: [[0x20, 0x7e]],
  punct: [
    [0x21, 0x2f],
    [0x3a, 0x40],
    [0x5b, 0x60],
    [0x7b, 0x7e],
  ],
  space: SPACE,
  upper: [[0x41, 0x5a]],
  word: WORD,
  xdigit: [
    [0x30, 0x39],
    [0x41, 0x46],
    [0x61, 0x66],
  ],
};

const CATEGORY =
  /^(?:L[lmotu]?|M[cen]?|N[dlo]?|P[cdefios]?|S[ckmo]?|Z[lps]?|C[cfnos]?|Any|Latin|Greek|Cyrillic|Han|Hiragana|Katakana)$/;
const SCRIPT = /^(?:Latin|Greek|Cyrillic|Han|Hiragana|Katakana)$/;

/** A test of one character for a general category or script; null where it is not known. */
export function categoryTest(name: string): RegExp | null {
  if (!CATEGORY.test(name)) return null;
  return new RegExp(SCRIPT.test(name) ? `^\\p{Script=${name}}$` : `^\\p{${name}}$`, 'u');
}

/** What is not in the ranges. */
export function complement(ranges: readonly Range[]): Range[] {
  const sorted = [...ranges].sort((a, b) => a[0] - b[0]);
  const rest: Range[] = [];
  let next = 0;
  for (const [from, to] of sorted) {
    if (from > next) rest.push([next, from - 1]);
    next = Math.max(next, to + 1);
  }
  if (next <= 0x10ffff) rest.push([next, 0x10ffff]);
  return rest;
}

/** Compiles a set to a test of a code point; ASCII costs one look into a table. */
export function setTest(set: CharSet): (code: number) => boolean {
  const sorted = [...set.ranges].sort((a, b) => a[0] - b[0]);
  const starts = sorted.map(([from]) => from);
  const ends = highest(sorted);
  const plain = (code: number) =>
    within(starts, ends, code) ||
    set.categories.some(([test, negated]) => test.test(String.fromCodePoint(code)) !== negated);
  const whole = (code: number) =>
    (set.ignoreCase ? anyCase(plain, code) : plain(code)) !== set.negated;
  const ascii = Array.from({ length: 128 }, (_, code) => whole(code));
  return (code) => (code < 128 ? (ascii[code] as boolean) : whole(code));
}

/** Highest end up to each range, so that ranges may overlap. */
function highest(sorted: readonly Range[]): number[] {
  let most = -1;
  return sorted.map(([, to]) => {
    most = Math.max(most, to);
    return most;
  });
}

function within(starts: readonly number[], ends: readonly number[], code: number): boolean {
  let low = 0;
  let high = starts.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) > code) high = middle - 1;
    else low = middle + 1;
  }
  return high >= 0 && (ends[high] as number) >= code;
}

function anyCase(test: (code: number) => boolean, code: number): boolean {
  if (test(code)) return true;
  const char = String.fromCodePoint(code);
  for (const other of [char.toLowerCase(), char.toUpperCase()]) {
    const folded = other.codePointAt(0) as number;
    if (folded !== code && String.fromCodePoint(folded) === other && test(folded)) return true;
  }
  return false;
}
