/**
 * Reads members whatever their type: the tests of clause 6 also run on documents that the schema
 * refuses, and must then neither throw nor speak of what is not there.
 */
import { isJsonObject, type JsonObject, type JsonValue } from '../../../core/json/index.ts';

const NOTHING: JsonObject = Object.freeze({});
const NONE: readonly JsonValue[] = Object.freeze([]);

/** The object, or one without members. */
export function objectOf(value: JsonValue | undefined): JsonObject {
  return isJsonObject(value) ? value : NOTHING;
}

/** The list, or an empty one. */
export function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? value : NONE;
}

/** The text, or undefined. */
export function textOf(value: JsonValue | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The texts of a list with their places in it. */
export function textsOf(value: JsonValue | undefined): readonly string[] {
  const list = listOf(value);
  return list.every(isText) ? (list as readonly string[]) : list.filter(isText);
}

function isText(value: JsonValue): value is string {
  return typeof value === 'string';
}

/** Calls back for each object of a list, with its index. */
export function eachObject(
  value: JsonValue | undefined,
  visit: (item: JsonObject, index: number) => void,
): void {
  const list = listOf(value);
  for (let i = 0; i < list.length; i++) {
    const item = list[i];
    if (isJsonObject(item)) visit(item, i);
  }
}

/** Calls back for each text of a list, with its index. */
export function eachText(
  value: JsonValue | undefined,
  visit: (item: string, index: number) => void,
): void {
  const list = listOf(value);
  for (let i = 0; i < list.length; i++) {
    const item = list[i];
    if (typeof item === 'string') visit(item, i);
  }
}
