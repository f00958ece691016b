/** Evaluates definitions over what was collected from a system. */
import { LIMITS } from '../../../core/limits.ts';
import type { OvalCharacteristics, OvalCollected } from '../characteristics.ts';
import type { OvalCriteriaNode, OvalDocument } from '../model.ts';
import type { OvalResult } from '../words.ts';
import { Comparer } from './compare.ts';
import { collectSet, filtered, matchItems } from './match.ts';
import { evaluateTest, type OvalTestResult } from './test.ts';
import { byOperator, negate } from './truth.ts';
import type { Values } from './values.ts';
import { Variables } from './variables.ts';

export interface EvaluateOptions {
  /** Ids of the definitions; all where absent. Those that they extend are evaluated too. */
  readonly definitions?: readonly string[];
  /** Values of external variables. */
  readonly externals?: ReadonlyMap<string, readonly string[]>;
  /** Milliseconds since 1970 that `time_difference` takes as the present. */
  readonly now: number;
}

/** Criteria with the result of each part. */
export interface OvalCriteriaResult {
  readonly node: OvalCriteriaNode;
  readonly result: OvalResult;
  readonly children: readonly OvalCriteriaResult[];
}

export interface OvalDefinitionResult {
  readonly result: OvalResult;
  readonly criteria: OvalCriteriaResult | null;
  readonly messages: readonly string[];
}

export interface OvalEvaluation {
  readonly definitions: ReadonlyMap<string, OvalDefinitionResult>;
  readonly tests: ReadonlyMap<string, OvalTestResult>;
  /** Variables that were asked for. */
  readonly variables: ReadonlyMap<string, Values>;
}

/** Evaluates the definitions of a document; nothing of input throws. */
export function evaluateOval(
  document: OvalDocument,
  characteristics: OvalCharacteristics,
  options: EvaluateOptions,
): OvalEvaluation {
  const evaluator = new Evaluator(document, characteristics, options);
  const ids = options.definitions ?? [...document.definitions.keys()];
  for (const id of ids) evaluator.definition(id);
  const { definitions, tests, variables } = evaluator;
  return { definitions, tests, variables: variables.used() };
}

class Evaluator {
  readonly definitions = new Map<string, OvalDefinitionResult>();
  readonly tests = new Map<string, OvalTestResult>();
  readonly variables: Variables;
  readonly #document: OvalDocument;
  readonly #characteristics: OvalCharacteristics;
  readonly #comparer = new Comparer();
  readonly #matched = new Map<string, OvalCollected | null>();
  readonly #open = new Set<string>();
  #depth = 0;

  constructor(
    document: OvalDocument,
    characteristics: OvalCharacteristics,
    { externals, now }: EvaluateOptions,
  ) {
    this.#document = document;
    this.#characteristics = characteristics;
    this.variables = new Variables({
      document,
      comparer: this.#comparer,
      externals: externals ?? characteristics.variables,
      collected: (object) => this.#collected(object),
      now: Math.floor(now / 1000),
    });
  }

  definition(id: string): OvalResult {
    const known = this.definitions.get(id);
    if (known !== undefined) return known.result;
    const definition = this.#document.definitions.get(id);
    // A circle of definitions has no result.
    if (definition === undefined || this.#open.has(id)) return 'error';
    this.#open.add(id);
    const { criteria } = definition;
    const made = criteria === null ? null : this.#criteria(criteria);
    this.#open.delete(id);
    const messages = made === null ? ['The definition has no criteria.'] : [];
    const result = made?.result ?? 'not evaluated';
    this.definitions.set(id, { result, criteria: made, messages });
    return result;
  }

  /** Definitions that extend one another may be any number: recursion has a bound of its own. */
  #criteria(node: OvalCriteriaNode): OvalCriteriaResult {
    if (this.#depth >= LIMITS.oval.depth) return { node, result: 'error', children: [] };
    this.#depth++;
    const made = this.#criteriaWithin(node);
    this.#depth--;
    return made;
  }

  #criteriaWithin(node: OvalCriteriaNode): OvalCriteriaResult {
    const turned = (result: OvalResult) => (node.negate ? negate(result) : result);
    if (node.kind === 'criterion') {
      return { node, result: turned(this.test(node.test)), children: [] };
    }
    if (node.kind === 'extend_definition') {
      return { node, result: turned(this.definition(node.definition)), children: [] };
    }
    const children = node.children.map((child) => this.#criteria(child));
    const results = children.map(({ result }) => result);
    return { node, result: turned(byOperator(node.operator, results)), children };
  }

  test(id: string): OvalResult {
    const known = this.tests.get(id);
    if (known !== undefined) return known.result;
    const test = this.#document.tests.get(id);
    if (test === undefined) return 'error';
    const how = { comparer: this.#comparer, variables: this.variables };
    const made = evaluateTest(test, this.#collected(test.object), this.#document, how);
    this.tests.set(id, made);
    return made.result;
  }

  /** What an object was found to be: as the document says, or from its items. */
  #collected(id: string): OvalCollected | null {
    const { objects, items } = this.#characteristics;
    if (objects !== null) return objects.get(id) ?? null;
    const known = this.#matched.get(id);
    if (known !== undefined) return known;
    this.#matched.set(id, null);
    const object = this.#document.objects.get(id);
    if (object === undefined || this.#depth >= LIMITS.oval.depth) return null;
    this.#depth++;
    const how = { comparer: this.#comparer, variables: this.variables, tell: () => undefined };
    const found =
      object.set === null
        ? matchItems(object, items, how)
        : collectSet(object.set, this.#document, (each) => this.#collected(each), how);
    const kept = filtered(found.items, object.filters, this.#document, how);
    const made = {
      ...found,
      items: kept.items,
      flag: kept.failed ? ('error' as const) : found.flag,
    };
    this.#depth--;
    this.#matched.set(id, made);
    return made;
  }
}
