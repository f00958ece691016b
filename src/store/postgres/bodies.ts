/** Bodies of records, joined inside the database: a page crosses the wire as one value. */
import { CybexError } from '../../core/error.ts';
import {
  type Batch,
  type Candidate,
  orderedRows,
  Parameters,
  preparedSql,
  type Wanted,
} from './candidates.ts';
import { type Runner, rowOf, rowsOf, sql } from './connect.ts';
import { EPOCH_COLUMNS, type Epochs } from './current.ts';
import { int8s } from './wire.ts';

/** Bodies are fetched in parts of about this size: the driver holds each as one text. */
const PART_BYTES = 16 * 1024 * 1024;

/**
 * Joined bodies as the wire carries them best: the driver reads text much faster than it reads
 * bytea, so what is valid UTF-8 comes as text and anything else as base64.
 */
const joined = (bytes: string, plain: string, order: string) => `
  CASE WHEN bool_and(${plain})
    THEN convert_from(string_agg(${bytes}, ','::bytea ${order}), 'UTF8')
    ELSE encode(string_agg(${bytes}, ','::bytea ${order}), 'base64') END AS body,
  bool_and(${plain}) AS plain`;

const BODIES = sql(
  `SELECT ${joined('r.bytes', 'r.plain', 'ORDER BY u.place')}
   FROM unnest($1::bigint[]) WITH ORDINALITY AS u (id, place) JOIN record r ON r.id = u.id`,
);

interface JoinedRow {
  readonly body: string | null;
  readonly plain: boolean | null;
}

function bytesOf({ body, plain }: JoinedRow): Buffer {
  if (body === null) return Buffer.alloc(0);
  return Buffer.from(body, plain === true ? 'utf8' : 'base64');
}

/** The bodies of these rows, joined by commas. */
export async function readBodies(runner: Runner, rows: readonly Candidate[]): Promise<Buffer> {
  const parts: Buffer[] = [];
  for (let from = 0; from < rows.length; ) {
    let to = from;
    for (let bytes = 0; to < rows.length && (to === from || bytes < PART_BYTES); to++) {
      bytes += rows[to]?.size ?? 0;
    }
    const records = rows.slice(from, to).map((row) => row.record);
    if (parts.length > 0) parts.push(COMMA);
    parts.push(bytesOf(await rowOf<JoinedRow>(runner, BODIES, int8s(records))));
    from = to;
  }
  const body = parts.length === 1 ? (parts[0] ?? COMMA) : Buffer.concat(parts);
  const size = rows.reduce((sum, row) => sum + row.size + 1, -1);
  if (rows.length > 0 && body.length !== size)
    throw new CybexError('internal', 'a body is missing');
  return body;
}

const COMMA = Buffer.from(',');

/** Candidates with their bodies and the epochs of their snapshot, in one statement. */
export interface WholeBatch extends Batch {
  readonly epochs: Epochs;
  /** Bodies of the first `count` rows, joined; null when they pass the bound of bytes. */
  joined(count: number): Buffer | null;
}

interface WholeRow extends Epochs, JoinedRow {
  readonly ids: number[] | null;
  readonly objects: number[];
  readonly records: number[];
  readonly positions: number[];
  readonly ties: number[];
  readonly contests: number[];
  readonly sizes: number[];
  readonly bodies: number;
}

/** One round trip for the common page: everything that it needs, of one snapshot. */
export async function readWhole(
  runner: Runner,
  wanted: Wanted,
  limit: number,
  maxBytes: number,
): Promise<WholeBatch> {
  const parameters = new Parameters();
  const rows = orderedRows(wanted, limit, parameters);
  const bound = parameters.add(maxBytes, 'bigint');
  const text = `SELECT ${EPOCH_COLUMNS}, p.* FROM house h LEFT JOIN LATERAL (
      SELECT array_agg(w.id) AS ids, array_agg(w.object) AS objects,
        array_agg(w.record) AS records, array_agg(w.position) AS positions,
        array_agg(w.tie) AS ties, array_agg(w.contest) AS contests, array_agg(w.size) AS sizes,
        count(w.bytes) AS bodies, ${joined('w.bytes', 'w.plain', '')}
      FROM (
        SELECT b.*, CASE WHEN b.before = 0 OR b.before + b.size <= ${bound} THEN b.raw END AS bytes
        FROM (
          SELECT m.id, m.object, m.record, m.position, m.tie, m.contest, r.size, r.plain, r.bytes AS raw,
            sum(r.size + 1) OVER (ORDER BY m.position, m.tie ROWS UNBOUNDED PRECEDING)
              - r.size - 1 AS before
          FROM (${rows}) m JOIN record r ON r.id = m.record
        ) b
      ) w
    ) p ON true`;
  const [row] = await rowsOf<WholeRow>(runner, preparedSql(text), ...parameters.values);
  if (row === undefined) throw new CybexError('internal', 'the store has lost its house row');
  return wholeBatch(row, limit);
}

function wholeBatch(row: WholeRow, limit: number): WholeBatch {
  const ids = row.ids ?? [];
  const rows = ids.map(
    (id, index): Candidate => ({
      id,
      object: row.objects[index] ?? 0,
      record: row.records[index] ?? 0,
      position: row.positions[index] ?? 0,
      tie: row.ties[index] ?? 0,
      contest: row.contests[index] ?? 0,
      size: row.sizes[index] ?? 0,
    }),
  );
  const whole = bytesOf(row);
  const starts = [0];
  for (const { size } of rows) starts.push((starts.at(-1) ?? 0) + size + 1);
  const given = row.ids === null ? 0 : row.bodies;
  return {
    epochs: row,
    rows,
    complete: rows.length < limit,
    joined: (count) => {
      if (count > given) return null;
      return whole.subarray(0, Math.max(0, (starts[count] ?? 1) - 1));
    },
  };
}
