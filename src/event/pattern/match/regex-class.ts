/** Character classes and escapes of PCRE, rewritten so that the linear engine reads the same. */

/** A part of PCRE that the engine has not, or that no PCRE accepts. */
export class Unsupported extends Error {}

/** How the text stands: characters of Unicode, or octets as U+0000 to U+00FF. */
export type Alphabet = 'unicode' | 'octets';

/** A place in the source. */
export interface Cursor {
  readonly source: string;
  at: number;
}

/** PCRE has VT among its white space, the engine has not. */
const SPACE = '\\t-\\r ';
const NOT_SPACE = '\\x{0}-\\x{8}\\x{E}-\\x{1F}\\x{21}-\\x{10FFFF}';
const HORIZONTAL = '\\t \\x{A0}\\x{1680}\\x{180E}\\x{2000}-\\x{200A}\\x{202F}\\x{205F}\\x{3000}';
const VERTICAL = '\\n-\\r\\x{85}\\x{2028}\\x{2029}';

/** Classes of one letter: what stands between brackets for them. */
const LETTER_CLASSES: Readonly<Record<string, string>> = {
  s: SPACE,
  S: NOT_SPACE,
  h: HORIZONTAL,
  v: VERTICAL,
  d: '0-9',
  w: '0-9A-Za-z_',
};
/** Classes that only stand alone: what is not in another one. */
const NEGATED: Readonly<Record<string, string>> = { D: 'd', W: 'w', H: 'h', V: 'v' };
const CONTROL: Readonly<Record<string, number>> = { a: 7, e: 27, f: 12, n: 10, r: 13, t: 9 };
const POSIX =
  /^\[:(\^?)(alpha|digit|alnum|upper|lower|space|blank|punct|print|graph|cntrl|xdigit|word|ascii):\]/;

/** One character as the engine reads it in any place. */
export function literal(code: number): string {
  return `\\x{${code.toString(16).toUpperCase()}}`;
}

/** The code point at the cursor, which moves past it. */
export function takeChar(cursor: Cursor): number {
  const code = cursor.source.codePointAt(cursor.at) as number;
  cursor.at += code > 0xffff ? 2 : 1;
  return code;
}

/**
 * An escape that stands for one character; null (and the cursor unmoved) for any other. The cursor
 * is after the backslash.
 */
export function takeCharEscape(cursor: Cursor): number | null {
  const { source, at } = cursor;
  const char = source[at] as string;
  if (char === 'x') return takeHex(cursor);
  if (char === 'c') {
    const code = source.charCodeAt(at + 1);
    if (!(code >= 0x20 && code < 0x7f)) throw new Unsupported('\\c');
    cursor.at = at + 2;
    return String.fromCharCode(code).toUpperCase().charCodeAt(0) ^ 0x40;
  }
  if (char === '0') {
    const digits = /^[0-7]{1,3}/.exec(source.slice(at, at + 3))?.[0] as string;
    cursor.at = at + digits.length;
    return Number.parseInt(digits, 8);
  }
  const control = CONTROL[char];
  if (control !== undefined && Object.hasOwn(CONTROL, char)) {
    cursor.at = at + 1;
    return control;
  }
  if (/[0-9A-Za-z]/.test(char)) return null;
  return takeChar(cursor);
}

/** \x with up to two digits, or \x{…}. */
function takeHex(cursor: Cursor): number {
  const rest = cursor.source.slice(cursor.at + 1, cursor.at + 12);
  const braced = /^\{([0-9a-fA-F]{1,6})\}/.exec(rest);
  if (braced === null && rest.startsWith('{')) throw new Unsupported('\\x{');
  const digits = braced?.[1] ?? /^[0-9a-fA-F]{0,2}/.exec(rest)?.[0] ?? '';
  cursor.at += 1 + (braced?.[0].length ?? digits.length);
  const code = digits === '' ? 0 : Number.parseInt(digits, 16);
  if (code > 0x10ffff) throw new Unsupported('\\x{');
  return code;
}

/** An escape that stands for a class of characters, outside brackets. */
export function takeClassEscape(cursor: Cursor, alphabet: Alphabet): string | null {
  const char = cursor.source[cursor.at] as string;
  if (char === 'p' || char === 'P') return takeProperty(cursor, alphabet);
  const plain = Object.hasOwn(LETTER_CLASSES, char) ? LETTER_CLASSES[char] : undefined;
  const other = Object.hasOwn(NEGATED, char) ? LETTER_CLASSES[NEGATED[char] as string] : undefined;
  if (char !== 'N' && plain === undefined && other === undefined) return null;
  cursor.at += 1;
  if (char === 'N') return '[^\\n]';
  return plain === undefined ? `[^${other}]` : `[${plain}]`;
}

/** \p{…}: properties of Unicode, which octets have not. */
function takeProperty(cursor: Cursor, alphabet: Alphabet): string {
  const found = /^[pP](?:[A-Z]|\{\^?[A-Za-z_]{1,40}\})/.exec(
    cursor.source.slice(cursor.at, cursor.at + 48),
  );
  if (found === null || alphabet === 'octets') throw new Unsupported('\\p');
  cursor.at += found[0].length;
  return `\\${found[0]}`;
}

/** A class in brackets; the cursor is after the opening one. */
export function takeClass(
  cursor: Cursor,
  alphabet: Alphabet,
  seen: (code: number) => void,
): string {
  let text = '[';
  if (cursor.source[cursor.at] === '^') {
    text += '^';
    cursor.at++;
  }
  for (let first = true; ; first = false) {
    const char = cursor.source[cursor.at];
    if (char === undefined) throw new Unsupported('[');
    if (char === ']' && !first) break;
    text += takeMember(cursor, alphabet, seen);
  }
  cursor.at++;
  return `${text}]`;
}

/** One member of a class: a class of its own, a character or a range. */
function takeMember(cursor: Cursor, alphabet: Alphabet, seen: (code: number) => void): string {
  const set = takeSet(cursor, alphabet);
  if (set !== null) {
    // PCRE takes the hyphen after a class for itself; the engine refuses it.
    if (cursor.source[cursor.at] === '-' && cursor.source[cursor.at + 1] !== ']') {
      throw new Unsupported('-');
    }
    return set;
  }
  const low = takeSingle(cursor);
  seen(low);
  if (cursor.source[cursor.at] !== '-' || cursor.source[cursor.at + 1] === ']') return literal(low);
  cursor.at++;
  if (cursor.source[cursor.at] === undefined || takeSet(cursor, alphabet) !== null) {
    throw new Unsupported('-');
  }
  const high = takeSingle(cursor);
  seen(high);
  if (high < low) throw new Unsupported('-');
  return `${literal(low)}-${literal(high)}`;
}

function takeSet(cursor: Cursor, alphabet: Alphabet): string | null {
  const { source, at } = cursor;
  if (source[at] === '[') {
    if (!/^\[[:.=]/.test(source.slice(at, at + 2))) return null;
    const posix = POSIX.exec(source.slice(at, at + 16));
    if (posix !== null) {
      cursor.at += posix[0].length;
      return posix[0];
    }
    // [: without an end is a bracket and a colon; with one it names a class that nobody knows.
    if (/^\[([:.=])[^\]]*\1\]/.test(source.slice(at, at + 64))) throw new Unsupported('[:');
    return null;
  }
  if (source[at] !== '\\' || at + 1 >= source.length) return null;
  const char = source[at + 1] as string;
  if (char === 'p' || char === 'P') {
    cursor.at = at + 1;
    return takeProperty(cursor, alphabet);
  }
  if (Object.hasOwn(LETTER_CLASSES, char)) {
    cursor.at = at + 2;
    return LETTER_CLASSES[char] as string;
  }
  if (char === 'D' || char === 'W') {
    cursor.at = at + 2;
    return `\\${char}`;
  }
  if (Object.hasOwn(NEGATED, char) || 'NRXQE'.includes(char)) throw new Unsupported(`\\${char}`);
  return null;
}

/** A single character of a class; \b is a backspace there. */
function takeSingle(cursor: Cursor): number {
  if (cursor.source[cursor.at] !== '\\') return takeChar(cursor);
  cursor.at++;
  if (cursor.at >= cursor.source.length) throw new Unsupported('\\');
  if (cursor.source[cursor.at] === 'b') {
    cursor.at++;
    return 8;
  }
  const code = takeCharEscape(cursor);
  if (code === null) throw new Unsupported(`\\${cursor.source[cursor.at]}`);
  return code;
}
