/** A house on PostgreSQL as rows that mean the same to every store, read from one snapshot. */
import type { Client } from 'pg';
import type { TransferBatch, TransferRow, TransferSource, TransferTable } from '../transfer.ts';
import { rowOf, rowsOf, type Sql, sql } from './connect.ts';
import { splitTokens } from './words.ts';

/** Rows that are read at one time; records are read fewer at a time. */
const ROWS = 2_000;
const RECORDS = 200;

/** One table: its rows after a key, in the order of the key. `$1…` are the key of the last row. */
interface Reading {
  readonly table: TransferTable;
  readonly statement: Sql;
  /** Columns of the key, which every row has besides its own. */
  readonly key: readonly string[];
  readonly first: readonly unknown[];
  readonly read?: (row: Record<string, unknown>) => Record<string, unknown>;
}

const terms = (row: string) => `(SELECT text FROM term WHERE id = ${row})`;

/** Reads a table by a single integer key. */
function byNumber(
  table: TransferTable,
  columns: string,
  from: string,
  key: string,
  limit = ROWS,
): Reading {
  const text = `SELECT ${columns}, ${key} AS key1 FROM ${from}
    WHERE ${key} > $1 ORDER BY ${key} LIMIT ${limit}`;
  return { table, statement: sql(text), key: ['key1'], first: [-1] };
}

/** Reads a table by a key of several columns. */
function byKey(
  table: TransferTable,
  columns: string,
  from: string,
  key: readonly (readonly [column: string, type: 'bigint' | 'text'])[],
): Reading {
  const names = key.map(([column]) => column).join(', ');
  const places = key.map(([, type], index) => `$${index + 1}::${type}`).join(', ');
  const shown = key.map(([column], index) => `${column} AS key${index + 1}`).join(', ');
  const text = `SELECT ${columns}, ${shown} FROM ${from}
    WHERE (${names}) > (${places}) ORDER BY ${names} LIMIT ${ROWS}`;
  return {
    table,
    statement: sql(text),
    key: key.map((_, index) => `key${index + 1}`),
    first: key.map(([, type]) => (type === 'text' ? '' : -1)),
  };
}

const READINGS: readonly Reading[] = [
  byNumber(
    'house',
    'h.id::text, h.feed_epoch AS "feedEpoch", h.policy_epoch AS "policyEpoch", s.last_position AS "lastPosition"',
    'house h, sequencer s',
    'h.schema',
  ),
  byKey('secret', 'name, bytes', 'secret', [['name', 'text']]),
  byKey('kept', 'name, value', 'kept', [['name', 'text']]),
  byKey('directory', 'kind, id, body', 'directory', [
    ['kind', 'text'],
    ['id', 'text'],
  ]),
  byNumber('label', 'id, digest, text', 'label', 'id'),
  byNumber(
    'parcel',
    `id, uuid::text, received, media_type AS "mediaType", principal, organisation, channel,
     collection, unmarked_tlp AS unmarked, source, status, digest, size, chunks, stored, duplicate,
     failed`,
    'parcel',
    'id',
  ),
  byKey('chunk', 'parcel, sequence, skeleton, outcomes', 'parcel_chunk', [
    ['parcel', 'bigint'],
    ['sequence', 'bigint'],
  ]),
  {
    ...byNumber(
      'record',
      `r.id, ${terms('o.format')} AS format, ${terms('o.type')} AS type, o.name,
       ${terms('r.spec')} AS spec, r.version, r.version_key AS "versionKey", r.creator,
       r.content_digest AS "contentDigest", r.bytes_digest AS "bytesDigest",
       r.withdrawn::integer AS withdrawn, r.title, r.bytes,
       array_to_string(tsvector_to_array(f.words), E'\\x01') AS words`,
      'record r JOIN object o ON o.id = r.object LEFT JOIN fact f ON f.record = r.id',
      'r.id',
      RECORDS,
    ),
    read: (row) => ({ ...row, ...splitTokens(String(row.words ?? '')) }),
  },
  byKey(
    'definition',
    'marking, organisation, record',
    `(SELECT r.defines AS marking, p.organisation, max(r.id) AS record
      FROM record r JOIN provenance v ON v.record = r.id JOIN parcel p ON p.id = v.parcel
      WHERE r.defines IS NOT NULL GROUP BY r.defines, p.organisation) d`,
    [
      ['marking', 'text'],
      ['organisation', 'text'],
    ],
  ),
  byKey('provenance', 'parcel, sequence, ordinal, record, bytes', 'provenance', [
    ['parcel', 'bigint'],
    ['sequence', 'bigint'],
    ['ordinal', 'bigint'],
  ]),
  byNumber(
    'refused',
    'id, parcel, sequence, ordinal, path, name, version, issues, bytes',
    'refused',
    'id',
    RECORDS,
  ),
  byNumber(
    'membership',
    `m.id, ${terms('m.collection')} AS collection, m.record, m.label, m.position, m.tie, m.since,
     m.preference, m.contest,
     (SELECT json_agg(t.text ORDER BY u.place)::text
      FROM unnest(m.sources) WITH ORDINALITY AS u (id, place) JOIN term t USING (id)) AS sources`,
    'membership m',
    'm.id',
  ),
  byNumber(
    'conflict',
    `${terms('o.format')} AS format, ${terms('o.type')} AS type, o.name,
     c.version_key AS "versionKey"`,
    'conflict c JOIN object o ON o.id = c.object',
    'c.at',
  ),
  byKey(
    'tombstone',
    `${terms('t.collection')} AS collection, t.record, ${terms('t.organisation')} AS organisation, t.at`,
    'tombstone t',
    [
      ['t.record', 'bigint'],
      ['t.collection', 'bigint'],
      ['t.organisation', 'bigint'],
    ],
  ),
  byNumber(
    'leaf',
    `index, kind, hash, salt, digest, record, ${terms('collection')} AS collection, label, parcel,
     policy, position`,
    'leaf',
    'index',
  ),
  byNumber(
    'audit',
    'id, at, principal, organisation, action, subject, outcome, detail',
    'audit',
    'id',
  ),
  byNumber('outbox', 'id, kind, subject, organisation', 'outbox', 'id'),
  byKey(
    'ledger',
    `l.principal, ${terms('l.collection')} AS collection, l.filter, l.through`,
    'ledger l',
    [
      ['l.principal', 'text'],
      ['l.collection', 'bigint'],
      ['l.filter', 'text'],
    ],
  ),
  byKey('status', 'id, requested, body', 'status', [['id', 'text']]),
];

const ESTIMATE = sql(
  `SELECT s.records + 2 * s.memberships + s.leaves + s.audits + s.quarantined AS rows
   FROM sequencer s`,
);

/** The rows of the house in the client's snapshot. */
export function outgoingHouse(client: Client): TransferSource {
  return {
    async estimate() {
      return (await rowOf<{ rows: number }>(client, ESTIMATE)).rows;
    },
    async *batches() {
      for (const reading of READINGS) {
        for (let after = reading.first; ; ) {
          const rows = await rowsOf<Record<string, unknown>>(client, reading.statement, ...after);
          const last = rows.at(-1);
          if (last === undefined) break;
          after = reading.key.map((column) => last[column]);
          yield batchOf(reading, rows);
        }
      }
    },
  };
}

function batchOf({ table, read }: Reading, rows: readonly Record<string, unknown>[]) {
  const made = read === undefined ? rows : rows.map(read);
  return { table, rows: made as unknown as TransferRow<TransferTable>[] } as TransferBatch;
}
