/** Bytes of a streamed document to text, in pieces of whole characters. */
import {
  DECLARATION_BYTES,
  decoderOf,
  detectEncoding,
  wholeCharacters,
  type XmlEncoding,
} from './encoding.ts';
import type { XmlIssueCode } from './issue.ts';

/** Some text and the bytes that are exactly this text. */
export interface DecodedPiece {
  readonly text: string;
  readonly bytes: Uint8Array;
  /** Bytes before it, the byte order mark included. */
  readonly byteStart: number;
}

/** Bytes decoded at once: what a bound can be overstepped by. */
export const PIECE_BYTES = 64 * 1024;

type Refuse = (code: XmlIssueCode, detail: string) => void;

/** Collects bytes until the encoding is known, then decodes them as they come. */
export class Decoding {
  readonly #charset: string | undefined;
  readonly #refuse: Refuse;
  #encoding: XmlEncoding | null = null;
  #mark = 0;
  #decode: (bytes: Uint8Array) => string | null = () => null;
  #pending: Uint8Array = new Uint8Array(0);
  #byteStart = 0;

  /** `refuse` is told of each finding. */
  constructor(charset: string | undefined, refuse: Refuse) {
    this.#charset = charset;
    this.#refuse = refuse;
  }

  /** The encoding, once enough bytes have come. */
  get encoding(): XmlEncoding | null {
    return this.#encoding;
  }

  /** Bytes of the byte order mark. */
  get mark(): number {
    return this.#mark;
  }

  /** The text that is whole with these bytes. Stops early when `refuse` raises. */
  *push(bytes: Uint8Array): Generator<DecodedPiece> {
    let rest = bytes;
    if (this.#encoding === null) {
      rest = this.#pending.length === 0 ? bytes : concat(this.#pending, bytes);
      this.#pending = new Uint8Array(0);
      if (rest.length < DECLARATION_BYTES * 2) {
        this.#pending = rest.slice();
        return;
      }
      rest = this.#begin(rest);
    }
    for (let at = 0; at < rest.length; at += PIECE_BYTES) {
      const piece = rest.subarray(at, at + PIECE_BYTES);
      const joined = this.#pending.length === 0 ? piece : concat(this.#pending, piece);
      const whole = wholeCharacters(this.#encoding as XmlEncoding, joined);
      this.#pending = joined.slice(whole);
      if (whole > 0) yield this.#text(joined.subarray(0, whole));
    }
  }

  /** The rest, which must be whole characters. */
  *end(): Generator<DecodedPiece> {
    const rest = this.#encoding === null ? this.#begin(this.#pending) : this.#pending;
    this.#pending = new Uint8Array(0);
    if (rest.length > 0) yield this.#text(rest);
  }

  #begin(head: Uint8Array): Uint8Array {
    const found = detectEncoding(head, this.#charset);
    for (const [code, detail] of found.issues) this.#refuse(code, detail);
    this.#encoding = found.encoding;
    this.#mark = found.mark;
    this.#byteStart = found.mark;
    this.#decode = decoderOf(found.encoding);
    return head.subarray(found.mark);
  }

  #text(bytes: Uint8Array): DecodedPiece {
    const text = this.#decode(bytes);
    if (text === null) this.#refuse('xml-encoding', `Bytes are not ${this.#encoding}`);
    const piece = { text: text ?? '', bytes, byteStart: this.#byteStart };
    this.#byteStart += bytes.length;
    return piece;
  }
}

function concat(first: Uint8Array, second: Uint8Array): Uint8Array {
  const joined = new Uint8Array(first.length + second.length);
  joined.set(first);
  joined.set(second, first.length);
  return joined;
}
