/**
 * Cuts a delivery of any size into its records without reading it whole: the elements of one
 * member of the object at the root (`objects` of a STIX bundle or a TAXII envelope), the elements
 * of an array at the root, or the lone object at the root.
 */
import type { ByteSource } from '../codec.ts';
import type { Issue } from '../issue.ts';
import { Cutter } from './cutter.ts';
import type { JsonIssueCode } from './issue.ts';
import type { Guard } from './scan.ts';
import type { JsonValue } from './value.ts';

/**
 * One piece, in order. All `gap` and `bytes` one after the other are the delivery, byte for byte.
 * They are views into the source's chunks where possible: a source must not overwrite a chunk
 * that it has given.
 */
export type CutPiece = CutElement | CutGap | CutEnd;

/** A record. Whether it is JSON at all is for `readJson(bytes, options, guard)` to say. */
export interface CutElement {
  readonly kind: 'element';
  /** Bytes since the piece before. */
  readonly gap: Uint8Array;
  readonly bytes: Uint8Array;
  /** JSON pointer in the delivery, e.g. `/objects/3`; empty for the lone object. */
  readonly path: string;
  /** Facts of the pass that cut it, so that the reader need not scan again. */
  readonly guard: Guard;
}

/** Bytes that belong to no record: a long gap, or (with an issue) a record over the bound. */
export interface CutGap {
  readonly kind: 'gap';
  readonly gap: Uint8Array;
  /** Of the record over the bound; empty for a gap. */
  readonly path: string;
  readonly issues: readonly Issue<JsonIssueCode>[];
}

/** The last piece. */
export interface CutEnd {
  readonly kind: 'end';
  readonly gap: Uint8Array;
  /** `none` where there was no value, or one that broke before its shape could be known. */
  readonly shape: 'member' | 'array' | 'lone' | 'none';
  /** Elements found, those over the bound included. */
  readonly elements: number;
  /** The members of the object at the root but the list, as far as LIMITS.json lets them be read. */
  readonly members: ReadonlyMap<string, JsonValue>;
  /** Findings outside the records: broken or truncated text, duplicate members, encoding. */
  readonly issues: readonly Issue<JsonIssueCode>[];
}

/** What to cut at, and how long a record may be. */
export interface CutOptions {
  /** Member of the object at the root that holds the records; default `objects`. */
  readonly member?: string;
  /** Longest record; default LIMITS.json.recordBytes. */
  readonly recordBytes?: number;
}

/** Cuts a stream. Memory holds one chunk of the source and at most one record. */
export async function* cutJson(
  source: ByteSource,
  options: CutOptions = {},
): AsyncGenerator<CutPiece, void, undefined> {
  const cutter = new Cutter(options);
  for await (const chunk of source) {
    for (const piece of cutter.push(chunk)) yield piece;
  }
  for (const piece of cutter.end()) yield piece;
}

/** Cuts what is in memory already. */
export function cutBytes(bytes: Uint8Array, options: CutOptions = {}): CutPiece[] {
  const cutter = new Cutter(options);
  return [...cutter.push(bytes), ...cutter.end()];
}
