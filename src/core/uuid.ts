/** UUIDs (RFC 9562, which replaces RFC 4122). */
import { sha1 } from './sha1.ts';

/** RFC 9562 §4.1; `nil` and `max` (§5.9, §5.10) have no variant of their own. */
export type UuidVariant = 'ncs' | 'rfc9562' | 'microsoft' | 'future' | 'nil' | 'max';

/** A UUID that was read. */
export interface Uuid {
  /** Exactly as written. */
  readonly text: string;
  /** Lower-case form, which is how RFC 9562 §4 says to write it. */
  readonly canonical: string;
  readonly variant: UuidVariant;
  /** 1 to 8 in the variant of RFC 9562 (0 and 9 to 15 are not assigned); 0 in other variants. */
  readonly version: number;
}

const FORM = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const NIL = '00000000-0000-0000-0000-000000000000';
const MAX = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** Reads a UUID in the hyphenated form, in either case; null when it is none. */
export function parseUuid(text: string): Uuid | null {
  if (text.length !== 36 || !FORM.test(text)) return null;
  const canonical = text.toLowerCase();
  const variant = variantOf(canonical);
  const version = variant === 'rfc9562' ? hexDigit(canonical, 14) : 0;
  return { text, canonical, variant, version };
}

/** True for a UUID of the variant of RFC 9562 with an assigned version (1 to 8). */
export function isUuid(text: string): boolean {
  const version = parseUuid(text)?.version ?? 0;
  return version >= 1 && version <= 8;
}

/** UUIDv5 (RFC 9562 §5.5) of a name, as UTF-8, in a namespace, which must be a UUID. */
export function uuidV5(namespace: string, name: string | Uint8Array): string {
  const bytes = typeof name === 'string' ? new TextEncoder().encode(name) : name;
  const input = new Uint8Array(16 + bytes.length);
  input.set(uuidBytes(namespace));
  input.set(bytes, 16);
  const id = sha1(input).subarray(0, 16);
  id[6] = ((id[6] ?? 0) & 0x0f) | 0x50;
  id[8] = ((id[8] ?? 0) & 0x3f) | 0x80;
  return formatUuid(id);
}

/** A new random UUIDv4 (RFC 9562 §5.4). */
export function randomUuid(): string {
  return globalThis.crypto.randomUUID();
}

/** The 16 bytes of a UUID; throws a RangeError on anything else, which is wrong use. */
export function uuidBytes(uuid: string): Uint8Array {
  if (parseUuid(uuid) === null) throw new RangeError(`not a UUID: ${uuid.slice(0, 80)}`);
  const hex = uuid.replaceAll('-', '');
  return Uint8Array.from({ length: 16 }, (_, i) =>
    Number.parseInt(hex.slice(i * 2, i * 2 + 2), 16),
  );
}

/** Lower-case text of 16 bytes. */
export function formatUuid(bytes: Uint8Array): string {
  let hex = '';
  for (const byte of bytes) hex += HEX[byte];
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20)];
  return `${parts.join('-')}-${hex.slice(20, 32)}`;
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

function hexDigit(text: string, at: number): number {
  return Number.parseInt(text.charAt(at), 16);
}

/** §4.1 table 1: the most significant bits of octet 8. */
function variantOf(canonical: string): UuidVariant {
  if (canonical === NIL) return 'nil';
  if (canonical === MAX) return 'max';
  const bits = hexDigit(canonical, 19);
  if (bits < 8) return 'ncs';
  if (bits < 12) return 'rfc9562';
  return bits < 14 ? 'microsoft' : 'future';
}
