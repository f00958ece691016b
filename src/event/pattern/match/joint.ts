/** Patterns that take several observations, or ask when they were made. */

import { Eligible } from './candidates.ts';
import { type Tick, TickScale } from './instant.ts';
import type { Leaf } from './leaf.ts';
import type { JsonObject, ObservedItem, ObservedSet } from './observed.ts';
import {
  type Alternative,
  alternatives,
  leastUses,
  type Plan,
  prune,
  type Slot,
  TooManySlots,
} from './plan.ts';
import { type SlotCandidates, solve } from './solve.ts';
import type { Truth } from './truth.ts';
import { NO, UNKNOWN, YES } from './truth.ts';
import type { Work } from './work.ts';

/** An observation given to a pair of brackets. */
export interface AssignedBinding {
  readonly expression: number;
  /** Index among the observations that were read. */
  readonly item: number;
  readonly root: JsonObject | undefined;
  readonly count: number;
}

/** What is given: only what is sure, or also what may be (Kleene's two bounds of the answer). */
type Level = typeof YES | typeof UNKNOWN;

/** What looking at one slot of one alternative costs, in steps. */
const STEPS_OF_SLOT = 50;

export class Joint {
  readonly #plan: Plan;
  readonly #leaves: readonly Leaf[];
  readonly #set: ObservedSet;
  readonly #work: Work;
  readonly #truths: Uint8Array[] = [];
  readonly #roots: (JsonObject | undefined)[][] = [];
  /** Observations that satisfy any of some leaves, by the numbers of the leaves. */
  readonly #fillers = new Map<string, readonly number[]>();
  /** Whether something may be that is not sure. */
  #doubt = false;

  constructor(plan: Plan, leaves: readonly Leaf[], set: ObservedSet, work: Work) {
    this.#plan = plan;
    this.#leaves = leaves;
    this.#set = set;
    this.#work = work;
  }

  run(): { readonly truth: Truth; readonly bindings: readonly AssignedBinding[] } {
    this.#look();
    try {
      const sure = this.#satisfy(YES);
      if (sure !== null && sure !== 'exhausted') return { truth: YES, bindings: sure };
      const possible = this.#doubt ? this.#satisfy(UNKNOWN) : sure;
      if (possible === null) return { truth: NO, bindings: [] };
      if (possible === 'exhausted') this.#work.note('match-steps', 'The search was given up.');
    } catch (error) {
      if (!(error instanceof TooManySlots)) throw error;
      this.#work.note('match-slots', 'The pattern asks for too many observations at once.');
    }
    return { truth: UNKNOWN, bindings: [] };
  }

  /** What every pair of brackets says of every observation. */
  #look(): void {
    const { items } = this.#set;
    for (const leaf of this.#leaves) {
      const truths = new Uint8Array(items.length);
      const roots: (JsonObject | undefined)[] = [];
      for (let i = 0; i < items.length; i++) {
        const item = items[i] as ObservedItem;
        this.#work.item = item;
        const truth = leaf.truth(item, this.#work);
        truths[i] = truth;
        if (truth === NO) continue;
        roots[i] = leaf.root;
        if (truth === UNKNOWN || !item.timed || !item.counted) this.#doubt = true;
      }
      this.#truths.push(truths);
      this.#roots.push(roots);
    }
  }

  #satisfy(level: Level): readonly AssignedBinding[] | null | 'exhausted' {
    const plan = prune(
      this.#plan,
      (leaf) => this.#truths[leaf]?.some((truth) => truth >= level) ?? false,
    );
    if (plan === null || leastUses(plan) > this.#available(level)) return null;
    this.#fillers.clear();
    let exhausted = false;
    for (const way of alternatives(plan)) {
      if (!this.#work.spend(STEPS_OF_SLOT * way.slots.length)) return 'exhausted';
      const found = this.#solve(way, level);
      if (found === 'exhausted') exhausted = true;
      else if (found !== null) return found;
    }
    return exhausted ? 'exhausted' : null;
  }

  /** How often all observations that any brackets accept may be used together. */
  #available(level: Level): number {
    let sum = 0;
    for (let i = 0; i < this.#set.items.length; i++) {
      const accepted = this.#truths.some((truths) => (truths[i] ?? NO) >= level);
      if (accepted) sum += this.#capacity(i, level);
    }
    return sum;
  }

  #solve(way: Alternative, level: Level): readonly AssignedBinding[] | null | 'exhausted' {
    const chosen = way.slots.map((slot) => this.#filling(slot, level));
    const scale = asksTime(way) ? this.#scale(way, chosen) : null;
    const made = new Map<string, Eligible>();
    const slots = way.slots.map((slot, i): SlotCandidates => {
      const key = JSON.stringify([slot.leaves, slot.windows]);
      const eligible =
        made.get(key) ?? this.#eligible(slot, chosen[i] as readonly number[], level, scale);
      made.set(key, eligible);
      return { slot, eligible };
    });
    const capacity = (item: number) => this.#capacity(item, level);
    const outcome = solve(way, slots, capacity, scale, (steps) => this.#work.spend(steps));
    if (outcome === null || outcome === 'exhausted') return outcome;
    return outcome.flatMap((given, i) => this.#bindings(way.slots[i] as Slot, given));
  }

  /** Observations that may fill a slot, times aside. */
  #filling({ leaves }: Slot, level: Level): readonly number[] {
    const key = leaves.join();
    const known = this.#fillers.get(key);
    if (known !== undefined) return known;
    const found: number[] = [];
    for (let i = 0; i < this.#set.items.length; i++) {
      if (leaves.some((leaf) => (this.#truths[leaf]?.[i] ?? NO) >= level)) found.push(i);
    }
    this.#fillers.set(key, found);
    return found;
  }

  /** number_observed says how often; where it is not known, once is sure and more may be. */
  #capacity(item: number, level: Level): number {
    const { count, counted } = this.#set.items[item] as ObservedItem;
    if (counted) return count;
    return level === YES ? 1 : Number.POSITIVE_INFINITY;
  }

  #scale(way: Alternative, chosen: readonly (readonly number[])[]): TickScale {
    const { items } = this.#set;
    const times = new Set<string>();
    for (const list of chosen) {
      for (const i of list) {
        const { timed, first, last } = items[i] as ObservedItem;
        if (timed) times.add(first).add(last);
      }
    }
    for (const { windows } of way.slots) {
      for (const { start, stop } of windows) times.add(start).add(stop);
    }
    return new TickScale(
      times,
      way.variables.map(({ seconds }) => seconds),
    );
  }

  /** Their intervals, cut to START (from it on) and STOP (before it) of the slot (§9.5.1). */
  #eligible(
    slot: Slot,
    chosen: readonly number[],
    level: Level,
    scale: TickScale | null,
  ): Eligible {
    const windows = slot.windows.map(({ start, stop }) => ({
      start: scale?.instant(start) ?? 0,
      end: scale === null ? 0 : scale.instant(stop) - scale.one,
    }));
    const items: number[] = [];
    const first: Tick[] = [];
    const last: Tick[] = [];
    for (const i of chosen) {
      const item = this.#set.items[i] as ObservedItem;
      if (scale !== null && !item.timed && level === YES) continue;
      let low =
        scale === null || !item.timed ? Number.NEGATIVE_INFINITY : scale.instant(item.first);
      let high =
        scale === null || !item.timed ? Number.POSITIVE_INFINITY : scale.instant(item.last);
      for (const { start, end } of windows) {
        if (start > low) low = start;
        if (end < high) high = end;
      }
      if (low > high) continue;
      items.push(i);
      first.push(low);
      last.push(high);
    }
    const counts = items.map((i) => this.#capacity(i, level));
    return new Eligible({ items, first, last, counts });
  }

  #bindings(slot: Slot, given: ReadonlyMap<number, number>): AssignedBinding[] {
    return [...given]
      .sort(([a], [b]) => a - b)
      .map(([item, count]) => {
        const expression = slot.leaves.find((leaf) => this.#truths[leaf]?.[item] === YES) ?? 0;
        return { expression, item, root: this.#roots[expression]?.[item], count };
      });
  }
}

function asksTime({ slots, variables }: Alternative): boolean {
  return variables.length > 0 || slots.some(({ windows }) => windows.length > 0);
}
