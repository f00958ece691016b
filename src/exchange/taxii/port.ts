/**
 * What the TAXII server asks of the house. Records are opaque here: bytes, ids, versions.
 * The hub fills this port; the tests fill it with a few lines in memory.
 */
import type { Micros } from '../../core/clock.ts';

export interface TaxiiApiRoot {
  readonly path: string;
  readonly title: string;
  readonly description: string;
}

export interface TaxiiCollection {
  readonly id: string;
  readonly alias?: string;
  readonly title: string;
  readonly description: string;
  readonly canRead: boolean;
  readonly canWrite: boolean;
  readonly mediaTypes: readonly string[];
}

export type TaxiiVersion = 'first' | 'last' | 'all' | { readonly version: string };

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

export interface TaxiiQuery {
  readonly collection: string;
  readonly match: TaxiiMatch;
  readonly addedAfter?: Micros;
  readonly after?: TaxiiCursor;
  readonly limit: number;
}

export interface TaxiiPageHead {
  readonly count: number;
  readonly more: boolean;
  readonly first?: Micros;
  readonly last?: TaxiiCursor;
  /** Part of every token and of every validator: changes when the view of this caller changes. */
  readonly epoch: string;
}

export interface TaxiiObjectPage extends TaxiiPageHead {
  /** Objects joined by commas, as stored. */
  readonly body: Uint8Array;
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

export interface TaxiiStatus {
  readonly id: string;
  readonly status: 'pending' | 'complete';
  readonly requested: Micros;
  readonly total: number;
  readonly successes: readonly TaxiiStatusItem[];
  readonly failures: readonly TaxiiStatusItem[];
  readonly pendings: readonly TaxiiStatusItem[];
}

export type TaxiiDeletion =
  | { readonly kind: 'removed'; readonly count: number }
  /** Visible, but added by another organisation. */
  | { readonly kind: 'not-yours' }
  | { readonly kind: 'absent' };

/** Everything is asked for one caller: the port is made per request, after authentication. */
export interface TaxiiHouse {
  /** Null: not authenticated, and this house offers nothing to the anonymous. */
  readonly caller: { readonly id: string; readonly anonymous: boolean };
  discovery(): Promise<{
    readonly title: string;
    readonly description: string;
    readonly contact?: string;
    readonly apiRoots: readonly TaxiiApiRoot[];
  }>;
  /** Only collections that this caller may read or write; hidden ones are absent. */
  collections(apiRoot: string): Promise<readonly TaxiiCollection[] | null>;
  objects(query: TaxiiQuery): Promise<TaxiiObjectPage>;
  manifest(query: TaxiiQuery): Promise<TaxiiManifestPage>;
  /** Takes one envelope, durably; the status is complete or still counting. */
  add(apiRoot: string, collection: string, body: AsyncIterable<Uint8Array>): Promise<TaxiiStatus>;
  /** Absent for anyone but the organisation that posted. */
  status(apiRoot: string, id: string): Promise<TaxiiStatus | null>;
  remove(collection: string, id: string, match: TaxiiMatch): Promise<TaxiiDeletion>;
  /** Called before a page leaves: resolves when the delivery is on record. */
  delivered(collection: string, filter: string, through: Micros): Promise<void>;
}
