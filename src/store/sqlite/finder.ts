/** Heads of memberships that an id, a value, an edge or words lead to, in any collection. */

import { FAMILY, factKey } from '../fact.ts';
import type { Cursor, RecordQuery } from '../port.ts';
import type { Database } from './driver.ts';
import { type Head, type HeadBatch, type Order, readPacked, selectPacked } from './heads.ts';
import type { Query } from './rows.ts';

/** What a record must have, beside being in one of the collections; null where it does not matter. */
export interface Sought {
  readonly id: string | null;
  readonly value: string | null;
  readonly pointsAt: string | null;
  /** Full-text query of `wordsQuery`. */
  readonly words: string | null;
}

/** Criteria by which an index can start, the most selective first. */
const STARTS = {
  id: `FROM object o
    CROSS JOIN membership m INDEXED BY membership_object ON m.object = o.id
    WHERE o.name = ?1`,
  value: `FROM fact f CROSS JOIN record r ON r.id = f.record
    CROSS JOIN membership m INDEXED BY membership_object
      ON m.object = r.object AND m.record = r.id
    WHERE f.value = ?2 AND f.family IN (${FAMILY.observable}, ${FAMILY.external})`,
  pointsAt: `FROM fact f CROSS JOIN record r ON r.id = f.record
    CROSS JOIN membership m INDEXED BY membership_object
      ON m.object = r.object AND m.record = r.id
    WHERE f.value = ?3 AND f.family = ${FAMILY.edge}`,
  words: 'FROM search s CROSS JOIN membership m ON m.id = s.rowid WHERE s.search MATCH ?4',
} as const;
type Start = keyof typeof STARTS;

/** The other criteria, as conditions on what the start gives. */
const CONDITIONS = `
  AND m.collection IN (SELECT value FROM json_each(?5))
  AND (?1 IS NULL OR EXISTS (SELECT 1 FROM object x WHERE x.id = m.object AND x.name = ?1))
  AND (?2 IS NULL OR EXISTS (
    SELECT 1 FROM fact x WHERE x.record = m.record AND x.value = ?2
      AND x.family IN (${FAMILY.observable}, ${FAMILY.external})))
  AND (?3 IS NULL OR EXISTS (
    SELECT 1 FROM fact x WHERE x.record = m.record AND x.value = ?3 AND x.family = ${FAMILY.edge}))
  AND (?4 IS NULL OR m.id IN (SELECT rowid FROM search WHERE search MATCH ?4))`;

export class Finder {
  readonly #queries: Readonly<Record<Start, Query<[string | null]>>>;

  constructor(database: Database, order: Order) {
    const [beyond, way] = order === 'newest' ? ['<', 'DESC'] : ['>', 'ASC'];
    const query = (start: Start) =>
      selectPacked(
        database,
        // A record may have a value in several places.
        `${STARTS[start]} ${CONDITIONS} AND (m.position, m.tie) ${beyond} (?6, ?7)
         GROUP BY m.id ORDER BY m.position ${way}, m.tie ${way} LIMIT ?8`,
      );
    this.#queries = {
      id: query('id'),
      value: query('value'),
      pointsAt: query('pointsAt'),
      words: query('words'),
    };
  }

  /** The next heads after a place; `start` is a criterion that is given. */
  find(sought: Sought, collections: readonly number[], after: Cursor, count: number): HeadBatch {
    const start = (['id', 'value', 'pointsAt', 'words'] as const).find(
      (each) => sought[each] !== null,
    );
    if (start === undefined) return { heads: [], complete: true };
    const row = this.#queries[start].first(
      sought.id,
      sought.value === null ? null : factKey(sought.value),
      sought.pointsAt === null ? null : factKey(sought.pointsAt),
      sought.words,
      JSON.stringify(collections),
      after.position,
      after.tie,
      count,
    );
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
