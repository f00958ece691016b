/** The order of versions (OVAL Common Schema, version, ios_version, fileset_revision, evr_string). */
import { compareVersions } from '../../vers/index.ts';

/** -1, 0 or 1; null where one of them is no version, or they have no order. */
export type Compared = -1 | 0 | 1 | null;

const sign = (a: bigint | string, b: bigint | string): -1 | 0 | 1 => (a < b ? -1 : a > b ? 1 : 0);

/** Whole numbers with one character between each two; the shorter is padded with zeros. */
export function compareDotted(a: string, b: string): Compared {
  const [left, right] = [numbersOf(a), numbersOf(b)];
  if (left === null || right === null) return null;
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const order = sign(left[i] ?? 0n, right[i] ?? 0n);
    if (order !== 0) return order;
  }
  return 0;
}

const VERSION_CHARS = 4_096;

function numbersOf(text: string): bigint[] | null {
  const trimmed = text.trim();
  if (trimmed.length > VERSION_CHARS || !/^[0-9]+(?:[^0-9][0-9]+)*$/.test(trimmed)) return null;
  return trimmed.split(/[^0-9]/).map(BigInt);
}

/** EPOCH:VERSION-RELEASE as rpm orders them; no epoch is 0, as is rpm's `(none)`. */
export function compareEvr(a: string, b: string): Compared {
  return ordered('rpm', a, b);
}

/** EPOCH:UPSTREAM-REVISION as dpkg orders them. */
export function compareDebianEvr(a: string, b: string): Compared {
  return ordered('deb', a, b);
}

function ordered(scheme: string, a: string, b: string): Compared {
  const plain = (text: string) => text.trim().replace(/^\(none\):/, '0:');
  const compared = compareVersions(scheme, plain(a), plain(b));
  return compared.ok ? compared.value : null;
}

/** Revisions of HP-UX filesets: parts between dots, numbers as numbers, others as texts. */
export function compareRevisions(a: string, b: string): Compared {
  const [left, right] = [a.trim().split('.'), b.trim().split('.')];
  if (a.length > VERSION_CHARS || b.length > VERSION_CHARS) return null;
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const [x = '', y = ''] = [left[i], right[i]];
    const numbers = /^[0-9]+$/.test(x) && /^[0-9]+$/.test(y);
    const order = numbers ? sign(BigInt(x), BigInt(y)) : sign(x, y);
    if (order !== 0) return order;
  }
  return 0;
}

const IOS =
  /^([0-9]{1,6})\.([0-9]{1,6})\(([0-9]{1,6})([a-z]?)(?:\.([0-9]{1,6}))?\)([A-Z]{0,6})([0-9]{0,6})([a-z]?)$/;

/** Releases of Cisco IOS, e.g. 12.4(23a)T1; releases of two trains have no order. */
export function compareIos(a: string, b: string): Compared {
  const [left, right] = [IOS.exec(a.trim()), IOS.exec(b.trim())];
  if (left === null || right === null) return null;
  for (const [i, numeric] of IOS_PARTS) {
    const [x = '', y = ''] = [left[i], right[i]];
    const order = numeric ? sign(BigInt(x || '0'), BigInt(y || '0')) : sign(x, y);
    if (order === 0) continue;
    return i === TRAIN ? null : order;
  }
  return 0;
}

const TRAIN = 6;
const IOS_PARTS = [
  [1, true],
  [2, true],
  [TRAIN, false],
  [3, true],
  [4, false],
  [5, true],
  [7, true],
  [8, false],
] as const;
