/** What an index is built from: trees, archives, pages, catalogues, scores; one file at a time. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { CybexError } from '../core/error.ts';
import { readJson } from '../core/json/index.ts';
import { LIMITS } from '../core/limits.ts';
import {
  type AdvisoryFile,
  type AdvisoryFileWriter,
  zipEntries,
} from '../state/advisory-file/index.ts';
import { readEpss } from '../state/epss/index.ts';
import { SourceLedger } from '../state/exposure-report/index.ts';
import type { Context } from './context.ts';
import { sourceOf } from './scan-index-files.ts';
import { isKev, kevSource, recordsIn } from './scan-input.ts';
import { scanWords } from './scan-words.ts';

export interface Counts {
  readonly files: number;
  readonly added: number;
  readonly replaced: number;
  /** Editions that are older than what is there. */
  readonly older: number;
  /** Files without a record that is known. */
  readonly others: number;
}

export interface Gathered {
  readonly ledger: SourceLedger;
  readonly counts: Counts;
  readonly unreadable: readonly string[];
}

/** Puts everything below the paths into the writer, on top of an older index where there is one. */
export async function gather(
  context: Context,
  paths: readonly string[],
  writer: AdvisoryFileWriter,
  before?: AdvisoryFile,
): Promise<Gathered> {
  const gathering = new Gathering(context, writer);
  if (before !== undefined) gathering.takeOver(before);
  for (const path of paths) {
    for (const file of filesOf(path)) gathering.file(file);
  }
  return gathering.done();
}

const TAKEN = /\.(?:json|csv)(?:\.gz)?$|\.zip$/i;

/** Files of a folder in order of name; a file that is named is taken whatever its name. */
function* filesOf(path: string): Generator<string> {
  const kind = statSync(path, { throwIfNoEntry: false });
  if (kind === undefined) throw new CybexError('invalid-argument', `There is no file ${path}.`);
  if (!kind.isDirectory()) {
    yield path;
    return;
  }
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' });
  for (const name of names.filter((each) => TAKEN.test(each)).sort()) yield join(path, name);
}

class Gathering {
  readonly #context: Context;
  readonly #writer: AdvisoryFileWriter;
  readonly #unreadable: string[] = [];
  readonly #counts = { files: 0, added: 0, replaced: 0, older: 0, others: 0 };

  constructor(context: Context, writer: AdvisoryFileWriter) {
    this.#context = context;
    this.#writer = writer;
  }

  takeOver(before: AdvisoryFile): void {
    for (const record of before.all()) this.#writer.put(record);
    this.#unreadable.push(...before.head.unreadable.names);
  }

  done(): Gathered {
    const ledger = new SourceLedger();
    this.#writer.describe(ledger);
    return { ledger, counts: this.#counts, unreadable: this.#unreadable };
  }

  file(path: string): void {
    if (!/\.zip$/i.test(path)) {
      this.#document(path, unzipped(path));
      return;
    }
    const { source, close } = sourceOf(path);
    try {
      for (const { name, bytes } of zipEntries(source)) {
        if (name === '' || TAKEN.test(name)) this.#document(`${path}:${name}`, bytes);
      }
    } finally {
      close();
    }
  }

  /** `bytes` are null where the file cannot be unpacked. */
  #document(path: string, bytes: Uint8Array | null): void {
    this.#counts.files++;
    const { files } = this.#counts;
    if (files % 500 === 0) this.#context.print.progress(scanWords().documents(files));
    if (bytes === null) this.#unreadable.push(path);
    else if (/^(?:\ufeff)?#model_version:/.test(startOf(bytes))) this.#scores(path, bytes);
    else this.#json(path, bytes);
  }

  #scores(path: string, bytes: Uint8Array): void {
    const read = readEpss(new TextDecoder().decode(bytes));
    if (read.ok) this.#writer.add([], read.value);
    else this.#unreadable.push(path);
  }

  #json(path: string, bytes: Uint8Array): void {
    const read = readJson(bytes, { maxBytes: LIMITS.document.bytes });
    if (!read.ok) {
      this.#unreadable.push(path);
      return;
    }
    let known = 0;
    for (const record of recordsIn(read.value)) {
      if (isKev(record)) {
        this.#writer.add([{ source: kevSource(record, basename(path)), catalogue: record }], null);
        known++;
        continue;
      }
      const outcome = this.#writer.put(record);
      if (outcome === 'none') continue;
      known++;
      this.#counts[outcome]++;
    }
    if (known === 0) this.#counts.others++;
  }
}

function startOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes.subarray(0, 64));
}

function unzipped(path: string): Uint8Array | null {
  const bytes = readFileSync(path);
  if (!/\.gz$/i.test(path)) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: LIMITS.document.bytes });
  } catch {
    return null;
  }
}
