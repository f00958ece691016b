/** A delivery as it came, put together again from its skeleton, its records and what was refused. */
import { CybexError } from '../../core/error.ts';
import { decodeSkeleton } from '../skeleton.ts';
import { type Connections, type Runner, reading, rowsOf, sql } from './connect.ts';

const CHUNK = sql(
  `SELECT c.sequence, c.skeleton, p.id AS parcel FROM parcel p JOIN parcel_chunk c ON c.parcel = p.id
   WHERE p.uuid = $1 AND c.sequence > $2 ORDER BY c.sequence LIMIT 1`,
);
const ITEMS = sql(
  `SELECT v.ordinal, nullif(coalesce(v.bytes, r.bytes), '') AS bytes
   FROM provenance v JOIN record r ON r.id = v.record WHERE v.parcel = $1 AND v.sequence = $2
   UNION ALL
   SELECT f.ordinal, f.bytes FROM refused f WHERE f.parcel = $1 AND f.sequence = $2
   ORDER BY ordinal`,
);

/** Chunk by chunk, so that memory does not grow with the delivery. */
export function parcelBytes(connections: Connections, parcel: string): AsyncGenerator<Uint8Array> {
  return parcelPieces((work) => reading(connections.work, work), parcel);
}

/** The same with any way to run a statement. */
export async function* parcelPieces(
  run: <T>(work: (runner: Runner) => Promise<T>) => Promise<T>,
  parcel: string,
): AsyncGenerator<Uint8Array> {
  for (let sequence = -1; ; ) {
    const after = sequence;
    const [chunk] = await run((runner) =>
      rowsOf<{ sequence: number; skeleton: Uint8Array; parcel: number }>(
        runner,
        CHUNK,
        parcel,
        after,
      ),
    );
    if (chunk === undefined) return;
    const items = await run((runner) =>
      rowsOf<{ ordinal: number; bytes: Uint8Array | null }>(
        runner,
        ITEMS,
        chunk.parcel,
        chunk.sequence,
      ),
    );
    const { gaps, closing } = decodeSkeleton(chunk.skeleton);
    const bytes = new Map(items.map((item) => [item.ordinal, item.bytes]));
    for (const [ordinal, gap] of gaps.entries()) {
      const body = bytes.get(ordinal);
      if (body === undefined || body === null) {
        throw new CybexError('absent', 'a piece of this delivery was erased or is no longer kept');
      }
      yield gap;
      yield body;
    }
    if (closing !== undefined) yield closing;
    sequence = chunk.sequence;
  }
}
