/** The keywords of JSON Schema that CSAF uses, as functions that make checks. */
import { isJsonObject, type JsonValue } from '../../../core/json/index.ts';
import { hasDuplicates } from './same.ts';
import type { Check, SchemaPart, Walk } from './walk.ts';

export interface TextRules {
  readonly min?: number;
  readonly max?: number;
  /** True when the text has the form; `form` says in words what it is. */
  readonly pattern?: (text: string) => boolean;
  readonly form?: string;
  readonly format?: { readonly name: string; readonly test: (text: string) => boolean };
}

export function text(rules: TextRules = {}): Check {
  const { min = 0, max = Number.POSITIVE_INFINITY, pattern, format } = rules;
  return (value, walk) => {
    if (typeof value !== 'string')
      return walk.fault('csaf-schema-type', 'A string is needed here.');
    if (value.length < min || value.length > max) {
      walk.fault('csaf-schema-length', lengthMessage('characters', min, max));
    }
    if (pattern !== undefined && !pattern(value)) {
      walk.fault('csaf-schema-pattern', `${excerpt(value)} is not ${rules.form}.`);
    }
    if (format !== undefined && !format.test(value)) {
      walk.fault('csaf-schema-format', `${excerpt(value)} is not ${format.name}.`);
    }
  };
}

/** A text of at least one character, which most texts of CSAF are. */
export const filled: Check = text({ min: 1 });

export function oneOf(...values: readonly string[]): Check {
  const known = new Set<JsonValue>(values);
  return (value, walk) => {
    if (known.has(value)) return;
    if (typeof value !== 'string') walk.fault('csaf-schema-type', 'A string is needed here.');
    else {
      const list = values.slice(0, 12).join(', ');
      walk.fault('csaf-schema-enum', `${excerpt(value)} is none of ${list}.`);
    }
  };
}

export const truth: Check = (value, walk) => {
  if (typeof value !== 'boolean') walk.fault('csaf-schema-type', 'true or false is needed here.');
};

export function number(min: number, max: number): Check {
  return (value, walk) => {
    if (typeof value !== 'number') walk.fault('csaf-schema-type', 'A number is needed here.');
    else if (value < min || value > max) {
      walk.fault('csaf-schema-number', `${value} does not lie between ${min} and ${max}.`);
    }
  };
}

export interface ObjectRules {
  readonly required?: readonly string[];
  readonly min?: number;
  readonly max?: number;
  /** True where further members are allowed. */
  readonly open?: boolean;
}

export function object(members: Readonly<Record<string, Check>>, rules: ObjectRules = {}): Check {
  const checks = new Map(Object.entries(members));
  const { required = [], min = 0, max = Number.POSITIVE_INFINITY, open = false } = rules;
  return (value, walk) => {
    if (!isJsonObject(value)) return walk.fault('csaf-schema-type', 'An object is needed here.');
    let count = 0;
    for (const name in value) {
      count++;
      const check = checks.get(name);
      if (check === undefined) {
        walk.unknown(name, !open);
        continue;
      }
      walk.enter(name);
      check(value[name] as JsonValue, walk);
      walk.leave();
    }
    if (count < min || count > max) {
      walk.fault('csaf-schema-length', lengthMessage('properties', min, max));
    }
    for (const name of required) {
      if (!Object.hasOwn(value, name)) {
        walk.fault('csaf-schema-required', `The required property ${name} is missing.`);
      }
    }
  };
}

/** An object whose members are nobody's business but the extension's. */
export function anyObject(min: number): Check {
  return (value, walk) => {
    if (!isJsonObject(value)) return walk.fault('csaf-schema-type', 'An object is needed here.');
    if (Object.keys(value).length < min) {
      walk.fault('csaf-schema-length', lengthMessage('properties', min, Number.POSITIVE_INFINITY));
    }
  };
}

export interface ListRules {
  readonly min?: number;
  readonly unique?: boolean;
}

export function list(item: Check, { min = 1, unique = false }: ListRules = {}): Check {
  return (value, walk) => {
    if (!Array.isArray(value)) return walk.fault('csaf-schema-type', 'An array is needed here.');
    const items: readonly JsonValue[] = value;
    if (items.length < min) {
      walk.fault('csaf-schema-length', lengthMessage('items', min, Number.POSITIVE_INFINITY));
    }
    for (let i = 0; i < items.length; i++) {
      walk.enter(i);
      item(items[i] as JsonValue, walk);
      walk.leave();
    }
    if (!unique || items.length < 2) return;
    const repeated = items.every(isText) ? walk.hasRepeated(items) : hasDuplicates(items);
    if (repeated) walk.fault('csaf-schema-unique', 'The list has the same item twice.');
  };
}

function isText(value: JsonValue): value is string {
  return typeof value === 'string';
}

/** A set of texts, which most lists of CSAF are. */
export function set(item: Check, min = 1): Check {
  return list(item, { min, unique: true });
}

/** For a shape that contains itself. */
export function lazy(make: () => Check): Check {
  let made: Check | undefined;
  return (value, walk) => {
    made ??= make();
    made(value, walk);
  };
}

/** A part that a referenced schema describes; its faults are also kept apart. */
export function partOf(part: SchemaPart, check: Check): Check {
  return (value, walk: Walk) => {
    const before = walk.part;
    walk.part = part;
    check(value, walk);
    walk.part = before;
  };
}

function lengthMessage(what: string, min: number, max: number): string {
  if (max === Number.POSITIVE_INFINITY) return `At least ${min} ${what} are needed here.`;
  if (min === max) return `Exactly ${min} ${what} are needed here.`;
  return `Between ${min} and ${max} ${what} are needed here.`;
}

/** The beginning of a value, for a message. */
export function excerpt(value: string): string {
  return JSON.stringify(value.length > 80 ? `${value.slice(0, 80)}…` : value);
}
