/** What a scan is given: records, catalogues, statements, rules; read from files and folders. */
import { basename } from 'node:path';
import { CybexError } from '../core/error.ts';
import { isJsonObject, type JsonObject, type JsonValue, readJson } from '../core/json/index.ts';
import { objectsOf, textOf } from '../core/json/view.ts';
import { LIMITS } from '../core/limits.ts';
import { type EpssDay, readEpss } from '../state/epss/index.ts';
import { SourceLedger } from '../state/exposure-report/index.ts';
import { type KevCatalogue, readKev, readKevCsv } from '../state/kev/index.ts';
import type { Context } from './context.ts';
import { inputFiles, openInput } from './input.ts';
import { scanWords } from './scan-words.ts';

/** Everything that an SBOM is held against. */
export interface ScanMaterial {
  readonly records: JsonObject[];
  readonly kev: KevCatalogue[];
  epss: EpssDay | null;
  readonly ledger: SourceLedger;
  /** Files that could not be read. */
  readonly unreadable: string[];
  /** CVEs of an index that NVD has not analysed. */
  unanalysed: number;
}

export function noMaterial(): ScanMaterial {
  return {
    records: [],
    kev: [],
    epss: null,
    ledger: new SourceLedger(),
    unreadable: [],
    unanalysed: 0,
  };
}

/** Records of any format, and catalogues that lie among them. */
export async function readAdvisories(
  context: Context,
  paths: readonly string[],
  into: ScanMaterial,
): Promise<void> {
  for (const file of inputFiles(paths)) {
    const value = await readJsonFile(context, file, into.unreadable);
    for (const record of recordsIn(value)) {
      if (isKev(record)) addKev(record, file, into);
      else {
        into.records.push(record);
        into.ledger.put(record);
      }
    }
    context.print.progress(scanWords().documents(into.records.length));
  }
}

/** A list is its elements; a page of NVD's is its vulnerabilities. */
export function recordsIn(value: JsonValue | undefined): readonly JsonObject[] {
  if (Array.isArray(value)) return (value as readonly JsonValue[]).flatMap(recordsIn);
  if (!isJsonObject(value)) return [];
  const page = objectsOf(value, 'vulnerabilities').flatMap((each) => {
    const cve = Object.hasOwn(each, 'cve') ? each.cve : undefined;
    return isJsonObject(cve) ? [cve] : [];
  });
  return page.length > 0 ? page : [value];
}

/** Statements only: what they are about is no data of an ecosystem. */
export async function readStatements(
  context: Context,
  paths: readonly string[],
  into: ScanMaterial,
): Promise<readonly JsonObject[]> {
  const documents: JsonObject[] = [];
  for (const file of inputFiles(paths)) {
    for (const each of recordsIn(await readJsonFile(context, file, into.unreadable))) {
      documents.push(each);
      into.ledger.put(each);
    }
  }
  return documents;
}

/** Catalogues in JSON or CSV. */
export async function readCatalogues(paths: readonly string[], into: ScanMaterial): Promise<void> {
  for (const file of paths) {
    const text = new TextDecoder().decode(await bytesOf(file));
    if (/^\s*\{/.test(text)) {
      const read = readJson(text, { maxBytes: LIMITS.document.bytes });
      if (read.ok && isJsonObject(read.value) && isKev(read.value)) {
        addKev(read.value, file, into);
        continue;
      }
    } else {
      const { catalogue, issues } = readKevCsv(text, basename(file));
      if (catalogue.entries.size > 0 || issues.length === 0) {
        into.kev.push(catalogue);
        const newest = [...catalogue.entries.values()].map(({ added }) => added).sort();
        const date = newest.at(-1);
        into.ledger.add({
          kind: 'kev',
          name: catalogue.source,
          date: date === undefined ? null : `${date}T00:00:00Z`,
          count: catalogue.entries.size,
        });
        continue;
      }
    }
    throw new CybexError(
      'invalid-argument',
      `${file} is no catalogue of exploited vulnerabilities.`,
      {
        remedy: 'Give the KEV catalogue in its JSON or CSV form.',
      },
    );
  }
}

/** A catalogue of exploited vulnerabilities in CISA's form. */
export function isKev(value: JsonObject): boolean {
  return textOf(value, 'catalogVersion') !== undefined && Array.isArray(value.vulnerabilities);
}

/** Whose catalogue it is, as its title says, else by the name of its file. */
export function kevSource(value: JsonObject, file: string): string {
  const title = textOf(value, 'title') ?? '';
  return /\bCISA\b/.test(title) ? 'CISA' : title || file;
}

function addKev(value: JsonObject, file: string, into: ScanMaterial): void {
  const { catalogue } = readKev(value, kevSource(value, basename(file)));
  into.kev.push(catalogue);
  const { source: name, released, entries } = catalogue;
  into.ledger.add({
    kind: 'kev',
    name,
    date: released === '' ? null : released,
    count: entries.size,
  });
}

/** The scores of one day. */
export async function readScores(file: string, into: ScanMaterial): Promise<void> {
  const read = readEpss(new TextDecoder().decode(await bytesOf(file)));
  if (!read.ok) {
    const [first] = read.issues;
    throw new CybexError('invalid-argument', `${file}: ${first?.message ?? 'no EPSS scores'}`, {
      remedy: 'Give the CSV of one day, as FIRST publishes it.',
    });
  }
  into.epss = read.value;
  const { model, date, size } = read.value;
  into.ledger.add({ kind: 'epss', name: model, date: `${date}T00:00:00Z`, count: size });
}

/** Rules that hide findings; what is wrong with a rule is found when it is to be applied. */
export async function readRules(file: string): Promise<readonly object[]> {
  const read = readJson(await bytesOf(file));
  if (!read.ok || !Array.isArray(read.value)) {
    const [first] = read.ok ? [] : read.issues;
    const what = first === undefined ? 'is no list of rules' : `is no JSON: ${first.message}`;
    throw new CybexError('invalid-argument', `${file} ${what}.`, {
      remedy: 'A JSON list; each rule has reason, author, expires and what it is about.',
    });
  }
  return (read.value as readonly JsonValue[]).filter(isJsonObject);
}

async function readJsonFile(
  context: Context,
  file: string,
  unreadable: string[],
): Promise<JsonValue | undefined> {
  const read = readJson(await bytesOf(file), { maxBytes: LIMITS.document.bytes });
  if (read.ok) return read.value;
  unreadable.push(file);
  context.print.note(`${file}: ${read.issues[0]?.message ?? 'not JSON'}`);
  return undefined;
}

/** Throws CybexError `invalid-argument` for a file that is not there. */
export async function bytesOf(file: string): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for (const each of inputFiles([file])) {
    for await (const piece of openInput(each)) pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
