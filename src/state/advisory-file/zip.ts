/** ZIP archives as advisories are published in them (APPNOTE 6.3.10): entries one after the other. */
import { checksum, inflated } from '../../core/deflate.ts';
import { LIMITS } from '../../core/limits.ts';
import type { ByteSource } from './format.ts';

export type ZipEntry =
  | { readonly name: string; readonly bytes: Uint8Array; readonly fault: null }
  | { readonly name: string; readonly bytes: null; readonly fault: string };

const END = 0x06054b50;
const END64_LOCATOR = 0x07064b50;
const END64 = 0x06064b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const COMMENT_BYTES = 0xffff;
const UNKNOWN_32 = 0xffffffff;
const UNKNOWN_16 = 0xffff;
/** Larger directories are none of advisories. */
const DIRECTORY_BYTES = 1024 * 1024 * 1024;

/**
 * Files of the archive in the order of its directory. An entry that is encrypted, cut, of another
 * method, or larger than a document may be has a fault in words; a text that is no archive is one
 * entry without a name.
 */
export function* zipEntries(source: ByteSource): Generator<ZipEntry> {
  const directory = directoryOf(source);
  if (directory === null) {
    yield { name: '', bytes: null, fault: 'It is no ZIP archive, or it is cut.' };
    return;
  }
  const view = viewOf(directory);
  let at = 0;
  while (at + 46 <= directory.length && view.getUint32(at, true) === CENTRAL) {
    const nameBytes = view.getUint16(at + 28, true);
    const extraBytes = view.getUint16(at + 30, true);
    const end = at + 46 + nameBytes + extraBytes + view.getUint16(at + 32, true);
    if (end > directory.length) break;
    const name = new TextDecoder().decode(directory.subarray(at + 46, at + 46 + nameBytes));
    const header = directory.subarray(at, at + 46 + nameBytes + extraBytes);
    if (!name.endsWith('/')) yield entryOf(source, name, header);
    at = end;
  }
  if (at < directory.length && at + 46 > directory.length) {
    yield { name: '', bytes: null, fault: 'Its directory is cut.' };
  }
}

/** The central directory; null where there is none in bounds. */
function directoryOf(source: ByteSource): Uint8Array | null {
  const length = Math.min(source.bytes, END_BYTES + COMMENT_BYTES);
  const start = source.bytes - length;
  const tail = source.read(start, length);
  const view = viewOf(tail);
  for (let at = tail.length - END_BYTES; at >= 0; at--) {
    if (view.getUint32(at, true) !== END) continue;
    let bytes = view.getUint32(at + 12, true);
    let offset = view.getUint32(at + 16, true);
    if (offset === UNKNOWN_32 || view.getUint16(at + 10, true) === UNKNOWN_16) {
      const wide = wideEnd(source, start + at);
      if (wide !== null) [bytes, offset] = wide;
    }
    const whole = offset + bytes <= source.bytes && bytes <= DIRECTORY_BYTES;
    const directory = whole ? source.read(offset, bytes) : null;
    return directory?.length === bytes ? directory : null;
  }
  return null;
}

/** ZIP64: size and place of the directory. */
function wideEnd(source: ByteSource, end: number): [bytes: number, offset: number] | null {
  const locator = source.read(Math.max(0, end - 20), 20);
  if (locator.length < 20 || viewOf(locator).getUint32(0, true) !== END64_LOCATOR) return null;
  const record = source.read(wide(viewOf(locator), 8), 56);
  if (record.length < 56 || viewOf(record).getUint32(0, true) !== END64) return null;
  return [wide(viewOf(record), 40), wide(viewOf(record), 48)];
}

function wide(view: DataView, at: number): number {
  return view.getUint32(at + 4, true) * 0x1_0000_0000 + view.getUint32(at, true);
}

function entryOf(source: ByteSource, name: string, header: Uint8Array): ZipEntry {
  const view = viewOf(header);
  const fault = (text: string): ZipEntry => ({ name, bytes: null, fault: text });
  const { packed, size, offset } = placeOf(header);
  if ((view.getUint16(8, true) & 1) !== 0) return fault('It is encrypted.');
  if (size > LIMITS.document.bytes) return fault('It is larger than a document may be.');
  const local = source.read(offset, 30);
  if (local.length < 30 || viewOf(local).getUint32(0, true) !== LOCAL) return fault('It is cut.');
  const skip = viewOf(local).getUint16(26, true) + viewOf(local).getUint16(28, true);
  const data = source.read(offset + 30 + skip, packed);
  if (data.length !== packed) return fault('It is cut.');
  const bytes = unpacked(data, view.getUint16(10, true), size);
  if (typeof bytes === 'string') return fault(bytes);
  if (checksum(bytes) !== view.getUint32(16, true)) return fault('Its checksum is another.');
  return { name, bytes, fault: null };
}

/** Sizes and place, from the ZIP64 field where they do not fit. */
function placeOf(header: Uint8Array): { packed: number; size: number; offset: number } {
  const view = viewOf(header);
  let [packed, size, offset] = [20, 24, 42].map((at) => view.getUint32(at, true)) as [
    number,
    number,
    number,
  ];
  let at = 46 + view.getUint16(28, true);
  while (at + 4 <= header.length) {
    const length = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === 1) {
      let from = at + 4;
      const next = () => {
        from += 8;
        return from <= header.length ? wide(view, from - 8) : 0;
      };
      if (size === UNKNOWN_32) size = next();
      if (packed === UNKNOWN_32) packed = next();
      if (offset === UNKNOWN_32) offset = next();
    }
    at += 4 + length;
  }
  return { packed, size, offset };
}

function unpacked(data: Uint8Array, method: number, size: number): Uint8Array | string {
  if (method === 0) return data.length === size ? data : 'Its size is another.';
  if (method !== 8) return `It is packed by method ${method}, which is not read.`;
  return inflated(data, size) ?? 'It cannot be unpacked, or its size is another.';
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
