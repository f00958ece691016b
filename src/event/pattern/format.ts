/** From tree to canonical text: one spelling, single spaces, only the parentheses that matter. */
import { KEYWORDS } from './lexer.ts';
import type {
  Comparison,
  ComparisonExpression,
  Constant,
  ObjectPath,
  ObservationExpression,
  ObservationOperator,
  PathStep,
  Pattern,
  Qualifier,
} from './tree.ts';

/** Binds tighter when higher (STIX 2.1 §9.5.3). */
const PRECEDENCE: Readonly<Record<ObservationOperator, number>> = { FOLLOWEDBY: 1, OR: 2, AND: 3 };
const QUALIFIED = 4;

/** Canonical text of a pattern; reading it again gives an equal tree, but for places. */
export function formatPattern(pattern: Pattern): string {
  return formatObservation(pattern.expression, 0);
}

/** Canonical text of a path, e.g. `file:hashes.'SHA-256'`. */
export function formatPath(path: ObjectPath): string {
  let text = `${path.type}:`;
  for (const [i, step] of path.steps.entries()) text += formatStep(step, i === 0);
  return text;
}

/** Canonical text of a constant, e.g. `t'2016-06-01T00:00:00Z'`. */
export function formatConstant(constant: Constant): string {
  switch (constant.kind) {
    case 'string':
      return quote(constant.value);
    case 'timestamp':
      return `t'${constant.value}'`;
    case 'hex':
      return `h'${constant.hex}'`;
    case 'binary':
      return `b'${constant.base64}'`;
    case 'float':
      return constant.decimal;
    default:
      return String(constant.value);
  }
}

/** Canonical text of a qualifier, e.g. `WITHIN 300 SECONDS`. */
export function formatQualifier(qualifier: Qualifier): string {
  switch (qualifier.kind) {
    case 'within':
      return `WITHIN ${formatConstant(qualifier.seconds)} SECONDS`;
    case 'repeats':
      return `REPEATS ${qualifier.times} TIMES`;
    case 'start-stop':
      return `START ${formatConstant(qualifier.start)} STOP ${formatConstant(qualifier.stop)}`;
  }
}

/** `outer` is the precedence of what encloses; equal precedence needs parentheses too. */
function formatObservation(node: ObservationExpression, outer: number): string {
  switch (node.kind) {
    case 'observation':
      return `[${formatComparison(node.expression, 0)}]`;
    case 'operation': {
      const precedence = PRECEDENCE[node.operator];
      const operands = node.operands.map((operand) => formatObservation(operand, precedence));
      const text = operands.join(` ${node.operator} `);
      return precedence <= outer ? `(${text})` : text;
    }
    case 'qualified': {
      const text = [
        formatObservation(node.expression, QUALIFIED),
        ...node.qualifiers.map(formatQualifier),
      ].join(' ');
      return outer === QUALIFIED ? `(${text})` : text;
    }
  }
}

function formatComparison(node: ComparisonExpression, outer: number): string {
  if (node.kind === 'comparison') return formatTest(node);
  const precedence = PRECEDENCE[node.operator];
  const operands = node.operands.map((operand) => formatComparison(operand, precedence));
  const text = operands.join(` ${node.operator} `);
  return precedence <= outer ? `(${text})` : text;
}

function formatTest(test: Comparison): string {
  const path = formatPath(test.path);
  const not = test.negated ? 'NOT ' : '';
  switch (test.operator) {
    case 'EXISTS':
      return `${not}EXISTS ${path}`;
    case 'IN':
      return `${path} ${not}IN (${test.values.map(formatConstant).join(', ')})`;
    default:
      return `${path} ${not}${test.operator} ${formatConstant(test.value)}`;
  }
}

function formatStep(step: PathStep, first: boolean): string {
  switch (step.kind) {
    case 'any':
      return '[*]';
    case 'index':
      return `[${step.index}]`;
    case 'key':
      return `${first ? '' : '.'}${isPlain(step.name) ? step.name : quote(step.name)}`;
  }
}

/** §9.7: everything but a plain word stands in apostrophes. */
function isPlain(name: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !KEYWORDS.has(name);
}

function quote(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
