/** What operating a house reads: its state, its trail, its parcels; never a record for a viewer. */
import { CybexError } from '../../core/error.ts';
import type { Issue } from '../../core/issue.ts';
import type {
  AuditRow,
  Directory,
  HouseState,
  Parcel,
  QuarantineRow,
  Relabelling,
  StatusRecord,
} from '../port.ts';
import { collectionOf } from '../shelf-name.ts';
import { decodeSkeleton } from '../skeleton.ts';
import type { Database } from './driver.ts';
import { SCHEMA } from './migrate.ts';
import { objectHash } from './object-hash.ts';
import { Query } from './rows.ts';
import type { Snapshots } from './snapshot.ts';
import { indexQuery } from './words.ts';

type ParcelTuple = [
  number,
  string,
  string,
  string,
  string,
  string,
  string | null,
  string | null,
  Parcel['status'],
  Uint8Array | null,
  number | null,
  number,
  number,
  number,
  number,
];
type AuditTuple = [number, number, string, string, string, string, AuditRow['outcome'], string];
type QuarantineTuple = [number, string, number, string, string, string, Uint8Array, string];
type RelabellingTuple = [number, number, number, number, number, Uint8Array | null, string];

const RELABELLING = `m.id, m.collection, m.label, m.preference, o.format, r.bytes,
  (SELECT json_group_array(t.text) FROM contribution c JOIN term t ON t.id = c.organisation
   WHERE c.membership = m.id)`;

const OF_OBJECT = `SELECT ${RELABELLING}
  FROM object o INDEXED BY object_hash
  CROSS JOIN membership m INDEXED BY membership_object
    ON m.object = o.id AND m.collection = ?
  CROSS JOIN record r ON r.id = m.record
  WHERE o.hash = ? AND o.name = ? ORDER BY m.id`;

export class Inspection {
  readonly #snapshots: Snapshots;
  readonly #quarantined: Query<[number]>;
  readonly #memberships: Query<[number | null]>;
  readonly #status: Query<[string]>;
  readonly #parcel: Query<ParcelTuple>;
  readonly #skeleton: Query<[Uint8Array]>;
  readonly #pieces: Query<[number, Uint8Array | null]>;
  readonly #quarantine: Query<QuarantineTuple>;
  readonly #audit: Query<AuditTuple>;
  readonly #definitions: Query<[string, Uint8Array | null]>;
  readonly #referrers: Query<RelabellingTuple>;
  readonly #members: Query<RelabellingTuple>;
  readonly #ofObject: Query<RelabellingTuple>;
  readonly #kept: Query<[string, string]>;

  constructor(database: Database, snapshots: Snapshots) {
    this.#snapshots = snapshots;
    this.#quarantined = new Query(database, 'SELECT count(*) FROM refused');
    this.#memberships = new Query(database, 'SELECT sum(members) FROM stock WHERE axis = 0');
    this.#status = new Query(database, 'SELECT body FROM status WHERE id = ?');
    this.#parcel = new Query(
      database,
      `SELECT received, media_type, principal, organisation, channel, collection, unmarked,
         source, status, digest, size, chunks, stored, duplicate, failed
       FROM parcel WHERE uuid = ?`,
    );
    const chunk = '(SELECT id FROM parcel WHERE uuid = ?1) AND';
    this.#skeleton = new Query(
      database,
      `SELECT skeleton FROM chunk WHERE parcel = ${chunk} sequence = ?2`,
    );
    this.#pieces = new Query(
      database,
      `SELECT v.ordinal, nullif(coalesce(v.bytes, r.bytes), x'')
         FROM provenance v JOIN record r ON r.id = v.record
         WHERE v.parcel = ${chunk} v.sequence = ?2
       UNION ALL
       SELECT ordinal, bytes FROM refused WHERE parcel = ${chunk} sequence = ?2
       ORDER BY 1`,
    );
    this.#quarantine = new Query(
      database,
      `SELECT q.id, p.uuid, p.received, p.organisation, q.path, q.object_id, q.bytes, q.issues
       FROM refused q JOIN parcel p ON p.id = q.parcel WHERE q.id > ? ORDER BY q.id LIMIT ?`,
    );
    this.#audit = new Query(
      database,
      `SELECT id, at, principal, organisation, action, subject, outcome, detail FROM audit
       WHERE id > ? ORDER BY id LIMIT ?`,
    );
    this.#definitions = new Query(
      database,
      `SELECT d.marking, r.bytes FROM json_each(?) k CROSS JOIN json_each(?) o
       CROSS JOIN definition d ON d.marking = k.value AND d.organisation = o.value
       CROSS JOIN record r ON r.id = d.record ORDER BY o.key DESC`,
    );
    this.#referrers = new Query(
      database,
      `SELECT ${RELABELLING}
       FROM search s CROSS JOIN membership m ON m.id = s.rowid
       CROSS JOIN record r ON r.id = m.record CROSS JOIN object o ON o.id = r.object
       WHERE s.search MATCH ? AND s.rowid > ? ORDER BY s.rowid LIMIT ?`,
    );
    this.#members = new Query(
      database,
      `SELECT ${RELABELLING}
       FROM membership m JOIN record r ON r.id = m.record JOIN object o ON o.id = m.object
       WHERE +m.collection IN (SELECT value FROM json_each(?)) AND m.id > ?
       ORDER BY m.id LIMIT ?`,
    );
    this.#ofObject = new Query(database, OF_OBJECT);
    // Names that start with a prefix are those from it up to its last character plus one.
    this.#kept = new Query(
      database,
      'SELECT name, value FROM kept WHERE name >= ?1 AND substr(name, 1, length(?1)) = ?1',
    );
  }

  directory(): Directory {
    return this.#snapshots.take(0, (snapshot) => snapshot.directory);
  }

  policyEpoch(): number {
    return this.#snapshots.take(0, (snapshot) => snapshot.house.policyEpoch);
  }

  state(): HouseState {
    return this.#snapshots.take(0, ({ house }) => ({
      id: house.id,
      schema: SCHEMA,
      feedEpoch: house.feedEpoch,
      policyEpoch: house.policyEpoch,
      lastPosition: house.lastPosition,
      records: house.records,
      memberships: this.#memberships.first()?.[0] ?? 0,
      quarantined: this.#quarantined.first()?.[0] ?? 0,
      leaves: house.nextLeaf,
      bytes: house.bytes,
    }));
  }

  status(id: string): StatusRecord | null {
    const row = this.#status.first(id);
    return row === undefined ? null : (JSON.parse(row[0]) as StatusRecord);
  }

  parcel(id: string): Parcel | null {
    const row = this.#parcel.first(id);
    if (row === undefined) return null;
    const [received, mediaType, principal, organisation, channel, collection] = row;
    const [unmarkedTlp, source, status, digest, size] = row.slice(6, 11) as [
      string | null,
      string | null,
      Parcel['status'],
      Uint8Array | null,
      number | null,
    ];
    const [chunks, stored, duplicate, failed] = row.slice(11) as [number, number, number, number];
    return {
      id,
      received,
      mediaType,
      principal,
      organisation,
      channel,
      collection,
      ...(unmarkedTlp === null ? {} : { unmarkedTlp }),
      ...(source === null ? {} : { source }),
      status,
      ...(digest === null ? {} : { digest }),
      ...(size === null ? {} : { size }),
      chunks,
      stored,
      duplicate,
      failed,
    };
  }

  /** Bytes of one chunk of a delivery; null when there is no such chunk. */
  chunk(parcel: string, sequence: number): Uint8Array | null {
    const row = this.#skeleton.first(parcel, sequence);
    if (row === undefined) return null;
    const { gaps, closing } = decodeSkeleton(row[0]);
    const pieces = new Map(this.#pieces.all(parcel, sequence));
    const parts = gaps.flatMap((gap, ordinal) => {
      const bytes = pieces.get(ordinal) ?? null;
      if (bytes !== null) return [gap, bytes];
      throw new CybexError('absent', 'a part of this delivery has been erased or has expired');
    });
    return Buffer.concat(closing === undefined ? parts : [...parts, closing]);
  }

  quarantine(limit: number, after: number): QuarantineRow[] {
    return this.#quarantine.all(after, limit).map((tuple) => {
      const [row, parcel, received, organisation, path, id, bytes, issues] = tuple;
      const read = JSON.parse(issues) as Issue[];
      return { row, parcel, received, organisation, path, id, bytes, issues: read };
    });
  }

  auditTrail(after: number, limit: number): AuditRow[] {
    return this.#audit.all(after, limit).map((tuple) => {
      const [id, at, principal, organisation, action, subject, outcome, detail] = tuple;
      const read = JSON.parse(detail) as Record<string, unknown>;
      return { id, at, principal, organisation, action, subject, outcome, detail: read };
    });
  }

  definitions(ids: readonly string[], organisations: readonly string[]): Map<string, Uint8Array> {
    const found = new Map<string, Uint8Array>();
    const rows = this.#definitions.all(JSON.stringify(ids), JSON.stringify(organisations));
    // The organisation that is named first has the last word.
    for (const [marking, bytes] of rows) if (bytes !== null) found.set(marking, bytes);
    return found;
  }

  referrers(marking: string, after: number, limit: number): Relabelling[] {
    const sought = { text: null, value: null, pointsAt: marking, labels: null };
    const index = indexQuery(sought);
    return this.#relabellings(() => this.#referrers.all(index, after, limit));
  }

  members(collection: string, after: number, limit: number): Relabelling[] {
    return this.#relabellings(() => {
      const shelves = this.#snapshots.collections.of(collection).map(({ id }) => id);
      return this.#members.all(JSON.stringify(shelves), after, limit);
    });
  }

  ofObject(collection: string, format: string, id: string): Relabelling[] {
    return this.#relabellings(() => {
      const [shelf] = this.#snapshots.collections.of(collection, [format]);
      return shelf === undefined ? [] : this.#ofObject.all(shelf.id, objectHash(id), id);
    });
  }

  kept(prefix: string): Map<string, unknown> {
    return new Map(this.#kept.all(prefix).map(([name, value]) => [name, JSON.parse(value)]));
  }

  #relabellings(read: () => RelabellingTuple[]): Relabelling[] {
    const { terms, collections, labels } = this.#snapshots;
    return this.#snapshots.take(0, ({ house }) => {
      labels.bringUpTo(house.labels);
      return read().map(([membership, collection, label, preference, format, bytes, said]) => {
        const sources = JSON.parse(said) as string[];
        const known = labels.book.get(label)?.label;
        if (known === undefined) throw new Error(`label ${label} is not in the book`);
        return {
          membership,
          collection: collectionOf(collections.text(collection)),
          label: known,
          // What everyone may see names no owner: one of its sources answers for it.
          owner: known.owner === '' ? (sources[0] ?? '') : known.owner,
          preference: preference as 0 | 1 | 2,
          bytes: bytes ?? new Uint8Array(),
          format: terms.text(format),
          sources,
        };
      });
    });
  }
}
