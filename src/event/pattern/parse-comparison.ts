/** Comparison expressions (STIX 2.1 §9.6): AND binds before OR, both from left to right. */
import type { Lexer } from './lexer.ts';
import { parseConstant, parseStringConstant } from './parse-constant.ts';
import { parsePath } from './parse-path.ts';
import type {
  BooleanOperation,
  Comparison,
  ComparisonExpression,
  Constant,
  ObjectPath,
  ValueOperator,
} from './tree.ts';

const VALUE_OPERATORS = new Map<string, ValueOperator>([
  ['=', '='],
  ['==', '='],
  ['!=', '!='],
  ['<>', '!='],
  ['<', '<'],
  ['<=', '<='],
  ['>', '>'],
  ['>=', '>='],
]);

/** What stands between [ and ]. */
export function parseComparisonExpression(lexer: Lexer): ComparisonExpression {
  const first = parseConjunction(lexer);
  if (!lexer.is('keyword', 'OR')) return first;
  const operands = [first];
  while (lexer.take('keyword', 'OR')) operands.push(parseConjunction(lexer));
  return join(lexer, 'OR', operands);
}

function parseConjunction(lexer: Lexer): ComparisonExpression {
  const first = parseOperand(lexer);
  if (!lexer.is('keyword', 'AND')) return first;
  const operands = [first];
  while (lexer.take('keyword', 'AND')) operands.push(parseOperand(lexer));
  return join(lexer, 'AND', operands);
}

function join(
  lexer: Lexer,
  operator: 'AND' | 'OR',
  operands: readonly ComparisonExpression[],
): BooleanOperation {
  lexer.count();
  return { kind: 'boolean-operation', at: operands[0]?.at ?? 0, operator, operands };
}

function parseOperand(lexer: Lexer): ComparisonExpression {
  if (lexer.kind === 'name') return parseComparison(lexer);
  if (lexer.is('symbol', '(')) return parseGroup(lexer);
  if (lexer.is('keyword', 'EXISTS')) return parseExistence(lexer, lexer.start, false);
  if (lexer.is('keyword', 'NOT')) return parseNegation(lexer);
  lexer.fail('syntax', `A comparison should stand here, not ${lexer.found()}.`);
}

function parseGroup(lexer: Lexer): ComparisonExpression {
  const open = lexer.start;
  lexer.next();
  lexer.enter();
  const expression = parseComparisonExpression(lexer);
  lexer.leave();
  if (!lexer.take('symbol', ')')) {
    if (lexer.kind === 'end') lexer.fail('unclosed', 'The parenthesis is never closed.', open);
    lexer.fail('syntax', `AND, OR or ) should follow, not ${lexer.found()}.`);
  }
  return expression;
}

/** NOT may lead only EXISTS; elsewhere it stands between the path and the operator (§9.6.1). */
function parseNegation(lexer: Lexer): Comparison {
  const at = lexer.start;
  lexer.next();
  if (!lexer.is('keyword', 'EXISTS')) {
    lexer.fail('not-position', 'NOT stands after the object path, before the operator.', at);
  }
  lexer.note('not-exists', 'warning', 'The published grammar has no NOT before EXISTS.', at);
  return parseExistence(lexer, at, true);
}

function parseExistence(lexer: Lexer, at: number, negated: boolean): Comparison {
  if (lexer.version === '2.0') lexer.fail('exists-version', 'STIX 2.0 has no EXISTS.');
  lexer.next();
  lexer.count();
  const path = parsePath(lexer);
  return { kind: 'comparison', at, path, negated, operator: 'EXISTS' };
}

function parseComparison(lexer: Lexer): Comparison {
  const at = lexer.start;
  const path = parsePath(lexer);
  lexer.count();
  const negated = lexer.take('keyword', 'NOT');
  const value = lexer.kind === 'symbol' ? VALUE_OPERATORS.get(lexer.word) : undefined;
  if (value !== undefined) return parseValueComparison(lexer, at, path, negated, value);
  const operator = lexer.kind === 'keyword' ? lexer.word : '';
  switch (operator) {
    case 'IN':
      lexer.next();
      return { kind: 'comparison', at, path, negated, operator, values: parseSet(lexer) };
    case 'LIKE':
    case 'MATCHES':
    case 'ISSUBSET':
    case 'ISSUPERSET': {
      lexer.next();
      const constant = parseStringConstant(lexer, operator);
      return { kind: 'comparison', at, path, negated, operator, value: constant };
    }
    default:
      return failOperator(lexer);
  }
}

/** Booleans have no order (published grammar: orderableLiteral). */
function parseValueComparison(
  lexer: Lexer,
  at: number,
  path: ObjectPath,
  negated: boolean,
  operator: ValueOperator,
): Comparison {
  if (operator !== lexer.word) {
    lexer.note('operator-alias', 'info', `Write ${operator} for ${lexer.word}.`);
  }
  lexer.next();
  const value = parseConstant(lexer, operator);
  if (value.kind === 'boolean' && operator !== '=' && operator !== '!=') {
    lexer.note('operand-type', 'error', `${operator} takes no boolean.`, value.at);
  }
  return { kind: 'comparison', at, path, negated, operator, value };
}

/** §9.6.1 IN: constants in parentheses; the published grammar allows none at all. */
function parseSet(lexer: Lexer): Constant[] {
  const open = lexer.start;
  if (!lexer.take('symbol', '(')) {
    lexer.fail('syntax', `( should follow IN, not ${lexer.found()}.`);
  }
  const values: Constant[] = [];
  if (lexer.take('symbol', ')')) return values;
  do values.push(parseConstant(lexer, 'IN'));
  while (lexer.take('symbol', ','));
  if (!lexer.take('symbol', ')')) {
    if (lexer.kind === 'end') lexer.fail('unclosed', 'The set is never closed.', open);
    lexer.fail('syntax', `A comma or ) should follow, not ${lexer.found()}.`);
  }
  return values;
}

const WORD_OPERATORS = ['NOT', 'IN', 'LIKE', 'MATCHES', 'ISSUBSET', 'ISSUPERSET', 'EXISTS'];

function failOperator(lexer: Lexer): never {
  const upper = lexer.word.toUpperCase();
  if (lexer.kind === 'name' && WORD_OPERATORS.includes(upper)) {
    lexer.fail('keyword-case', `Write ${upper}, not ${lexer.word}.`);
  }
  if (lexer.is('keyword', 'EXISTS')) {
    lexer.fail('syntax', 'EXISTS stands before the object path.');
  }
  lexer.fail('syntax', `A comparison operator should follow, not ${lexer.found()}.`);
}
