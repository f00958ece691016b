/** A house that comes from elsewhere into an empty database, in one transaction. */
import type { Client } from 'pg';
import { CybexError } from '../../core/error.ts';
import type { TransferBatch, TransferRow, TransferTable, TransferTarget } from '../transfer.ts';
import { execute, rowsOf, type Sql, sql } from './connect.ts';
import { type Destination, PUTS, type Put } from './incoming-tables.ts';
import { Terms } from './terms.ts';

/** What a store can work out from the rest. */
const FINISH: readonly string[] = [
  `INSERT INTO pair (id, collection, label, rows)
   SELECT row_number() OVER (ORDER BY collection, label), collection, label, count(*)
   FROM membership GROUP BY collection, label`,
  `UPDATE fact SET words = fact.words || marks.words
   FROM (SELECT record, array_to_tsvector(array_agg(DISTINCT E'\\x04' || label)) AS words
         FROM membership GROUP BY record) marks
   WHERE fact.record = marks.record`,
  `UPDATE sequencer SET
     labels = (SELECT coalesce(max(id), 0) FROM label),
     pairs = (SELECT coalesce(max(id), 0) FROM pair),
     membership_ids = (SELECT coalesce(max(id), 0) FROM membership),
     leaves = (SELECT coalesce(max(index), -1) + 1 FROM leaf),
     audits = (SELECT coalesce(max(id), 0) FROM audit),
     records = (SELECT count(*) FROM record WHERE NOT erased),
     memberships = (SELECT count(*) FROM membership),
     quarantined = (SELECT count(*) FROM refused),
     bytes = (SELECT coalesce(sum(size), 0) FROM record WHERE NOT erased)
       + (SELECT coalesce(sum(length(bytes)), 0) FROM provenance)
       + (SELECT coalesce(sum(length(bytes)), 0) FROM refused)`,
  `UPDATE house SET (labels, pairs) = (SELECT labels, pairs FROM sequencer)`,
  ...['parcel', 'record', 'refused', 'outbox'].map(
    (table) => `SELECT setval(pg_get_serial_sequence('${table}', 'id'), max(id)) FROM ${table}`,
  ),
];

export class Incoming implements TransferTarget, Destination {
  readonly #client: Client;
  readonly #terms = new Terms();
  #begun = false;

  /** The database must have the program's schema and nothing in it. */
  constructor(client: Client) {
    this.#client = client;
  }

  async put(batch: TransferBatch): Promise<void> {
    await this.#begin();
    const put = PUTS[batch.table] as Put<TransferTable>;
    await put(this, batch.rows);
  }

  async finish(): Promise<void> {
    await this.#begin();
    for (const statement of FINISH) await this.#client.query(statement);
    await this.#client.query('COMMIT');
    await this.#client.query('ANALYZE');
  }

  async abandon(): Promise<void> {
    if (this.#begun) await this.#client.query('ROLLBACK').catch(() => {});
  }

  async run(statement: Sql, ...columns: readonly unknown[]): Promise<void> {
    await execute(this.#client, statement, ...columns);
  }

  /** Numbers of words, made where there are none. */
  async numbers(words: readonly string[]): Promise<(word: string) => number> {
    await this.#terms.add(this.#client, words);
    return (word) => this.#terms.id(word) ?? -1;
  }

  async keepHouse(row: TransferRow<'house'> | undefined): Promise<void> {
    if (row === undefined) return;
    const { id, feedEpoch, policyEpoch, lastPosition } = row;
    await execute(this.#client, KEEP_HOUSE, id, feedEpoch, policyEpoch);
    await execute(this.#client, KEEP_PLACE, lastPosition, policyEpoch);
  }

  async #begin(): Promise<void> {
    if (this.#begun) return;
    this.#begun = true;
    await this.#client.query('BEGIN');
    const [used] = await rowsOf<{ used: boolean }>(this.#client, USED);
    if (used?.used === true) {
      throw new CybexError('conflict', 'the database holds a house already', {
        remedy: 'Restore into an empty database or schema.',
      });
    }
  }
}

const USED = sql('SELECT last_position > 0 OR policy_epoch > 1 AS used FROM sequencer FOR UPDATE');
const KEEP_HOUSE = sql('UPDATE house SET id = $1, feed_epoch = $2, policy_epoch = $3');
const KEEP_PLACE = sql('UPDATE sequencer SET last_position = $1, policy_epoch = $2');
