/** The tree of cvelistV5: where a record lies, what changed since, all of it through a port. */
import type { Issue } from '../../core/issue.ts';
import { isJsonObject, type JsonValue, readJson } from '../../core/json/index.ts';
import { entriesOf, textOf } from '../../core/json/view.ts';
import { compareTimestamps, timestampKey } from '../../core/timestamp.ts';
import { zoned } from './schema/forms.ts';

/** A folder that can be read; paths with slashes, from the root of the list. */
export interface CveListing {
  /** Names of what a folder holds; empty where there is none. */
  list(folder: string): Promise<readonly string[]>;
  /** Bytes of a file; null where there is none. */
  read(path: string): Promise<Uint8Array | null>;
}

const ID = /^CVE-([0-9]{4})-([0-9]{4,19})$/;

/** Path of a record, e.g. `cves/2026/12xxx/CVE-2026-12345.json`; null where the id is none. */
export function cveListPath(id: string): string | null {
  const parts = ID.exec(id);
  if (parts === null) return null;
  const [, year = '', number = ''] = parts;
  // Numbers have up to 19 digits: the folder is made from the text, never from a number.
  return `cves/${year}/${number.slice(0, -3)}xxx/${id}.json`;
}

/** A file of the tree. */
export interface CveListEntry {
  readonly id: string;
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Walks all records, year by year; what is not where its name says is left out. */
export async function* walkCveList(listing: CveListing): AsyncGenerator<CveListEntry> {
  for (const year of sorted(await listing.list('cves'), /^[0-9]{4}$/)) {
    for (const folder of sorted(await listing.list(`cves/${year}`), /^[0-9]{1,16}xxx$/)) {
      const names = await listing.list(`cves/${year}/${folder}`);
      for (const name of sorted(names, /^CVE-[0-9]{4}-[0-9]{4,19}\.json$/)) {
        const id = name.slice(0, -5);
        const path = `cves/${year}/${folder}/${name}`;
        if (cveListPath(id) !== path) continue;
        const bytes = await listing.read(path);
        if (bytes !== null) yield { id, path, bytes };
      }
    }
  }
}

/** By number, not by text: 9xxx before 10xxx. */
function sorted(names: readonly string[], form: RegExp): string[] {
  return names
    .filter((name) => form.test(name))
    .sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
}

export interface CveChange {
  readonly id: string;
  readonly kind: 'new' | 'updated';
  /** As written; empty where it is missing. */
  readonly dateUpdated: string;
}

/** One fetch of the list: `delta.json`, or an entry of `deltaLog.json`. */
export interface CveDelta {
  readonly fetchTime: string;
  readonly changes: readonly CveChange[];
  /** Ids that the list itself could not fetch. */
  readonly failed: readonly string[];
}

export interface ReadDeltas {
  readonly deltas: readonly CveDelta[];
  readonly issues: readonly Issue[];
}

/** Reads `delta.json` (one) or `deltaLog.json` (many). */
export function readCveDeltas(bytes: Uint8Array): ReadDeltas {
  const read = readJson(bytes);
  if (!read.ok) return { deltas: [], issues: read.issues };
  const values: readonly JsonValue[] = Array.isArray(read.value) ? read.value : [read.value];
  const issues: Issue[] = [...read.issues];
  const deltas = values.flatMap((value, i) => {
    const path = Array.isArray(read.value) ? `/${i}` : '';
    const delta = deltaOf(value, path, issues);
    return delta === null ? [] : [delta];
  });
  return { deltas, issues };
}

function deltaOf(value: JsonValue, path: string, issues: Issue[]): CveDelta | null {
  const fetchTime = textOf(value, 'fetchTime') ?? '';
  if (!isJsonObject(value) || timestampKey(zoned(fetchTime)) === '') {
    issues.push(problem(path, 'A delta has no fetchTime that can be read.'));
    return null;
  }
  const changes = (['new', 'updated'] as const).flatMap((kind) =>
    entriesOf(value, kind).flatMap((entry, i) => {
      const id = textOf(entry, 'cveId') ?? '';
      if (cveListPath(id) !== null) {
        return [{ id, kind, dateUpdated: textOf(entry, 'dateUpdated') ?? '' }];
      }
      issues.push(problem(`${path}/${kind}/${i}`, 'A change names no CVE id.'));
      return [];
    }),
  );
  const stated = value.numberOfChanges;
  if (typeof stated === 'number' && stated !== changes.length) {
    issues.push(
      problem(`${path}/numberOfChanges`, `${stated} changes are stated, ${changes.length} listed.`),
    );
  }
  const failed = entriesOf(value, 'error').map((entry) => textOf(entry, 'cveId') ?? '');
  return { fetchTime, changes, failed: failed.filter(Boolean) };
}

function problem(path: string, message: string): Issue {
  const clause = 'cvelistV5, delta.json';
  return { code: 'cve-delta', severity: 'warning', clause, path, message };
}

/**
 * Ids that changed after a time, each once, by its last change; null where the log does not reach
 * back that far, so that the whole tree must be walked.
 */
export function changedSince(deltas: readonly CveDelta[], since: string): CveChange[] | null {
  const times = deltas.map(({ fetchTime }) => zoned(fetchTime)).sort(compareTimestamps);
  const [oldest] = times;
  if (oldest === undefined || compareTimestamps(oldest, zoned(since)) > 0) return null;
  const later = deltas
    .filter(({ fetchTime }) => compareTimestamps(zoned(fetchTime), zoned(since)) > 0)
    .sort((a, b) => compareTimestamps(zoned(a.fetchTime), zoned(b.fetchTime)));
  const changed = new Map<string, CveChange>();
  for (const { changes } of later) {
    for (const change of changes) {
      const kind = changed.get(change.id)?.kind === 'new' ? 'new' : change.kind;
      changed.set(change.id, { ...change, kind });
    }
  }
  return [...changed.values()];
}
