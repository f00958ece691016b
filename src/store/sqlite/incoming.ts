/** A house that comes from another store into an empty file, in one transaction. */

import { CybexError } from '../../core/error.ts';
import { internedLabel } from '../label-book.ts';
import { LEAF_KINDS } from '../log-leaf.ts';
import { CONTEST } from '../match.ts';
import type { TransferBatch, TransferRow, TransferTable, TransferTarget } from '../transfer.ts';
import type { Database, SqlValue, Statement } from './driver.ts';
import { TermWriter } from './interned.ts';
import { objectHash } from './object-hash.ts';
import { OWN_SECRETS, storedOutcomes } from './outgoing.ts';
import { AXIS } from './stock.ts';
import { gistFrom, labelToken } from './words.ts';

/** Columns that bear the same meaning on both sides, in the order of the insertion. */
const PLAIN: { readonly [T in TransferTable]?: readonly [string, ...(keyof TransferRow<T>)[]] } = {
  kept: ['kept (name, value)', 'name', 'value'],
  directory: ['directory (kind, id, body)', 'kind', 'id', 'body'],
  provenance: [
    'provenance (parcel, sequence, ordinal, record, bytes)',
    ...(['parcel', 'sequence', 'ordinal', 'record', 'bytes'] as const),
  ],
  refused: [
    'refused (id, parcel, sequence, ordinal, path, object_id, version, issues, bytes)',
    ...(['id', 'parcel', 'sequence', 'ordinal', 'path', 'name', 'version'] as const),
    ...(['issues', 'bytes'] as const),
  ],
  definition: [
    'definition (marking, organisation, record)',
    ...(['marking', 'organisation', 'record'] as const),
  ],
  parcel: [
    `parcel (id, uuid, received, media_type, principal, organisation, channel, collection, unmarked,
       source, status, digest, size, chunks, stored, duplicate, failed)`,
    ...(['id', 'uuid', 'received', 'mediaType', 'principal', 'organisation', 'channel'] as const),
    ...(['collection', 'unmarked', 'source', 'status', 'digest', 'size', 'chunks'] as const),
    ...(['stored', 'duplicate', 'failed'] as const),
  ],
  audit: [
    'audit (id, at, principal, organisation, action, subject, outcome, detail)',
    ...(['id', 'at', 'principal', 'organisation', 'action', 'subject'] as const),
    ...(['outcome', 'detail'] as const),
  ],
  outbox: [
    'outbox (id, kind, subject, organisation)',
    ...(['id', 'kind', 'subject', 'organisation'] as const),
  ],
  ledger: [
    'ledger (principal, collection, filter, through)',
    ...(['principal', 'collection', 'filter', 'through'] as const),
  ],
  status: ['status (id, requested, body)', 'id', 'requested', 'body'],
};

/** What this store can work out from the rest. */
const HEAD = `contest & ${CONTEST.later | CONTEST.variant | CONTEST.spec | CONTEST.embargo} = 0`;
const FINISH = `
INSERT INTO stock (collection, axis, key, members, heads, born)
  SELECT collection, axis, key, members, heads, row_number() OVER () FROM (
    SELECT collection, ${AXIS.label} AS axis, label AS key, count(*) AS members,
      count(*) FILTER (WHERE ${HEAD}) AS heads FROM membership GROUP BY collection, label
    UNION ALL
    SELECT collection, ${AXIS.type}, type, count(*), 0 FROM membership GROUP BY collection, type);
UPDATE house SET
  next_leaf = (SELECT coalesce(max(leaf) + 1, 0) FROM log),
  labels = (SELECT coalesce(max(id), 0) FROM label),
  stock_epoch = (SELECT count(*) FROM stock),
  records = (SELECT count(*) FROM record WHERE bytes IS NOT NULL),
  bytes = (SELECT coalesce(sum(length(bytes)), 0) FROM record)
    + (SELECT coalesce(sum(length(bytes)), 0) FROM provenance)
    + (SELECT coalesce(sum(length(bytes)), 0) FROM refused);
`;

const SECRET_NAMES = new Map(Object.entries(OWN_SECRETS).map(([own, name]) => [name, own]));

export class Incoming implements TransferTarget {
  readonly #database: Database;
  readonly #terms: TermWriter;
  readonly #collections: TermWriter;
  readonly #statements = new Map<string, Statement>();
  /** Embargoes begin where their labels say. */
  readonly #due = new Map<number, number | null>();
  #begun = false;

  /** The file must have the present schema and nothing in it. */
  constructor(database: Database) {
    this.#database = database;
    this.#terms = new TermWriter(database, 'term');
    this.#collections = new TermWriter(database, 'collection');
  }

  async put(batch: TransferBatch): Promise<void> {
    this.#begin();
    switch (batch.table) {
      case 'house':
        for (const row of batch.rows) this.#house(row);
        return;
      case 'secret':
        for (const row of batch.rows) this.#secret(row);
        return;
      case 'label':
        for (const row of batch.rows) this.#label(row);
        return;
      case 'chunk':
        for (const row of batch.rows) this.#chunk(row);
        return;
      case 'record':
        for (const row of batch.rows) this.#record(row);
        return;
      case 'membership':
        for (const row of batch.rows) this.#membership(row);
        return;
      case 'conflict':
        for (const row of batch.rows) this.#conflict(row);
        return;
      case 'tombstone':
        for (const row of batch.rows) this.#tombstone(row);
        return;
      case 'leaf':
        for (const row of batch.rows) this.#leaf(row);
        return;
      default:
        this.#plain(batch);
    }
  }

  async finish(): Promise<void> {
    this.#begin();
    this.#database.exec(FINISH);
    this.#database.exec('COMMIT');
  }

  async abandon(): Promise<void> {
    if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
  }

  #begin(): void {
    if (this.#begun) return;
    this.#begun = true;
    this.#database.exec('BEGIN IMMEDIATE');
    const used = this.#get('SELECT last_position > 0 OR policy_epoch > 1 AS used FROM house');
    if (used?.used === 1) {
      throw new CybexError('conflict', 'the file holds a house already', {
        remedy: 'Restore into an empty directory with --data.',
      });
    }
  }

  #plain({ table, rows }: TransferBatch): void {
    const [target, ...columns] = PLAIN[table] as readonly [string, ...string[]];
    const places = columns.map(() => '?').join(', ');
    for (const row of rows as readonly unknown[] as readonly Record<string, SqlValue>[]) {
      this.#run(
        `INSERT INTO ${target} VALUES (${places})`,
        ...columns.map((column) => row[column] ?? null),
      );
    }
  }

  #house({ id, feedEpoch, policyEpoch, lastPosition }: TransferRow<'house'>): void {
    this.#run(
      'UPDATE house SET id = ?, feed_epoch = ?, policy_epoch = ?, last_position = ?',
      ...[id, feedEpoch, policyEpoch, lastPosition],
    );
  }

  #secret({ name, bytes }: TransferRow<'secret'>): void {
    this.#run('INSERT OR REPLACE INTO secret VALUES (?, ?)', SECRET_NAMES.get(name) ?? name, bytes);
  }

  #label(row: TransferRow<'label'>): void {
    this.#run(
      'INSERT INTO label (id, digest, text) VALUES (?, ?, ?)',
      row.id,
      row.digest,
      row.text,
    );
    this.#due.set(row.id, internedLabel(row).from);
  }

  #chunk({ parcel, sequence, skeleton, outcomes }: TransferRow<'chunk'>): void {
    this.#run(
      'INSERT INTO chunk (parcel, sequence, skeleton, outcomes) VALUES (?, ?, ?, ?)',
      ...[parcel, sequence, skeleton, storedOutcomes(outcomes)],
    );
  }

  #record(row: TransferRow<'record'>): void {
    const { id, spec, version, versionKey, creator, contentDigest, bytesDigest } = row;
    this.#run(
      `INSERT INTO record (id, object, spec, version, version_key, creator, content_digest,
         bytes_digest, withdrawn, title, bytes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ...[id, this.#object(row), this.#terms.intern(spec), version, versionKey, creator],
      ...[contentDigest, bytesDigest, row.withdrawn, row.title, row.bytes],
    );
    if (row.bytes === null) return;
    this.#run('INSERT INTO gist (record, tokens) VALUES (?, ?)', id, gistFrom(row));
  }

  /** The object of a record, made where there is none. */
  #object(row: { readonly format: string; readonly type: string; readonly name: string }): number {
    const key = [
      objectHash(row.name),
      row.name,
      this.#terms.intern(row.format),
      this.#terms.intern(row.type),
    ];
    const known = this.#get(
      'SELECT id FROM object WHERE hash = ? AND name = ? AND format = ? AND type = ?',
      ...key,
    );
    if (known !== undefined) return Number(known.id);
    return this.#run('INSERT INTO object (hash, name, format, type) VALUES (?, ?, ?, ?)', ...key);
  }

  #membership(row: TransferRow<'membership'>): void {
    const { id, record, label, position, tie, since, preference, contest } = row;
    this.#run(
      `INSERT INTO membership (id, collection, position, tie, label, contest, type, spec, object,
         record, size, preference, since, version_key, born)
       SELECT ?, ?, ?, ?, ?, ?, o.type, r.spec, r.object, r.id, length(r.bytes), ?, ?,
         r.version_key, CASE r.version_key WHEN '' THEN ? ELSE 0 END
       FROM record r JOIN object o ON o.id = r.object WHERE r.id = ?`,
      ...[id, this.#collections.intern(row.collection), position, tie, label, contest],
      ...[preference, since, since, record],
    );
    for (const source of JSON.parse(row.sources) as string[]) {
      this.#run('INSERT INTO contribution VALUES (?, ?)', id, this.#terms.intern(source));
    }
    const due = this.#due.get(label) ?? null;
    if ((contest & CONTEST.embargo) !== 0) this.#run('INSERT INTO embargo VALUES (?, ?)', due, id);
    this.#run(
      `INSERT INTO search (rowid, tokens)
       SELECT ?, ? || ' ' || tokens FROM gist WHERE record = ?`,
      ...[id, labelToken(label), record],
    );
  }

  #conflict(row: TransferRow<'conflict'>): void {
    this.#run('INSERT INTO conflict VALUES (?, ?)', this.#object(row), row.versionKey);
  }

  #tombstone({ collection, record, organisation, at }: TransferRow<'tombstone'>): void {
    this.#run(
      `INSERT INTO tombstone (collection, object, content_digest, organisation, at)
       SELECT ?, object, content_digest, ?, ? FROM record WHERE id = ?`,
      ...[this.#collections.intern(collection), organisation, at, record],
    );
  }

  #leaf(row: TransferRow<'leaf'>): void {
    const collection = row.collection === null ? null : this.#collections.intern(row.collection);
    // What a record's row holds is not kept twice, save for erasures (see log.ts).
    const kept = row.record === null || LEAF_KINDS[row.kind] === 'erasure';
    this.#run(
      `INSERT INTO log (leaf, kind, hash, salt, record, bytes_digest, collection, label, policy,
         parcel, position) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ...[row.index, row.kind, row.hash, row.salt, row.record],
      ...[kept ? row.digest : null, collection, row.label, row.policy],
      ...[row.parcel, row.position],
    );
  }

  #statement(sql: string): Statement {
    let known = this.#statements.get(sql);
    if (known === undefined) {
      known = this.#database.prepare(sql);
      this.#statements.set(sql, known);
    }
    return known;
  }

  #run(sql: string, ...values: SqlValue[]): number {
    return Number(this.#statement(sql).run(...values).lastInsertRowid);
  }

  #get(sql: string, ...values: SqlValue[]): Record<string, SqlValue> | undefined {
    return this.#statement(sql).get(...values) as Record<string, SqlValue> | undefined;
  }
}
