/**
 * One cheap pass over the bytes of a JSON value that finds its end and tells whether the fast
 * reader may be used. It does not check the syntax: the parser behind it does.
 */

import {
  CLOSE_ARRAY,
  CLOSE_OBJECT,
  COLON,
  COMMA,
  isContainer,
  isSpace,
  OPEN_ARRAY,
  OPEN_OBJECT,
  QUOTE,
  SPACE,
} from './byte.ts';

/** What a pass over the bytes of one value has seen. */
export interface Guard {
  /** Deepest nesting of objects and arrays; 0 for a scalar. */
  readonly depth: number;
  /** Colons outside strings: the number of members of all its objects, duplicates included. */
  readonly members: number;
  /**
   * True when something in it needs the full reader: a surrogate written as an escape, a number
   * that may not fit a double, a name that may be `__proto__`. May be true without cause.
   */
  readonly suspect: boolean;
}

const LETTER_D = 0x64;
const LETTER_U = 0x75;
const UNDERSCORE = 0x5f;
/** 2^53 has 16 digits: shorter integers are exact. */
const EXACT_DIGITS = 15;
/** Nesting to which brackets are matched by kind; deeper values are refused anyway. */
const KINDS = 256;
/** Bytes looked at in one go: stays in the processor's cache. */
const WINDOW = 64 * 1024;

/**
 * A stretch of bytes together with the same bytes as a text of one code unit each, in which the
 * platform finds the end of a string many times faster than a loop of ours.
 */
export interface Window {
  readonly bytes: Uint8Array;
  readonly text: string;
  /** The same bytes and those that follow as far as they are there: to look ahead only. */
  readonly ahead: Uint8Array;
}

/** The bytes in stretches of a size that scans fast and bounds the texts made of them. */
export function* windows(bytes: Uint8Array): Generator<Window, void, undefined> {
  for (let from = 0; from < bytes.length; from += WINDOW) {
    const stretch = bytes.subarray(from, from + WINDOW);
    yield { bytes: stretch, text: binaryText(stretch), ahead: bytes.subarray(from) };
  }
}

/**
 * Scans one object, array or string, in as many windows as it comes in. What the speed of every
 * import rests on is this one loop, which is why it works on locals.
 */
export class ValueScanner implements Guard {
  depth = 0;
  members = 0;
  suspect = false;
  /** True when a closing bracket does not fit its opening one: no end can be known. */
  mismatched = false;
  #open = 0;
  #inString = false;
  /** Bytes at the start of the next window that belong to an escape. */
  #escaped = 0;
  #digits = 0;
  /** Index in the window of the next backslash, as far as it has been looked for. */
  #backslash = -1;
  #window: Window | null = null;
  readonly #kinds = new Uint8Array(KINDS);

  /** Forgets the value before. */
  reset(): void {
    this.depth = 0;
    this.members = 0;
    this.suspect = false;
    this.mismatched = false;
    this.#open = 0;
    this.#inString = false;
    this.#escaped = 0;
    this.#digits = 0;
  }

  /**
   * Goes on from `from`, which is the first byte of the value or of the next window. Returns the
   * index behind the value's last byte, or -1 when the window ends first (or on a mismatch).
   */
  run(window: Window, from: number): number {
    const { bytes, ahead } = window;
    const end = bytes.length;
    const kinds = this.#kinds;
    let open = this.#open;
    let depth = this.depth;
    let members = this.members;
    let digits = this.#digits;
    let inString = this.#inString;
    let suspect = this.suspect;
    let result = -1;
    let at = from;
    if (this.#window !== window) {
      this.#window = window;
      this.#backslash = -1;
    }
    while (at < end) {
      if (inString) {
        at = this.#endOfString(window, at);
        if (at < 0) break;
        inString = false;
        if (open > 0) continue;
        result = at;
        break;
      }
      const byte = bytes[at++] as number;
      if (byte === QUOTE) {
        inString = true;
        digits = 0;
        suspect ||= at + 1 >= ahead.length;
        suspect ||= ahead[at] === UNDERSCORE && ahead[at + 1] === UNDERSCORE;
      } else if (byte === COLON) {
        members++;
        digits = 0;
      } else if (byte === COMMA || byte === SPACE) {
        digits = 0;
      } else if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) {
        if (++open > depth) depth = open;
        if (open < KINDS) kinds[open] = byte;
      } else if (byte === CLOSE_OBJECT || byte === CLOSE_ARRAY) {
        digits = 0;
        if (open < KINDS && kinds[open] !== byte - 2) {
          this.mismatched = true;
          break;
        }
        if (--open > 0) continue;
        result = at;
        break;
      } else if (byte >= 0x30 && byte <= 0x39) {
        if (++digits > EXACT_DIGITS) suspect = true;
      } else if (digits > 0) {
        if (byte === 0x65 || byte === 0x45) suspect = true;
        digits = 0;
      }
    }
    this.#open = open;
    this.depth = depth;
    this.members = members;
    this.#digits = digits;
    this.#inString = inString;
    this.suspect ||= suspect;
    return result;
  }

  /** Index behind the closing quote of the string that goes on at `from`; -1 when not here. */
  #endOfString(window: Window, from: number): number {
    const { ahead, text } = window;
    const end = text.length;
    let at = from + this.#escaped;
    let backslash = this.#backslash;
    let quote = text.indexOf('"', at);
    if (quote < 0) quote = end;
    for (;;) {
      if (backslash < at) {
        backslash = text.indexOf('\\', at);
        if (backslash < 0) backslash = end;
      }
      if (backslash >= quote) break;
      if (hidesSomething(ahead, backslash + 1)) this.suspect = true;
      at = backslash + 2;
      if (at <= quote) continue;
      quote = text.indexOf('"', at);
      if (quote < 0) quote = end;
    }
    this.#backslash = backslash;
    this.#escaped = at > end ? at - end : 0;
    return quote < end ? quote + 1 : -1;
  }
}

/**
 * Looks at what follows a backslash. Suspected are half of a pair (\ud800 to \udfff) and
 * \u005f, which may hide __proto__; also an escape whose rest is not there yet.
 */
function hidesSomething(bytes: Uint8Array, at: number): boolean {
  const kind = bytes[at] ?? LETTER_U;
  if (kind !== LETTER_U) return false;
  const first = bytes[at + 1] ?? LETTER_D;
  if ((first | 0x20) === LETTER_D) return true;
  return first === 0x30 && (bytes[at + 3] ?? 0x35) === 0x35;
}

/** Guard facts of a whole text: of the value in it, or up to where it breaks. */
export function scanText(bytes: Uint8Array): Guard {
  const scanner = new ValueScanner();
  let at = 0;
  while (at < bytes.length && isSpace(bytes[at])) at++;
  // Scalars at the root cost the full reader nothing.
  if (!isContainer(bytes[at])) return { depth: 0, members: 0, suspect: true };
  for (const window of windows(bytes.subarray(at))) {
    if (scanner.run(window, 0) >= 0 || scanner.mismatched) break;
  }
  return scanner;
}

/**
 * One code unit for each byte. Which character stands for a byte above 0x7f does not matter; the
 * decoder of the browsers has one for each byte, as Node's Buffer has, which is faster.
 */
function binaryText(bytes: Uint8Array): string {
  if (typeof Buffer === 'undefined') return new TextDecoder('latin1').decode(bytes);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
}
