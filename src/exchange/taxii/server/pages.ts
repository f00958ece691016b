/** Objects, one object, versions and manifest (TAXII 2.1 §5.3, §5.4, §5.6, §5.8). */

import { CybexError } from '../../../core/error.ts';
import { microsToTimestamp } from '../../../core/timestamp.ts';
import type { TaxiiHouse, TaxiiManifestPage, TaxiiPageHead } from '../port.ts';
import { answer } from './answer.ts';
import type { TaxiiRequest, TaxiiResponse } from './http.ts';
import { type Outcome, refused } from './problem.ts';
import { type ParsedQuery, parseQuery } from './query.ts';
import type { Endpoint } from './route.ts';
import type { TaxiiSettings } from './settings.ts';
import { isStale, nextToken, pageTag, planWalk, type Walk } from './walk.ts';

const encoder = new TextEncoder();
const EMPTY_RESOURCE = encoder.encode('{}');
const CLOSE = encoder.encode(']}');

/** What is read, and of which object when the path names one. */
export interface PageRequest {
  readonly endpoint: Extract<Endpoint, 'objects' | 'object' | 'versions' | 'manifest'>;
  readonly collection: string;
  readonly object?: string;
}

/** A page as it came from the house, with its list as pieces of JSON. */
interface Listed {
  readonly head: TaxiiPageHead;
  readonly list: Uint8Array;
  /** Gives the list back to the house. */
  readonly release?: () => void;
}

/** The path's object id takes the place of match[id] (§5.6); versions are all of them (§5.8). */
function withObject(parsed: ParsedQuery, page: PageRequest): ParsedQuery {
  if (page.object === undefined) return parsed;
  const versions = page.endpoint === 'versions' ? { versions: ['all' as const] } : {};
  return { ...parsed, match: { ...parsed.match, ids: [page.object], ...versions } };
}

/** Manifest records (§5.3.1). */
function manifestList(page: TaxiiManifestPage): Uint8Array {
  const rows = page.rows.map((row) => ({
    id: row.id,
    date_added: microsToTimestamp(row.added),
    version: row.version,
    media_type: row.mediaType,
  }));
  return encoder.encode(JSON.stringify(rows).slice(1, -1));
}

/** Version strings (§5.8.1), each once: one version may exist in two specification versions. */
function versionList(page: TaxiiManifestPage): Uint8Array {
  const versions = [...new Set(page.rows.map((row) => row.version))];
  return encoder.encode(JSON.stringify(versions).slice(1, -1));
}

async function readPage(house: TaxiiHouse, page: PageRequest, walk: Walk): Promise<Listed> {
  if (page.endpoint === 'objects' || page.endpoint === 'object') {
    const { body, release, ...head } = await house.objects(walk.query);
    return { head, list: body, ...(release === undefined ? {} : { release }) };
  }
  const head = await house.manifest(walk.query);
  return { head, list: page.endpoint === 'manifest' ? manifestList(head) : versionList(head) };
}

/**
 * True when the object of the path is there for this caller in the versions asked for, so that the
 * page is empty only because of `added_after` or `next`. Otherwise the answer is 404 (§5.6, and
 * §5.7: a deleted object or version must not be found).
 */
async function isThere(house: TaxiiHouse, walk: Walk): Promise<boolean> {
  if (walk.query.addedAfter === undefined && walk.query.after === undefined) return false;
  const { collection, match, maxBytes } = walk.query;
  const found = await house.manifest({ collection, match, limit: 1, maxBytes });
  return found.count > 0;
}

/**
 * Date-added headers, which every 200 must carry (§3.2). An empty page has no first object; it
 * repeats the instant after which the caller asked, so that who goes on by `added_after` stays
 * where he is.
 */
function dateHeaders(walk: Walk, head: TaxiiPageHead): Record<string, string> {
  const floor = walk.query.after?.position ?? walk.query.addedAfter ?? 0;
  return {
    'x-taxii-date-added-first': microsToTimestamp(head.first ?? floor),
    'x-taxii-date-added-last': microsToTimestamp(head.last?.position ?? floor),
  };
}

/** The resource around the list as it came: nothing is parsed, nothing is written anew. */
function wrap(page: PageRequest, listed: Listed, next: string | undefined): Uint8Array[] {
  if (listed.head.count === 0) return [EMPTY_RESOURCE];
  const member = page.endpoint === 'versions' ? 'versions' : 'objects';
  const following = next === undefined ? '' : `"next":"${next}",`;
  return [
    encoder.encode(`{"more":${listed.head.more},${following}"${member}":[`),
    listed.list,
    CLOSE,
  ];
}

/** How often a page is made again because the rules changed while it was made. */
const ATTEMPTS = 5;

/**
 * A page that is on record before it leaves: what is delivered, and how far a follower has come,
 * who may go by the manifest as well.
 */
async function recordedPage(
  request: TaxiiRequest,
  house: TaxiiHouse,
  settings: TaxiiSettings,
  page: PageRequest,
  walk: Walk,
): Promise<Listed> {
  const filter = settings.tokens.digest('filter', walk.context.filters);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const listed = await readPage(house, page, walk);
    const { last } = listed.head;
    if (page.endpoint === 'versions' || last === undefined) return listed;
    if (request.method === 'HEAD') return listed;
    if (await house.delivered(page.collection, filter, last.position)) return listed;
  }
  throw new CybexError('unavailable', 'the rules change faster than a page is made');
}

/** Answers a page, or says why not. */
export async function pageAnswer(
  request: TaxiiRequest,
  house: TaxiiHouse,
  settings: TaxiiSettings,
  page: PageRequest,
): Promise<Outcome<TaxiiResponse>> {
  const parsed = parseQuery(request.query, page.endpoint);
  if (!parsed.ok) return parsed;
  const asked = withObject(parsed.value, page);
  const plan = planWalk(house, settings, page.endpoint, page.collection, asked);
  if (!plan.ok) return plan;
  const walk = plan.value;
  const listed = await recordedPage(request, house, settings, page, walk);
  if (isStale(walk, listed.head, settings)) return refused('next-expired');
  if (listed.head.count === 0 && page.object !== undefined && !(await isThere(house, walk))) {
    return refused('not-found');
  }
  const pieces = wrap(page, listed, nextToken(walk, listed.head, settings));
  const tag = pageTag(walk, listed.head, listed.list, settings);
  const headers = dateHeaders(walk, listed.head);
  const value = await answer(request, settings, { pieces, tag, headers });
  const { release: sent } = listed;
  return { ok: true, value: sent === undefined ? value : { ...value, sent } };
}
