/**
 * Joint assignment (STIX 2.1 §9.5): observations for every slot, none used more often than it was
 * observed, with an instant for each between its first and last that keeps to every qualifier.
 *
 * Once the variables of time are fixed, each slot admits the observations that have an instant in
 * one interval, and what remains is a flow. The least solution of the inequalities has every
 * variable at the first instant of some observation, less the lengths of some WITHIN: only those
 * values are tried, smaller ones first.
 */
import { type Eligible, firstIndex, orderOf } from './candidates.ts';
import { type Assignment, assign, type Demand } from './flow.ts';
import type { Tick, TickScale } from './instant.ts';
import type { Alternative, Slot, TimeVariable } from './plan.ts';

export type Outcome = Assignment | null | 'exhausted';

/** Subset sums of more lengths than these are too many values to try. */
const LENGTHS_MOST = 8;

/** What trying a value costs for each slot that it bounds, in steps. */
const STEPS_OF_VALUE = 8;

export interface SlotCandidates {
  readonly slot: Slot;
  readonly eligible: Eligible;
}

/** Observations for the slots of one alternative; null when there are none. */
export function solve(
  way: Alternative,
  slots: readonly SlotCandidates[],
  capacity: (item: number) => number,
  scale: TickScale | null,
  spend: (steps: number) => boolean,
): Outcome {
  const search = new Search(way, slots, capacity, spend);
  if (!search.enough()) return null;
  if (way.variables.length === 0 || scale === null) return search.assignment();
  return search.run(scale);
}

interface Interval {
  readonly low: Tick;
  readonly high: Tick;
}

class Search {
  readonly #way: Alternative;
  readonly #slots: readonly SlotCandidates[];
  readonly #capacity: (item: number) => number;
  readonly #spend: (steps: number) => boolean;
  /** Some observation may fill more than one slot: counting each slot alone is not enough. */
  readonly #shared: boolean;
  readonly #fixed = new Map<TimeVariable, Tick>();
  readonly #lengths = new Map<TimeVariable, Tick>();
  readonly #affected = new Map<TimeVariable, SlotCandidates[]>();
  #values: readonly Tick[] = [];

  constructor(
    way: Alternative,
    slots: readonly SlotCandidates[],
    capacity: (item: number) => number,
    spend: (steps: number) => boolean,
  ) {
    this.#way = way;
    this.#slots = slots;
    this.#capacity = capacity;
    this.#spend = spend;
    this.#shared = sharesItems(slots);
    for (const variable of way.variables) {
      this.#affected.set(
        variable,
        slots.filter(({ slot }) => slot.bounds.some((bound) => bound.variable === variable)),
      );
    }
  }

  /** Every slot has candidates enough, whatever the others take. */
  enough(): boolean {
    return this.#slots.every((slot) => this.#admits(slot));
  }

  run(scale: TickScale): Outcome {
    for (const variable of this.#way.variables) {
      this.#lengths.set(variable, scale.duration(variable.seconds));
    }
    const values = this.#criticalValues(scale);
    if (values === null) return 'exhausted';
    this.#values = values;
    return this.#fix(0);
  }

  assignment(): Outcome {
    const demands = this.#slots.map((candidates): Demand => {
      const items: number[] = [];
      const { low, high } = this.#interval(candidates.slot);
      candidates.eligible.each(low, high, (item) => items.push(item));
      return { times: candidates.slot.times, items };
    });
    return assign(demands, this.#capacity, this.#spend);
  }

  /** Tries the values of one variable, those of the earlier ones being fixed. */
  #fix(at: number): Outcome {
    const variable = this.#way.variables[at];
    if (variable === undefined) return this.assignment();
    const affected = this.#affected.get(variable) as SlotCandidates[];
    const { low, high } = this.#range(variable, affected);
    const from = firstIndex(this.#values, (value) => value >= low);
    for (let i = from; i < this.#values.length; i++) {
      const value = this.#values[i] as Tick;
      if (value > high) break;
      if (!this.#spend(STEPS_OF_VALUE * affected.length)) return 'exhausted';
      this.#fixed.set(variable, value);
      const outcome = this.#tryFixed(at, affected);
      this.#fixed.delete(variable);
      if (outcome === 'left') continue;
      if (outcome !== null) return outcome;
      // A later boundary only takes from what is on its right, once its left has enough.
      if (variable.kind === 'boundary' && !this.#shared) return null;
    }
    return null;
  }

  /** What comes of a value; 'left' when even what is on the left of it wants a later one. */
  #tryFixed(at: number, affected: readonly SlotCandidates[]): Outcome | 'left' {
    const variable = this.#way.variables[at];
    const short = affected.filter((slot) => !this.#admits(slot));
    if (short.length > 0) {
      const left = short.some(({ slot }) =>
        slot.bounds.some((bound) => bound.variable === variable && bound.side === 'left'),
      );
      return left ? 'left' : null;
    }
    if (this.#shared) {
      const relaxed = this.assignment();
      if (relaxed === null || relaxed === 'exhausted') return relaxed;
    }
    return this.#fix(at + 1);
  }

  #admits({ slot, eligible }: SlotCandidates): boolean {
    const { low, high } = this.#interval(slot);
    return eligible.count(low, high) >= slot.times;
  }

  /** When the observations of a slot may be, as far as variables are fixed. */
  #interval(slot: Slot): Interval {
    let low = Number.NEGATIVE_INFINITY;
    let high = Number.POSITIVE_INFINITY;
    for (const { variable, side } of slot.bounds) {
      const value = this.#fixed.get(variable);
      if (value === undefined) continue;
      if (side !== 'left' && value > low) low = value;
      if (side === 'right') continue;
      const end = side === 'left' ? value : value + (this.#lengths.get(variable) as Tick);
      if (end < high) high = end;
    }
    return { low, high };
  }

  /** Values of a variable that leave no slot without any instant. */
  #range(variable: TimeVariable, affected: readonly SlotCandidates[]): Interval {
    let least = Number.NEGATIVE_INFINITY;
    let most = Number.POSITIVE_INFINITY;
    const length = this.#lengths.get(variable) as Tick;
    for (const { slot } of affected) {
      const { low, high } = this.#interval(slot);
      for (const bound of slot.bounds) {
        if (bound.variable !== variable) continue;
        if (bound.side !== 'left' && high < most) most = high;
        // An open end is no tick, from which a length could be taken.
        if (bound.side === 'right' || low === Number.NEGATIVE_INFINITY) continue;
        const floor = bound.side === 'left' ? low : low - length;
        if (floor > least) least = floor;
      }
    }
    return { low: least, high: most };
  }

  /** First instants less every sum of lengths, ascending; null when they are too many. */
  #criticalValues(scale: TickScale): readonly Tick[] | null {
    const lengths = this.#way.variables
      .filter(({ kind }) => kind === 'within')
      .map((variable) => this.#lengths.get(variable) as Tick);
    if (lengths.length > LENGTHS_MOST) return null;
    const values = new Set<Tick>();
    for (const { eligible } of this.#slots) {
      for (const first of eligible.candidates.first) {
        if (first !== Number.NEGATIVE_INFINITY) values.add(first);
      }
    }
    if (values.size === 0) values.add(scale.instant('1970-01-01T00:00:00Z'));
    if (!this.#spend(values.size * 2 ** lengths.length)) return null;
    let all = [...values];
    for (const length of lengths) all = [...all, ...all.map((value) => value - length)];
    return [...new Set(all)].sort(orderOf);
  }
}

function sharesItems(slots: readonly SlotCandidates[]): boolean {
  const seen = new Set<number>();
  for (const { eligible } of slots) {
    for (const item of eligible.candidates.items) {
      if (seen.has(item)) return true;
      seen.add(item);
    }
  }
  return false;
}
