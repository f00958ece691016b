/** Numbers in versions have no upper bound: what a double cannot hold exactly is a bigint. */

export type Numeral = number | bigint;

const EXACT_DIGITS = 15;

/** `digits` are ASCII digits, at least one. */
export function numeral(digits: string): Numeral {
  return digits.length <= EXACT_DIGITS ? Number(digits) : exact(BigInt(digits));
}

/** One number has one form, so that keys can be compared with ===. */
function exact(value: bigint): Numeral {
  return value <= Number.MAX_SAFE_INTEGER ? Number(value) : value;
}

export function compareNumerals(a: Numeral, b: Numeral): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Compares ASCII text by code unit, as the schemes ask. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Item by item; of two lists with one beginning the longer comes later. */
export function compareLists<T>(
  a: readonly T[],
  b: readonly T[],
  compare: (x: T, y: T) => number,
): number {
  const shared = Math.min(a.length, b.length);
  for (let index = 0; index < shared; index++) {
    const order = compare(a[index] as T, b[index] as T);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

/** Like `compareLists`, where what a list lacks counts as `missing`. */
export function comparePadded<T>(
  a: readonly T[],
  b: readonly T[],
  missing: T,
  compare: (x: T, y: T) => number,
): number {
  const longer = Math.max(a.length, b.length);
  for (let index = 0; index < longer; index++) {
    const x = index < a.length ? (a[index] as T) : missing;
    const y = index < b.length ? (b[index] as T) : missing;
    const order = compare(x, y);
    if (order !== 0) return order;
  }
  return 0;
}

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

export function isLetter(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

/** End of the run of characters of one kind that begins at `from`. */
export function runEnd(text: string, from: number, kind: (code: number) => boolean): number {
  let end = from;
  while (end < text.length && kind(text.charCodeAt(end))) end++;
  return end;
}
