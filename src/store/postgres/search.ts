/** Finding records for a person: by id, type, words, value, edge; newest or oldest first. */
import { LIMITS } from '../../core/limits.ts';
import { tokenizeQuery } from '../../core/text/tokenize.ts';
import type { Cursor, RecordPage, RecordQuery } from '../port.ts';
import { compareCursors } from '../position.ts';
import {
  type Candidate,
  orderedRows,
  Parameters,
  preparedSql,
  readCandidates,
} from './candidates.ts';
import { rowsOf, withTextIndex } from './connect.ts';
import { laneLabels } from './lanes.ts';
import { LAST_TIE, type Snapshot } from './page-rows.ts';
import { recordViews } from './record-views.ts';
import { type Shelf, shelvesOf } from './shelves.ts';
import { visibleRow } from './view-bits.ts';
import { texts } from './wire.ts';
import { keyToken, tokenOf, tsquery } from './words.ts';

/** Rows that are looked at for words before the index is asked. */
const WALKED_ROWS = 2_000;

type Found = Pick<Candidate, 'id' | 'position' | 'tie'>;

/** One page of what this viewer may see of the records that match. */
export async function search(snapshot: Snapshot, query: RecordQuery): Promise<RecordPage> {
  const collections = (await readableShelves(snapshot, query)).map(({ id }) => id);
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

/** The shelves to look on; no collection named means all that may be read. */
export async function readableShelves(
  { access, runner }: Snapshot,
  { collections, formats }: Pick<RecordQuery, 'collections' | 'formats'>,
): Promise<Shelf[]> {
  const wanted = collections.length === 0 ? [...access.readable.keys()] : [...new Set(collections)];
  const readable = wanted.filter((id) => access.readable.has(id));
  return shelvesOf(runner, readable, formats);
}

/** At most one row more than `limit`, in order. */
async function findRows(
  snapshot: Snapshot,
  query: RecordQuery,
  collections: readonly number[],
  limit: number,
): Promise<readonly Found[]> {
  const { current, runner } = snapshot;
  if (query.type !== undefined) await current.terms.find(runner, [query.type]);
  const words = wordsOf(query);
  if (words === null) return [];
  if (query.id !== undefined) return ofObject(snapshot, query, collections, words, limit);
  if (words.length === 0) return newestOrOldest(snapshot, query, collections, limit);
  const walked = await walkedFor(snapshot, query, collections, words, limit);
  return walked ?? (await indexedFor(snapshot, query, collections, words, limit));
}

/** What a row must be whatever else is asked: in these collections, visible, of the type, in place. */
function rowConditions(
  { current, access }: Snapshot,
  query: RecordQuery,
  collections: readonly number[],
  parameters: Parameters,
): string[] {
  const visible = parameters.add(access.bits.visible, 'bytea');
  const owned = parameters.add(access.bits.owned, 'bytea');
  const conditions = [
    `m.collection = ANY (${parameters.add([...collections], 'integer[]')})`,
    visibleRow('m', visible, owned),
    placeCondition(query, parameters),
  ];
  if (query.type === undefined) return conditions;
  const type = parameters.add(current.terms.id(query.type) ?? -1, 'integer');
  return [...conditions, `m.type = ${type}`];
}

function orderOf({ order }: RecordQuery): string {
  const direction = order === 'newest' ? 'DESC' : 'ASC';
  return `m.position ${direction}, m.tie ${direction}`;
}

/** Versions and copies of one object: few, so that each is looked at. */
async function ofObject(
  snapshot: Snapshot,
  query: RecordQuery,
  collections: readonly number[],
  words: readonly string[],
  limit: number,
): Promise<Found[]> {
  const parameters = new Parameters();
  const conditions = rowConditions(snapshot, query, collections, parameters);
  const objects = parameters.add(texts([query.id ?? '']), 'text[]');
  conditions.push(`o.name = ANY (${objects})`);
  if (words.length > 0) {
    conditions.push(`f.words @@ ${parameters.add(tsquery(words, null), 'tsquery')}`);
  }
  const text = `SELECT m.id, m.position, m.tie
    FROM object o JOIN membership m ON m.object = o.id JOIN fact f ON f.record = m.record
    WHERE ${conditions.join(' AND ')}
    ORDER BY ${orderOf(query)} LIMIT ${parameters.add(limit + 1, 'bigint')}`;
  return rowsOf<Found>(snapshot.runner, preparedSql(text), ...parameters.values);
}

/**
 * By the index, which gives every record that has the words, and then their rows: soon where the
 * words are rare. Each step is made as it is written, whatever the planner thinks of the tables.
 */
async function indexedFor(
  snapshot: Snapshot,
  query: RecordQuery,
  collections: readonly number[],
  words: readonly string[],
  limit: number,
): Promise<Found[]> {
  const parameters = new Parameters();
  const asked = tsquery(words, snapshot.access.bits.fewLabels());
  const hits = parameters.add(asked, 'tsquery');
  const conditions = rowConditions(snapshot, query, collections, parameters);
  const text = `WITH hits AS MATERIALIZED (SELECT f.record FROM fact f WHERE f.words @@ ${hits}),
      members AS MATERIALIZED (SELECT m.* FROM hits h JOIN membership m ON m.record = h.record)
    SELECT m.id, m.position, m.tie FROM members m WHERE ${conditions.join(' AND ')}
    ORDER BY ${orderOf(query)} LIMIT ${parameters.add(limit + 1, 'bigint')}`;
  return withTextIndex(snapshot.runner, () =>
    rowsOf<Found>(snapshot.runner, preparedSql(text), ...parameters.values),
  );
}

interface WalkedRow extends Found {
  readonly found: boolean;
  readonly place: number;
  readonly scanned: number;
}

/**
 * Along the collections from where the answer begins: soon where the words are common. Null when
 * so many rows do not hold enough, or when the viewer sees too few of them to walk.
 */
async function walkedFor(
  snapshot: Snapshot,
  query: RecordQuery,
  collections: readonly number[],
  words: readonly string[],
  limit: number,
): Promise<Found[] | null> {
  const { runner, access, current, clock, epochs } = snapshot;
  const share = Math.floor(WALKED_ROWS / collections.length);
  const common = query.text !== undefined || query.pointsAt !== undefined;
  if (!common || share <= limit) return null;
  const types = query.type === undefined ? null : [current.terms.id(query.type) ?? -1];
  const descending = query.order === 'newest';
  const rest = { bits: access.bits, types, specs: null, versions: null, labels: null, descending };
  const sign = descending ? -1 : 1;
  const found: Found[] = [];
  let frontier: Found | null = null;
  for (const collection of collections) {
    const { bits } = access;
    if ((await laneLabels(runner, clock, bits, collection, epochs.pairs, limit)) !== null)
      return null;
    const parameters = new Parameters();
    const rows = orderedRows({ ...rest, collection, after: startOf(query) }, share, parameters);
    const asked = parameters.add(tsquery(words, null), 'tsquery');
    const text = `SELECT * FROM (
        SELECT m.id, m.position, m.tie, f.words @@ ${asked} AS found,
          row_number() OVER (ORDER BY ${orderOf(query)}) AS place, count(*) OVER () AS scanned
        FROM (${rows}) m JOIN fact f ON f.record = m.record
      ) w WHERE found OR place = scanned ORDER BY place`;
    const walked = await rowsOf<WalkedRow>(runner, preparedSql(text), ...parameters.values);
    const last = walked.at(-1);
    found.push(...walked.filter((row) => row.found));
    // Behind the last row that was looked at there may be more, which nobody has seen.
    if (last === undefined || last.scanned < share) continue;
    if (frontier === null || sign * compareCursors(last, frontier) < 0) frontier = last;
  }
  const end: Found | null = frontier;
  const sure = found
    .filter((row) => end === null || sign * compareCursors(row, end) <= 0)
    .sort((a, b) => sign * compareCursors(a, b));
  return end === null || sure.length > limit ? sure.slice(0, limit + 1) : null;
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
