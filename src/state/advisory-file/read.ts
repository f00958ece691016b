/** Reads a file of advisories: only the records that a question is about are decoded. */
import { sha256 } from '../../core/digest.ts';
import { CybexError } from '../../core/error.ts';
import type { JsonObject } from '../../core/json/index.ts';
import type { EpssDay } from '../epss/index.ts';
import { type KevCatalogue, readKev } from '../kev/index.ts';
import type { Sbom } from '../sbom/index.ts';
import { decodeBlock, inflateBlock } from './blocks.ts';
import {
  BLOCK_BYTES,
  type ByteSource,
  type FileHead,
  MAGIC,
  PREAMBLE_BYTES,
  RECORD_WORDS,
  SECTIONS,
  type SectionName,
  VERSION,
} from './format.ts';
import { nameNumber } from './hash.ts';
import { type AdvisoryFileIssueCode, INDEX_ISSUES } from './issues.ts';
import { linksOf, namesOfComponent } from './names.ts';
import { decodeEpss, decodeFloats, decodeWords, NumberTable } from './numbers.ts';
import type { KevSource } from './write.ts';

/** One for all records: to make one takes longer than to use it. */
const TEXT = new TextDecoder();

/** Longest head, and most blocks that are kept inflated. */
const HEAD_BYTES = 64 * 1024 * 1024;
const BLOCKS_KEPT = 4_096;
/** Rounds in which names of vulnerabilities lead to further records. */
const LINK_ROUNDS = 4;

/**
 * Opens a file. Throws CybexError `unsupported` for another version and `invalid-argument` for what
 * is no such file, is cut or damaged; so does whatever reads from it later.
 */
export class AdvisoryFile {
  readonly head: FileHead;
  readonly #source: ByteSource;
  readonly #sections = new Map<SectionName, Uint8Array>();
  readonly #blocks = new Map<number, Uint8Array>();
  #records: Uint32Array | null = null;
  #names: NumberTable | null = null;
  #ids: NumberTable | null = null;

  constructor(source: ByteSource) {
    this.#source = source;
    this.head = readHead(source);
  }

  /**
   * Records that may speak of a component of the SBOM, the records of the vulnerabilities that they
   * name, and one of every ecosystem and release, in the order of the file.
   */
  recordsFor(sbom: Sbom, distro: string | null): readonly JsonObject[] {
    const found = new Set<number>(this.head.witnesses);
    const names = this.#nameTable();
    for (const component of sbom.components) {
      for (const name of namesOfComponent(component, distro)) {
        for (const record of names.get(nameNumber(name))) found.add(record);
      }
    }
    return this.#linked(found);
  }

  /** Every record, in the order of the file. */
  *all(): Generator<JsonObject> {
    for (let i = 0; i < this.head.records; i++) yield this.record(i);
  }

  record(index: number): JsonObject {
    this.#records ??= decodeWords(this.#section('records'));
    const at = index * RECORD_WORDS;
    const [block = 0, from = 0, length = 0] = this.#records.subarray(at, at + RECORD_WORDS);
    const text = this.#block(block).subarray(from, from + length);
    return JSON.parse(TEXT.decode(text)) as JsonObject;
  }

  /** Catalogues as they were given. */
  catalogues(): readonly KevSource[] {
    return JSON.parse(new TextDecoder().decode(this.#section('kev'))) as readonly KevSource[];
  }

  kev(): readonly KevCatalogue[] {
    return this.catalogues().map(({ source, catalogue }) => readKev(catalogue, source).catalogue);
  }

  epss(): EpssDay | null {
    const { epss } = this.head;
    return epss === null ? null : decodeEpss(this.#section('epss'), epss);
  }

  /** Reads every byte against its digest; throws CybexError for the first that is not right. */
  verify(progress: (blocks: number) => void = () => {}): void {
    for (const name of SECTIONS) if (name !== 'blocks') this.#section(name);
    for (let i = 0; i < this.head.blocks; i++) {
      this.#inflated(i);
      if (i % 1_000 === 0) progress(i);
    }
  }

  #linked(found: Set<number>): readonly JsonObject[] {
    const records = new Map<number, JsonObject>();
    let next = [...found].sort((a, b) => a - b);
    for (let round = 0; round < LINK_ROUNDS && next.length > 0; round++) {
      const linked = new Set<number>();
      for (const index of next) {
        const record = this.record(index);
        records.set(index, record);
        for (const id of linksOf(record)) {
          for (const other of this.#idTable().get(nameNumber(id))) {
            if (!found.has(other)) linked.add(other);
          }
        }
      }
      for (const index of linked) found.add(index);
      next = [...linked].sort((a, b) => a - b);
    }
    return [...records].sort(([a], [b]) => a - b).map(([, record]) => record);
  }

  #nameTable(): NumberTable {
    this.#names ??= new NumberTable(
      decodeFloats(this.#section('names')),
      decodeWords(this.#section('postings')),
    );
    return this.#names;
  }

  #idTable(): NumberTable {
    this.#ids ??= NumberTable.decoded(this.#section('ids'));
    return this.#ids;
  }

  #section(name: SectionName): Uint8Array {
    const known = this.#sections.get(name);
    if (known !== undefined) return known;
    const { offset, bytes, sha256: digest } = this.head.sections[name];
    const read = exactly(this.#source, offset, bytes);
    if (sha256(read).toString('hex') !== digest) throw refusal('advisory-file-digest', name);
    this.#sections.set(name, read);
    return read;
  }

  #block(index: number): Uint8Array {
    const known = this.#blocks.get(index);
    if (known !== undefined) return known;
    const text = this.#inflated(index);
    const [oldest] = this.#blocks.keys();
    if (this.#blocks.size >= BLOCKS_KEPT && oldest !== undefined) this.#blocks.delete(oldest);
    this.#blocks.set(index, text);
    return text;
  }

  #inflated(index: number): Uint8Array {
    const table = this.#section('blockTable');
    if ((index + 1) * BLOCK_BYTES > table.length) throw refusal('advisory-file-digest', 'blocks');
    const block = decodeBlock(table, index);
    const text = inflateBlock(exactly(this.#source, block.offset, block.bytes), block);
    if (text === null) throw refusal('advisory-file-digest', `block ${index}`);
    return text;
  }
}

function readHead(source: ByteSource): FileHead {
  const preamble = source.read(0, PREAMBLE_BYTES);
  const magic = new TextDecoder('latin1').decode(preamble.subarray(0, MAGIC.length));
  if (magic !== MAGIC) throw refusal('advisory-file-magic', 'head');
  if (preamble.length < PREAMBLE_BYTES) throw refusal('advisory-file-cut', 'head');
  const view = new DataView(preamble.buffer, preamble.byteOffset, PREAMBLE_BYTES);
  const version = view.getUint32(16, true);
  if (version !== VERSION) throw newer(version);
  const [length, offset] = [view.getUint32(20, true), view.getFloat64(24, true)];
  if (length > HEAD_BYTES || !Number.isSafeInteger(offset) || offset < PREAMBLE_BYTES) {
    throw refusal('advisory-file-digest', 'head');
  }
  const bytes = exactly(source, offset, length);
  if (!sha256(bytes).equals(preamble.subarray(32, 64)))
    throw refusal('advisory-file-digest', 'head');
  return JSON.parse(new TextDecoder().decode(bytes)) as FileHead;
}

function exactly(source: ByteSource, offset: number, length: number): Uint8Array {
  const read = offset + length > source.bytes ? new Uint8Array(0) : source.read(offset, length);
  if (read.length !== length) throw refusal('advisory-file-cut', `byte ${source.bytes}`);
  return read;
}

function refusal(code: AdvisoryFileIssueCode, where: string): CybexError {
  const { meaning, remedy } = INDEX_ISSUES[code];
  return new CybexError('invalid-argument', `${meaning} (${where}) [${code}]`, { remedy });
}

function newer(version: number): CybexError {
  const { meaning, remedy } = INDEX_ISSUES['advisory-file-version'];
  const message = `${meaning} It has version ${version}; this program reads ${VERSION}.`;
  return new CybexError('unsupported', `${message} [advisory-file-version]`, { remedy });
}
