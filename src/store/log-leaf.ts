/**
 * Leaves of the transparency log (trust.md R27): salted commitments, written in the transaction of
 * what they witness and in the order of positions. A changed label, an edit of white space or a
 * silent erasure no longer fits its leaf.
 */
import type { Micros } from '../core/clock.ts';
import { sha256 } from '../core/digest.ts';

export const LEAF_KINDS = [
  'record',
  'relabel',
  'release',
  'rule',
  'erasure',
  'key',
  'break-glass',
  'removal',
] as const;
export type LeafKind = (typeof LEAF_KINDS)[number];

/** What a leaf commits to. What does not apply to a kind is left out and stands as zeros. */
export interface Leaf {
  readonly kind: LeafKind;
  /** 32 random bytes; erased with the record, so that the leaf no longer tells anything of it. */
  readonly salt: Uint8Array;
  /** SHA-256 of the exact bytes; for `rule`, of the JSON of the change. */
  readonly bytesDigest?: Uint8Array;
  readonly contentDigest?: Uint8Array;
  /** The 16 bytes of the collection's id. */
  readonly collection?: Uint8Array;
  readonly labelDigest?: Uint8Array;
  /** Policy epoch in force. */
  readonly policy: number;
  /** The 16 bytes of the parcel's id: its digest is not known before it is closed. */
  readonly parcel?: Uint8Array;
  readonly position: Micros;
}

const VERSION = 1;
/** RFC 9162 §2.1.1: a leaf is hashed with 0x00 before it, a node of the tree with 0x01. */
const LEAF_PREFIX = 0x00;
const SIZE = 3 + 32 + 32 + 32 + 16 + 32 + 8 + 16 + 8;

/** SHA-256 of the leaf, 32 bytes. */
export function leafHash(leaf: Leaf): Uint8Array {
  const input = Buffer.alloc(SIZE);
  input[0] = LEAF_PREFIX;
  input[1] = VERSION;
  input[2] = LEAF_KINDS.indexOf(leaf.kind);
  input.set(leaf.salt, 3);
  if (leaf.bytesDigest !== undefined) input.set(leaf.bytesDigest, 35);
  if (leaf.contentDigest !== undefined) input.set(leaf.contentDigest, 67);
  if (leaf.collection !== undefined) input.set(leaf.collection, 99);
  if (leaf.labelDigest !== undefined) input.set(leaf.labelDigest, 115);
  input.writeBigUInt64BE(BigInt(leaf.policy), 147);
  if (leaf.parcel !== undefined) input.set(leaf.parcel, 155);
  input.writeBigUInt64BE(BigInt(leaf.position), 171);
  return sha256(input);
}
