/**
 * From observation expressions (STIX 2.1 §9.5) to what must be assigned: slots that observations
 * fill, and variables of time that hold slots together. An OR makes alternatives, one at a time.
 */
import { LIMITS } from '../../../core/limits.ts';
import type { ObservationExpression, Qualifier } from '../tree.ts';

/** An observation expression, its brackets numbered in the order of the text. */
export type Plan =
  | { readonly kind: 'leaf'; readonly leaf: number }
  | { readonly kind: 'all' | 'any' | 'then'; readonly parts: readonly Plan[] }
  | { readonly kind: 'repeat'; readonly part: Plan; readonly times: number }
  | { readonly kind: 'within'; readonly part: Plan; readonly seconds: string }
  | { readonly kind: 'window'; readonly part: Plan; readonly window: Window };

/** From `start` on and before `stop`, as written. */
export interface Window {
  readonly start: string;
  readonly stop: string;
}

/**
 * A time to be found: of WITHIN the beginning of its interval, of FOLLOWEDBY an instant that
 * everything on its left is not after, and everything on its right not before.
 */
export interface TimeVariable {
  readonly kind: 'within' | 'boundary';
  /** Length of the interval of WITHIN, decimal text of seconds. */
  readonly seconds: string;
}

/** How a variable bounds the observations of a slot. */
export interface Bound {
  readonly variable: TimeVariable;
  readonly side: 'within' | 'left' | 'right';
}

/** `times` observations, each satisfying one of the leaves. */
export interface Slot {
  readonly leaves: readonly number[];
  readonly times: number;
  readonly windows: readonly Window[];
  readonly bounds: readonly Bound[];
}

/** One way to satisfy an expression. Variables stand in the order in which they are to be found. */
export interface Alternative {
  readonly slots: readonly Slot[];
  readonly variables: readonly TimeVariable[];
}

/** Thrown within this folder when REPEATS asks for more slots than `LIMITS` allows. */
export class TooManySlots extends Error {}

/** The plan of an expression; `leaf` numbers its brackets. */
export function planOf(node: ObservationExpression, leaf: () => number): Plan {
  switch (node.kind) {
    case 'observation':
      return { kind: 'leaf', leaf: leaf() };
    case 'operation': {
      const parts = node.operands.map((operand) => planOf(operand, leaf));
      return { kind: KINDS[node.operator], parts };
    }
    case 'qualified':
      return node.qualifiers.reduce(qualify, planOf(node.expression, leaf));
  }
}

const KINDS = { AND: 'all', OR: 'any', FOLLOWEDBY: 'then' } as const;

/** §9.5.1: a qualifier applies to all that stands before it. */
function qualify(part: Plan, qualifier: Qualifier): Plan {
  switch (qualifier.kind) {
    case 'repeats':
      return { kind: 'repeat', part, times: qualifier.times };
    case 'within': {
      const { seconds } = qualifier;
      const text = seconds.kind === 'float' ? seconds.decimal : String(seconds.value);
      return { kind: 'within', part, seconds: text };
    }
    case 'start-stop': {
      const window = { start: qualifier.start.value, stop: qualifier.stop.value };
      return { kind: 'window', part, window };
    }
  }
}

/** How many observations a plan takes at least, each counted as often as it is used. */
export function leastUses(plan: Plan): number {
  switch (plan.kind) {
    case 'leaf':
      return 1;
    case 'all':
    case 'then':
      return plan.parts.reduce((sum, part) => sum + leastUses(part), 0);
    case 'any':
      return plan.parts.reduce((least, part) => Math.min(least, leastUses(part)), Infinity);
    case 'repeat':
      return plan.times * leastUses(plan.part);
    default:
      return leastUses(plan.part);
  }
}

/** The plan without what needs a leaf that nothing satisfies; null when nothing is left. */
export function prune(plan: Plan, satisfied: (leaf: number) => boolean): Plan | null {
  switch (plan.kind) {
    case 'leaf':
      return satisfied(plan.leaf) ? plan : null;
    case 'any': {
      const parts = plan.parts
        .map((part) => prune(part, satisfied))
        .filter((part) => part !== null);
      return parts.length === 0 ? null : { kind: 'any', parts };
    }
    case 'all':
    case 'then': {
      const parts = plan.parts.map((part) => prune(part, satisfied));
      return parts.every((part) => part !== null) ? { kind: plan.kind, parts } : null;
    }
    default: {
      const part = prune(plan.part, satisfied);
      return part === null ? null : { ...plan, part };
    }
  }
}

/** The leaves of which one observation must satisfy any; null when it takes more than that. */
export function eitherOf(plan: Plan): readonly number[] | null {
  if (plan.kind === 'leaf') return [plan.leaf];
  // §9.5.1: one observation is within any time.
  if (plan.kind === 'within') return eitherOf(plan.part);
  if (plan.kind !== 'any') return null;
  const found: number[] = [];
  for (const part of plan.parts) {
    const leaves = eitherOf(part);
    if (leaves === null) return null;
    found.push(...leaves);
  }
  return found;
}

/** Every way to satisfy the plan, one after the other. */
export function* alternatives(plan: Plan): Generator<Alternative> {
  const leaves = eitherOf(plan);
  if (leaves !== null) {
    yield { slots: [{ leaves, times: 1, windows: [], bounds: [] }], variables: [] };
    return;
  }
  switch (plan.kind) {
    case 'any':
      for (const part of plan.parts) yield* alternatives(part);
      return;
    case 'all':
      yield* joined(plan.parts);
      return;
    case 'then':
      yield* followed(plan.parts);
      return;
    case 'repeat':
      yield* repeated(plan.part, plan.times);
      return;
    case 'within':
      for (const way of alternatives(plan.part)) yield within(way, plan.seconds);
      return;
    case 'window':
      for (const way of alternatives(plan.part)) {
        const slots = way.slots.map((slot) => ({
          ...slot,
          windows: [...slot.windows, plan.window],
        }));
        yield { ...way, slots };
      }
  }
}

const NOTHING: Alternative = { slots: [], variables: [] };

/** §9.5.2 AND: every part, by observations of its own. */
function* joined(parts: readonly Plan[], done: Alternative = NOTHING): Generator<Alternative> {
  const [part, ...rest] = parts;
  if (part === undefined) {
    yield done;
    return;
  }
  for (const way of alternatives(part)) yield* joined(rest, join(done, way));
}

/** §9.5.2 FOLLOWEDBY: what is on the right is not before what is on the left. */
function* followed(parts: readonly Plan[], done: Alternative = NOTHING): Generator<Alternative> {
  const [part, ...rest] = parts;
  if (part === undefined) {
    yield done;
    return;
  }
  for (const way of alternatives(part)) {
    if (done.slots.length === 0) {
      yield* followed(rest, way);
      continue;
    }
    const variable: TimeVariable = { kind: 'boundary', seconds: '0' };
    const left = bounded(done, { variable, side: 'left' });
    const right = bounded(way, { variable, side: 'right' });
    yield* followed(rest, {
      slots: [...left.slots, ...right.slots],
      variables: [...left.variables, variable, ...right.variables],
    });
  }
}

/**
 * §9.5.1 REPEATS: found so many times, by different observations each time. Slots that no variable
 * holds together are asked for more often; others are copied.
 */
function* repeated(part: Plan, times: number): Generator<Alternative> {
  const leaves = eitherOf(part);
  if (leaves !== null) {
    yield { slots: [{ leaves, times, windows: [], bounds: [] }], variables: [] };
    return;
  }
  const [first, second] = firstTwo(alternatives(part));
  if (first !== undefined && second === undefined && first.variables.length === 0) {
    const slots = first.slots.map((slot) => ({ ...slot, times: slot.times * times }));
    yield { slots, variables: [] };
    return;
  }
  const size = first?.slots.length ?? 1;
  if (size * times > LIMITS.match.slots) throw new TooManySlots('REPEATS');
  yield* joined(new Array<Plan>(times).fill(part));
}

function firstTwo(ways: Generator<Alternative>): (Alternative | undefined)[] {
  const first = ways.next();
  const second = first.done ? first : ways.next();
  return [first.done ? undefined : first.value, second.done ? undefined : second.value];
}

/** §9.5.1 WITHIN: nothing to hold together where one observation is all there is. */
function within(way: Alternative, seconds: string): Alternative {
  const [only] = way.slots;
  if (way.slots.length === 1 && only?.times === 1) return way;
  const variable: TimeVariable = { kind: 'within', seconds };
  const { slots, variables } = bounded(way, { variable, side: 'within' });
  return { slots, variables: [variable, ...variables] };
}

function bounded(way: Alternative, bound: Bound): Alternative {
  const slots = way.slots.map((slot) => ({ ...slot, bounds: [...slot.bounds, bound] }));
  return { slots, variables: way.variables };
}

function join(a: Alternative, b: Alternative): Alternative {
  const slots = [...a.slots, ...b.slots];
  if (slots.length > LIMITS.match.slots) throw new TooManySlots('AND');
  return { slots, variables: [...a.variables, ...b.variables] };
}
