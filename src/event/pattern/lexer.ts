/** From text to tokens, one at a time; knows the bounds and collects what is found. */
import type { Severity } from '../../core/issue.ts';
import { LIMITS } from '../../core/limits.ts';
import { TIMESTAMP_ISSUES, timestampFault } from '../../core/timestamp.ts';
import { APOSTROPHE, BACKSLASH, isDigit, startsName } from './characters.ts';
import { excerpt, IssueList, type PatternIssueCode } from './issues.ts';
import { isBase64, isHex, withoutLineFeeds } from './literals.ts';
import { commentEnd, digitsEnd, nameEnd, opensNumber, spaceEnd } from './scan.ts';
import type { PatternVersion } from './tree.ts';

export type TokenKind =
  | 'end'
  | 'name'
  | 'keyword'
  | 'symbol'
  | 'string'
  | 'integer'
  | 'float'
  | 'hex'
  | 'binary'
  | 'timestamp';

export const KEYWORDS: ReadonlySet<string> = new Set(
  'AND OR NOT FOLLOWEDBY LIKE MATCHES ISSUBSET ISSUPERSET EXISTS IN START STOP SECONDS WITHIN REPEATS TIMES true false'.split(
    ' ',
  ),
);

const LITERALS = new Map<number, 'hex' | 'binary' | 'timestamp'>([
  [0x68, 'hex'],
  [0x62, 'binary'],
  [0x74, 'timestamp'],
]);

const SYMBOLS = new Map([...'<>=[]():.,*'].map((symbol) => [symbol.charCodeAt(0), symbol]));
const DOUBLE_SYMBOLS: ReadonlySet<string> = new Set(['<=', '>=', '!=', '==', '<>']);

/** Ends the reading of one pattern at an error; never leaves this folder. */
export class PatternStop extends Error {}

export class Lexer {
  readonly text: string;
  readonly version: PatternVersion;
  readonly issues: IssueList;
  kind: TokenKind = 'end';
  /** What the token means: the name, the keyword, the symbol, the decoded string, the digits. */
  word = '';
  start = 0;
  end = 0;
  #nodes = 0;
  #depth = 0;
  #commented = false;

  constructor(text: string, version: PatternVersion) {
    this.text = text;
    this.version = version;
    this.issues = new IssueList(text);
  }

  /** Moves to the next token; called once before the first. */
  next(): void {
    this.#skip();
    const { text } = this;
    const start = this.end;
    this.start = start;
    if (start >= text.length) {
      this.kind = 'end';
      this.word = '';
      return;
    }
    const code = text.charCodeAt(start);
    if (startsName(code)) this.#name(code);
    else if (code === APOSTROPHE) this.#string();
    else if (opensNumber(text, start)) this.#number();
    else this.#symbol();
  }

  is(kind: TokenKind, word: string): boolean {
    return this.word === word && this.kind === kind;
  }

  /** Takes the keyword or symbol when it is there. */
  take(kind: 'keyword' | 'symbol', word: string): boolean {
    if (this.word !== word || this.kind !== kind) return false;
    this.next();
    return true;
  }

  /** Counts one node of the tree. */
  count(): void {
    if (++this.#nodes > LIMITS.pattern.nodes) {
      this.fail('too-many-nodes', `The pattern has more than ${LIMITS.pattern.nodes} parts.`);
    }
  }

  /** Goes one level down; each call needs its `leave`. */
  enter(): void {
    if (++this.#depth > LIMITS.pattern.depth) {
      this.fail('too-deep', `The pattern is nested more than ${LIMITS.pattern.depth} levels deep.`);
    }
  }

  leave(): void {
    this.#depth--;
  }

  note(code: PatternIssueCode, severity: Severity, message: string, at = this.start): void {
    this.issues.add(code, severity, message, at);
  }

  /** Notes an error and ends the reading. */
  fail(code: PatternIssueCode, message: string, at = this.start): never {
    this.issues.add(code, 'error', message, at);
    throw new PatternStop(code);
  }

  /** Notes when the token's content is no timestamp (§9.2, §2.16). */
  checkTimestamp(): void {
    const fault = timestampFault(this.word);
    if (fault === null) return;
    const { meaning } = TIMESTAMP_ISSUES[fault];
    this.note('timestamp-invalid', 'error', `${this.found()} is no timestamp: ${meaning}`);
  }

  /** The token as a reader sees it, for messages. */
  found(): string {
    if (this.kind === 'end') return 'the end of the pattern';
    return excerpt(this.text.slice(this.start, this.end));
  }

  #name(first: number): void {
    const { text } = this;
    const start = this.start;
    const end = nameEnd(text, start + 1);
    const literal = end === start + 1 ? LITERALS.get(first) : undefined;
    if (literal !== undefined && text.charCodeAt(end) === APOSTROPHE) {
      this.#literal(literal);
      return;
    }
    this.end = end;
    this.word = text.slice(start, end);
    this.kind = KEYWORDS.has(this.word) ? 'keyword' : 'name';
  }

  /** §9.2: h'…', b'…', t'…'. A bad one is noted; the reading goes on to find the others. */
  #literal(kind: 'hex' | 'binary' | 'timestamp'): void {
    const open = this.start + 1;
    const close = this.text.indexOf("'", open + 1);
    if (close < 0) this.fail('string-unclosed', 'The constant has no closing apostrophe.');
    const content = this.text.slice(open + 1, close);
    this.end = close + 1;
    this.kind = kind;
    this.word = content;
    if (kind === 'timestamp') this.checkTimestamp();
    else if (kind === 'hex') this.#hex(content);
    else this.#binary(content);
  }

  #hex(content: string): void {
    this.word = content.toLowerCase();
    if (!isHex(content)) {
      this.note('hex-invalid', 'error', `${this.found()} is no even number of hexadecimal digits.`);
    } else if (this.word !== content) {
      this.note('hex-case', 'warning', `${this.found()} has upper-case letters.`);
    }
  }

  #binary(content: string): void {
    this.word = withoutLineFeeds(content);
    if (!isBase64(this.word)) {
      this.note('binary-invalid', 'error', `${this.found()} is no base64 with padding.`);
    }
  }

  /** §9.2: the backslash escapes the apostrophe and itself, and nothing else. */
  #string(): void {
    const { text } = this;
    let from = this.start + 1;
    let decoded = '';
    for (let i = from; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === APOSTROPHE) {
        this.end = i + 1;
        this.kind = 'string';
        this.word = decoded === '' ? text.slice(from, i) : decoded + text.slice(from, i);
        return;
      }
      if (code !== BACKSLASH) continue;
      const escaped = text.charCodeAt(i + 1);
      if (escaped !== APOSTROPHE && escaped !== BACKSLASH) this.#badEscape(i);
      decoded += text.slice(from, i);
      from = ++i;
    }
    this.fail('string-unclosed', 'The string has no closing apostrophe.');
  }

  #badEscape(at: number): never {
    if (at + 1 >= this.text.length) {
      this.fail('string-unclosed', 'The string has no closing apostrophe.');
    }
    const char = String.fromCodePoint(this.text.codePointAt(at + 1) as number);
    this.fail('string-escape', `\\${char} is no escape: write \\\\ for a backslash.`, at);
  }

  #number(): void {
    const { text } = this;
    const first = text.charCodeAt(this.start);
    const signed = first === 0x2d || first === 0x2b;
    const digits = this.start + (signed ? 1 : 0);
    let end = digitsEnd(text, digits);
    const leadingZero = end - digits > 1 && text.charCodeAt(digits) === 0x30;
    this.kind = 'integer';
    if (text.charCodeAt(end) === 0x2e && isDigit(text.charCodeAt(end + 1))) {
      this.kind = 'float';
      end = digitsEnd(text, end + 1);
    }
    this.end = end;
    this.word = text.slice(this.start, end);
    if (first === 0x2b) {
      this.note('number-plus', 'error', `${this.found()} has a plus sign: omit it.`);
    }
    const trailing = text.charCodeAt(end);
    if (startsName(trailing) || trailing === 0x2e) {
      this.fail('number-form', `${this.found()}${text.charAt(end)} is no decimal number.`);
    }
    if (leadingZero && this.kind === 'integer') {
      this.fail('number-form', `${this.found()} has a leading zero.`);
    }
  }

  #symbol(): void {
    const { text, start } = this;
    let symbol = SYMBOLS.get(text.charCodeAt(start));
    const second = text.charCodeAt(start + 1);
    if (second === 0x3d || second === 0x3e) {
      const double = text.slice(start, start + 2);
      if (DOUBLE_SYMBOLS.has(double)) symbol = double;
    }
    if (symbol === undefined) {
      const char = String.fromCodePoint(text.codePointAt(start) as number);
      this.end = start + char.length;
      this.fail('invalid-character', `${char} has no meaning here.`);
    }
    this.end = start + symbol.length;
    this.kind = 'symbol';
    this.word = symbol;
  }

  /** §9.4: white space separates. Comments are those of the published grammar. */
  #skip(): void {
    const { text } = this;
    let at = spaceEnd(text, this.end);
    while (text.charCodeAt(at) === 0x2f) {
      const after = commentEnd(text, at);
      if (after < 0) this.fail('comment-unclosed', 'The comment has no */.', at);
      if (after === at) break;
      if (!this.#commented) this.note('comment', 'info', 'The standard defines no comments.', at);
      this.#commented = true;
      at = spaceEnd(text, after);
    }
    this.end = at;
  }
}
