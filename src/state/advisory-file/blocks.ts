/** Runs of records, deflated: small enough to read few bytes for one record. */
import { deflated, inflated } from '../../core/deflate.ts';
import { sha256 } from '../../core/digest.ts';
import { BLOCK_BYTES, BLOCK_DIGEST_BYTES } from './format.ts';

/** Text of a block from which on it is closed; a longer record has a block of its own. */
export const BLOCK_TEXT_BYTES = 16 * 1024;

export interface Block {
  readonly offset: number;
  readonly bytes: number;
  readonly text: number;
  readonly digest: Uint8Array;
}

export function deflateBlock(text: Uint8Array): {
  readonly bytes: Uint8Array;
  readonly digest: Uint8Array;
} {
  const bytes = deflated(text);
  return { bytes, digest: digestOf(bytes) };
}

/** The text of a block; null where its bytes are not those that were written. */
export function inflateBlock(
  bytes: Uint8Array,
  { text, digest, bytes: length }: Block,
): Uint8Array | null {
  if (bytes.length !== length || !digestOf(bytes).equals(digest)) return null;
  return inflated(bytes, text);
}

function digestOf(bytes: Uint8Array): Buffer {
  return sha256(bytes).subarray(0, BLOCK_DIGEST_BYTES);
}

export function encodeBlocks(blocks: readonly Block[]): Uint8Array {
  const table = new Uint8Array(blocks.length * BLOCK_BYTES);
  const view = new DataView(table.buffer);
  for (const [i, { offset, bytes, text, digest }] of blocks.entries()) {
    const at = i * BLOCK_BYTES;
    view.setFloat64(at, offset, true);
    view.setUint32(at + 8, bytes, true);
    view.setUint32(at + 12, text, true);
    table.set(digest, at + 16);
  }
  return table;
}

export function decodeBlock(table: Uint8Array, index: number): Block {
  const at = index * BLOCK_BYTES;
  const view = new DataView(table.buffer, table.byteOffset + at, BLOCK_BYTES);
  return {
    offset: view.getFloat64(0, true),
    bytes: view.getUint32(8, true),
    text: view.getUint32(12, true),
    digest: table.subarray(at + 16, at + 16 + BLOCK_DIGEST_BYTES),
  };
}
