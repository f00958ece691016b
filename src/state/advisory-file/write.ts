/** Writes a file of advisories: records come in any order and lie together by their names. */
import { sha256 } from '../../core/digest.ts';
import { encodeUtf8, type JsonObject } from '../../core/json/index.ts';
import { objectsOf, textOf } from '../../core/json/view.ts';
import { compareTimestamps } from '../../core/timestamp.ts';
import type { EpssDay } from '../epss/index.ts';
import { coverageOf } from '../exposure/index.ts';
import { type DataSource, kindOf, type SourceLedger, sourcesOf } from '../exposure-report/index.ts';
import { hasApplicability } from '../nvd/index.ts';
import { BLOCK_TEXT_BYTES, type Block, deflateBlock, encodeBlocks } from './blocks.ts';
import {
  type ByteTarget,
  type FileHead,
  MAGIC,
  PREAMBLE_BYTES,
  RECORD_WORDS,
  type Section,
  type SectionName,
  VERSION,
} from './format.ts';
import { nameNumber } from './hash.ts';
import { editionOf, identityOf, namesOfRecord, ownIdOf } from './names.ts';
import { encodeEpss, encodeNumbers, Numbers } from './numbers.ts';

/** Where texts wait until all are known. */
export interface Spill {
  /** Adds to the end, and says where it begins. */
  append(bytes: Uint8Array): number;
  read(offset: number, length: number): Uint8Array;
}

interface Kept {
  /** The first name, by which neighbours are chosen. */
  readonly order: string;
  readonly offset: number;
  readonly bytes: number;
  readonly names: readonly number[];
  readonly ids: readonly number[];
  readonly releases: readonly string[];
  readonly edition: string;
  readonly sources: readonly DataSource[];
  readonly unanalysed: boolean;
}

/** A catalogue of exploited vulnerabilities in its JSON form, and whose it is. */
export interface KevSource {
  readonly source: string;
  readonly catalogue: JsonObject;
}

export interface WriteHead {
  readonly tool: string;
  readonly made: string;
  readonly sources: readonly DataSource[];
  readonly unreadable: FileHead['unreadable'];
}

export class AdvisoryFileWriter {
  readonly #spill: Spill;
  readonly #kept = new Map<string, Kept>();
  readonly #kev = new Map<string, KevSource>();
  #epss: EpssDay | null = null;

  constructor(spill: Spill) {
    this.#spill = spill;
  }

  get records(): number {
    return this.#kept.size;
  }

  /**
   * Takes a record; of two editions of one the newer stays, of equal ones the later. `none` is what
   * is no record, `older` what was not taken.
   */
  put(record: JsonObject): 'added' | 'replaced' | 'older' | 'none' {
    const identity = identityOf(record);
    if (identity === null) return 'none';
    const edition = editionOf(record);
    const known = this.#kept.get(identity);
    if (known !== undefined && compareTimestamps(edition, known.edition) < 0) return 'older';
    const text = encodeUtf8(JSON.stringify(record));
    const names = namesOfRecord(record);
    const own = ownIdOf(record);
    this.#kept.set(identity, {
      order: names[0] ?? `z\n${identity}`,
      offset: this.#spill.append(text),
      bytes: text.length,
      names: names.map(nameNumber),
      ids: own === null ? [] : [nameNumber(own)],
      edition,
      sources: sourcesOf(record),
      unanalysed: kindOf(record) === 'nvd' && !hasApplicability(record),
      releases: releasesOf(record),
    });
    return known === undefined ? 'added' : 'replaced';
  }

  /** Catalogues, of which one replaces an earlier one of the same source; scores of one day. */
  add(kev: readonly KevSource[], epss: EpssDay | null): void {
    for (const each of kev) this.#kev.set(each.source, each);
    this.#epss = epss ?? this.#epss;
  }

  /** Counts what is in it. */
  describe(ledger: SourceLedger): void {
    for (const { sources } of this.#kept.values()) for (const each of sources) ledger.add(each);
    for (const { source: name, catalogue } of this.#kev.values()) {
      const date = textOf(catalogue, 'dateReleased') ?? null;
      ledger.add({
        kind: 'kev',
        name,
        date,
        count: objectsOf(catalogue, 'vulnerabilities').length,
      });
    }
    const epss = this.#epss;
    if (epss === null) return;
    const { model: name, date, size: count } = epss;
    ledger.add({ kind: 'epss', name, date: `${date}T00:00:00Z`, count });
  }

  /** Writes everything, and says what stands in the head. */
  finish(target: ByteTarget, head: WriteHead, progress: (done: number) => void): FileHead {
    const identities = [...this.#kept.keys()].sort((a, b) => this.#compare(a, b));
    const kept = identities.flatMap((identity) => this.#kept.get(identity) ?? []);
    const out = new Sections(target);
    const { blocks, records, text } = this.#writeBlocks(out, kept, progress);
    out.put('blockTable', encodeBlocks(blocks));
    out.put('records', encodeNumbers(records));
    const names = new Numbers(kept.map((each) => each.names));
    out.put('names', encodeNumbers(names.numbers));
    out.put('postings', encodeNumbers(names.postings));
    out.put('ids', new Numbers(kept.map((each) => each.ids)).encoded());
    out.put('kev', encodeUtf8(JSON.stringify([...this.#kev.values()])));
    const epss = this.#epss;
    out.put('epss', epss === null ? new Uint8Array(0) : encodeEpss(epss));
    return out.finish({
      ...head,
      format: MAGIC,
      version: VERSION,
      records: kept.length,
      unanalysed: kept.filter(({ unanalysed }) => unanalysed).length,
      text,
      names: names.count,
      blocks: blocks.length,
      witnesses: witnessesOf(kept),
      epss: epss === null ? null : { model: epss.model, date: epss.date, count: epss.size },
    });
  }

  /** By first name, then identity: the same records make the same file. */
  #compare(a: string, b: string): number {
    const [orderA, orderB] = [this.#kept.get(a)?.order ?? '', this.#kept.get(b)?.order ?? ''];
    if (orderA !== orderB) return orderA < orderB ? -1 : 1;
    return a < b ? -1 : a > b ? 1 : 0;
  }

  #writeBlocks(out: Sections, kept: readonly Kept[], progress: (done: number) => void) {
    const blocks: Block[] = [];
    const records = new Uint32Array(kept.length * RECORD_WORDS);
    let texts: Uint8Array[] = [];
    let room = 0;
    let text = 0;
    const close = () => {
      if (texts.length === 0) return;
      const { bytes, digest } = deflateBlock(Buffer.concat(texts));
      blocks.push({ offset: out.block(bytes), bytes: bytes.length, text: room, digest });
      [texts, room] = [[], 0];
    };
    for (const [i, { offset, bytes }] of kept.entries()) {
      if (room > 0 && room + bytes > BLOCK_TEXT_BYTES) close();
      records.set([blocks.length, room, bytes], i * RECORD_WORDS);
      texts.push(this.#spill.read(offset, bytes));
      room += bytes;
      text += bytes;
      if (i % 1_000 === 0) progress(i);
    }
    close();
    return { blocks, records, text };
  }
}

/** The kind, and of what there are data: a scan has to know it of what it does not look up. */
function releasesOf(record: JsonObject): readonly string[] {
  return [kindOf(record), ...coverageOf(record)];
}

/** The shortest record of each, the first of several. */
function witnessesOf(kept: readonly Kept[]): readonly number[] {
  const shortest = new Map<string, number>();
  for (const [i, { releases, bytes }] of kept.entries()) {
    for (const release of releases) {
      const known = shortest.get(release);
      if (known === undefined || bytes < (kept[known]?.bytes ?? 0)) shortest.set(release, i);
    }
  }
  return [...new Set(shortest.values())].sort((a, b) => a - b);
}

/** Sections in the order in which they come, and the head behind them. */
class Sections {
  readonly #target: ByteTarget;
  readonly #sections: Partial<Record<SectionName, Section>> = {};
  #at = PREAMBLE_BYTES;

  constructor(target: ByteTarget) {
    this.#target = target;
  }

  block(bytes: Uint8Array): number {
    const offset = this.#at;
    this.#write(bytes);
    return offset;
  }

  put(name: SectionName, bytes: Uint8Array): void {
    this.#sections.blocks ??= {
      offset: PREAMBLE_BYTES,
      bytes: this.#at - PREAMBLE_BYTES,
      sha256: '',
    };
    this.#sections[name] = {
      offset: this.#at,
      bytes: bytes.length,
      sha256: sha256(bytes).toString('hex'),
    };
    this.#write(bytes);
  }

  finish(head: Omit<FileHead, 'sections'>): FileHead {
    const whole = { ...head, sections: this.#sections as FileHead['sections'] };
    const bytes = encodeUtf8(JSON.stringify(whole));
    const preamble = new Uint8Array(PREAMBLE_BYTES);
    preamble.set(encodeUtf8(MAGIC));
    const view = new DataView(preamble.buffer);
    view.setUint32(16, VERSION, true);
    view.setUint32(20, bytes.length, true);
    view.setFloat64(24, this.#at, true);
    preamble.set(sha256(bytes), 32);
    this.#write(bytes);
    this.#target.write(0, preamble);
    return whole;
  }

  #write(bytes: Uint8Array): void {
    this.#target.write(this.#at, bytes);
    this.#at += bytes.length;
  }
}
