/** A codec for formats whose records are JSON objects: cutting, reading and digests are the same. */
import type { ByteSource, Codec, CodecOptions, FormatSign, Piece } from './codec.ts';
import { sha256 } from './digest.ts';
import { NO_MARKINGS } from './document-codec.ts';
import { asErrors, type Issue } from './issue.ts';
import {
  type CutElement,
  type CutEnd,
  canonicalize,
  cutJson,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  readJson,
} from './json/index.ts';
import type { DeclaredMarkings, Facts, RecordIdentity } from './record.ts';

/** What a format has to say of its records. */
export interface JsonFormat extends FormatSign {
  /** Member of the object at the root that holds the records; without, the object is one. */
  readonly member?: string;
  /** Takes the record out of what wraps it, e.g. `{"cve": {…}}`; the bytes stay those of the whole. */
  unwrap?(value: JsonValue): JsonValue;
  check(value: JsonValue, options: CodecOptions): readonly Issue[];
  /** Codes that become warnings when published catalogues are read tolerantly. */
  readonly tolerated?: ReadonlySet<string>;
  /** Null where it has no id, and so is no record. */
  identify(value: JsonObject): RecordIdentity | null;
  facts(value: JsonObject): Facts;
  markings?(value: JsonObject): DeclaredMarkings;
  /** Findings on what stands around the records. */
  around?(members: ReadonlyMap<string, JsonValue>, elements: number): readonly Issue[];
}

/** A name that no object has as a member by accident: the object at the root is the record. */
const NO_MEMBER = '\u0000';

export function jsonCodec(format: JsonFormat): Codec {
  return {
    format: format.format,
    mediaTypes: format.mediaTypes,
    sniff: (head) => format.sniff(head),
    records: (source, options = {}) => records(format, source, options),
  };
}

async function* records(
  format: JsonFormat,
  source: ByteSource,
  options: CodecOptions,
): AsyncGenerator<Piece> {
  for await (const piece of cutJson(source, { member: format.member ?? NO_MEMBER })) {
    if (piece.kind === 'element') yield decode(format, piece, options);
    else if (piece.kind === 'end') yield close(format, piece);
    else yield { gap: piece.gap, path: piece.path, issues: piece.issues };
  }
}

function decode(format: JsonFormat, element: CutElement, options: CodecOptions): Piece {
  const { gap, bytes, path } = element;
  const read = readJson(bytes, {}, element.guard);
  if (!read.ok) return { gap, bytes, path, issues: read.issues };
  const value = format.unwrap?.(read.value) ?? read.value;
  const found = adjust(format, format.check(value, options), options);
  const issues = [...read.issues, ...found];
  const identity = isJsonObject(value) ? format.identify(value) : null;
  if (identity === null || !isJsonObject(value)) return { gap, bytes, path, issues };
  const canonical = canonicalize(value);
  const record = {
    identity,
    bytes,
    contentDigest: sha256(canonical.ok ? canonical.value : bytes),
    facts: format.facts(value),
    markings: format.markings?.(value) ?? NO_MARKINGS,
  };
  return { gap, bytes, path, record, issues };
}

function adjust(
  { tolerated }: JsonFormat,
  issues: readonly Issue[],
  { strict, tolerant }: CodecOptions,
): readonly Issue[] {
  if (strict === true) return asErrors(issues);
  if (tolerant !== true || tolerated === undefined) return issues;
  return issues.map((issue) =>
    tolerated.has(issue.code) ? { ...issue, severity: 'warning' } : issue,
  );
}

function close(format: JsonFormat, end: CutEnd): Piece {
  const around = end.shape === 'member' ? (format.around?.(end.members, end.elements) ?? []) : [];
  return { gap: end.gap, path: '', issues: [...end.issues, ...around] };
}
