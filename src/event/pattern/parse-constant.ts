/** Constants (STIX 2.1 §9.2) as the parser meets them. */
import type { Lexer } from './lexer.ts';
import { canonicalDecimal } from './literals.ts';
import type { Constant, FloatConstant, IntegerConstant, StringConstant } from './tree.ts';

/** Any constant; the caller says for which operator, for the message. */
export function parseConstant(lexer: Lexer, operator: string): Constant {
  const { start: at, word, kind } = lexer;
  const constant = constantOf(lexer, at);
  if (constant === null) {
    if (kind === 'name' && /^(true|false)$/i.test(word)) {
      lexer.fail('keyword-case', `Write ${word.toLowerCase()}, not ${word}.`);
    }
    const hint = kind === 'name' ? '; strings stand in apostrophes' : '';
    lexer.fail('syntax', `A constant should follow ${operator}, not ${lexer.found()}${hint}.`);
  }
  lexer.count();
  lexer.next();
  return constant;
}

/** LIKE, MATCHES, ISSUBSET, ISSUPERSET take strings (§9.6.1). */
export function parseStringConstant(lexer: Lexer, operator: string): StringConstant {
  const constant = parseConstant(lexer, operator);
  if (constant.kind === 'string') return constant;
  lexer.note('operand-type', 'error', `${operator} takes a string.`, constant.at);
  return { kind: 'string', at: constant.at, value: '' };
}

/** A number, or null when the token is none. */
export function parseNumber(lexer: Lexer): IntegerConstant | FloatConstant | null {
  const { start: at, kind } = lexer;
  if (kind !== 'integer' && kind !== 'float') return null;
  const number = kind === 'integer' ? integerOf(lexer, at) : floatOf(lexer, at);
  lexer.count();
  lexer.next();
  return number;
}

function constantOf(lexer: Lexer, at: number): Constant | null {
  const { word } = lexer;
  switch (lexer.kind) {
    case 'string':
      return { kind: 'string', at, value: word };
    case 'integer':
      return integerOf(lexer, at);
    case 'float':
      return floatOf(lexer, at);
    case 'timestamp':
      return { kind: 'timestamp', at, value: word };
    case 'hex':
      return { kind: 'hex', at, hex: word };
    case 'binary':
      return { kind: 'binary', at, base64: word };
    case 'keyword':
      if (word !== 'true' && word !== 'false') return null;
      return { kind: 'boolean', at, value: word === 'true' };
    default:
      return null;
  }
}

/** §2.8: integers are within ±(2^53 − 1). */
function integerOf(lexer: Lexer, at: number): IntegerConstant {
  const value = Number(lexer.word);
  if (!Number.isSafeInteger(value)) {
    lexer.note('integer-range', 'error', `${lexer.found()} is outside ±(2^53 − 1).`);
  }
  return { kind: 'integer', at, value: value === 0 ? 0 : value };
}

function floatOf(lexer: Lexer, at: number): FloatConstant {
  const decimal = canonicalDecimal(lexer.word);
  return { kind: 'float', at, value: Number(decimal), decimal };
}
