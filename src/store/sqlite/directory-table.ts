/** The directory's rows, cached by policy epoch. */

import { sha256 } from '../../core/digest.ts';
import { CybexError } from '../../core/error.ts';
import {
  checkDirectory,
  consequences,
  type DirectoryKind,
  type DirectoryRow,
  directoryFrom,
  rowOf,
} from '../directory.ts';
import type { AuditEntry, Directory, DirectoryChange } from '../port.ts';
import type { Commit } from './commit.ts';
import type { Database } from './driver.ts';
import { Command, Query } from './rows.ts';

/** Reads the directory as of the transaction's snapshot. */
export class DirectoryTable {
  readonly #rows: Query<[DirectoryKind, string, string]>;
  #known: Directory | null = null;

  constructor(database: Database) {
    this.#rows = new Query(database, 'SELECT kind, id, body FROM directory ORDER BY kind, id');
  }

  /** `policyEpoch`: of the same snapshot. */
  read(policyEpoch: number): Directory {
    if (this.#known?.policyEpoch !== policyEpoch) this.#known = this.load(policyEpoch);
    return this.#known;
  }

  operators(policyEpoch: number): string[] {
    const { organisations } = this.read(policyEpoch);
    return organisations.filter((each) => each.operator).map((each) => each.id);
  }

  protected load(policyEpoch: number): Directory {
    const rows = this.#rows.all().map(([kind, id, body]): DirectoryRow => ({ kind, id, body }));
    return directoryFrom(rows, policyEpoch);
  }

  /** What was read within a transaction that did not happen. */
  forget(): void {
    this.#known = null;
  }
}

export class DirectoryWriter extends DirectoryTable {
  readonly #put: Command;
  readonly #remove: Command;

  constructor(database: Database) {
    super(database);
    this.#put = new Command(
      database,
      'INSERT OR REPLACE INTO directory (kind, id, body) VALUES (?, ?, ?)',
    );
    this.#remove = new Command(database, 'DELETE FROM directory WHERE kind = ? AND id = ?');
  }

  /** Returns the new policy epoch. */
  change(commit: Commit, changes: readonly DirectoryChange[], entry: AuditEntry): number {
    if (changes.length === 0) throw new CybexError('invalid-argument', 'nothing is changed');
    const before = this.read(commit.house.policyEpoch);
    for (const change of changes) {
      const { kind, id, body } = rowOf(change);
      if (body === null) this.#remove.run(kind, id);
      else this.#put.run(kind, id, body);
    }
    const policyEpoch = commit.house.policyEpoch + 1;
    checkDirectory(this.load(policyEpoch));
    commit.house.policyEpoch = policyEpoch;
    for (const row of consequences(before, changes)) commit.ground.outbox(row);
    commit.leaf({ kind: 'rule', place: commit.end, bytesDigest: sha256(JSON.stringify(changes)) });
    commit.ground.audit(commit.now, entry);
    return policyEpoch;
  }
}
