/** `[ … ]` (STIX 2.1 §9.5): one object of the observation satisfies all comparisons. */
import { formatPath } from '../format.ts';
import type {
  Comparison,
  ComparisonExpression,
  Constant,
  StringComparison,
  ValueComparison,
} from '../tree.ts';
import { compileSetTest, compileValueTest, negate, type ValueTest } from './compare.ts';
import { compileLike, likeCost } from './like.ts';
import type { JsonObject, ObservedItem } from './observed.ts';
import { compileExistence, compilePath, type PathTest } from './path.ts';
import { compileRegexTest } from './regex.ts';
import type { Rules } from './rules.ts';
import { isSubset, parseBlock } from './subnet.ts';
import { NO, not, type Truth, truthOf, UNKNOWN, YES } from './truth.ts';
import type { Work } from './work.ts';

/** Whether an object satisfies what stands between the brackets. */
type ObjectTest = (root: JsonObject, work: Work) => Truth;

/** The test of one observation against one pair of brackets. */
export class Leaf {
  readonly #types: ReadonlySet<string>;
  readonly #test: ObjectTest;
  /** The object that satisfied it, after `truth` said YES. */
  root: JsonObject | undefined;

  constructor(expression: ComparisonExpression, rules: Rules) {
    this.#types = satisfiableTypes(expression);
    this.#test = compileExpression(expression, rules);
  }

  /** §9.6: existential over the objects of the observation. */
  truth(item: ObservedItem, work: Work): Truth {
    let best: Truth = NO;
    const { roots } = item;
    for (let i = 0; i < roots.length; i++) {
      const root = roots[i] as JsonObject;
      if (!this.#types.has(root.type as string)) continue;
      if (!work.spend(1)) return UNKNOWN;
      const truth = this.#test(root, work);
      if (truth > best) {
        best = truth;
        this.root = root;
        if (truth === YES) return YES;
      }
    }
    return best;
  }

  /** What this leaf says of one object, for another profile. */
  truthOf(root: JsonObject, work: Work): Truth {
    return this.#types.has(root.type as string) ? this.#test(root, work) : NO;
  }
}

/** §9.5: AND needs one object, so one type; OR has those of either side. */
function satisfiableTypes(node: ComparisonExpression): ReadonlySet<string> {
  if (node.kind === 'comparison') return new Set([node.path.type]);
  const sets = node.operands.map(satisfiableTypes);
  const [first = new Set<string>(), ...rest] = sets;
  if (node.operator === 'OR') return new Set(sets.flatMap((set) => [...set]));
  return new Set([...first].filter((type) => rest.every((set) => set.has(type))));
}

function compileExpression(node: ComparisonExpression, rules: Rules): ObjectTest {
  if (node.kind === 'comparison') return compileComparison(node, rules);
  const operands = node.operator === 'OR' ? gathered(node.operands) : node.operands;
  const tests = operands.map((operand) => compileExpression(operand, rules));
  const [only] = tests;
  if (only !== undefined && tests.length === 1) return only;
  return node.operator === 'AND' ? allOf(tests) : anyOf(tests);
}

/** Many = of strings at one path are one IN, which looks its value up once. */
function gathered(operands: readonly ComparisonExpression[]): readonly ComparisonExpression[] {
  const kept: ComparisonExpression[] = [];
  const byPath = new Map<string, { first: ValueComparison; values: Constant[] }>();
  for (const operand of operands) {
    if (!isPlainEquality(operand)) {
      kept.push(operand);
      continue;
    }
    const path = formatPath(operand.path);
    const gathering = byPath.get(path);
    if (gathering === undefined) byPath.set(path, { first: operand, values: [operand.value] });
    else gathering.values.push(operand.value);
  }
  for (const { first, values } of byPath.values()) {
    kept.push(values.length === 1 ? first : { ...first, operator: 'IN', values });
  }
  return kept;
}

function isPlainEquality(node: ComparisonExpression): node is ValueComparison {
  if (node.kind !== 'comparison' || node.operator !== '=' || node.negated) return false;
  return node.value.kind === 'string';
}

function allOf(tests: readonly ObjectTest[]): ObjectTest {
  return (root, work) => {
    let least: Truth = YES;
    for (const test of tests) {
      const truth = test(root, work);
      if (truth === NO) return NO;
      if (truth < least) least = truth;
    }
    return least;
  };
}

function anyOf(tests: readonly ObjectTest[]): ObjectTest {
  return (root, work) => {
    let most: Truth = NO;
    for (const test of tests) {
      const truth = test(root, work);
      if (truth === YES) return YES;
      if (truth > most) most = truth;
    }
    return most;
  };
}

/** §9.7: a path starts at objects of its type only. */
function compileComparison(comparison: Comparison, rules: Rules): ObjectTest {
  const { type } = comparison.path;
  const test = compileTest(comparison, rules);
  return (root, work) => {
    if (root.type !== type) return NO;
    return work.spend(1) ? test(root, work) : UNKNOWN;
  };
}

function compileTest(comparison: Comparison, rules: Rules): PathTest {
  const { path, negated } = comparison;
  if (comparison.operator === 'EXISTS') {
    const exists = compileExistence(path, rules.key);
    return negated ? (object, work) => not(exists(object, work)) : exists;
  }
  const test = compileOperator(comparison, rules);
  return compilePath(path, negated ? negate(test) : test, rules.key);
}

function compileOperator(
  comparison: Exclude<Comparison, { operator: 'EXISTS' }>,
  rules: Rules,
): ValueTest {
  switch (comparison.operator) {
    case 'IN':
      return (
        rules.equality?.(comparison.path, comparison.values) ?? compileSetTest(comparison.values)
      );
    case 'LIKE':
      return likeTest(comparison.value.value);
    case 'MATCHES':
      return compileRegexTest(comparison.value.value);
    case 'ISSUBSET':
    case 'ISSUPERSET':
      return subnetTest(comparison);
    case '=': {
      const canonical = rules.equality?.(comparison.path, [comparison.value]);
      return canonical ?? compileValueTest('=', comparison.value);
    }
    case '!=': {
      const canonical = rules.equality?.(comparison.path, [comparison.value]);
      return canonical ? negate(canonical) : compileValueTest('!=', comparison.value);
    }
    default:
      return compileValueTest(comparison.operator, comparison.value);
  }
}

/** §9.6.1 LIKE: strings after NFC, octets as U+00XX; anything else is not like a string. */
function likeTest(constant: string): ValueTest {
  const pattern = constant.normalize('NFC');
  const test = compileLike(pattern);
  const run = (text: string, work: Work) =>
    work.spend(likeCost(pattern, text)) ? truthOf(test(text)) : UNKNOWN;
  return {
    value: (found, work) => (typeof found === 'string' ? run(found.normalize('NFC'), work) : NO),
    octets: run,
  };
}

/** §9.6.1 ISSUBSET, ISSUPERSET: of equal blocks each is both. */
function subnetTest({ operator, value }: StringComparison): ValueTest {
  const constant = parseBlock(value.value);
  const test = (found: unknown): Truth => {
    const block = typeof found === 'string' ? parseBlock(found) : null;
    if (block === null || constant === null) return NO;
    return truthOf(operator === 'ISSUBSET' ? isSubset(block, constant) : isSubset(constant, block));
  };
  return { value: test, octets: test };
}
