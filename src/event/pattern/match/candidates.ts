/** Who may fill a slot, and how many of them within an interval of time. */
import type { Tick } from './instant.ts';

/** Observations that may fill a slot, each with the times that it may have there. */
export interface Candidates {
  /** Index of each observation. */
  readonly items: readonly number[];
  readonly first: readonly Tick[];
  readonly last: readonly Tick[];
  /** How often each may be used. */
  readonly counts: readonly number[];
}

/** Counts, without looking at each, the candidates that an interval of time admits. */
export class Eligible {
  readonly candidates: Candidates;
  readonly #byFirst: Sums;
  readonly #byLast: Sums;

  constructor(candidates: Candidates) {
    this.candidates = candidates;
    this.#byFirst = new Sums(candidates.first, candidates.counts);
    this.#byLast = new Sums(candidates.last, candidates.counts);
  }

  /** How many observations have an instant from `low` to `high`, both included. */
  count(low: Tick, high: Tick): number {
    if (low > high) return 0;
    const begun = this.#byFirst.upTo(high);
    // Where everything counts without end, what has ended is counted one by one.
    if (begun === Number.POSITIVE_INFINITY) return this.#countEach(low, high);
    return begun - this.#byLast.before(low);
  }

  /** Calls for each candidate that has such an instant. */
  each(low: Tick, high: Tick, visit: (item: number, count: number) => void): void {
    const { items, first, last, counts } = this.candidates;
    for (let i = 0; i < items.length; i++) {
      if ((first[i] as Tick) <= high && (last[i] as Tick) >= low) {
        visit(items[i] as number, counts[i] as number);
      }
    }
  }

  #countEach(low: Tick, high: Tick): number {
    let sum = 0;
    this.each(low, high, (_, count) => {
      sum += count;
    });
    return sum;
  }
}

/** Sums of counts, by ascending tick. */
class Sums {
  readonly #ticks: Tick[];
  readonly #sums: number[];

  constructor(ticks: readonly Tick[], counts: readonly number[]) {
    const order = ticks.map((_, i) => i);
    order.sort((a, b) => orderOf(ticks[a] as Tick, ticks[b] as Tick));
    this.#ticks = order.map((i) => ticks[i] as Tick);
    let sum = 0;
    this.#sums = [0];
    for (const i of order) {
      sum += counts[i] as number;
      this.#sums.push(sum);
    }
  }

  upTo(tick: Tick): number {
    return this.#sums[firstIndex(this.#ticks, (other) => other > tick)] as number;
  }

  before(tick: Tick): number {
    return this.#sums[firstIndex(this.#ticks, (other) => other >= tick)] as number;
  }
}

/** For sorting; ticks may be bigints, whose difference is no number. */
export function orderOf(a: Tick, b: Tick): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Index of the first that passes, in a list where all after one that passes do. */
export function firstIndex(ticks: readonly Tick[], passes: (tick: Tick) => boolean): number {
  let low = 0;
  let high = ticks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (passes(ticks[middle] as Tick)) high = middle;
    else low = middle + 1;
  }
  return low;
}
