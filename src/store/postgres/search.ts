/** Finding records for a person: by id, type, words, value, edge; newest or oldest first. */
import { LIMITS } from '../../core/limits.ts';
import { tokenizeQuery } from '../../core/text/tokenize.ts';
import type { Cursor, RecordPage, RecordQuery } from '../port.ts';
import { compareCursors } from '../position.ts';
import { type Candidate, Parameters, preparedSql, readCandidates } from './candidates.ts';
import { rowsOf, sql } from './connect.ts';
import { laneLabels } from './lanes.ts';
import { LAST_TIE, type Snapshot } from './page-rows.ts';
import { recordViews } from './record-views.ts';
import { visibleRow } from './view-bits.ts';
import { int8s, texts } from './wire.ts';
import { keyToken, tokenOf, tsquery } from './words.ts';

const OBJECTS_NAMED = sql('SELECT id FROM object WHERE name = ANY ($1::text[])');

type Found = Pick<Candidate, 'id' | 'position' | 'tie'>;

/** One page of what this viewer may see of the records that match. */
export async function search(snapshot: Snapshot, query: RecordQuery): Promise<RecordPage> {
  const collections = readableOf(snapshot, query);
  const limit = Math.max(1, Math.min(query.limit, LIMITS.taxii.pageMax));
  const found = collections.length === 0 ? [] : await findRows(snapshot, query, collections, limit);
  const rows = found.slice(0, limit);
  const records = await recordViews(
    snapshot,
    rows.map((row) => row.id),
  );
  const last = rows.at(-1);
  return {
    records,
    more: found.length > limit,
    ...(last !== undefined && { last: { position: last.position, tie: last.tie } }),
  };
}

/** Numbers of the collections to look in; none named means all that may be read. */
export function readableOf(
  { access }: Snapshot,
  { collections }: Pick<RecordQuery, 'collections'>,
): number[] {
  const wanted = collections.length === 0 ? [...access.readable.keys()] : new Set(collections);
  return [...wanted].flatMap((id) => access.readable.get(id) ?? []);
}

/** At most one row more than `limit`, in order. */
async function findRows(
  snapshot: Snapshot,
  query: RecordQuery,
  collections: readonly number[],
  limit: number,
): Promise<readonly Found[]> {
  const { current, runner, access } = snapshot;
  if (query.type !== undefined) await current.terms.find(runner, [query.type]);
  const words = wordsOf(query);
  if (words === null) return [];
  if (words.length === 0 && query.id === undefined) {
    return newestOrOldest(snapshot, query, collections, limit);
  }
  const parameters = new Parameters();
  const conditions = [`m.collection = ANY (${parameters.add([...collections], 'integer[]')})`];
  const visible = parameters.add(access.bits.visible, 'bytea');
  const owned = parameters.add(access.bits.owned, 'bytea');
  conditions.push(visibleRow('m', visible, owned), placeCondition(query, parameters));
  if (query.type !== undefined) {
    conditions.push(`m.type = ${parameters.add(current.terms.id(query.type) ?? -1, 'integer')}`);
  }
  if (query.id !== undefined) {
    const objects = await rowsOf<{ id: number }>(runner, OBJECTS_NAMED, texts([query.id]));
    const numbers = int8s(objects.map(({ id }) => id));
    conditions.push(`m.object = ANY (${parameters.add(numbers, 'bigint[]')})`);
  }
  let from = 'membership m';
  if (words.length > 0) {
    from = 'fact f JOIN membership m ON m.record = f.record';
    const asked = tsquery(words, access.bits.fewLabels());
    conditions.push(`f.words @@ ${parameters.add(asked, 'tsquery')}`);
  }
  const direction = query.order === 'newest' ? 'DESC' : 'ASC';
  const text = `SELECT m.id, m.position, m.tie FROM ${from} WHERE ${conditions.join(' AND ')}
    ORDER BY m.position ${direction}, m.tie ${direction}
    LIMIT ${parameters.add(limit + 1, 'bigint')}`;
  return rowsOf<Found>(runner, preparedSql(text), ...parameters.values);
}

/** Tokens that a record must have; null when the text asked for can not be found at all. */
function wordsOf(query: RecordQuery): string[] | null {
  const tokens = query.text === undefined ? [] : tokenizeQuery(query.text);
  if (query.text !== undefined && tokens.length === 0) return null;
  return [
    ...tokens.map((token) => tokenOf('word', token)),
    ...(query.value === undefined ? [] : [keyToken('value', query.value)]),
    ...(query.pointsAt === undefined ? [] : [keyToken('pointsAt', query.pointsAt)]),
  ];
}

function placeCondition(query: RecordQuery, parameters: Parameters): string {
  const { position, tie } = startOf(query);
  const sign = query.order === 'newest' ? '<' : '>';
  return `(m.position, m.tie) ${sign}
    (${parameters.add(position, 'bigint')}, ${parameters.add(tie, 'bigint')})`;
}

function startOf(query: RecordQuery): Cursor {
  if (query.after !== undefined) return query.after;
  const position = query.order === 'newest' ? Number.MAX_SAFE_INTEGER : -1;
  return { position, tie: LAST_TIE };
}

/** Without anything to look for: the collections in their order, merged. */
async function newestOrOldest(
  snapshot: Snapshot,
  query: RecordQuery,
  collections: readonly number[],
  limit: number,
): Promise<Found[]> {
  const lists: Found[] = [];
  for (const collection of collections) {
    lists.push(...(await firstRows(snapshot, query, collection, limit + 1)));
  }
  const sign = query.order === 'newest' ? -1 : 1;
  return lists.sort((a, b) => sign * compareCursors(a, b)).slice(0, limit + 1);
}

async function firstRows(
  { runner, current, clock, access, epochs }: Snapshot,
  query: RecordQuery,
  collection: number,
  limit: number,
): Promise<Candidate[]> {
  const labels = await laneLabels(runner, clock, access.bits, collection, epochs.pairs, limit);
  const types = query.type === undefined ? null : [current.terms.id(query.type) ?? -1];
  const wanted = { collection, bits: access.bits, types, specs: null, versions: null, labels };
  const descending = query.order === 'newest';
  const rows: Candidate[] = [];
  for (let after = startOf(query); ; ) {
    const batch = await readCandidates(runner, { ...wanted, after, descending }, limit);
    rows.push(...batch.rows);
    if (batch.complete || rows.length >= limit) return rows;
    after = batch.rows.at(-1) ?? after;
  }
}
