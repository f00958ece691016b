/** Applicability statements and their evaluation (NISTIR 7698 §5, §6; NVD configurations). */
import { type Criterion, matchCriterion } from './criterion.ts';
import type { Wfn } from './wfn.ts';

/** A fact that another system has to check (check-fact-ref). */
export interface ExternalCheck {
  readonly kind: 'check';
  readonly system: string;
  readonly href: string;
  readonly idRef: string;
}

/** What could not be read: its value is an error. */
export interface BrokenTest {
  readonly kind: 'broken';
  readonly reason: string;
}

export interface LogicalTest {
  readonly kind: 'and' | 'or';
  readonly negate: boolean;
  readonly tests: readonly Applicability[];
}

export type Applicability = LogicalTest | Criterion | ExternalCheck | BrokenTest;

/** `unresolved`: true or false, depending on what the inventory does not tell. */
export type Truth = 'true' | 'false' | 'error' | 'unresolved';

export interface Hit {
  readonly criterion: Criterion;
  readonly name: Wfn;
}

export interface Evaluation {
  readonly value: Truth;
  /** Criteria that a name satisfied; where the value is true, they are why. */
  readonly hits: readonly Hit[];
  /** Criteria that stay open, with the reason. */
  readonly open: readonly { readonly criterion: Criterion; readonly reason: string }[];
}

export interface EvaluateOptions {
  /**
   * `closed`, the default of the standard: what the inventory does not name is not there. `open`:
   * a system that names no operating system (no hardware) has one that is unknown, and a name with
   * an unknown version may be any.
   */
  readonly world?: 'closed' | 'open';
  /** Answers check-fact-ref; without it such a fact is an error. */
  readonly check?: (check: ExternalCheck) => 'true' | 'false' | 'error';
}

/** Value of a statement for the system that the names describe. */
export function evaluate(
  test: Applicability,
  names: readonly Wfn[],
  options: EvaluateOptions = {},
): Evaluation {
  const parts = new Set(names.map(({ part }) => part));
  return new Evaluator(names, parts, options).evaluate(test);
}

class Evaluator {
  readonly #names: readonly Wfn[];
  readonly #parts: ReadonlySet<string>;
  readonly #options: EvaluateOptions;
  readonly #hits: Hit[] = [];
  readonly #open: { criterion: Criterion; reason: string }[] = [];

  constructor(names: readonly Wfn[], parts: ReadonlySet<string>, options: EvaluateOptions) {
    this.#names = names;
    this.#parts = parts;
    this.#options = options;
  }

  evaluate(test: Applicability): Evaluation {
    return { value: this.#value(test), hits: this.#hits, open: this.#open };
  }

  /** Recursion ends at the depth bound of the readers. */
  #value(test: Applicability): Truth {
    switch (test.kind) {
      case 'name':
        return this.#fact(test);
      case 'check':
        return this.#options.check?.(test) ?? 'error';
      case 'broken':
        return 'error';
      default: {
        const values = test.tests.map((inner) => this.#value(inner));
        const value = test.kind === 'and' ? conjunction(values) : disjunction(values);
        return test.negate ? negation(value) : value;
      }
    }
  }

  /** §6.1: a fact is true when the name it refers to includes a name of the system. */
  #fact(criterion: Criterion): Truth {
    let possible: string | null = null;
    let hit = false;
    for (const name of this.#names) {
      const match = matchCriterion(criterion, name);
      if (match === 'yes') {
        this.#hits.push({ criterion, name });
        hit = true;
      } else if (match === 'possible') {
        possible = 'the name of the system says too little';
      }
    }
    if (hit) return 'true';
    if (this.#options.world !== 'open') return 'false';
    const { part } = criterion.name;
    if ((part === 'o' || part === 'h') && !this.#parts.has(part)) {
      possible = part === 'o' ? 'the operating system is unknown' : 'the hardware is unknown';
    }
    if (possible === null) return 'false';
    this.#open.push({ criterion, reason: possible });
    return 'unresolved';
  }
}

/** Tables 6-1 and 6-2: FALSE decides AND, then ERROR; without operands there is no value. */
function conjunction(values: readonly Truth[]): Truth {
  return strongest(values, ['false', 'error', 'unresolved', 'true']);
}

/** TRUE decides OR, then ERROR. */
function disjunction(values: readonly Truth[]): Truth {
  return strongest(values, ['true', 'error', 'unresolved', 'false']);
}

function strongest(values: readonly Truth[], order: readonly Truth[]): Truth {
  return order.find((value) => values.includes(value)) ?? 'error';
}

/** Table 6-3. */
function negation(value: Truth): Truth {
  if (value === 'true') return 'false';
  return value === 'false' ? 'true' : value;
}
