/** STIX as the house takes it in: bundles, TAXII envelopes, lists and lone objects, as a stream. */
import type { ByteSource, Codec, CodecOptions, Piece } from '../../core/codec.ts';
import { sha256 } from '../../core/digest.ts';
import { hasErrors, type Issue } from '../../core/issue.ts';
import {
  type CutElement,
  type CutEnd,
  canonicalize,
  cutJson,
  readJson,
} from '../../core/json/index.ts';
import { STIX_21 } from '../../core/media-type.ts';
import type { DecodedRecord } from '../../core/record.ts';
import { type Checker, createChecker } from './check.ts';
import { checkDelivery, isEmptyEnvelope, isLoneBundle } from './delivery.ts';
import { factsOf } from './facts/facts.ts';
import { isMap, type StixMap } from './findings.ts';
import { identityOf, STIX_FORMAT } from './identity.ts';
import type { StixIssue, StixIssueCode } from './issues.ts';
import { markingsOf } from './markings.ts';
import { sniffStix } from './sniff.ts';

/**
 * The codec of STIX 2.1 (and of 2.0, read and reported as such). A record's bytes are the slice of
 * the delivery, never changed; its content digest is that of the RFC 8785 form.
 */
export const stixCodec: Codec = {
  format: STIX_FORMAT,
  mediaTypes: [STIX_21, 'application/stix+json', 'application/vnd.oasis.stix+json'],
  sniff: sniffStix,
  records,
};

async function* records(source: ByteSource, options: CodecOptions = {}): AsyncGenerator<Piece> {
  const checker = createChecker(options);
  for await (const piece of cutJson(source)) {
    if (piece.kind === 'element') yield decode(piece, checker, options);
    else if (piece.kind === 'end') yield close(piece, options);
    else yield { gap: piece.gap, path: piece.path, issues: piece.issues };
  }
}

/** One element of the delivery: read, checked, described. */
function decode(element: CutElement, checker: Checker, options: CodecOptions): Piece {
  const { gap, bytes, path } = element;
  const read = readJson(bytes, {}, element.guard);
  if (!read.ok) return { gap, bytes, path, issues: read.issues };
  const { value } = read;
  if (path === '' && (isEmptyEnvelope(value) || isLoneBundle(value))) {
    const around = isLoneBundle(value) ? checker.check(value) : [];
    return { gap: joined(gap, bytes), path, issues: [...read.issues, ...around] };
  }
  const found = tolerate(checker.checkOne(value), options);
  const issues: readonly Issue[] = read.issues.length === 0 ? found : [...read.issues, ...found];
  const record = isMap(value) ? describe(value, bytes) : null;
  return record === null ? { gap, bytes, path, issues } : { gap, bytes, path, record, issues };
}

/**
 * Rules that published catalogues break and that nothing here rests on: versions are told apart by
 * modified alone, and empty lists say as much as none.
 */
const TOLERATED: ReadonlySet<string> = new Set<StixIssueCode>([
  'stix-empty-dictionary',
  'stix-empty-list',
  'stix-modified-early',
  'stix-timestamp-precision',
]);

function tolerate(issues: readonly StixIssue[], options: CodecOptions): readonly StixIssue[] {
  if (options.tolerant !== true || options.strict === true || issues.length === 0) return issues;
  return issues.map((issue) =>
    TOLERATED.has(issue.code) ? { ...issue, severity: 'warning' } : issue,
  );
}

function describe(object: StixMap, bytes: Uint8Array): DecodedRecord | null {
  const identity = identityOf(object);
  if (identity === null) return null;
  const canonical = canonicalize(object);
  return {
    identity,
    bytes,
    contentDigest: sha256(canonical.ok ? canonical.value : bytes),
    facts: factsOf(object),
    markings: markingsOf(object),
  };
}

/** The end of the delivery: what is wrong with the bundle around the records. */
function close(end: CutEnd, options: CodecOptions): Piece {
  const around = end.shape === 'member' ? Object.fromEntries(end.members) : null;
  const issues = around === null ? [] : checkDelivery(around, options, end.elements);
  return { gap: end.gap, path: '', issues: [...end.issues, ...issues] };
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

/** True when a piece carries a record that may be kept. */
export function isAccepted(piece: Piece): boolean {
  return piece.record !== undefined && !hasErrors(piece.issues);
}
