/** Bodies of records, joined inside the database: a page crosses the wire as one value. */
import { sha256 } from '../../core/digest.ts';
import { CybexError } from '../../core/error.ts';
import type { Candidate } from './candidates.ts';
import { type Runner, rowOf, sql } from './connect.ts';
import { int8s } from './wire.ts';

/** Bodies are fetched in parts of about this size: the driver holds each as one text. */
const PART_BYTES = 16 * 1024 * 1024;

/**
 * Joined bodies as the wire carries them best: the driver reads text much faster than it reads
 * bytea, so what is valid UTF-8 comes as text and anything else as base64. Beside them, the first
 * 16 bytes of each body's digest. Empty order: the rows come in their order.
 */
export const joined = (order: string) => `
  CASE WHEN bool_and(r.plain)
    THEN convert_from(string_agg(r.bytes, ','::bytea ${order}), 'UTF8')
    ELSE encode(string_agg(r.bytes, ','::bytea ${order}), 'base64') END AS body,
  bool_and(r.plain) AS plain,
  encode(string_agg(substring(r.bytes_digest FROM 1 FOR 16), ''::bytea ${order}), 'hex') AS digests`;

const BODIES = sql(
  `SELECT ${joined('ORDER BY u.place')}
   FROM unnest($1::bigint[]) WITH ORDINALITY AS u (id, place) JOIN record r ON r.id = u.id`,
);

export interface JoinedRow {
  readonly body: string | null;
  readonly plain: boolean | null;
  readonly digests: string | null;
}

export function bytesOf({ body, plain }: JoinedRow): Buffer {
  if (body === null) return Buffer.alloc(0);
  return Buffer.from(body, plain === true ? 'utf8' : 'base64');
}

/** What tells equal pages: a digest of the digests of their bodies; nothing of the store is in it. */
export function validatorOf(digests: string): string {
  return sha256(digests).toString('hex', 0, 16);
}

export interface Bodies {
  readonly body: Buffer;
  readonly validator: string;
}

/** The bodies of these rows, joined by commas. */
export async function readBodies(runner: Runner, rows: readonly Candidate[]): Promise<Bodies> {
  const parts: Buffer[] = [];
  let digests = '';
  for (let from = 0; from < rows.length; ) {
    let to = from;
    for (let bytes = 0; to < rows.length && (to === from || bytes < PART_BYTES); to++) {
      bytes += rows[to]?.size ?? 0;
    }
    const records = int8s(rows.slice(from, to).map((row) => row.record));
    const part = await rowOf<JoinedRow>(runner, BODIES, records);
    if (parts.length > 0) parts.push(COMMA);
    parts.push(bytesOf(part));
    digests += part.digests ?? '';
    from = to;
  }
  const [only] = parts;
  const body = parts.length === 1 && only !== undefined ? only : Buffer.concat(parts);
  const size = rows.reduce((sum, row) => sum + row.size + 1, -1);
  if (rows.length > 0 && body.length !== size)
    throw new CybexError('internal', 'a body is missing');
  return { body, validator: validatorOf(digests) };
}

const COMMA = Buffer.from(',');
