/** Strings and labels as small numbers, remembered by the process that reads or writes them. */
import type { Label } from '../../core/label.ts';
import { LabelBook } from '../label-book.ts';
import { labelDigest, labelText, normaliseLabel } from '../label-form.ts';
import { collectionOf, formatOf } from '../shelf-name.ts';
import type { Database } from './driver.ts';
import { Command, Query } from './rows.ts';

/** Reads what is interned; rows are never changed, so what is known stays true. */
export class Terms {
  readonly #byText: Query<[number]>;
  readonly #byId: Query<[string]>;
  readonly #texts = new Map<number, string>();
  readonly #ids = new Map<string, number>();

  constructor(database: Database, table: 'term' | 'collection') {
    const column = table === 'term' ? 'text' : 'uuid';
    this.#byText = new Query(database, `SELECT id FROM ${table} WHERE ${column} = ?`);
    this.#byId = new Query(database, `SELECT ${column} FROM ${table} WHERE id = ?`);
  }

  /** Number of a text; null when the house has never met it. */
  find(text: string): number | null {
    const known = this.#ids.get(text);
    if (known !== undefined) return known;
    const row = this.#byText.first(text);
    if (row === undefined) return null;
    this.note(row[0], text);
    return row[0];
  }

  /** Text of a number that a row carries. */
  text(id: number): string {
    const known = this.#texts.get(id);
    if (known !== undefined) return known;
    const text = this.#byId.first(id)?.[0] ?? '';
    this.note(id, text);
    return text;
  }

  note(id: number, text: string): void {
    this.#texts.set(id, text);
    this.#ids.set(text, id);
  }

  forget(): void {
    this.#texts.clear();
    this.#ids.clear();
  }
}

/** One format of a collection, by number. */
export interface ShelfRow {
  readonly id: number;
  readonly format: string;
}

/** Names of shelves, and which shelves a collection has. Read in a transaction that only reads. */
export class ShelfNames extends Terms {
  readonly #after: Query<[id: number, name: string]>;
  readonly #ofCollection = new Map<string, ShelfRow[]>();
  #through = 0;

  constructor(database: Database) {
    super(database, 'collection');
    this.#after = new Query(database, 'SELECT id, uuid FROM collection WHERE id > ? ORDER BY id');
  }

  /** Shelves of a collection, earliest first; of these formats, or of all. */
  of(collection: string, formats?: readonly string[]): readonly ShelfRow[] {
    for (const [id, name] of this.#after.all(this.#through)) {
      const shelf = { id, format: formatOf(name) };
      const known = this.#ofCollection.get(collectionOf(name));
      if (known === undefined) this.#ofCollection.set(collectionOf(name), [shelf]);
      else known.push(shelf);
      this.#through = id;
    }
    const all = this.#ofCollection.get(collection) ?? [];
    return formats === undefined ? all : all.filter(({ format }) => formats.includes(format));
  }
}

/** Interns within the writer's transaction; a rollback must call `forget`. */
export class TermWriter extends Terms {
  readonly #insert: Command;

  constructor(database: Database, table: 'term' | 'collection') {
    super(database, table);
    const column = table === 'term' ? 'text' : 'uuid';
    this.#insert = new Command(database, `INSERT INTO ${table} (${column}) VALUES (?)`);
  }

  intern(text: string): number {
    const known = this.find(text);
    if (known !== null) return known;
    const id = this.#insert.insert(text);
    this.note(id, text);
    return id;
  }
}

/** Brings a label book up to a number. */
export class LabelLoader {
  readonly book = new LabelBook();
  readonly #after: Query<[number, Uint8Array, string]>;

  constructor(database: Database) {
    this.#after = new Query(
      database,
      'SELECT id, digest, text FROM label WHERE id > ? AND id <= ? ORDER BY id',
    );
  }

  bringUpTo(highest: number): void {
    if (this.book.highest >= highest) return;
    for (const [id, digest, text] of this.#after.all(this.book.highest, highest)) {
      this.book.add({ id, digest, text });
    }
  }
}

/** Interns labels within the writer's transaction, numbered without gaps. */
export class LabelWriter {
  readonly loader: LabelLoader;
  readonly #ids = new Map<string, number>();
  readonly #byDigest: Query<[number]>;
  readonly #insert: Command;

  constructor(database: Database) {
    this.loader = new LabelLoader(database);
    this.#byDigest = new Query(database, 'SELECT id FROM label WHERE digest = ?');
    this.#insert = new Command(database, 'INSERT INTO label VALUES (?, ?, ?)');
  }

  /** Number of a label and the highest number after it. */
  intern(label: Label, highest: number): { readonly id: number; readonly highest: number } {
    const text = labelText(normaliseLabel(label));
    const known = this.#ids.get(text);
    if (known !== undefined) return { id: known, highest };
    const digest = labelDigest(text);
    const stored = this.#byDigest.first(digest)?.[0];
    if (stored !== undefined) {
      this.#remember(text, stored);
      return { id: stored, highest };
    }
    const id = highest + 1;
    this.#insert.run(id, digest, text);
    this.loader.bringUpTo(highest);
    this.loader.book.add({ id, digest, text });
    this.#remember(text, id);
    return { id, highest: id };
  }

  /** After a rollback to a state with this highest number. */
  forget(highest: number): void {
    this.#ids.clear();
    this.loader.book.truncate(highest);
  }

  #remember(text: string, id: number): void {
    // A house may have many labels; the recent ones are those that come again.
    if (this.#ids.size >= REMEMBERED) this.#ids.clear();
    this.#ids.set(text, id);
  }
}

const REMEMBERED = 20_000;
