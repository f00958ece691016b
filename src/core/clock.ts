/** The one clock. Everything that asks for the time is given one; tests give their own. */

/** Microseconds since 1970-01-01T00:00:00Z; a safe integer until the year 2255. */
export type Micros = number;

export interface Clock {
  now(): Micros;
}

/** Wall clock in microseconds that never goes back within a process, not even when the wall does. */
export function systemClock(): Clock {
  let last = 0;
  return {
    now() {
      const wall = Math.trunc((performance.timeOrigin + performance.now()) * 1000);
      const drift = Date.now() * 1000 - wall;
      // performance.now() does not follow a stepped wall clock; follow steps above one second.
      const now = Math.abs(drift) > 1_000_000 ? Date.now() * 1000 : wall;
      last = Math.max(last, now);
      return last;
    },
  };
}

/** A clock for tests: stands still until it is moved. */
export function fixedClock(start: Micros): Clock & { advance(micros: number): void } {
  let now = start;
  return {
    now: () => now,
    advance(micros) {
      now += micros;
    },
  };
}
