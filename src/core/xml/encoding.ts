/** Which encoding a document is in (XML 1.0 §4.3.3, appendix F), and its decoder. */
import type { XmlIssueCode } from './issue.ts';

/** Encodings that are read. */
export type XmlEncoding =
  | 'utf-8'
  | 'utf-16le'
  | 'utf-16be'
  | 'shift_jis'
  | 'euc-jp'
  | 'iso-8859-1'
  | 'us-ascii';

/** What the first bytes say. */
export interface DetectedEncoding {
  readonly encoding: XmlEncoding;
  /** Bytes of the byte order mark. */
  readonly mark: number;
  readonly issues: readonly (readonly [code: XmlIssueCode, detail: string])[];
}

/** Names by which the encodings are declared (IANA names and common aliases), in lower case. */
const LABELS: ReadonlyMap<string, XmlEncoding> = new Map([
  ['utf-8', 'utf-8'],
  ['utf8', 'utf-8'],
  ['us-ascii', 'us-ascii'],
  ['ascii', 'us-ascii'],
  ['utf-16le', 'utf-16le'],
  ['utf-16be', 'utf-16be'],
  ['shift_jis', 'shift_jis'],
  ['shift-jis', 'shift_jis'],
  ['sjis', 'shift_jis'],
  ['x-sjis', 'shift_jis'],
  ['ms_kanji', 'shift_jis'],
  ['windows-31j', 'shift_jis'],
  ['cp932', 'shift_jis'],
  ['euc-jp', 'euc-jp'],
  ['x-euc-jp', 'euc-jp'],
  ['iso-8859-1', 'iso-8859-1'],
  ['latin1', 'iso-8859-1'],
]);

/** The declaration ends within this many bytes or there is none. */
export const DECLARATION_BYTES = 1_024;

/**
 * Detects the encoding from at least the first `DECLARATION_BYTES` bytes (or all). `charset` is
 * what the transport says (RFC 7303 §3.2): weaker than a byte order mark, stronger than the
 * declaration.
 */
export function detectEncoding(head: Uint8Array, charset?: string): DetectedEncoding {
  const marked = byMark(head);
  if (marked === 'utf-32') return refused('xml-encoding-name', 'It looks like UTF-32');
  const wide = marked === null ? byPattern(head) : null;
  const declared = declaredName(head, marked?.encoding ?? wide);
  const name = charset ?? declared;
  const known = name === null ? null : encodingOf(name, marked?.encoding ?? wide);
  if (marked !== null) return withMark(marked, charset === undefined ? declared : null, known);
  if (known === undefined) return refused('xml-encoding-name', `"${name}"`);
  if (wide !== null && known !== null && known !== wide) {
    return refused('xml-encoding-conflict', `"${name}" in bytes that are ${wide}`);
  }
  if (wide !== null) {
    return { encoding: wide, mark: 0, issues: [['xml-bom-missing', '']] };
  }
  return { encoding: known ?? 'utf-8', mark: 0, issues: [] };
}

function withMark(
  marked: { readonly encoding: XmlEncoding; readonly mark: number },
  declared: string | null,
  known: XmlEncoding | null | undefined,
): DetectedEncoding {
  if (declared !== null && known !== marked.encoding) {
    const detail = `"${declared}" after the byte order mark of ${marked.encoding}`;
    return { ...marked, issues: [['xml-encoding-conflict', detail]] };
  }
  return { ...marked, issues: [] };
}

function refused(code: XmlIssueCode, detail: string): DetectedEncoding {
  return { encoding: 'utf-8', mark: 0, issues: [[code, detail]] };
}

/** The encoding of a name; undefined when it is not read. UTF-16 takes the order of the bytes. */
function encodingOf(name: string, wide: XmlEncoding | null): XmlEncoding | undefined {
  const label = name.toLowerCase();
  if (label === 'utf-16') return wide === 'utf-16le' || wide === 'utf-16be' ? wide : undefined;
  return LABELS.get(label);
}

function byMark(head: Uint8Array): { encoding: XmlEncoding; mark: number } | 'utf-32' | null {
  const [a, b, c, d] = head;
  if (a === 0xff && b === 0xfe) {
    return c === 0 && d === 0 ? 'utf-32' : { encoding: 'utf-16le', mark: 2 };
  }
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', mark: 2 };
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', mark: 3 };
  if (a === 0 && b === 0) return 'utf-32';
  return null;
}

/** `<` with a zero byte beside it is UTF-16 without a mark. */
function byPattern(head: Uint8Array): XmlEncoding | null {
  if (head[0] === 0 && head[1] === 0x3c) return 'utf-16be';
  if (head[0] === 0x3c && head[1] === 0) return 'utf-16le';
  return null;
}

/** The name in `encoding="…"` of the XML declaration; null without one. */
function declaredName(head: Uint8Array, encoding: XmlEncoding | null): string | null {
  const step = encoding === 'utf-16le' || encoding === 'utf-16be' ? 2 : 1;
  let text = '';
  for (const byte of head.subarray(0, DECLARATION_BYTES * step)) {
    if (byte !== 0 && byte < 0x80) text += String.fromCharCode(byte);
    if (byte === 0x3e) break;
  }
  if (!text.startsWith('<?xml')) return null;
  const found = /\sencoding\s{0,9}=\s{0,9}["']([A-Za-z0-9._:-]{1,60})["']/.exec(text);
  return found?.[1] ?? null;
}

/** Whole characters to text; null when the bytes are not of the encoding. */
export function decoderOf(encoding: XmlEncoding): (bytes: Uint8Array) => string | null {
  if (encoding === 'iso-8859-1' || encoding === 'us-ascii') return singleByte(encoding);
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  return (bytes) => {
    try {
      return decoder.decode(bytes);
    } catch {
      return null;
    }
  };
}

/** The platform reads both of these as windows-1252, which gives 0x80 to 0x9f other characters. */
function singleByte(encoding: 'iso-8859-1' | 'us-ascii'): (bytes: Uint8Array) => string | null {
  const highest = encoding === 'us-ascii' ? 0x7f : 0xff;
  return (bytes) => {
    const parts: string[] = [];
    for (let at = 0; at < bytes.length; at += 4_096) {
      const part = bytes.subarray(at, at + 4_096);
      if (part.some((byte) => byte > highest)) return null;
      parts.push(String.fromCharCode(...part));
    }
    return parts.join('');
  };
}

/**
 * Length of the longest beginning of `bytes` that ends between two characters, and neither within
 * a surrogate pair nor within a line end of CR LF.
 */
export function wholeCharacters(encoding: XmlEncoding, bytes: Uint8Array): number {
  let end = bytes.length;
  if (encoding === 'utf-8') {
    let lead = end - 1;
    while (lead > end - 4 && lead > 0 && ((bytes[lead] ?? 0) & 0xc0) === 0x80) lead--;
    if (end > 0 && lead + characterAt(encoding, bytes, lead).bytes > end) end = lead;
  } else if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    end -= end % 2;
    const high = bytes[encoding === 'utf-16le' ? end - 1 : end - 2] ?? 0;
    if (high >= 0xd8 && high <= 0xdb) end -= 2;
    return end >= 2 && unitAt(encoding, bytes, end - 2) === 0x0d ? end - 2 : end;
  } else if (encoding === 'shift_jis' || encoding === 'euc-jp') {
    // A trail byte can look like a lead byte, so that only the way from the front is sure.
    let at = 0;
    for (let next = 0; next <= bytes.length; next += characterAt(encoding, bytes, next).bytes) {
      at = next;
    }
    end = at;
  }
  return bytes[end - 1] === 0x0d ? end - 1 : end;
}

function unitAt(encoding: XmlEncoding, bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  const second = bytes[at + 1] ?? 0;
  return encoding === 'utf-16le' ? first | (second << 8) : (first << 8) | second;
}

/**
 * Bytes of the character that begins at `at`, and how many UTF-16 code units it is. All that
 * Shift_JIS and EUC-JP have lies in the basic plane: one unit.
 */
export function characterAt(
  encoding: XmlEncoding,
  bytes: Uint8Array,
  at: number,
): { readonly bytes: number; readonly units: number } {
  const lead = bytes[at] ?? 0;
  switch (encoding) {
    case 'utf-8':
      return lead < 0x80 ? ONE : lead < 0xe0 ? TWO : lead < 0xf0 ? THREE : FOUR_IN_TWO;
    case 'utf-16le':
    case 'utf-16be':
      return TWO;
    case 'shift_jis':
      return (lead >= 0x81 && lead <= 0x9f) || (lead >= 0xe0 && lead <= 0xfc) ? TWO : ONE;
    case 'euc-jp':
      return lead === 0x8f ? THREE : lead === 0x8e || lead >= 0xa1 ? TWO : ONE;
    default:
      return ONE;
  }
}

const ONE = { bytes: 1, units: 1 } as const;
const TWO = { bytes: 2, units: 1 } as const;
const THREE = { bytes: 3, units: 1 } as const;
const FOUR_IN_TWO = { bytes: 4, units: 2 } as const;
