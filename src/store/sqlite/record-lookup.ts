/** Counts, conflicts, and what a deletion may touch, of what a viewer sees. */
import type { Micros } from '../../core/clock.ts';
import type { LabelView } from '../label-view.ts';
import { CONTEST, chosen, compileMatch } from '../match.ts';
import type { CollectionCount, Match, Viewer } from '../port.ts';
import { collectionOf } from '../shelf-name.ts';
import { ContenderReader } from './contenders.ts';
import type { Database } from './driver.ts';
import type { ShelfRow } from './interned.ts';
import { objectHash } from './object-hash.ts';
import type { RecordList } from './record-list.ts';
import { Query } from './rows.ts';
import type { Shelves, ViewedShelf } from './shelf.ts';
import type { Snapshots, ViewedSnapshot } from './snapshot.ts';
import { AXIS } from './stock.ts';

/** What a handle is made of, where it is given out. */
export interface FoundHandle {
  readonly membership: number;
  readonly organisation: string;
  readonly own: boolean;
}

/** What a deletion names. */
export interface Asked {
  readonly collection: string;
  readonly format?: string | undefined;
  readonly id: string;
  readonly match: Match;
}

export interface FoundConflict {
  readonly id: string;
  readonly version: string;
  readonly variants: number;
}

type ConflictRow = [
  collection: number,
  label: number,
  contest: number,
  record: number,
  creator: string,
  version: string,
  name: string,
  sources: string,
];

interface Counted {
  readonly position: Micros;
  readonly generation: number;
  readonly objects: number;
}

export class RecordLookup {
  readonly #snapshots: Snapshots;
  readonly #shelves: Shelves;
  readonly #list: RecordList;
  readonly #contenders: ContenderReader;
  readonly #objects: Query<[id: number, type: number]>;
  readonly #own: Query<[number]>;
  readonly #stock: Query<[key: number, members: number, heads: number]>;
  readonly #distinct: Query<[number]>;
  readonly #contradictions: Query<[object: number, versionKey: string]>;
  readonly #conflict: Query<ConflictRow>;
  #counted = new WeakMap<LabelView, Map<number, Counted>>();

  constructor(database: Database, snapshots: Snapshots, shelves: Shelves, list: RecordList) {
    this.#snapshots = snapshots;
    this.#shelves = shelves;
    this.#list = list;
    this.#contenders = new ContenderReader(database, snapshots.terms);
    this.#objects = new Query(database, 'SELECT id, type FROM object WHERE hash = ? AND name = ?');
    this.#own = new Query(
      database,
      'SELECT 1 FROM contribution WHERE membership = ? AND organisation = ?',
    );
    this.#stock = new Query(
      database,
      `SELECT key, members, heads FROM stock WHERE collection = ? AND axis = ${AXIS.label}`,
    );
    this.#distinct = new Query(
      database,
      `SELECT count(DISTINCT object) FROM membership WHERE collection = ?
         AND label IN (SELECT value FROM json_each(?))
         AND (contest & ${CONTEST.embargo} = 0 OR label IN (SELECT value FROM json_each(?)))`,
    );
    this.#contradictions = new Query(
      database,
      `SELECT object, version_key FROM conflict WHERE (object, version_key) > (?, ?)
       ORDER BY object, version_key LIMIT 256`,
    );
    this.#conflict = new Query(
      database,
      `SELECT m.collection, m.label, m.contest, m.record, r.creator, r.version, o.name,
         (SELECT json_group_array(organisation) FROM contribution c WHERE c.membership = m.id)
       FROM membership m INDEXED BY membership_object
       JOIN record r ON r.id = m.record JOIN object o ON o.id = m.object
       WHERE m.object = ? AND r.version_key = ?`,
    );
  }

  authorise(viewer: Viewer, asked: Asked, now: Micros): FoundHandle[] {
    return this.#snapshots.view(viewer, now, (snapshot) => {
      const { collection: name, format, id, match } = asked;
      const collection = snapshot.shelf(name, format);
      const compiled = compileMatch(match);
      if (collection === null || compiled.ids?.has(id) === false) return [];
      const { terms } = this.#snapshots;
      const objects = this.#objects
        .all(objectHash(id), id)
        .filter(([, type]) => compiled.types === null || compiled.types.has(terms.text(type)))
        .map(([object]) => object);
      const visible = this.#contenders.visible(collection, objects, snapshot.view);
      const found = [...visible.values()].flatMap((rows) => [...chosen(rows, compiled, 'every')]);
      const { organisation } = snapshot.principal;
      const term = organisation === '' ? null : terms.find(organisation);
      const isOwn = (membership: number) =>
        term !== null && this.#own.first(membership, term) !== undefined;
      return found.map((membership) => ({
        membership,
        organisation,
        own: isOwn(membership),
      }));
    });
  }

  counts(viewer: Viewer, collections: readonly string[], now: Micros): CollectionCount[] {
    return this.#snapshots.view(viewer, now, (snapshot) =>
      collections.map((collection) => {
        const formats: Record<string, number> = {};
        let [objects, newest] = [0, -1];
        for (const { id, format } of byFormat(snapshot.shelves(collection))) {
          const position = this.#list.newest(snapshot, id);
          if (position === null) continue;
          formats[format] = this.#count(snapshot, id);
          objects += formats[format];
          newest = Math.max(newest, position);
        }
        return { collection, objects, formats, ...(newest < 0 ? {} : { newest }) };
      }),
    );
  }

  conflicts(viewer: Viewer, limit: number, now: Micros): FoundConflict[] {
    return this.#snapshots.view(viewer, now, (snapshot) => {
      const found: FoundConflict[] = [];
      let [object, key] = [-1, ''];
      for (;;) {
        const rows = this.#contradictions.all(object, key);
        for (const row of rows) {
          [object, key] = row;
          const conflict = this.#visibleConflict(snapshot, object, key);
          if (conflict !== null) found.push(conflict);
          if (found.length >= limit) return found;
        }
        if (rows.length === 0) return found;
      }
    });
  }

  #count(snapshot: ViewedSnapshot, collection: number): number {
    const { house, view } = snapshot;
    const shelf = this.#shelves.viewed(collection, house, view, this.#snapshots.labels.book);
    const counted = this.#counted.get(view)?.get(collection);
    if (counted?.position === house.lastPosition && counted.generation === view.generation) {
      return counted.objects;
    }
    const objects =
      this.#countByStock(collection, shelf) ?? this.#countOneByOne(collection, shelf, view);
    const known = this.#counted.get(view) ?? new Map<number, Counted>();
    known.set(collection, { position: house.lastPosition, generation: view.generation, objects });
    this.#counted.set(view, known);
    return objects;
  }

  /**
   * Each object has one membership above all others. Where all are seen those are counted; where
   * only such are seen, each is an object of its own. Null where neither holds.
   */
  #countByStock(collection: number, shelf: ViewedShelf): number | null {
    if (shelf.timed) return null;
    const visible = new Set(shelf.labels);
    let [members, heads] = [0, 0];
    for (const [label, labelMembers, labelHeads] of this.#stock.all(collection)) {
      if (!visible.has(label)) continue;
      members += labelMembers;
      heads += labelHeads;
    }
    return shelf.whole || members === heads ? heads : null;
  }

  #countOneByOne(collection: number, shelf: ViewedShelf, view: LabelView): number {
    const owned = shelf.labels.filter((label) => view.owns(label));
    const [labels, own] = [JSON.stringify(shelf.labels), JSON.stringify(owned)];
    return this.#distinct.first(collection, labels, own)?.[0] ?? 0;
  }

  /** A contradiction counts where both sides of it are seen, and only with what is seen. */
  #visibleConflict(
    snapshot: ViewedSnapshot,
    object: number,
    versionKey: string,
  ): FoundConflict | null {
    const { collections } = this.#snapshots;
    const rows = this.#conflict.all(object, versionKey).filter(([collection, label, contest]) => {
      const embargoed = (contest & CONTEST.embargo) !== 0;
      const readable = snapshot.readable.has(collectionOf(collections.text(collection)));
      return readable && snapshot.view.admits(label, embargoed);
    });
    const contradicting = new Set<number>();
    for (const said of saidBy(rows).values()) {
      if (said.size > 1) for (const record of said) contradicting.add(record);
    }
    const [first] = rows;
    if (first === undefined || contradicting.size < 2) return null;
    return { id: first[6], version: first[5], variants: contradicting.size };
  }
}

/** The order in which shelves appeared would tell which format came first, seen or unseen. */
function byFormat(shelves: readonly ShelfRow[]): ShelfRow[] {
  return [...shelves].sort((a, b) => (a.format < b.format ? -1 : 1));
}

/** What each creator, and each source, says: records by who said them. */
function saidBy(rows: readonly ConflictRow[]): Map<string, Set<number>> {
  const said = new Map<string, Set<number>>();
  const add = (who: string, record: number) => {
    const records = said.get(who) ?? new Set();
    said.set(who, records.add(record));
  };
  for (const [, , , record, creator, , , sources] of rows) {
    if (creator !== '') add(`creator ${creator}`, record);
    for (const source of JSON.parse(sources) as number[]) add(`source ${source}`, record);
  }
  return said;
}
