/** The signs of TOML: blanks, keys, strings, numbers. */
import type { JsonValue } from '../../../core/json/value.ts';
import type { InventoryIssueCode } from '../issues.ts';

/** Ends the reading; caught where it begins. */
export class TomlFault extends Error {
  readonly code: InventoryIssueCode;
  readonly line: number;

  constructor(code: InventoryIssueCode, line: number, message: string) {
    super(message);
    this.code = code;
    this.line = line;
  }
}

const BARE = /[A-Za-z0-9_-]+/y;
const BLANKS = /[ \t]+/y;
const SCALAR = /[^\s,\]}#=]+/y;
const ESCAPES: Readonly<Record<string, string>> = {
  b: '\b',
  t: '\t',
  n: '\n',
  f: '\f',
  r: '\r',
  e: '\u001b',
  '"': '"',
  '\\': '\\',
};

export class TomlCursor {
  readonly #text: string;
  #at: number;
  #line = 1;

  constructor(text: string) {
    this.#text = text;
    this.#at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  }

  get line(): number {
    return this.#line;
  }

  get ended(): boolean {
    return this.#at >= this.#text.length;
  }

  take(sign: string): boolean {
    if (!this.#text.startsWith(sign, this.#at)) return false;
    this.#at += sign.length;
    return true;
  }

  skipBlanks(): void {
    this.#match(BLANKS);
  }

  /** Blanks, comments and line ends. */
  skipLines(): void {
    for (;;) {
      this.skipBlanks();
      if (this.#text[this.#at] === '#') this.#skipComment();
      if (!this.#takeLineEnd()) return;
    }
  }

  /** Nothing but a comment may follow a value or a header on its line. */
  endLine(): void {
    this.skipBlanks();
    if (this.#text[this.#at] === '#') this.#skipComment();
    if (!this.ended && !this.#takeLineEnd()) this.#stop('something follows on the line');
  }

  key(): string {
    const bare = this.#match(BARE);
    if (bare !== null) return bare;
    const sign = this.#text[this.#at];
    if (sign === '"') return this.#basic();
    if (sign === "'") return this.#literal();
    return this.#stop('here a key should be');
  }

  /** A string of one of the four kinds; null where none begins. */
  string(): string | null {
    if (this.take('"""')) return this.#longBasic();
    if (this.take("'''")) return this.#longLiteral();
    const sign = this.#text[this.#at];
    if (sign === '"') return this.#basic();
    return sign === "'" ? this.#literal() : null;
  }

  /** What stands up to the next blank or sign; a date may have a blank before its time. */
  scalar(): string {
    const word = this.#match(SCALAR) ?? this.#stop('here a value should be');
    if (!/^\d{4}-\d\d-\d\d$/.test(word)) return word;
    const time = / \d\d:\d\d:\d\d[^\s,\]}#]{0,32}/y;
    return word + (this.#match(time) ?? '');
  }

  #basic(): string {
    let text = '';
    for (this.#at++; ; ) {
      const from = this.#at;
      const sign = this.#skipTo(/["\\\n]/g);
      text += this.#text.slice(from, this.#at);
      if (sign === '"') break;
      if (sign !== '\\') this.#stop('a string does not end on its line');
      text += this.#escape();
    }
    this.#at++;
    return text;
  }

  #literal(): string {
    const from = ++this.#at;
    if (this.#skipTo(/['\n]/g) !== "'") this.#stop('a string does not end on its line');
    return this.#text.slice(from, this.#at++);
  }

  #longBasic(): string {
    this.#takeLineEnd();
    let text = '';
    for (;;) {
      const from = this.#at;
      const sign = this.#skipTo(/["\\]/g);
      text += this.#within(from);
      if (sign === undefined) this.#stop('a string has no end');
      else if (sign === '\\') text += this.#continued() ? '' : this.#escape();
      else if (this.take('"""')) return text + this.#moreQuotes('"');
      else {
        text += '"';
        this.#at++;
      }
    }
  }

  #longLiteral(): string {
    this.#takeLineEnd();
    const from = this.#at;
    const end = this.#text.indexOf("'''", from);
    if (end < 0) this.#stop('a string has no end');
    this.#at = end;
    const text = this.#within(from);
    this.#at += 3;
    return text + this.#moreQuotes("'");
  }

  /** Up to two quotes may stand right before the three that close. */
  #moreQuotes(quote: string): string {
    let text = '';
    while (text.length < 2 && this.take(quote)) text += quote;
    return text;
  }

  /** A backslash at the end of a line eats the blanks and lines up to the next sign. */
  #continued(): boolean {
    const rest = /\\[ \t]*\r?\n\s*/y;
    const eaten = this.#match(rest);
    if (eaten === null) return false;
    this.#line += eaten.split('\n').length - 1;
    return true;
  }

  #escape(): string {
    const sign = this.#text[this.#at + 1] ?? '';
    if (Object.hasOwn(ESCAPES, sign)) {
      this.#at += 2;
      return ESCAPES[sign] ?? '';
    }
    const long = /\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8}))/y;
    long.lastIndex = this.#at;
    const match = long.exec(this.#text);
    const code = Number.parseInt(match?.[1] ?? match?.[2] ?? '', 16);
    const scalar = code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
    if (match === null || !scalar) this.#stop('an escape is none of TOML');
    this.#at += (match as RegExpExecArray)[0].length;
    return String.fromCodePoint(code);
  }

  /** Text since `from`, whose lines are counted. */
  #within(from: number): string {
    const text = this.#text.slice(from, this.#at);
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.#line++;
    return text;
  }

  #skipTo(sign: RegExp): string | undefined {
    sign.lastIndex = this.#at;
    const match = sign.exec(this.#text);
    this.#at = match?.index ?? this.#text.length;
    return match?.[0];
  }

  #skipComment(): void {
    const end = this.#text.indexOf('\n', this.#at);
    this.#at = end < 0 ? this.#text.length : end;
  }

  #takeLineEnd(): boolean {
    if (!this.take('\n') && !this.take('\r\n')) return false;
    this.#line++;
    return true;
  }

  #match(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text);
    if (match === null) return null;
    this.#at += match[0].length;
    return match[0];
  }

  #stop(what: string): never {
    throw new TomlFault('inventory-syntax', this.#line, `Line ${this.#line}: ${what}`);
  }
}

const INTEGER = /^[+-]?(?:0|[1-9](?:_?\d)*)$/;
const FLOAT = /^[+-]?(?:0|[1-9](?:_?\d)*)(?:\.\d(?:_?\d)*)?(?:[eE][+-]?\d(?:_?\d)*)?$/;
const BASED = /^0(?:x[0-9A-Fa-f](?:_?[0-9A-Fa-f])*|o[0-7](?:_?[0-7])*|b[01](?:_?[01])*)$/;
const MOMENT =
  /^(?:\d{4}-\d\d-\d\d(?:[Tt ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:[Zz]|[+-]\d\d:\d\d)?)?|\d\d:\d\d(?::\d\d(?:\.\d+)?)?)$/;

/** Booleans, numbers, dates and times, these as their text. */
export function scalarOf(cursor: TomlCursor): JsonValue {
  const word = cursor.scalar();
  if (word === 'true' || word === 'false') return word === 'true';
  if (INTEGER.test(word) || FLOAT.test(word) || BASED.test(word)) {
    return Number(word.replaceAll('_', ''));
  }
  if (MOMENT.test(word) || /^[+-]?(?:inf|nan)$/.test(word)) return word;
  throw new TomlFault('inventory-syntax', cursor.line, `Line ${cursor.line}: no value of TOML`);
}
