/**
 * Which of the visible memberships of an object a request means: the filters of TAXII 2.1 §3.4 in
 * the order of the port, and the variant rule. "Visible" is the point: the last version is the
 * last visible one, so a hidden version neither supersedes a visible one nor shows itself.
 *
 * A membership carries contest bits, kept true regardless of labels. A bit that is not set means
 * that no row at all contests this one, so no visible row does: the common case needs no look-up.
 * A bit that is set is looked into among the visible rows only.
 *
 * Versions are counted within one spec version: who asks for 2.0 and 2.1 gets the last of each.
 */
import type { Micros } from '../core/clock.ts';
import type { Match, VersionSelector } from './port.ts';
import { shownVersion } from './version.ts';

/** Bits of a membership's `contest`. */
export const CONTEST = {
  /** A later version in the same spec version. */
  later: 1,
  /** An earlier version in the same spec version. */
  earlier: 2,
  /** A preferred variant of the same version in the same spec version. */
  variant: 4,
  /** A newer spec version. */
  spec: 8,
  /** Under embargo: for its owner only, until it is released to a new position. */
  embargo: 16,
} as const;

/** One membership of an object (same format, type and id) in a collection. */
export interface Contender {
  /** Membership; lower is earlier. */
  readonly id: number;
  readonly specVersion: string;
  /** As written; empty where the record has none. */
  readonly version: string;
  /** Sort key of `version`; empty where the record has none. */
  readonly versionKey: string;
  /** First position; orders what has no version of its own. */
  readonly since: Micros;
  readonly preference: number;
}

/** A match made ready: see `compileMatch`. */
export interface CompiledMatch {
  readonly ids: ReadonlySet<string> | null;
  readonly types: ReadonlySet<string> | null;
  readonly specVersions: ReadonlySet<string> | null;
  readonly all: boolean;
  readonly first: boolean;
  readonly last: boolean;
  /** Versions asked for by value, as written or as sort key. */
  readonly versions: ReadonlySet<string>;
}

export function compileMatch(match: Match): CompiledMatch {
  const selectors: readonly VersionSelector[] =
    match.versions === undefined || match.versions.length === 0 ? ['last'] : match.versions;
  return {
    ids: setOf(match.ids),
    types: setOf(match.types),
    specVersions: setOf(match.specVersions),
    all: selectors.includes('all'),
    first: selectors.includes('first'),
    last: selectors.includes('last'),
    versions: new Set(selectors.flatMap((each) => (typeof each === 'string' ? [] : each.version))),
  };
}

function setOf(values: readonly string[] | undefined): ReadonlySet<string> | null {
  return values === undefined || values.length === 0 ? null : new Set(values);
}

/** Orders spec versions by their numbers, then bytewise: 2.0 < 2.1 < 2.10. */
export function compareSpecVersions(a: string, b: string): number {
  if (a === b) return 0;
  const left = a.split('.');
  const right = b.split('.');
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = numberOf(left[i]) - numberOf(right[i]);
    if (difference !== 0) return difference;
  }
  return a < b ? -1 : 1;
}

function numberOf(part: string | undefined): number {
  return part !== undefined && /^[0-9]{1,9}$/.test(part) ? Number(part) : -1;
}

/**
 * Orders versions; what has none comes before, by the time it was first added. Two that share even
 * that show the same version and are variants of it.
 */
export function compareVersions(a: Contender, b: Contender): number {
  if (a.versionKey !== b.versionKey) return a.versionKey < b.versionKey ? -1 : 1;
  return a.versionKey === '' ? a.since - b.since : 0;
}

/** True when `a` is served rather than `b` where both are variants of one version. */
export function isPreferred(a: Contender, b: Contender): boolean {
  return a.preference !== b.preference ? a.preference < b.preference : a.id < b.id;
}

/**
 * Bits of CONTEST, without `embargo`, of every membership of one object in one collection. Linear:
 * a source may write many versions of one object.
 */
export function contestBits(rows: readonly Contender[]): Map<number, number> {
  const groups = new Map<string, Contender[]>();
  for (const row of rows) {
    const group = groups.get(row.specVersion);
    if (group === undefined) groups.set(row.specVersion, [row]);
    else group.push(row);
  }
  const newest = [...groups.keys()].sort(compareSpecVersions).at(-1);
  const bits = new Map<number, number>();
  for (const [spec, group] of groups) {
    contestWithin(group, spec === newest ? 0 : CONTEST.spec, bits);
  }
  return bits;
}

/** The contests within one spec version, each row's bits on top of `base`. */
function contestWithin(rows: readonly Contender[], base: number, into: Map<number, number>): void {
  let [first, last] = [rows[0], rows[0]];
  const preferred = new Map<string, Contender>();
  for (const row of rows) {
    if (first === undefined || compareVersions(row, first) < 0) first = row;
    if (last === undefined || compareVersions(row, last) > 0) last = row;
    const best = preferred.get(versionName(row));
    if (best === undefined || isPreferred(row, best)) preferred.set(versionName(row), row);
  }
  for (const row of rows) {
    let bits = base;
    if (last !== undefined && compareVersions(row, last) < 0) bits |= CONTEST.later;
    if (first !== undefined && compareVersions(row, first) > 0) bits |= CONTEST.earlier;
    if (preferred.get(versionName(row)) !== row) bits |= CONTEST.variant;
    into.set(row.id, bits);
  }
}

/** Equal for what `compareVersions` holds for equal. */
function versionName({ versionKey, since }: Contender): string {
  return versionKey === '' ? `added ${since}` : versionKey;
}

/**
 * Decides by the bits alone where they suffice. `exact`: the viewer sees every membership of the
 * collection, so that a set bit is a visible contest. `check`: look among the visible rows.
 */
export function judgeByBits(
  contest: number,
  match: CompiledMatch,
  exact: boolean,
): 'pass' | 'fail' | 'check' {
  if (match.versions.size > 0) return 'check';
  const bits = match.specVersions === null ? contest : contest & ~CONTEST.spec;
  const selected =
    match.all ||
    (match.last && (bits & CONTEST.later) === 0) ||
    (match.first && (bits & CONTEST.earlier) === 0);
  if (selected && (bits & (CONTEST.variant | CONTEST.spec)) === 0) return 'pass';
  return exact ? 'fail' : 'check';
}

/**
 * The memberships that a match means, among the visible ones of one object in one collection that
 * already pass its ids and types. With `variants` every variant of a chosen version is given.
 */
export function chosen(
  visible: readonly Contender[],
  match: CompiledMatch,
  variants: 'preferred' | 'every' = 'preferred',
): Set<number> {
  const specs = match.specVersions;
  const rows = specs === null ? visible : visible.filter((row) => specs.has(row.specVersion));
  const contests = contestBits(rows);
  const ids = new Set<number>();
  for (const row of rows) {
    const bits = contests.get(row.id) ?? 0;
    if (specs === null && (bits & CONTEST.spec) !== 0) continue;
    if (variants === 'preferred' && (bits & CONTEST.variant) !== 0) continue;
    if (isSelected(row, bits, match)) ids.add(row.id);
  }
  return ids;
}

function isSelected(row: Contender, bits: number, match: CompiledMatch): boolean {
  if (match.all) return true;
  if (match.last && (bits & CONTEST.later) === 0) return true;
  if (match.first && (bits & CONTEST.earlier) === 0) return true;
  if (match.versions.has(shownVersion(row.version, row.since))) return true;
  return row.versionKey !== '' && match.versions.has(row.versionKey);
}
