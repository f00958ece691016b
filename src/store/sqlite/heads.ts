/** Heads of memberships in the order of positions: numbers only, bodies come when a page is cut. */
import type { Cursor } from '../port.ts';
import type { Database } from './driver.ts';
import { objectHash } from './object-hash.ts';
import type { Plan } from './plan.ts';
import { Query } from './rows.ts';

export interface Head extends Cursor {
  readonly membership: number;
  readonly label: number;
  readonly contest: number;
  readonly type: number;
  readonly spec: number;
  readonly object: number;
  readonly record: number;
  readonly size: number;
}

export interface HeadBatch {
  readonly heads: readonly Head[];
  /** Nothing stands behind these. */
  readonly complete: boolean;
}

/** Gives the next heads after a place. */
export type HeadSource = (after: Cursor, count: number) => HeadBatch;

/** One text of numbers per batch crosses into JavaScript: half the cost of rows of values. */
const PACKED = `group_concat(position || ',' || tie || ',' || id || ',' || label || ',' || contest
  || ',' || type || ',' || spec || ',' || object || ',' || record || ',' || size)`;
const WIDTH = 10;
const FIELDS =
  'm.position, m.tie, m.id, m.label, m.contest, m.type, m.spec, m.object, m.record, m.size';
/** The order in which heads are given. */
export type Order = 'oldest' | 'newest';

type Packed = Query<[string | null]>;

/** Prepares a query of heads; `inner` names the membership `m`, orders and limits. */
export function selectPacked(database: Database, inner: string): Packed {
  return new Query(database, `SELECT ${PACKED} FROM (SELECT ${FIELDS} ${inner})`);
}

export class HeadReader {
  readonly #newest: boolean;
  readonly #place: Packed;
  readonly #single: Readonly<Record<'label' | 'type', Packed>>;
  readonly #several: Readonly<Record<'label' | 'type', Packed>>;
  readonly #named: Packed;
  readonly #span: Query<[number | null, number | null]>;

  constructor(database: Database, order: Order = 'oldest') {
    this.#newest = order === 'newest';
    const [beyond, within, way] = this.#newest ? ['<', '>=', 'DESC'] : ['>', '<=', 'ASC'];
    const after = `(m.position, m.tie) ${beyond} (?2, ?3)`;
    const inOrder = `ORDER BY m.position ${way}, m.tie ${way} LIMIT ?4`;
    const packed = (inner: string) => selectPacked(database, inner);
    const lane = (axis: 'label' | 'type') =>
      packed(`FROM membership m INDEXED BY membership_${axis}
        WHERE m.collection = ?1 AND m.${axis} = ?5 AND ${after} ${inOrder}`);
    const lanes = (axis: 'label' | 'type') =>
      packed(`FROM json_each(?5) k CROSS JOIN membership m INDEXED BY membership_${axis}
          ON m.collection = ?1 AND m.${axis} = k.value
        WHERE ${after} AND m.position ${within} ?6 ${inOrder}`);
    this.#place = packed(`FROM membership m INDEXED BY membership_place
      WHERE m.collection = ?1 AND ${after} ${inOrder}`);
    this.#single = { label: lane('label'), type: lane('type') };
    this.#several = { label: lanes('label'), type: lanes('type') };
    this.#named = packed(`FROM json_each(?5) k CROSS JOIN object o INDEXED BY object_hash
        ON o.hash = k.value ->> 0 AND o.name = k.value ->> 1
      CROSS JOIN membership m INDEXED BY membership_object
        ON m.object = o.id AND m.collection = ?1
      WHERE ${after} ${inOrder}`);
    this.#span = new Query(
      database,
      `SELECT (SELECT min(position) FROM membership WHERE collection = ?1),
              (SELECT max(position) FROM membership WHERE collection = ?1)`,
    );
  }

  /** Memberships of the objects of these ids. */
  named(collection: number, ids: readonly string[]): HeadSource {
    const keys = JSON.stringify(ids.map((id) => [objectHash(id), id]));
    return ({ position, tie }, count) =>
      readPacked(this.#named.first(collection, position, tie, count, keys), count);
  }

  planned(collection: number, plan: Plan): HeadSource {
    if (plan.by === 'place') {
      return ({ position, tie }, count) =>
        readPacked(this.#place.first(collection, position, tie, count), count);
    }
    const [only] = plan.keys;
    if (only === undefined) return () => ({ heads: [], complete: true });
    if (plan.keys.length > 1) return this.#lanes(collection, plan);
    const single = this.#single[plan.by];
    return ({ position, tie }, count) =>
      readPacked(single.first(collection, position, tie, count, only), count);
  }

  /**
   * Several lanes merged by position. Sorting all that stands behind the cursor would cost as much
   * as the lanes are long, so a window is read that should hold enough, and a wider one if not.
   */
  #lanes(collection: number, plan: Plan & { readonly by: 'label' | 'type' }): HeadSource {
    const [first, last] = this.#span.first(collection) ?? [null, null];
    const [lowest, highest] = [first ?? 0, last ?? 0];
    const [end, sign] = this.#newest ? [lowest, -1] : [highest, 1];
    const spacing = (highest - lowest) / Math.max(1, plan.rows);
    const keys = JSON.stringify(plan.keys);
    const several = this.#several[plan.by];
    return (after, count) => {
      const heads: Head[] = [];
      let from = after;
      for (let width = 2 * count * spacing + 1; ; width *= 4) {
        const start = Math.min(Math.max(from.position, lowest), highest);
        const until = plan.rows <= SORTED_WHOLE ? end : Math.round(start + sign * width);
        const wanted = count - heads.length;
        const row = several.first(collection, from.position, from.tie, wanted, keys, until);
        const found = readPacked(row, wanted);
        heads.push(...found.heads);
        if (!found.complete) return { heads, complete: false };
        if (sign * until >= sign * end) return { heads, complete: true };
        from = { position: until, tie: this.#newest ? 0 : LAST_TIE };
      }
    };
  }
}

/** Lanes of fewer rows than this are sorted at once. */
const SORTED_WHOLE = 2_000;
/** No tie is greater: a cursor with it stands behind everything at its position. */
export const LAST_TIE = 0xffff_ffff;

/** The heads of one packed row, of which at most `count` were asked for. */
export function readPacked(row: [string | null] | undefined, count: number): HeadBatch {
  const text = row?.[0] ?? null;
  if (text === null) return { heads: [], complete: true };
  const values = JSON.parse(`[${text}]`) as number[];
  const heads: Head[] = [];
  for (let i = 0; i < values.length; i += WIDTH) heads.push(headAt(values, i));
  return { heads, complete: heads.length < count };
}

function headAt(values: readonly number[], at: number): Head {
  const value = (offset: number) => values[at + offset] as number;
  return {
    position: value(0),
    tie: value(1),
    membership: value(2),
    label: value(3),
    contest: value(4),
    type: value(5),
    spec: value(6),
    object: value(7),
    record: value(8),
    size: value(9),
  };
}
