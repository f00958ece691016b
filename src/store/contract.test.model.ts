/** What a page must be, computed the slow and obvious way from everything that was stored. */
import type { Label } from '../core/label.ts';
import type { Match, VersionSelector } from './port.ts';

/** One membership as the model knows it. */
export interface ModelRow {
  readonly id: string;
  readonly type: string;
  readonly specVersion: string;
  /** As manifest rows show it; for records without one the rendered first position. */
  readonly version: string;
  readonly preference: number;
  /** Number of insertion: the earliest of equals is preferred. */
  readonly order: number;
  readonly label: Label;
  readonly position: number;
  readonly bytes: Buffer;
}

/**
 * The rows that match, by position. The order of the filters is the port's: visible; id, type,
 * spec version; version among those (the first and the last are those of each spec version that
 * was asked for); then one variant of each (id, spec version, version).
 */
export function expectedRows(
  rows: readonly ModelRow[],
  visible: (row: ModelRow) => boolean,
  match: Match,
): ModelRow[] {
  const named = rows
    .filter(visible)
    .filter((row) => match.ids === undefined || match.ids.includes(row.id))
    .filter((row) => match.types === undefined || match.types.includes(row.type));
  const spec = named.filter((row) =>
    match.specVersions === undefined
      ? row.specVersion === newestSpec(named, row.id)
      : match.specVersions.includes(row.specVersion),
  );
  const selectors = match.versions ?? ['last'];
  return spec
    .filter((row) => selectors.some((selector) => isSelected(row, selector, spec)))
    .filter((row, _, chosen) => !chosen.some((other) => isPreferred(other, row)))
    .sort((a, b) => a.position - b.position);
}

function newestSpec(rows: readonly ModelRow[], id: string): string {
  const versions = rows.filter((row) => row.id === id).map((row) => row.specVersion);
  return versions.sort().at(-1) ?? '';
}

function isSelected(row: ModelRow, selector: VersionSelector, among: readonly ModelRow[]): boolean {
  if (selector === 'all') return true;
  if (typeof selector === 'object') return row.version === selector.version;
  const same = (other: ModelRow) => other.id === row.id && other.specVersion === row.specVersion;
  const versions = among.filter(same).map((other) => other.version);
  return row.version === versions.sort().at(selector === 'last' ? -1 : 0);
}

/** Whether `other` stands for `row`: another variant of the same version that is preferred. */
function isPreferred(other: ModelRow, row: ModelRow): boolean {
  if (other.id !== row.id || other.version !== row.version) return false;
  if (other.specVersion !== row.specVersion) return false;
  if (other.preference !== row.preference) return other.preference < row.preference;
  return other.order < row.order;
}

/** RFC 3339 with six digits, as the store renders the version of a record that has none. */
export function renderedPosition(position: number): string {
  const seconds = Math.floor(position / 1_000_000);
  const fraction = String(position - seconds * 1_000_000).padStart(6, '0');
  return `${new Date(seconds * 1_000).toISOString().slice(0, 19)}.${fraction}Z`;
}

/** How many rows a page that starts at `from` may have, at least and at most. */
export function pageLength(
  rows: readonly ModelRow[],
  from: number,
  limit: number,
  splitsTies: boolean,
): number {
  const end = Math.min(from + limit, rows.length);
  const tied = (a: number, b: number) => rows[a]?.position === rows[b]?.position;
  if (end === rows.length || !tied(end - 1, end)) return end - from;
  let start = end - 1;
  while (start > from && tied(start - 1, end)) start--;
  if (start > from) return start - from;
  if (splitsTies) return limit;
  let whole = end;
  while (whole < rows.length && tied(whole, whole - 1)) whole++;
  return whole - from;
}
