/** The rows that a stored chunk leaves beside its records: skeleton, outcomes, the parcel's counts. */
import type { Client } from 'pg';
import { writeOutcomes } from '../outcome-line.ts';
import type { ItemOutcome } from '../port.ts';
import { encodeSkeleton } from '../skeleton.ts';
import { execute, sql } from './connect.ts';
import type { Load } from './intake.ts';
import { byteas, int4s, int8s, texts } from './wire.ts';

const ADD_CHUNKS = sql(
  `INSERT INTO parcel_chunk (parcel, sequence, skeleton, outcomes)
   SELECT * FROM unnest($1::bigint[], $2::integer[], $3::bytea[], $4::text[])`,
);
const COUNT_PARCELS = sql(
  `UPDATE parcel SET chunks = parcel.chunks + u.more, stored = stored + u.new,
     duplicate = duplicate + u.known, failed = failed + u.bad
   FROM unnest($1::bigint[], $2::integer[], $3::integer[], $4::integer[], $5::integer[])
     AS u (id, more, new, known, bad)
   WHERE parcel.id = u.id`,
);

/** One row for each chunk, in one go for a whole group. */
export async function writeChunks(
  client: Client,
  loads: readonly Load[],
  outcomes: readonly (readonly ItemOutcome[])[],
): Promise<void> {
  const skeletons = loads.map(({ chunk: { items, closingGap } }) => {
    const gaps = items.map(({ gap }) => gap);
    return encodeSkeleton(closingGap === undefined ? { gaps } : { gaps, closing: closingGap });
  });
  await execute(
    client,
    ADD_CHUNKS,
    int8s(loads.map(({ parcel }) => parcel.number)),
    int4s(loads.map(({ chunk }) => chunk.sequence)),
    byteas(skeletons),
    texts(outcomes.map(writeOutcomes)),
  );
  const counts = new Map<
    number,
    { chunks: number; stored: number; duplicate: number; failed: number }
  >();
  for (const [index, { parcel }] of loads.entries()) {
    const count = counts.get(parcel.number) ?? { chunks: 0, stored: 0, duplicate: 0, failed: 0 };
    counts.set(parcel.number, count);
    count.chunks += 1;
    for (const { kind } of outcomes[index] ?? []) {
      if (kind === 'refused') count.failed += 1;
      else if (kind === 'duplicate') count.duplicate += 1;
      else count.stored += 1;
    }
  }
  const rows = [...counts].sort(([a], [b]) => a - b);
  await execute(
    client,
    COUNT_PARCELS,
    int8s(rows.map(([parcel]) => parcel)),
    int4s(rows.map(([, count]) => count.chunks)),
    int4s(rows.map(([, count]) => count.stored)),
    int4s(rows.map(([, count]) => count.duplicate)),
    int4s(rows.map(([, count]) => count.failed)),
  );
}
