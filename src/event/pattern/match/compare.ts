/**
 * How a value of an observation compares with a constant (STIX 2.1 §9.2, §9.6.1). A value is what
 * JSON has, or octets: those of a property named _hex or _bin (§2.2, §2.7), written here as a
 * string of characters below U+0100.
 */
import { timestampFault, timestampKey } from '../../../core/timestamp.ts';
import { constantBytes } from '../literals.ts';
import type { Constant, ValueOperator } from '../tree.ts';
import { NO, not, type Truth, truthOf, UNKNOWN, YES } from './truth.ts';
import type { Work } from './work.ts';

/** A test of what a path leads to. */
export interface ValueTest {
  readonly value: (value: unknown, work: Work) => Truth;
  readonly octets: (octets: string, work: Work) => Truth;
}

/** Below zero, zero, above zero; NaN where the two do not compare, Infinity where unknown. */
type Order = number;
const INCOMPARABLE: Order = Number.NaN;
const UNTOLD: Order = Number.POSITIVE_INFINITY;

interface Ordering {
  readonly value: (value: unknown, work: Work) => Order;
  readonly octets: (octets: string) => Order;
}

/** The test of `path operator constant`. */
export function compileValueTest(operator: ValueOperator, constant: Constant): ValueTest {
  const { value, octets } = ordering(constant);
  const decide = DECISIONS[operator];
  return {
    value: (found, work) => decide(value(found, work)),
    octets: (found) => decide(octets(found)),
  };
}

/** The test of `path IN (…)`: equal to one of the constants. */
export function compileSetTest(constants: readonly Constant[]): ValueTest {
  if (constants.length > 1 && constants.every(({ kind }) => kind === 'string')) {
    return stringSetTest(constants as readonly { readonly value: string }[]);
  }
  const tests = constants.map((constant) => compileValueTest('=', constant));
  return {
    value: (found, work) => anyOf(tests, (test) => test.value(found, work)),
    octets: (found, work) => anyOf(tests, (test) => test.octets(found, work)),
  };
}

function stringSetTest(constants: readonly { readonly value: string }[]): ValueTest {
  const values = new Set(constants.map(({ value }) => value));
  return {
    value: (found) => truthOf(typeof found === 'string' && values.has(found)),
    octets: (found) => truthOf(values.has(found)),
  };
}

function anyOf(tests: readonly ValueTest[], ask: (test: ValueTest) => Truth): Truth {
  let best: Truth = NO;
  for (const test of tests) {
    const truth = ask(test);
    if (truth === YES) return YES;
    if (truth > best) best = truth;
  }
  return best;
}

/** §9.6.1: values that do not compare are unequal, and neither before nor after each other. */
const DECISIONS: Readonly<Record<ValueOperator, (order: Order) => Truth>> = {
  '=': (order) => (order === UNTOLD ? UNKNOWN : truthOf(order === 0)),
  '!=': (order) => (order === UNTOLD ? UNKNOWN : truthOf(order !== 0)),
  '<': (order) => (order === UNTOLD ? UNKNOWN : truthOf(order < 0)),
  '<=': (order) => (order === UNTOLD ? UNKNOWN : truthOf(order <= 0)),
  '>': (order) => (order === UNTOLD ? UNKNOWN : truthOf(order > 0)),
  '>=': (order) => (order === UNTOLD ? UNKNOWN : truthOf(order >= 0)),
};

function ordering(constant: Constant): Ordering {
  switch (constant.kind) {
    case 'boolean':
      return booleanOrdering(constant.value);
    case 'integer':
    case 'float':
      return numberOrdering(constant.value);
    case 'string':
      return stringOrdering(constant.value);
    case 'timestamp':
      return timestampOrdering(constant.value);
    default:
      return octetsOrdering(octetString(constantBytes(constant)));
  }
}

/** Booleans are equal or not; they have no order (published grammar). */
function booleanOrdering(constant: boolean): Ordering {
  return {
    value: (found) =>
      typeof found === 'boolean' ? Number(found) - Number(constant) : INCOMPARABLE,
    octets: () => INCOMPARABLE,
  };
}

/** §9.2: integers and floats compare with each other. */
function numberOrdering(constant: number): Ordering {
  return {
    value: (found) => (typeof found === 'number' ? found - constant : INCOMPARABLE),
    octets: () => INCOMPARABLE,
  };
}

/** §9.6.1: strings compare by their code points, without normalisation; octets as U+00XX. */
function stringOrdering(constant: string): Ordering {
  const fits = isOctetString(constant);
  return {
    value: (found) => (typeof found === 'string' ? codePointOrder(found, constant) : INCOMPARABLE),
    octets: (found) => (fits ? codePointOrder(found, constant) : INCOMPARABLE),
  };
}

/** The corpus compares octets with any string whose characters are octets (a divergence row). */
function octetsOrdering(constant: string): Ordering {
  return {
    value: (found) =>
      typeof found === 'string' && isOctetString(found)
        ? codePointOrder(found, constant)
        : INCOMPARABLE,
    octets: (found) => codePointOrder(found, constant),
  };
}

/** §9.2: timestamps compare as instants, whatever their precision. */
function timestampOrdering(constant: string): Ordering {
  const key = timestampKey(constant);
  return {
    value: (found, work) => {
      if (typeof found !== 'string') return INCOMPARABLE;
      if (timestampFault(found) !== null) {
        work.note('value-timestamp', `${JSON.stringify(found.slice(0, 40))} is no timestamp.`);
        return UNTOLD;
      }
      const other = timestampKey(found);
      return other === key ? 0 : other < key ? -1 : 1;
    },
    octets: () => INCOMPARABLE,
  };
}

/** Order by code points; UTF-16 alone would put U+FFFF after U+10000. */
export function codePointOrder(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const left = a.charCodeAt(i);
    const right = b.charCodeAt(i);
    if (left === right) continue;
    const leftIsHalf = left >= 0xd800 && left <= 0xdfff;
    const rightIsHalf = right >= 0xd800 && right <= 0xdfff;
    return leftIsHalf === rightIsHalf ? left - right : leftIsHalf ? 1 : -1;
  }
  return a.length - b.length;
}

/** Every character is below U+0100, so that it may stand for an octet. */
export function isOctetString(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0xff) return false;
  return true;
}

export function octetString(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

/** NOT before an operator turns its result (§9.6.1); a path that leads nowhere has none. */
export function negate(test: ValueTest): ValueTest {
  return {
    value: (found, work) => not(test.value(found, work)),
    octets: (found, work) => not(test.octets(found, work)),
  };
}
