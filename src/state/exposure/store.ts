/**
 * Statements by their keys, small: bodies lie as text in large buffers and are read when they are
 * asked, and what was asked stays read. A component costs what is said of it, not what there is.
 */
import type { JsonObject } from '../../core/json/index.ts';
import type { ReadRecord, RecordHead, Statement, StatementKind } from './statement.ts';

const KINDS: readonly StatementKind[] = ['osv', 'cve', 'nvd', 'csaf'];

/** A statement as it is asked. */
export interface Stored {
  /** Number of its record. */
  readonly record: number;
  readonly kind: StatementKind;
  readonly body: JsonObject;
  /** What was worked out of the body, once. */
  compiled: unknown;
}

/** Statements that stay read; more are read again when they are asked again. */
const KEPT = 200_000;

export class StatementStore {
  readonly #texts = new Texts();
  /** By statement: its record with its kind in the last two bits, and its text. */
  readonly #record = new Numbers();
  readonly #text = new Numbers();
  /** By posting: its statement, and the posting before it under the same key; 0 is none. */
  readonly #statement = new Numbers();
  readonly #before = new Numbers();
  readonly #last = new Map<string, number>();
  /** By record: the text of its head; whether it still speaks. */
  readonly #head = new Numbers();
  /** By record: its first statement. */
  readonly #first = new Numbers();
  readonly #live: boolean[] = [];
  readonly #read = new Map<number, Stored>();
  readonly #heads = new Map<number, RecordHead>();

  /** Number of statements, those of replaced records included. */
  get size(): number {
    return this.#record.length;
  }

  get keys(): number {
    return this.#last.size;
  }

  /** Bytes of texts and tables, without the keys. */
  get bytes(): number {
    const tables = [this.#record, this.#text, this.#statement, this.#before, this.#head];
    return this.#texts.bytes + tables.reduce((sum, { bytes }) => sum + bytes, 0);
  }

  /** Adds a record; the number by which it can be taken back. */
  add({ head, statements }: Pick<ReadRecord, 'head' | 'statements'>): number {
    const number = this.#live.push(true) - 1;
    this.#head.push(this.#texts.add(JSON.stringify(head)));
    this.#first.push(this.#record.length);
    for (const statement of statements) this.#addStatement(number, statement);
    return number;
  }

  remove(record: number): void {
    this.#live[record] = false;
  }

  headOf(record: number): RecordHead {
    let head = this.#heads.get(record);
    if (head === undefined) {
      head = JSON.parse(this.#texts.at(this.#head.at(record))) as RecordHead;
      if (this.#heads.size >= KEPT) this.#heads.clear();
      this.#heads.set(record, head);
    }
    return head;
  }

  /** Calls back for every statement of a record. */
  eachOf(record: number, visit: (number: number, statement: Stored) => void): void {
    const end = record + 1 < this.#first.length ? this.#first.at(record + 1) : this.#record.length;
    for (let number = this.#first.at(record); number < end; number++) {
      visit(number, this.#stored(number));
    }
  }

  /** Calls back for every statement under the key whose record still speaks. */
  each(key: string, visit: (number: number, statement: Stored) => void): void {
    let posting = this.#last.get(key) ?? 0;
    for (; posting !== 0; posting = this.#before.at(posting - 1)) {
      const number = this.#statement.at(posting - 1);
      if (this.#live[this.#record.at(number) >>> 2] === true) visit(number, this.#stored(number));
    }
  }

  #addStatement(record: number, { kind, keys, body }: Statement): void {
    const number = this.#record.length;
    this.#record.push((record << 2) | KINDS.indexOf(kind));
    this.#text.push(this.#texts.add(JSON.stringify(body)));
    for (const key of new Set(keys)) {
      this.#statement.push(number);
      this.#before.push(this.#last.get(key) ?? 0);
      this.#last.set(key, this.#statement.length);
    }
  }

  #stored(number: number): Stored {
    let stored = this.#read.get(number);
    if (stored === undefined) {
      const packed = this.#record.at(number);
      stored = {
        record: packed >>> 2,
        kind: KINDS[packed & 3] as StatementKind,
        body: JSON.parse(this.#texts.at(this.#text.at(number))) as JsonObject,
        compiled: undefined,
      };
      if (this.#read.size >= KEPT) this.#read.clear();
      this.#read.set(number, stored);
    }
    return stored;
  }
}

/** Whole numbers below 2^32, in one buffer that grows by half. */
class Numbers {
  #values = new Uint32Array(64);
  length = 0;

  get bytes(): number {
    return this.#values.byteLength;
  }

  push(value: number): void {
    if (this.length === this.#values.length) {
      const larger = new Uint32Array(Math.ceil(this.length * 1.5));
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.length++] = value;
  }

  at(index: number): number {
    return this.#values[index] as number;
  }
}

const BLOCK = 1 << 24;

/** Texts in blocks of bytes; a text that is longer than a block has one of its own. */
class Texts {
  readonly #blocks: Uint8Array[] = [];
  #used = BLOCK;
  #count = 0;
  /** By text: its block, where it begins there, how long it is. */
  readonly #block = new Numbers();
  readonly #start = new Numbers();
  readonly #length = new Numbers();
  readonly #encoder = new TextEncoder();
  readonly #decoder = new TextDecoder();

  get bytes(): number {
    const tables = this.#block.bytes + this.#start.bytes + this.#length.bytes;
    return this.#blocks.reduce((sum, { length }) => sum + length, tables);
  }

  add(text: string): number {
    const most = text.length * 3;
    if (most > BLOCK - this.#used) {
      this.#blocks.push(new Uint8Array(Math.max(BLOCK, most)));
      this.#used = 0;
    }
    const block = this.#blocks.length - 1;
    const room = (this.#blocks[block] as Uint8Array).subarray(this.#used);
    const { written } = this.#encoder.encodeInto(text, room);
    this.#block.push(block);
    this.#start.push(this.#used);
    this.#length.push(written);
    this.#used += written;
    return this.#count++;
  }

  at(number: number): string {
    const start = this.#start.at(number);
    const block = this.#blocks[this.#block.at(number)] as Uint8Array;
    return this.#decoder.decode(block.subarray(start, start + this.#length.at(number)));
  }
}
