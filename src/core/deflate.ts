/** Deflate (RFC 1951) in whole pieces of known size. */
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';

/** Between speed and size. */
const LEVEL = 4;

export function deflated(bytes: Uint8Array): Uint8Array {
  return deflateRawSync(bytes, { level: LEVEL });
}

/** Exactly `size` bytes; null where the piece is damaged, or holds fewer or more. */
export function inflated(bytes: Uint8Array, size: number): Uint8Array | null {
  try {
    const whole = inflateRawSync(bytes, { maxOutputLength: Math.max(1, size) });
    return whole.length === size ? whole : null;
  } catch {
    return null;
  }
}

/** CRC-32 (ISO 3309), as ZIP and gzip have it. */
export function checksum(bytes: Uint8Array): number {
  return crc32(bytes);
}
