/** The writer of a process: what changes the house goes through its one queue. */
import { randomUUID } from 'node:crypto';
import type { Clock, Micros } from '../../core/clock.ts';
import { sha256 } from '../../core/digest.ts';
import { LIMITS } from '../../core/limits.ts';
import { Reservations, reservedThrough } from '../ledger.ts';
import type {
  AuditEntry,
  Chunk,
  Delivery,
  OutboxRow,
  Parcel,
  ParcelHead,
  Sees,
  StatusRecord,
  Writer,
} from '../port.ts';
import { Changes } from './changes.ts';
import { type Connections, execute, rowOf, rowsOf, sql } from './connect.ts';
import { closeParcel, newParcel, openParcel } from './parcels.ts';
import type { WriteQueue } from './queue.ts';

const SAVE_STATUS = sql(
  `INSERT INTO status (id, requested, body) VALUES ($1, $2, $3)
   ON CONFLICT (id) DO UPDATE SET requested = excluded.requested, body = excluded.body`,
);
const AHEAD = sql(
  `SELECT (SELECT m.position FROM membership m WHERE m.collection = $1 AND m.position > $2
           ORDER BY m.position, m.tie OFFSET $3 LIMIT 1) AS ahead,
     (SELECT last_position FROM sequencer) AS last`,
);
const RESERVE = sql(
  `INSERT INTO ledger (principal, collection, filter, through) VALUES ($1, $2, $3, $4)
   ON CONFLICT (principal, collection, filter)
     DO UPDATE SET through = greatest(ledger.through, excluded.through)`,
);
const OLD_STATUSES = sql('DELETE FROM status WHERE requested < $1');
const OLD_REFUSED = sql(
  `DELETE FROM refused r USING parcel p WHERE p.id = r.parcel AND p.received < $1
   RETURNING length(r.bytes) AS size`,
);
const TAKE_OUTBOX = sql(
  `UPDATE outbox SET holder = $1, held_until = $2
   WHERE id IN (
     SELECT id FROM outbox WHERE held_until IS NULL OR held_until < $3 OR holder = $1
     ORDER BY id LIMIT $4 FOR UPDATE SKIP LOCKED)
   RETURNING id, kind, subject, organisation`,
);
const DONE_OUTBOX = sql('DELETE FROM outbox WHERE id = ANY ($1::bigint[])');
const LET_GO = sql('UPDATE outbox SET holder = NULL, held_until = NULL WHERE holder = $1');

const DAY: Micros = 86_400_000_000;
/** How long a process keeps an outbox row to itself; one that dies gives it back after this. */
const HELD: Micros = 300_000_000;

export class PostgresWriter implements Writer {
  readonly #queue: WriteQueue;
  readonly #changes: Changes;
  readonly #clock: Clock;
  readonly #reservations = new Reservations();
  /** Names this process in rows that it holds. */
  readonly #holder = randomUUID();

  constructor(queue: WriteQueue, connections: Connections, clock: Clock, sees: Sees) {
    this.#queue = queue;
    this.#clock = clock;
    this.#changes = new Changes(queue, connections, clock, sees);
  }

  async receive(head: ParcelHead): Promise<Parcel> {
    const parcel = newParcel(head, this.#clock.now());
    await this.#queue.early((client) => openParcel(client, parcel));
    return parcel;
  }

  append(chunk: Chunk) {
    return this.#queue.append(chunk);
  }

  close(parcel: string, digest: Uint8Array, size: number, status: Parcel['status']) {
    return this.#queue.early((client) => closeParcel(client, parcel, digest, size, status));
  }

  remove: Writer['remove'] = (handles, entry) => this.#changes.remove(handles, entry);
  relabel: Writer['relabel'] = (changes, entry) => this.#changes.relabel(changes, entry);
  release: Writer['release'] = (now, limit) => this.#changes.release(now, limit);
  erase: Writer['erase'] = (handles, entry) => this.#changes.erase(handles, entry);
  reoffer: Writer['reoffer'] = (organisation, before, after) =>
    this.#changes.reoffer(organisation, before, after);

  audit(entry: AuditEntry): Promise<void> {
    return this.#queue.late(async (commit) => commit.audit(entry));
  }

  /** Durable when it resolves; within what is reserved already it costs nothing. */
  async deliver(delivery: Delivery): Promise<boolean> {
    if (this.#reservations.covers(delivery)) return false;
    const { terms } = this.#queue.tools.current;
    const through = await this.#queue.late(async (commit) => {
      const { client } = commit;
      await terms.find(client, [delivery.collection]);
      const collection = terms.id(delivery.collection) ?? -1;
      const block = LIMITS.store.ledgerBlockRows;
      const { ahead, last } = await rowOf<{ ahead: Micros | null; last: Micros }>(
        client,
        AHEAD,
        collection,
        delivery.through,
        block,
      );
      const reserved = reservedThrough(delivery.through, ahead, last);
      const { principal, filter } = delivery;
      await execute(client, RESERVE, principal, collection, filter, reserved);
      const line = [principal, delivery.collection, filter, reserved];
      const bytesDigest = sha256(JSON.stringify(line));
      commit.leaf({ kind: 'release', position: commit.end, bytesDigest });
      return reserved;
    });
    this.#reservations.reserved(delivery, through);
    return true;
  }

  async saveStatus(status: StatusRecord): Promise<void> {
    const body = JSON.stringify(status);
    await this.#queue.early((client) =>
      execute(client, SAVE_STATUS, status.id, status.requested, body),
    );
  }

  retain(now: Micros): Promise<{ readonly deleted: number }> {
    return this.#queue.alone(async (commit) => {
      const { client, totals } = commit;
      const statuses = await execute(client, OLD_STATUSES, now - LIMITS.taxii.statusDays * DAY);
      const oldest = now - LIMITS.store.quarantineDays * DAY;
      const refused = await rowsOf<{ size: number }>(client, OLD_REFUSED, oldest);
      totals.quarantined -= refused.length;
      totals.bytes -= refused.reduce((sum, { size }) => sum + size, 0);
      return { deleted: statuses + refused.length };
    });
  }

  async takeOutbox(limit: number): Promise<readonly OutboxRow[]> {
    const now = this.#clock.now();
    const rows = await this.#queue.early((client) =>
      rowsOf<OutboxRow>(client, TAKE_OUTBOX, this.#holder, now + HELD, now, limit),
    );
    return rows.sort((a, b) => a.id - b.id);
  }

  async doneOutbox(ids: readonly number[]): Promise<void> {
    if (ids.length === 0) return;
    await this.#queue.early((client) => execute(client, DONE_OUTBOX, [...ids]));
  }

  /** Gives back what this process holds; it is about to end. */
  async letGo(): Promise<void> {
    await this.#queue.early((client) => execute(client, LET_GO, this.#holder));
  }
}
