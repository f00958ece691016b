/** Walking an endpoint page by page as a client would, and keeping what was seen on the way. */
import { below, withParameters } from '../client/url.ts';
import {
  type Bench,
  objectKey,
  once,
  ownRows,
  type Parameters,
  recordKey,
  type World,
} from './bench.ts';
import type { Exchange } from './probe.ts';

export interface WalkOptions {
  /** Below the collection: `objects`, `manifest`, `objects/{id}`, `objects/{id}/versions`. */
  readonly path: readonly string[];
  readonly filters: Parameters;
  readonly limit?: number;
  /** By next as §3.5 says first, or by added_after alone. */
  readonly by?: 'next' | 'date';
  /** Called before each further page; such a walk is not kept for other rows. */
  readonly between?: () => Promise<void>;
}

export interface Walk {
  readonly pages: readonly Exchange[];
  /** Keys of what belongs to the part looked at, in the order given. */
  readonly keys: readonly string[];
  /** How the walk went wrong, if it did. */
  readonly broken?: string;
}

/** Pages after which a walk counts as endless. */
const PAGES_MAX = 500;

export function walk(bench: Bench, world: World, options: WalkOptions): Promise<Walk> {
  if (options.between !== undefined) return walkNow(bench, world, options);
  return once(bench, `walk ${JSON.stringify(options)}`, () => walkNow(bench, world, options));
}

async function walkNow(bench: Bench, world: World, options: WalkOptions): Promise<Walk> {
  const pages: Exchange[] = [];
  const keys: string[] = [];
  const done = (broken?: string): Walk => ({
    pages,
    keys,
    ...(broken === undefined ? {} : { broken }),
  });
  let going: Parameters = [];
  for (;;) {
    const page = await bench.probe.send(addressOf(bench, options, going));
    pages.push(page);
    if (page.status !== 200) return done(`${page.status} on page ${pages.length}`);
    const given = keysOf(world, options.path, page);
    const stale = given.length > 0 && given.every((key) => keys.includes(key));
    keys.push(...given);
    if (stale) return done(`page ${pages.length} brings nothing new`);
    if (page.json?.more !== true) return done();
    if (pages.length === PAGES_MAX) return done(`no end after ${PAGES_MAX} pages`);
    const next = goOn(page, options, going);
    if (typeof next === 'string') return done(next);
    going = next;
    await options.between?.();
  }
}

function addressOf(bench: Bench, options: WalkOptions, going: Parameters): URL {
  // Going on by time replaces the added_after of the beginning; next stands beside it (§3.5).
  const replaced = new Set(going.map(([name]) => name));
  const filters = options.filters.filter(([name]) => !replaced.has(name));
  const limit = options.limit === undefined ? [] : [['limit', String(options.limit)] as const];
  const base = below(bench.target.url, ...options.path);
  return withParameters(base, [...filters, ...limit, ...going]);
}

/** What to send for the page after this one, or why there is no way on. */
function goOn(page: Exchange, options: WalkOptions, before: Parameters): Parameters | string {
  const next = page.json?.next;
  if (options.by !== 'date' && typeof next === 'string') return [['next', next]];
  const last = page.headers.get('x-taxii-date-added-last');
  if (last === null) return 'more is true, but there is neither next nor X-TAXII-Date-Added-Last';
  const [sent] = before;
  if (sent?.[0] === 'added_after' && sent[1] === last) return 'the same page again and again';
  return [['added_after', last]];
}

function keysOf(world: World, path: readonly string[], page: Exchange): string[] {
  if (path.at(-1) === 'versions') {
    const versions = page.json?.versions;
    return Array.isArray(versions) ? versions.map((version) => recordKeyOf(path, version)) : [];
  }
  return ownRows(world, page).map(path[0] === 'manifest' ? recordKey : objectKey);
}

function recordKeyOf(path: readonly string[], version: unknown): string {
  return recordKey({ id: path[1], version: String(version) });
}
