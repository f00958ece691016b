/**
 * The common page in one statement: rows that no other visible row contests, in the order of the
 * collection, with their bodies and with the epochs of the same snapshot. The database finds the
 * page's end, weighs it and joins it; no row crosses the wire.
 */
import { CONTEST, type CompiledMatch } from '../match.ts';
import type { Cursor } from '../port.ts';
import { bytesOf, type JoinedRow, joined, validatorOf } from './bodies.ts';
import { orderedRows, Parameters, preparedSql, type Wanted } from './candidates.ts';
import { type Runner, rowOf } from './connect.ts';
import { EPOCH_COLUMNS, type Epochs } from './current.ts';

/** Contest bits that may speak against a row; null where the other rows must be asked anyway. */
export function decidingBits(match: CompiledMatch): number | null {
  const { ids, specVersions, versions, all, first, last } = match;
  if (ids !== null || versions.size > 0) return null;
  const base = CONTEST.variant | (specVersions === null ? CONTEST.spec : 0);
  if (all) return base;
  if (first && last) return null;
  return base | (first ? CONTEST.earlier : CONTEST.later);
}

interface Row extends Epochs, JoinedRow {
  readonly count: number;
  readonly bytes: number | null;
  /** Contest bits of all rows together. */
  readonly contest: number | null;
  readonly first: number | null;
  /** Place of the last row of a full page, and position and size of the row behind it. */
  readonly end_position: number | null;
  readonly end_tie: number | null;
  readonly next_position: number | null;
  readonly next_size: number | null;
  /** Place of the last row that was found. */
  readonly last_position: number | null;
  readonly last_tie: number | null;
}

export interface PlainPage {
  readonly epochs: Epochs;
  /** Null: not plain, too heavy, or ending within a tie. */
  readonly page: {
    readonly count: number;
    readonly more: boolean;
    readonly first?: number;
    readonly last?: Cursor;
    readonly body: Buffer;
    readonly validator: string;
  } | null;
}

/** Bits of `bits` in any row make the page not plain; bodies above `maxBytes` are not joined. */
export async function readPlain(
  runner: Runner,
  wanted: Wanted,
  bits: number,
  limit: number,
  maxBytes: number,
): Promise<PlainPage> {
  const parameters = new Parameters();
  const rows = orderedRows(wanted, limit + 1, parameters);
  const bound = parameters.add(maxBytes, 'bigint');
  const end = parameters.add(limit, 'integer');
  const text = `SELECT ${EPOCH_COLUMNS}, p.*
    FROM house h LEFT JOIN LATERAL (
      SELECT count(*) AS count, min(m.bytes) AS bytes, bit_or(m.contest) AS contest,
        min(m.position) AS first,
        (array_agg(m.position))[${end}] AS end_position, (array_agg(m.tie))[${end}] AS end_tie,
        (array_agg(m.position))[${end} + 1] AS next_position,
        (array_agg(m.size))[${end} + 1] AS next_size,
        (array_agg(m.position))[count(*)] AS last_position, (array_agg(m.tie))[count(*)] AS last_tie,
        ${joined('')}
      FROM (
        SELECT m.*, sum(m.size + 1) OVER () AS bytes FROM (${rows}) m
      ) m LEFT JOIN record r ON r.id = m.record AND m.bytes <= ${bound}
    ) p ON true`;
  const row = await rowOf<Row>(runner, preparedSql(text), ...parameters.values);
  return { epochs: row, page: pageOf(row, bits, limit) };
}

function pageOf(row: Row, bits: number, limit: number): PlainPage['page'] {
  const { count, first, contest } = row;
  if (count === 0 || first === null) {
    return { count: 0, more: false, body: Buffer.alloc(0), validator: validatorOf('') };
  }
  if (((contest ?? bits) & bits) !== 0 || row.body === null) return null;
  const more = count > limit;
  if (more && row.end_position === row.next_position) return null;
  const position = (more ? row.end_position : row.last_position) ?? 0;
  const tie = (more ? row.end_tie : row.last_tie) ?? 0;
  const whole = bytesOf(row);
  const digests = row.digests ?? '';
  const taken = more ? limit : count;
  return {
    count: taken,
    more,
    first,
    last: { position, tie },
    body: more ? whole.subarray(0, whole.length - (row.next_size ?? 0) - 1) : whole,
    validator: validatorOf(digests.slice(0, taken * 32)),
  };
}
