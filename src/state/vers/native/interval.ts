/** What the notations of the ecosystems mean: unions of intervals of versions. */
import type { Comparator, Constraint, VersRange } from '../range.ts';
import type { VersionKey, VersionScheme } from '../scheme.ts';

export interface Bound {
  readonly version: string;
  readonly key: VersionKey;
  readonly inclusive: boolean;
}

/** Null bounds are open ends. */
export interface Interval {
  readonly lower: Bound | null;
  readonly upper: Bound | null;
}

export interface Term {
  readonly comparator: Comparator;
  readonly version: string;
}

/** Which of two lower bounds admits more: -1 when `a` does. */
function compareLower(scheme: VersionScheme, a: Bound | null, b: Bound | null): number {
  if (a === null || b === null) return (a === null ? 0 : 1) - (b === null ? 0 : 1);
  return scheme.compare(a.key, b.key) || Number(b.inclusive) - Number(a.inclusive);
}

/** Which of two upper bounds admits less: -1 when `a` does. */
function compareUpper(scheme: VersionScheme, a: Bound | null, b: Bound | null): number {
  if (a === null || b === null) return (a === null ? 1 : 0) - (b === null ? 1 : 0);
  return scheme.compare(a.key, b.key) || Number(a.inclusive) - Number(b.inclusive);
}

/**
 * Versions that satisfy all the terms, as disjoint intervals; null when a version is none of the
 * scheme. The exclusions split what the bounds leave.
 */
export function satisfyingAll(scheme: VersionScheme, terms: readonly Term[]): Interval[] | null {
  let lower: Bound | null = null;
  let upper: Bound | null = null;
  const excluded: Bound[] = [];
  for (const { comparator, version } of terms) {
    const key = scheme.parse(version);
    if (key === null) return null;
    const bound: Bound = { version, key, inclusive: comparator.endsWith('=') };
    if (comparator === '!=') excluded.push({ ...bound, inclusive: false });
    if (comparator.startsWith('>') || comparator === '=') {
      if (compareLower(scheme, bound, lower) > 0) lower = bound;
    }
    if (comparator.startsWith('<') || comparator === '=') {
      if (compareUpper(scheme, bound, upper) < 0) upper = bound;
    }
  }
  return split(scheme, { lower, upper }, excluded).filter((interval) => !isEmpty(scheme, interval));
}

function split(scheme: VersionScheme, whole: Interval, excluded: readonly Bound[]): Interval[] {
  const points = [...excluded].sort((a, b) => scheme.compare(a.key, b.key));
  const parts: Interval[] = [];
  let { lower } = whole;
  for (const point of points) {
    if (compareLower(scheme, lower, point) > 0) continue;
    if (compareUpper(scheme, point, whole.upper) > 0) continue;
    parts.push({ lower, upper: point });
    lower = point;
  }
  parts.push({ lower, upper: whole.upper });
  return parts;
}

function isEmpty(scheme: VersionScheme, { lower, upper }: Interval): boolean {
  if (lower === null || upper === null) return false;
  const order = scheme.compare(lower.key, upper.key);
  return order > 0 || (order === 0 && !(lower.inclusive && upper.inclusive));
}

/** The union as disjoint intervals in order; what touches or overlaps becomes one. */
export function merged(scheme: VersionScheme, intervals: readonly Interval[]): Interval[] {
  const inOrder = [...intervals].sort((a, b) => compareLower(scheme, a.lower, b.lower));
  const result: Interval[] = [];
  for (const next of inOrder) {
    const last = result.at(-1);
    if (last === undefined || !touches(scheme, last.upper, next.lower)) {
      result.push(next);
    } else if (compareUpper(scheme, next.upper, last.upper) > 0) {
      result[result.length - 1] = { lower: last.lower, upper: next.upper };
    }
  }
  return result;
}

function touches(scheme: VersionScheme, upper: Bound | null, lower: Bound | null): boolean {
  if (upper === null || lower === null) return true;
  const order = scheme.compare(upper.key, lower.key);
  return order > 0 || (order === 0 && (upper.inclusive || lower.inclusive));
}

/** The union as a range in canonical form (VERS §5.4): sorted, unique, simplified. */
export function rangeOf(
  type: string,
  scheme: VersionScheme,
  intervals: readonly Interval[],
): VersRange {
  const parts = merged(scheme, intervals);
  if (parts.length === 0) return { type: 'none', constraints: '*' };
  const constraints: Constraint[] = [];
  for (const [index, { lower, upper }] of parts.entries()) {
    const previous = parts[index - 1]?.upper ?? null;
    const point = lower !== null && upper !== null && scheme.compare(lower.key, upper.key) === 0;
    if (point) {
      constraints.push({ comparator: '=', version: lower.version });
      continue;
    }
    // Two intervals with one version between them: that version is excluded.
    if (lower !== null && previous !== null && scheme.compare(lower.key, previous.key) === 0) {
      constraints[constraints.length - 1] = { comparator: '!=', version: lower.version };
    } else if (lower !== null) {
      constraints.push({ comparator: lower.inclusive ? '>=' : '>', version: lower.version });
    }
    if (upper !== null) {
      constraints.push({ comparator: upper.inclusive ? '<=' : '<', version: upper.version });
    }
  }
  return { type, constraints: constraints.length === 0 ? '*' : constraints };
}
