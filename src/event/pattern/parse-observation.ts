/** Observation expressions (STIX 2.1 §9.5): qualifiers, then AND, OR, FOLLOWEDBY (§9.5.3). */
import type { Lexer } from './lexer.ts';
import { parseComparisonExpression } from './parse-comparison.ts';
import { parseNumber } from './parse-constant.ts';
import type {
  Observation,
  ObservationExpression,
  ObservationOperator,
  Qualified,
  Qualifier,
  TimestampConstant,
} from './tree.ts';

type Parse = (lexer: Lexer) => ObservationExpression;

/** A whole pattern, or what stands between parentheses. */
export function parseObservationExpression(lexer: Lexer): ObservationExpression {
  return parseOperation(lexer, 'FOLLOWEDBY', parseDisjunction);
}

function parseDisjunction(lexer: Lexer): ObservationExpression {
  return parseOperation(lexer, 'OR', parseConjunction);
}

function parseConjunction(lexer: Lexer): ObservationExpression {
  return parseOperation(lexer, 'AND', parseQualified);
}

/** Operators are applied from left to right, so a chain of one operator is one node. */
function parseOperation(
  lexer: Lexer,
  operator: ObservationOperator,
  operand: Parse,
): ObservationExpression {
  const first = operand(lexer);
  if (!lexer.is('keyword', operator)) return first;
  const operands = [first];
  while (lexer.take('keyword', operator)) operands.push(operand(lexer));
  lexer.count();
  return { kind: 'operation', at: first.at, operator, operands };
}

function parseQualified(lexer: Lexer): ObservationExpression {
  const grouped = lexer.is('symbol', '(');
  const expression = grouped ? parseGroup(lexer) : parseObservation(lexer);
  const first = parseQualifier(lexer);
  if (first === null) return expression;
  const qualifiers: Qualifier[] = [first];
  for (let next = parseQualifier(lexer); next !== null; next = parseQualifier(lexer)) {
    qualifiers.push(next);
  }
  lexer.count();
  return grouped
    ? qualifyGroup(lexer, expression, qualifiers)
    : { kind: 'qualified', at: expression.at, expression, qualifiers };
}

/**
 * Qualifiers of one type on a group: §9.5.1 forbids two on one observation expression, and the
 * reference takes that for expressions in brackets only. Each further one gets its own level, as if
 * the group and what precedes it stood in parentheses: the same meaning, in a form without doubt.
 */
function qualifyGroup(
  lexer: Lexer,
  group: ObservationExpression,
  qualifiers: readonly Qualifier[],
): Qualified {
  const { at } = group;
  let expression = group;
  let level: Qualifier[] = [];
  for (const qualifier of qualifiers) {
    if (level.some((earlier) => earlier.kind === qualifier.kind)) {
      const message = 'The group has two qualifiers of this type; parentheses would say more.';
      lexer.note('qualifier-repeated', 'warning', message, qualifier.at);
      lexer.count();
      expression = { kind: 'qualified', at, expression, qualifiers: level };
      level = [];
    }
    level.push(qualifier);
  }
  return { kind: 'qualified', at, expression, qualifiers: level };
}

function parseGroup(lexer: Lexer): ObservationExpression {
  const open = lexer.start;
  lexer.next();
  lexer.enter();
  const expression = parseObservationExpression(lexer);
  lexer.leave();
  if (!lexer.take('symbol', ')')) {
    if (lexer.kind === 'end') lexer.fail('unclosed', 'The parenthesis is never closed.', open);
    failContinuation(lexer, 'AND, OR, FOLLOWEDBY, a qualifier or )');
  }
  return expression;
}

function parseObservation(lexer: Lexer): Observation {
  const at = lexer.start;
  if (!lexer.take('symbol', '[')) failObservation(lexer);
  lexer.enter();
  lexer.count();
  const expression = parseComparisonExpression(lexer);
  lexer.leave();
  if (!lexer.take('symbol', ']')) {
    if (lexer.kind === 'end') lexer.fail('unclosed', 'The bracket is never closed.', at);
    failContinuation(lexer, 'AND, OR or ]');
  }
  return { kind: 'observation', at, expression };
}

function failObservation(lexer: Lexer): never {
  if (lexer.kind === 'name' || lexer.is('keyword', 'EXISTS')) {
    lexer.fail('brackets-missing', 'Put [ and ] around the comparisons.');
  }
  lexer.fail('syntax', `[ or ( should stand here, not ${lexer.found()}.`);
}

function parseQualifier(lexer: Lexer): Qualifier | null {
  if (lexer.kind !== 'keyword') return null;
  const at = lexer.start;
  if (lexer.take('keyword', 'WITHIN')) return parseWithin(lexer, at);
  if (lexer.take('keyword', 'REPEATS')) return parseRepeats(lexer, at);
  if (lexer.take('keyword', 'START')) return parseStartStop(lexer, at);
  return null;
}

/** §9.5.1: x is a positive floating-point or integer value. */
function parseWithin(lexer: Lexer, at: number): Qualifier {
  const place = lexer.start;
  lexer.count();
  const seconds = parseNumber(lexer);
  if (seconds === null) lexer.fail('syntax', `WITHIN takes a number, not ${lexer.found()}.`);
  if (seconds.value <= 0) {
    lexer.note('not-positive', 'error', 'WITHIN takes a number above zero.', place);
  }
  expectUnit(lexer, 'SECONDS');
  return { kind: 'within', at, seconds };
}

/** §9.5.1: x is a positive integer. */
function parseRepeats(lexer: Lexer, at: number): Qualifier {
  const place = lexer.start;
  lexer.count();
  const times = parseNumber(lexer);
  if (times === null) lexer.fail('syntax', `REPEATS takes an integer, not ${lexer.found()}.`);
  if (times.kind !== 'integer' || times.value <= 0) {
    lexer.note('not-positive', 'error', 'REPEATS takes an integer above zero.', place);
  }
  expectUnit(lexer, 'TIMES');
  return { kind: 'repeats', at, times: times.value };
}

function expectUnit(lexer: Lexer, unit: 'SECONDS' | 'TIMES'): void {
  if (lexer.take('keyword', unit)) return;
  failContinuation(lexer, unit);
}

function parseStartStop(lexer: Lexer, at: number): Qualifier {
  lexer.count();
  const start = parseInstant(lexer, 'START');
  if (!lexer.take('keyword', 'STOP')) failContinuation(lexer, 'STOP');
  const stop = parseInstant(lexer, 'STOP');
  return { kind: 'start-stop', at, start, stop };
}

/** §9.5.1: of type timestamp. STIX 2.0 part 5 §4.1.1 has the same instants as strings. */
function parseInstant(lexer: Lexer, keyword: 'START' | 'STOP'): TimestampConstant {
  const { start: at, kind, word: value } = lexer;
  if (kind === 'string') {
    if (lexer.version === '2.1') {
      lexer.note('start-stop-type', 'error', `${keyword} takes t'…', not a string.`);
    } else lexer.checkTimestamp();
  } else if (kind !== 'timestamp') {
    lexer.fail('start-stop-type', `${keyword} takes a timestamp t'…', not ${lexer.found()}.`);
  }
  lexer.count();
  lexer.next();
  return { kind: 'timestamp', at, value };
}

const KEYWORDS_HERE = 'AND OR FOLLOWEDBY WITHIN REPEATS START STOP SECONDS TIMES'.split(' ');

/** What follows an expression is none of what may follow it. */
export function failContinuation(lexer: Lexer, expected: string): never {
  const upper = lexer.word.toUpperCase();
  if (lexer.kind === 'name' && KEYWORDS_HERE.includes(upper)) {
    lexer.fail('keyword-case', `Write ${upper}, not ${lexer.word}.`);
  }
  lexer.fail('syntax', `${expected} should follow, not ${lexer.found()}.`);
}
