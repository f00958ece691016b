/**
 * Where a membership stands in its collection's order (docs/adr/0002).
 *
 * Each commit owns an interval of positions, and a membership takes a slot in it by a keyed hash
 * of its own identity. So a position tells the time of the commit and nothing of what else was in
 * it: a principal cannot count what it may not see by the gaps between what it sees.
 */
import type { Micros } from '../core/clock.ts';
import { sha256 } from '../core/digest.ts';
import { CybexError } from '../core/error.ts';
import { LIMITS } from '../core/limits.ts';
import type { Cursor } from './port.ts';

/** Width of a commit's interval in microseconds. */
export const WINDOW: Micros = LIMITS.store.windowMicros;

/** End of the interval of the next commit: never before the clock, never into the last interval. */
export function windowEnd(last: Micros, now: Micros): Micros {
  return Math.max(now, last + WINDOW);
}

/** Microseconds that a commit must wait so that positions do not run away from the clock. */
export function throttle(last: Micros, now: Micros): Micros {
  return Math.min(Math.max(windowEnd(last, now) - now - LIMITS.store.aheadMicros, 0), WINDOW);
}

/** What a membership is, whatever else the house holds. */
export interface MembershipIdentity {
  /** Collection id (UUID). */
  readonly collection: string;
  readonly format: string;
  readonly type: string;
  readonly id: string;
  /** As written; empty where the record has none. */
  readonly version: string;
  readonly contentDigest: Uint8Array;
  readonly labelDigest: Uint8Array;
}

/** Place within a commit's interval: `slot` from 0 to WINDOW - 1, `tie` of 32 bits. */
export interface Slot {
  readonly slot: number;
  readonly tie: number;
}

/** The slot of a membership under the house's secret (32 bytes). */
export function keyedSlot(secret: Uint8Array, identity: MembershipIdentity): Slot {
  const { collection, format, type, id, version } = identity;
  const names = JSON.stringify([collection, format, type, id, version]);
  const hash = sha256(secret, identity.contentDigest, identity.labelDigest, names);
  return { slot: hash.readUInt32BE(0) % WINDOW, tie: hash.readUInt32BE(4) };
}

/**
 * Gives the positions of one commit. Memberships of one collection and one label are seen by the
 * same principals: among those, and only among those, a taken slot moves the later one on. What
 * carries different labels may share a position; `tie` then orders it.
 */
export class Placement {
  /** Last position of the interval. */
  readonly end: Micros;
  readonly #taken = new Map<string, Set<number>>();

  constructor(end: Micros) {
    this.end = end;
  }

  /** `lane` names the collection and the label, e.g. `3/17`. */
  place(lane: string, wish: Slot): Cursor {
    const taken = this.#lane(lane);
    if (taken.size >= WINDOW) {
      throw new CybexError('internal', `more than ${WINDOW} memberships of one label in a commit`);
    }
    let slot = wish.slot;
    while (taken.has(slot)) slot = (slot + 1) % WINDOW;
    taken.add(slot);
    return { position: this.end - WINDOW + 1 + slot, tie: wish.tie };
  }

  #lane(lane: string): Set<number> {
    let taken = this.#taken.get(lane);
    if (taken === undefined) {
      taken = new Set();
      this.#taken.set(lane, taken);
    }
    return taken;
  }
}

/** Order of a collection: negative when `a` comes before `b`. */
export function compareCursors(a: Cursor, b: Cursor): number {
  return a.position - b.position || a.tie - b.tie;
}
