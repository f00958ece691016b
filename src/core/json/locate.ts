/** From a JSON pointer back to the place in the text, for whoever has to correct it. */
import { parsePointer } from './pointer.ts';
import { LineCounter } from './position.ts';

/** A place in a JSON text. */
export interface Location {
  /** 0-based, in UTF-16 code units: where the value begins. */
  readonly offset: number;
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 code units. */
  readonly column: number;
}

/**
 * Where the value at `pointer` (RFC 6901) begins in a JSON text; null when there is none. Of two
 * members of one name it is the last, which is the one that a reader gives.
 */
export function locate(text: string, pointer: string): Location | null {
  const tokens = parsePointer(pointer);
  if (tokens === null) return null;
  let at = skipSpace(text, text.charCodeAt(0) === 0xfeff ? 1 : 0);
  for (const token of tokens) {
    const char = text[at];
    if (char === '{') at = memberStart(text, at, token);
    else if (char === '[' && /^(?:0|[1-9][0-9]*)$/.test(token)) {
      at = elementStart(text, at, Number(token));
    } else return null;
    if (at < 0) return null;
  }
  if (at >= text.length) return null;
  return { offset: at, ...new LineCounter(text).position(at) };
}

function memberStart(text: string, open: number, name: string): number {
  let found = -1;
  let at = skipSpace(text, open + 1);
  while (text[at] === '"') {
    const end = endOfString(text, at);
    const colon = skipSpace(text, end);
    if (text[colon] !== ':') break;
    const start = skipSpace(text, colon + 1);
    if (isName(text.slice(at, end), name)) found = start;
    at = skipSpace(text, endOfValue(text, start));
    if (text[at] !== ',') break;
    at = skipSpace(text, at + 1);
  }
  return found;
}

function elementStart(text: string, open: number, index: number): number {
  let at = skipSpace(text, open + 1);
  if (text[at] === ']') return -1;
  for (let i = 0; i < index; i++) {
    at = skipSpace(text, endOfValue(text, at));
    if (text[at] !== ',') return -1;
    at = skipSpace(text, at + 1);
  }
  return at;
}

function isName(quoted: string, name: string): boolean {
  if (!quoted.includes('\\')) return quoted.slice(1, -1) === name;
  try {
    return JSON.parse(quoted) === name;
  } catch {
    return false;
  }
}

/** Index behind the value at `start`; counts brackets, so that depth costs no stack. */
function endOfValue(text: string, start: number): number {
  let open = 0;
  let at = start;
  while (at < text.length) {
    const char = text[at] as string;
    if (char === '"') at = endOfString(text, at);
    else {
      if (open === 0 && (char === ',' || char === ']' || char === '}')) return at;
      if (char === '{' || char === '[') open++;
      else if (char === '}' || char === ']') open--;
      at++;
    }
    if (open === 0 && /["}\]]/.test(char)) return at;
  }
  return at;
}

function endOfString(text: string, open: number): number {
  let at = open + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && ' \n\r\t'.includes(text[at] as string)) at++;
  return at;
}
