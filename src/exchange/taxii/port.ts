/**
 * What the TAXII server asks of the house. Records are opaque here: bytes, ids, versions.
 * The hub fills this port; the tests fill it in memory (memory.test.house.ts).
 */
import type { Micros } from '../../core/clock.ts';
import type { Issue } from '../../core/issue.ts';

export interface TaxiiApiRoot {
  /** One path segment, e.g. `api1`. */
  readonly path: string;
  readonly title: string;
  readonly description: string;
}

export interface TaxiiDiscovery {
  readonly title: string;
  readonly description: string;
  readonly contact?: string;
  /** API roots that this caller may know of, in a stable order; the first one is the default. */
  readonly apiRoots: readonly TaxiiApiRoot[];
}

export interface TaxiiCollection {
  /** UUID (TAXII 2.1 §5.2.1). */
  readonly id: string;
  /** Usable in the URL in place of the id; unique within its API root. */
  readonly alias?: string;
  readonly title: string;
  readonly description: string;
  readonly canRead: boolean;
  readonly canWrite: boolean;
  readonly mediaTypes: readonly string[];
}

/** A specific version is a STIX timestamp as the caller wrote it; the house compares instants. */
export type TaxiiVersion = 'first' | 'last' | 'all' | { readonly version: string };

/**
 * Values of one field are alternatives, fields are conjoined (TAXII 2.1 §3.4). Values are distinct
 * and free of control characters; their number is bounded by LIMITS.taxii.matchValues.
 * When reading, an absent `versions` means `last` and an absent `specVersions` means the newest
 * specification version of each object (§3.4.1).
 */
export interface TaxiiMatch {
  readonly ids?: readonly string[];
  readonly types?: readonly string[];
  readonly specVersions?: readonly string[];
  readonly versions?: readonly TaxiiVersion[];
}

export interface TaxiiCursor {
  readonly position: Micros;
  readonly tie: number;
}

/** Applied in this order: what the caller may see; id, type, spec version; version among those; added after; limit. */
export interface TaxiiQuery {
  readonly collection: string;
  readonly match: TaxiiMatch;
  /** Strictly greater than. */
  readonly addedAfter?: Micros;
  /** Strictly after this place. */
  readonly after?: TaxiiCursor;
  /** 1 … LIMITS.taxii.pageMax. */
  readonly limit: number;
  /** Stop before the bodies of a page exceed this many bytes; at least one object is given. */
  readonly maxBytes: number;
}

export interface TaxiiPageHead {
  readonly count: number;
  readonly more: boolean;
  /** Position of the first and last object of the page; absent when it is empty. */
  readonly first?: Micros;
  readonly last?: TaxiiCursor;
  /** Part of every token and of every validator: changes when the view of this caller changes. */
  readonly epoch: string;
  /**
   * Changes whenever the bytes of this page would change; made of what stands on the page and of
   * nothing else. Absent: the server hashes the page itself (57 µs for 100 KB).
   */
  readonly validator?: string;
}

export interface TaxiiObjectPage extends TaxiiPageHead {
  /** Objects joined by commas, as stored. */
  readonly body: Uint8Array;
  /** Gives the body back to the house when it has been sent. */
  readonly release?: () => void;
}

export interface TaxiiManifestRow {
  readonly id: string;
  readonly version: string;
  readonly added: Micros;
  readonly mediaType: string;
}

export interface TaxiiManifestPage extends TaxiiPageHead {
  readonly rows: readonly TaxiiManifestRow[];
}

export interface TaxiiStatusItem {
  readonly id: string;
  readonly version: string;
  readonly message?: string;
}

/**
 * Status of one POST (TAXII 2.1 §4.3.1). The counts are always whole and add up to `total`. A list
 * is either whole or absent: clients refuse a list whose length is not its count.
 */
export interface TaxiiStatus {
  readonly id: string;
  readonly status: 'pending' | 'complete';
  readonly requested: Micros;
  readonly total: number;
  readonly successCount: number;
  readonly failureCount: number;
  readonly pendingCount: number;
  readonly successes?: readonly TaxiiStatusItem[];
  readonly failures?: readonly TaxiiStatusItem[];
  readonly pendings?: readonly TaxiiStatusItem[];
}

export type TaxiiAddition =
  /** The delivery is durable; the status is complete or still counting. */
  | { readonly kind: 'accepted'; readonly status: TaxiiStatus }
  /** Not an envelope at all: nothing of it was added. The issues speak of what the caller sent. */
  | { readonly kind: 'unprocessable'; readonly issues: readonly Issue[] };

export type TaxiiDeletion =
  /** The caller's own part of what matches is gone; what others added is still there for them. */
  | { readonly kind: 'removed'; readonly count: number }
  /** Visible, but the caller's organisation added nothing of what matches: nothing was removed. */
  | { readonly kind: 'not-yours' }
  | { readonly kind: 'absent' };

/** Everything is asked for one caller: the port is made per request, after authentication. */
export interface TaxiiHouse {
  readonly caller: { readonly id: string; readonly anonymous: boolean };
  /** Null: this caller may not even know that the service is here. */
  discovery(): Promise<TaxiiDiscovery | null>;
  /**
   * Collections of an API root in a stable order (§3.3); only those that this caller may read or
   * write, hidden ones are absent. Null: no such API root, or a hidden one.
   */
  collections(apiRoot: string): Promise<readonly TaxiiCollection[] | null>;
  objects(query: TaxiiQuery): Promise<TaxiiObjectPage>;
  manifest(query: TaxiiQuery): Promise<TaxiiManifestPage>;
  /**
   * Takes one envelope, durably. When the body throws (too large, connection lost) the delivery
   * is not accepted and the error is passed on.
   */
  add(apiRoot: string, collection: string, body: AsyncIterable<Uint8Array>): Promise<TaxiiAddition>;
  /** Null for anyone but the organisation that posted. */
  status(apiRoot: string, id: string): Promise<TaxiiStatus | null>;
  /**
   * Removes from the collection what matches and was added by the caller's organisation, all of it
   * or, on an error, none. What other organisations added stays, also where it matches: they alone
   * may take it away, and after `removed` the object is found as long as they offer it to the caller
   * (a divergence from TAXII 2.1 §5.7, told in divergences.ts). The match is taken literally: absent
   * `versions` or `specVersions` mean every one.
   */
  remove(collection: string, id: string, match: TaxiiMatch): Promise<TaxiiDeletion>;
  /**
   * Called before a page leaves: resolves when the delivery is on record. False when the rules have
   * changed since the page was asked for: what the caller newly sees may lie before the end of the
   * page, which must be made again.
   * `filter` is a digest of the filters, the same for every page of one walk.
   */
  delivered(collection: string, filter: string, through: Micros): Promise<boolean>;
}
