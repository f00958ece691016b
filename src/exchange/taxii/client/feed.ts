/** The paged endpoints of a collection as async iterators: objects, manifest, versions. */

import { type Answer, readJson } from './answer.ts';
import { type FeedCursor, keyOf, resumeCursor, startCursor } from './cursor.ts';
import { type Envelope, type FeedObject, readEnvelope, readPaging } from './envelope.ts';
import { type Batch, follow, type Page, type Parameter } from './follow.ts';
import { type ManifestRecord, readManifestRecords, readVersions } from './resource.ts';
import type { Transport } from './transport.ts';
import { below, matchParameters, type TaxiiMatchQuery, withParameters } from './url.ts';

/** A collection (id or alias) of an API root (URL as `discovery()` gives it). */
export interface Place {
  readonly apiRoot: string;
  readonly collection: string;
}

export interface FeedQuery extends Place {
  /** Only what was added after this instant (UTC timestamp of any precision). */
  readonly addedAfter?: string;
  readonly match?: TaxiiMatchQuery;
  /** Page size to ask for; the server may give fewer. */
  readonly limit?: number;
  /** Where to go on: a cursor that an earlier page or object gave, as kept. */
  readonly cursor?: FeedCursor;
  /**
   * How far behind the last seen time a new pass asks again, in microseconds; what was given is
   * dropped. 1 is enough for a server that assigns times in the order of its commits; some
   * thousands help with one that does not.
   */
  readonly overlapMicros?: number;
  readonly signal?: AbortSignal;
}

export interface ObjectQuery extends FeedQuery {
  /** STIX id: reads `objects/{id}/` (§5.6) instead of the whole collection. */
  readonly object?: string;
}

/** One object with the place behind it. */
export interface FollowedObject extends FeedObject {
  cursor(): FeedCursor;
}

/** Pages of objects, oldest first, each object as its exact bytes (§5.4, §5.6). */
export function objectPages(
  transport: Transport,
  query: ObjectQuery,
): AsyncGenerator<Page<FeedObject>, void, undefined> {
  const path = query.object === undefined ? ['objects'] : ['objects', query.object];
  return followEndpoint<FeedObject>(transport, query, path, {
    read: (answer) => {
      const { objects, ...rest }: Envelope = readEnvelope(answer);
      return { items: objects, ...rest };
    },
    key: (object) => keyOf(object.id, object.version, object.bytes),
  });
}

/** Objects one by one, each with the cursor behind it. */
export async function* eachObject(
  transport: Transport,
  query: ObjectQuery,
): AsyncGenerator<FollowedObject, void, undefined> {
  for await (const page of objectPages(transport, query)) {
    for (const [index, object] of page.items.entries()) {
      yield { ...object, cursor: () => page.cursorAfter(index + 1) };
    }
  }
}

/** Pages of the manifest (§5.3). */
export function manifestPages(
  transport: Transport,
  query: FeedQuery,
): AsyncGenerator<Page<ManifestRecord>, void, undefined> {
  return followEndpoint<ManifestRecord>(transport, query, ['manifest'], {
    accept: 'application/taxii+json;version=2.1,application/stix+json;version=2.1',
    read: (answer) => {
      const members = readJson(answer);
      return { items: readManifestRecords(members), ...readPaging(members) };
    },
    key: (record) => `${record.id} ${record.version} ${record.dateAdded}`,
  });
}

/** Pages of the versions of one object (§5.8). */
export function versionPages(
  transport: Transport,
  query: FeedQuery & { readonly object: string },
): AsyncGenerator<Page<string>, void, undefined> {
  return followEndpoint<string>(transport, query, ['objects', query.object, 'versions'], {
    read: (answer) => {
      const members = readJson(answer);
      return { items: readVersions(members), ...readPaging(members) };
    },
    key: (version) => version,
  });
}

interface Endpoint<Item> {
  readonly accept?: string;
  readonly read: (answer: Answer) => Omit<Batch<Item>, 'first' | 'last'>;
  readonly key: (item: Item) => string;
}

function followEndpoint<Item>(
  transport: Transport,
  query: FeedQuery,
  path: readonly string[],
  endpoint: Endpoint<Item>,
): AsyncGenerator<Page<Item>, void, undefined> {
  const base = below(new URL(query.apiRoot), 'collections', query.collection, ...path);
  const feed = withParameters(base, matchParameters(query.match));
  const start =
    query.cursor === undefined
      ? startCursor(feed.href, query.addedAfter)
      : resumeCursor(query.cursor, feed.href);
  return follow<Item>(start, {
    key: endpoint.key,
    overlapMicros: query.overlapMicros ?? 1,
    ...(query.limit === undefined ? {} : { limit: query.limit }),
    ask: (parameters: readonly Parameter[]) =>
      transport(
        {
          method: 'GET',
          url: withParameters(feed, parameters),
          ...(endpoint.accept === undefined ? {} : { accept: endpoint.accept }),
          ...(query.signal === undefined ? {} : { signal: query.signal }),
        },
        (answer) => ({ ...endpoint.read(answer), ...dateAdded(answer) }),
      ),
  });
}

/** The two headers of §3.2; a server that leaves them out is followed by its tokens alone. */
function dateAdded(answer: Answer): { readonly first?: string; readonly last?: string } {
  const first = answer.headers.get('x-taxii-date-added-first');
  const last = answer.headers.get('x-taxii-date-added-last');
  return { ...(first ? { first } : {}), ...(last ? { last } : {}) };
}
