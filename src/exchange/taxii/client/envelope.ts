/** The envelope of TAXII 2.1 §3.7, cut into its objects without touching a byte of them. */
import { type Answer, BrokenBody, readJson } from './answer.ts';

/** One object as it came. */
export interface FeedObject {
  /** The exact bytes of the object in the envelope, without what stands around it. */
  readonly bytes: Uint8Array;
  readonly id: string;
  readonly type: string;
  /** `modified`, else `created`, else empty: the version of §3.4.1 as the object states it. */
  readonly version: string;
}

export interface Envelope {
  readonly objects: readonly FeedObject[];
  readonly more: boolean;
  readonly next?: string;
}

export function readEnvelope(answer: Answer): Envelope {
  const members = readJson(answer);
  const values = Array.isArray(members.objects) ? members.objects : [];
  const slices = cutElements(answer.body, 'objects');
  if (slices.length !== values.length) throw new BrokenBody('the envelope cannot be cut');
  return {
    objects: slices.map((bytes, index) => describe(bytes, values[index])),
    ...readPaging(members),
  };
}

/** `more` and `next`; an absent `more` means false (§3.7). */
export function readPaging(members: Record<string, unknown>): { more: boolean; next?: string } {
  const next = members.next;
  return {
    more: members.more === true,
    ...(typeof next === 'string' && next !== '' ? { next } : {}),
  };
}

function describe(bytes: Uint8Array, value: unknown): FeedObject {
  const members = (typeof value === 'object' && value !== null ? value : {}) as Record<
    string,
    unknown
  >;
  const text = (name: string) => {
    const member = Object.hasOwn(members, name) ? members[name] : undefined;
    return typeof member === 'string' ? member : '';
  };
  return {
    bytes,
    id: text('id'),
    type: text('type'),
    version: text('modified') || text('created'),
  };
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/**
 * The exact bytes of each element of the array that is the member `name` of the outer object. The
 * bytes have been parsed before: what is walked here is JSON. As in JSON.parse the last of several
 * members of one name counts.
 */
export function cutElements(json: Uint8Array, name: string): Uint8Array[] {
  let elements: Uint8Array[] = [];
  let at = skipSpace(json, skipSpace(json, skipMark(json)) + 1);
  while (at < json.length && json[at] !== CLOSE_OBJECT) {
    const keyEnd = endOfString(json, at);
    const key = JSON.parse(new TextDecoder().decode(json.subarray(at, keyEnd))) as string;
    const start = skipSpace(json, skipSpace(json, keyEnd) + 1);
    const end = endOfValue(json, start);
    if (key === name) elements = json[start] === OPEN_ARRAY ? cutArray(json, start) : [];
    at = skipSpace(json, end);
    if (json[at] === COMMA) at = skipSpace(json, at + 1);
  }
  return elements;
}

function cutArray(json: Uint8Array, open: number): Uint8Array[] {
  const elements: Uint8Array[] = [];
  let at = skipSpace(json, open + 1);
  while (at < json.length && json[at] !== CLOSE_ARRAY) {
    const end = endOfValue(json, at);
    elements.push(json.subarray(at, end));
    at = skipSpace(json, end);
    if (json[at] === COMMA) at = skipSpace(json, at + 1);
  }
  return elements;
}

/** A byte order mark is no part of JSON, but decoders drop it silently. */
function skipMark(json: Uint8Array): number {
  return json[0] === 0xef && json[1] === 0xbb && json[2] === 0xbf ? 3 : 0;
}

function skipSpace(json: Uint8Array, from: number): number {
  let at = from;
  while (json[at] === 0x20 || json[at] === 0x0a || json[at] === 0x0d || json[at] === 0x09) at++;
  return at;
}

function endOfString(json: Uint8Array, quote: number): number {
  let at = quote + 1;
  while (at < json.length && json[at] !== QUOTE) at += json[at] === BACKSLASH ? 2 : 1;
  return at + 1;
}

/** Iterative: nesting costs a counter, not the stack. */
function endOfValue(json: Uint8Array, start: number): number {
  let depth = 0;
  let at = start;
  while (at < json.length) {
    const byte = json[at];
    if (byte === QUOTE) {
      at = endOfString(json, at);
      if (depth === 0) return at;
      continue;
    }
    if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) depth++;
    else if (byte === CLOSE_OBJECT || byte === CLOSE_ARRAY) {
      if (depth === 0) return at;
      depth--;
      if (depth === 0) return at + 1;
    } else if (depth === 0 && (byte === COMMA || skipSpace(json, at) !== at)) return at;
    at++;
  }
  return at;
}
