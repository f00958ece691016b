/** Looking into documents that may be anything: a member of the right type, or nothing. */
import { isJsonObject, type JsonObject, type JsonValue } from './value.ts';

export function textOf(object: JsonObject | undefined, name: string): string | undefined {
  const value = memberOf(object, name);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function objectOf(object: JsonObject | undefined, name: string): JsonObject | undefined {
  const value = memberOf(object, name);
  return isJsonObject(value) ? value : undefined;
}

export function listOf(object: JsonObject | undefined, name: string): readonly JsonValue[] {
  const value = memberOf(object, name);
  return Array.isArray(value) ? value : [];
}

/** The entries of a list that are objects, with their place. */
export function* objectsOf(
  object: JsonObject | undefined,
  name: string,
  path: string,
): Generator<{ readonly entry: JsonObject; readonly path: string }> {
  const entries = listOf(object, name);
  for (let i = 0; i < entries.length; i++) {
    const entry = entries[i];
    if (isJsonObject(entry)) yield { entry, path: `${path}/${name}/${i}` };
  }
}

export function textsOf(object: JsonObject | undefined, name: string): readonly string[] {
  return listOf(object, name).filter(
    (entry) => typeof entry === 'string' && entry !== '',
  ) as string[];
}

export function memberOf(object: JsonObject | undefined, name: string): JsonValue | undefined {
  return object !== undefined && Object.hasOwn(object, name) ? object[name] : undefined;
}
