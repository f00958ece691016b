/** JSON Canonicalization Scheme (RFC 8785). */
import type { Issue, Parsed } from '../issue.ts';
import { LIMITS } from '../limits.ts';
import type { JsonIssueCode } from './issue.ts';
import type { JsonOptions } from './options.ts';
import { joinPointer } from './pointer.ts';
import { readJson } from './read.ts';

/** What keeps a value from having a canonical form. */
export type CanonicalIssueCode =
  | 'jcs-lone-surrogate'
  | 'jcs-not-finite'
  | 'jcs-not-json'
  | 'jcs-depth';

/** Findings of canonicalization: what has no canonical form. */
export const CANONICAL_ISSUES: Record<
  CanonicalIssueCode,
  { readonly clause: string; readonly meaning: string; readonly remedy: string }
> = {
  'jcs-lone-surrogate': {
    clause: 'RFC 8785 §3.2.2.2',
    meaning: 'A string or a name holds half of a surrogate pair.',
    remedy: 'Write the whole character.',
  },
  'jcs-not-finite': {
    clause: 'RFC 8785 §3.2.2.3',
    meaning: 'A number is infinite or not a number.',
    remedy: 'Leave it out or carry it as a string.',
  },
  'jcs-not-json': {
    clause: 'RFC 8785 §3.1',
    meaning: 'A value is not one that JSON has.',
    remedy: 'Use objects, arrays, strings, numbers, booleans and null only.',
  },
  'jcs-depth': {
    clause: 'RFC 8785 §3.1',
    meaning: 'Objects and arrays are nested deeper than the bound, or contain themselves.',
    remedy: `Flatten the structure; ${LIMITS.json.depth} levels are written.`,
  },
};

/**
 * The canonical form of a value: no space, names sorted by UTF-16 code units, strings and numbers
 * as ECMAScript writes them. Numbers are IEEE 754 doubles by §3.2.2.3, whatever stood in a source.
 */
export function canonicalize(value: unknown): Parsed<string, CanonicalIssueCode> {
  const output = write(value, 0);
  // One native pass over the result finds what one check for each string would.
  if (output?.isWellFormed()) return { ok: true, value: output, issues: [] };
  return { ok: false, issues: [findFault(value)] };
}

/**
 * The canonical form of a JSON text. Findings of the reader come along; duplicate names and
 * halves of surrogate pairs, which I-JSON forbids (RFC 8785 §3.1), leave no canonical form. An
 * integer outside ±(2^53 - 1) becomes the nearest double, as §3.2.2.3 demands, with a warning.
 */
export function canonicalizeText(
  input: string | Uint8Array,
  options: JsonOptions = {},
): Parsed<string, CanonicalIssueCode | JsonIssueCode> {
  const read = readJson(input, options);
  if (!read.ok || read.issues.some((issue) => NO_FORM.has(issue.code))) {
    return { ok: false, issues: read.issues };
  }
  const written = canonicalize(read.value);
  const issues = [...read.issues, ...written.issues];
  return written.ok ? { ok: true, value: written.value, issues } : { ok: false, issues };
}

const NO_FORM: ReadonlySet<JsonIssueCode> = new Set<JsonIssueCode>([
  'json-duplicate-key',
  'json-lone-surrogate',
  'json-number-range',
]);

/** What JSON must escape in a string (§3.2.2.2); everything else is written as it is. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are the subject
const TO_ESCAPE = /[\u0000-\u001f"\\]/;

/** The text of a value, or null where it has none. Recursion ends at the depth bound. */
function write(value: unknown, depth: number): string | null {
  switch (typeof value) {
    case 'string':
      return quote(value);
    case 'number':
      // §3.2.2.3: ECMAScript Number-to-String, in which -0 is 0.
      return Number.isFinite(value) ? String(value) : null;
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      if (value === null) return 'null';
      if (depth >= LIMITS.json.depth) return null;
      if (Array.isArray(value)) return writeArray(value, depth + 1);
      return isPlain(value) ? writeObject(value, depth + 1) : null;
    default:
      return null;
  }
}

function quote(text: string): string | null {
  if (!TO_ESCAPE.test(text)) return `"${text}"`;
  // JSON.stringify would hide a lone surrogate behind an escape.
  return text.isWellFormed() ? JSON.stringify(text) : null;
}

function writeArray(items: readonly unknown[], depth: number): string | null {
  let output = '[';
  for (let i = 0; i < items.length; i++) {
    const item = write(items[i], depth);
    if (item === null) return null;
    output += i === 0 ? item : `,${item}`;
  }
  return `${output}]`;
}

/** §3.2.3: members sorted by name as arrays of UTF-16 code units, which is how `sort` compares. */
function writeObject(object: Record<string, unknown>, depth: number): string | null {
  const names = Object.keys(object);
  sortNames(names);
  let output = '{';
  for (let i = 0; i < names.length; i++) {
    const name = names[i] as string;
    const quoted = quote(name);
    const value = write(object[name], depth);
    if (quoted === null || value === null) return null;
    output += i === 0 ? `${quoted}:${value}` : `,${quoted}:${value}`;
  }
  return `${output}}`;
}

/** Insertion sort for the few names that an object usually has; beyond that the platform's. */
function sortNames(names: string[]): void {
  if (names.length > 24) {
    names.sort();
    return;
  }
  for (let i = 1; i < names.length; i++) {
    const name = names[i] as string;
    let at = i - 1;
    while (at >= 0 && (names[at] as string) > name) {
      names[at + 1] = names[at] as string;
      at--;
    }
    names[at + 1] = name;
  }
}

/** Objects of classes (Date, Map …) have no JSON form of their own here. */
function isPlain(value: object): value is Record<string, unknown> {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** Walks again, only after a refusal, to tell the place. */
function findFault(root: unknown): Issue<CanonicalIssueCode> {
  const place: (string | number)[] = [];
  const code = faultIn(root, place) ?? 'jcs-not-json';
  const { clause, meaning, remedy } = CANONICAL_ISSUES[code];
  return {
    code,
    severity: 'error',
    clause,
    path: joinPointer(place),
    message: `${meaning} ${remedy}`,
  };
}

/** The first fault in a value, its place left in `place`. */
function faultIn(value: unknown, place: (string | number)[]): CanonicalIssueCode | null {
  if (typeof value === 'string') return value.isWellFormed() ? null : 'jcs-lone-surrogate';
  if (typeof value === 'number') return Number.isFinite(value) ? null : 'jcs-not-finite';
  if (typeof value === 'boolean' || value === null) return null;
  if (typeof value !== 'object') return 'jcs-not-json';
  if (place.length >= LIMITS.json.depth) return 'jcs-depth';
  if (!Array.isArray(value) && !isPlain(value)) return 'jcs-not-json';
  const members: Iterable<[string | number, unknown]> = Array.isArray(value)
    ? value.entries()
    : Object.entries(value);
  for (const [name, member] of members) {
    place.push(name);
    if (typeof name === 'string' && !name.isWellFormed()) return 'jcs-lone-surrogate';
    const fault = faultIn(member, place);
    if (fault !== null) return fault;
    place.pop();
  }
  return null;
}
