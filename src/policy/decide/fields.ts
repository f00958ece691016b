/** Reads members of untrusted JSON one by one, and notes what is wrong with each. */
import type { Issue } from '../../core/issue.ts';
import { LIMITS } from '../../core/limits.ts';
import { type PolicyIssueCode, policyIssue } from '../issues.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

/** One object of the input, its place, and the list that findings go to. */
export interface Fields {
  readonly object: JsonObject;
  readonly path: string;
  readonly issues: Issue<PolicyIssueCode>[];
}

/** The value as an object's fields; null (with an issue) when it is none. */
export function fieldsOf(
  value: unknown,
  path: string,
  issues: Issue<PolicyIssueCode>[],
): Fields | null {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return { object: value as JsonObject, path, issues };
  }
  issues.push(policyIssue('decide-not-object', path));
  return null;
}

/** Own member only: what a prototype carries was not sent. `null` counts as absent. */
export function member(fields: Fields, name: string): unknown {
  if (!Object.hasOwn(fields.object, name)) return undefined;
  return fields.object[name] ?? undefined;
}

export function note(fields: Fields, code: PolicyIssueCode, name: string, detail = ''): void {
  fields.issues.push(policyIssue(code, `${fields.path}/${pointer(name)}`, detail));
}

/** The member's fields; null with an issue when it is missing or no object. */
export function requiredObject(fields: Fields, name: string): Fields | null {
  const value = member(fields, name);
  if (value !== undefined) return fieldsOf(value, `${fields.path}/${name}`, fields.issues);
  note(fields, 'decide-missing', name);
  return null;
}

export function optionalText(fields: Fields, name: string): string | undefined {
  const value = member(fields, name);
  if (value === undefined) return undefined;
  if (typeof value !== 'string') {
    note(fields, 'decide-wrong-type', name);
    return undefined;
  }
  if (value.length > LIMITS.decide.textChars) {
    note(fields, 'decide-too-many', name, `${value.length} characters`);
    return undefined;
  }
  return value;
}

/** The text, or an empty one with an issue. */
export function requiredText(fields: Fields, name: string): string {
  if (member(fields, name) === undefined) note(fields, 'decide-missing', name);
  return optionalText(fields, name) ?? '';
}

/** A list of texts; empty with an issue when it is not one. Absent: empty, and missing if required. */
export function texts(fields: Fields, name: string, required: boolean): readonly string[] {
  const value = list(fields, name, required);
  if (value.every((item): item is string => typeof item === 'string')) {
    const longest = value.reduce((most, item) => Math.max(most, item.length), 0);
    if (longest <= LIMITS.decide.textChars) return value;
    note(fields, 'decide-too-many', name, `${longest} characters`);
    return [];
  }
  note(fields, 'decide-wrong-type', name, 'not all texts');
  return [];
}

export function list(fields: Fields, name: string, required: boolean): readonly unknown[] {
  const value = member(fields, name);
  if (value === undefined) {
    if (required) note(fields, 'decide-missing', name);
    return [];
  }
  if (!Array.isArray(value)) {
    note(fields, 'decide-wrong-type', name);
    return [];
  }
  if (value.length <= LIMITS.decide.listItems) return value;
  note(fields, 'decide-too-many', name, `${value.length} items`);
  return [];
}

/** The text read by `read`; undefined when absent, and with an issue when it is no such value. */
export function optionalValue<Value>(
  fields: Fields,
  name: string,
  read: (text: string) => Value | null | undefined,
  fault: PolicyIssueCode = 'decide-unknown-value',
): Value | undefined {
  const text = optionalText(fields, name);
  if (text === undefined) return undefined;
  const value = read(text);
  if (value !== null && value !== undefined) return value;
  note(fields, fault, name, shown(text));
  return undefined;
}

export function requiredValue<Value>(
  fields: Fields,
  name: string,
  read: (text: string) => Value | null | undefined,
  fault: PolicyIssueCode = 'decide-unknown-value',
): Value | undefined {
  if (member(fields, name) === undefined) note(fields, 'decide-missing', name);
  return optionalValue(fields, name, read, fault);
}

/** An issue for each member that nobody asked for. */
export function refuseOthers(fields: Fields, known: readonly string[]): void {
  for (const name of Object.keys(fields.object)) {
    if (!known.includes(name)) note(fields, 'decide-unknown-member', name.slice(0, 80));
  }
}

/** One of a closed list of words, exactly as written. */
export function oneOf<Word extends string>(words: readonly Word[]): (text: string) => Word | null {
  return (text) => words.find((word) => word === text) ?? null;
}

function shown(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
}

/** RFC 6901 §3. */
function pointer(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
