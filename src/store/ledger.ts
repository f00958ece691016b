/**
 * What the delivery ledger has reserved. A line says "may have received through": it is written
 * ahead in blocks, so that most pages cost no write, and durably before the page leaves.
 */
import type { Micros } from '../core/clock.ts';
import { LIMITS } from '../core/limits.ts';
import type { Delivery } from './port.ts';

/** Remembers, per process, through where the written lines reach. */
export class Reservations {
  readonly #through = new Map<string, Micros>();
  readonly #most: number;

  constructor(most: number = LIMITS.store.ledgerLines) {
    this.#most = most;
  }

  /** True when the written line already covers this delivery. */
  covers(delivery: Delivery): boolean {
    const through = this.#through.get(keyOf(delivery));
    return through !== undefined && delivery.through <= through;
  }

  /** Notes that the line is durable through here. */
  reserved(delivery: Delivery, through: Micros): void {
    const key = keyOf(delivery);
    this.#through.delete(key);
    this.#through.set(key, through);
    // The least recently written goes first; forgetting only costs one write more.
    for (const oldest of this.#through.keys()) {
      if (this.#through.size <= this.#most) break;
      this.#through.delete(oldest);
    }
  }
}

/**
 * Through where a line is written: the position one block of rows ahead, or the present end of the
 * order where the collection is shorter, and never before what is delivered.
 */
export function reservedThrough(delivered: Micros, ahead: Micros | null, last: Micros): Micros {
  return Math.max(delivered, ahead ?? last);
}

function keyOf(delivery: Delivery): string {
  return JSON.stringify([delivery.principal, delivery.collection, delivery.filter]);
}
