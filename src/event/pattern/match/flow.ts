/** Gives each slot as many observations as it asks for, none more often than it was observed. */

/** What a slot asks for: how many, and of whom. */
export interface Demand {
  readonly times: number;
  readonly items: readonly number[];
}

/** Observations given to each slot, with how many of each; null when there are not enough. */
export type Assignment = readonly ReadonlyMap<number, number>[];

/**
 * A maximal flow by augmenting paths, in whole amounts: an observation that counts a million times
 * is one node, not a million. `spend` takes steps and says when there are none left.
 */
export function assign(
  demands: readonly Demand[],
  capacity: (item: number) => number,
  spend: (steps: number) => boolean,
): Assignment | null | 'exhausted' {
  const network = new Network(demands, capacity);
  for (let slot = 0; slot < demands.length; slot++) {
    for (;;) {
      const missing = network.missing(slot);
      if (missing === 0) break;
      if (!spend(network.size)) return 'exhausted';
      if (!network.augment(slot, missing)) return null;
    }
  }
  return network.given;
}

class Network {
  readonly given: Map<number, number>[];
  readonly size: number;
  readonly #demands: readonly Demand[];
  readonly #left = new Map<number, number>();
  /** Slots that hold an observation. */
  readonly #holders = new Map<number, Set<number>>();

  constructor(demands: readonly Demand[], capacity: (item: number) => number) {
    this.#demands = demands;
    this.given = demands.map(() => new Map());
    let size = 1;
    for (const { items } of demands) {
      size += items.length;
      for (const item of items) this.#left.set(item, capacity(item));
    }
    this.size = size;
  }

  missing(slot: number): number {
    let sum = 0;
    for (const amount of (this.given[slot] as Map<number, number>).values()) sum += amount;
    return (this.#demands[slot] as Demand).times - sum;
  }

  /** Finds the shortest way from the slot to a free observation and moves along it. */
  augment(start: number, wanted: number): boolean {
    const cameFrom = new Map<number, number>();
    const heldBy = new Map<number, number>();
    const queue = [start];
    for (const slot of queue) {
      for (const item of (this.#demands[slot] as Demand).items) {
        if (cameFrom.has(item)) continue;
        cameFrom.set(item, slot);
        const free = this.#left.get(item) as number;
        if (free > 0) {
          this.#move(item, Math.min(wanted, free), start, cameFrom, heldBy);
          return true;
        }
        for (const holder of this.#holders.get(item) ?? []) {
          if (holder === start || heldBy.has(holder)) continue;
          heldBy.set(holder, item);
          queue.push(holder);
        }
      }
    }
    return false;
  }

  /** The way back: each slot takes the next observation and gives up the one before. */
  #move(
    end: number,
    most: number,
    start: number,
    cameFrom: ReadonlyMap<number, number>,
    heldBy: ReadonlyMap<number, number>,
  ): void {
    const path: { slot: number; item: number }[] = [];
    for (let item = end; ; ) {
      const slot = cameFrom.get(item) as number;
      path.push({ slot, item });
      if (slot === start) break;
      item = heldBy.get(slot) as number;
    }
    let amount = most;
    for (const { slot } of path.slice(0, -1)) {
      const held = this.given[slot]?.get(heldBy.get(slot) as number) ?? 0;
      amount = Math.min(amount, held);
    }
    this.#left.set(end, (this.#left.get(end) as number) - amount);
    for (const { slot, item } of path) {
      this.#give(slot, item, amount);
      if (slot !== start) this.#give(slot, heldBy.get(slot) as number, -amount);
    }
  }

  #give(slot: number, item: number, amount: number): void {
    const given = this.given[slot] as Map<number, number>;
    const now = (given.get(item) ?? 0) + amount;
    const holders = this.#holders.get(item) ?? new Set();
    this.#holders.set(item, holders);
    if (now === 0) {
      given.delete(item);
      holders.delete(slot);
    } else {
      given.set(item, now);
      holders.add(slot);
    }
  }
}
