/**
 * The first part of storing chunks, before the sequencer's lock: objects, records, their facts and
 * words, who delivered them, and what was refused. All chunks of a group go in together, a table at
 * a time; each table is filled in one fixed order of keys, so that processes that store the same
 * records wait for each other but never in a circle.
 */

import { isUtf8 } from 'node:buffer';
import type { Client } from 'pg';
import { sha256 } from '../../core/digest.ts';
import type { DecodedRecord } from '../../core/record.ts';
import type { Chunk, ChunkItem } from '../port.ts';
import { shelfName } from '../shelf-name.ts';
import { execute, rowsOf, sql } from './connect.ts';
import type { Names } from './names.ts';
import type { KnownParcel } from './parcels.ts';
import type { Terms } from './terms.ts';
import { bools, byteas, int4s, int8s, storable, texts } from './wire.ts';
import { factTokens, labelToken, lexemes, vector } from './words.ts';

/** A chunk on its way, with the parcel that it belongs to. */
export interface Load {
  readonly chunk: Chunk;
  readonly parcel: KnownParcel;
}

/** One record as it stands in the store. */
export interface StoredRecord {
  readonly id: number;
  readonly object: number;
  /** Nobody else can know it yet: it came into being in this transaction. */
  readonly isNew: boolean;
  readonly objectIsNew: boolean;
  readonly type: number;
  readonly spec: number;
  readonly decoded: DecodedRecord;
  /** Bytes that are served: those of the first delivery. */
  readonly size: number;
  readonly bytesDigest: Uint8Array;
  readonly contentKey: string;
}

/** What a group of chunks brought. */
export interface TakenIn {
  readonly records: ReadonlyMap<PlacedItem, StoredRecord>;
  /** Bytes of new records, of copies that differ in bytes alone, and of what was refused. */
  readonly bytes: number;
}

export type PlacedItem = Extract<ChunkItem, { readonly kind: 'placed' }>;

const ADD_OBJECTS = sql(
  `INSERT INTO object (name, type, format)
   SELECT * FROM unnest($1::text[], $2::integer[], $3::integer[])
   ON CONFLICT (name, type, format) DO NOTHING RETURNING id, name, type, format`,
);
const FIND_OBJECTS = sql(
  `SELECT o.id, o.name, o.type, o.format
   FROM unnest($1::text[], $2::integer[], $3::integer[]) AS u (name, type, format)
     JOIN object o USING (name, type, format)`,
);
const ADD_RECORDS = sql(
  `INSERT INTO record (object, version, version_key, spec, content_digest, bytes_digest, size,
     plain, withdrawn, creator, title, defines, bytes, erased)
   SELECT *, false FROM unnest($1::bigint[], $2::text[], $3::text[], $4::integer[], $5::bytea[],
     $6::bytea[], $7::integer[], $8::boolean[], $9::boolean[], $10::text[], $11::text[],
     $12::text[], $13::bytea[])
   ON CONFLICT (object, version, content_digest) DO NOTHING
   RETURNING id, object, version, content_digest, bytes_digest, size`,
);
const FIND_RECORDS = sql(
  `SELECT r.id, r.object, r.version, r.content_digest, r.bytes_digest, r.size
   FROM unnest($1::bigint[], $2::text[], $3::bytea[]) AS u (object, version, content_digest)
     JOIN record r USING (object, version, content_digest)`,
);
const ADD_FACTS = sql(
  `INSERT INTO fact (record, words)
   SELECT record, ${vector('words')} FROM unnest($1::bigint[], $2::text[]) AS u (record, words)`,
);
const ADD_PROVENANCE = sql(
  `INSERT INTO provenance (parcel, sequence, ordinal, record, bytes)
   SELECT * FROM unnest($1::bigint[], $2::integer[], $3::integer[], $4::bigint[], $5::bytea[])`,
);
const ADD_REFUSED = sql(
  `INSERT INTO refused (parcel, sequence, ordinal, path, name, version, bytes, issues)
   SELECT * FROM unnest($1::bigint[], $2::integer[], $3::integer[], $4::text[], $5::text[],
     $6::text[], $7::bytea[], $8::text[])`,
);

/** Words that the items of these chunks use: they must have numbers before. */
export function wordsOf(loads: readonly Load[]): Set<string> {
  const words = new Set<string>();
  for (const { chunk, parcel } of loads) {
    words.add(parcel.organisation);
    for (const { record } of placedOf(chunk)) {
      const { format, type, specVersion } = record.identity;
      words.add(format).add(type).add(specVersion).add(shelfName(parcel.collection, format));
    }
  }
  return words;
}

export function placedOf(chunk: Chunk): PlacedItem[] {
  return chunk.items.filter((item) => item.kind === 'placed');
}

/** Stores what the chunks bring and tells which record each placed item stands for. */
export async function takeIn(
  client: Client,
  terms: Terms,
  names: Names,
  loads: readonly Load[],
): Promise<TakenIn> {
  const items = loads.flatMap(({ chunk }) => placedOf(chunk));
  const objects = await storeObjects(client, terms, items);
  const records = await storeRecords(client, terms, items, objects);
  await storeFacts(client, names, items, records);
  const copies = await storeProvenance(client, loads, records);
  const refused = await storeRefused(client, loads);
  const made = [...new Set(records.values())].filter(({ isNew }) => isNew);
  const bytes = made.reduce((sum, { size }) => sum + size, copies + refused);
  return { records, bytes };
}

interface ObjectRow {
  readonly id: number;
  readonly name: string;
  readonly type: number;
  readonly format: number;
}

interface ObjectKey extends Omit<ObjectRow, 'id'> {
  readonly key: string;
}

function objectKey(name: string, type: number, format: number): string {
  return `${name}\n${type}\n${format}`;
}

function keyOfItem(terms: Terms, { record: { identity } }: PlacedItem): ObjectKey {
  const type = terms.id(identity.type) ?? -1;
  const format = terms.id(identity.format) ?? -1;
  const name = storable(identity.id);
  return { name, type, format, key: objectKey(name, type, format) };
}

function inOrder<T extends { readonly key: string }>(values: Iterable<T>): T[] {
  return [...values].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
}

async function storeObjects(client: Client, terms: Terms, items: readonly PlacedItem[]) {
  const wanted = new Map(
    items.map((item) => {
      const key = keyOfItem(terms, item);
      return [key.key, key] as const;
    }),
  );
  const objects = new Map<string, { readonly id: number; readonly isNew: boolean }>();
  const take = (rows: readonly ObjectRow[], isNew: boolean) => {
    for (const row of rows)
      objects.set(objectKey(row.name, row.type, row.format), { id: row.id, isNew });
  };
  const columns = (keys: readonly ObjectKey[]) => [
    texts(keys.map(({ name }) => name)),
    int4s(keys.map(({ type }) => type)),
    int4s(keys.map(({ format }) => format)),
  ];
  if (wanted.size === 0) return objects;
  const ordered = inOrder(wanted.values());
  take(await rowsOf<ObjectRow>(client, ADD_OBJECTS, ...columns(ordered)), true);
  const known = ordered.filter(({ key }) => !objects.has(key));
  if (known.length > 0) {
    take(await rowsOf<ObjectRow>(client, FIND_OBJECTS, ...columns(known)), false);
  }
  return objects;
}

interface RecordRow {
  readonly id: number;
  readonly object: number;
  readonly version: string;
  readonly content_digest: Buffer;
  readonly bytes_digest: Buffer;
  readonly size: number;
}

/** A record to be stored, once for all items that bring the same content. */
interface Draft {
  readonly key: string;
  readonly object: number;
  readonly objectIsNew: boolean;
  readonly item: PlacedItem;
  readonly type: number;
  readonly spec: number;
  readonly contentKey: string;
  readonly bytesDigest: Uint8Array;
}

function recordKey(object: number, version: string, contentKey: string): string {
  return `${String(object).padStart(16, '0')}\n${version}\n${contentKey}`;
}

async function storeRecords(
  client: Client,
  terms: Terms,
  items: readonly PlacedItem[],
  objects: ReadonlyMap<string, { readonly id: number; readonly isNew: boolean }>,
): Promise<Map<PlacedItem, StoredRecord>> {
  const drafts = new Map<string, Draft>();
  const keys = new Map<PlacedItem, string>();
  for (const item of items) {
    const { key: named, type } = keyOfItem(terms, item);
    const object = objects.get(named);
    if (object === undefined) throw new RangeError('an object was not stored');
    const contentKey = Buffer.from(item.record.contentDigest).toString('hex');
    const key = recordKey(object.id, storable(item.record.identity.version), contentKey);
    keys.set(item, key);
    if (drafts.has(key)) continue;
    const spec = terms.id(item.record.identity.specVersion) ?? -1;
    const bytesDigest = sha256(item.record.bytes);
    const objectIsNew = object.isNew;
    drafts.set(key, {
      key,
      object: object.id,
      objectIsNew,
      item,
      type,
      spec,
      contentKey,
      bytesDigest,
    });
  }
  const stored = await storeDrafts(client, inOrder(drafts.values()));
  return new Map(
    items.map((item) => {
      const record = stored.get(keys.get(item) ?? '');
      if (record === undefined) throw new RangeError('a record was not stored');
      return [item, record];
    }),
  );
}

async function storeDrafts(client: Client, drafts: readonly Draft[]) {
  const stored = new Map<string, StoredRecord>();
  if (drafts.length === 0) return stored;
  const byKey = new Map(drafts.map((draft) => [draft.key, draft]));
  const take = (rows: readonly RecordRow[], isNew: boolean) => {
    for (const row of rows) {
      const key = recordKey(row.object, row.version, row.content_digest.toString('hex'));
      const draft = byKey.get(key);
      if (draft === undefined) continue;
      const { object, objectIsNew, type, spec, contentKey } = draft;
      const decoded = draft.item.record;
      const { id, size, bytes_digest: bytesDigest } = row;
      stored.set(key, {
        id,
        object,
        objectIsNew,
        type,
        spec,
        contentKey,
        decoded,
        isNew,
        size,
        bytesDigest,
      });
    }
  };
  take(await rowsOf<RecordRow>(client, ADD_RECORDS, ...recordColumns(drafts)), true);
  const known = drafts.filter(({ key }) => !stored.has(key));
  if (known.length > 0) {
    const object = int8s(known.map((draft) => draft.object));
    const version = texts(known.map(({ item }) => item.record.identity.version));
    const content = byteas(known.map(({ item }) => item.record.contentDigest));
    take(await rowsOf<RecordRow>(client, FIND_RECORDS, object, version, content), false);
  }
  return stored;
}

function recordColumns(drafts: readonly Draft[]): Buffer[] {
  const records = drafts.map(({ item }) => item.record);
  return [
    int8s(drafts.map(({ object }) => object)),
    texts(records.map(({ identity }) => identity.version)),
    texts(records.map(({ identity }) => identity.versionKey)),
    int4s(drafts.map(({ spec }) => spec)),
    byteas(records.map(({ contentDigest }) => contentDigest)),
    byteas(drafts.map(({ bytesDigest }) => bytesDigest)),
    int4s(records.map(({ bytes }) => bytes.length)),
    bools(records.map(({ bytes }) => isPlain(bytes))),
    bools(records.map(({ identity }) => identity.withdrawn)),
    texts(records.map(({ identity }) => identity.creator ?? '')),
    texts(records.map(({ facts }) => facts.title)),
    texts(records.map(({ markings }) => markings.defines?.id ?? null)),
    byteas(records.map(({ bytes }) => bytes)),
  ];
}

/** True for bytes that PostgreSQL can give out as text. */
export function isPlain(bytes: Uint8Array): boolean {
  return isUtf8(bytes) && !bytes.includes(0);
}

async function storeFacts(
  client: Client,
  names: Names,
  items: readonly PlacedItem[],
  records: ReadonlyMap<PlacedItem, StoredRecord>,
): Promise<void> {
  const labels = new Map<StoredRecord, Set<number>>();
  for (const item of items) {
    const record = records.get(item);
    if (record === undefined || !record.isNew) continue;
    const ofRecord = labels.get(record) ?? new Set();
    labels.set(record, ofRecord.add(names.label(item.label).id));
  }
  if (labels.size === 0) return;
  const rows = [...labels].map(([record, under]) => ({
    record,
    tokens: [...under].map(labelToken),
  }));
  await execute(
    client,
    ADD_FACTS,
    int8s(rows.map(({ record }) => record.id)),
    texts(
      rows.map(({ record, tokens }) => lexemes([...factTokens(record.decoded.facts), ...tokens])),
    ),
  );
}

async function storeProvenance(
  client: Client,
  loads: readonly Load[],
  records: ReadonlyMap<PlacedItem, StoredRecord>,
): Promise<number> {
  const rows = loads.flatMap(({ chunk, parcel }) =>
    chunk.items.flatMap((item, ordinal) => {
      const record = item.kind === 'placed' ? records.get(item) : undefined;
      if (item.kind !== 'placed' || record === undefined) return [];
      const same = (record.isNew && record.decoded === item.record) || sameBytes(record, item);
      const bytes = same ? null : item.record.bytes;
      return [
        { parcel: parcel.number, sequence: chunk.sequence, ordinal, record: record.id, bytes },
      ];
    }),
  );
  if (rows.length === 0) return 0;
  await execute(
    client,
    ADD_PROVENANCE,
    int8s(rows.map((row) => row.parcel)),
    int4s(rows.map((row) => row.sequence)),
    int4s(rows.map((row) => row.ordinal)),
    int8s(rows.map((row) => row.record)),
    byteas(rows.map((row) => row.bytes)),
  );
  return rows.reduce((sum, { bytes }) => sum + (bytes?.length ?? 0), 0);
}

/** Whether an item's bytes are those that the record keeps (an erased record keeps none). */
function sameBytes(record: StoredRecord, item: PlacedItem): boolean {
  return Buffer.compare(record.bytesDigest, sha256(item.record.bytes)) === 0;
}

async function storeRefused(client: Client, loads: readonly Load[]): Promise<number> {
  const rows = loads.flatMap(({ chunk, parcel }) =>
    chunk.items.flatMap((item, ordinal) =>
      item.kind === 'refused'
        ? [{ parcel: parcel.number, sequence: chunk.sequence, ordinal, item }]
        : [],
    ),
  );
  if (rows.length === 0) return 0;
  await execute(
    client,
    ADD_REFUSED,
    int8s(rows.map((row) => row.parcel)),
    int4s(rows.map((row) => row.sequence)),
    int4s(rows.map((row) => row.ordinal)),
    texts(rows.map(({ item }) => item.path)),
    texts(rows.map(({ item }) => item.id)),
    texts(rows.map(({ item }) => item.version)),
    byteas(rows.map(({ item }) => item.bytes)),
    texts(rows.map(({ item }) => JSON.stringify(item.issues))),
  );
  return rows.reduce((sum, { item }) => sum + item.bytes.length, 0);
}
