/** Equality of JSON values as `uniqueItems` means it: the order of members does not count. */
import { canonicalize, isJsonObject, type JsonValue } from '../../../core/json/index.ts';

/** Items of one hash that are compared pair by pair; beyond that their canonical texts are. */
const MOST_PAIRS = 8;

/** True when two items are equal. Linear in the size of the items, also for crafted ones. */
export function hasDuplicates(items: readonly JsonValue[]): boolean {
  const scalars = new Set<JsonValue>();
  const buckets = new Map<number, JsonValue[]>();
  for (const item of items) {
    if (typeof item !== 'object' || item === null) {
      if (scalars.has(item)) return true;
      scalars.add(item);
      continue;
    }
    const key = hashOf(item);
    const bucket = buckets.get(key);
    if (bucket === undefined) buckets.set(key, [item]);
    else {
      if (bucket.length < MOST_PAIRS && bucket.some((other) => isSame(other, item))) return true;
      bucket.push(item);
    }
  }
  for (const bucket of buckets.values()) {
    if (bucket.length > MOST_PAIRS && hasSameTexts(bucket)) return true;
  }
  return false;
}

function hasSameTexts(items: readonly JsonValue[]): boolean {
  const texts = new Set<string>();
  for (const item of items) texts.add(canonicalText(item));
  return texts.size < items.length;
}

/** Text that equal values share (RFC 8785 where the value has one). */
export function canonicalText(value: JsonValue): string {
  const canonical = canonicalize(value);
  return canonical.ok ? canonical.value : JSON.stringify(value);
}

/** Deep equality. The depth of JSON values is bounded by the reader. */
export function isSame(a: JsonValue, b: JsonValue): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, i) => isSame(item, b[i] as JsonValue));
  }
  if (!isJsonObject(a) || !isJsonObject(b)) return false;
  const names = Object.keys(a);
  if (names.length !== Object.keys(b).length) return false;
  return names.every(
    (name) => Object.hasOwn(b, name) && isSame(a[name] as JsonValue, b[name] as JsonValue),
  );
}

/** A number that equal values share, whatever the order of their members. */
function hashOf(value: JsonValue): number {
  if (typeof value === 'string') return hashText(value);
  if (typeof value !== 'object' || value === null) return hashText(String(value)) ^ 0x55555555;
  if (Array.isArray(value)) {
    let hash = 17;
    for (const item of value as readonly JsonValue[]) {
      hash = (Math.imul(hash, 31) + hashOf(item)) | 0;
    }
    return hash;
  }
  let hash = 0;
  for (const [name, member] of Object.entries(value)) {
    hash = (hash + Math.imul(hashText(name) | 1, hashOf(member) | 1)) | 0;
  }
  return hash;
}

function hashText(text: string): number {
  let hash = text.length;
  const most = Math.min(text.length, 64);
  for (let i = 0; i < most; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  return hash;
}
