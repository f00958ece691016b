/** The comparisons of one pair of brackets as alternatives of conjunctions. */
import { timestampKey } from '../../../core/timestamp.ts';
import { formatPath } from '../format.ts';
import { constantBytes } from '../literals.ts';
import type { Comparison, ComparisonExpression, Constant } from '../tree.ts';
import { octetString } from './compare.ts';
import { formatBlock, parseBlock } from './subnet.ts';

/** Comparisons that one object satisfies. */
export interface Conjunction {
  readonly type: string;
  readonly tests: ReadonlySet<string>;
  readonly key: string;
}

/**
 * Alternatives of what stands between brackets; none where no object can satisfy them. `count` is
 * called for each that is made.
 */
export function conjunctions(node: ComparisonExpression, count: () => void): Conjunction[] {
  if (node.kind === 'comparison') return comparisonForms(node, count);
  const parts = node.operands.map((operand) => conjunctions(operand, count));
  return node.operator === 'OR' ? parts.flat() : parts.reduce((a, b) => product(a, b, count));
}

function product(
  left: readonly Conjunction[],
  right: readonly Conjunction[],
  count: () => void,
): Conjunction[] {
  const made = new Map<string, Conjunction>();
  for (const a of left) {
    for (const b of right) {
      count();
      // §9.5: one object has one type.
      if (a.type !== b.type) continue;
      const both = conjunction(a.type, [...a.tests, ...b.tests]);
      made.set(both.key, both);
    }
  }
  return [...made.values()];
}

function conjunction(type: string, tests: readonly string[]): Conjunction {
  const sorted = [...new Set(tests)].sort();
  return { type, tests: new Set(sorted), key: JSON.stringify(sorted) };
}

/** IN is an OR of =, since one value that equals any is asked for; NOT IN is not so. */
function comparisonForms(comparison: Comparison, count: () => void): Conjunction[] {
  const { type } = comparison.path;
  const path = formatPath(comparison.path);
  if (comparison.operator === 'IN' && !comparison.negated) {
    return comparison.values.map((value) => {
      count();
      return conjunction(type, [`${path} = ${constantKey(value)}`]);
    });
  }
  count();
  return [conjunction(type, [`${path} ${testKey(comparison)}`])];
}

function testKey(comparison: Comparison): string {
  const not = comparison.negated ? 'NOT ' : '';
  switch (comparison.operator) {
    case '=':
    case '!=': {
      const equal = (comparison.operator === '=') !== comparison.negated;
      return `${equal ? '=' : '!='} ${constantKey(comparison.value)}`;
    }
    case 'IN':
      return notIn(comparison.values);
    case 'EXISTS':
      return `${not}EXISTS`;
    case 'LIKE':
      return `${not}LIKE ${JSON.stringify(comparison.value.value.normalize('NFC').replace(/%+/g, '%'))}`;
    case 'MATCHES':
      return `${not}MATCHES ${JSON.stringify(comparison.value.value.normalize('NFC'))}`;
    case 'ISSUBSET':
    case 'ISSUPERSET':
      return `${not}${comparison.operator} ${blockKey(comparison.value.value)}`;
    default:
      return `${not}${comparison.operator} ${constantKey(comparison.value)}`;
  }
}

function notIn(values: readonly Constant[]): string {
  const keys = [...new Set(values.map(constantKey))].sort();
  return keys.length === 1 ? `!= ${keys[0]}` : `NOT IN ${JSON.stringify(keys)}`;
}

/** The same text for constants that compare alike with every value. */
function constantKey(constant: Constant): string {
  switch (constant.kind) {
    case 'integer':
    case 'float':
      // Adding zero makes 0 of -0.
      return `number ${constant.value + 0}`;
    case 'timestamp':
      return `time ${timestampKey(constant.value)}`;
    case 'hex':
    case 'binary':
      return `octets ${JSON.stringify(octetString(constantBytes(constant)))}`;
    default:
      return `${constant.kind} ${JSON.stringify(constant.value)}`;
  }
}

/** Blocks with the same addresses: bits below the prefix say nothing. */
function blockKey(text: string): string {
  const block = parseBlock(text);
  if (block === null) return JSON.stringify(text);
  const words = block.words.map((word, i) => {
    const bits = Math.min(32, Math.max(0, block.prefix - 32 * i));
    return bits === 0 ? 0 : (word & (-1 << (32 - bits))) >>> 0;
  });
  return formatBlock({ ...block, words });
}
