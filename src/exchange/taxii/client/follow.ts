/**
 * Following a paged endpoint to its end (TAXII 2.1 §3.5).
 *
 * While the server gives `next`, it is sent with the same query as before, the added_after of the
 * pass included. Without `next`, or once a token was refused, the follower goes on by added_after.
 * Either way nothing is lost where several objects share one time, and nothing is given twice.
 */
import { beforeLast, type FeedCursor, normalise, remember } from './cursor.ts';
import { TaxiiError } from './error.ts';
import { readTimestamp } from './timestamp.ts';

export type Parameter = readonly [name: string, value: string];

/** One answer of a paged endpoint. */
export interface Batch<Item> {
  readonly items: readonly Item[];
  readonly more: boolean;
  readonly next?: string;
  /** X-TAXII-Date-Added-First and -Last as sent. */
  readonly first?: string;
  readonly last?: string;
}

/** Something that the operator of the follower should know. */
export type FeedNotice =
  /** The server refused its own token (restarted, restored, epoch changed): continued by time. */
  | 'token-refused'
  /** As above, but the server never sent a time: the pass began anew, objects may repeat. */
  | 'began-anew'
  /** More objects share one time than the server puts into a page: some could not be asked for. */
  | 'tie-larger-than-page';

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly first?: string;
  readonly last?: string;
  readonly more: boolean;
  readonly notices: readonly FeedNotice[];
  /** The place behind this page. */
  readonly cursor: FeedCursor;
  /** The place behind the first `count` items of this page. */
  cursorAfter(count: number): FeedCursor;
}

export interface FollowOptions<Item> {
  readonly ask: (parameters: readonly Parameter[]) => Promise<Batch<Item>>;
  readonly key: (item: Item) => string;
  readonly limit?: number;
  /** How far behind the last time to ask again; see `FeedQuery.overlapMicros`. */
  readonly overlapMicros: number;
}

/** Statuses by which servers say that they do not know a token. */
const TOKEN_REFUSALS: ReadonlySet<number> = new Set([400, 404, 409, 410, 422]);

const MAX_LIMIT = 10_000;

export async function* follow<Item>(
  start: FeedCursor,
  options: FollowOptions<Item>,
): AsyncGenerator<Page<Item>, void, undefined> {
  let state = start.done ? nextPass(start, options) : start;
  let notices: FeedNotice[] = [];
  for (;;) {
    let batch: Batch<Item>;
    try {
      batch = await options.ask(parametersOf(state, options.limit));
    } catch (error) {
      if (state.next === undefined || !isTokenRefusal(error)) throw error;
      notices.push(state.last === undefined ? 'began-anew' : 'token-refused');
      state = withoutToken(state, options);
      continue;
    }
    const page = advance(state, batch, options, notices);
    yield page;
    if (!batch.more) return;
    state = page.cursor;
    notices = [];
  }
}

function parametersOf(state: FeedCursor, limit: number | undefined): Parameter[] {
  const size = state.limit ?? limit;
  return [
    ...(state.addedAfter === undefined ? [] : [['added_after', state.addedAfter] as const]),
    ...(size === undefined ? [] : [['limit', String(size)] as const]),
    ...(state.next === undefined ? [] : [['next', state.next] as const]),
  ];
}

function isTokenRefusal(error: unknown): boolean {
  return error instanceof TaxiiError && TOKEN_REFUSALS.has(error.status ?? 0);
}

/** Overlap that covers what the server's way of writing times hides. */
function overlapOf(last: string, options: { readonly overlapMicros: number }): number {
  return Math.max(options.overlapMicros, readTimestamp(last)?.unit ?? 1);
}

function nextPass(state: FeedCursor, options: { readonly overlapMicros: number }): FeedCursor {
  const { next: _token, byDate: _byDate, limit: _limit, ...rest } = state;
  const addedAfter = resumeTime(state, options);
  return { ...rest, ...(addedAfter === undefined ? {} : { addedAfter }), done: false };
}

function withoutToken(state: FeedCursor, options: { readonly overlapMicros: number }): FeedCursor {
  const { next: _token, ...rest } = state;
  const addedAfter = resumeTime(state, options);
  return { ...rest, ...(addedAfter === undefined ? {} : { addedAfter }), byDate: true };
}

function resumeTime(
  state: FeedCursor,
  options: { readonly overlapMicros: number },
): string | undefined {
  if (state.last === undefined) return state.addedAfter;
  return beforeLast(state.last, overlapOf(state.last, options));
}

function advance<Item>(
  state: FeedCursor,
  batch: Batch<Item>,
  options: FollowOptions<Item>,
  notices: FeedNotice[],
): Page<Item> {
  const { items, keys } = withoutKnown(state, batch.items, options.key);
  const cursor = cursorBehind(state, batch, options, keys, notices);
  const mark = markOf(batch);
  return {
    items,
    ...(batch.first === undefined ? {} : { first: batch.first }),
    ...(batch.last === undefined ? {} : { last: batch.last }),
    more: batch.more,
    notices,
    cursor,
    cursorAfter(count) {
      if (count >= items.length) return cursor;
      // The page is asked for again; what was taken of it is dropped by its keys.
      return { ...state, recent: [...state.recent, { last: mark, keys: keys.slice(0, count) }] };
    },
  };
}

function withoutKnown<Item>(
  state: FeedCursor,
  items: readonly Item[],
  key: (item: Item) => string,
): { items: Item[]; keys: string[] } {
  const known = new Set(state.recent.flatMap((page) => page.keys));
  const fresh: Item[] = [];
  const keys: string[] = [];
  for (const item of items) {
    const itemKey = key(item);
    if (known.has(itemKey)) continue;
    known.add(itemKey);
    fresh.push(item);
    keys.push(itemKey);
  }
  return { items: fresh, keys };
}

function cursorBehind<Item>(
  state: FeedCursor,
  batch: Batch<Item>,
  options: FollowOptions<Item>,
  freshKeys: readonly string[],
  notices: FeedNotice[],
): FeedCursor {
  const mark = markOf(batch);
  // Kept as written: its number of digits says how exact it is.
  const last = mark === '' ? state.last : batch.last;
  const overlap = last === undefined ? options.overlapMicros : overlapOf(last, options);
  const place = last === undefined ? '' : normalise(last);
  const recent = remember(state.recent, { last: place, keys: freshKeys }, overlap);
  const { next: _token, done: _done, ...kept } = state;
  const behind: FeedCursor = {
    ...kept,
    ...(last === undefined ? {} : { last }),
    recent,
    done: false,
  };
  if (!batch.more) return { ...behind, done: true };
  if (batch.next !== undefined && state.byDate !== true) {
    if (freshKeys.length === 0 && batch.next === state.next)
      throw stuck(state, 'repeats its token');
    return { ...behind, next: batch.next };
  }
  if (mark === '')
    throw stuck(state, 'gives neither next nor X-TAXII-Date-Added-Last (§3.2, §3.5)');
  const addedAfter = beforeLast(mark, overlap);
  // Known objects alone are no tie while their times go on: after a refused token they are what was
  // taken of a page before. Asking from the old place again would need keys that are dropped by now.
  if (freshKeys.length > 0 || addedAfter > (state.addedAfter ?? '')) {
    return { ...behind, addedAfter };
  }
  return pastTie(behind, batch.items.length, options.limit, overlap, notices);
}

/**
 * A whole page brought nothing new: more objects share this time than fit into a page. A larger
 * page is asked for; when the server does not give one, the follower steps over the group.
 */
function pastTie(
  behind: FeedCursor,
  pageLength: number,
  limit: number | undefined,
  overlap: number,
  notices: FeedNotice[],
): FeedCursor {
  const size = behind.limit ?? limit ?? pageLength;
  if (pageLength >= size && size < MAX_LIMIT) {
    return { ...behind, limit: Math.min(MAX_LIMIT, size * 2) };
  }
  // A time written in milliseconds stands for any of its thousand microseconds: step over them all.
  const over = beforeLast(behind.last ?? '', 1 - overlap);
  if (over === behind.addedAfter) throw stuck(behind, 'gives the same page again and again');
  notices.push('tie-larger-than-page');
  return { ...behind, addedAfter: over };
}

function stuck(state: FeedCursor, what: string): TaxiiError {
  return new TaxiiError(`${state.feed}: the server says that there is more, but ${what}`, {
    request: `GET ${state.feed}`,
    code: 'peer',
  });
}

/** Time of the last object of a page; empty when there is none, whatever the headers say then. */
function markOf(batch: Batch<unknown>): string {
  const { last } = batch;
  if (last === undefined || batch.items.length === 0) return '';
  return readTimestamp(last) === null ? '' : normalise(last);
}
