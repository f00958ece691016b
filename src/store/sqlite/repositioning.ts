/** New places for memberships that exist: what widens is offered anew, at a new position. */
import type { Micros } from '../../core/clock.ts';
import { CybexError } from '../../core/error.ts';
import { uuidBytes } from '../../core/uuid.ts';
import type { InternedLabel } from '../label-book.ts';
import type { LeafKind } from '../log-leaf.ts';
import type { AuditEntry, Cursor, Relabel } from '../port.ts';
import { keyedSlot } from '../position.ts';
import { collectionOf } from '../shelf-name.ts';
import type { Commit } from './commit.ts';
import type { Database } from './driver.ts';
import { byObject, type Member, type Memberships } from './memberships.ts';
import { Command, Query } from './rows.ts';

type Identity = [
  format: number,
  type: number,
  name: string,
  version: string,
  content: Uint8Array,
  bytes: Uint8Array,
];

/** A shelf as rows name it (`id`), and its collection as slots and leaves do. */
export interface ShelfKey {
  readonly id: number;
  readonly name: string;
  readonly uuid: Uint8Array;
}

export function shelfKey(commit: Commit, id: number): ShelfKey {
  const name = collectionOf(commit.ground.collections.text(id));
  return { id, name, uuid: uuidBytes(name) };
}

/** End of a label's embargo while it lies ahead. */
export function dueOf(commit: Commit, label: InternedLabel): Micros | null {
  return label.from !== null && label.from > commit.now ? label.from : null;
}

export class Repositioner {
  readonly #memberships: Memberships;
  readonly #identity: Query<Identity>;
  readonly #alike: Query<[number]>;
  readonly #due: Query<[number]>;
  readonly #nextDue: Query<[number | null]>;
  readonly #moveSources: Command;
  /** Memberships that took another label in the present job, as they were. */
  #left: Member[] = [];

  constructor(database: Database, memberships: Memberships) {
    this.#memberships = memberships;
    this.#identity = new Query(
      database,
      `SELECT o.format, o.type, o.name, r.version, r.content_digest, r.bytes_digest
       FROM record r JOIN object o ON o.id = r.object WHERE r.id = ?`,
    );
    this.#alike = new Query(
      database,
      'SELECT id FROM membership WHERE object = ? AND collection = ? AND record = ? AND label = ?',
    );
    this.#due = new Query(
      database,
      'SELECT membership FROM embargo WHERE due <= ? ORDER BY due, membership LIMIT ?',
    );
    this.#nextDue = new Query(database, 'SELECT min(due) FROM embargo');
    this.#moveSources = new Command(
      database,
      `INSERT OR IGNORE INTO contribution (membership, organisation)
       SELECT ?, organisation FROM contribution WHERE membership = ?`,
    );
  }

  relabel(commit: Commit, changes: readonly Relabel[], entry: AuditEntry): void {
    const reasons: Record<string, number> = {};
    this.begin();
    for (const { handle, label, reason } of changes) {
      const member = this.#memberships.get(commit, handle);
      if (member === null) continue;
      const wanted = commit.label(label);
      if (wanted.id === member.label) continue;
      this.#relabelOne(commit, member, wanted);
      reasons[reason] = (reasons[reason] ?? 0) + 1;
    }
    this.end(commit);
    commit.ground.audit(commit.now, { ...entry, detail: { ...entry.detail, reasons } });
  }

  /** Ends embargoes that are due; returns how many, and when the next is. */
  release(commit: Commit, now: number, limit: number): { released: number; nextDue?: number } {
    const due = this.#due.all(now, limit);
    for (const [id] of due) {
      const member = this.#memberships.get(commit, id);
      if (member === null) continue;
      const place = this.#offer(commit, member, commit.interned(member.label), 'relabel');
      this.#memberships.release(commit, member, place);
    }
    const next = this.#nextDue.first()?.[0] ?? null;
    return { released: due.length, ...(next === null ? {} : { nextDue: next }) };
  }

  /** A new place under the label that it has. */
  move(commit: Commit, member: Member): void {
    const label = commit.interned(member.label);
    this.#memberships.move(member.id, this.#offer(commit, member, label, 'relabel'));
  }

  /** What was uncovered is news to exactly those who could see what stood above it. */
  raise(commit: Commit, risen: readonly Member[]): void {
    for (const member of risen) this.move(commit, member);
  }

  /** At the start of a job that may relabel: one that failed before left nothing. */
  begin(): void {
    this.#left = [];
  }

  relabelTo(commit: Commit, member: Member, label: InternedLabel, place: Cursor): void {
    this.#memberships.relabel(commit, member, label.id, place, dueOf(commit, label));
    this.#left.push(member);
  }

  /** What the relabelled ones of this job uncovered, once for each object: it may have many. */
  end(commit: Commit): void {
    for (const left of byObject(this.#left)) {
      this.raise(commit, this.#memberships.uncovered(commit, left));
    }
    this.#left = [];
  }

  #relabelOne(commit: Commit, member: Member, label: InternedLabel): void {
    const { object, collection, record } = member;
    const alike = this.#alike.first(object, collection, record, label.id)?.[0];
    if (alike === undefined) {
      const place = this.#offer(commit, member, label, 'relabel');
      this.relabelTo(commit, member, label, place);
      return;
    }
    // The same content stands there under this label already: two become one.
    this.#moveSources.run(alike, member.id);
    this.#memberships.remove(commit, member);
    this.raise(commit, this.#memberships.settle(commit, [member]));
    const stays = this.#memberships.get(commit, alike);
    if (stays === null) return;
    if (member.preference < stays.preference) {
      this.#memberships.prefer(commit, stays, member.preference);
    }
    this.move(commit, stays);
  }

  #offer(commit: Commit, member: Member, label: InternedLabel, kind: LeafKind): Cursor {
    const row = this.#identity.first(member.record);
    if (row === undefined) throw new CybexError('internal', `record ${member.record} is not there`);
    const [format, type, id, version, contentDigest, bytesDigest] = row;
    const collection = shelfKey(commit, member.collection);
    const slot = keyedSlot(commit.ground.secret, {
      collection: collection.name,
      format: commit.ground.terms.text(format),
      type: commit.ground.terms.text(type),
      id,
      version,
      contentDigest,
      labelDigest: label.digest,
    });
    const place = commit.place(collection.id, label.id, slot);
    const { record } = member;
    commit.leaf({ kind, place, record, bytesDigest, contentDigest, collection, label });
    return place;
  }
}
