/**
 * The order of versions in CPE names. NVD states ranges without a scheme, so this one is for all
 * products: runs of digits as numbers, words as texts, early words before the release.
 */
import { type CpeValue, plain } from './wfn.ts';

export type CpeVersion = readonly (number | bigint | string)[];

/** Words that come before the release; other words and letters come after it (1.0.2a). */
const EARLY: ReadonlyMap<string, number> = new Map([
  ['dev', 0],
  ['snapshot', 1],
  ['alpha', 2],
  ['beta', 3],
  ['milestone', 4],
  ['pre', 5],
  ['preview', 5],
  ['rc', 6],
  ['cr', 6],
]);

/** Reads a version as written, e.g. `1.0.2a-beta1` as [1, 0, 2, 'a', 'beta', 1]. Linear. */
export function readCpeVersion(text: string): CpeVersion {
  const runs = text.toLowerCase().match(/\d+|[a-z]+/g) ?? [];
  const parts = runs.map((run) => (/^\d/.test(run) ? toNumber(run) : run));
  return parts[0] === 'v' && parts.length > 1 ? parts.slice(1) : parts;
}

function toNumber(digits: string): number | bigint {
  return digits.length <= 15 ? Number(digits) : BigInt(digits);
}

/** A missing number is 0, so that 1.0 is 1.0.0; a missing word is the release. */
export function compareCpeVersions(a: CpeVersion, b: CpeVersion): number {
  const longer = Math.max(a.length, b.length);
  for (let index = 0; index < longer; index++) {
    const order = compareParts(a[index], b[index]);
    if (order !== 0) return order;
  }
  return 0;
}

type Part = CpeVersion[number] | undefined;

function compareParts(a: Part, b: Part): number {
  if (typeof a === 'string' || typeof b === 'string') {
    const order = wordRank(a) - wordRank(b);
    if (order !== 0 || typeof a !== 'string' || typeof b !== 'string') return order;
    return a < b ? -1 : a > b ? 1 : 0;
  }
  const x = a ?? 0;
  const y = b ?? 0;
  return x < y ? -1 : x > y ? 1 : 0;
}

const END = 10;
const LATE_WORD = 11;
const NUMBER = 12;

/** Early words, the end, other words, numbers. */
function wordRank(part: Part): number {
  if (part === undefined) return END;
  return typeof part === 'string' ? (EARLY.get(part) ?? LATE_WORD) : NUMBER;
}

/**
 * Version of a name for comparison. An early word in the update belongs to it (version 2.0, update
 * rc1); service packs and patches do not, for NVD's bounds leave the update out.
 */
export function versionOfName(version: CpeValue, update: CpeValue): CpeVersion {
  const read = readCpeVersion(plain(version));
  const word = /^[a-z]+/.exec(update)?.[0];
  return word !== undefined && EARLY.has(word) ? [...read, ...readCpeVersion(plain(update))] : read;
}
