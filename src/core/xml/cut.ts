/**
 * Cuts an XML delivery of any size into its records without reading it whole: the elements that
 * the format selects, each with its exact bytes.
 */
import type { ByteSource } from '../codec.ts';
import type { Issue } from '../issue.ts';
import { LIMITS } from '../limits.ts';
import { Backlog } from './backlog.ts';
import { PIECE_BYTES } from './decode.ts';
import type { XmlClose, XmlEvent, XmlOpen } from './event.ts';
import { type XmlIssueCode, xmlIssue } from './issue.ts';
import type { XmlOptions } from './options.ts';
import { XmlReader } from './reader.ts';
import { TreeBuilder, type XmlElement } from './tree.ts';

/** One piece, in order. All `gap` and `bytes` one after the other are the delivery. */
export type XmlCutPiece = XmlCutElement | XmlCutGap | XmlCutEnd;

/** A record. */
export interface XmlCutElement {
  readonly kind: 'element';
  readonly gap: Uint8Array;
  /** From its `<` to its last `>`. Prefixes bound further out are in `element`, not in here. */
  readonly bytes: Uint8Array;
  readonly element: XmlElement;
  /** `/Root/List/Record[3]`; an index where several of one name came. */
  readonly path: string;
}

/** Bytes that belong to no record: a long gap, or (with an issue) a part of a record over a bound. */
export interface XmlCutGap {
  readonly kind: 'gap';
  readonly gap: Uint8Array;
  readonly path: string;
  readonly issues: readonly Issue<XmlIssueCode>[];
}

/** The last piece; its issues are those of the text as a whole. */
export interface XmlCutEnd {
  readonly kind: 'end';
  readonly gap: Uint8Array;
  /** Start tag of the root; null when there was none. */
  readonly root: XmlOpen | null;
  readonly elements: number;
  readonly issues: readonly Issue<XmlIssueCode>[];
}

/** What to cut at, and how large a record may be. */
export interface XmlCutOptions extends XmlOptions {
  /** Whether a start tag outside records begins one; `parents` are the local names above it. */
  select(open: XmlOpen, parents: readonly string[]): boolean;
  /** Most bytes of a record; default LIMITS.xml.recordBytes. */
  readonly recordBytes?: number;
}

/** Cuts a stream. Memory holds one chunk of the source and at most one record. */
export async function* cutXml(
  source: ByteSource,
  options: XmlCutOptions,
): AsyncGenerator<XmlCutPiece, void, undefined> {
  const cutter = new XmlCutter(options);
  for await (const chunk of source) {
    for (let at = 0; at < chunk.length; at += PIECE_BYTES) {
      yield* cutter.push(chunk.subarray(at, at + PIECE_BYTES));
    }
  }
  yield* cutter.end();
}

interface OpenRecord {
  readonly builder: TreeBuilder;
  readonly start: number;
  readonly depth: number;
  readonly path: string;
  /** It is over a bound: its bytes go by as gaps. */
  refused: boolean;
}

class XmlCutter {
  readonly #options: XmlCutOptions;
  readonly #reader: XmlReader;
  readonly #backlog = new Backlog();
  readonly #parents: { readonly open: XmlOpen; readonly counts: Map<string, number> }[] = [];
  #record: OpenRecord | null = null;
  #root: XmlOpen | null = null;
  #elements = 0;

  constructor(options: XmlCutOptions) {
    this.#options = options;
    this.#reader = new XmlReader(options);
  }

  *push(bytes: Uint8Array): Generator<XmlCutPiece> {
    this.#backlog.push(bytes);
    yield* this.#follow(this.#reader.push(bytes));
    yield* this.#relieve();
  }

  *end(): Generator<XmlCutPiece> {
    yield* this.#follow(this.#reader.end());
    yield {
      kind: 'end',
      gap: this.#backlog.takeAll(),
      root: this.#root,
      elements: this.#elements,
      issues: this.#reader.issues,
    };
  }

  *#follow(events: readonly XmlEvent[]): Generator<XmlCutPiece> {
    for (const event of events) {
      const piece = this.#record === null ? this.#outside(event) : this.#inside(event);
      if (piece !== null) yield piece;
    }
  }

  #outside(event: XmlEvent): null {
    if (event.kind === 'close') this.#parents.pop();
    if (event.kind !== 'open') return null;
    this.#root ??= event;
    const path = this.#pathTo(event);
    const names = this.#parents.map(({ open }) => open.local);
    if (!this.#options.select(event, names)) {
      this.#parents.push({ open: event, counts: new Map() });
      return null;
    }
    const builder = new TreeBuilder(this.#options.nodes ?? LIMITS.xml.recordNodes);
    builder.add(event);
    const start = event.place.byte;
    this.#record = { builder, start, depth: event.depth, path, refused: false };
    return null;
  }

  #inside(event: XmlEvent): XmlCutPiece | null {
    const record = this.#record as OpenRecord;
    if (!record.refused) record.builder.add(event);
    if (event.kind !== 'close' || event.depth !== record.depth) return null;
    this.#record = null;
    this.#elements++;
    return this.#finish(record, event);
  }

  #finish(record: OpenRecord, close: XmlClose): XmlCutPiece {
    const { builder, path, start } = record;
    const most = this.#options.recordBytes ?? LIMITS.xml.recordBytes;
    const large = record.refused || close.place.byte - start > most;
    if (builder.root === null || large) {
      const code = builder.overflowed ? 'xml-nodes' : 'xml-size';
      const gap = this.#backlog.take(close.place.byte);
      return { kind: 'gap', gap, path, issues: [xmlIssue(code, '', '')] };
    }
    const gap = this.#backlog.take(start);
    const bytes = this.#backlog.take(close.place.byte);
    return { kind: 'element', gap, bytes, element: builder.root, path };
  }

  /** Lets bytes go that no record will need, so that memory stays bounded. */
  *#relieve(): Generator<XmlCutGap> {
    const record = this.#record;
    const most = this.#options.recordBytes ?? LIMITS.xml.recordBytes;
    if (record !== null && this.#backlog.end - record.start > most) record.refused = true;
    // What the reader has not yet said may be the beginning of a record.
    const open = this.#reader.stopped || record?.refused === true;
    const until = open ? this.#backlog.end : (record?.start ?? this.#reader.settledByte);
    if (until - this.#backlog.start < GAP_BYTES) return;
    yield { kind: 'gap', gap: this.#backlog.take(until), path: '', issues: [] };
  }

  #pathTo(open: XmlOpen): string {
    const counts = this.#parents.at(-1)?.counts;
    const count = (counts?.get(open.name) ?? 0) + 1;
    counts?.set(open.name, count);
    const steps = this.#parents.map((parent) => parent.open.name);
    return `/${[...steps, count === 1 ? open.name : `${open.name}[${count}]`].join('/')}`;
  }
}

/** A gap this long is passed on before a record ends it. */
const GAP_BYTES = 1024 * 1024;
