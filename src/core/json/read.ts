/**
 * JSON text to a value and findings. Clean input takes the platform's parser, guarded by one
 * pass over the bytes; what is suspect takes the full reader, which finds every finding's place.
 */
import type { Issue, Parsed } from '../issue.ts';
import { LIMITS } from '../limits.ts';
import { type JsonIssueCode, jsonIssue } from './issue.ts';
import type { JsonOptions } from './options.ts';
import { Reader } from './reader.ts';
import { type Guard, scanText } from './scan.ts';
import { decodeUtf8, encodeUtf8, firstInvalidUtf8 } from './utf8.ts';
import type { JsonObject, JsonValue } from './value.ts';

/**
 * Reads one JSON text (RFC 8259) and reports what I-JSON (RFC 7493) forbids. There is no value
 * when the text is not JSON, not UTF-8, or over a bound. With a duplicate name the last member
 * counts, as in JSON.parse; a member `__proto__` is an own property.
 *
 * `guard` are the facts of a pass already made over exactly these bytes (see cut.ts).
 */
export function readJson(
  input: string | Uint8Array,
  options: JsonOptions = {},
  guard?: Guard,
): Parsed<JsonValue, JsonIssueCode> {
  const limit = options.maxBytes ?? LIMITS.json.recordBytes;
  // A code unit takes at least one byte, so that a long string is refused before it is encoded.
  const bytes = typeof input === 'string' && input.length <= limit ? encodeUtf8(input) : input;
  if (bytes.length > limit || typeof bytes === 'string') {
    const issue = jsonIssue('json-size', '', `More than ${limit} bytes`, options.severities);
    return { ok: false, issues: [issue] };
  }
  const facts = guard ?? scanText(bytes);
  const text = typeof input === 'string' ? input : decodeUtf8(input);
  if (text === null) return { ok: false, issues: [encodingIssue(bytes, options)] };
  if (isClean(facts, options) && (text !== input || text.isWellFormed())) {
    const value = parseNatively(text);
    const most = options.keysPerObject ?? LIMITS.json.keysPerObject;
    // A repeated name is a colon without a member of its own.
    if (value !== undefined && countMembers(value, most) === facts.members) {
      return { ok: true, value, issues: [] };
    }
  }
  return readFully(text, options);
}

/** Reads with the full reader: slower, finds the same. For who counts members himself. */
export function readFully(
  text: string,
  options: JsonOptions = {},
): Parsed<JsonValue, JsonIssueCode> {
  const marked = text.charCodeAt(0) === 0xfeff;
  const reader = new Reader(marked ? text.slice(1) : text, options);
  const value = reader.read();
  const issues: Issue<JsonIssueCode>[] = reader.issues;
  if (marked) issues.unshift(jsonIssue('json-bom', '', '', options.severities));
  return value === undefined ? { ok: false, issues } : { ok: true, value, issues };
}

/**
 * Members of all objects in a value whose depth is known to be bounded; NaN when one object has
 * more than `most`.
 */
export function countMembers(value: JsonValue, most = Number.POSITIVE_INFINITY): number {
  if (typeof value !== 'object' || value === null) return 0;
  let inside = 0;
  if (Array.isArray(value)) {
    for (const item of value) {
      if (typeof item === 'object' && item !== null) inside += countMembers(item, most);
    }
    return inside;
  }
  let own = 0;
  const object = value as JsonObject;
  for (const name in object) {
    own++;
    const member = object[name];
    if (typeof member === 'object' && member !== null) inside += countMembers(member, most);
  }
  return own > most ? Number.NaN : own + inside;
}

function isClean(facts: Guard, options: JsonOptions): boolean {
  const depth = Math.min(options.depth ?? LIMITS.json.depth, LIMITS.json.depth);
  return !facts.suspect && facts.depth <= depth;
}

function parseNatively(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}

function encodingIssue(bytes: Uint8Array, options: JsonOptions): Issue<JsonIssueCode> {
  const [first, second] = bytes;
  const wide = first === 0 || second === 0 || (first === 0xff && second === 0xfe) || first === 0xfe;
  const detail = wide
    ? 'It looks like UTF-16 or UTF-32'
    : `Byte ${firstInvalidUtf8(bytes)} (counted from 0)`;
  return jsonIssue('json-encoding', '', detail, options.severities);
}
