/**
 * An evaluator for tests: small, slow and as near to the words of STIX 2.1 §9 as can be. It makes
 * every copy of every observation at every second, tries every combination, and shares nothing
 * with the matcher but the tree.
 */

import { constantBytes } from '../literals.ts';
import type { Comparison, ComparisonExpression, Constant, ObservationExpression } from '../tree.ts';

export type Json = Record<string, unknown>;

/** An observation with whole seconds, as the generator makes them. */
export interface BruteObservation {
  readonly count: number;
  readonly first: number;
  readonly last: number;
  readonly roots: readonly Json[];
  readonly all: ReadonlyMap<string, Json>;
}

/** 0 no, 1 cannot be told, 2 yes. */
type Truth = number;

/** One copy of an observation (its number) at one second, and how sure it is. */
interface Use {
  readonly copy: number;
  readonly time: number;
}

interface Way {
  readonly uses: readonly Use[];
  readonly truth: Truth;
}

/** Thrown when a case has more combinations than a test should try. */
export class TooLarge extends Error {}

export function bruteMatch(
  expression: ObservationExpression,
  observations: readonly BruteObservation[],
): boolean | null {
  const ways = waysOf(expression, observations);
  const best = Math.max(0, ...ways.map(({ truth }) => truth));
  return best === 1 ? null : best === 2;
}

const MOST = 60_000;

function waysOf(node: ObservationExpression, seen: readonly BruteObservation[]): Way[] {
  switch (node.kind) {
    case 'observation':
      return seen.flatMap((observation, i) => leafWays(node.expression, observation, i));
    case 'operation': {
      const parts = node.operands.map((operand) => waysOf(operand, seen));
      if (node.operator === 'OR') return parts.flat();
      const follows = node.operator === 'FOLLOWEDBY';
      return parts.reduce((left, right) => pairs(left, right, follows));
    }
    case 'qualified': {
      let ways = waysOf(node.expression, seen);
      for (const qualifier of node.qualifiers) {
        if (qualifier.kind === 'repeats') {
          const once = ways;
          for (let i = 1; i < qualifier.times; i++) ways = pairs(ways, once, false);
        } else if (qualifier.kind === 'within') {
          const { value } = qualifier.seconds;
          ways = ways.filter(({ uses }) => {
            const times = uses.map(({ time }) => time);
            return Math.max(...times) - Math.min(...times) <= value;
          });
        } else {
          const start = seconds(qualifier.start.value) as number;
          const stop = seconds(qualifier.stop.value) as number;
          ways = ways.filter(({ uses }) => uses.every(({ time }) => time >= start && time < stop));
        }
      }
      return ways;
    }
  }
}

function leafWays(expression: ComparisonExpression, seen: BruteObservation, index: number): Way[] {
  const truth = Math.max(0, ...seen.roots.map((root) => expressionTruth(expression, root, seen)));
  const ways: Way[] = [];
  if (truth === 0) return ways;
  for (let copy = 0; copy < seen.count; copy++) {
    for (let time = seen.first; time <= seen.last; time++) {
      ways.push({ uses: [{ copy: index * 100 + copy, time }], truth });
    }
  }
  return ways;
}

/** Different copies only; for FOLLOWEDBY nothing on the right before anything on the left. */
function pairs(left: readonly Way[], right: readonly Way[], follows: boolean): Way[] {
  const found = new Map<string, Way>();
  if (left.length * right.length > MOST) throw new TooLarge();
  for (const a of left) {
    for (const b of right) {
      if (a.uses.some(({ copy }) => b.uses.some((other) => other.copy === copy))) continue;
      if (follows && a.uses.some(({ time }) => b.uses.some((other) => other.time < time))) continue;
      const uses = [...a.uses, ...b.uses].sort((x, y) => x.copy - y.copy);
      const truth = Math.min(a.truth, b.truth);
      const key = `${truth} ${uses.map(({ copy, time }) => `${copy}@${time}`).join()}`;
      found.set(key, { uses, truth });
    }
  }
  return [...found.values()];
}

function expressionTruth(node: ComparisonExpression, root: Json, seen: BruteObservation): Truth {
  if (node.kind === 'comparison') return comparisonTruth(node, root, seen);
  const truths = node.operands.map((operand) => expressionTruth(operand, root, seen));
  return node.operator === 'AND' ? Math.min(...truths) : Math.max(...truths);
}

function comparisonTruth(comparison: Comparison, root: Json, seen: BruteObservation): Truth {
  if (root.type !== comparison.path.type) return 0;
  const values = valuesAt(comparison, root, seen);
  if (comparison.operator === 'EXISTS') {
    return values.length > 0 !== comparison.negated ? 2 : 0;
  }
  const last = comparison.path.steps.findLast((step) => step.kind === 'key');
  const name = last?.kind === 'key' ? last.name : '';
  const truths = values.map((value) => {
    const truth = valueTruth(comparison, value, name);
    return comparison.negated ? 2 - truth : truth;
  });
  return Math.max(0, ...truths);
}

function valuesAt(comparison: Comparison, root: Json, seen: BruteObservation): unknown[] {
  const { steps } = comparison.path;
  const walk = (value: unknown, at: number, reference: boolean): unknown[] => {
    const step = steps[at];
    if (step === undefined) return [value];
    if (step.kind === 'key') {
      const holder = reference ? seen.all.get(value as string) : value;
      if (typeof holder !== 'object' || holder === null || Array.isArray(holder)) return [];
      if (!Object.keys(holder).includes(step.name)) return [];
      return walk((holder as Json)[step.name], at + 1, step.name.endsWith('_ref'));
    }
    if (!Array.isArray(value)) return [];
    const before = steps[at - 1];
    const named = before?.kind === 'key' && before.name.endsWith('_refs');
    if (step.kind === 'any') return value.flatMap((item) => walk(item, at + 1, named));
    return step.index < value.length ? walk(value[step.index], at + 1, named) : [];
  };
  return walk(root, 0, false);
}

class Octets {
  readonly list: readonly number[];
  constructor(list: readonly number[]) {
    this.list = list;
  }
}

function valueTruth(comparison: Comparison, value: unknown, name: string): Truth {
  let found = value;
  if (typeof value === 'string' && name.endsWith('_hex')) {
    if (!/^([0-9a-fA-F]{2})*$/.test(value)) return 1;
    found = new Octets([...Buffer.from(value, 'hex')]);
  }
  if (typeof value === 'string' && name.endsWith('_bin')) {
    if (!/^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(value)) return 1;
    found = new Octets([...Buffer.from(value, 'base64')]);
  }
  switch (comparison.operator) {
    case 'EXISTS':
      return 2;
    case 'IN':
      return Math.max(0, ...comparison.values.map((constant) => ordered(found, constant, '=')));
    case 'LIKE':
      return yes(like(found, comparison.value.value));
    case 'MATCHES':
      return matches(found, comparison.value.value);
    case 'ISSUBSET':
      return yes(within(found, comparison.value.value));
    case 'ISSUPERSET':
      return yes(typeof found === 'string' && within(comparison.value.value, found));
    default:
      return ordered(found, comparison.value, comparison.operator);
  }
}

function yes(value: boolean): Truth {
  return value ? 2 : 0;
}

/** Both as lists of numbers that compare like the values; null when they do not compare. */
function comparable(value: unknown, constant: Constant): [number[], number[]] | null | 'bad' {
  if (constant.kind === 'integer' || constant.kind === 'float') {
    return typeof value === 'number' ? [[value], [constant.value]] : null;
  }
  if (constant.kind === 'boolean') {
    return typeof value === 'boolean' ? [[Number(value)], [Number(constant.value)]] : null;
  }
  if (constant.kind === 'timestamp') {
    if (typeof value !== 'string') return null;
    const instant = seconds(value);
    return instant === null ? 'bad' : [[instant], [seconds(constant.value) as number]];
  }
  const right = constant.kind === 'string' ? points(constant.value) : [...constantBytes(constant)];
  const left = value instanceof Octets ? [...value.list] : points(value);
  if (left === null || right === null) return null;
  const octets = value instanceof Octets || constant.kind !== 'string';
  return octets && [...left, ...right].some((point) => point > 255) ? null : [left, right];
}

function points(value: unknown): number[] | null {
  if (typeof value !== 'string') return null;
  return Array.from(value, (char) => char.codePointAt(0) as number);
}

function ordered(value: unknown, constant: Constant, operator: string): Truth {
  const sides = comparable(value, constant);
  if (sides === 'bad') return 1;
  if (sides === null) return yes(operator === '!=');
  const [left, right] = sides;
  let order = left.length - right.length;
  for (let i = Math.min(left.length, right.length) - 1; i >= 0; i--) {
    if (left[i] !== right[i]) order = (left[i] as number) - (right[i] as number);
  }
  const table: Record<string, boolean> = {
    '=': order === 0,
    '!=': order !== 0,
    '<': order < 0,
    '<=': order <= 0,
    '>': order > 0,
    '>=': order >= 0,
  };
  return yes(table[operator] as boolean);
}

function textOf(value: unknown): string | null {
  if (value instanceof Octets) return value.list.map((code) => String.fromCharCode(code)).join('');
  return typeof value === 'string' ? value.normalize('NFC') : null;
}

function like(value: unknown, constant: string): boolean {
  const text = textOf(value);
  if (text === null) return false;
  const match = (pattern: string[], rest: string[]): boolean => {
    const [head, ...tail] = pattern;
    if (head === undefined) return rest.length === 0;
    if (head === '%') return rest.some((_, i) => match(tail, rest.slice(i))) || match(tail, []);
    return rest.length > 0 && (head === '_' || head === rest[0]) && match(tail, rest.slice(1));
  };
  return match([...constant.normalize('NFC')], [...text]);
}

function matches(value: unknown, regex: string): Truth {
  const text = textOf(value);
  if (text === null) return 0;
  const source = regex.normalize('NFC');
  if (value instanceof Octets && [...source].some((char) => char > 'ÿ')) return 0;
  if (source.includes('(?=')) return 1;
  if (source.includes('$') && text.endsWith('\n')) return 1;
  return yes(new RegExp(source, 'u').test(text));
}

/** Every address of the first block is in the second. */
function within(inner: unknown, outer: string): boolean {
  if (typeof inner !== 'string') return false;
  const a = range(inner);
  const b = range(outer);
  return a !== null && b !== null && a.bits === b.bits && a.low >= b.low && a.high <= b.high;
}

function range(text: string): { bits: number; low: bigint; high: bigint } | null {
  const [address = '', prefix] = text.split('/');
  const digits = address.includes(':') ? address : null;
  const bits = digits === null ? 32 : 128;
  let value: bigint;
  if (digits === null) {
    const parts = address.split('.').map(Number);
    if (parts.length !== 4 || parts.some((part) => !(part >= 0 && part < 256))) return null;
    value = parts.reduce((sum, part) => sum * 256n + BigInt(part), 0n);
  } else {
    const [left = '', right = ''] = digits.split('::');
    const head = left.split(':').filter((group) => group !== '');
    const tail = right.split(':').filter((group) => group !== '');
    const zeros = new Array<string>(8 - head.length - tail.length).fill('0');
    value = [...head, ...zeros, ...tail].reduce((sum, g) => sum * 65_536n + BigInt(`0x${g}`), 0n);
  }
  const size = 1n << BigInt(bits - Number(prefix ?? bits));
  const low = value - (value % size);
  return { bits, low, high: low + size - 1n };
}

/** Seconds since 1970 of a timestamp; null when it is none. */
export function seconds(text: string): number | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(text)) return null;
  const millis = Date.parse(text);
  return Number.isNaN(millis) ? null : millis / 1_000;
}
