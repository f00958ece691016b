/**
 * What a format asks of a JSON value, as data: shapes are built from these parts and followed
 * without recursion beyond the depth that the reader allowed (LIMITS.json.depth).
 */
import type { Issue } from '../issue.ts';
import { isJsonObject, type JsonValue } from '../json/value.ts';
import type { Form } from './form.ts';
import type { ShapeIssueCode } from './issues.ts';
import { sameKey } from './same.ts';
import { Walk } from './walk.ts';

/** Looks at the value where the walk stands. */
export type Shape = (value: JsonValue, walk: Walk) => void;

/** Checks a whole value; `clause` is named where no inner shape names its own. */
export function checkShape(
  shape: Shape,
  value: JsonValue,
  clause: string,
  most?: number,
): readonly Issue<ShapeIssueCode>[] {
  const walk = new Walk(clause, most);
  shape(value, walk);
  return walk.findings;
}

/** Any value. */
export const anything: Shape = () => {};

/** true or false. */
export const flag: Shape = (value, walk) => {
  if (typeof value !== 'boolean') walk.find('shape-type', wanted('true or false', value));
};

export interface TextBounds {
  /** In code points, as JSON Schema counts. */
  readonly min?: number;
  readonly max?: number;
  readonly form?: Form;
}

export function text(bounds: TextBounds = {}): Shape {
  const { min = 0, max = Number.POSITIVE_INFINITY, form } = bounds;
  return (value, walk) => {
    if (typeof value !== 'string') {
      walk.find('shape-type', wanted('a string', value));
      return;
    }
    // A code point takes one or two code units: most lengths are decided without counting.
    if (value.length < min || value.length > max || (min > 1 && value.length < 2 * min)) {
      const length = codePoints(value);
      if (length < min || length > max) walk.find('shape-length', lengthMessage(length, min, max));
    }
    if (form !== undefined && !form.test(value)) {
      walk.find(
        'shape-form',
        `${quoted(value)} is no ${form.name}. Write it like ${form.example}.`,
      );
    }
  };
}

export interface NumberBounds {
  readonly min?: number;
  readonly max?: number;
  readonly above?: number;
  readonly below?: number;
}

export function number(bounds: NumberBounds = {}): Shape {
  return (value, walk) => {
    if (typeof value !== 'number') walk.find('shape-type', wanted('a number', value));
    else if (!within(value, bounds)) walk.find('shape-range', rangeMessage(value, bounds));
  };
}

/** JSON Schema counts 1.0 among the integers. */
export function integer(bounds: NumberBounds = {}): Shape {
  const inRange = number(bounds);
  return (value, walk) => {
    if (Number.isInteger(value)) inRange(value, walk);
    else walk.find('shape-type', wanted('an integer', value));
  };
}

/** One of these words, exactly as written. */
export function word(words: readonly string[]): Shape {
  const known = new Set(words);
  return (value, walk) => {
    if (typeof value !== 'string') walk.find('shape-type', wanted('a string', value));
    else if (!known.has(value)) walk.find('shape-word', wordMessage(value, words));
  };
}

/** Exactly this value. */
export function exactly(only: string | number | boolean | null): Shape {
  return (value, walk) => {
    if (value !== only) walk.find('shape-word', `Only ${JSON.stringify(only)} may stand here.`);
  };
}

export interface ListBounds {
  readonly min?: number;
  readonly max?: number;
  /** No two equal entries (equality of JSON Schema: 1 and 1.0, members in any order). */
  readonly unique?: boolean;
}

export function list(entry: Shape, bounds: ListBounds = {}): Shape {
  const { min = 0, max = Number.POSITIVE_INFINITY, unique = false } = bounds;
  return (value, walk) => {
    if (!Array.isArray(value)) {
      walk.find('shape-type', wanted('a list', value));
      return;
    }
    const entries: readonly JsonValue[] = value;
    if (entries.length < min || entries.length > max) {
      walk.find('shape-count', countMessage(entries.length, 'entries', min, max));
    }
    const depth = walk.path.length;
    for (let i = 0; i < entries.length; i++) {
      walk.path[depth] = i;
      entry(entries[i] ?? null, walk);
    }
    walk.path.length = depth;
    if (unique && entries.length > 1) findRepeated(entries, walk);
  };
}

function findRepeated(entries: readonly JsonValue[], walk: Walk): void {
  const seen = new Map<string, number>();
  for (let i = 0; i < entries.length; i++) {
    const key = sameKey(entries[i] ?? null);
    const first = seen.get(key);
    if (first === undefined) seen.set(key, i);
    else walk.find('shape-repeated', `This entry equals entry ${first} (counted from 0).`, i);
  }
}

/** The shape under a clause of its own. */
export function under(clause: string, shape: Shape): Shape {
  return (value, walk) => {
    const outer = walk.clause;
    walk.clause = clause;
    shape(value, walk);
    walk.clause = outer;
  };
}

/** A shape that is defined further down: how a shape contains itself. */
export function later(shape: () => Shape): Shape {
  return (value, walk) => shape()(value, walk);
}

/** Every one of these. */
export function every(...shapes: readonly Shape[]): Shape {
  return (value, walk) => {
    for (const shape of shapes) shape(value, walk);
  };
}

export interface Alternatives {
  /** JSON Schema's oneOf: a value that fits two is wrong too. */
  readonly exclusive?: boolean;
  /** What is asked for, in words: "a licence id or a licence name". */
  readonly says?: string;
}

/**
 * One of several shapes. Where none fits, the findings of the alternative with the fewest are
 * given: it is what the author most likely meant.
 */
export function either(shapes: readonly Shape[], options: Alternatives = {}): Shape {
  const says = options.says === undefined ? 'one of the alternatives' : options.says;
  return (value, walk) => {
    let fits = 0;
    let nearest: readonly Issue<ShapeIssueCode>[] | undefined;
    for (const shape of shapes) {
      const found = walk.attempt((trial) => shape(value, trial));
      if (found.length === 0) {
        fits++;
        if (!options.exclusive) return;
      } else if (nearest === undefined || nearer(found, nearest)) nearest = found;
    }
    if (fits === 1) return;
    if (fits > 1) walk.find('shape-alternative', `Only ${says} may be given, not several at once.`);
    else if (nearest?.length === 1) walk.keep(nearest);
    else {
      walk.find('shape-alternative', `This is not ${says}.`);
      walk.keep(nearest ?? []);
    }
  };
}

/** Deeper findings mean that more of the value fitted. */
function nearer(a: readonly Issue[], b: readonly Issue[]): boolean {
  const depth = (found: readonly Issue[]) => found[0]?.path.split('/').length ?? 0;
  return depth(a) === depth(b) ? a.length < b.length : depth(a) > depth(b);
}

export function wanted(what: string, value: JsonValue): string {
  return `${what[0]?.toUpperCase()}${what.slice(1)} belongs here, not ${kindOf(value)}.`;
}

function kindOf(value: JsonValue): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (isJsonObject(value)) return 'an object';
  if (typeof value === 'string') return 'a string';
  if (typeof value === 'number') return Number.isInteger(value) ? 'an integer' : 'a number';
  return String(value);
}

const SHOWN = 60;

/** The beginning of a text of the input, for a message. */
export function quoted(value: string): string {
  return JSON.stringify(value.length > SHOWN ? `${value.slice(0, SHOWN)}…` : value);
}

function codePoints(value: string): number {
  let length = value.length;
  for (let i = 0; i + 1 < value.length; i++) {
    const unit = value.charCodeAt(i);
    const next = value.charCodeAt(i + 1);
    if (unit >= 0xd800 && unit < 0xdc00 && next >= 0xdc00 && next < 0xe000) {
      length--;
      i++;
    }
  }
  return length;
}

function within(value: number, { min, max, above, below }: NumberBounds): boolean {
  if (min !== undefined && value < min) return false;
  if (max !== undefined && value > max) return false;
  if (above !== undefined && value <= above) return false;
  return below === undefined || value < below;
}

function rangeMessage(value: number, { min, max, above, below }: NumberBounds): string {
  const bounds = [
    ...(min === undefined ? [] : [`at least ${min}`]),
    ...(above === undefined ? [] : [`above ${above}`]),
    ...(max === undefined ? [] : [`at most ${max}`]),
    ...(below === undefined ? [] : [`below ${below}`]),
  ];
  return `${value} is out of range: ${bounds.join(' and ')}.`;
}

function lengthMessage(length: number, min: number, max: number): string {
  return length < min
    ? `At least ${min} character${min === 1 ? '' : 's'} belong${min === 1 ? 's' : ''} here, not ${length}.`
    : `At most ${max} characters belong here, not ${length}.`;
}

export function countMessage(count: number, what: string, min: number, max: number): string {
  return count < min
    ? `At least ${min} ${what} must be given, not ${count}.`
    : `At most ${max} ${what} may be given, not ${count}.`;
}

const WORDS_SHOWN = 12;

function wordMessage(value: string, words: readonly string[]): string {
  const shown = words.slice(0, WORDS_SHOWN).join(', ');
  const more = words.length > WORDS_SHOWN ? ` … (${words.length} in all)` : '';
  return `${quoted(value)} is not in the list: ${shown}${more}.`;
}
