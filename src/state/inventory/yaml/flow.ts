/** Flow collections of YAML: `{a: 1, b: [x, y]}`, on one line or over several. */
import type { JsonValue } from '../../../core/json/value.ts';
import { doubleQuoted, MOST_FLOW_CHARS, plainValue, singleQuoted, YamlFault } from './scalar.ts';

/** What is not closed yet: a sequence, or a mapping with the key that waits for its value. */
interface Open {
  readonly list: JsonValue[] | null;
  readonly mapping: Record<string, JsonValue> | null;
  key: string | null;
  /** A value has come since the last comma. */
  filled: boolean;
}

/** Reads on where it stopped when more text comes; nesting is a stack, not recursion. */
export class FlowReader {
  readonly #line: number;
  readonly #most: number;
  readonly #open: Open[] = [];
  #text: string;
  #at = 0;
  #length: number;
  nodes = 0;

  constructor(text: string, line: number, depth: number) {
    this.#text = text;
    this.#line = line;
    this.#most = depth;
    this.#length = text.length;
  }

  more(text: string): void {
    this.#text = text;
    this.#at = 0;
    this.#length += text.length;
    if (this.#length > MOST_FLOW_CHARS) this.#stop('is longer than the bound', 'inventory-size');
  }

  /** The value, once its end is read; undefined where the text ends before. */
  read(): { readonly value: JsonValue } | undefined {
    this.nodes = 0;
    for (;;) {
      this.#skip();
      const sign = this.#text[this.#at];
      if (sign === undefined) return undefined;
      const closed = this.#sign(sign);
      if (closed === undefined) continue;
      const behind = this.#text.slice(this.#at).trim();
      if (behind !== '' && !behind.startsWith('#')) this.#stop('has text behind its end');
      return { value: closed };
    }
  }

  /** Takes one sign or scalar; gives the whole where it closes the outermost. */
  #sign(sign: string): JsonValue | undefined {
    if (sign === '{' || sign === '[') {
      if (this.#open.length >= this.#most) this.#stop('is nested too deep', 'inventory-size');
      const mapping = sign === '{' ? (Object.create(null) as Record<string, JsonValue>) : null;
      this.#open.push({ list: mapping === null ? [] : null, mapping, key: null, filled: false });
      this.#at++;
      return undefined;
    }
    if (sign === '}' || sign === ']') return this.#close(sign);
    if (sign === ',') {
      this.#at++;
      this.#comma();
      return undefined;
    }
    this.#scalar(sign);
    return undefined;
  }

  #close(sign: string): JsonValue | undefined {
    const closed = this.#open.pop();
    if (closed === undefined || (sign === ']') !== (closed.list !== null))
      this.#stop('closes wrong');
    if (closed?.mapping != null && closed.key !== null && !closed.filled) {
      closed.mapping[closed.key] = null;
    }
    this.#at++;
    const value = closed?.list ?? closed?.mapping ?? null;
    if (this.#open.length === 0) return value;
    this.#put(value);
    return undefined;
  }

  #comma(): void {
    const open = this.#open.at(-1);
    if (open?.mapping != null && open.key !== null && !open.filled) open.mapping[open.key] = null;
    if (open !== undefined) {
      open.key = null;
      open.filled = false;
    }
  }

  #scalar(sign: string): void {
    const rest = this.#text.slice(this.#at);
    const quoted =
      sign === '"'
        ? doubleQuoted(rest, this.#line)
        : sign === "'"
          ? singleQuoted(rest, this.#line)
          : null;
    const open = this.#open.at(-1);
    const key = open?.mapping != null && open.key === null;
    if (quoted !== null) this.#at += quoted.end;
    const plain = quoted === null ? this.#plain(key) : '';
    if (!key) {
      this.#put(quoted?.value ?? plainValue(plain.trim(), this.#line));
      return;
    }
    this.#skip();
    if (this.#text[this.#at] === ':') this.#at++;
    if (open === undefined) return;
    const name = quoted?.value ?? plain.trim();
    if (open.mapping !== null && Object.hasOwn(open.mapping, name)) this.#stop('gives a key twice');
    open.key = name;
  }

  /** Up to a sign that ends it; a colon belongs to it unless a blank follows. */
  #plain(key: boolean): string {
    const end = key ? /[,[\]{}]|:(?=[\s,[\]{}]|$)/g : /[,[\]{}]/g;
    end.lastIndex = this.#at;
    const match = end.exec(this.#text);
    const stop = match?.index ?? this.#text.length;
    if (stop === this.#at) this.#stop('has a sign where a value should be');
    const text = this.#text.slice(this.#at, stop);
    this.#at = stop;
    return text;
  }

  #put(value: JsonValue): void {
    this.nodes++;
    const open = this.#open.at(-1);
    if (open === undefined || open.filled) this.#stop('lacks a comma');
    if (open?.list != null) {
      open.list.push(value);
      open.filled = true;
    } else if (open?.mapping != null && open.key !== null) {
      open.mapping[open.key] = value;
      open.filled = true;
    }
  }

  #skip(): void {
    while (this.#text[this.#at] === ' ' || this.#text[this.#at] === '\t') this.#at++;
    if (this.#text[this.#at] === '#') this.#at = this.#text.length;
  }

  #stop(what: string, code: 'inventory-syntax' | 'inventory-size' = 'inventory-syntax'): never {
    throw new YamlFault(this.#line, `The collection of line ${this.#line} ${what}`, code);
  }
}
