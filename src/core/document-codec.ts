/**
 * Codecs of formats whose record is the whole document: an advisory, an SBOM, a report. The bytes
 * are gathered within a bound; a document beyond it is handed on in pieces that nobody decodes, so
 * that it is kept all the same.
 */
import type { ByteSource, Codec, CodecOptions, FormatSign, Piece } from './codec.ts';
import { sha256 } from './digest.ts';
import { asErrors, type Issue } from './issue.ts';
import { canonicalize } from './json/canonical.ts';
import type { JsonValue } from './json/value.ts';
import { LIMITS } from './limits.ts';
import type { DeclaredMarkings, Facts, RecordIdentity } from './record.ts';

/** What a format says of one document. */
export interface ReadDocument {
  /** Absent where the document cannot be told from others: no id, no version, not the format. */
  readonly described?: {
    readonly identity: RecordIdentity;
    readonly facts: Facts;
    readonly markings: DeclaredMarkings;
  };
  /** The document as JSON, for its canonical digest; absent where it is none. */
  readonly json?: JsonValue;
  readonly issues: readonly Issue[];
}

export interface DocumentFormat extends FormatSign {
  read(bytes: Uint8Array, options: CodecOptions): ReadDocument;
}

/** Nothing declared: the label comes from the sender and the collection. */
export const NO_MARKINGS: DeclaredMarkings = {
  object: [],
  granular: [],
  unresolvedSelectors: false,
};

export function documentCodec(format: DocumentFormat): Codec {
  return {
    format: format.format,
    mediaTypes: format.mediaTypes,
    sniff: (head) => format.sniff(head),
    records: (source, options = {}) => records(source, options, format),
  };
}

async function* records(
  source: ByteSource,
  options: CodecOptions,
  format: DocumentFormat,
): AsyncGenerator<Piece> {
  const gap = new Uint8Array(0);
  const held: Uint8Array[] = [];
  let length = 0;
  let over = false;
  for await (const bytes of source) {
    held.push(bytes);
    length += bytes.length;
    if (length > LIMITS.document.bytes) {
      over = true;
      yield { gap, bytes: Buffer.concat(held.splice(0)), path: '', issues: [tooLong(format)] };
      length = 0;
    }
  }
  const bytes = Buffer.concat(held);
  if (over) {
    if (bytes.length > 0) yield { gap, bytes, path: '', issues: [tooLong(format)] };
  } else yield decoded(bytes, format.read(bytes, options), options);
  yield { gap, path: '', issues: [] };
}

function decoded(bytes: Uint8Array, read: ReadDocument, options: CodecOptions): Piece {
  const gap = new Uint8Array(0);
  const issues = options.strict === true ? asErrors(read.issues) : read.issues;
  if (read.described === undefined) return { gap, bytes, path: '', issues };
  const canonical = read.json === undefined ? null : canonicalize(read.json);
  const contentDigest = sha256(canonical?.ok ? canonical.value : bytes);
  return { gap, bytes, path: '', issues, record: { ...read.described, bytes, contentDigest } };
}

function tooLong({ format }: DocumentFormat): Issue {
  return {
    code: 'document-size',
    severity: 'error',
    clause: 'CYBEX limits',
    path: '',
    message: `A ${format} document may have ${LIMITS.document.bytes} bytes; this one is longer.`,
  };
}
