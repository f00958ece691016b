/** Heads of memberships that an id, or words, a value and an edge lead to, in any collection. */
import type { Cursor, RecordQuery } from '../port.ts';
import type { Database } from './driver.ts';
import { type Head, type HeadBatch, type Order, readPacked, selectPacked } from './heads.ts';
import { objectHash } from './object-hash.ts';
import type { Query } from './rows.ts';

/** What leads to memberships: at least one of both. */
export interface Lead {
  readonly id: string | null;
  /** Query of the index, see `indexQuery`. */
  readonly index: string | null;
}

export class Finder {
  readonly #byId: Query<[string | null]>;
  readonly #byIndex: Query<[string | null]>;

  constructor(database: Database, order: Order) {
    const [beyond, way] = order === 'newest' ? ['<', 'DESC'] : ['>', 'ASC'];
    const rest = `AND m.collection IN (SELECT value FROM json_each(?2))
      AND (m.position, m.tie) ${beyond} (?3, ?4)
      ORDER BY m.position ${way}, m.tie ${way} LIMIT ?5`;
    this.#byId = selectPacked(
      database,
      `FROM object o INDEXED BY object_hash
       CROSS JOIN membership m INDEXED BY membership_object ON m.object = o.id
       WHERE o.hash = ?6 AND o.name = ?7
         AND (?1 IS NULL OR m.id IN (SELECT rowid FROM search WHERE search MATCH ?1)) ${rest}`,
    );
    this.#byIndex = selectPacked(
      database,
      `FROM search s CROSS JOIN membership m ON m.id = s.rowid WHERE s.search MATCH ?1 ${rest}`,
    );
  }

  /** The next heads after a place. */
  find(lead: Lead, collections: readonly number[], after: Cursor, count: number): HeadBatch {
    const { id, index } = lead;
    const place = [JSON.stringify(collections), after.position, after.tie, count] as const;
    const row =
      id === null
        ? this.#byIndex.first(index, ...place)
        : this.#byId.first(index, ...place, objectHash(id), id);
    return readPacked(row, count);
  }
}

/** True when no criterion but a type is given: the collections are then walked. */
export function isWalk(query: RecordQuery): boolean {
  const { id, value, pointsAt, text } = query;
  return id === undefined && value === undefined && pointsAt === undefined && text === undefined;
}

export function compareHeads(order: Order): (a: Head, b: Head) => number {
  const sign = order === 'newest' ? -1 : 1;
  return (a, b) => sign * (a.position - b.position || a.tie - b.tie);
}
