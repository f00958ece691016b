/** What the house keeps beside records: ledger, statuses, outbox, kept values, secrets. */
import { randomBytes } from 'node:crypto';
import type { Micros } from '../../core/clock.ts';
import { sha256 } from '../../core/digest.ts';
import { LIMITS } from '../../core/limits.ts';
import { reservedThrough } from '../ledger.ts';
import type { Delivery, OutboxRow, StatusRecord } from '../port.ts';
import type { Commit } from './commit.ts';
import type { Database } from './driver.ts';
import { Command, Query } from './rows.ts';

const DAY: Micros = 86_400_000_000;
const SECRET_BYTES = 32;

export class Notes {
  readonly #ahead: Query<[number]>;
  readonly #line: Command;
  readonly #status: Command;
  readonly #outbox: Query<[number, OutboxRow['kind'], string, string]>;
  readonly #done: Command;
  readonly #keep: Command;
  readonly #forget: Command;
  readonly #secret: Query<[Uint8Array]>;
  readonly #addSecret: Command;
  readonly #oldStatuses: Command;
  readonly #refusedBytes: Query<[number | null]>;
  readonly #oldRefused: Command;

  constructor(database: Database) {
    this.#ahead = new Query(
      database,
      `SELECT position FROM membership WHERE collection = ? AND position > ?
       ORDER BY position LIMIT 1 OFFSET ${LIMITS.store.ledgerBlockRows - 1}`,
    );
    this.#line = new Command(
      database,
      `INSERT INTO ledger (principal, collection, filter, through) VALUES (?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET through = max(through, excluded.through)`,
    );
    this.#status = new Command(database, 'INSERT OR REPLACE INTO status VALUES (?, ?, ?)');
    this.#outbox = new Query(
      database,
      'SELECT id, kind, subject, organisation FROM outbox ORDER BY id LIMIT ?',
    );
    this.#done = new Command(database, 'DELETE FROM outbox WHERE id = ?');
    this.#keep = new Command(database, 'INSERT OR REPLACE INTO kept VALUES (?, ?)');
    this.#forget = new Command(database, 'DELETE FROM kept WHERE name = ?');
    this.#secret = new Query(database, 'SELECT bytes FROM secret WHERE name = ?');
    this.#addSecret = new Command(database, 'INSERT INTO secret VALUES (?, ?)');
    this.#oldStatuses = new Command(database, 'DELETE FROM status WHERE requested < ?');
    const past = 'WHERE parcel IN (SELECT id FROM parcel WHERE received < ?)';
    this.#refusedBytes = new Query(database, `SELECT sum(length(bytes)) FROM refused ${past}`);
    this.#oldRefused = new Command(database, `DELETE FROM refused ${past}`);
  }

  /** Writes the line of a delivery one block ahead; returns through where it reaches. */
  deliver(commit: Commit, delivery: Delivery): Micros {
    const { principal, collection, filter } = delivery;
    const id = commit.ground.collections.find(collection);
    const ahead = id === null ? null : (this.#ahead.first(id, delivery.through)?.[0] ?? null);
    const through = reservedThrough(delivery.through, ahead, commit.house.lastPosition);
    this.#line.run(principal, collection, filter, through);
    const bytesDigest = sha256(JSON.stringify([principal, collection, filter, through]));
    commit.leaf({ kind: 'release', place: commit.end, bytesDigest });
    return through;
  }

  saveStatus(status: StatusRecord): void {
    this.#status.run(status.id, status.requested, JSON.stringify(status));
  }

  takeOutbox(limit: number): OutboxRow[] {
    return this.#outbox
      .all(limit)
      .map(([id, kind, subject, organisation]) => ({ id, kind, subject, organisation }));
  }

  doneOutbox(ids: readonly number[]): void {
    for (const id of ids) this.#done.run(id);
  }

  keep(name: string, value: unknown): void {
    this.#keep.run(name, JSON.stringify(value) ?? 'null');
  }

  forget(name: string): void {
    this.#forget.run(name);
  }

  secret(name: string): Uint8Array {
    const known = this.#secret.first(name);
    if (known !== undefined) return known[0];
    const bytes = randomBytes(SECRET_BYTES);
    this.#addSecret.run(name, bytes);
    return bytes;
  }

  /** Returns how many rows were deleted. */
  retain(commit: Commit, now: Micros): number {
    const statuses = this.#oldStatuses.run(now - LIMITS.taxii.statusDays * DAY);
    const past = now - LIMITS.store.quarantineDays * DAY;
    commit.house.bytes -= this.#refusedBytes.first(past)?.[0] ?? 0;
    return statuses + this.#oldRefused.run(past);
  }
}
