/** Of what the given records are: sources with their dates and counts. */
import type { JsonObject } from '../../core/json/index.ts';
import { member, objectsOf, textOf } from '../../core/json/view.ts';
import { compareTimestamps, timestampFault } from '../../core/timestamp.ts';
import type { DataSource } from './model.ts';

/** Counts records as they pass; a record of several ecosystems counts for each. */
export class SourceLedger {
  readonly #sources = new Map<
    string,
    { kind: DataSource['kind']; name: string; date: string | null; count: number }
  >();

  put(record: JsonObject): void {
    for (const source of sourcesOf(record)) this.add(source);
  }

  /** A source with its own head, a catalogue say; what is known of it already is added to. */
  add({ kind, name, date, count }: DataSource): void {
    const key = `${kind}\n${name}`;
    const known = this.#sources.get(key);
    const time = date !== null && timestampFault(date, { offsets: true }) === null ? date : null;
    if (known === undefined) this.#sources.set(key, { kind, name, date: time, count });
    else {
      known.count += count;
      if (time !== null && (known.date === null || compareTimestamps(known.date, time) < 0)) {
        known.date = time;
      }
    }
  }

  /** In the order of kind and name. */
  list(): readonly DataSource[] {
    const keys = [...this.#sources.keys()].sort();
    return keys.flatMap((key) => this.#sources.get(key) ?? []);
  }
}

/** Of which sources a record is one: of every ecosystem of which it speaks. */
export function sourcesOf(record: JsonObject): readonly DataSource[] {
  const kind = kindOf(record);
  const date = dateOf(record, kind);
  if (kind !== 'osv') return [{ kind, name: '', date, count: 1 }];
  return ecosystemsOf(record).map((name) => ({ kind, name, date, count: 1 }));
}

/** Which format a record has, by the members that only this format has. */
export function kindOf(record: JsonObject): DataSource['kind'] {
  if (member(record, 'cveMetadata') !== undefined) return 'cve';
  const document = member(record, 'document');
  if (document !== undefined && textOf(document, 'csaf_version') !== undefined) return 'csaf';
  if (/openvex/.test(textOf(record, '@context') ?? '')) return 'vex';
  if (textOf(record, 'bomFormat') === 'CycloneDX') return 'vex';
  if (member(record, 'vulnStatus') !== undefined) return 'nvd';
  const id = textOf(record, 'id');
  if (id === undefined || textOf(record, 'modified') === undefined) return 'other';
  return 'osv';
}

/** Ecosystems without their release, as OSV names them; `GIT` for records of commits alone. */
export function ecosystemsOf(record: JsonObject): readonly string[] {
  const names = objectsOf(record, 'affected').map(
    (entry) => (textOf(member(entry, 'package'), 'ecosystem') ?? 'GIT').split(':')[0] ?? '',
  );
  return [...new Set(names)];
}

function dateOf(record: JsonObject, kind: DataSource['kind']): string | null {
  switch (kind) {
    case 'cve':
      return zoned(textOf(member(record, 'cveMetadata'), 'dateUpdated'));
    case 'csaf':
      return zoned(textOf(member(member(record, 'document'), 'tracking'), 'current_release_date'));
    case 'nvd':
      return zoned(textOf(record, 'lastModified'));
    case 'vex':
      return zoned(textOf(record, 'last_updated') ?? textOf(record, 'timestamp'));
    default:
      return zoned(textOf(record, 'modified'));
  }
}

/** CVE records and NVD write times without a zone and mean UTC. */
function zoned(text: string | undefined): string | null {
  if (text === undefined) return null;
  return /[zZ]$|[+-]\d\d:\d\d$/.test(text) ? text : `${text}Z`;
}
