/** Records as a viewer finds them: every visible version and variant, newest or oldest first. */
import type { Micros } from '../../core/clock.ts';
import { CONTEST, compareVersions } from '../match.ts';
import type { Cursor, RecordPage, RecordQuery, RecordView, Viewer } from '../port.ts';
import { collectionOf } from '../shelf-name.ts';
import { shownVersion } from '../version.ts';
import { ContenderReader, type Seen } from './contenders.ts';
import type { Database } from './driver.ts';
import { compareHeads, Finder, isWalk } from './finder.ts';
import { type Head, HeadReader, type HeadSource, LAST_TIE, type Order } from './heads.ts';
import { choosePlan } from './plan.ts';
import { Query } from './rows.ts';
import type { Shelves } from './shelf.ts';
import type { Snapshots, ViewedSnapshot } from './snapshot.ts';
import { indexQuery } from './words.ts';

/** A record view whose handle is made where it is given out. */
export type FoundRecord = Omit<RecordView, 'handle'> & {
  readonly membership: number;
  readonly own: boolean;
};
export interface FoundRecords extends Omit<RecordPage, 'records'> {
  readonly records: readonly FoundRecord[];
  /** The viewer's own organisation, as the house has it. */
  readonly organisation: string;
}

type Details = [
  id: string,
  format: number,
  collection: number,
  version: string,
  since: number,
  title: string,
  withdrawn: number,
  bytes: Uint8Array | null,
  own: number,
];

/** Labels that are named in a full-text query; with more, rows are looked at one by one. */
const NAMED_LABELS = 64;
const BATCH = 4_096;

export class RecordList {
  readonly #snapshots: Snapshots;
  readonly #shelves: Shelves;
  readonly #contenders: ContenderReader;
  readonly #heads: Readonly<Record<Order, HeadReader>>;
  readonly #finders: Readonly<Record<Order, Finder>>;
  readonly #details: Query<Details>;

  constructor(database: Database, snapshots: Snapshots, shelves: Shelves) {
    this.#snapshots = snapshots;
    this.#shelves = shelves;
    this.#contenders = new ContenderReader(database, snapshots.terms);
    this.#heads = {
      oldest: new HeadReader(database, 'oldest'),
      newest: new HeadReader(database, 'newest'),
    };
    this.#finders = {
      oldest: new Finder(database, 'oldest'),
      newest: new Finder(database, 'newest'),
    };
    this.#details = new Query(
      database,
      `SELECT o.name, o.format, m.collection, r.version, m.since, r.title, r.withdrawn, r.bytes,
         EXISTS (SELECT 1 FROM contribution c WHERE c.membership = m.id AND c.organisation = ?)
       FROM json_each(?) k CROSS JOIN membership m ON m.id = k.value
       CROSS JOIN record r ON r.id = m.record CROSS JOIN object o ON o.id = m.object`,
    );
  }

  records(viewer: Viewer, query: RecordQuery, now: Micros): FoundRecords {
    return this.#snapshots.view(viewer, now, (snapshot) => {
      const collections = this.#shelvesOf(snapshot, query);
      const found = isWalk(query)
        ? this.#walk(snapshot, query, collections)
        : this.#find(snapshot, query, collections);
      const heads = found.slice(0, query.limit);
      const last = heads.at(-1);
      return {
        records: this.#views(snapshot, heads),
        more: found.length > heads.length,
        ...(last === undefined ? {} : { last: { position: last.position, tie: last.tie } }),
        organisation: snapshot.principal.organisation,
      };
    });
  }

  /** Position of the newest membership of a shelf that is visible. */
  newest(snapshot: ViewedSnapshot, collection: number): Micros | null {
    const query = { collections: [], order: 'newest', limit: 1 } as const;
    return this.#walk(snapshot, query, [collection])[0]?.position ?? null;
  }

  /** Numbers of the shelves to look on. */
  #shelvesOf(snapshot: ViewedSnapshot, { collections, formats }: RecordQuery): number[] {
    const names = collections.length === 0 ? [...snapshot.readable] : [...new Set(collections)];
    return names.flatMap((name) => snapshot.shelves(name, formats).map(({ id }) => id));
  }

  /** One row more than the limit, where there are as many. */
  #walk(snapshot: ViewedSnapshot, query: RecordQuery, collections: readonly number[]): Head[] {
    const type = query.type === undefined ? null : this.#snapshots.terms.find(query.type);
    if (query.type !== undefined && type === null) return [];
    const { house, view } = snapshot;
    const found = collections.flatMap((collection) => {
      const shelf = this.#shelves.viewed(collection, house, view, this.#snapshots.labels.book);
      if (shelf.labels.length === 0) return [];
      const plan = choosePlan(shelf, type === null ? null : [type], query.limit + 1);
      const source = this.#heads[query.order].planned(collection, plan);
      return collect(snapshot, query, source, type);
    });
    return found.sort(compareHeads(query.order)).slice(0, query.limit + 1);
  }

  #find(snapshot: ViewedSnapshot, query: RecordQuery, collections: readonly number[]): Head[] {
    const type = query.type === undefined ? null : this.#snapshots.terms.find(query.type);
    if (query.type !== undefined && type === null) return [];
    const { id = null, text = null, value = null, pointsAt = null } = query;
    let index: string | null = null;
    if (text !== null || value !== null || pointsAt !== null) {
      const labels = this.#namedLabels(snapshot, collections);
      index = indexQuery({ text, value, pointsAt, labels });
      if (index === null) return [];
    }
    const finder = this.#finders[query.order];
    const source: HeadSource = (after, count) =>
      finder.find({ id, index }, collections, after, count);
    return collect(snapshot, query, source, type);
  }

  /** The viewer's labels in these collections, where they are few enough to be named. */
  #namedLabels(snapshot: ViewedSnapshot, collections: readonly number[]): number[] | null {
    const { house, view } = snapshot;
    const labels = new Set<number>();
    for (const collection of collections) {
      const shelf = this.#shelves.viewed(collection, house, view, this.#snapshots.labels.book);
      for (const label of shelf.labels) labels.add(label);
      if (labels.size > NAMED_LABELS) return null;
    }
    return [...labels];
  }

  #views(snapshot: ViewedSnapshot, heads: readonly Head[]): FoundRecord[] {
    if (heads.length === 0) return [];
    const organisation = this.#snapshots.terms.find(snapshot.principal.organisation) ?? -1;
    const keys = `[${heads.map((head) => head.membership).join()}]`;
    const details = this.#details.all(organisation, keys);
    const variants = this.#variants(snapshot, heads, details);
    return heads.map((head, i) => this.#view(head, details[i] as Details, variants[i] ?? 0));
  }

  #view(head: Head, details: Details, variants: number): FoundRecord {
    const [id, format, collection, version, since, title] = details;
    const [withdrawn, bytes, own] = details.slice(6) as [number, Uint8Array | null, number];
    const { terms, collections, labels } = this.#snapshots;
    const label = labels.book.get(head.label)?.label;
    if (label === undefined) throw new Error(`label ${head.label} is not in the book`);
    return {
      membership: head.membership,
      own: own === 1,
      format: terms.text(format),
      id,
      type: terms.text(head.type),
      specVersion: terms.text(head.spec),
      version: shownVersion(version, since),
      title,
      label,
      collection: collectionOf(collections.text(collection)),
      added: head.position,
      bytes: bytes ?? new Uint8Array(),
      variants,
      withdrawn: withdrawn === 1,
    };
  }

  /** For each head, how many other visible variants of its version stand in its collection. */
  #variants(
    snapshot: ViewedSnapshot,
    heads: readonly Head[],
    details: readonly Details[],
  ): number[] {
    const counts = heads.map(() => 0);
    const byCollection = new Map<number, number[]>();
    for (const [i, row] of details.entries()) {
      byCollection.set(row[2], [...(byCollection.get(row[2]) ?? []), i]);
    }
    for (const [collection, indexes] of byCollection) {
      const objects = new Set(indexes.map((i) => (heads[i] as Head).object));
      const visible = this.#contenders.visible(collection, objects, snapshot.view);
      for (const i of indexes) {
        const { object, membership } = heads[i] as Head;
        counts[i] = variantsOf(membership, visible.get(object) ?? []);
      }
    }
    return counts;
  }
}

function variantsOf(membership: number, visible: readonly Seen[]): number {
  const own = visible.find((each) => each.id === membership);
  if (own === undefined) return 0;
  const same = visible.filter(
    (each) => each.specVersion === own.specVersion && compareVersions(each, own) === 0,
  );
  return same.length - 1;
}

/** Visible heads of this type from a source, one more than the limit where there are as many. */
function collect(
  snapshot: ViewedSnapshot,
  query: RecordQuery,
  source: HeadSource,
  type: number | null,
): Head[] {
  const found: Head[] = [];
  let after: Cursor = query.after ?? (query.order === 'newest' ? END : START);
  let count = query.limit + 1;
  for (;;) {
    const batch = source(after, count);
    for (const head of batch.heads) {
      if (type !== null && head.type !== type) continue;
      const embargoed = (head.contest & CONTEST.embargo) !== 0;
      if (snapshot.view.admits(head.label, embargoed)) found.push(head);
    }
    if (batch.complete || found.length > query.limit) return found.slice(0, query.limit + 1);
    after = batch.heads.at(-1) ?? after;
    count = Math.min(BATCH, count * 4);
  }
}

const START: Cursor = { position: -1, tie: 0 };
const END: Cursor = { position: Number.MAX_SAFE_INTEGER, tie: LAST_TIE };
