/** A house file as rows that mean the same to every store: what carries it to another one. */
import { readOutcomes, writeOutcomes } from '../outcome-line.ts';
import type { ItemOutcome } from '../port.ts';
import type { TransferBatch, TransferRow, TransferSource, TransferTable } from '../transfer.ts';
import type { Database } from './driver.ts';
import { eachRow } from './rows.ts';
import { gistParts } from './words.ts';

type Row = Record<string, unknown>;

interface Reading {
  readonly table: TransferTable;
  readonly sql: string;
  readonly read?: (row: Row) => Row;
}

/** The keys that a house is born with, under the names by which every store finds them. */
export const OWN_SECRETS: Readonly<Record<string, string>> = {
  'house:slots': 'slot',
  'house:views': 'view',
};

const term = (row: string) => `(SELECT text FROM term WHERE id = ${row})`;
const uuid = (row: string) => `(SELECT uuid FROM collection WHERE id = ${row})`;

/** In the order of transfer.ts; columns bear the names that they travel under. */
const READINGS: readonly Reading[] = [
  {
    table: 'house',
    sql: `SELECT id, feed_epoch AS feedEpoch, policy_epoch AS policyEpoch,
      last_position AS lastPosition FROM house`,
  },
  {
    table: 'secret',
    sql: 'SELECT name, bytes FROM secret',
    read: (row) => ({ ...row, name: OWN_SECRETS[String(row.name)] ?? row.name }),
  },
  { table: 'kept', sql: 'SELECT name, value FROM kept' },
  { table: 'directory', sql: 'SELECT kind, id, body FROM directory' },
  { table: 'label', sql: 'SELECT id, digest, text FROM label ORDER BY id' },
  {
    table: 'parcel',
    sql: `SELECT id, uuid, received, media_type AS mediaType, principal, organisation, channel,
      collection, unmarked, source, status, digest, size, chunks, stored, duplicate, failed
      FROM parcel ORDER BY id`,
  },
  {
    table: 'chunk',
    sql: 'SELECT parcel, sequence, skeleton, outcomes FROM chunk ORDER BY parcel, sequence',
    read: (row) => ({ ...row, outcomes: writeOutcomes(outcomesOf(row)) }),
  },
  {
    table: 'record',
    sql: `SELECT r.id, ${term('o.format')} AS format, ${term('o.type')} AS type, o.name,
      ${term('r.spec')} AS spec, r.version, r.version_key AS versionKey, r.creator,
      r.content_digest AS contentDigest, r.bytes_digest AS bytesDigest, r.withdrawn, r.title,
      r.bytes, coalesce(g.tokens, '') AS gist
      FROM record r JOIN object o ON o.id = r.object LEFT JOIN gist g ON g.record = r.id
      ORDER BY r.id`,
    read: ({ gist, ...row }) => ({ ...row, ...gistParts(String(gist)) }),
  },
  { table: 'definition', sql: 'SELECT marking, organisation, record FROM definition' },
  {
    table: 'provenance',
    sql: 'SELECT parcel, sequence, ordinal, record, bytes FROM provenance',
  },
  {
    table: 'refused',
    sql: `SELECT id, parcel, sequence, ordinal, path, object_id AS name, version, issues, bytes
      FROM refused ORDER BY id`,
  },
  {
    table: 'membership',
    sql: `SELECT m.id, ${uuid('m.collection')} AS collection, m.record, m.label, m.position, m.tie,
      m.since, m.preference, m.contest,
      (SELECT json_group_array(${term('c.organisation')}) FROM contribution c
       WHERE c.membership = m.id) AS sources
      FROM membership m ORDER BY m.id`,
  },
  {
    table: 'conflict',
    sql: `SELECT ${term('o.format')} AS format, ${term('o.type')} AS type, o.name,
      c.version_key AS versionKey FROM conflict c JOIN object o ON o.id = c.object`,
  },
  {
    table: 'tombstone',
    sql: `SELECT ${uuid('t.collection')} AS collection, r.id AS record, t.organisation, t.at
      FROM tombstone t JOIN record r ON r.object = t.object AND r.content_digest = t.content_digest`,
  },
  {
    table: 'leaf',
    sql: `SELECT leaf AS "index", kind, hash, salt, bytes_digest AS digest, record,
      ${uuid('collection')} AS collection, label, parcel, policy, position FROM log ORDER BY leaf`,
  },
  {
    table: 'audit',
    sql: `SELECT id, at, principal, organisation, action, subject, outcome, detail
      FROM audit ORDER BY id`,
  },
  { table: 'outbox', sql: 'SELECT id, kind, subject, organisation FROM outbox ORDER BY id' },
  { table: 'ledger', sql: 'SELECT principal, collection, filter, through FROM ledger' },
  { table: 'status', sql: 'SELECT id, requested, body FROM status' },
];

function outcomesOf(row: Row): ItemOutcome[] {
  return JSON.parse(String(row.outcomes)) as ItemOutcome[];
}

/** As the column of a chunk holds them in this store. */
export function storedOutcomes(line: string): string {
  return JSON.stringify(readOutcomes(line));
}

const BATCH_ROWS = 500;

/** The rows of a house that nobody writes to meanwhile. */
export function outgoingHouse(database: Database): TransferSource {
  return {
    async estimate() {
      const row = database
        .prepare(
          `SELECT (SELECT count(*) FROM record) * 3 + (SELECT count(*) FROM membership)
             + (SELECT next_leaf FROM house) AS "rows"`,
        )
        .get() as { rows: number };
      return row.rows;
    },
    async *batches() {
      for (const reading of READINGS) yield* batchesOf(database, reading);
    },
  };
}

function* batchesOf(database: Database, { table, sql, read }: Reading): Generator<TransferBatch> {
  let rows: Row[] = [];
  const batch = () =>
    ({ table, rows: rows as unknown as TransferRow<TransferTable>[] }) as TransferBatch;
  for (const row of eachRow<Row>(database.prepare(sql))) {
    rows.push(read === undefined ? row : read(row));
    if (rows.length < BATCH_ROWS) continue;
    yield batch();
    rows = [];
  }
  if (rows.length > 0) yield batch();
}
