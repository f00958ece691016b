/** Memberships as the writer changes them: rows, contests, sources, words and stock together. */
import type { Micros } from '../../core/clock.ts';
import { CONTEST, type Contender, contestBits } from '../match.ts';
import type { Cursor } from '../port.ts';
import { FEED_FORMAT, formatOf } from '../shelf-name.ts';
import type { Commit } from './commit.ts';
import { Contests } from './contests.ts';
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
  /** No membership of its object has been met before. */
  readonly alone: boolean;
  readonly place: Cursor;
  readonly organisation: string;
  /** End of the embargo, when it lies ahead. */
  readonly due: Micros | null;
  /** What the index holds of its record. */
  readonly gist: string;
}

/** What a membership of a record is found by. */
export type RecordPlace = Pick<
  Member,
  'object' | 'collection' | 'record' | 'specVersion' | 'versionKey'
>;

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
  m.preference, m.since, m.spec, r.version, m.version_key
  FROM membership m JOIN record r ON r.id = m.record`;

export class Memberships {
  readonly gists: Gists;
  readonly #contests: Contests;
  readonly #byId: Query<Row>;
  readonly #ofObject: Query<Row>;
  readonly #ofRecordIn: Query<Row>;
  readonly #ofRecord: Query<Row>;
  readonly #insert: Command;
  readonly #delete: Command;
  readonly #move: Command;
  readonly #relabel: Command;
  readonly #contest: Command;
  readonly #prefer: Command;
  readonly #embargo: Command;
  readonly #unembargo: Command;
  readonly #position: Query<[number]>;
  readonly #sources: Query<[number]>;
  readonly #addSource: Command;
  readonly #removeSource: Command;
  readonly #name: Query<[string]>;

  constructor(database: Database) {
    this.gists = new Gists(database);
    this.#contests = new Contests(database);
    this.#byId = new Query(database, `SELECT ${COLUMNS} WHERE m.id = ?`);
    this.#ofObject = new Query(
      database,
      `SELECT ${COLUMNS} WHERE m.object = ? AND m.collection = ? ORDER BY m.id`,
    );
    this.#ofRecordIn = new Query(
      database,
      `SELECT ${COLUMNS} WHERE m.object = ? AND m.collection = ? AND m.spec = ?
         AND m.version_key = ? AND m.record = ? ORDER BY m.id`,
    );
    this.#ofRecord = new Query(
      database,
      `SELECT ${COLUMNS} WHERE m.object = ? AND m.record = ? ORDER BY m.id`,
    );
    this.#insert = new Command(
      database,
      `INSERT INTO membership (collection, position, tie, label, contest, type, spec, object,
         record, size, preference, since, version_key, born)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    this.#delete = new Command(database, 'DELETE FROM membership WHERE id = ?');
    this.#move = new Command(database, 'UPDATE membership SET position = ?, tie = ? WHERE id = ?');
    this.#relabel = new Command(database, 'UPDATE membership SET label = ? WHERE id = ?');
    this.#contest = new Command(database, 'UPDATE membership SET contest = ? WHERE id = ?');
    this.#prefer = new Command(database, 'UPDATE membership SET preference = ? WHERE id = ?');
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
    this.#name = new Query(database, 'SELECT name FROM object WHERE id = ?');
  }

  get(commit: Commit, id: number): Member | null {
    const row = this.#byId.first(id);
    return row === undefined ? null : memberOf(commit, row);
  }

  positionOf(id: number): Micros {
    return this.#position.first(id)?.[0] ?? 0;
  }

  /** Every membership of a record in a collection. */
  ofRecordIn(commit: Commit, member: RecordPlace): Member[] {
    const { object, collection, record, specVersion, versionKey } = member;
    const spec = commit.ground.terms.intern(specVersion);
    return this.#ofRecordIn
      .all(object, collection, spec, versionKey, record)
      .map((row) => memberOf(commit, row));
  }

  /** Every membership of a record in any collection. */
  ofRecord(commit: Commit, object: number, record: number): Member[] {
    return this.#ofRecord.all(object, record).map((row) => memberOf(commit, row));
  }

  insert(commit: Commit, member: NewMember): Member {
    const { collection, place, label, type, object, record, size, preference, versionKey } = member;
    const spec = commit.ground.terms.intern(member.specVersion);
    const since = place.position;
    const born = versionKey === '' ? since : 0;
    const contested = member.alone ? 0 : this.#contests.admit(commit, { ...member, spec, born });
    const contest = contested | (member.due === null ? 0 : CONTEST.embargo);
    const id = this.#insert.insert(
      collection,
      place.position,
      place.tie,
      label,
      contest,
      type,
      spec,
      object,
      record,
      size,
      preference,
      since,
      versionKey,
      born,
    );
    const added: Member = { ...member, id, contest, since };
    if (member.due !== null) this.#embargo.run(member.due, id);
    this.addSource(commit, id, member.organisation);
    commit.index(this.gists.entry(added, member.gist));
    this.#count(commit, added, 1);
    this.#announce(commit, added, 'source');
    return added;
  }

  /** Removes a membership; `settle` must follow for its object. */
  remove(commit: Commit, member: Member, why: 'source' | 'erasure' = 'source'): void {
    this.#announce(commit, member, why);
    commit.index({ membership: member.id, tokens: null });
    this.#delete.run(member.id);
    this.#count(commit, member, -1);
  }

  /**
   * After these of one object in one collection were removed: sets the bits of what is left, and
   * returns what now stands above all others. Compared is what carries the same label and nothing
   * else: whoever sees one of those sees all of them, so that what rises, and with it a new
   * position, tells nothing of versions under other labels.
   */
  settle(commit: Commit, gone: readonly Member[]): Member[] {
    const [first] = gone;
    if (first === undefined) return [];
    const rest = this.#contend(commit, first);
    return [...new Set(gone.map(({ label }) => label))].flatMap((label) => {
      const after = rest.filter((member) => member.label === label);
      return risen([...after, ...gone.filter((member) => member.label === label)], after);
    });
  }

  /**
   * After these of one object in one collection, given as they were, took other labels: what each
   * stood above under the label that it had.
   */
  uncovered(commit: Commit, left: readonly Member[]): Member[] {
    const [first] = left;
    if (first === undefined) return [];
    const moved = new Set(left.map(({ id }) => id));
    const all = this.#all(commit, first);
    return [...new Set(left.map(({ label }) => label))].flatMap((label) => {
      const alike = all.filter((member) => member.label === label);
      const stayed = alike.filter(({ id }) => !moved.has(id));
      const were = left.filter((member) => member.label === label);
      return risen([...stayed, ...were], alike).filter(({ id }) => !moved.has(id));
    });
  }

  /**
   * A better entitled source brought the same content under the same label: it is preferred from
   * now on, and returned where it thereby stands above all others of its label.
   */
  prefer(commit: Commit, member: Member, preference: number): Member[] {
    const before = this.#all(commit, member).filter(({ label }) => label === member.label);
    this.#prefer.run(preference, member.id);
    const after = this.#contend(commit, member).filter(({ label }) => label === member.label);
    return risen(before, after);
  }

  #all(commit: Commit, { object, collection }: Member): Member[] {
    return this.#ofObject.all(object, collection).map((row) => memberOf(commit, row));
  }

  /** Sets the bits of all memberships of an object in a collection, and returns them. */
  #contend(commit: Commit, of: Member): Member[] {
    const all = this.#all(commit, of);
    const bits = contestBits(all);
    for (const member of all) {
      const contest = (bits.get(member.id) ?? 0) | (member.contest & CONTEST.embargo);
      if (contest !== member.contest) this.#contests.set(commit, of.collection, member, contest);
    }
    return all;
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
    this.#announce(commit, member, 'source');
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

  /** What feeds do not carry has a projection that they do: it follows what happens here. */
  #announce(commit: Commit, member: Member, kind: 'source' | 'erasure'): void {
    const shelf = commit.ground.collections.text(member.collection);
    if (formatOf(shelf) === FEED_FORMAT) return;
    const name = this.#name.first(member.object)?.[0] ?? '';
    commit.ground.outbox({ kind, subject: `${shelf} ${name}`, organisation: '' });
  }

  #count(commit: Commit, member: Member, sign: 1 | -1): void {
    const heads = isHead(member.contest) ? sign : 0;
    commit.stock(member.collection, AXIS.label, member.label, sign, heads);
    commit.stock(member.collection, AXIS.type, member.type, sign, 0);
  }
}

/** Members by the object and the collection that they are of. */
export function byObject(members: readonly Member[]): Iterable<Member[]> {
  const objects = new Map<string, Member[]>();
  for (const member of members) {
    const key = `${member.object}/${member.collection}`;
    const group = objects.get(key);
    if (group === undefined) objects.set(key, [member]);
    else group.push(member);
  }
  return objects.values();
}

/** Those of one label that stand above all others of it after a change, and did not before. */
function risen(before: readonly Member[], after: readonly Member[]): Member[] {
  const [then, now] = [contestBits(before), contestBits(after)];
  return after.filter(({ id, contest }) => {
    const embargo = contest & CONTEST.embargo;
    return isHead((now.get(id) ?? 0) | embargo) && !isHead((then.get(id) ?? 0) | embargo);
  });
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
