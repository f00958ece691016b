/**
 * The last step of every transaction that changes what readers see: under the lock of the house's
 * one sequencer row it is given positions, numbers and log leaves, all in the order of commits.
 */
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import type { Clock, Micros } from '../../core/clock.ts';
import { LEAF_KINDS, type LeafKind, leafHash } from '../log-leaf.ts';
import type { AuditEntry, Cursor, OutboxRow } from '../port.ts';
import { Placement, type Slot, throttle, windowEnd } from '../position.ts';
import { execute, rowOf, sql } from './connect.ts';
import type { Current } from './current.ts';
import { checkSchema } from './migrate.ts';
import { byteas, int4s, int8s, texts } from './wire.ts';

export interface SequencerRow {
  readonly schema: number;
  readonly last_position: Micros;
  readonly policy_epoch: number;
  /** Highest label. */
  readonly labels: number;
  readonly membership_ids: number;
  readonly leaves: number;
  readonly audits: number;
}

/** What a commit adds to the house's totals. */
interface Totals {
  records: number;
  memberships: number;
  quarantined: number;
  bytes: number;
}

/** A leaf before its place in the log is known. */
/** An object of which something changed. */
interface Source {
  readonly collection: number;
  readonly object: number;
  readonly kind: 'source' | 'erasure';
}

export interface PendingLeaf {
  readonly kind: LeafKind;
  readonly position: Micros;
  readonly record?: number;
  readonly bytesDigest?: Uint8Array;
  readonly contentDigest?: Uint8Array;
  /** Number and id of the collection. */
  readonly collection?: { readonly number: number; readonly id: string };
  readonly label?: { readonly id: number; readonly digest: Uint8Array };
  readonly parcel?: { readonly number: number; readonly uuid: string };
}

const LOCK = sql(
  `SELECT schema, last_position, policy_epoch, labels, membership_ids, leaves, audits
   FROM sequencer FOR UPDATE`,
);
const ADVANCE = sql(
  `UPDATE sequencer SET last_position = $1, policy_epoch = $2, membership_ids = $3, leaves = $4,
     audits = $5, records = records + $6, memberships = memberships + $7,
     quarantined = quarantined + $8, bytes = bytes + $9`,
);
const ADD_LEAVES = sql(
  `INSERT INTO leaf (index, kind, hash, salt, digest, record, collection, label, parcel, policy, position)
   SELECT index, kind, hash, salt, digest, record, collection, label, parcel, $10, position
   FROM unnest($1::bigint[], $2::integer[], $3::bytea[], $4::bytea[], $5::bytea[], $6::bigint[],
     $7::integer[], $8::integer[], $9::bigint[], $11::bigint[])
     AS u (index, kind, hash, salt, digest, record, collection, label, parcel, position)`,
);
const ADD_AUDITS = sql(
  `INSERT INTO audit (id, at, principal, organisation, action, subject, outcome, detail)
   SELECT id, $2, principal, organisation, action, subject, outcome, detail
   FROM unnest($1::bigint[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[])
     AS u (id, principal, organisation, action, subject, outcome, detail)`,
);
/** Of these objects those that stand on another shelf than that of feeds. */
const ADD_SOURCES = sql(
  `INSERT INTO outbox (kind, subject, organisation)
   SELECT u.kind, c.text || ' ' || o.name, ''
   FROM unnest($1::integer[], $2::bigint[], $3::text[]) AS u (collection, object, kind)
     JOIN term c ON c.id = u.collection JOIN object o ON o.id = u.object
   WHERE strpos(c.text, ' ') > 0`,
);
const ADD_OUTBOX = sql(
  `INSERT INTO outbox (kind, subject, organisation)
   SELECT * FROM unnest($1::text[], $2::text[], $3::text[])`,
);
const COUNT_PAIRS = sql(
  `UPDATE pair SET rows = pair.rows + u.change
   FROM unnest($1::integer[], $2::integer[], $3::bigint[]) AS u (collection, label, change)
   WHERE pair.collection = u.collection AND pair.label = u.label`,
);

export class Commit {
  readonly client: Client;
  readonly now: Micros;
  /** Last position of the interval that this commit owns. */
  readonly end: Micros;
  policyEpoch: number;
  readonly totals: Totals = { records: 0, memberships: 0, quarantined: 0, bytes: 0 };
  readonly #before: SequencerRow;
  readonly #placement: Placement;
  /** Places that are taken, to keep (position, tie) unique in a collection. */
  readonly #places = new Set<string>();
  readonly #leaves: PendingLeaf[] = [];
  readonly #audits: AuditEntry[] = [];
  readonly #outbox: Omit<OutboxRow, 'id'>[] = [];
  readonly #sources = new Map<string, Source>();
  readonly #pairs = new Map<string, { collection: number; label: number; change: number }>();
  #memberships: number;

  private constructor(client: Client, now: Micros, before: SequencerRow) {
    this.client = client;
    this.now = now;
    this.end = windowEnd(before.last_position, now);
    this.policyEpoch = before.policy_epoch;
    this.#before = before;
    this.#placement = new Placement(this.end);
    this.#memberships = before.membership_ids;
  }

  /** Takes the lock, in a transaction that has begun; it is held until that ends. */
  static async begin(client: Client, clock: Clock, current: Current): Promise<Commit> {
    const before = await rowOf<SequencerRow>(client, LOCK);
    checkSchema(before.schema);
    await current.loadLabels(client, before.labels);
    const ahead = throttle(before.last_position, clock.now());
    if (ahead > 0) await sleep(ahead / 1_000);
    return new Commit(client, clock.now(), before);
  }

  nextMembership(): number {
    this.#memberships += 1;
    return this.#memberships;
  }

  /** A place of its own for a membership in its collection's order. */
  place(collection: number, label: number, wish: Slot): Cursor {
    const { position, tie: wished } = this.#placement.place(`${collection}/${label}`, wish);
    let tie = wished;
    while (this.#places.has(`${collection}/${position}/${tie}`)) tie = (tie + 1) % 2 ** 32;
    this.#places.add(`${collection}/${position}/${tie}`);
    return { position, tie };
  }

  leaf(leaf: PendingLeaf): void {
    this.#leaves.push(leaf);
  }

  audit(entry: AuditEntry): void {
    this.#audits.push(entry);
  }

  outbox(row: Omit<OutboxRow, 'id'>): void {
    this.#outbox.push(row);
  }

  /** Something of this object changed on its shelf: its projection follows, where it has one. */
  changedShelf(
    { collection, object }: { readonly collection: number; readonly object: number },
    why: 'source' | 'erasure' = 'source',
  ): void {
    const key = `${collection}/${object}`;
    if (this.#sources.get(key)?.kind === 'erasure') return;
    this.#sources.set(key, { collection, object, kind: why });
  }

  /** One row of this label more or less in this collection. */
  count(collection: number, label: number, change: 1 | -1): void {
    const key = `${collection}/${label}`;
    const pair = this.#pairs.get(key) ?? { collection, label, change: 0 };
    pair.change += change;
    this.#pairs.set(key, pair);
    this.totals.memberships += change;
  }

  /** Writes what was collected and moves the sequencer on; the transaction may then commit. */
  async finish(): Promise<void> {
    await this.#writeLeaves();
    await this.#writeAudits();
    await this.#writeOutbox();
    await this.#writeSources();
    await this.#writePairs();
    const { records, memberships, quarantined, bytes } = this.totals;
    await execute(
      this.client,
      ADVANCE,
      this.end,
      this.policyEpoch,
      this.#memberships,
      this.#before.leaves + this.#leaves.length,
      this.#before.audits + this.#audits.length,
      records,
      memberships,
      quarantined,
      bytes,
    );
  }

  async #writeLeaves(): Promise<void> {
    if (this.#leaves.length === 0) return;
    const leaves = [...this.#leaves].sort((a, b) => a.position - b.position);
    const random = randomBytes(32 * leaves.length);
    const salts = leaves.map((_, index) => random.subarray(index * 32, index * 32 + 32));
    await execute(
      this.client,
      ADD_LEAVES,
      int8s(leaves.map((_, index) => this.#before.leaves + index)),
      int4s(leaves.map(({ kind }) => LEAF_KINDS.indexOf(kind))),
      byteas(leaves.map((leaf, index) => this.#hash(leaf, salts[index] ?? random))),
      byteas(salts),
      byteas(leaves.map(ownDigest)),
      int8s(leaves.map((leaf) => leaf.record ?? null)),
      int4s(leaves.map((leaf) => leaf.collection?.number ?? null)),
      int4s(leaves.map((leaf) => leaf.label?.id ?? null)),
      int8s(leaves.map((leaf) => leaf.parcel?.number ?? null)),
      this.policyEpoch,
      int8s(leaves.map((leaf) => leaf.position)),
    );
  }

  #hash(leaf: PendingLeaf, salt: Uint8Array): Uint8Array {
    const { kind, position, bytesDigest, contentDigest, collection, label, parcel } = leaf;
    return leafHash({
      kind,
      salt,
      position,
      policy: this.policyEpoch,
      ...(bytesDigest && { bytesDigest }),
      ...(contentDigest && { contentDigest }),
      ...(collection && { collection: uuidBytes(collection.id) }),
      ...(label && { labelDigest: label.digest }),
      ...(parcel && { parcel: uuidBytes(parcel.uuid) }),
    });
  }

  async #writeAudits(): Promise<void> {
    const audits = this.#audits;
    if (audits.length === 0) return;
    await execute(
      this.client,
      ADD_AUDITS,
      int8s(audits.map((_, index) => this.#before.audits + 1 + index)),
      this.now,
      texts(audits.map((audit) => audit.principal)),
      texts(audits.map((audit) => audit.organisation)),
      texts(audits.map((audit) => audit.action)),
      texts(audits.map((audit) => audit.subject)),
      texts(audits.map((audit) => audit.outcome)),
      texts(audits.map((audit) => JSON.stringify(audit.detail))),
    );
  }

  async #writeOutbox(): Promise<void> {
    const rows = this.#outbox;
    if (rows.length === 0) return;
    await execute(
      this.client,
      ADD_OUTBOX,
      texts(rows.map((row) => row.kind)),
      texts(rows.map((row) => row.subject)),
      texts(rows.map((row) => row.organisation)),
    );
  }

  async #writeSources(): Promise<void> {
    const sources = [...this.#sources.values()];
    if (sources.length === 0) return;
    await execute(
      this.client,
      ADD_SOURCES,
      int4s(sources.map((each) => each.collection)),
      int8s(sources.map((each) => each.object)),
      texts(sources.map((each) => each.kind)),
    );
  }

  async #writePairs(): Promise<void> {
    const pairs = [...this.#pairs.values()].filter(({ change }) => change !== 0);
    if (pairs.length === 0) return;
    await execute(
      this.client,
      COUNT_PAIRS,
      int4s(pairs.map((pair) => pair.collection)),
      int4s(pairs.map((pair) => pair.label)),
      int8s(pairs.map((pair) => pair.change)),
    );
  }
}

/**
 * What a record's row holds is not kept twice; but the row of an erased record takes the digest of
 * other bytes when the same content comes again.
 */
function ownDigest({ kind, record, bytesDigest }: PendingLeaf): Uint8Array | null {
  return record === undefined || kind === 'erasure' ? (bytesDigest ?? null) : null;
}

/** The 16 bytes of a UUID; of any other id, zeros, which no UUID in use has. */
export function uuidBytes(id: string): Uint8Array {
  const hex = id.replaceAll('-', '');
  return /^[0-9a-f]{32}$/i.test(hex) ? Buffer.from(hex, 'hex') : Buffer.alloc(16);
}
