/** How an object is found by its id. */
import { sha256 } from '../../core/digest.ts';

/** 48 bits of the id's SHA-256: ids that share it only share a place in the index. */
export function objectHash(id: string): number {
  return sha256(id).readUIntBE(0, 6);
}
