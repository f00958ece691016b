/** Choices that a seed repeats, so that every finding can be run again alone. */

export interface Random {
  /** A whole number from 0 to below `limit`. */
  below(limit: number): number;
  /** One of the list; the list must not be empty. */
  pick<T>(list: readonly T[]): T;
  /** True once in `odds` times. */
  once(odds: number): boolean;
}

/** Mulberry32: 32 bits of state are plenty for choosing mutations. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
  return {
    below,
    pick: (list) => list[below(list.length)] as (typeof list)[number],
    once: (odds) => below(odds) === 0,
  };
}

/** A seed of its own for the case `index` of a run. */
export function caseSeed(run: number, index: number): number {
  return Math.imul(run ^ Math.imul(index + 1, 0x9e3779b1), 0x85ebca6b) >>> 0;
}
