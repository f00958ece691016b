/** What an organisation newly sees where it follows: in small commits, each with new positions. */
import type { Micros } from '../../core/clock.ts';
import type { Principal } from '../../core/principal.ts';
import { mayRead } from '../access.ts';
import { LEAF_KINDS } from '../log-leaf.ts';
import type { Sees } from '../port.ts';
import type { Commit } from './commit.ts';
import type { DirectoryTable } from './directory-table.ts';
import type { Database } from './driver.ts';
import type { Memberships } from './memberships.ts';
import type { Repositioner } from './repositioning.ts';
import { Query } from './rows.ts';

export interface Reoffering {
  readonly organisation: string;
  readonly before: Principal;
  readonly after: Principal;
  /** Most memberships to move in this commit. */
  readonly limit: number;
  /** Only what lies at or before this position; absent in the first commit. */
  readonly until?: Micros;
}

export interface Reoffered {
  readonly moved: number;
  /** The end for the commits that follow. */
  readonly until: Micros;
}

export class Reofferer {
  readonly #memberships: Memberships;
  readonly #repositioner: Repositioner;
  readonly #directory: DirectoryTable;
  readonly #sees: Sees;
  readonly #followed: Query<[string, number]>;
  readonly #shelves: Query<[number]>;
  readonly #missed: Query<[number]>;
  readonly #lastRule: Query<[number]>;

  constructor(
    database: Database,
    parts: {
      readonly memberships: Memberships;
      readonly repositioner: Repositioner;
      readonly directory: DirectoryTable;
      readonly sees: Sees;
    },
  ) {
    this.#memberships = parts.memberships;
    this.#repositioner = parts.repositioner;
    this.#directory = parts.directory;
    this.#sees = parts.sees;
    this.#followed = new Query(
      database,
      `SELECT collection, max(through) FROM ledger
       WHERE principal IN (SELECT value FROM json_each(?)) GROUP BY collection`,
    );
    // A blank stands before the format in a shelf's name, and '!' is what comes after a blank.
    this.#shelves = new Query(
      database,
      "SELECT id FROM collection WHERE uuid = ?1 OR (uuid > ?1 || ' ' AND uuid < ?1 || '!')",
    );
    this.#missed = new Query(
      database,
      `SELECT m.id FROM json_each(?) AS l CROSS JOIN membership m INDEXED BY membership_label
         ON m.collection = ? AND m.label = l.value AND m.position <= ?
       ORDER BY m.position, m.tie LIMIT ?`,
    );
    this.#lastRule = new Query(
      database,
      `SELECT position FROM log WHERE kind = ${LEAF_KINDS.indexOf('rule')}
       ORDER BY leaf DESC LIMIT 1`,
    );
  }

  /** Moves at most `limit`; fewer mean that nothing is left. */
  reoffer(commit: Commit, reoffering: Reoffering): Reoffered {
    const { organisation, before, after, limit } = reoffering;
    const until = reoffering.until ?? this.#end(commit);
    const labels = JSON.stringify(this.#newlySeen(commit, before, after));
    const directory = this.#directory.read(commit.house.policyEpoch);
    const people = directory.persons.filter((each) => each.organisation === organisation);
    const principals = [organisation, before.id, after.id, ...people.map((each) => each.id)];
    let moved = 0;
    for (const [name, through] of this.#followed.all(JSON.stringify(principals))) {
      const collection = directory.collections.find((each) => each.id === name);
      if (collection === undefined || !mayRead(after, collection)) continue;
      const passed = Math.min(through, until);
      for (const [shelf] of this.#shelves.all(name)) {
        for (const [missed] of this.#missed.all(labels, shelf, passed, limit - moved)) {
          const member = this.#memberships.get(commit, missed);
          if (member === null) continue;
          this.#repositioner.move(commit, member);
          moved++;
        }
      }
      if (moved >= limit) break;
    }
    return { moved, until };
  }

  /**
   * What comes after the change of the rules is seen where it stands, so the offer ends there. A
   * follower's ledger runs ahead while it follows: without a fixed end, what was offered anew
   * would be so again.
   */
  #end(commit: Commit): Micros {
    return this.#lastRule.first()?.[0] ?? commit.house.lastPosition;
  }

  #newlySeen(commit: Commit, before: Principal, after: Principal): number[] {
    const found: number[] = [];
    const { book } = commit.ground.labels.loader;
    for (let id = 1; id <= commit.house.labels; id++) {
      const label = book.get(id)?.label;
      if (label === undefined) continue;
      if (this.#sees(after, label, 'feed') && !this.#sees(before, label, 'feed')) found.push(id);
    }
    return found;
  }
}
