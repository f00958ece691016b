import type { JsonValue } from '../json/value.ts';

/**
 * Two values have the same key if and only if they are equal as JSON Schema says (core §4.2.2):
 * members in any order, numbers by value.
 */
export function sameKey(value: JsonValue): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) {
    const entries: readonly JsonValue[] = value;
    return `[${entries.map(sameKey).join(',')}]`;
  }
  const object = value as Readonly<Record<string, JsonValue>>;
  const names = Object.keys(object).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${sameKey(object[name] ?? null)}`).join(',')}}`;
}
