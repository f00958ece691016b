/** Where things stand in a streamed document: line, column, and the byte they begin at. */
import { characterAt, type XmlEncoding } from './encoding.ts';

/** A place in a document. */
export interface XmlPlace {
  /** From 1; LF, CR LF and CR end a line (XML 1.0 §2.11). */
  readonly line: number;
  /** From 1, in UTF-16 code units. */
  readonly column: number;
  /** Bytes before the place, a byte order mark included; for a text input, code units. */
  readonly byte: number;
}

interface Chunk {
  /** UTF-16 code units before the chunk. */
  readonly start: number;
  readonly text: string;
  /** Bytes before the chunk. */
  readonly byteStart: number;
  readonly bytes: Uint8Array | null;
  /** Whether it has a CR: rare, and then every character is looked at. */
  readonly carriages: boolean;
  /** Index behind the LF found last. */
  feed: number;
}

/**
 * Gives places for ascending offsets in a text that arrives in chunks, holding only the chunks
 * that offsets may still fall into. A document in ASCII costs no walk.
 */
export class Places {
  readonly #encoding: XmlEncoding;
  readonly #chunks: Chunk[] = [];
  #line = 1;
  #lineStart = 0;
  #lineAt = 0;
  #byte: number;
  #byteAt = 0;

  /** `mark` are the bytes of the byte order mark. */
  constructor(encoding: XmlEncoding, mark: number) {
    this.#encoding = encoding;
    this.#byte = mark;
  }

  /** Takes the next chunk: its text and the bytes that this text is; null for a text input. */
  push(text: string, start: number, bytes: Uint8Array | null, byteStart: number): void {
    const carriages = text.includes('\r');
    this.#chunks.push({ start, text, byteStart, bytes, carriages, feed: 0 });
  }

  /** The code unit at `offset`; NaN where it is no longer held. */
  codeAt(offset: number): number {
    const chunk = this.#chunks.find(({ start, text }) => offset < start + text.length);
    return chunk === undefined ? Number.NaN : chunk.text.charCodeAt(offset - chunk.start);
  }

  /** The place of the code unit at `offset`; offsets are asked for in ascending order. */
  at(offset: number): XmlPlace {
    for (let head = this.#chunks[0]; head !== undefined; head = this.#chunks[0]) {
      const end = head.start + head.text.length;
      const to = Math.min(offset, end);
      this.#countLines(head, to);
      this.#countBytes(head, to);
      if (offset < end || this.#chunks.length === 1) break;
      this.#chunks.shift();
    }
    return { line: this.#line, column: offset - this.#lineStart + 1, byte: this.#byte };
  }

  #countLines(chunk: Chunk, to: number): void {
    const { text, start } = chunk;
    const end = to - start;
    for (let at = this.#lineAt - start; at < end; ) {
      const next = chunk.carriages ? breakIn(text, at, end) : this.#nextFeed(chunk, at);
      if (next > end) break;
      this.#line++;
      this.#lineStart = start + next;
      at = next;
    }
    this.#lineAt = Math.max(this.#lineAt, to);
  }

  /** Index behind the next LF; remembered, so that a long line is searched once. */
  #nextFeed(chunk: Chunk, at: number): number {
    if (chunk.feed <= at) {
      const feed = chunk.text.indexOf('\n', at);
      chunk.feed = feed === -1 ? Number.POSITIVE_INFINITY : feed + 1;
    }
    return chunk.feed;
  }

  #countBytes({ bytes, start, text, byteStart }: Chunk, to: number): void {
    if (bytes === null || bytes.length === text.length) {
      this.#byte = byteStart + (to - start);
      this.#byteAt = to;
      return;
    }
    if (this.#byteAt <= start) {
      this.#byteAt = start;
      this.#byte = byteStart;
    }
    while (this.#byteAt < to) {
      const step = characterAt(this.#encoding, bytes, this.#byte - byteStart);
      this.#byte += step.bytes;
      this.#byteAt += step.units;
    }
  }
}

/** Index behind the next line end between `from` and `end`; beyond `end` without one. */
function breakIn(text: string, from: number, end: number): number {
  for (let at = from; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x0a || (code === 0x0d && text.charCodeAt(at + 1) !== 0x0a)) return at + 1;
  }
  return end + 1;
}
