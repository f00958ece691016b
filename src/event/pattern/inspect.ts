/** What a pattern uses, summed up. */
import { formatConstant, formatQualifier } from './format.ts';
import type { ObservationExpression, ObservationOperator, Pattern } from './tree.ts';
import { type ComparisonFact, childExpressions, comparisons } from './walk.ts';

export interface InspectedComparison {
  /** Steps of the path: a key as text, a list index as number, any item as `*`. */
  readonly path: readonly (string | number)[];
  /** With NOT where it is negated, e.g. `NOT LIKE`. */
  readonly operator: string;
  /** Constants as canonical text, joined as in a set for IN; empty for EXISTS. */
  readonly value: string;
}

export interface PatternInspection {
  /** By object type, in the order of the text. */
  readonly comparisons: ReadonlyMap<string, readonly InspectedComparison[]>;
  /** Distinct, in the order of the alphabet. */
  readonly operators: readonly ObservationOperator[];
  /** Distinct canonical texts, in the order of the alphabet. */
  readonly qualifiers: readonly string[];
}

/** Comparisons by object type, observation operators and qualifiers of a pattern. */
export function inspect(pattern: Pattern): PatternInspection {
  const operators = new Set<ObservationOperator>();
  const qualifiers = new Set<string>();
  collect(pattern.expression, operators, qualifiers);
  const byType = new Map<string, InspectedComparison[]>();
  for (const fact of comparisons(pattern)) {
    const list = byType.get(fact.type) ?? [];
    list.push(inspected(fact));
    byType.set(fact.type, list);
  }
  return {
    comparisons: byType,
    operators: [...operators].sort(),
    qualifiers: [...qualifiers].sort(),
  };
}

function collect(
  node: ObservationExpression,
  operators: Set<ObservationOperator>,
  qualifiers: Set<string>,
): void {
  if (node.kind === 'operation') operators.add(node.operator);
  if (node.kind === 'qualified') {
    for (const qualifier of node.qualifiers) qualifiers.add(formatQualifier(qualifier));
  }
  for (const child of childExpressions(node)) collect(child, operators, qualifiers);
}

function inspected(fact: ComparisonFact): InspectedComparison {
  const constants = fact.values.map(formatConstant);
  return {
    path: fact.steps.map((step) =>
      step.kind === 'key' ? step.name : step.kind === 'index' ? step.index : '*',
    ),
    operator: fact.negated ? `NOT ${fact.operator}` : fact.operator,
    value: fact.operator === 'IN' ? `(${constants.join(', ')})` : (constants[0] ?? ''),
  };
}
