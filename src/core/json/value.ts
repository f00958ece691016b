/** What a JSON text can say (RFC 8259 §3). */
export type JsonValue = null | boolean | number | string | JsonArray | JsonObject;

/** The elements of an array (RFC 8259 §5). */
export type JsonArray = readonly JsonValue[];

/**
 * Members are own properties, `__proto__` among them. The object has the usual prototype (it comes
 * from the platform's parser), so ask with `Object.hasOwn`, never with `in` or a bare lookup of a
 * name that the input chose.
 */
export interface JsonObject {
  readonly [name: string]: JsonValue;
}

/** True for an object, false for arrays, null and scalars. */
export function isJsonObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
