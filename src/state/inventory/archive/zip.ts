/**
 * The directory of a ZIP archive (APPNOTE.TXT 4.3): what is in it, and one member at a time. Sizes
 * that an archive states are bounds to be kept, never room to be made.
 */
import { LIMITS } from '../../../core/limits.ts';

export interface ZipMember {
  readonly name: string;
  /** As stated; what unpacks to more is refused. */
  readonly size: number;
  readonly method: number;
  readonly packed: number;
  readonly offset: number;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const COMMENT_MOST = 0xffff;

/** Null for what is no archive, or has more members than the bound. */
export function readZip(bytes: Uint8Array): readonly ZipMember[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end === null) return null;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > LIMITS.inventory.archiveMembers) return null;
  const decoder = new TextDecoder();
  const members: ZipMember[] = [];
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY) return null;
    const nameLength = view.getUint16(at + 28, true);
    members.push({
      name: decoder.decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return members;
}

/** The end record stands last, before a comment of at most 65,535 bytes. */
function endOf(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - END_BYTES - COMMENT_MOST);
  for (let at = view.byteLength - END_BYTES; at >= first; at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  return null;
}

export type Inflate = (bytes: Uint8Array, most: number) => Uint8Array | null;

/** The bytes of a member; null where they are damaged, encrypted, or more than stated or `most`. */
export function openMember(
  bytes: Uint8Array,
  member: ZipMember,
  most: number,
  inflate: Inflate,
): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { offset, packed, size, method } = member;
  if (size > most || offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL)
    return null;
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packed > bytes.length) return null;
  const data = bytes.subarray(start, start + packed);
  if (method === 0) return data.length === size ? data : null;
  if (method !== 8) return null;
  const opened = inflate(data, size);
  return opened !== null && opened.length === size ? opened : null;
}
