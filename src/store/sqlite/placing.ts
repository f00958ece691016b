/**
 * How a record enters a collection: what is stored, what was there already, and what a source
 * that comes again with another label changes. Nobody changes what another has added.
 */
import type { InternedLabel } from '../label-book.ts';
import type { LeafKind } from '../log-leaf.ts';
import type { Cursor, ItemOutcome, PlacedRecord } from '../port.ts';
import { keyedSlot } from '../position.ts';
import type { Commit } from './commit.ts';
import type { Database } from './driver.ts';
import type { Member, Memberships } from './memberships.ts';
import type { ObjectRow, Records, StoredRecord } from './records.ts';
import { dueOf, type Repositioner, type ShelfKey } from './repositioning.ts';
import { Command, Query } from './rows.ts';

/** The parcel that is being stored, as its rows and leaves need it. */
export interface OpenParcel {
  readonly id: number;
  readonly uuid: Uint8Array;
  readonly organisation: string;
  /** Where a record of this format goes. */
  shelf(format: string): ShelfKey;
}

interface Placing {
  readonly parcel: OpenParcel;
  readonly item: PlacedRecord;
  readonly object: ObjectRow;
  readonly record: StoredRecord;
  readonly label: InternedLabel;
  readonly shelf: ShelfKey;
}

export class Placer {
  readonly #records: Records;
  readonly #memberships: Memberships;
  readonly #repositioner: Repositioner;
  readonly #tombstone: Query<[number]>;
  readonly #bury: Command;

  constructor(
    database: Database,
    parts: {
      readonly records: Records;
      readonly memberships: Memberships;
      readonly repositioner: Repositioner;
    },
  ) {
    this.#records = parts.records;
    this.#memberships = parts.memberships;
    this.#repositioner = parts.repositioner;
    this.#tombstone = new Query(
      database,
      `SELECT at FROM tombstone WHERE object = ? AND collection = ? AND content_digest = ?
         AND organisation = ?`,
    );
    this.#bury = new Command(
      database,
      `INSERT OR REPLACE INTO tombstone (object, collection, content_digest, organisation, at)
       VALUES (?, ?, ?, ?, ?)`,
    );
  }

  /** Stores one record; `stored` is its row, to which provenance is then added. */
  place(
    commit: Commit,
    parcel: OpenParcel,
    item: PlacedRecord,
  ): { readonly outcome: ItemOutcome; readonly stored: StoredRecord } {
    const { organisation } = parcel;
    const object = this.#records.object(commit, item.record.identity);
    const stored = this.#records.store(commit, object, item.record, organisation);
    const marking = this.#records.define(item.record, stored.id, organisation);
    if (marking !== null) {
      commit.ground.outbox({ kind: 'definition', subject: marking, organisation });
    }
    const label = commit.label(item.label);
    const shelf = parcel.shelf(item.record.identity.format);
    const outcome = this.#enter(commit, { parcel, item, object, record: stored, label, shelf });
    return { outcome, stored };
  }

  /** Leaves a stone where an organisation took something away, so that a re-post is explicit. */
  bury(
    commit: Commit,
    member: Pick<Member, 'object' | 'collection'>,
    contentDigest: Uint8Array,
    organisation: string,
  ): void {
    const { object, collection } = member;
    this.#bury.run(object, collection, contentDigest, organisation, commit.now);
  }

  #enter(commit: Commit, placing: Placing): ItemOutcome {
    const { parcel, object, record, label } = placing;
    const same = record.fresh ? [] : this.#membershipsOf(commit, placing);
    const own = same.find((member) =>
      this.#memberships.sources(commit, member.id).includes(parcel.organisation),
    );
    const alike = same.find((member) => member.label === label.id);
    if (alike !== undefined) return this.#join(commit, placing, alike, own);
    if (own !== undefined) return this.#relabel(commit, placing, own);
    const { position } = this.#add(commit, placing, 'record');
    // Whether others hold the same content is not for this source to learn from the outcome.
    const restored = !object.fresh && this.#wasBuried(placing);
    if (restored) return { kind: 'restored', position };
    return { kind: 'stored', position, conflict: record.conflict };
  }

  /** The content is there under this very label: the source is added to it. */
  #join(commit: Commit, placing: Placing, alike: Member, own: Member | undefined): ItemOutcome {
    const { organisation } = placing.parcel;
    const { preference } = placing.item;
    this.#memberships.addSource(commit, alike.id, organisation);
    if (preference < alike.preference) {
      this.#repositioner.raise(commit, this.#memberships.prefer(commit, alike, preference));
    }
    if (own === undefined || own.id === alike.id) return { kind: 'duplicate' };
    this.#leave(commit, own.id, organisation);
    this.#leaf(commit, placing, placing.record, commit.end, 'relabel');
    return { kind: 'relabelled', position: this.#memberships.positionOf(alike.id) };
  }

  /** The same source comes with another label: its membership changes, no other source's does. */
  #relabel(commit: Commit, placing: Placing, own: Member): ItemOutcome {
    const { parcel, label, record } = placing;
    if (this.#memberships.sources(commit, own.id).length > 1) {
      this.#memberships.removeSource(commit, own.id, parcel.organisation);
      const { position } = this.#add(commit, placing, 'relabel');
      return { kind: 'relabelled', position };
    }
    const place = this.#placeFor(commit, placing);
    this.#repositioner.relabelTo(commit, own, label, place);
    const { preference } = placing.item;
    // Only now: a relabel writes the bits that `own` was read with, which this changes.
    if (preference < own.preference) this.#memberships.prefer(commit, own, preference);
    this.#leaf(commit, placing, record, place, 'relabel');
    return { kind: 'relabelled', position: place.position };
  }

  #leave(commit: Commit, id: number, organisation: string): void {
    this.#memberships.removeSource(commit, id, organisation);
    if (this.#memberships.sources(commit, id).length > 0) return;
    const own = this.#memberships.get(commit, id);
    if (own === null) return;
    this.#memberships.remove(commit, own);
    this.#repositioner.raise(commit, this.#memberships.settle(commit, [own]));
  }

  #add(commit: Commit, placing: Placing, kind: LeafKind): Cursor {
    const { parcel, item, object, record, label, shelf } = placing;
    const { identity } = item.record;
    const place = this.#placeFor(commit, placing);
    this.#memberships.insert(commit, {
      collection: shelf.id,
      object: object.id,
      record: record.id,
      type: object.type,
      label: label.id,
      size: record.size,
      preference: item.preference,
      specVersion: identity.specVersion,
      version: identity.version,
      versionKey: identity.versionKey,
      place,
      organisation: parcel.organisation,
      due: dueOf(commit, label),
      gist: record.gist,
      alone: object.fresh,
    });
    this.#leaf(commit, placing, record, place, kind);
    return place;
  }

  #placeFor(commit: Commit, placing: Placing): Cursor {
    const { shelf, item, label } = placing;
    const { format, type, id, version } = item.record.identity;
    const slot = keyedSlot(commit.ground.secret, {
      collection: shelf.name,
      format,
      type,
      id,
      version,
      contentDigest: item.record.contentDigest,
      labelDigest: label.digest,
    });
    return commit.place(shelf.id, label.id, slot);
  }

  #leaf(
    commit: Commit,
    placing: Placing,
    record: StoredRecord,
    place: Cursor,
    kind: LeafKind,
  ): void {
    const { parcel, item, label, shelf } = placing;
    commit.leaf({
      kind,
      place,
      record: record.id,
      bytesDigest: record.bytesDigest,
      contentDigest: item.record.contentDigest,
      label,
      parcel,
      collection: shelf,
    });
  }

  #membershipsOf(commit: Commit, { shelf, item, object, record }: Placing): Member[] {
    const { specVersion, versionKey } = item.record.identity;
    return this.#memberships.ofRecordIn(commit, {
      object: object.id,
      collection: shelf.id,
      record: record.id,
      specVersion,
      versionKey,
    });
  }

  #wasBuried(placing: Placing): boolean {
    const { object, item, parcel, shelf } = placing;
    const { contentDigest } = item.record;
    const found = this.#tombstone.first(object.id, shelf.id, contentDigest, parcel.organisation);
    return found !== undefined;
  }
}
