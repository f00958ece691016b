/** Reading members of JSON values that may be of any shape. */
import { isJsonObject, type JsonObject, type JsonValue } from './value.ts';

/** A member; undefined where there is none of its own. */
export function member(value: JsonValue | undefined, name: string): JsonValue | undefined {
  return value !== undefined && isJsonObject(value) && Object.hasOwn(value, name)
    ? value[name]
    : undefined;
}

export function textOf(value: JsonValue | undefined, name: string): string | undefined {
  const found = member(value, name);
  return typeof found === 'string' ? found : undefined;
}

/** Entries of a list; none where it is no list. */
export function entriesOf(value: JsonValue | undefined, name: string): readonly JsonValue[] {
  const found = member(value, name);
  return Array.isArray(found) ? (found as readonly JsonValue[]) : [];
}

export function objectsOf(value: JsonValue | undefined, name: string): readonly JsonObject[] {
  return entriesOf(value, name).filter(isJsonObject);
}

export function textsOf(value: JsonValue | undefined, name: string): readonly string[] {
  return entriesOf(value, name).filter((entry) => typeof entry === 'string');
}
