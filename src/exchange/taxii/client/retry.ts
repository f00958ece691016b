/** When to ask again, and how long to wait before. */
import type { Micros } from '../../../core/clock.ts';

export interface RetryPolicy {
  /** How often one request is sent at most. */
  readonly attempts: number;
  /** First pause; doubles with each attempt, with jitter. */
  readonly baseMs: number;
  readonly capMs: number;
  /** A longer Retry-After is not waited for: the error carries it and the caller decides. */
  readonly maxRetryAfterSeconds: number;
}

export const RETRY_DEFAULT: RetryPolicy = {
  attempts: 5,
  baseMs: 500,
  capMs: 30_000,
  maxRetryAfterSeconds: 300,
};

/** Answers that say "not now" rather than "no". */
const PASSING: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504]);

export function isPassing(status: number): boolean {
  return PASSING.has(status);
}

/**
 * Retry-After in seconds, RFC 9110 §10.2.3: a count of seconds or an HTTP date.
 * Undefined when the header is absent or neither.
 */
export function readRetryAfter(header: string | null, now: Micros): number | undefined {
  if (header === null) return undefined;
  const text = header.trim();
  if (/^\d{1,9}$/.test(text)) return Number(text);
  // Every form of an HTTP date names a month; a bare number or sign must not reach Date.parse.
  if (!/^[A-Za-z]{3,9},? .*\d/.test(text)) return undefined;
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : Math.max(0, Math.ceil((at * 1000 - now) / 1_000_000));
}

/**
 * Pause before attempt `attempt + 1`, in milliseconds. Half of it is chance, so that followers that
 * failed together do not come back together; never shorter than what the server asked for.
 */
export function pauseMs(
  policy: RetryPolicy,
  attempt: number,
  retryAfterSeconds: number | undefined,
  random: () => number,
): number {
  const full = Math.min(policy.capMs, policy.baseMs * 2 ** (attempt - 1));
  const jittered = full / 2 + (full / 2) * random();
  return Math.max(jittered, (retryAfterSeconds ?? 0) * 1000);
}

/** Waits, or rejects with the signal's reason as soon as it is aborted. */
export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const onAbort = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', onAbort);
      resolve();
    }, ms);
    signal?.addEventListener('abort', onAbort, { once: true });
  });
}
