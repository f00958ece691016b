/** A pattern against observations: compile once, match often (STIX 2.1 §9). */
import { checkTree } from '../check.ts';
import type { PatternIssue, PatternIssueCode } from '../issues.ts';
import { parsePattern } from '../parse.ts';
import type { Observation, ObservationExpression, Pattern, PatternVersion } from '../tree.ts';
import { childExpressions } from '../walk.ts';
import { INTEL } from './intel.ts';
import { type MatchIssue, MatchIssues } from './issues.ts';
import { type AssignedBinding, Joint } from './joint.ts';
import { Leaf } from './leaf.ts';
import { type ObservedItem, type ObservedSet, readObserved } from './observed.ts';
import { eitherOf, type Plan, planOf } from './plan.ts';
import { STRICT } from './rules.ts';
import { type Truth, UNKNOWN, verdictOf, YES } from './truth.ts';
import { Work } from './work.ts';

/** `strict`: the standard. `intel`: equal values in other spellings are equal too. */
export type MatchProfile = 'strict' | 'intel';

export interface MatchOptions {
  /** Version of the pattern language; 2.1 when absent. */
  readonly version?: PatternVersion;
  /** `strict` when absent. */
  readonly profile?: MatchProfile;
}

/** What satisfied one pair of brackets. */
export interface MatchBinding {
  /** Number of the brackets in the text, from 0. */
  readonly expression: number;
  /** Index in the list of observed. */
  readonly observed: number;
  /** Id of the observed-data object, where it has one. */
  readonly id?: string;
  /** Id of the object that satisfied the comparisons; in STIX 2.0 its key. */
  readonly object: string;
  /** How many of the times that it was observed are used. */
  readonly count: number;
  /** Profile that was needed; present when `intel` was asked for. */
  readonly profile?: MatchProfile;
}

export interface MatchResult {
  /** Null where it cannot be told: an invalid pattern, an unsupported part, a bound reached. */
  readonly matched: boolean | null;
  /** One way to satisfy the pattern, when it matched. */
  readonly bindings: readonly MatchBinding[];
  readonly issues: readonly MatchIssue[];
}

/** A pattern ready for use. */
export interface CompiledPattern {
  /** False when no observation can be matched: the issues say why. */
  readonly ok: boolean;
  readonly issues: readonly PatternIssue[];
  /** One observation is enough to satisfy it, whenever it was made. */
  readonly single: boolean;
  /** Takes observed data and bundles, or what `readObserved` made of them. */
  readonly match: (observed: readonly unknown[] | ObservedSet) => MatchResult;
}

/** One match: see `compilePattern`. */
export function matchPattern(
  pattern: string,
  observed: readonly unknown[] | ObservedSet,
  options: MatchOptions = {},
): MatchResult {
  return compilePattern(pattern, options).match(observed);
}

/**
 * Makes closures of a pattern; nothing is evaluated as code. A pattern that does not parse, or has
 * a constant that no value can be compared with, matches nothing and says so (§9.4).
 */
export function compilePattern(text: string, options: MatchOptions = {}): CompiledPattern {
  const parsed = parsePattern(text, { version: options.version ?? '2.1' });
  if (!parsed.ok) return refused(parsed.issues);
  const matcher = new Matcher(parsed.value, options.profile ?? 'strict');
  // What checkTree says is asked for when it is needed: most callers only want the answer.
  let checked: readonly PatternIssue[] | undefined;
  const issues = () => {
    checked ??= [...parsed.issues, ...checkTree(parsed.value, text)];
    return checked;
  };
  const fatal = MAY_BE_FATAL.test(text) && issues().some(isFatal);
  if (fatal) return refused(issues());
  return {
    ok: true,
    single: matcher.single,
    get issues() {
      return issues();
    },
    match: (observed) => matcher.match(observed, issues()),
  };
}

/** Findings after which no comparison has a meaning; other errors are only reported. */
const FATAL: ReadonlySet<PatternIssueCode> = new Set([
  'set-types',
  'regex-invalid',
  'address-invalid',
]);

/** What a pattern with one of these findings contains: checking every pattern takes longer. */
const MAY_BE_FATAL = /\b(?:IN|MATCHES|ISSUBSET|ISSUPERSET)\b/;

/** Whether a finding on the constants leaves a pattern without meaning. */
export function isFatal({ code, severity }: PatternIssue): boolean {
  return severity === 'error' && FATAL.has(code);
}

function refused(issues: readonly PatternIssue[]): CompiledPattern {
  const result: MatchResult = { matched: null, bindings: [], issues };
  return { ok: false, issues, single: false, match: () => result };
}

class Matcher {
  readonly #plan: Plan;
  readonly #leaves: readonly Leaf[];
  /** The leaves under the profile `intel`; empty when it was not asked for. */
  readonly #strict: readonly Leaf[];
  readonly #profile: MatchProfile;
  /** Where any of some brackets is enough: their numbers. */
  readonly #either: readonly number[] | null;

  constructor(pattern: Pattern, profile: MatchProfile) {
    const brackets: Observation[] = [];
    collect(pattern.expression, brackets);
    const rules = profile === 'intel' ? INTEL : STRICT;
    this.#profile = profile;
    this.#leaves = brackets.map(({ expression }) => new Leaf(expression, rules));
    this.#strict =
      profile === 'intel' ? brackets.map(({ expression }) => new Leaf(expression, STRICT)) : [];
    let next = 0;
    this.#plan = planOf(pattern.expression, () => next++);
    this.#either = eitherOf(this.#plan);
  }

  match(observed: readonly unknown[] | ObservedSet, issues: readonly PatternIssue[]): MatchResult {
    const set = isSet(observed) ? observed : readObserved(observed);
    const findings = new MatchIssues();
    const work = new Work(findings, set.items.length);
    const { truth, bindings } = this.#run(set, work);
    const told = truth === 0 && set.incomplete ? UNKNOWN : truth;
    return {
      matched: verdictOf(told),
      bindings: told === YES ? bindings : [],
      issues: [...issues, ...set.findings.issues, ...findings.issues],
    };
  }

  #run(set: ObservedSet, work: Work): { truth: Truth; bindings: readonly MatchBinding[] } {
    if (this.#either === null) {
      const joint = new Joint(this.#plan, this.#leaves, set, work);
      const { truth, bindings } = joint.run();
      return { truth, bindings: bindings.map((binding) => this.#binding(binding, set, work)) };
    }
    let best: Truth = 0;
    for (let i = 0; i < set.items.length; i++) {
      for (const expression of this.#either) {
        const leaf = this.#leaves[expression] as Leaf;
        const truth = this.#ask(leaf, set.items[i] as ObservedItem, work);
        if (truth === YES) {
          const binding = { expression, item: i, root: leaf.root, count: 1 };
          return { truth, bindings: [this.#binding(binding, set, work)] };
        }
        if (truth > best) best = truth;
      }
    }
    return { truth: best, bindings: [] };
  }

  get single(): boolean {
    return this.#either !== null;
  }

  #ask(leaf: Leaf, item: ObservedItem, work: Work): Truth {
    work.item = item;
    return leaf.truth(item, work);
  }

  #binding({ expression, item, root, count }: AssignedBinding, set: ObservedSet, work: Work) {
    const observation = set.items[item] as ObservedItem;
    const { index, id } = observation;
    const binding: MatchBinding = {
      expression,
      observed: index,
      ...(id === undefined ? {} : { id }),
      object: root === undefined ? '' : observation.nameOf(root),
      count,
    };
    if (this.#profile === 'strict' || root === undefined) return binding;
    work.item = observation;
    const strict = this.#strict[expression]?.truthOf(root, work) === YES;
    return { ...binding, profile: strict ? ('strict' as const) : ('intel' as const) };
  }
}

function isSet(observed: readonly unknown[] | ObservedSet): observed is ObservedSet {
  return !Array.isArray(observed);
}

/** Every pair of brackets, in the order of the text. */
function collect(node: ObservationExpression, brackets: Observation[]): void {
  if (node.kind === 'observation') brackets.push(node);
  else for (const child of childExpressions(node)) collect(child, brackets);
}
