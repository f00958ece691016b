/** The header of an rpm package, as its database keeps it (rpm.org, "RPM Package File format"). */
import { LIMITS } from '../../../core/limits.ts';

/** Tags that are asked for (rpmtag.h). */
export const RPM_TAG = {
  name: 1000,
  version: 1001,
  release: 1002,
  epoch: 1003,
  vendor: 1011,
  license: 1014,
  arch: 1022,
  sourceRpm: 1044,
  provides: 1047,
  requires: 1049,
  folderIndexes: 1116,
  baseNames: 1117,
  folders: 1118,
  modularity: 5096,
} as const;

const INT32 = 4;
const STRING = 6;
const STRINGS = 8;
const I18N = 9;
/** A tag, a type, an offset and a count, four bytes each. */
const ENTRY_BYTES = 16;

export interface RpmHeader {
  /** The first text of a tag; empty where it has none. */
  text(tag: number): string;
  texts(tag: number): readonly string[];
  numbers(tag: number): readonly number[];
}

/** Null for what is no header: counts that lead out of the bytes, entries outside of the store. */
export function readRpmHeader(blob: Uint8Array): RpmHeader | null {
  if (blob.length < 8) return null;
  const view = new DataView(blob.buffer, blob.byteOffset, blob.byteLength);
  const count = view.getUint32(0);
  const size = view.getUint32(4);
  const start = 8 + count * ENTRY_BYTES;
  if (count > LIMITS.inventory.archiveMembers || start + size > blob.length) return null;
  const store = blob.subarray(start, start + size);
  const entries = new Map<number, { type: number; offset: number; count: number }>();
  for (let at = 8; at < start; at += ENTRY_BYTES) {
    const [type, offset] = [view.getUint32(at + 4), view.getUint32(at + 8)];
    if (offset > size) return null;
    entries.set(view.getUint32(at), { type, offset, count: view.getUint32(at + 12) });
  }
  const texts = (tag: number): readonly string[] => {
    const entry = entries.get(tag);
    if (entry === undefined || ![STRING, STRINGS, I18N].includes(entry.type)) return [];
    return textsAt(store, entry.offset, entry.type === STRING ? 1 : entry.count);
  };
  return {
    texts,
    text: (tag) => texts(tag)[0] ?? '',
    numbers: (tag) => {
      const entry = entries.get(tag);
      return entry?.type === INT32 ? numbersAt(store, entry.offset, entry.count) : [];
    },
  };
}

/** Texts one behind the other, each with a zero at its end. */
function textsAt(store: Uint8Array, offset: number, count: number): readonly string[] {
  const texts: string[] = [];
  const decoder = new TextDecoder();
  for (let at = offset; texts.length < count && at < store.length; ) {
    const end = store.indexOf(0, at);
    const stop = end < 0 ? store.length : end;
    texts.push(decoder.decode(store.subarray(at, stop)));
    at = stop + 1;
  }
  return texts;
}

function numbersAt(store: Uint8Array, offset: number, count: number): readonly number[] {
  const view = new DataView(store.buffer, store.byteOffset, store.byteLength);
  const numbers: number[] = [];
  for (let at = offset; numbers.length < count && at + 4 <= store.length; at += 4) {
    numbers.push(view.getUint32(at));
  }
  return numbers;
}
