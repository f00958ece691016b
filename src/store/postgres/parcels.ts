/** Parcels: opened, found, closed. */
import { randomUUID } from 'node:crypto';
import type { Micros } from '../../core/clock.ts';
import { CybexError } from '../../core/error.ts';
import type { Parcel, ParcelHead } from '../port.ts';
import { execute, type Runner, rowsOf, sql } from './connect.ts';
import { storable } from './wire.ts';

/** What storing a chunk needs to know of its parcel. */
export interface KnownParcel {
  readonly number: number;
  readonly uuid: string;
  readonly principal: string;
  readonly organisation: string;
  readonly collection: string;
}

const OPEN = sql(
  `INSERT INTO parcel (uuid, media_type, principal, organisation, channel, collection,
     unmarked_tlp, source, received, status)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'open') ON CONFLICT (uuid) DO NOTHING`,
);
const FIND = sql(
  `SELECT id AS number, uuid, principal, organisation, collection
   FROM parcel WHERE uuid = ANY ($1::uuid[])`,
);
const SHOW = sql(
  `SELECT uuid, media_type, principal, organisation, channel, collection, unmarked_tlp, source,
     received, status, digest, size, chunks, stored, duplicate, failed
   FROM parcel WHERE uuid = $1`,
);
const CLOSE = sql('UPDATE parcel SET digest = $2, size = $3, status = $4 WHERE uuid = $1');

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** A parcel as it begins; the same object can be written again after a lost connection. */
export function newParcel(head: ParcelHead, received: Micros): Parcel {
  const start = { status: 'open' as const, chunks: 0, stored: 0, duplicate: 0, failed: 0 };
  return { ...head, id: randomUUID(), received, ...start };
}

export async function openParcel(runner: Runner, parcel: Parcel): Promise<void> {
  await execute(
    runner,
    OPEN,
    parcel.id,
    storable(parcel.mediaType),
    storable(parcel.principal),
    storable(parcel.organisation),
    storable(parcel.channel),
    storable(parcel.collection),
    parcel.unmarkedTlp ?? null,
    parcel.source === undefined ? null : storable(parcel.source),
    parcel.received,
  );
}

export async function closeParcel(
  runner: Runner,
  uuid: string,
  digest: Uint8Array,
  size: number,
  status: Parcel['status'],
): Promise<void> {
  const closed = UUID.test(uuid) && (await execute(runner, CLOSE, uuid, digest, size, status));
  if (!closed) throw absentParcel(uuid);
}

export function absentParcel(uuid: string): CybexError {
  return new CybexError('absent', `there is no parcel ${uuid}`);
}

/** Parcels that a process has met, by UUID. What they keep here never changes. */
export class Parcels {
  readonly #known = new Map<string, KnownParcel>();

  get(uuid: string): KnownParcel | undefined {
    return this.#known.get(uuid);
  }

  async find(runner: Runner, uuids: readonly string[]): Promise<void> {
    if (this.#known.size > MOST_PARCELS) this.#known.clear();
    const missing = [...new Set(uuids)].filter((uuid) => UUID.test(uuid) && !this.#known.has(uuid));
    if (missing.length === 0) return;
    for (const row of await rowsOf<KnownParcel>(runner, FIND, missing)) {
      this.#known.set(row.uuid, row);
    }
  }

  forget(): void {
    this.#known.clear();
  }
}

const MOST_PARCELS = 10_000;

interface ParcelRow {
  readonly uuid: string;
  readonly media_type: string;
  readonly principal: string;
  readonly organisation: string;
  readonly channel: string;
  readonly collection: string;
  readonly unmarked_tlp: string | null;
  readonly source: string | null;
  readonly received: Micros;
  readonly status: Parcel['status'];
  readonly digest: Uint8Array | null;
  readonly size: number | null;
  readonly chunks: number;
  readonly stored: number;
  readonly duplicate: number;
  readonly failed: number;
}

export async function showParcel(runner: Runner, uuid: string): Promise<Parcel | null> {
  const rows = UUID.test(uuid) ? await rowsOf<ParcelRow>(runner, SHOW, uuid) : [];
  const [row] = rows;
  if (row === undefined) return null;
  const { uuid: id, media_type: mediaType, unmarked_tlp: unmarkedTlp, source, digest, size } = row;
  const { principal, organisation, channel, collection, received, status } = row;
  const { chunks, stored, duplicate, failed } = row;
  return {
    ...{ id, mediaType, principal, organisation, channel, collection, received, status },
    ...{ chunks, stored, duplicate, failed },
    ...(unmarkedTlp !== null && { unmarkedTlp }),
    ...(source !== null && { source }),
    ...(digest !== null && { digest }),
    ...(size !== null && { size }),
  };
}
