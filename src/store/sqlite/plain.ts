/**
 * The common page: everything of a collection is seen, and nothing but its order is asked for.
 * Then the contest bits alone decide, so the database can find the page's end, weigh it and join
 * its bodies without a row crossing into JavaScript.
 */
import { CONTEST, type CompiledMatch } from '../match.ts';
import type { Cursor } from '../port.ts';
import type { Database } from './driver.ts';
import { Query } from './rows.ts';

export interface PlainQuery {
  readonly collection: number;
  readonly match: CompiledMatch;
  readonly after: Cursor;
  readonly limit: number;
  readonly maxBytes: number;
}

export interface PlainPage {
  readonly count: number;
  readonly more: boolean;
  readonly first: number;
  readonly last: Cursor;
  readonly body: Uint8Array;
  readonly validator: string;
}

/** Bits that must not be set; null where bits alone do not decide. */
function excluded(match: CompiledMatch): number | null {
  const { ids, types, specVersions, versions, all, first, last } = match;
  if (ids !== null || types !== null || specVersions !== null || versions.size > 0) return null;
  const base = CONTEST.variant | CONTEST.spec;
  if (all) return base;
  if (last) return first ? null : base | CONTEST.later;
  return first ? base | CONTEST.earlier : null;
}

const RANGE = `FROM membership INDEXED BY membership_place
  WHERE collection = ?1 AND (position, tie) > (?2, ?3) AND contest & ?4 = 0`;

/** Bodies as they go out, and the first eight bytes of the digest of each. */
export const JOINED = `CAST(group_concat(CAST(r.bytes AS TEXT), ',') AS BLOB),
  group_concat(hex(substr(r.bytes_digest, 1, 8)), '')`;

const NOTHING: readonly [Uint8Array, string] = [new Uint8Array(), ''];

export class PlainPages {
  readonly #end: Query<[position: number, tie: number]>;
  readonly #tail: Query<[position: number, tie: number]>;
  readonly #weight: Query<[count: number, bytes: number, first: number]>;
  readonly #bodies: Query<[body: Uint8Array, validator: string]>;

  constructor(database: Database) {
    this.#end = new Query(
      database,
      `SELECT position, tie ${RANGE} ORDER BY position, tie LIMIT 2 OFFSET ?5`,
    );
    this.#tail = new Query(
      database,
      `SELECT position, tie ${RANGE} ORDER BY position DESC, tie DESC LIMIT 1`,
    );
    this.#weight = new Query(
      database,
      `SELECT count(*), coalesce(sum(size), 0), min(position)
       ${RANGE} AND (position, tie) <= (?5, ?6)`,
    );
    // The limit keeps the inner query, and with it the order, as it is written.
    this.#bodies = new Query(
      database,
      `SELECT ${JOINED} FROM (
         SELECT record ${RANGE} AND (position, tie) <= (?5, ?6) ORDER BY position, tie LIMIT ?7
       ) m CROSS JOIN record r ON r.id = m.record`,
    );
  }

  /** Null: this page is not plain, or it ends where only its rows can tell. */
  page({ collection, match, after, limit, maxBytes }: PlainQuery): PlainPage | null {
    const bits = excluded(match);
    if (bits === null || limit < 1) return null;
    const start = [collection, after.position, after.tie, bits] as const;
    const [end, next] = this.#end.all(...start, limit - 1);
    // Both at one position: the page would end within a tie.
    if (end !== undefined && next !== undefined && end[0] === next[0]) return null;
    const last = end ?? this.#tail.first(...start);
    if (last === undefined) return null;
    const [count, bytes, first] = this.#weight.first(...start, ...last) ?? [0, 0, 0];
    if (count === 0 || bytes + count - 1 > maxBytes) return null;
    const [body, validator] = this.#bodies.first(...start, ...last, count) ?? NOTHING;
    const [position, tie] = last;
    return { count, more: next !== undefined, first, last: { position, tie }, body, validator };
  }
}
