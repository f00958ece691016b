import { createHash, hash } from 'node:crypto';

/** SHA-256 over the parts in order, 32 bytes. */
export function sha256(...parts: readonly (Uint8Array | string)[]): Buffer {
  const [only] = parts;
  // One call into the engine instead of three, for what is hashed most often.
  if (parts.length === 1 && only !== undefined) return hash('sha256', only, 'buffer');
  const whole = createHash('sha256');
  for (const part of parts) whole.update(part);
  return whole.digest();
}
