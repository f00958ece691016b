/** Memberships as the writer changes them: rows, contests, sources, words and stock together. */
import type { Micros } from '../../core/clock.ts';
import { CONTEST, type Contender, contestBits } from '../match.ts';
import type { Cursor } from '../port.ts';
import type { Commit } from './commit.ts';
import type { Database } from './driver.ts';
import { Gists } from './gists.ts';
import { Command, Query } from './rows.ts';
import { AXIS, isHead } from './stock.ts';

/** A membership with what its object's other memberships are compared by. */
export interface Member extends Contender {
  readonly collection: number;
  readonly object: number;
  readonly record: number;
  readonly type: number;
  readonly label: number;
  readonly contest: number;
  readonly size: number;
}

export interface NewMember extends Omit<Member, 'id' | 'contest' | 'since'> {
  readonly place: Cursor;
  readonly organisation: string;
  /** End of the embargo, when it lies ahead. */
  readonly due: Micros | null;
  /** What the index holds of its record. */
  readonly gist: string;
}

type Row = [
  id: number,
  collection: number,
  object: number,
  record: number,
  type: number,
  label: number,
  contest: number,
  size: number,
  preference: number,
  since: number,
  spec: number,
  version: string,
  versionKey: string,
];

const COLUMNS = `m.id, m.collection, m.object, m.record, m.type, m.label, m.contest, m.size,
  m.preference, m.since, m.spec, r.version, r.version_key
  FROM membership m JOIN record r ON r.id = m.record`;

export class Memberships {
  readonly gists: Gists;
  readonly #byId: Query<Row>;
  readonly #ofObject: Query<Row>;
  readonly #ofRecord: Query<Row>;
  readonly #insert: Command;
  readonly #delete: Command;
  readonly #move: Command;
  readonly #relabel: Command;
  readonly #contest: Command;
  readonly #embargo: Command;
  readonly #unembargo: Command;
  readonly #position: Query<[number]>;
  readonly #sources: Query<[number]>;
  readonly #addSource: Command;
  readonly #removeSource: Command;

  constructor(database: Database) {
    this.gists = new Gists(database);
    this.#byId = new Query(database, `SELECT ${COLUMNS} WHERE m.id = ?`);
    this.#ofObject = new Query(
      database,
      `SELECT ${COLUMNS} WHERE m.object = ? AND m.collection = ? ORDER BY m.id`,
    );
    this.#ofRecord = new Query(
      database,
      `SELECT ${COLUMNS} WHERE m.object = ? AND m.record = ? ORDER BY m.id`,
    );
    this.#insert = new Command(
      database,
      `INSERT INTO membership (collection, position, tie, label, contest, type, spec, object,
         record, size, preference, since) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    this.#delete = new Command(database, 'DELETE FROM membership WHERE id = ?');
    this.#move = new Command(database, 'UPDATE membership SET position = ?, tie = ? WHERE id = ?');
    this.#relabel = new Command(database, 'UPDATE membership SET label = ? WHERE id = ?');
    this.#contest = new Command(database, 'UPDATE membership SET contest = ? WHERE id = ?');
    this.#embargo = new Command(database, 'INSERT OR IGNORE INTO embargo VALUES (?, ?)');
    this.#unembargo = new Command(database, 'DELETE FROM embargo WHERE membership = ?');
    this.#position = new Query(database, 'SELECT position FROM membership WHERE id = ?');
    this.#sources = new Query(
      database,
      'SELECT organisation FROM contribution WHERE membership = ?',
    );
    this.#addSource = new Command(database, 'INSERT OR IGNORE INTO contribution VALUES (?, ?)');
    this.#removeSource = new Command(
      database,
      'DELETE FROM contribution WHERE membership = ? AND organisation = ?',
    );
  }

  get(commit: Commit, id: number): Member | null {
    const row = this.#byId.first(id);
    return row === undefined ? null : memberOf(commit, row);
  }

  positionOf(id: number): Micros {
    return this.#position.first(id)?.[0] ?? 0;
  }

  /** Every membership of an object in a collection, whatever its label. */
  ofObject(commit: Commit, object: number, collection: number): Member[] {
    return this.#ofObject.all(object, collection).map((row) => memberOf(commit, row));
  }

  /** Every membership of a record in any collection. */
  ofRecord(commit: Commit, object: number, record: number): Member[] {
    return this.#ofRecord.all(object, record).map((row) => memberOf(commit, row));
  }

  /** `others`: the memberships of the object in the collection before. */
  insert(commit: Commit, member: NewMember, others: readonly Member[]): Member {
    const { collection, place, label, type, object, record, size, preference } = member;
    const embargo = member.due === null ? 0 : CONTEST.embargo;
    const since = place.position;
    const id = this.#insert.insert(
      collection,
      since,
      place.tie,
      label,
      embargo,
      type,
      commit.ground.terms.intern(member.specVersion),
      object,
      record,
      size,
      preference,
      since,
    );
    const added: Member = { ...member, id, contest: embargo, since };
    if (member.due !== null) this.#embargo.run(member.due, id);
    this.addSource(commit, id, member.organisation);
    commit.index(this.gists.entry(added, member.gist));
    this.#count(commit, added, 1);
    if (others.length > 0) this.#recontest(commit, [...others, added]);
    return added;
  }

  /**
   * Removes a membership; returns what of its object now stands above all others. Compared is what
   * carries the same label and nothing else: whoever sees one of those sees all of them, so that
   * what rises, and with it a new position, tells nothing of versions under other labels.
   */
  remove(commit: Commit, member: Member): Member[] {
    commit.index({ membership: member.id, tokens: null });
    this.#delete.run(member.id);
    this.#count(commit, member, -1);
    const rest = this.ofObject(commit, member.object, member.collection);
    this.#recontest(commit, rest);
    const alike = rest.filter(({ label }) => label === member.label);
    const before = contestBits([...alike, member]);
    const after = contestBits(alike);
    return alike.filter(({ id, contest }) => {
      const embargo = contest & CONTEST.embargo;
      return isHead((after.get(id) ?? 0) | embargo) && !isHead((before.get(id) ?? 0) | embargo);
    });
  }

  move(id: number, place: Cursor): void {
    this.#move.run(place.position, place.tie, id);
  }

  /** Gives another label and place; a `due` in the future puts it under embargo. */
  relabel(commit: Commit, member: Member, label: number, place: Cursor, due: Micros | null): void {
    this.#count(commit, member, -1);
    const contest = (member.contest & ~CONTEST.embargo) | (due === null ? 0 : CONTEST.embargo);
    this.#relabel.run(label, member.id);
    this.#contest.run(contest, member.id);
    this.#unembargo.run(member.id);
    if (due !== null) this.#embargo.run(due, member.id);
    this.move(member.id, place);
    commit.index({ membership: member.id, tokens: null });
    commit.index(this.gists.entry({ ...member, label }));
    this.#count(commit, { ...member, label, contest }, 1);
  }

  /** Ends the embargo of a membership at a new place. */
  release(commit: Commit, member: Member, place: Cursor): void {
    this.#count(commit, member, -1);
    const contest = member.contest & ~CONTEST.embargo;
    this.#contest.run(contest, member.id);
    this.#unembargo.run(member.id);
    this.move(member.id, place);
    this.#count(commit, { ...member, contest }, 1);
  }

  /** Organisations that added a membership. */
  sources(commit: Commit, id: number): string[] {
    return this.#sources.all(id).map(([term]) => commit.ground.terms.text(term));
  }

  addSource(commit: Commit, id: number, organisation: string): void {
    this.#addSource.run(id, commit.ground.terms.intern(organisation));
  }

  /** False when that organisation had not added it. */
  removeSource(commit: Commit, id: number, organisation: string): boolean {
    const term = commit.ground.terms.find(organisation);
    return term !== null && this.#removeSource.run(id, term) > 0;
  }

  #recontest(commit: Commit, members: readonly Member[]): void {
    const bits = contestBits(members);
    for (const member of members) {
      const contest = (bits.get(member.id) ?? 0) | (member.contest & CONTEST.embargo);
      if (contest === member.contest) continue;
      this.#contest.run(contest, member.id);
      const heads = Number(isHead(contest)) - Number(isHead(member.contest));
      commit.stock(member.collection, AXIS.label, member.label, 0, heads);
    }
  }

  #count(commit: Commit, member: Member, sign: 1 | -1): void {
    const heads = isHead(member.contest) ? sign : 0;
    commit.stock(member.collection, AXIS.label, member.label, sign, heads);
    commit.stock(member.collection, AXIS.type, member.type, sign, 0);
  }
}

function memberOf(commit: Commit, row: Row): Member {
  const [id, collection, object, record, type, label, contest, size, preference, since] = row;
  const [spec, version, versionKey] = row.slice(10) as [number, string, string];
  return {
    id,
    collection,
    object,
    record,
    type,
    label,
    contest,
    size,
    preference,
    since,
    specVersion: commit.ground.terms.text(spec),
    version,
    versionKey,
  };
}
