/** Keys and scalars of YAML within one line. */
import type { JsonValue } from '../../../core/json/value.ts';
import { LIMITS } from '../../../core/limits.ts';
import type { InventoryIssueCode } from '../issues.ts';

/** Ends the reading; caught where it begins. */
export class YamlFault extends Error {
  readonly code: InventoryIssueCode;
  readonly line: number;

  constructor(line: number, message: string, code: InventoryIssueCode = 'inventory-syntax') {
    super(message);
    this.code = code;
    this.line = line;
  }
}

export interface Quoted {
  readonly value: string;
  /** Where the text goes on behind the closing quote. */
  readonly end: number;
}

/** `key:` or `key: rest`, quoted or plain; null for what is no key. */
export function keyOf(text: string, line: number): { name: string; rest: string } | null {
  const sign = text[0];
  if (sign === '"' || sign === "'") {
    const quoted = sign === '"' ? doubleQuoted(text, line) : singleQuoted(text, line);
    const rest = text.slice(quoted.end);
    return /^\s*:(?:\s|$)/.test(rest)
      ? { name: quoted.value, rest: rest.replace(/^\s*:\s*/, '') }
      : null;
  }
  if (/^[{[#|>&*!%@`,\]}]/.test(text)) {
    refuse(text, line);
    return null;
  }
  const colon = plainKeyEnd(text);
  if (colon < 0) return null;
  refuse(text, line);
  return { name: text.slice(0, colon).trimEnd(), rest: text.slice(colon + 1).trimStart() };
}

/** The colon that a blank or nothing follows; a comment before it makes the line no key. */
function plainKeyEnd(text: string): number {
  for (let at = text.indexOf(':'); at >= 0; at = text.indexOf(':', at + 1)) {
    const next = text[at + 1];
    if (next !== undefined && next !== ' ' && next !== '\t') continue;
    return text.lastIndexOf(' #', at) >= 0 ? -1 : at;
  }
  return -1;
}

/** A plain scalar, its comment left off; null, ~ and nothing are null. */
export function plainValue(text: string, line: number): JsonValue {
  refuse(text, line);
  if (/^[@`%]/.test(text)) throw new YamlFault(line, `Line ${line} begins no value`);
  const comment = text.search(/\s#/);
  const said = (comment < 0 ? text : text.slice(0, comment)).trimEnd();
  if (/: |:$/.test(said)) throw new YamlFault(line, `Line ${line} has a key within a value`);
  return said === '' || said === '~' || said === 'null' ? null : said;
}

/** Anchors, aliases and tags: a few of them make a document of any size. */
function refuse(text: string, line: number): void {
  if (/^[&*!]/.test(text) || /^<<\s*:/.test(text)) {
    throw new YamlFault(line, `Line ${line} has an anchor, alias, tag or merge key`);
  }
}

const ESCAPES: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\u0007',
  b: '\b',
  t: '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\u001b',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
  N: '\u0085',
  _: '\u00a0',
  L: '\u2028',
  P: '\u2029',
};

/** A text in double quotes that ends on its line. */
export function doubleQuoted(text: string, line: number): Quoted {
  let value = '';
  for (let at = 1; at < text.length; at++) {
    const sign = text[at] ?? '';
    if (sign === '"') return { value, end: at + 1 };
    if (sign !== '\\') {
      value += sign;
      continue;
    }
    const letter = text[++at] ?? '';
    const digits = letter === 'x' ? 2 : letter === 'u' ? 4 : letter === 'U' ? 8 : 0;
    if (digits > 0) {
      value += character(text.slice(at + 1, at + 1 + digits), digits, line);
      at += digits;
    } else if (Object.hasOwn(ESCAPES, letter)) value += ESCAPES[letter];
    else throw new YamlFault(line, `Line ${line} has an escape that is none`);
  }
  throw new YamlFault(line, `Line ${line} has a text in quotes that does not end there`);
}

function character(text: string, digits: number, line: number): string {
  const code = Number.parseInt(text, 16);
  if (text.length !== digits || !/^[0-9A-Fa-f]+$/.test(text) || code > 0x10ffff) {
    throw new YamlFault(line, `Line ${line} has an escape that is none`);
  }
  return String.fromCodePoint(code);
}

/** A text in single quotes; two of them are one. */
export function singleQuoted(text: string, line: number): Quoted {
  let from = 1;
  let value = '';
  for (let at = text.indexOf("'", from); at >= 0; at = text.indexOf("'", from)) {
    value += text.slice(from, at);
    if (text[at + 1] !== "'") return { value, end: at + 1 };
    value += "'";
    from = at + 2;
  }
  throw new YamlFault(line, `Line ${line} has a text in quotes that does not end there`);
}

export const MOST_FLOW_CHARS = LIMITS.inventory.manifestBytes;
