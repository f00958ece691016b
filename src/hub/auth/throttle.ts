/**
 * Two brakes in memory: failed log-ins per name and per address, and requests per principal.
 * Both count by route-independent keys, so that another method or spelling is no way around.
 */
import type { Clock, Micros } from '../../core/clock.ts';

const SECOND: Micros = 1_000_000;
const KEYS_MAX = 100_000;

/** After `FREE_FAILURES` each further failure doubles the wait, up to a quarter of an hour. */
const FREE_FAILURES = 5;
const LONGEST_WAIT: Micros = 15 * 60 * SECOND;
const FORGET_AFTER: Micros = 60 * 60 * SECOND;

export class LoginThrottle {
  readonly #clock: Clock;
  readonly #failures = new Map<string, { count: number; last: Micros }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Seconds to wait before the next attempt under any of these keys; 0 when free. */
  wait(keys: readonly string[]): number {
    return Math.max(0, ...keys.map((key) => this.#waitFor(key)));
  }

  failed(keys: readonly string[]): void {
    for (const key of keys) {
      const known = this.#failures.get(key);
      this.#failures.delete(key);
      this.#failures.set(key, { count: (known?.count ?? 0) + 1, last: this.#clock.now() });
    }
    while (this.#failures.size > KEYS_MAX) {
      const oldest = this.#failures.keys().next().value;
      if (oldest === undefined) break;
      this.#failures.delete(oldest);
    }
  }

  succeeded(keys: readonly string[]): void {
    for (const key of keys) this.#failures.delete(key);
  }

  #waitFor(key: string): number {
    const known = this.#failures.get(key);
    if (known === undefined || known.count < FREE_FAILURES) return 0;
    const since = this.#clock.now() - known.last;
    if (since > FORGET_AFTER) return 0;
    const wait = Math.min(LONGEST_WAIT, SECOND * 2 ** Math.min(20, known.count - FREE_FAILURES));
    return Math.max(0, Math.ceil((wait - since) / SECOND));
  }
}

/** A bucket per key that refills evenly and holds one period's worth. */
export class RateLimit {
  readonly #clock: Clock;
  readonly #capacity: number;
  readonly #period: Micros;
  readonly #buckets = new Map<string, { left: number; at: Micros }>();

  /** `capacity` per `period`. */
  constructor(clock: Clock, capacity: number, period: Micros) {
    this.#clock = clock;
    this.#capacity = capacity;
    this.#period = period;
  }

  /** Takes one and answers 0, or takes nothing and answers the seconds to wait. */
  take(key: string): number {
    const bucket = this.#bucket(key);
    if (bucket.left >= 1) {
      bucket.left -= 1;
      return 0;
    }
    const wait = ((1 - bucket.left) / this.#capacity) * this.#period;
    return Math.max(1, Math.ceil(wait / SECOND));
  }

  /** Takes what has been used already, below nothing if need be. */
  charge(key: string, cost: number): void {
    this.#bucket(key).left -= cost;
  }

  #bucket(key: string): { left: number; at: Micros } {
    const now = this.#clock.now();
    const bucket = this.#buckets.get(key) ?? { left: this.#capacity, at: now };
    const refilled = ((now - bucket.at) / this.#period) * this.#capacity;
    bucket.left = Math.min(this.#capacity, bucket.left + refilled);
    bucket.at = now;
    // Deleted and set again: the map stays in order of last use.
    this.#buckets.delete(key);
    this.#buckets.set(key, bucket);
    if (this.#buckets.size > KEYS_MAX) {
      const oldest = this.#buckets.keys().next().value;
      if (oldest !== undefined) this.#buckets.delete(oldest);
    }
    return bucket;
  }
}
