/**
 * The full reader: knows every place, finds what the platform's parser hides (duplicate names,
 * rounded integers, halves of surrogate pairs). Used when the cheap pass suspects something.
 */
import type { Issue } from '../issue.ts';
import { LIMITS } from '../limits.ts';
import { type JsonIssueCode, jsonIssue } from './issue.ts';
import type { JsonOptions } from './options.ts';
import { joinPointer } from './pointer.ts';
import { LineCounter } from './position.ts';
import type { JsonValue } from './value.ts';

/** Where reading stopped for good; the issue is already noted. */
class Halt {}

const NUMBER = /-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/y;
const WORD = /[A-Za-z_$][\w$]{0,20}/y;
const LITERALS: ReadonlyMap<string, JsonValue> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
] as const);
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

/** Reads one text, once; findings lie in `issues`, in the order of the text. */
export class Reader {
  readonly issues: Issue<JsonIssueCode>[] = [];
  readonly #text: string;
  readonly #options: JsonOptions;
  /** Names and indexes from the root to the value being read. */
  readonly #place: (string | number)[] = [];
  readonly #lines: LineCounter;
  #at = 0;

  constructor(text: string, options: JsonOptions) {
    this.#text = text;
    this.#lines = new LineCounter(text);
    this.#options = options;
  }

  /** The value of the whole text; undefined when there is none, with an issue that says why. */
  read(): JsonValue | undefined {
    try {
      this.#skipSpace();
      const value = this.#value(0);
      this.#skipSpace();
      if (this.#at < this.#text.length) this.#fail('text follows the end of the value');
      return value;
    } catch (halt) {
      if (halt instanceof Halt) return undefined;
      throw halt;
    }
  }

  /** RFC 8259 §3. `depth` counts the containers around the value, and bounds this recursion. */
  #value(depth: number): JsonValue {
    const char = this.#text[this.#at];
    if (char === '{') return this.#object(this.#deeper(depth));
    if (char === '[') return this.#array(this.#deeper(depth));
    if (char === '"') return this.#string();
    if (char === '-' || (char !== undefined && char >= '0' && char <= '9')) return this.#number();
    return this.#literal();
  }

  #deeper(depth: number): number {
    const limit = Math.min(this.#options.depth ?? LIMITS.json.depth, LIMITS.json.depth);
    if (depth >= limit) this.#halt('json-depth', `More than ${limit} levels`);
    return depth + 1;
  }

  /** RFC 8259 §4. */
  #object(depth: number): JsonValue {
    const members: Record<string, JsonValue> = {};
    const limit = this.#options.keysPerObject ?? LIMITS.json.keysPerObject;
    let count = 0;
    this.#at++;
    this.#skipSpace();
    if (this.#take('}')) return members;
    do {
      this.#skipSpace();
      if (this.#text[this.#at] !== '"') this.#failName();
      const start = this.#at;
      const name = this.#string();
      if (++count > limit) this.#halt('json-keys', `More than ${limit} members`);
      this.#place.push(name);
      this.#checkName(members, name, start);
      this.#skipSpace();
      if (!this.#take(':')) this.#fail('a colon must follow the name');
      this.#skipSpace();
      setMember(members, name, this.#value(depth));
      this.#place.pop();
      this.#skipSpace();
    } while (this.#take(','));
    if (!this.#take('}')) this.#fail('a comma or } must follow the member');
    return members;
  }

  /** RFC 8259 §5. */
  #array(depth: number): JsonValue {
    const items: JsonValue[] = [];
    this.#at++;
    this.#skipSpace();
    if (this.#take(']')) return items;
    do {
      this.#skipSpace();
      if (this.#text[this.#at] === ']') this.#fail('no comma may stand before ]');
      this.#place.push(items.length);
      items.push(this.#value(depth));
      this.#place.pop();
      this.#skipSpace();
    } while (this.#take(','));
    if (!this.#take(']')) this.#fail('a comma or ] must follow the element');
    return items;
  }

  /** RFC 8259 §7. */
  #string(): string {
    const open = this.#at;
    let piece = ++this.#at;
    let value = '';
    for (;;) {
      const code = this.#text.charCodeAt(this.#at);
      if (code === 0x22) break;
      if (code === 0x5c) {
        value += this.#text.slice(piece, this.#at) + this.#escape();
        piece = this.#at;
      } else if (code < 0x20) {
        this.#fail('a control character in a string must be escaped');
      } else if (Number.isNaN(code)) {
        this.#at = open;
        this.#fail('the string has no closing quote');
      } else {
        this.#at++;
      }
    }
    value += this.#text.slice(piece, this.#at++);
    if (!value.isWellFormed()) this.#note('json-lone-surrogate', 'In a string', open);
    return value;
  }

  #escape(): string {
    const kind = this.#text[this.#at + 1] ?? '';
    const simple = ESCAPES.get(kind);
    if (simple !== undefined) {
      this.#at += 2;
      return simple;
    }
    const hex = this.#text.slice(this.#at + 2, this.#at + 6);
    if (kind !== 'u' || !/^[0-9a-fA-F]{4}$/.test(hex)) {
      this.#fail('a backslash begins one of \\" \\\\ \\/ \\b \\f \\n \\r \\t \\u and four digits');
    }
    this.#at += 6;
    return String.fromCharCode(Number.parseInt(hex, 16));
  }

  /** RFC 8259 §6. */
  #number(): number {
    const start = this.#at;
    NUMBER.lastIndex = start;
    const match = NUMBER.exec(this.#text);
    if (match === null) this.#fail('a digit must follow the minus sign');
    this.#at += match[0].length;
    const next = this.#text[this.#at];
    if (next !== undefined && /[0-9.eE+\-xX_]/.test(next)) {
      this.#fail('a number has no leading zero, a digit on both sides of its point, and no more');
    }
    const value = Number(match[0]);
    const shown = match[0].slice(0, 40);
    if (!Number.isFinite(value)) this.#note('json-number-range', shown, start);
    else if (match[1] === undefined && match[2] === undefined && !Number.isSafeInteger(value)) {
      this.#note('json-integer', shown, start);
    }
    return value;
  }

  #literal(): JsonValue {
    WORD.lastIndex = this.#at;
    const word = WORD.exec(this.#text)?.[0];
    const value = word === undefined ? undefined : LITERALS.get(word);
    if (word === undefined || value === undefined) this.#failValue(word);
    this.#at += word.length;
    return value;
  }

  #checkName(members: object, name: string, start: number): void {
    if (Object.hasOwn(members, name)) {
      this.#note('json-duplicate-key', JSON.stringify(name.slice(0, 80)), start);
    }
    if (name === '__proto__') this.#note('json-proto-key', '', start);
  }

  #skipSpace(): void {
    for (;;) {
      const code = this.#text.charCodeAt(this.#at);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
      this.#at++;
    }
  }

  #take(char: string): boolean {
    if (this.#text[this.#at] !== char) return false;
    this.#at++;
    return true;
  }

  #failName(): never {
    const char = this.#text[this.#at];
    if (char === '}') this.#fail('no comma may stand before }');
    if (char === "'") this.#fail('names stand in double quotes');
    return this.#fail('a name in double quotes must stand here');
  }

  #failValue(word: string | undefined): never {
    if (word !== undefined) this.#fail(`${word} is no JSON value`);
    const char = this.#text[this.#at];
    if (char === "'") this.#fail('strings stand in double quotes');
    if (char === '/') this.#fail('JSON has no comments');
    return this.#fail(this.#text.trim() === '' ? 'the text is empty' : 'a value must stand here');
  }

  #fail(reason: string): never {
    const found = this.#text.codePointAt(this.#at);
    const shown = found === undefined ? 'the end' : JSON.stringify(String.fromCodePoint(found));
    return this.#halt('json-syntax', `${reason}, found ${shown}`);
  }

  #halt(code: JsonIssueCode, detail: string): never {
    this.issues.length = Math.min(this.issues.length, LIMITS.json.issuesPerRecord - 1);
    this.#note(code, detail, this.#at);
    throw new Halt();
  }

  #note(code: JsonIssueCode, detail: string, at: number): void {
    if (this.issues.length >= LIMITS.json.issuesPerRecord) return;
    const { line, column } = this.#lines.position(at);
    const place = `line ${line}, column ${column}`;
    const full = detail === '' ? `At ${place}` : `${detail} at ${place}`;
    this.issues.push(jsonIssue(code, joinPointer(this.#place), full, this.#options.severities));
  }
}

/** Sets an own property whatever its name: assigning to `__proto__` would change the prototype. */
function setMember(members: Record<string, JsonValue>, name: string, value: JsonValue): void {
  if (name !== '__proto__') {
    members[name] = value;
    return;
  }
  Object.defineProperty(members, name, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}
