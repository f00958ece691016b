/** Pages of a collection: bodies joined within the database, or the rows of a manifest. */
import type { Micros } from '../../core/clock.ts';
import { LIMITS } from '../../core/limits.ts';
import { compileMatch } from '../match.ts';
import type {
  ManifestPage,
  ManifestRow,
  ObjectPage,
  PageHead,
  PageQuery,
  Viewer,
} from '../port.ts';
import { shownVersion } from '../version.ts';
import { ContenderReader } from './contenders.ts';
import type { Database } from './driver.ts';
import { type Head, HeadReader } from './heads.ts';
import { JOINED, type PlainPage, PlainPages } from './plain.ts';
import { Query } from './rows.ts';
import { type Selection, Selector, startOf } from './selection.ts';
import type { Shelves, ViewedShelf } from './shelf.ts';
import type { Snapshots, ViewedSnapshot } from './snapshot.ts';

type ManifestTuple = [id: string, format: number, spec: number, version: string, since: number];

export class Pages {
  readonly #snapshots: Snapshots;
  readonly #shelves: Shelves;
  readonly #selector: Selector;
  readonly #plain: PlainPages;
  readonly #bodies: Query<[body: Uint8Array | null, validator: string | null]>;
  readonly #rows: Query<ManifestTuple>;

  constructor(database: Database, snapshots: Snapshots, shelves: Shelves) {
    this.#snapshots = snapshots;
    this.#shelves = shelves;
    const contenders = new ContenderReader(database, snapshots.terms);
    this.#selector = new Selector(new HeadReader(database), contenders, snapshots.terms);
    this.#plain = new PlainPages(database);
    // json_each gives its values in order, and CROSS JOIN keeps it the outer loop.
    this.#bodies = new Query(
      database,
      `SELECT ${JOINED}
       FROM json_each(?) k CROSS JOIN record r ON r.id = k.value`,
    );
    this.#rows = new Query(
      database,
      `SELECT o.name, o.format, m.spec, r.version, m.since
       FROM json_each(?) k CROSS JOIN membership m ON m.id = k.value
       CROSS JOIN record r ON r.id = m.record CROSS JOIN object o ON o.id = m.object`,
    );
  }

  objects(viewer: Viewer, query: PageQuery, now: Micros): ObjectPage {
    return this.#snapshots.view(viewer, now, (snapshot) => {
      const plain = this.#plainPage(snapshot, query);
      if (plain !== null) return { ...plain, ...epochsOf(snapshot, query) };
      const selection = this.#select(snapshot, query);
      const records = selection.heads.map((head) => head.record);
      const joined = records.length === 0 ? null : this.#bodies.first(`[${records.join()}]`);
      const body = joined?.[0] ?? new Uint8Array();
      return { ...headOf(snapshot, query, selection), body, validator: joined?.[1] ?? '' };
    });
  }

  manifest(viewer: Viewer, query: PageQuery, now: Micros): ManifestPage {
    return this.#snapshots.view(viewer, now, (snapshot) => {
      const selection = this.#select(snapshot, query);
      const keys = `[${selection.heads.map((head) => head.membership).join()}]`;
      const tuples = this.#rows.all(keys);
      const rows = tuples.map((tuple, i) => this.#row(tuple, selection.heads[i] as Head));
      return { ...headOf(snapshot, query, selection), rows };
    });
  }

  #plainPage(snapshot: ViewedSnapshot, query: PageQuery): PlainPage | null {
    const collection = snapshot.shelf(query.collection, query.format);
    if (collection === null || !this.#shelf(snapshot, collection).whole) return null;
    const match = compileMatch(query.match);
    const maxBytes = query.maxBytes ?? LIMITS.taxii.pageBytes;
    const { limit } = query;
    return this.#plain.page({ collection, match, after: startOf(query), limit, maxBytes });
  }

  #select(snapshot: ViewedSnapshot, query: PageQuery): Selection {
    const collection = snapshot.shelf(query.collection, query.format);
    if (collection === null) return { heads: [], more: false };
    const shelf = this.#shelf(snapshot, collection);
    return this.#selector.select({ collection, query, shelf, view: snapshot.view });
  }

  #shelf({ house, view }: ViewedSnapshot, collection: number): ViewedShelf {
    return this.#shelves.viewed(collection, house, view, this.#snapshots.labels.book);
  }

  #row([id, format, spec, version, since]: ManifestTuple, head: Head): ManifestRow {
    return {
      id,
      version: shownVersion(version, since),
      added: head.position,
      format: this.#snapshots.terms.text(format),
      specVersion: this.#snapshots.terms.text(spec),
    };
  }
}

function headOf(snapshot: ViewedSnapshot, query: PageQuery, { heads, more }: Selection): PageHead {
  const first = heads[0];
  const last = heads.at(-1);
  return {
    count: heads.length,
    more,
    ...(first === undefined ? {} : { first: first.position }),
    ...(last === undefined ? {} : { last: { position: last.position, tie: last.tie } }),
    ...epochsOf(snapshot, query),
  };
}

function epochsOf(snapshot: ViewedSnapshot, { collection }: PageQuery) {
  return {
    feedEpoch: snapshot.house.feedEpoch,
    viewEpoch: snapshot.viewEpoch(collection),
  };
}
