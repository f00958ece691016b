/** How a format enters the house. Adding a format is one folder with a codec and one line in flow. */
import type { Issue } from './issue.ts';
import type { DecodedRecord } from './record.ts';

/** Bytes in pieces of any size. */
export type ByteSource = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** One piece of a delivery, in order: `gap` bytes belong to the skeleton, `record` bytes to a record. */
export interface Piece {
  /** Bytes between the previous record's end and this record's start, exactly. */
  readonly gap: Uint8Array;
  /** The record's exact bytes; absent in a piece that carries only skeleton, as the last one does. */
  readonly bytes?: Uint8Array;
  /** JSON pointer of the record in the delivery, e.g. `/objects/3`. */
  readonly path: string;
  /** Decoded record, absent when it cannot be one (no id, no type, not JSON). */
  readonly record?: DecodedRecord;
  /** Findings on this record, paths from the record's own root. An error means: not accepted. */
  readonly issues: readonly Issue[];
}

export interface CodecOptions {
  /** Findings on SHOULD clauses become errors. */
  readonly strict?: boolean;
  /**
   * Keep records whose only errors are ones that nothing in the house rests on: these become
   * warnings. For published catalogues, which have such errors; not together with `strict`.
   */
  readonly tolerant?: boolean;
  /** Names of optional checks switched off or on. */
  readonly disabled?: readonly string[];
  readonly enabled?: readonly string[];
}

/** How a format is called and recognised: light, so that what reads it is loaded when it comes. */
export interface FormatSign {
  readonly format: string;
  readonly mediaTypes: readonly string[];
  /** Recognises the format from the first bytes (at most 4096); 0 no … 1 sure. */
  readonly sniff: (head: Uint8Array) => number;
}

export interface Codec extends FormatSign {
  /**
   * Cuts a delivery into pieces that reassemble to it byte for byte, decoding and checking each
   * record on the way. Never throws on input; memory does not grow with the input. Issues of the
   * delivery as a whole (a broken bundle, say) come in the last piece.
   */
  records(source: ByteSource, options?: CodecOptions): AsyncIterable<Piece>;
}
