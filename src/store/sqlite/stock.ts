/**
 * How many memberships of each label and of each type a collection holds: what tells whether a
 * viewer sees all of it, and which index answers a page soonest.
 */
import { CONTEST } from '../match.ts';
import type { Database } from './driver.ts';
import { Command } from './rows.ts';
import type { HouseRow } from './sequencer.ts';

export const AXIS = { label: 0, type: 1 } as const;

/**
 * True for the one membership of each object that stands above all others: a viewer who sees all
 * of a collection counts its objects by counting these.
 */
export function isHead(contest: number): boolean {
  return (contest & (CONTEST.later | CONTEST.variant | CONTEST.spec | CONTEST.embargo)) === 0;
}

interface Change {
  readonly collection: number;
  readonly axis: number;
  readonly key: number;
  members: number;
  heads: number;
}

/** Changes of the stock, added up before they are written. */
export class StockChanges {
  readonly #changes = new Map<string, Change>();

  add(collection: number, axis: number, key: number, members: number, heads: number): void {
    const name = `${collection}/${axis}/${key}`;
    const known = this.#changes.get(name);
    if (known === undefined) this.#changes.set(name, { collection, axis, key, members, heads });
    else {
      known.members += members;
      known.heads += heads;
    }
  }

  merge(other: StockChanges): void {
    for (const { collection, axis, key, members, heads } of other.#changes.values()) {
      this.add(collection, axis, key, members, heads);
    }
  }

  values(): Iterable<Readonly<Change>> {
    return this.#changes.values();
  }
}

export class StockTable {
  readonly #update: Command;
  readonly #insert: Command;

  constructor(database: Database) {
    this.#update = new Command(
      database,
      `UPDATE stock SET members = members + ?, heads = heads + ?
       WHERE collection = ? AND axis = ? AND key = ?`,
    );
    this.#insert = new Command(
      database,
      `INSERT INTO stock (members, heads, collection, axis, key, born) VALUES (?, ?, ?, ?, ?, ?)`,
    );
  }

  write(changes: StockChanges, house: HouseRow): void {
    for (const { collection, axis, key, members, heads } of changes.values()) {
      if (members === 0 && heads === 0) continue;
      if (this.#update.run(members, heads, collection, axis, key) > 0) continue;
      house.stockEpoch++;
      this.#insert.run(members, heads, collection, axis, key, house.stockEpoch);
    }
  }
}
