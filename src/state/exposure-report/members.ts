/** JSON objects without the members that are not known. */
import type { JsonObject, JsonValue } from '../../core/json/index.ts';

export function members(all: Readonly<Record<string, JsonValue | undefined>>): JsonObject {
  return Object.fromEntries(
    Object.entries(all).filter((entry): entry is [string, JsonValue] => entry[1] !== undefined),
  );
}
