/** A TAXII 2.1 client without dependencies; runs wherever there is a fetch, a browser included. */
import { type Clock, systemClock } from '../../../core/clock.ts';
import { CybexError } from '../../../core/error.ts';
import { LIMITS } from '../../../core/limits.ts';
import { type AddedObject, type AddOptions, type AddReport, addObjects } from './add.ts';
import type { FeedObject } from './envelope.ts';
import { TaxiiError } from './error.ts';
import {
  eachObject,
  type FeedQuery,
  type FollowedObject,
  manifestPages,
  type ObjectQuery,
  objectPages,
  type Place,
  versionPages,
} from './feed.ts';
import type { Page } from './follow.ts';
import {
  type ApiRoot,
  type Collection,
  type Discovery,
  type ManifestRecord,
  readApiRoot,
  readCollection,
  readCollections,
  readDiscovery,
  readStatus,
  type Status,
} from './resource.ts';
import { RETRY_DEFAULT, type RetryPolicy, sleep } from './retry.ts';
import { createTransport, type Fetch, type Transport } from './transport.ts';
import {
  apiRootUrl,
  below,
  discoveryUrl,
  matchParameters,
  type TaxiiMatchQuery,
  withParameters,
} from './url.ts';

export type { AddedObject, AddOptions, AddReport } from './add.ts';
export type { FeedCursor } from './cursor.ts';
export type { FeedObject } from './envelope.ts';
export { TaxiiError, type TaxiiErrorMessage } from './error.ts';
export type { FeedQuery, FollowedObject, ObjectQuery, Place } from './feed.ts';
export type { FeedNotice, Page } from './follow.ts';
export type {
  ApiRoot,
  Collection,
  Discovery,
  ManifestRecord,
  Status,
  StatusItem,
} from './resource.ts';
export type { RetryPolicy } from './retry.ts';
export { type ResolveSrv, type SrvRecord, serversOf } from './srv.ts';
export type { Fetch } from './transport.ts';
export type { TaxiiMatchQuery } from './url.ts';

export type TaxiiAuth =
  | 'none'
  | { readonly basic: { readonly user: string; readonly password: string } }
  | { readonly bearer: string };

export interface TaxiiClientOptions {
  /** Discovery address; `https://host` stands for `https://host/taxii2/`. */
  readonly url: string;
  readonly auth?: TaxiiAuth;
  /** Another fetch, for a proxy, client certificates or a test. */
  readonly fetch?: Fetch;
  /** Ends everything that the client does. */
  readonly signal?: AbortSignal;
  /** Name and version of the software that asks (§8.4.1). */
  readonly userAgent?: string;
  readonly retry?: Partial<RetryPolicy>;
  /** Longest silence on the line, in milliseconds. */
  readonly timeoutMs?: number;
  readonly maxResponseBytes?: number;
  /** Allows plain HTTP beyond this machine. */
  readonly allowInsecure?: boolean;
  /** Further origins (`https://host:port`) of API roots that may get the credentials. */
  readonly trustedOrigins?: readonly string[];
  readonly sleep?: typeof sleep;
  readonly random?: () => number;
  /** For Retry-After dates. */
  readonly clock?: Clock;
}

export interface RemoveQuery extends Place {
  readonly object: string;
  /** Which versions; absent: as the server's default (§5.7). */
  readonly match?: Pick<TaxiiMatchQuery, 'version' | 'specVersion'>;
  readonly signal?: AbortSignal;
}

export interface TaxiiClient {
  /** §4.1. */
  discovery(): Promise<Discovery>;
  /** §4.2; without argument the default API root, else the only one. */
  apiRoot(url?: string): Promise<ApiRoot>;
  /** §5.1. */
  collections(apiRoot?: string): Promise<readonly Collection[]>;
  /** §5.2. */
  collection(place: Place): Promise<Collection>;
  /** §5.4 and §5.6, page by page, oldest first. */
  pages(query: ObjectQuery): AsyncGenerator<Page<FeedObject>, void, undefined>;
  /** §5.4 and §5.6, object by object. */
  objects(query: ObjectQuery): AsyncGenerator<FollowedObject, void, undefined>;
  /** §5.3. */
  manifest(query: FeedQuery): AsyncGenerator<Page<ManifestRecord>, void, undefined>;
  /** §5.8. */
  versions(
    query: FeedQuery & { readonly object: string },
  ): AsyncGenerator<Page<string>, void, undefined>;
  /** §5.5: any number of objects, in as many envelopes as it takes, waiting for each status. */
  add(
    place: Place,
    objects: Iterable<AddedObject> | AsyncIterable<AddedObject>,
    options?: AddOptions,
  ): Promise<AddReport>;
  /** §4.3. */
  status(apiRoot: string, id: string): Promise<Status>;
  /** §5.7. */
  remove(query: RemoveQuery): Promise<void>;
}

/** Makes a client. Nothing is sent before the first question. */
export function createTaxiiClient(options: TaxiiClientOptions): TaxiiClient {
  const discoveryAt = discoveryUrl(options.url);
  const transport = transportOf(options, discoveryAt);
  const discovery = () =>
    transport({ method: 'GET', url: discoveryAt }, (answer) =>
      readDiscovery(answer, (root) => apiRootUrl(root, discoveryAt).href),
    );
  const rootUrl = async (url: string | undefined) =>
    apiRootUrl(url ?? theRoot(await discovery()), discoveryAt);
  const apiRoot = async (url?: string) => {
    const at = await rootUrl(url);
    return transport({ method: 'GET', url: at }, (answer) => readApiRoot(answer, at.href));
  };
  return {
    discovery,
    apiRoot,
    async collections(root) {
      const url = below(await rootUrl(root), 'collections');
      return transport({ method: 'GET', url }, readCollections);
    },
    collection(place) {
      const url = below(apiRootUrl(place.apiRoot, discoveryAt), 'collections', place.collection);
      return transport({ method: 'GET', url }, readCollection);
    },
    pages: (query) => objectPages(transport, query),
    objects: (query) => eachObject(transport, query),
    manifest: (query) => manifestPages(transport, query),
    versions: (query) => versionPages(transport, query),
    add: (place, objects, addOptions) =>
      addObjects(
        { transport, apiRoot: () => apiRoot(place.apiRoot), sleep: options.sleep ?? sleep },
        place,
        objects,
        addOptions,
      ),
    status(root, id) {
      const url = below(apiRootUrl(root, discoveryAt), 'status', id);
      return transport({ method: 'GET', url }, readStatus);
    },
    remove: (query) => remove(transport, query),
  };
}

function theRoot(discovery: Discovery): string {
  const [only, another] = discovery.apiRoots;
  const root = discovery.default ?? (another === undefined ? only : undefined);
  if (root !== undefined) return root;
  throw new CybexError('invalid-argument', 'the server has no default API root', {
    remedy: `name one of: ${discovery.apiRoots.join(' ') || '(it advertises none)'}`,
  });
}

async function remove(transport: Transport, query: RemoveQuery): Promise<void> {
  const { apiRoot, collection, object } = query;
  const base = below(new URL(apiRoot), 'collections', collection, 'objects', object);
  const url = withParameters(base, matchParameters(query.match));
  const signal = query.signal === undefined ? {} : { signal: query.signal };
  try {
    await transport({ method: 'DELETE', url, ...signal }, () => undefined);
  } catch (error) {
    // The answer to an earlier attempt was lost on the way: the object went with that one.
    if (error instanceof TaxiiError && error.status === 404 && error.attempts > 1) return;
    throw error;
  }
}

function transportOf(options: TaxiiClientOptions, discovery: URL): Transport {
  const authorization = authorizationOf(options.auth ?? 'none');
  return createTransport({
    fetch: options.fetch ?? ((input, init) => fetch(input, init)),
    ...(authorization === undefined ? {} : { authorization }),
    origins: new Set([discovery.origin, ...(options.trustedOrigins ?? [])]),
    userAgent: options.userAgent ?? 'cybex-taxii-client',
    ...(options.signal === undefined ? {} : { signal: options.signal }),
    retry: { ...RETRY_DEFAULT, ...options.retry },
    sleep: options.sleep ?? sleep,
    random: options.random ?? Math.random,
    clock: options.clock ?? systemClock(),
    timeoutMs: options.timeoutMs ?? 60_000,
    maxResponseBytes: options.maxResponseBytes ?? 2 * LIMITS.taxii.pageBytes,
    allowInsecure: options.allowInsecure ?? false,
  });
}

/** RFC 7617 (in UTF-8) or RFC 6750. */
export function authorizationOf(auth: TaxiiAuth): string | undefined {
  if (auth === 'none') return undefined;
  if ('bearer' in auth) return `Bearer ${auth.bearer}`;
  if (auth.basic.user.includes(':')) {
    throw new CybexError('invalid-argument', 'a user name for Basic must not contain a colon');
  }
  const bytes = new TextEncoder().encode(`${auth.basic.user}:${auth.basic.password}`);
  return `Basic ${btoa(String.fromCharCode(...bytes))}`;
}
