/** A codec for formats whose records are elements of an XML document. */
import type { ByteSource, Codec, CodecOptions, FormatSign, Piece } from './codec.ts';
import { sha256 } from './digest.ts';
import { NO_MARKINGS } from './document-codec.ts';
import { asErrors, type Issue } from './issue.ts';
import type { DeclaredMarkings, Facts, RecordIdentity } from './record.ts';
import { cutXml, type XmlElement, type XmlOpen } from './xml/index.ts';

/** What a format says of one record. */
export interface XmlRecord {
  /** Null where it has no id, and so is no record. */
  readonly identity: RecordIdentity | null;
  readonly facts: Facts;
  readonly markings?: DeclaredMarkings;
  readonly issues: readonly Issue[];
  /** It says something of the records and is none: its bytes belong to the skeleton. */
  readonly skeleton?: boolean;
}

/** Reads the records of one delivery; made anew for each, so that it may remember. */
export interface XmlRecordReader {
  read(element: XmlElement, path: string, root: XmlOpen): XmlRecord;
  /** Start tags outside records, for what the format says there. */
  outside?(open: XmlOpen): void;
  /** Findings on the delivery as a whole; `root` is null where there was none. */
  end(root: XmlOpen | null, elements: number): readonly Issue[];
}

export interface XmlFormat extends FormatSign {
  /** Whether a start tag begins a record; `parents` are the local names above it. */
  select(open: XmlOpen, parents: readonly string[]): boolean;
  reader(options: CodecOptions): XmlRecordReader;
}

export function xmlCodec(format: XmlFormat): Codec {
  return {
    format: format.format,
    mediaTypes: format.mediaTypes,
    sniff: (head) => format.sniff(head),
    records: (source, options = {}) => records(format, source, options),
  };
}

async function* records(
  format: XmlFormat,
  source: ByteSource,
  options: CodecOptions,
): AsyncGenerator<Piece> {
  const reader = format.reader(options);
  let root: XmlOpen | null = null;
  const select = (open: XmlOpen, parents: readonly string[]) => {
    root ??= open;
    reader.outside?.(open);
    return format.select(open, parents);
  };
  for await (const piece of cutXml(source, { select })) {
    if (piece.kind === 'gap') yield { gap: piece.gap, path: piece.path, issues: piece.issues };
    else if (piece.kind === 'end') {
      const issues = [...piece.issues, ...reader.end(piece.root, piece.elements)];
      yield { gap: piece.gap, path: '', issues: adjust(issues, options) };
    } else {
      const { gap, bytes, path, element } = piece;
      const read = reader.read(element, path, root ?? (element as unknown as XmlOpen));
      const issues = adjust(read.issues, options);
      if (read.skeleton === true) {
        yield { gap: Buffer.concat([gap, bytes]), path, issues };
      } else if (read.identity === null) yield { gap, bytes, path, issues };
      else {
        const { identity, facts, markings = NO_MARKINGS } = read;
        const record = { identity, bytes, contentDigest: sha256(bytes), facts, markings };
        yield { gap, bytes, path, record, issues };
      }
    }
  }
}

function adjust(issues: readonly Issue[], { strict }: CodecOptions): readonly Issue[] {
  return strict === true ? asErrors(issues) : issues;
}
