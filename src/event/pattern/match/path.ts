/** Object paths (STIX 2.1 §9.7): from an object to the values that a comparison tests. */
import { isBase64, isHex } from '../literals.ts';
import type { ObjectPath, PathStep } from '../tree.ts';
import type { ValueTest } from './compare.ts';
import { octetString } from './compare.ts';
import { isObject, type JsonObject } from './observed.ts';
import { NO, type Truth, UNKNOWN, YES } from './truth.ts';
import type { Work } from './work.ts';

/** Whether one of the values at the path passes the test. */
export type PathTest = (object: JsonObject, work: Work) => Truth;

/** Reads a property; another profile may find it under another name. */
export type KeyReader = (object: JsonObject) => unknown;

type Step =
  | { readonly kind: 'key'; readonly read: KeyReader }
  | { readonly kind: 'index'; readonly index: number }
  | { readonly kind: 'any' }
  | { readonly kind: 'reference' };

/** How a key of a path is read, where it is not simply its name. */
export type KeyRule = (steps: readonly PathStep[], at: number) => KeyReader | null;

/**
 * The test of a path. A path that leads nowhere passes none, not even !=; `[*]` passes when one
 * item of the list does (§9.7.2).
 */
export function compilePath(path: ObjectPath, test: ValueTest, rule?: KeyRule): PathTest {
  return compileWalk(path, checkerOf(path.steps, test), rule);
}

function compileWalk(path: ObjectPath, check: Check, rule?: KeyRule): PathTest {
  const steps = compileSteps(path.steps, rule);
  const keys = steps.map((step) => (step.kind === 'key' ? step.read : null));
  if (keys.every((key) => key !== null)) return alongKeys(keys, check);
  return (object, work) => {
    let best: Truth = NO;
    for (const value of valuesAt(object, steps, work)) {
      const truth = check(value, work);
      if (truth === YES) return YES;
      if (truth > best) best = truth;
    }
    return work.exhausted && best === NO ? UNKNOWN : best;
  };
}

/** Whether a path leads anywhere (§9.6.1 EXISTS). */
export function compileExistence(path: ObjectPath, rule?: KeyRule): PathTest {
  return compileWalk(path, () => YES, rule);
}

type Check = (value: unknown, work: Work) => Truth;

function checkerOf(steps: readonly PathStep[], test: ValueTest): Check {
  const last = steps.findLast((step) => step.kind === 'key');
  const name = last?.kind === 'key' ? last.name : '';
  if (name.endsWith('_hex')) return (value, work) => octetsAre(value, test, work, hexOctets);
  if (name.endsWith('_bin')) return (value, work) => octetsAre(value, test, work, base64Octets);
  return test.value;
}

/** §2.2, §2.7: the name of a property says how its octets are written. */
function octetsAre(
  value: unknown,
  test: ValueTest,
  work: Work,
  decode: (text: string) => string | null,
): Truth {
  if (typeof value !== 'string') return test.value(value, work);
  if (!work.spend(value.length)) return UNKNOWN;
  const octets = decode(value);
  if (octets !== null) return test.octets(octets, work);
  work.note('value-binary', `${JSON.stringify(value.slice(0, 40))} cannot be decoded.`);
  return UNKNOWN;
}

function hexOctets(text: string): string | null {
  if (!isHex(text)) return null;
  const bytes = new Uint8Array(text.length / 2);
  for (let i = 0; i < bytes.length; i++) {
    bytes[i] = Number.parseInt(text.slice(2 * i, 2 * i + 2), 16);
  }
  return octetString(bytes);
}

function base64Octets(text: string): string | null {
  return isBase64(text) ? atob(text) : null;
}

function compileSteps(steps: readonly PathStep[], rule: KeyRule | undefined): Step[] {
  const compiled: Step[] = [];
  for (const [at, step] of steps.entries()) {
    if (at > 0 && leadsToObject(steps, at)) compiled.push({ kind: 'reference' });
    if (step.kind === 'key') {
      compiled.push({ kind: 'key', read: rule?.(steps, at) ?? readerOf(step.name) });
    } else compiled.push(step);
  }
  return compiled;
}

/** §9.7.4: a key after a reference, or after an item of a list of references, is the target's. */
function leadsToObject(steps: readonly PathStep[], at: number): boolean {
  const before = steps[at - 1];
  if (steps[at]?.kind !== 'key' || before === undefined) return false;
  if (before.kind === 'key') return before.name.endsWith('_ref');
  const list = steps[at - 2];
  return list?.kind === 'key' && list.name.endsWith('_refs');
}

/** Only properties of the object itself: `constructor` is none of them. */
export function readerOf(name: string): KeyReader {
  if (name in Object.prototype) {
    return (object) => (Object.hasOwn(object, name) ? object[name] : undefined);
  }
  return (object) => object[name];
}

/** The common case: keys alone lead to at most one value, and nothing is collected. */
function alongKeys(keys: readonly (KeyReader | null)[], check: Check): PathTest {
  const readers = keys as readonly KeyReader[];
  const [only, ...more] = readers;
  if (only !== undefined && more.length === 0) {
    return (object, work) => {
      const value = only(object);
      return value === undefined ? NO : check(value, work);
    };
  }
  return (object, work) => {
    let value: unknown = object;
    for (const read of readers) {
      if (!isObject(value)) return NO;
      value = read(value);
      if (value === undefined) return NO;
    }
    return check(value, work);
  };
}

/** Everything that the path leads to. A set of objects cannot grow around a cycle of references. */
function valuesAt(object: JsonObject, steps: readonly Step[], work: Work): readonly unknown[] {
  let values: unknown[] = [object];
  for (const step of steps) {
    if (!work.spend(values.length)) return [];
    const next: unknown[] = [];
    for (const value of values) take(step, value, next, work);
    if (next.length === 0) return next;
    values = step.kind === 'reference' && next.length > 1 ? [...new Set(next)] : next;
  }
  return values;
}

function take(step: Step, value: unknown, next: unknown[], work: Work): void {
  switch (step.kind) {
    case 'key': {
      const found = isObject(value) ? step.read(value) : undefined;
      if (found !== undefined) next.push(found);
      return;
    }
    case 'index':
      if (Array.isArray(value) && step.index < value.length) next.push(value[step.index]);
      return;
    case 'any':
      if (Array.isArray(value)) for (const item of value) next.push(item);
      return;
    case 'reference': {
      const target = typeof value === 'string' ? work.find(value) : undefined;
      if (target !== undefined) next.push(target);
    }
  }
}
