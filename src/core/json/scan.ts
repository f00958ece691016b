/**
 * One cheap pass over the bytes of a JSON value that finds its end and tells whether the fast
 * reader may be used. It does not check the syntax: the parser behind it does.
 */

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

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;
const UNDERSCORE = 0x5f;
/** 2^53 has 16 digits: shorter integers are exact. */
const EXACT_DIGITS = 15;
/** Nesting to which brackets are matched by kind; deeper values are refused anyway. */
const KINDS = 256;

/**
 * Scans one object, array or string, in as many pieces as it comes in. Each byte is looked at
 * once: this loop is what the speed of every import rests on, which is why it is one loop.
 */
export class ValueScanner implements Guard {
  depth = 0;
  members = 0;
  suspect = false;
  /** True when a closing bracket does not fit its opening one: no end can be known. */
  mismatched = false;
  #open = 0;
  #inString = false;
  /** Bytes at the start of the next piece that belong to an escape. */
  #escaped = 0;
  #digits = 0;
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
   * Goes on from `from`, which is the first byte of the value or of the next piece. Returns the
   * index behind the value's last byte, or -1 when the piece ends first (or on a mismatch, where
   * scanning stops).
   */
  run(bytes: Uint8Array, from: number): number {
    const end = bytes.length;
    let at = from + this.#escaped;
    let open = this.#open;
    let digits = this.#digits;
    let inString = this.#inString;
    this.#escaped = 0;
    for (;;) {
      if (inString) {
        while (at < end) {
          const byte = bytes[at++];
          if (byte === QUOTE) {
            inString = false;
            break;
          }
          if (byte === BACKSLASH) at = this.#escape(bytes, at);
        }
        if (inString) break;
        if (open === 0) return at;
      }
      if (at >= end) break;
      const byte = bytes[at++] as number;
      if (byte === QUOTE) {
        inString = true;
        digits = 0;
        if (at + 1 >= end || (bytes[at] === UNDERSCORE && bytes[at + 1] === UNDERSCORE)) {
          this.suspect = true;
        }
      } else if (byte === COLON) {
        this.members++;
        digits = 0;
      } else if ((byte | 0x20) === 0x7b) {
        if (++open > this.depth) this.depth = open;
        if (open < KINDS) this.#kinds[open] = byte;
        digits = 0;
      } else if ((byte | 0x20) === 0x7d) {
        digits = 0;
        if (open < KINDS && this.#kinds[open] !== byte - 2) {
          this.mismatched = true;
          return -1;
        }
        if (--open === 0) return at;
      } else if (byte >= 0x30 && byte <= 0x39) {
        if (++digits > EXACT_DIGITS) this.suspect = true;
      } else if ((byte | 0x20) === 0x65 && digits > 0) {
        this.suspect = true;
      } else {
        digits = 0;
      }
    }
    this.#open = open;
    this.#digits = digits;
    this.#inString = inString;
    if (at > end) this.#escaped = at - end;
    return -1;
  }

  /** Looks at what follows a backslash; returns the index behind the escaped character. */
  #escape(bytes: Uint8Array, at: number): number {
    const kind = bytes[at];
    if (kind === undefined) this.suspect = true;
    if (kind !== 0x75) return at + 1;
    const first = bytes[at + 1];
    // The half of a pair (\ud800 to \udfff), or \u005f, which may hide __proto__; a piece that
    // ends here is suspected, as the rest cannot be seen.
    if (first === undefined || (first | 0x20) === 0x64) this.suspect = true;
    if (first === 0x30 && (bytes[at + 3] ?? 0x35) === 0x35) this.suspect = true;
    return at + 1;
  }
}

/** Guard facts of a whole text: of the value in it, or up to where it breaks. */
export function scanText(bytes: Uint8Array): Guard {
  const scanner = new ValueScanner();
  let at = 0;
  // Scalars at the root have no end of their own; they cost the full reader nothing.
  while (at < bytes.length && isSpace(bytes[at])) at++;
  if (!isContainer(bytes[at])) return { depth: 0, members: 0, suspect: true };
  scanner.run(bytes, at);
  return scanner;
}

/** RFC 8259 §2: space, tab, line feed, carriage return. */
export function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

/** An opening brace or bracket. */
export function isContainer(byte: number | undefined): boolean {
  return byte !== undefined && (byte | 0x20) === 0x7b;
}
