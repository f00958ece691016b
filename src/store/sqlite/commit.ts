/**
 * One transaction of the writer: what several jobs share. They are committed together, each in a
 * savepoint of its own, with one interval of positions and one write to the disk.
 */
import type { Micros } from '../../core/clock.ts';
import { CybexError } from '../../core/error.ts';
import type { Label } from '../../core/label.ts';
import type { InternedLabel } from '../label-book.ts';
import type { AuditEntry, Cursor, OutboxRow } from '../port.ts';
import { Placement, type Slot, windowEnd } from '../position.ts';
import type { Database } from './driver.ts';
import { LabelWriter, TermWriter } from './interned.ts';
import { type LeafDraft, LogTable } from './log.ts';
import { Command, Query } from './rows.ts';
import { type HouseRow, HouseWriter } from './sequencer.ts';
import { StockChanges, StockTable } from './stock.ts';
import { type IndexChange, SearchIndex } from './words.ts';

/** Statements and what is remembered between commits; one per writing connection. */
export class Ground {
  readonly database: Database;
  readonly house: HouseWriter;
  readonly terms: TermWriter;
  readonly collections: TermWriter;
  readonly labels: LabelWriter;
  /** Key of the slots. */
  readonly secret: Uint8Array;
  readonly log: LogTable;
  readonly stock: StockTable;
  readonly search: SearchIndex;
  readonly #audit: Command;
  readonly #outbox: Command;

  constructor(database: Database) {
    this.database = database;
    this.house = new HouseWriter(database);
    this.terms = new TermWriter(database, 'term');
    this.collections = new TermWriter(database, 'collection');
    this.labels = new LabelWriter(database);
    this.log = new LogTable(database);
    this.stock = new StockTable(database);
    this.search = new SearchIndex(database);
    const secrets = new Query<[Uint8Array]>(database, 'SELECT bytes FROM secret WHERE name = ?');
    this.secret = secrets.first('house:slots')?.[0] ?? new Uint8Array();
    this.#audit = new Command(
      database,
      `INSERT INTO audit (at, principal, organisation, action, subject, outcome, detail)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    );
    this.#outbox = new Command(
      database,
      'INSERT INTO outbox (kind, subject, organisation) VALUES (?, ?, ?)',
    );
  }

  audit(at: Micros, entry: AuditEntry): void {
    const { principal, organisation, action, subject, outcome, detail } = entry;
    const text = JSON.stringify(detail);
    this.#audit.run(at, principal, organisation, action, subject, outcome, text);
  }

  outbox(row: Omit<OutboxRow, 'id'>): void {
    this.#outbox.run(row.kind, row.subject, row.organisation);
  }

  /** After a rollback nothing that was interned since may be believed. */
  forget(house: HouseRow): void {
    this.terms.forget();
    this.collections.forget();
    this.labels.forget(house.labels);
  }
}

/** State of the running transaction. Jobs change it through `attempt` only. */
export class Commit {
  readonly ground: Ground;
  readonly now: Micros;
  house: HouseRow;
  #placement: Placement | null = null;
  readonly #leaves: LeafDraft[] = [];
  readonly #indexing: IndexChange[] = [];
  #stock = new StockChanges();
  /** Labels by identity: records of one chunk often carry the very same one. */
  #labels = new WeakMap<Label, InternedLabel>();

  constructor(ground: Ground, now: Micros) {
    this.ground = ground;
    this.now = now;
    this.house = ground.house.read();
    ground.labels.loader.bringUpTo(this.house.labels);
  }

  /** Position of what belongs to no collection, and of what leaves one. */
  get end(): Cursor {
    return { position: this.#placing().end, tie: 0xffff_ffff };
  }

  place(collection: number, label: number, slot: Slot): Cursor {
    return this.#placing().place(`${collection}/${label}`, slot);
  }

  label(label: Label): InternedLabel {
    const known = this.#labels.get(label);
    if (known !== undefined) return known;
    const { id, highest } = this.ground.labels.intern(label, this.house.labels);
    this.house.labels = highest;
    const interned = this.interned(id);
    this.#labels.set(label, interned);
    return interned;
  }

  interned(id: number): InternedLabel {
    const known = this.ground.labels.loader.book.get(id);
    if (known === undefined) throw new CybexError('internal', `label ${id} is not in the store`);
    return known;
  }

  leaf(draft: LeafDraft): void {
    this.#leaves.push(draft);
  }

  index(change: IndexChange): void {
    this.#indexing.push(change);
  }

  stock(collection: number, axis: number, key: number, members: number, heads: number): void {
    this.#stock.add(collection, axis, key, members, heads);
  }

  /** Runs one job; when it fails, nothing of it remains and the error is thrown. */
  attempt<Result>(job: () => Result): Result {
    const { database } = this.ground;
    const house = { ...this.house };
    const leaves = this.#leaves.length;
    const indexing = this.#indexing.length;
    const stock = this.#stock;
    this.#stock = new StockChanges();
    database.exec('SAVEPOINT job');
    try {
      const result = job();
      database.exec('RELEASE job');
      stock.merge(this.#stock);
      return result;
    } catch (error) {
      this.house = house;
      this.#leaves.length = leaves;
      this.#indexing.length = indexing;
      this.#labels = new WeakMap();
      this.ground.forget(house);
      // A full disk may already have ended the whole transaction.
      if (database.isTransaction) database.exec('ROLLBACK TO job; RELEASE job');
      throw error;
    } finally {
      this.#stock = stock;
    }
  }

  /** Writes what the jobs have added up; the transaction can then be committed. */
  finish(): void {
    if (this.#placement !== null) this.house.lastPosition = this.#placement.end;
    this.ground.log.write(this.#leaves, this.house);
    this.ground.stock.write(this.#stock, this.house);
    this.ground.house.write(this.house);
    this.ground.search.apply(this.#indexing);
  }

  #placing(): Placement {
    this.#placement ??= new Placement(windowEnd(this.house.lastPosition, this.now));
    return this.#placement;
  }
}
