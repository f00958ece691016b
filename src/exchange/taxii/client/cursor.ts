/**
 * The place of a follower in a feed, as plain JSON: keep it, and following goes on from there after
 * any interruption without loss and without giving an object twice.
 */
import { CybexError } from '../../../core/error.ts';
import { microsToTimestamp } from '../../../core/timestamp.ts';
import { readTimestamp } from './timestamp.ts';

/** What one page gave, kept as long as a later request can bring it again. */
export interface RecentPage {
  /** X-TAXII-Date-Added-Last of the page, in microseconds; empty when the server sent none. */
  readonly last: string;
  readonly keys: readonly string[];
}

export interface FeedCursor {
  readonly v: 1;
  /** The feed: endpoint and filters. A cursor is worth nothing on another. */
  readonly feed: string;
  /** The added_after that this pass began with; sent unchanged beside every `next` (§3.5). */
  readonly addedAfter?: string;
  readonly next?: string;
  /** Newest X-TAXII-Date-Added-Last. */
  readonly last?: string;
  /** True once a token was refused: this pass goes on by added_after alone. */
  readonly byDate?: boolean;
  /** Page size that a group of equal times made necessary. */
  readonly limit?: number;
  readonly recent: readonly RecentPage[];
  /** True when the server said that there was no more. */
  readonly done: boolean;
}

/** Keys kept at most. Beyond that an interruption may give objects twice, never lose one. */
const MAX_KEYS = 10_000;

export function startCursor(feed: string, addedAfter: string | undefined): FeedCursor {
  return {
    v: 1,
    feed,
    ...(addedAfter === undefined ? {} : { addedAfter: normalise(addedAfter) }),
    recent: [],
    done: false,
  };
}

/** Takes a cursor that was kept outside; throws `invalid-argument` when it is not one of this feed. */
export function resumeCursor(value: unknown, feed: string): FeedCursor {
  if (!isCursor(value)) throw new CybexError('invalid-argument', 'this is not a cursor of a feed');
  if (value.feed !== feed) {
    throw new CybexError(
      'invalid-argument',
      `the cursor belongs to ${value.feed}, not to ${feed}`,
      {
        remedy: 'start without a cursor, or use the filters that it was made with',
      },
    );
  }
  return value;
}

function isCursor(value: unknown): value is FeedCursor {
  if (typeof value !== 'object' || value === null) return false;
  const cursor = value as Partial<Record<keyof FeedCursor, unknown>>;
  const optionalText = (name: 'addedAfter' | 'next' | 'last') =>
    cursor[name] === undefined || typeof cursor[name] === 'string';
  return (
    cursor.v === 1 &&
    typeof cursor.feed === 'string' &&
    typeof cursor.done === 'boolean' &&
    (['addedAfter', 'next', 'last'] as const).every(optionalText) &&
    Array.isArray(cursor.recent) &&
    cursor.recent.every(isRecentPage)
  );
}

function isRecentPage(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { last, keys } = value as Partial<RecentPage>;
  return (
    typeof last === 'string' && Array.isArray(keys) && keys.every((k) => typeof k === 'string')
  );
}

/** Six digits always: some servers refuse a time without a fraction. */
export function normalise(timestamp: string): string {
  const read = readTimestamp(timestamp);
  if (read === null) {
    throw new CybexError('invalid-argument', `"${timestamp}" is not a UTC timestamp (§2)`);
  }
  return microsToTimestamp(read.micros);
}

/**
 * The added_after that asks again for everything added at `last` or later. added_after is strictly
 * greater, so objects that share the time of the last one would be lost behind it; what was given
 * already is dropped by its key. `unit` is the precision in which the server wrote the time.
 */
export function beforeLast(last: string, overlapMicros: number): string {
  const read = readTimestamp(last);
  return read === null ? last : microsToTimestamp(read.micros - overlapMicros);
}

/** Adds a page and drops those that lie too far back to be asked for again. */
export function remember(
  recent: readonly RecentPage[],
  page: RecentPage,
  overlapMicros: number,
): readonly RecentPage[] {
  const horizon = page.last === '' ? '' : beforeLast(page.last, overlapMicros);
  const kept = recent.filter((older) => older.last !== '' && older.last >= horizon);
  const pages = [...kept, page];
  let room = MAX_KEYS;
  const bounded: RecentPage[] = [];
  for (const { last, keys } of pages.reverse()) {
    if (room === 0) break;
    const taken = keys.slice(-room);
    room -= taken.length;
    bounded.unshift({ last, keys: taken });
  }
  return bounded;
}

/**
 * A key for one object in the neighbourhood of the cursor. Id and version stand in it as text:
 * whoever wants to make a follower drop somebody else's object by a colliding fingerprint has to
 * post that object's own id and version.
 */
export function keyOf(id: string, version: string, bytes: Uint8Array): string {
  let a = 0x811c9dc5;
  let b = 0x9e3779b9;
  for (let i = 0; i < bytes.length; i++) {
    a = Math.imul(a ^ bytes[i]!, 0x01000193);
    b = Math.imul(b + bytes[i]!, 0x85ebca6b);
    b ^= b >>> 13;
  }
  const fingerprint = `${(a >>> 0).toString(36)}${(b >>> 0).toString(36)}`;
  return `${id.slice(0, 200)} ${version.slice(0, 40)} ${fingerprint}`;
}
