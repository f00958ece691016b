/**
 * The skeleton of a parcel: the bytes around its records, kept per chunk so that memory stays
 * flat. With the records it reassembles to the delivery, byte for byte.
 */
import { CybexError } from '../core/error.ts';

export interface Skeleton {
  /** Bytes before each item of the chunk, in order. */
  readonly gaps: readonly Uint8Array[];
  /** Bytes after the last item; only in the last chunk of a parcel. */
  readonly closing?: Uint8Array;
}

/** Count, then each gap with its length; a closing gap is one more. Lengths are LEB128. */
export function encodeSkeleton(skeleton: Skeleton): Uint8Array {
  const parts = [...skeleton.gaps];
  if (skeleton.closing !== undefined) parts.push(skeleton.closing);
  const header: number[] = [];
  pushNumber(header, skeleton.gaps.length);
  for (const part of parts) pushNumber(header, part.length);
  const size = parts.reduce((sum, part) => sum + part.length, header.length + 1);
  const bytes = new Uint8Array(size);
  bytes[0] = skeleton.closing === undefined ? 0 : 1;
  bytes.set(header, 1);
  let at = header.length + 1;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** Throws CybexError `internal` when the bytes are not what `encodeSkeleton` gave. */
export function decodeSkeleton(bytes: Uint8Array): Skeleton {
  const closed = bytes[0] === 1;
  const cursor = { at: 1 };
  const count = readNumber(bytes, cursor);
  const lengths: number[] = [];
  for (let i = 0; i < count + (closed ? 1 : 0); i++) lengths.push(readNumber(bytes, cursor));
  const parts = lengths.map((length) => {
    const part = bytes.subarray(cursor.at, cursor.at + length);
    if (part.length !== length) throw damaged();
    cursor.at += length;
    return part;
  });
  if (cursor.at !== bytes.length) throw damaged();
  const closing = closed ? parts.pop() : undefined;
  return closing === undefined ? { gaps: parts } : { gaps: parts, closing };
}

function pushNumber(into: number[], value: number): void {
  let rest = value;
  while (rest > 0x7f) {
    into.push((rest % 0x80) | 0x80);
    rest = Math.floor(rest / 0x80);
  }
  into.push(rest);
}

function readNumber(bytes: Uint8Array, cursor: { at: number }): number {
  let value = 0;
  for (let scale = 1; scale <= 2 ** 42; scale *= 0x80) {
    const byte = bytes[cursor.at++];
    if (byte === undefined) break;
    value += (byte & 0x7f) * scale;
    if (byte < 0x80) return value;
  }
  throw damaged();
}

function damaged(): CybexError {
  return new CybexError('internal', 'the skeleton of a parcel is damaged', {
    remedy: 'Restore the store from a backup.',
  });
}
