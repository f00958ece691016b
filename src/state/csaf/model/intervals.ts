/** Sets of versions on the line of their order: do two ranges share a version? */
import type { VersionConstraint, VersPort } from '../ports.ts';
import { compareIn, type RangeName } from './ranges.ts';

interface Bound {
  readonly version: string;
  readonly closed: boolean;
}

interface Interval {
  /** Null: no bound on that side. */
  readonly low: Bound | null;
  readonly high: Bound | null;
}

/** A range as intervals with exclusions; null where its versions cannot be compared. */
export class VersionSet {
  readonly #intervals: readonly Interval[];
  readonly #excluded: readonly string[];
  readonly #range: RangeName;
  readonly #vers: VersPort | undefined;

  constructor(range: RangeName, vers: VersPort | undefined) {
    this.#range = range;
    this.#vers = vers;
    const steps = range.constraints.filter(({ comparator }) => comparator !== '!=');
    this.#excluded = range.constraints.flatMap(({ comparator, version }) =>
      comparator === '!=' ? [version] : [],
    );
    this.#intervals = intervalsOf(steps);
  }

  /** True when the version lies in the set; null where nobody can tell. */
  contains(version: string): boolean | null {
    const point: Interval = { low: closed(version), high: closed(version) };
    return this.#meets([point], []);
  }

  /** True when the sets share a version; null where nobody can tell. */
  overlaps(other: VersionSet): boolean | null {
    if (other.#range.kind !== this.#range.kind) return null;
    if (other.#range.scheme !== this.#range.scheme) return null;
    return this.#meets(other.#intervals, other.#excluded);
  }

  #meets(others: readonly Interval[], excluded: readonly string[]): boolean | null {
    let unknown = false;
    for (const mine of this.#intervals) {
      for (const other of others) {
        const found = this.#share(mine, other, excluded);
        if (found === true) return true;
        if (found === null) unknown = true;
      }
    }
    return unknown ? null : false;
  }

  /** Between two versions there is always another: a finite number of exclusions empties nothing. */
  #share(a: Interval, b: Interval, excluded: readonly string[]): boolean | null {
    const low = this.#tighter(a.low, b.low, 1);
    const high = this.#tighter(a.high, b.high, -1);
    if (low === undefined || high === undefined) return null;
    if (low === null || high === null) return true;
    const order = this.#compare(low.version, high.version);
    if (order !== 0) return order === null ? null : order < 0;
    if (!low.closed || !high.closed) return false;
    return ![...this.#excluded, ...excluded].some((out) => this.#compare(out, low.version) === 0);
  }

  /** The bound that leaves less; undefined where the two cannot be compared. */
  #tighter(a: Bound | null, b: Bound | null, sign: 1 | -1): Bound | null | undefined {
    if (a === null || b === null) return a ?? b;
    const order = this.#compare(a.version, b.version);
    if (order === null) return undefined;
    if (order === 0) return a.closed ? b : a;
    return order === sign ? a : b;
  }

  #compare(a: string, b: string): -1 | 0 | 1 | null {
    return compareIn(this.#range, a, b, this.#vers);
  }
}

function closed(version: string): Bound {
  return { version, closed: true };
}

function intervalsOf(steps: readonly VersionConstraint[]): Interval[] {
  const found: Interval[] = [];
  let low: Bound | null = null;
  let open = false;
  for (const { comparator, version } of steps) {
    const bound = { version, closed: comparator === '>=' || comparator === '<=' };
    if (comparator === '*') found.push({ low: null, high: null });
    else if (comparator === '=') found.push({ low: closed(version), high: closed(version) });
    else if (comparator === '<' || comparator === '<=') {
      found.push({ low, high: bound });
      low = null;
      open = false;
    } else {
      low = bound;
      open = true;
    }
  }
  if (open) found.push({ low, high: null });
  return found;
}
