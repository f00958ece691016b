/** Matching and paging over records in memory, in the order that the port states. */
import type { Micros } from '../../../core/clock.ts';
import { compareTimestamps } from '../../../core/timestamp.ts';
import type { TaxiiMatch, TaxiiPageHead, TaxiiQuery, TaxiiVersion } from '../port.ts';

export interface MemoryRecord {
  readonly id: string;
  readonly type: string;
  readonly specVersion: string;
  /** `modified`, else `created`, else the time it was added (TAXII 2.1 §5.3.1). */
  readonly version: string;
  readonly added: Micros;
  readonly tie: number;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** Organisation that added it. */
  readonly owner: string;
  readonly visibleTo: (organisation: string) => boolean;
}

function newest(specVersions: readonly string[]): string {
  const value = (text: string) => Number(text.replace('.', '')) || 0;
  return specVersions.reduce((best, next) => (value(next) > value(best) ? next : best), '0.0');
}

function groupById(records: readonly MemoryRecord[]): Map<string, MemoryRecord[]> {
  const groups = new Map<string, MemoryRecord[]>();
  for (const record of records) {
    const group = groups.get(record.id);
    if (group === undefined) groups.set(record.id, [record]);
    else group.push(record);
  }
  return groups;
}

/** Without match[spec_version]: the newest specification version of each object (§3.4.1). */
function inSpecVersion(group: readonly MemoryRecord[], wanted: readonly string[] | undefined) {
  const specVersions = wanted ?? [newest(group.map((record) => record.specVersion))];
  return group.filter((record) => specVersions.includes(record.specVersion));
}

function isWanted(record: MemoryRecord, group: readonly MemoryRecord[], wanted: TaxiiVersion) {
  if (wanted === 'all') return true;
  const isWithin = (sign: 1 | -1) =>
    group.every((other) => compareTimestamps(other.version, record.version) !== sign);
  if (wanted === 'last') return isWithin(1);
  if (wanted === 'first') return isWithin(-1);
  return compareTimestamps(record.version, wanted.version) === 0;
}

/** What matches, in the order of the collection; absent fields as the port says for reading. */
export function matchRecords(records: readonly MemoryRecord[], match: TaxiiMatch): MemoryRecord[] {
  const named = records.filter(
    (record) =>
      (match.ids?.includes(record.id) ?? true) && (match.types?.includes(record.type) ?? true),
  );
  const versions = match.versions ?? ['last'];
  const matched = [...groupById(named).values()].flatMap((all) => {
    const group = inSpecVersion(all, match.specVersions);
    return group.filter((record) => versions.some((wanted) => isWanted(record, group, wanted)));
  });
  return matched.sort((a, b) => a.added - b.added || a.tie - b.tie);
}

function isAfter(record: MemoryRecord, { addedAfter, after }: TaxiiQuery): boolean {
  if (addedAfter !== undefined && record.added <= addedAfter) return false;
  if (after === undefined) return true;
  return (
    record.added > after.position || (record.added === after.position && record.tie > after.tie)
  );
}

/** As many as limit and maxBytes admit, at least one. */
function cut(records: readonly MemoryRecord[], query: TaxiiQuery): MemoryRecord[] {
  const page: MemoryRecord[] = [];
  let bytes = 0;
  for (const record of records) {
    bytes += record.bytes.length + 1;
    if (page.length >= query.limit || (page.length > 0 && bytes > query.maxBytes)) break;
    page.push(record);
  }
  return page;
}

/**
 * Who walks by `added_after` instead of `next` must not lose the rest of a tie: a page that starts
 * without a cursor ends before a tie that does not fit, where it can.
 */
function wholeTies(page: readonly MemoryRecord[], following: MemoryRecord | undefined) {
  if (following === undefined || page.at(-1)?.added !== following.added) return page;
  const before = page.filter((record) => record.added < following.added);
  return before.length > 0 ? before : page;
}

export interface MemoryPage {
  readonly records: readonly MemoryRecord[];
  readonly head: TaxiiPageHead;
}

export function pageOf(
  visible: readonly MemoryRecord[],
  query: TaxiiQuery,
  epoch: string,
): MemoryPage {
  const rest = matchRecords(visible, query.match).filter((record) => isAfter(record, query));
  const fitting = cut(rest, query);
  const records = query.after === undefined ? wholeTies(fitting, rest[fitting.length]) : fitting;
  const first = records[0];
  const last = records.at(-1);
  const ends =
    first === undefined || last === undefined
      ? {}
      : { first: first.added, last: { position: last.added, tie: last.tie } };
  const head = { count: records.length, more: records.length < rest.length, epoch, ...ends };
  return { records, head };
}
