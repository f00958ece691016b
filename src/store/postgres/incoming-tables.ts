/** How each table of a house that comes from elsewhere is written: one statement a batch. */
import { internedLabel } from '../label-book.ts';
import type { TransferRow, TransferTable } from '../transfer.ts';
import { type Sql, sql } from './connect.ts';
import { isPlain } from './intake.ts';
import { bools, byteas, int4s, int8s, texts } from './wire.ts';
import { joinTokens, vector } from './words.ts';

type Rows<T extends TransferTable> = readonly TransferRow<T>[];
export type Put<T extends TransferTable> = (into: Destination, rows: Rows<T>) => Promise<void>;

/** The transaction that takes the rows. */
export interface Destination {
  run(statement: Sql, ...columns: readonly unknown[]): Promise<void>;
  /** Numbers of words, made where there are none. */
  numbers(words: readonly string[]): Promise<(word: string) => number>;
  keepHouse(row: TransferRow<'house'> | undefined): Promise<void>;
}

/** Columns of one table as parameters of its statement, in the order of the statement. */
const unnested = (types: string) =>
  types
    .split(' ')
    .map((type, index) => `$${index + 1}::${type}[]`)
    .join(', ');

const insert = (table: string, columns: string, types: string): Sql =>
  sql(`INSERT INTO ${table} (${columns}) SELECT * FROM unnest(${unnested(types)})`);

const SECRETS = sql(
  `INSERT INTO secret (name, bytes) SELECT * FROM unnest($1::text[], $2::bytea[])
   ON CONFLICT (name) DO UPDATE SET bytes = excluded.bytes`,
);
const PARCELS = sql(
  `INSERT INTO parcel (id, uuid, received, media_type, principal, organisation, channel, collection,
     unmarked_tlp, source, status, digest, size, chunks, stored, duplicate, failed)
   OVERRIDING SYSTEM VALUE
   SELECT id, uuid::uuid, received, media_type, principal, organisation, channel, collection,
     unmarked, source, status, digest, size, chunks, stored, duplicate, failed
   FROM unnest(${unnested(
     'bigint text bigint text text text text text text text text bytea bigint integer integer integer integer',
   )}) AS u (id, uuid, received, media_type, principal, organisation, channel, collection, unmarked,
     source, status, digest, size, chunks, stored, duplicate, failed)`,
);
const OBJECTS = sql(
  `INSERT INTO object (name, type, format)
   SELECT DISTINCT * FROM unnest($1::text[], $2::integer[], $3::integer[])
   ON CONFLICT (name, type, format) DO NOTHING`,
);
const RECORDS = sql(
  `INSERT INTO record (id, object, spec, version, version_key, creator, content_digest,
     bytes_digest, withdrawn, title, bytes, size, plain, erased)
   OVERRIDING SYSTEM VALUE
   SELECT u.id, o.id, u.spec, u.version, u.version_key, u.creator, u.content_digest, u.bytes_digest,
     u.withdrawn, u.title, u.bytes, u.size, u.plain, u.bytes IS NULL
   FROM unnest(${unnested(
     'bigint text integer integer integer text text text bytea bytea boolean text bytea integer boolean',
   )}) AS u (id, name, type, format, spec, version, version_key, creator, content_digest,
     bytes_digest, withdrawn, title, bytes, size, plain)
   JOIN object o USING (name, type, format)`,
);
const FACTS = sql(
  `INSERT INTO fact (record, words)
   SELECT record, ${vector('words')} FROM unnest($1::bigint[], $2::text[]) AS u (record, words)`,
);
const DEFINITIONS = sql(
  `UPDATE record SET defines = u.marking
   FROM unnest($1::text[], $2::bigint[]) AS u (marking, record) WHERE record.id = u.record`,
);
const REFUSED = sql(
  `INSERT INTO refused (id, parcel, sequence, ordinal, path, name, version, issues, bytes)
   OVERRIDING SYSTEM VALUE
   SELECT * FROM unnest(${unnested('bigint bigint integer integer text text text text bytea')})`,
);
const MEMBERSHIPS = sql(
  `INSERT INTO membership (id, collection, object, record, type, spec, label, size, position, tie,
     since, preference, contest, sources)
   SELECT u.id, u.collection, r.object, r.id, o.type, r.spec, u.label, r.size, u.position, u.tie, u.since,
     u.preference, u.contest, string_to_array(u.sources, ',')::integer[]
   FROM unnest(${unnested(
     'bigint integer bigint integer bigint bigint bigint integer integer text',
   )}) AS u (id, collection, record, label, position, tie, since, preference, contest, sources)
   JOIN record r ON r.id = u.record JOIN object o ON o.id = r.object`,
);
const CONFLICTS = sql(
  `INSERT INTO conflict (object, version_key, at)
   SELECT o.id, u.version_key, max(m.id)
   FROM unnest($1::text[], $2::integer[], $3::integer[], $4::text[])
     AS u (name, type, format, version_key)
     JOIN object o USING (name, type, format) JOIN membership m ON m.object = o.id
     JOIN record r ON r.id = m.record AND r.version_key = u.version_key
   GROUP BY o.id, u.version_key`,
);
const OUTBOX = sql(
  `INSERT INTO outbox (id, kind, subject, organisation) OVERRIDING SYSTEM VALUE
   SELECT * FROM unnest(${unnested('bigint text text text')})`,
);
const LEDGER = insert(
  'ledger',
  'principal, collection, filter, through',
  'text integer text bigint',
);

/** How a column travels to its parameter. */
type Encode = (values: readonly never[]) => unknown;

/** Writes each row of a batch by one statement; its parameters are these columns. */
function columns<T extends TransferTable>(
  statement: Sql,
  ...encoded: readonly (readonly [Encode, keyof TransferRow<T>])[]
): Put<T> {
  return (into, rows) =>
    into.run(
      statement,
      ...encoded.map(([encode, column]) => encode(rows.map((row) => row[column] as never))),
    );
}

/** What each table needs to be written; the order is that of transfer.ts. */
export const PUTS: { readonly [T in TransferTable]: Put<T> } = {
  house: async (into, rows) => into.keepHouse(rows[0]),
  secret: columns(SECRETS, [texts, 'name'], [byteas, 'bytes']),
  kept: columns(insert('kept', 'name, value', 'text text'), [texts, 'name'], [texts, 'value']),
  directory: async (into, rows) => {
    await into.run(
      insert('directory', 'kind, id, body', 'text text text'),
      texts(rows.map((r) => r.kind)),
      texts(rows.map((r) => r.id)),
      texts(rows.map((r) => r.body)),
    );
    const named = rows.filter((r) => r.kind === 'collection' || r.kind === 'organisation');
    await into.numbers(named.map((r) => r.id));
  },
  label: (into, rows) =>
    into.run(
      insert('label', 'id, digest, text, starts', 'integer bytea text bigint'),
      int4s(rows.map((r) => r.id)),
      byteas(rows.map((r) => r.digest)),
      texts(rows.map((r) => r.text)),
      int8s(rows.map((r) => internedLabel(r).from)),
    ),
  parcel: columns(
    PARCELS,
    [int8s, 'id'],
    [texts, 'uuid'],
    [int8s, 'received'],
    [texts, 'mediaType'],
    [texts, 'principal'],
    [texts, 'organisation'],
    [texts, 'channel'],
    [texts, 'collection'],
    [texts, 'unmarked'],
    [texts, 'source'],
    [texts, 'status'],
    [byteas, 'digest'],
    [int8s, 'size'],
    [int4s, 'chunks'],
    [int4s, 'stored'],
    [int4s, 'duplicate'],
    [int4s, 'failed'],
  ),
  chunk: columns(
    insert('parcel_chunk', 'parcel, sequence, skeleton, outcomes', 'bigint integer bytea text'),
    [int8s, 'parcel'],
    [int4s, 'sequence'],
    [byteas, 'skeleton'],
    [texts, 'outcomes'],
  ),
  record: putRecords,
  definition: columns(DEFINITIONS, [texts, 'marking'], [int8s, 'record']),
  provenance: columns(
    insert(
      'provenance',
      'parcel, sequence, ordinal, record, bytes',
      'bigint integer integer bigint bytea',
    ),
    [int8s, 'parcel'],
    [int4s, 'sequence'],
    [int4s, 'ordinal'],
    [int8s, 'record'],
    [byteas, 'bytes'],
  ),
  refused: columns(
    REFUSED,
    [int8s, 'id'],
    [int8s, 'parcel'],
    [int4s, 'sequence'],
    [int4s, 'ordinal'],
    [texts, 'path'],
    [texts, 'name'],
    [texts, 'version'],
    [texts, 'issues'],
    [byteas, 'bytes'],
  ),
  membership: putMemberships,
  conflict: async (into, rows) => {
    const number = await into.numbers(rows.flatMap((r) => [r.type, r.format]));
    await into.run(
      CONFLICTS,
      texts(rows.map((r) => r.name)),
      int4s(rows.map((r) => number(r.type))),
      int4s(rows.map((r) => number(r.format))),
      texts(rows.map((r) => r.versionKey)),
    );
  },
  tombstone: async (into, rows) => {
    const number = await into.numbers(rows.flatMap((r) => [r.collection, r.organisation]));
    await into.run(
      insert('tombstone', 'collection, record, organisation, at', 'integer bigint integer bigint'),
      int4s(rows.map((r) => number(r.collection))),
      int8s(rows.map((r) => r.record)),
      int4s(rows.map((r) => number(r.organisation))),
      int8s(rows.map((r) => r.at)),
    );
  },
  leaf: async (into, rows) => {
    const number = await into.numbers(rows.flatMap((r) => r.collection ?? []));
    await into.run(
      insert(
        'leaf',
        'index, kind, hash, salt, digest, record, collection, label, parcel, policy, position',
        'bigint smallint bytea bytea bytea bigint integer integer bigint bigint bigint',
      ),
      int8s(rows.map((r) => r.index)),
      smallints(rows.map((r) => r.kind)),
      byteas(rows.map((r) => r.hash)),
      byteas(rows.map((r) => r.salt)),
      byteas(rows.map((r) => r.digest)),
      int8s(rows.map((r) => r.record)),
      int4s(rows.map((r) => (r.collection === null ? null : number(r.collection)))),
      int4s(rows.map((r) => r.label)),
      int8s(rows.map((r) => r.parcel)),
      int8s(rows.map((r) => r.policy)),
      int8s(rows.map((r) => r.position)),
    );
  },
  audit: columns(
    insert(
      'audit',
      'id, at, principal, organisation, action, subject, outcome, detail',
      'bigint bigint text text text text text text',
    ),
    [int8s, 'id'],
    [int8s, 'at'],
    [texts, 'principal'],
    [texts, 'organisation'],
    [texts, 'action'],
    [texts, 'subject'],
    [texts, 'outcome'],
    [texts, 'detail'],
  ),
  outbox: columns(
    OUTBOX,
    [int8s, 'id'],
    [texts, 'kind'],
    [texts, 'subject'],
    [texts, 'organisation'],
  ),
  ledger: async (into, rows) => {
    const number = await into.numbers(rows.map((r) => r.collection));
    await into.run(
      LEDGER,
      texts(rows.map((r) => r.principal)),
      int4s(rows.map((r) => number(r.collection))),
      texts(rows.map((r) => r.filter)),
      int8s(rows.map((r) => r.through)),
    );
  },
  status: columns(
    insert('status', 'id, requested, body', 'text bigint text'),
    [texts, 'id'],
    [int8s, 'requested'],
    [texts, 'body'],
  ),
};

async function putRecords(into: Destination, rows: Rows<'record'>): Promise<void> {
  const number = await into.numbers(rows.flatMap((r) => [r.type, r.format, r.spec]));
  const name = texts(rows.map((r) => r.name));
  const type = int4s(rows.map((r) => number(r.type)));
  const format = int4s(rows.map((r) => number(r.format)));
  await into.run(OBJECTS, name, type, format);
  await into.run(
    RECORDS,
    int8s(rows.map((r) => r.id)),
    name,
    type,
    format,
    int4s(rows.map((r) => number(r.spec))),
    texts(rows.map((r) => r.version)),
    texts(rows.map((r) => r.versionKey)),
    texts(rows.map((r) => r.creator)),
    byteas(rows.map((r) => r.contentDigest)),
    byteas(rows.map((r) => r.bytesDigest)),
    bools(rows.map((r) => r.withdrawn === 1)),
    texts(rows.map((r) => r.title)),
    byteas(rows.map((r) => r.bytes)),
    int4s(rows.map((r) => r.bytes?.length ?? 0)),
    bools(rows.map((r) => r.bytes === null || isPlain(r.bytes))),
  );
  const found = rows.filter((r) => r.bytes !== null);
  await into.run(FACTS, int8s(found.map((r) => r.id)), texts(found.map(joinTokens)));
}

async function putMemberships(into: Destination, rows: Rows<'membership'>): Promise<void> {
  const sources = rows.map((r) => JSON.parse(r.sources) as string[]);
  const number = await into.numbers([...rows.map((r) => r.collection), ...sources.flat()]);
  await into.run(
    MEMBERSHIPS,
    int8s(rows.map((r) => r.id)),
    int4s(rows.map((r) => number(r.collection))),
    int8s(rows.map((r) => r.record)),
    int4s(rows.map((r) => r.label)),
    int8s(rows.map((r) => r.position)),
    int8s(rows.map((r) => r.tie)),
    int8s(rows.map((r) => r.since)),
    int4s(rows.map((r) => r.preference)),
    int4s(rows.map((r) => r.contest)),
    texts(sources.map((list) => list.map(number).join(','))),
  );
}

function smallints(values: readonly number[]): string {
  return `{${values.join(',')}}`;
}
