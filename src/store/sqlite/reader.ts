/** The reading half of a SQLite house, synchronous: one per reading connection. */
import type { Micros } from '../../core/clock.ts';
import type {
  CollectionCount,
  ManifestPage,
  ObjectPage,
  PageQuery,
  RecordQuery,
  Sees,
  Viewer,
} from '../port.ts';
import type { Database } from './driver.ts';
import { Pages } from './pages.ts';
import { type FoundRecords, RecordList } from './record-list.ts';
import { type Asked, type FoundConflict, type FoundHandle, RecordLookup } from './record-lookup.ts';
import { Shelves } from './shelf.ts';
import { Snapshots } from './snapshot.ts';

export class SqliteReader {
  readonly snapshots: Snapshots;
  readonly #pages: Pages;
  readonly #list: RecordList;
  readonly #lookup: RecordLookup;

  constructor(database: Database, sees: Sees) {
    this.snapshots = new Snapshots(database, sees);
    const shelves = new Shelves(database);
    this.#pages = new Pages(database, this.snapshots, shelves);
    this.#list = new RecordList(database, this.snapshots, shelves);
    this.#lookup = new RecordLookup(database, this.snapshots, shelves, this.#list);
  }

  objects(viewer: Viewer, query: PageQuery, now: Micros): ObjectPage {
    return this.#pages.objects(viewer, query, now);
  }

  manifest(viewer: Viewer, query: PageQuery, now: Micros): ManifestPage {
    return this.#pages.manifest(viewer, query, now);
  }

  records(viewer: Viewer, query: RecordQuery, now: Micros): FoundRecords {
    return this.#list.records(viewer, query, now);
  }

  authorise(viewer: Viewer, asked: Asked, now: Micros): FoundHandle[] {
    return this.#lookup.authorise(viewer, asked, now);
  }

  counts(viewer: Viewer, collections: readonly string[], now: Micros): CollectionCount[] {
    return this.#lookup.counts(viewer, collections, now);
  }

  conflicts(viewer: Viewer, limit: number, now: Micros): FoundConflict[] {
    return this.#lookup.conflicts(viewer, limit, now);
  }
}
