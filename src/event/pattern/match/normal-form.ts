/**
 * A normal form of patterns by laws that hold for every observation, in three truth values:
 * alternatives of terms, so that patterns with the same form match the same. Patterns that match
 * the same may have different forms.
 */

import { LIMITS } from '../../../core/limits.ts';
import { compareTimestamps, timestampKey } from '../../../core/timestamp.ts';
import type { ObservationExpression, Qualifier } from '../tree.ts';
import { type Conjunction, conjunctions } from './normal-comparison.ts';

/** What has to be seen together; equal terms, and only they, have equal keys. */
export type Term = Leaf | All | Then | Within | Repeat;

interface Leaf {
  readonly kind: 'leaf';
  readonly key: number;
  readonly seen: Conjunction;
  /** The instants, as text. */
  readonly time: string;
}

/** Terms with how often each is needed. */
interface All {
  readonly kind: 'all';
  readonly key: number;
  readonly parts: readonly Part[];
}

interface Then {
  readonly kind: 'then';
  readonly key: number;
  readonly members: readonly Term[];
}

interface Within {
  readonly kind: 'within';
  readonly key: number;
  readonly seconds: number;
  readonly inner: Term;
}

interface Repeat {
  readonly kind: 'repeat';
  readonly key: number;
}

interface Part {
  readonly term: Term;
  readonly times: number;
}

/** The instants that are asked for: from `start` on and before `stop`; null where all are. */
interface Span {
  readonly start: string;
  readonly stop: string;
}

/** Thrown within this folder when a form has more terms than `LIMITS` allows. */
export class TooManyTerms extends Error {}

/**
 * Numbers for texts. Forms that are compared need one table: a term names its parts by number, so
 * that a text never holds another one and stays short however deep a pattern is nested.
 */
export class Keys {
  readonly #keys = new Map<string, number>();

  of(text: string): number {
    const key = this.#keys.get(text) ?? this.#keys.size;
    this.#keys.set(text, key);
    return key;
  }
}

/** The alternatives of an expression, sorted and without those that others cover. */
export function normalForm(node: ObservationExpression, keys: Keys): readonly Term[] {
  return new Normalizer(keys).terms(node, null);
}

/** REPEATS of alternatives is spelled out while it makes no more terms than this. */
const SPELLED_OUT = 200;
/** Each alternative is compared with each other while there are no more than this. */
const COMPARED = 400;

class Normalizer {
  readonly #keys: Keys;
  #made = 0;

  constructor(keys: Keys) {
    this.#keys = keys;
  }

  terms(node: ObservationExpression, span: Span | null): readonly Term[] {
    switch (node.kind) {
      case 'observation':
        return this.#leaf(
          conjunctions(node.expression, () => this.#count()),
          span,
        );
      case 'operation': {
        const parts = node.operands.map((operand) => this.terms(operand, span));
        if (node.operator === 'OR') return reduce(parts.flat());
        return node.operator === 'AND' ? this.#all(parts) : this.#followed(parts);
      }
      case 'qualified':
        return this.#qualified(node.expression, node.qualifiers, span);
    }
  }

  #count(): void {
    if (++this.#made > LIMITS.match.terms) throw new TooManyTerms();
  }

  /** [a OR b] is [a] OR [b]: both ask one object of one observation. */
  #leaf(seen: readonly Conjunction[], span: Span | null): readonly Term[] {
    if (span !== null && compareTimestamps(span.start, span.stop) >= 0) return [];
    const time =
      span === null ? '' : ` from ${timestampKey(span.start)} to ${timestampKey(span.stop)}`;
    return reduce(
      seen.map(
        (one): Leaf => ({ kind: 'leaf', key: this.#keys.of(one.key + time), seen: one, time }),
      ),
    );
  }

  /** a AND (b OR c) is (a AND b) OR (a AND c); a AND a needs two, so terms are counted. */
  #all(parts: readonly (readonly Term[])[]): readonly Term[] {
    let ways: readonly Term[] | null = null;
    for (const part of parts) {
      if (ways === null) {
        ways = part;
        continue;
      }
      const next: Term[] = [];
      for (const left of ways) {
        for (const right of part) {
          this.#count();
          next.push(this.#together([...partsOf(left), ...partsOf(right)]));
        }
      }
      ways = reduce(next);
    }
    return ways ?? [];
  }

  /** FOLLOWEDBY is associative, and distributes over OR. */
  #followed(parts: readonly (readonly Term[])[]): readonly Term[] {
    let ways: readonly (readonly Term[])[] = [[]];
    for (const part of parts) {
      const next: Term[][] = [];
      for (const way of ways) {
        for (const term of part) {
          this.#count();
          next.push([...way, ...(term.kind === 'then' ? term.members : [term])]);
        }
      }
      ways = next;
    }
    return reduce(ways.map((members) => this.#then(members)));
  }

  #then(members: readonly Term[]): Then {
    const key = this.#keys.of(`then ${members.map((term) => term.key).join(' ')}`);
    return { kind: 'then', key, members };
  }

  #qualified(
    node: ObservationExpression,
    qualifiers: readonly Qualifier[],
    span: Span | null,
  ): readonly Term[] {
    const [last] = qualifiers.slice(-1);
    if (last === undefined) return this.terms(node, span);
    const inner = qualifiers.slice(0, -1);
    switch (last.kind) {
      case 'start-stop': {
        const window = { start: last.start.value, stop: last.stop.value };
        return this.#qualified(node, inner, intersection(span, window));
      }
      case 'repeats':
        return this.#repeated(this.#qualified(node, inner, span), last.times);
      case 'within': {
        const terms = this.#qualified(node, inner, span);
        return reduce(terms.map((term) => this.#within(term, last.seconds.value)));
      }
    }
  }

  /** n times: of AND each part n times, of alternatives every choice of n. */
  #repeated(terms: readonly Term[], times: number): readonly Term[] {
    const [only] = terms;
    if (only === undefined || times === 1) return terms;
    if (terms.length === 1) return [this.#together(scaled(only, times))];
    if (choices(terms.length, times) > SPELLED_OUT) {
      const text = `repeat ${times} ${terms.map(({ key }) => key).join(' ')}`;
      return [{ kind: 'repeat', key: this.#keys.of(text) }];
    }
    let ways: readonly Term[] = terms;
    for (let i = 1; i < times; i++) ways = this.#all([ways, terms]);
    return ways;
  }

  /** Equal terms are counted together; one term once is that term. */
  #together(parts: readonly Part[]): Term {
    const byKey = new Map<number, Part>();
    for (const { term, times } of parts) {
      const sum = (byKey.get(term.key)?.times ?? 0) + times;
      byKey.set(term.key, { term, times: sum });
    }
    const sorted = [...byKey.values()].sort((a, b) => a.term.key - b.term.key);
    const [only] = sorted;
    if (sorted.length === 1 && only?.times === 1) return only.term;
    const text = `all ${sorted.map(({ term, times }) => `${term.key}*${times}`).join(' ')}`;
    return { kind: 'all', key: this.#keys.of(text), parts: sorted };
  }

  /** One observation is within any time; of two WITHIN the shorter one decides. */
  #within(term: Term, length: number): Term {
    if (term.kind === 'leaf') return term;
    const nested = term.kind === 'within';
    const inner = nested ? term.inner : term;
    const seconds = nested ? Math.min(term.seconds, length) : length;
    const key = this.#keys.of(`within ${seconds} ${inner.key}`);
    return { kind: 'within', key, seconds, inner };
  }
}

function partsOf(term: Term): readonly Part[] {
  return term.kind === 'all' ? term.parts : [{ term, times: 1 }];
}

function scaled(term: Term, times: number): readonly Part[] {
  return partsOf(term).map((part) => ({ term: part.term, times: part.times * times }));
}

function intersection(a: Span | null, b: Span): Span {
  if (a === null) return b;
  return {
    start: compareTimestamps(a.start, b.start) >= 0 ? a.start : b.start,
    stop: compareTimestamps(a.stop, b.stop) <= 0 ? a.stop : b.stop,
  };
}

/** Ways to choose `times` of `count` alternatives, with repetition; Infinity where it is many. */
function choices(count: number, times: number): number {
  let ways = 1;
  for (let i = 1; i <= times; i++) {
    ways = (ways * (count + i - 1)) / i;
    if (ways > SPELLED_OUT) return Number.POSITIVE_INFINITY;
  }
  return ways;
}

/** Sorted, each once, without alternatives that ask for more than another one. */
function reduce(terms: readonly Term[]): readonly Term[] {
  const byKey = new Map(terms.map((term) => [term.key, term]));
  const unique = [...byKey.values()].sort((a, b) => a.key - b.key);
  if (unique.length > COMPARED) return unique;
  return unique.filter((term) => !unique.some((less) => less !== term && covers(less, term)));
}

/** Whatever satisfies `more` satisfies `less` too; never both ways, since their keys differ. */
function covers(less: Term, more: Term): boolean {
  if (less.kind === 'leaf' && more.kind === 'leaf') return leafCovers(less, more);
  if (more.kind !== 'all') return false;
  return partsOf(less).every(({ term, times }) =>
    more.parts.some((part) => part.term.key === term.key && part.times >= times),
  );
}

/** The same instants, and all comparisons of the one among those of the other. */
function leafCovers(less: Leaf, more: Leaf): boolean {
  if (less.time !== more.time || less.seen.tests.size >= more.seen.tests.size) return false;
  for (const test of less.seen.tests) if (!more.seen.tests.has(test)) return false;
  return true;
}
