/** One request for a page: what the house is asked, what its token and validator are bound to. */
import { LIMITS } from '../../../core/limits.ts';
import type { TaxiiHouse, TaxiiMatch, TaxiiPageHead, TaxiiQuery, TaxiiVersion } from '../port.ts';
import type { Bookmark, WalkContext } from './paging.ts';
import { type Outcome, refused } from './problem.ts';
import type { ParsedQuery } from './query.ts';
import type { Endpoint } from './route.ts';
import type { TaxiiSettings } from './settings.ts';

export interface Walk {
  readonly query: TaxiiQuery;
  readonly context: WalkContext;
  readonly bookmark: Bookmark | null;
}

function versionText(version: TaxiiVersion): string {
  return typeof version === 'string' ? version : version.version;
}

/**
 * The filters in one spelling: the order of values means nothing (§3.4: they are alternatives), so
 * it may differ between two pages of one walk. `limit` is no filter and may change as well.
 */
export function canonicalFilters(endpoint: Endpoint, match: TaxiiMatch, addedAfter?: number) {
  return JSON.stringify([
    endpoint,
    match.ids?.toSorted() ?? null,
    match.types?.toSorted() ?? null,
    match.specVersions?.toSorted() ?? null,
    match.versions?.map(versionText).sort() ?? null,
    addedAfter ?? null,
  ]);
}

/** The server may give fewer objects than asked for, never more (§3.4). */
function pageLimit(asked: number | undefined, settings: TaxiiSettings): number {
  return Math.min(asked ?? settings.pageDefault, settings.pageMax);
}

/** Puts the request together; refuses a `next` that was not made for it (§3.5). */
export function planWalk(
  house: TaxiiHouse,
  settings: TaxiiSettings,
  endpoint: Endpoint,
  collection: string,
  parsed: ParsedQuery,
): Outcome<Walk> {
  const context: WalkContext = {
    caller: house.caller.id,
    collection,
    filters: canonicalFilters(endpoint, parsed.match, parsed.addedAfter),
  };
  const bookmark = parsed.next === undefined ? null : settings.tokens.open(context, parsed.next);
  if (parsed.next !== undefined && bookmark === null) {
    return refused('next-invalid', undefined, { parameter: 'next' });
  }
  const query: TaxiiQuery = {
    collection,
    match: parsed.match,
    limit: pageLimit(parsed.limit, settings),
    maxBytes: LIMITS.taxii.pageBytes,
    ...(parsed.addedAfter === undefined ? {} : { addedAfter: parsed.addedAfter }),
    ...(bookmark === null ? {} : { after: { position: bookmark.position, tie: bookmark.tie } }),
  };
  return { ok: true, value: { query, context, bookmark } };
}

/** A walk that began under another view would miss what came in or show what went: start again. */
export function isStale(walk: Walk, head: TaxiiPageHead, settings: TaxiiSettings): boolean {
  return walk.bookmark !== null && walk.bookmark.epoch !== settings.tokens.epochTag(head.epoch);
}

/** Token for the page after this one; absent at the end. */
export function nextToken(
  walk: Walk,
  head: TaxiiPageHead,
  settings: TaxiiSettings,
): string | undefined {
  if (!head.more || head.last === undefined) return undefined;
  return settings.tokens.seal(walk.context, head.last, head.epoch);
}

/**
 * Strong validator of a page. It is made of the caller, the filters, the view epoch and what stands
 * on the page, never of what is hidden from this caller.
 */
export function pageTag(
  walk: Walk,
  head: TaxiiPageHead,
  content: Uint8Array,
  settings: TaxiiSettings,
): string {
  const { caller, collection, filters } = walk.context;
  const { count, more, first = 0, last } = head;
  const place = `${count} ${more} ${first} ${last?.position ?? 0} ${last?.tie ?? 0}`;
  return settings.tokens.digest(
    'page',
    caller,
    collection,
    filters,
    head.epoch,
    place,
    head.validator ?? content,
  );
}
