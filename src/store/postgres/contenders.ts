/** The visible memberships of objects, as the match rules look at them. */
import type { Contender } from '../match.ts';
import { Parameters, preparedSql } from './candidates.ts';
import { type Runner, rowsOf } from './connect.ts';
import type { Terms } from './terms.ts';
import type { ViewBits } from './view-bits.ts';
import { visibleRow } from './view-bits.ts';
import { int8s } from './wire.ts';

/** One membership with everything that a match, a page and a record view ask of it. */
export interface VisibleRow extends Contender {
  readonly collection: number;
  readonly object: number;
  readonly record: number;
  readonly type: number;
  readonly label: number;
  readonly position: number;
  readonly tie: number;
  readonly contest: number;
  readonly size: number;
  readonly sources: readonly number[];
}

interface Row extends Omit<VisibleRow, 'specVersion' | 'versionKey'> {
  readonly spec: number;
  readonly version_key: string;
}

/** Visible memberships of these objects in one collection, or in all (null), earliest first. */
export async function visibleRows(
  runner: Runner,
  terms: Terms,
  bits: ViewBits,
  collections: readonly number[],
  objects: readonly number[],
): Promise<VisibleRow[]> {
  if (objects.length === 0 || collections.length === 0) return [];
  const parameters = new Parameters();
  const wanted = parameters.add(int8s(objects), 'bigint[]');
  const within = parameters.add([...collections], 'integer[]');
  const visible = parameters.add(bits.visible, 'bytea');
  const owned = parameters.add(bits.owned, 'bytea');
  const text = `SELECT m.id, m.collection, m.object, m.record, m.type, m.label, m.position, m.tie,
      m.contest, m.since, m.preference, m.sources, m.spec, m.size, r.version, r.version_key
    FROM unnest(${wanted}) AS u (object) JOIN membership m ON m.object = u.object
      JOIN record r ON r.id = m.record
    WHERE m.collection = ANY (${within}) AND ${visibleRow('m', visible, owned)}`;
  const found = await rowsOf<Row>(runner, preparedSql(text), ...parameters.values);
  // Sorted here: to have it in order the server would read the table along its key.
  const rows = found.sort((a, b) => a.id - b.id);
  await terms.name(
    runner,
    rows.map((row) => row.spec),
  );
  return rows.map(({ spec, version_key: versionKey, ...row }) => ({
    ...row,
    versionKey,
    specVersion: terms.text(spec),
  }));
}

/** Rows by object and collection, in the order given. */
export function grouped<T extends { readonly object: number; readonly collection: number }>(
  rows: readonly T[],
): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const key = `${row.collection}/${row.object}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}
