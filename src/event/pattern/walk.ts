/** Ways through a tree. */
import { formatPath } from './format.ts';
import type {
  Comparison,
  ComparisonExpression,
  ComparisonOperator,
  Constant,
  Observation,
  ObservationExpression,
  ObservationOperation,
  PathStep,
  Pattern,
  PatternNode,
  Qualified,
} from './tree.ts';

/** Visits every node, parents before children, from left to right. */
export function walkPattern(node: PatternNode, visit: (node: PatternNode) => void): void {
  visit(node);
  switch (node.kind) {
    case 'pattern':
    case 'observation':
      walkPattern(node.expression, visit);
      break;
    case 'qualified':
      walkPattern(node.expression, visit);
      for (const qualifier of node.qualifiers) walkPattern(qualifier, visit);
      break;
    case 'operation':
    case 'boolean-operation':
      for (const operand of node.operands) walkPattern(operand, visit);
      break;
    case 'within':
      visit(node.seconds);
      break;
    case 'start-stop':
      visit(node.start);
      visit(node.stop);
      break;
    case 'comparison':
      visit(node.path);
      for (const constant of constantsOf(node)) visit(constant);
      break;
  }
}

/** One comparison of a pattern, flat: what an index or a matcher asks for. */
export interface ComparisonFact {
  /** Type of the object where the path starts. */
  readonly type: string;
  readonly steps: readonly PathStep[];
  /** Canonical text of type and path, e.g. `file:hashes.'SHA-256'`. */
  readonly path: string;
  readonly operator: ComparisonOperator;
  readonly negated: boolean;
  /** The constants compared with: one, or those of IN, or none for EXISTS. */
  readonly values: readonly Constant[];
  readonly comparison: Comparison;
}

/** Every comparison of the pattern, in the order of the text. */
export function comparisons(pattern: Pattern): ComparisonFact[] {
  const facts: ComparisonFact[] = [];
  collectObservation(pattern.expression, facts);
  return facts;
}

/** The constants that a comparison compares with. */
export function constantsOf(comparison: Comparison): readonly Constant[] {
  switch (comparison.operator) {
    case 'EXISTS':
      return [];
    case 'IN':
      return comparison.values;
    default:
      return [comparison.value];
  }
}

/** The observation expressions directly below one, none for `[ … ]`. */
export function childExpressions(
  node: Observation | ObservationOperation | Qualified,
): readonly ObservationExpression[] {
  if (node.kind === 'observation') return [];
  return node.kind === 'operation' ? node.operands : [node.expression];
}

function collectObservation(node: ObservationExpression, facts: ComparisonFact[]): void {
  if (node.kind === 'observation') collectComparison(node.expression, facts);
  else for (const child of childExpressions(node)) collectObservation(child, facts);
}

function collectComparison(node: ComparisonExpression, facts: ComparisonFact[]): void {
  if (node.kind === 'boolean-operation') {
    for (const operand of node.operands) collectComparison(operand, facts);
    return;
  }
  facts.push({
    type: node.path.type,
    steps: node.path.steps,
    path: formatPath(node.path),
    operator: node.operator,
    negated: node.negated,
    values: constantsOf(node),
    comparison: node,
  });
}
