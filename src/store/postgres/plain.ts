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

/** Rows at the end of a full page that are told one by one: a tie longer than this is rare. */
const TAIL = 8;

interface Row extends Epochs, JoinedRow {
  readonly count: number;
  /** Contest bits of all rows together. */
  readonly contest: number | null;
  readonly first: number | null;
  /** The last rows of a full page and the row behind it; empty when the page is not full. */
  readonly positions: number[] | null;
  readonly ties: number[] | null;
  readonly sizes: number[] | null;
  /** Place of the last row that was found. */
  readonly last_position: number | null;
  readonly last_tie: number | null;
}

interface Plain {
  readonly count: number;
  readonly more: boolean;
  readonly first?: number;
  readonly last?: Cursor;
  readonly body: Buffer;
  readonly validator: string;
}

export interface PlainPage {
  readonly epochs: Epochs;
  /** `contested`: not plain, or too heavy. `tied`: it ends within a tie that is longer than it. */
  readonly page: Plain | 'contested' | 'tied';
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
  const tail = `[greatest(1, ${end} + 1 - ${TAIL}) : ${end} + 1]`;
  const text = `SELECT ${EPOCH_COLUMNS}, p.*
    FROM house h LEFT JOIN LATERAL (
      SELECT count(*) AS count, bit_or(m.contest) AS contest, min(m.position) AS first,
        CASE WHEN count(*) > ${end} THEN (array_agg(m.position))${tail} END AS positions,
        CASE WHEN count(*) > ${end} THEN (array_agg(m.tie))${tail} END AS ties,
        CASE WHEN count(*) > ${end} THEN (array_agg(m.size))${tail} END AS sizes,
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
  if (((contest ?? bits) & bits) !== 0 || row.body === null) return 'contested';
  const whole = bytesOf(row);
  const digests = row.digests ?? '';
  if (count <= limit) {
    const last = { position: row.last_position ?? 0, tie: row.last_tie ?? 0 };
    return { count, more: false, first, last, body: whole, validator: validatorOf(digests) };
  }
  const { positions, ties, sizes } = row;
  if (positions === null || ties === null || sizes === null) return 'contested';
  // The last of these is the row behind the page; what shares its position goes with it.
  const cut = positions.indexOf(positions.at(-1) ?? 0);
  const taken = limit + 1 - (positions.length - cut);
  if (cut === 0 || taken === 0) return 'tied';
  const left = sizes.slice(cut).reduce((sum, size) => sum + size + 1, 0);
  return {
    count: taken,
    more: true,
    first,
    last: { position: positions[cut - 1] ?? 0, tie: ties[cut - 1] ?? 0 },
    body: whole.subarray(0, whole.length - left),
    validator: validatorOf(digests.slice(0, taken * 32)),
  };
}
