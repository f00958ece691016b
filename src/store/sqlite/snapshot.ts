/**
 * One reader's look at the house: everything of one answer is read in one transaction, and who the
 * viewer is, and what it may see, is decided by what that transaction sees.
 */
import type { Micros } from '../../core/clock.ts';
import type { Principal } from '../../core/principal.ts';
import { mayRead, resolvePrincipal, viewEpoch } from '../access.ts';
import { type LabelView, LabelViews } from '../label-view.ts';
import type { Directory, Sees, Viewer } from '../port.ts';
import { shelfName } from '../shelf-name.ts';
import { DirectoryTable } from './directory-table.ts';
import type { Database } from './driver.ts';
import { LabelLoader, ShelfNames, type ShelfRow, Terms } from './interned.ts';
import { Command, Query } from './rows.ts';
import { HouseReader, type HouseRow } from './sequencer.ts';

/** What stands still while an answer is read. */
export interface Snapshot {
  readonly now: Micros;
  readonly house: HouseRow;
  readonly directory: Directory;
}

/** A snapshot as one viewer has it. */
export interface ViewedSnapshot extends Snapshot {
  /** With the memberships that the directory gives it now. */
  readonly principal: Principal;
  readonly view: LabelView;
  /** Ids of the collections that it may read. */
  readonly readable: ReadonlySet<string>;
  /** Number of a shelf that it may read; null when it may not, or when nothing stands there. */
  shelf(collection: string, format?: string): number | null;
  /** Every shelf of a collection that it may read, of these formats or of all. */
  shelves(collection: string, formats?: readonly string[]): readonly ShelfRow[];
  viewEpoch(collection: string): string;
}

/** Reads in transactions, and keeps between them what does not change. */
export class Snapshots {
  readonly terms: Terms;
  readonly collections: ShelfNames;
  readonly labels: LabelLoader;
  readonly #database: Database;
  readonly #begin: Command;
  readonly #end: Command;
  readonly #house: HouseReader;
  readonly #directory: DirectoryTable;
  readonly #views: LabelViews;
  readonly #secret: Uint8Array;
  /** What the directory entitles to, by the directory itself: gone when it changes. */
  #entitled = new WeakMap<Directory, Map<string, Entitled>>();

  constructor(database: Database, sees: Sees) {
    this.#database = database;
    this.#begin = new Command(database, 'BEGIN');
    this.#end = new Command(database, 'COMMIT');
    this.#house = new HouseReader(database);
    this.#directory = new DirectoryTable(database);
    this.#views = new LabelViews(sees);
    this.terms = new Terms(database, 'term');
    this.collections = new ShelfNames(database);
    this.labels = new LabelLoader(database);
    const secrets = new Query<[Uint8Array]>(database, 'SELECT bytes FROM secret WHERE name = ?');
    this.#secret = secrets.first('house:views')?.[0] ?? new Uint8Array();
  }

  /** Runs `read` over one state of the house. */
  take<Result>(now: Micros, read: (snapshot: Snapshot) => Result): Result {
    this.#begin.run();
    try {
      const house = this.#house.read();
      return read({ now, house, directory: this.#directory.read(house.policyEpoch) });
    } finally {
      if (this.#database.isTransaction) this.#end.run();
    }
  }

  /** Runs `read` over one state of the house as this viewer sees it. */
  view<Result>(viewer: Viewer, now: Micros, read: (snapshot: ViewedSnapshot) => Result): Result {
    return this.take(now, (snapshot) => {
      const { principal, readable, epochs } = this.#entitlement(
        viewer.principal,
        snapshot.directory,
      );
      this.labels.bringUpTo(snapshot.house.labels);
      const view = this.#views.of(principal, viewer.channel);
      view.bringUpTo(this.labels.book, snapshot.house.labels, now);
      return read({
        ...snapshot,
        principal,
        view,
        readable,
        shelf: (id, format) =>
          readable.has(id) ? this.collections.find(shelfName(id, format)) : null,
        shelves: (id, formats) => (readable.has(id) ? this.collections.of(id, formats) : []),
        viewEpoch: (id) => (readable.has(id) ? epochs.readable : epochs.hidden),
      });
    });
  }

  #entitlement(principal: Principal, directory: Directory): Entitled {
    let known = this.#entitled.get(directory);
    if (known === undefined) {
      known = new Map();
      this.#entitled.set(directory, known);
    }
    const key = JSON.stringify(principal);
    const entitled = known.get(key) ?? this.#entitle(principal, directory);
    if (known.size >= REMEMBERED) known.clear();
    known.set(key, entitled);
    return entitled;
  }

  #entitle(asked: Principal, directory: Directory): Entitled {
    const principal = resolvePrincipal(asked, directory);
    const readable = directory.collections.filter((each) => mayRead(principal, each));
    return {
      principal,
      readable: new Set(readable.map((each) => each.id)),
      epochs: {
        readable: viewEpoch(this.#secret, principal, true),
        hidden: viewEpoch(this.#secret, principal, false),
      },
    };
  }
}

interface Entitled {
  readonly principal: Principal;
  readonly readable: ReadonlySet<string>;
  readonly epochs: { readonly readable: string; readonly hidden: string };
}

const REMEMBERED = 1_000;
