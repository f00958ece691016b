/**
 * What the house asks of its store. Two adapters, one contract suite (contract.ts).
 * The store knows records, facts, labels and positions; it knows no standard and no policy: who
 * sees a label is a function it is given.
 *
 * Reader and writer are different types, and a reader is made for one viewer. There is no other
 * way to read a record.
 */
import type { Micros } from '../core/clock.ts';
import type { Issue } from '../core/issue.ts';
import type { Label } from '../core/label.ts';
import type { Channel, Principal, PrincipalKind, Role } from '../core/principal.ts';
import type { DecodedRecord } from '../core/record.ts';

/** Decides whether a principal may read what carries this label. Pure; given by compose. */
export type Sees = (principal: Principal, label: Label, channel: Channel) => boolean;

export interface Viewer {
  readonly principal: Principal;
  readonly channel: Channel;
}

// ------------------------------------------------------------------ reading

export type VersionSelector = 'first' | 'last' | 'all' | { readonly version: string };

/**
 * The filters of one page, applied in this order: policy; id, type, spec version; version among
 * the visible ones; added after; limit. Several values of one field are alternatives, fields are
 * conjoined. Absent version means `last`; absent specVersion means the newest of each object.
 * An object is one (format, type, id); its versions are counted within one spec version, so who
 * asks for 2.0 and 2.1 gets the last of each. A version is named as written or by its sort key.
 */
export interface Match {
  readonly ids?: readonly string[];
  readonly types?: readonly string[];
  readonly specVersions?: readonly string[];
  readonly versions?: readonly VersionSelector[];
}

/**
 * Place in a collection's order. Two memberships with different labels may share a position (see
 * docs/adr/0002): `tie` orders those. A page by `addedAfter` never ends inside a tie.
 */
export interface Cursor {
  readonly position: Micros;
  readonly tie: number;
}

export interface PageQuery {
  /** Collection id (UUID). */
  readonly collection: string;
  /** Of this format only; the format of feeds (shelf-name.ts) when absent. */
  readonly format?: string;
  readonly match: Match;
  /** Strictly greater than. */
  readonly addedAfter?: Micros;
  /** Strictly after this place; what `next` carries. */
  readonly after?: Cursor;
  readonly limit: number;
  /**
   * Stop before the page's bodies exceed this many bytes (at least one record is given);
   * LIMITS.taxii.pageBytes when absent.
   */
  readonly maxBytes?: number;
}

export interface PageHead {
  readonly count: number;
  readonly more: boolean;
  /** Position of the first and last record of the page; absent when it is empty. */
  readonly first?: Micros;
  readonly last?: Cursor;
  /**
   * Digests of the page's bodies in order: equal for equal bodies, and made of nothing that the
   * viewer does not get (no row number of the store is in it).
   */
  readonly validator?: string;
  /** Feed epoch and view epoch in force in the page's own snapshot. */
  readonly feedEpoch: string;
  readonly viewEpoch: string;
}

/** The bodies of a page as they lie in the store, joined by commas: no parse, no stringify. */
export interface ObjectPage extends PageHead {
  readonly body: Uint8Array;
  /**
   * Gives the bytes back once they are used up; `body` is empty from then on. Who does not call it
   * leaves them to the collector. Absent where the store has no use for them.
   */
  readonly release?: () => void;
}

export interface ManifestRow {
  readonly id: string;
  readonly version: string;
  readonly added: Micros;
  readonly format: string;
  readonly specVersion: string;
}

export interface ManifestPage extends PageHead {
  readonly rows: readonly ManifestRow[];
}

/** A record as one viewer may see it, with the handle that a writer needs to change it. */
export interface RecordView {
  readonly handle: AuthorisedRecord;
  readonly format: string;
  readonly id: string;
  readonly type: string;
  readonly specVersion: string;
  readonly version: string;
  readonly title: string;
  readonly label: Label;
  readonly collection: string;
  readonly added: Micros;
  readonly bytes: Uint8Array;
  /** Other variants of the same version that this viewer may see. */
  readonly variants: number;
  readonly withdrawn: boolean;
}

declare const authorised: unique symbol;
/** Proof that a reader found this membership for this viewer. Only adapters make one. */
export interface AuthorisedRecord {
  readonly [authorised]: true;
  readonly membership: number;
  /** The viewer's own organisation, for which the handle was made. */
  readonly organisation: string;
  /** True when the viewer's own organisation added it to the collection. */
  readonly own: boolean;
}

export interface RecordQuery {
  /** Empty: every collection that the viewer may read. */
  readonly collections: readonly string[];
  /** Of these formats only; of every format when absent. */
  readonly formats?: readonly string[];
  readonly id?: string;
  readonly type?: string;
  /** Words to find (docs/guide: search). */
  readonly text?: string;
  /** Normal form of an observable, or an external id. */
  readonly value?: string;
  /** Ids that edges of the record point at. */
  readonly pointsAt?: string;
  readonly order: 'newest' | 'oldest';
  readonly after?: Cursor;
  readonly limit: number;
}

export interface RecordPage {
  readonly records: readonly RecordView[];
  readonly more: boolean;
  readonly last?: Cursor;
}

export interface CollectionCount {
  readonly collection: string;
  /** Objects (distinct ids) that this viewer may see, of every format. */
  readonly objects: number;
  /** The same by format; without those of which nothing is seen. */
  readonly formats: Readonly<Record<string, number>>;
  readonly newest?: Micros;
}

export interface Reader {
  objects(query: PageQuery): Promise<ObjectPage>;
  manifest(query: PageQuery): Promise<ManifestPage>;
  records(query: RecordQuery): Promise<RecordPage>;
  /**
   * Every visible membership of one object that a match names, variants not collapsed: what a
   * deletion may touch. Empty when hidden or absent. Of the format of feeds where none is named.
   */
  authorise(
    collection: string,
    id: string,
    match: Match,
    format?: string,
  ): Promise<readonly AuthorisedRecord[]>;
  counts(collections: readonly string[]): Promise<readonly CollectionCount[]>;
  /** Conflicts that this viewer may see: one creator, same id and version, other content. */
  conflicts(
    limit: number,
  ): Promise<
    readonly { readonly id: string; readonly version: string; readonly variants: number }[]
  >;
}

// ------------------------------------------------------------------ writing

/** Who brings it, over what, and into which collection. */
export interface ParcelHead {
  readonly mediaType: string;
  readonly principal: string;
  readonly organisation: string;
  readonly channel: string;
  /** Collection id; empty for a parcel that enters no collection (quarantine). */
  readonly collection: string;
  /** Label asked for by the sender for what carries no marking (`import --tlp`). */
  readonly unmarkedTlp?: string;
  readonly source?: string;
}

export interface Parcel extends ParcelHead {
  readonly id: string;
  readonly received: Micros;
  readonly status: 'open' | 'stored' | 'partial' | 'quarantined';
  /** SHA-256 of the whole delivery and its length; known when it is closed. */
  readonly digest?: Uint8Array;
  readonly size?: number;
  readonly chunks: number;
  readonly stored: number;
  readonly duplicate: number;
  readonly failed: number;
}

/** One record with what the policy decided. */
export interface PlacedRecord {
  readonly record: DecodedRecord;
  /** Bytes between the previous record and this one (skeleton). */
  readonly gap: Uint8Array;
  /** Label joined with the collection's floor; the embargo stands in it as `from`. */
  readonly label: Label;
  /** 0 signed by its creator, 1 from the configured authority, 2 any other source. */
  readonly preference: 0 | 1 | 2;
  /** Why the label is what it is: ids of the rules, for the audit row. */
  readonly rules: readonly string[];
}

/** A record or a piece of the delivery that was not accepted; kept, with its issues. */
export interface RefusedPiece {
  readonly gap: Uint8Array;
  readonly bytes: Uint8Array;
  readonly path: string;
  readonly id: string;
  readonly version: string;
  readonly issues: readonly Issue[];
}

export type ChunkItem =
  | ({ readonly kind: 'placed' } & PlacedRecord)
  | ({ readonly kind: 'refused' } & RefusedPiece);

/** What the decision read. The writer verifies it under the sequencer's lock. */
export interface DecisionReads {
  readonly policyEpoch: number;
  /** Marking ids that were looked up and not found, with the organisations that could define them. */
  readonly missingDefinitions: readonly string[];
}

/** At most LIMITS.chunk.records items, stored in one transaction. */
export interface Chunk {
  readonly parcel: string;
  /** 0, 1, 2 … Storing the same sequence number again is a success without effect (resume). */
  readonly sequence: number;
  readonly items: readonly ChunkItem[];
  /** Closing bytes of the skeleton; only in the last chunk. */
  readonly closingGap?: Uint8Array;
  readonly reads: DecisionReads;
}

export type ItemOutcome =
  | { readonly kind: 'stored'; readonly position: Micros; readonly conflict: boolean }
  | { readonly kind: 'duplicate' }
  /** The same content again with a lower label from the same source: offered anew. */
  | { readonly kind: 'relabelled'; readonly position: Micros }
  /** Removed here before by DELETE: a re-post is explicit and stored anew. */
  | { readonly kind: 'restored'; readonly position: Micros }
  | { readonly kind: 'refused' };

export type ChunkOutcome =
  | { readonly kind: 'committed'; readonly items: readonly ItemOutcome[] }
  /** A definition has appeared or the policy has changed: decide again. */
  | { readonly kind: 'stale' };

export interface Relabel {
  readonly handle: number;
  readonly label: Label;
  readonly reason: string;
}

export interface OutboxRow {
  readonly id: number;
  readonly kind:
    | 'stored'
    | 'definition'
    | 'membership'
    | 'floor'
    | 'projection'
    | 'source'
    | 'erasure';
  /**
   * `definition`: marking id. `membership`: organisation let in. `floor`, `projection`: collection
   * whose floor, or whose wish for projections, changed. `source`, `erasure`: collection, format and
   * id, with blanks between, of an object of another format than that of feeds whose memberships
   * changed, or whose bytes were erased.
   */
  readonly subject: string;
  /** `definition`: who delivered it. `membership`: the community, or whose client it became. */
  readonly organisation: string;
}

/** A stored record whose label may have to change, as the relabelling stage sees it. */
export interface Relabelling {
  readonly membership: number;
  readonly collection: string;
  readonly label: Label;
  readonly owner: string;
  readonly preference: 0 | 1 | 2;
  readonly bytes: Uint8Array;
  readonly format: string;
  /** Organisations that added it. */
  readonly sources: readonly string[];
}

export interface AuditEntry {
  readonly principal: string;
  readonly organisation: string;
  readonly action: string;
  readonly subject: string;
  readonly outcome: 'done' | 'refused' | 'failed';
  readonly detail: Readonly<Record<string, unknown>>;
}

export interface AuditRow extends AuditEntry {
  readonly id: number;
  readonly at: Micros;
}

export interface StatusItem {
  readonly id: string;
  readonly version: string;
  readonly message?: string;
}

/** TAXII 2.1 §4.3 status, as kept. */
export interface StatusRecord {
  readonly id: string;
  readonly apiRoot: string;
  readonly organisation: string;
  readonly status: 'pending' | 'complete';
  readonly requested: Micros;
  readonly total: number;
  readonly successes: readonly StatusItem[];
  readonly failures: readonly StatusItem[];
  readonly pending: number;
}

/** What was served to a principal through where: written before the answer. */
export interface Delivery {
  readonly principal: string;
  readonly collection: string;
  /** Digest of the filters. */
  readonly filter: string;
  readonly through: Micros;
}

export interface Writer {
  /** Opens a parcel, durably. */
  receive(head: ParcelHead): Promise<Parcel>;
  /**
   * Stores one chunk: records, facts, text, labels, memberships, audit row, log leaves, outbox
   * (one `definition` row for each marking definition among the records).
   */
  append(chunk: Chunk): Promise<ChunkOutcome>;
  /** Closes a parcel with its digest and size. */
  close(parcel: string, digest: Uint8Array, size: number, status: Parcel['status']): Promise<void>;
  /** Removes the memberships that the caller's organisation added; returns how many went. */
  remove(handles: readonly AuthorisedRecord[], entry: AuditEntry): Promise<number>;
  relabel(changes: readonly Relabel[], entry: AuditEntry): Promise<void>;
  /** Gives released embargoes their new position; returns how many and when the next is due. */
  release(
    now: Micros,
    limit: number,
  ): Promise<{ readonly released: number; readonly nextDue?: Micros }>;
  /**
   * New positions for what an organisation newly sees in collections that it has already followed
   * (by the delivery ledger), so that a follower misses nothing. Returns how many were offered anew.
   */
  reoffer(organisation: string, before: Principal, after: Principal): Promise<number>;
  /** Erases bytes, facts, text and salts of every membership of these; audit and tombstones stay. */
  erase(handles: readonly AuthorisedRecord[], entry: AuditEntry): Promise<number>;
  audit(entry: AuditEntry): Promise<void>;
  /**
   * Durable before it resolves; positions within an already reserved block cost nothing. True when
   * a line was written: until then an offer anew could not know of this delivery.
   */
  deliver(delivery: Delivery): Promise<boolean>;
  saveStatus(status: StatusRecord): Promise<void>;
  /** Deletes what retention no longer keeps: statuses, closed jobs, quarantine past its days. */
  retain(now: Micros): Promise<{ readonly deleted: number }>;
  takeOutbox(limit: number): Promise<readonly OutboxRow[]>;
  doneOutbox(ids: readonly number[]): Promise<void>;
}

// ------------------------------------------------------------------ operating

export interface Organisation {
  readonly id: string;
  readonly name: string;
  /** Registered clients: organisations that AMBER of this one reaches. */
  readonly clients: readonly string[];
  readonly sample: boolean;
  /** The organisation that runs this hub. */
  readonly operator: boolean;
}

export interface Community {
  /** UUID. */
  readonly id: string;
  readonly name: string;
  readonly owner: string;
  readonly version: number;
  readonly members: readonly string[];
}

export interface Person {
  readonly id: string;
  readonly kind: PrincipalKind;
  readonly name: string;
  readonly organisation: string;
  readonly roles: readonly Role[];
}

export interface Credential {
  readonly id: string;
  readonly principal: string;
  readonly kind: 'token' | 'password' | 'certificate';
  /** token: SHA-256 hex; password: argon2id string; certificate: SHA-256 fingerprint hex. */
  readonly secret: string;
  /** Name for Basic authentication; empty for others. */
  readonly userName: string;
  readonly scope: readonly ('taxii' | 'api' | 'admin')[];
  readonly created: Micros;
  readonly expires?: Micros;
  readonly lastUsed?: Micros;
  readonly revoked: boolean;
  readonly note: string;
}

export interface Grant {
  readonly subjectKind: 'anyone' | 'authenticated' | 'organisation' | 'community' | 'principal';
  readonly subject: string;
  readonly read: boolean;
  readonly write: boolean;
}

export interface Collection {
  /** UUID (TAXII 2.1 §5.1). */
  readonly id: string;
  readonly apiRoot: string;
  readonly alias?: string;
  readonly title: string;
  readonly description: string;
  /** Every membership's label is joined with it. */
  readonly floor: Pick<Label, 'tlp' | 'audience' | 'pap'>;
  /** TLP of what comes without a marking. */
  readonly unmarked: Label['tlp'];
  readonly grants: readonly Grant[];
  readonly sample: boolean;
  /** False: of other formats nothing is made for feeds. True when absent. */
  readonly projection?: boolean;
}

export interface ApiRoot {
  /** One path segment, e.g. `api1`. */
  readonly path: string;
  readonly title: string;
  readonly description: string;
}

/** Everything that authentication and the routes need, read whole and cached by epoch. */
export interface Directory {
  readonly policyEpoch: number;
  readonly organisations: readonly Organisation[];
  readonly communities: readonly Community[];
  readonly persons: readonly Person[];
  readonly credentials: readonly Credential[];
  readonly collections: readonly Collection[];
  readonly apiRoots: readonly ApiRoot[];
}

export type DirectoryChange =
  | { readonly put: 'organisation'; readonly value: Organisation }
  | { readonly put: 'community'; readonly value: Community }
  | { readonly put: 'person'; readonly value: Person }
  | { readonly put: 'credential'; readonly value: Credential }
  | { readonly put: 'collection'; readonly value: Collection }
  | { readonly put: 'apiRoot'; readonly value: ApiRoot }
  | {
      readonly remove:
        | 'organisation'
        | 'community'
        | 'person'
        | 'credential'
        | 'collection'
        | 'apiRoot';
      readonly id: string;
    };

export interface HouseState {
  /** UUID of this house. */
  readonly id: string;
  readonly schema: number;
  /** Changes when an older backup is restored. */
  readonly feedEpoch: string;
  readonly policyEpoch: number;
  readonly lastPosition: Micros;
  readonly records: number;
  readonly memberships: number;
  readonly quarantined: number;
  readonly leaves: number;
  readonly bytes: number;
}

export interface QuarantineRow {
  /** Number to go on after. */
  readonly row: number;
  readonly parcel: string;
  readonly received: Micros;
  readonly organisation: string;
  readonly path: string;
  readonly id: string;
  readonly bytes: Uint8Array;
  readonly issues: readonly Issue[];
}

/** What the operator may do: never reads a record's content but his own quarantine. */
export interface Operations {
  directory(): Promise<Directory>;
  /** Cheap: to know whether a cached directory still holds, in every process. */
  policyEpoch(): Promise<number>;
  /**
   * Applies the changes with their audit row and a `rule` leaf in one transaction and raises the
   * policy epoch. Compares with what was: a community's new member, a new client and a changed
   * floor each write an outbox row, so that what they widen is offered anew.
   */
  change(changes: readonly DirectoryChange[], entry: AuditEntry): Promise<number>;
  state(): Promise<HouseState>;
  status(id: string): Promise<StatusRecord | null>;
  parcel(id: string): Promise<Parcel | null>;
  /** The delivery as it came, reassembled from skeleton and records. */
  reassemble(parcel: string): AsyncIterable<Uint8Array>;
  quarantine(limit: number, after?: number): Promise<readonly QuarantineRow[]>;
  auditTrail(after: number, limit: number): Promise<readonly AuditRow[]>;
  /**
   * Marking definitions known from one of these organisations: bytes of the record, by id. Of
   * several under one id the one from the organisation named first counts, of one organisation
   * what it delivered last.
   */
  definitions(
    ids: readonly string[],
    organisations: readonly string[],
  ): Promise<ReadonlyMap<string, Uint8Array>>;
  /** Memberships whose record points at this marking, in batches, for relabelling. */
  referrers(marking: string, after: number, limit: number): Promise<readonly Relabelling[]>;
  /** Memberships of one object in a collection, whoever may see them: what is made of it. */
  ofObject(collection: string, format: string, id: string): Promise<readonly Relabelling[]>;
  /** Handles of what this organisation added itself: what the hub made, it may take back. */
  handles(memberships: readonly number[], organisation: string): readonly AuthorisedRecord[];
  /** Memberships of a collection, in batches, for a changed floor. */
  members(collection: string, after: number, limit: number): Promise<readonly Relabelling[]>;
  /** Small JSON values kept with the house under a name: feeds, peers, cursors, last backup. */
  keep(name: string, value: unknown): Promise<void>;
  forget(name: string): Promise<void>;
  /** Everything kept under names that start with this, by name. */
  kept(prefix: string): Promise<ReadonlyMap<string, unknown>>;
  /** Random bytes kept with the house under a name, made on first use (token keys, say). */
  secret(name: string): Promise<Uint8Array>;
  /** Reports by issue code what is wrong; empty when the store is sound. */
  integrity(): Promise<readonly string[]>;
  /** Writes one consistent copy while writers go on; resolves with its size. */
  backup(file: string, progress?: (done: number, total: number) => void): Promise<number>;
  /** A new feed epoch, after an older backup was restored. */
  startFeedEpoch(): Promise<string>;
}

export interface House {
  readonly kind: 'sqlite' | 'postgres';
  readerFor(viewer: Viewer): Reader;
  readonly writer: Writer;
  readonly operations: Operations;
  close(): Promise<void>;
}
