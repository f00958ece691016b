/** Text or bytes to typed objects: a bundle, an envelope, a list or a lone object. */
import type { ByteSource } from '../../core/codec.ts';
import { hasErrors, type Issue, type Parsed } from '../../core/issue.ts';
import { type CutPiece, cutBytes, cutJson, encodeUtf8, readJson } from '../../core/json/index.ts';
import { type Checker, createChecker } from './check.ts';
import { checkDelivery, isEmptyEnvelope, isLoneBundle } from './delivery.ts';
import type { StixOptions } from './profile.ts';
import type { StixObject } from './types.ts';

/** One object of a document. */
export interface StixEntry {
  readonly object: StixObject;
  /** Exactly the bytes that the object was read from. */
  readonly source: Uint8Array;
  /** JSON pointer in the document, e.g. `/objects/3`; empty for a lone object. */
  readonly path: string;
}

/** The objects of a document that have no error, in its order. */
export interface StixDocument {
  readonly entries: readonly StixEntry[];
  readonly objects: readonly StixObject[];
}

/** What `parseStix` gives: `value` holds the good objects also where others have errors. */
export type ParsedStix = Parsed<StixDocument> & { readonly value: StixDocument };

/**
 * Reads STIX 2.1. Paths of the issues are those of the document. `ok` is false when anything has
 * an error; the objects without one are in `value` all the same. A stream is read to its end.
 */
export function parseStix(input: string | Uint8Array, options?: StixOptions): ParsedStix;
export function parseStix(
  input: AsyncIterable<Uint8Array>,
  options?: StixOptions,
): Promise<ParsedStix>;
export function parseStix(
  input: string | Uint8Array | AsyncIterable<Uint8Array>,
  options: StixOptions = {},
): ParsedStix | Promise<ParsedStix> {
  const collector = new Collector(options);
  if (typeof input === 'string' || input instanceof Uint8Array) {
    const bytes = typeof input === 'string' ? encodeUtf8(input) : input;
    for (const piece of cutBytes(bytes)) collector.take(piece);
    return collector.finish();
  }
  return drain(input, collector);
}

async function drain(source: ByteSource, collector: Collector): Promise<ParsedStix> {
  for await (const piece of cutJson(source)) collector.take(piece);
  return collector.finish();
}

class Collector {
  readonly #options: StixOptions;
  readonly #checker: Checker;
  readonly #entries: StixEntry[] = [];
  readonly #issues: Issue[] = [];

  constructor(options: StixOptions) {
    this.#options = options;
    this.#checker = createChecker(options);
  }

  take(piece: CutPiece): void {
    if (piece.kind === 'element') this.#element(piece);
    else {
      this.#issues.push(...piece.issues);
      if (piece.kind === 'end' && piece.shape === 'member') {
        const around = Object.fromEntries(piece.members);
        this.#issues.push(...checkDelivery(around, this.#options, piece.elements));
      }
    }
  }

  finish(): ParsedStix {
    const issues = this.#issues;
    const objects = this.#entries.map((entry) => entry.object);
    return { ok: !hasErrors(issues), value: { entries: this.#entries, objects }, issues };
  }

  #element(piece: Extract<CutPiece, { kind: 'element' }>): void {
    const { bytes, path, guard } = piece;
    const read = readJson(bytes, {}, guard);
    this.#report(path, read.issues);
    if (!read.ok) return;
    if (path === '' && isEmptyEnvelope(read.value)) return;
    if (path === '' && isLoneBundle(read.value)) {
      this.#report(path, this.#checker.check(read.value));
      return;
    }
    const found = this.#checker.checkOne(read.value);
    this.#report(path, found);
    if (hasErrors(found) || hasErrors(read.issues)) return;
    this.#entries.push({ object: read.value as unknown as StixObject, source: bytes, path });
  }

  #report(path: string, issues: readonly Issue[]): void {
    for (const issue of issues) {
      this.#issues.push(path === '' ? issue : { ...issue, path: `${path}${issue.path}` });
    }
  }
}
