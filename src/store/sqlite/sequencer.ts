/** The one row of the house that orders its commits. */
import type { Micros } from '../../core/clock.ts';
import type { Database } from './driver.ts';
import { Command, Query } from './rows.ts';

export interface HouseRow {
  id: string;
  feedEpoch: string;
  policyEpoch: number;
  /** Last position of the last commit that gave any. */
  lastPosition: Micros;
  nextLeaf: number;
  /** Highest number of a label. */
  labels: number;
  /** Goes up with each (collection, label) or (collection, type) that appears. */
  stockEpoch: number;
  records: number;
  /** Bytes of records and quarantine, as they came. */
  bytes: number;
}

type Row = [string, string, number, number, number, number, number, number, number];

/** Reads the row; the first read of every transaction. */
export class HouseReader {
  readonly #query: Query<Row>;

  constructor(database: Database) {
    this.#query = new Query(
      database,
      `SELECT id, feed_epoch, policy_epoch, last_position, next_leaf, labels, stock_epoch,
              records, bytes FROM house`,
    );
  }

  read(): HouseRow {
    const row = this.#query.first();
    if (row === undefined) throw new Error('the house has no row');
    const [id, feedEpoch, policyEpoch, lastPosition, nextLeaf, labels, stockEpoch] = row;
    const [records, bytes] = row.slice(7) as [number, number];
    return {
      id,
      feedEpoch,
      policyEpoch,
      lastPosition,
      nextLeaf,
      labels,
      stockEpoch,
      records,
      bytes,
    };
  }
}

/** Writes the row; the last write of every transaction. */
export class HouseWriter extends HouseReader {
  readonly #update: Command;

  constructor(database: Database) {
    super(database);
    this.#update = new Command(
      database,
      `UPDATE house SET feed_epoch = ?, policy_epoch = ?, last_position = ?, next_leaf = ?,
         labels = ?, stock_epoch = ?, records = ?, bytes = ?`,
    );
  }

  write(row: HouseRow): void {
    this.#update.run(
      row.feedEpoch,
      row.policyEpoch,
      row.lastPosition,
      row.nextLeaf,
      row.labels,
      row.stockEpoch,
      row.records,
      row.bytes,
    );
  }
}
