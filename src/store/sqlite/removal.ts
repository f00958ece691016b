/** Taking away: a source's own membership, or, by erasure, a record with all that was made of it. */
import type { AuditEntry } from '../port.ts';
import type { Commit } from './commit.ts';
import type { Database } from './driver.ts';
import { byObject, type Member, type Memberships } from './memberships.ts';
import type { Placer } from './placing.ts';
import { type Repositioner, shelfKey } from './repositioning.ts';
import { Command, Query } from './rows.ts';

/** A handle as the writer gets it, after its proof was checked where it was given. */
export interface Handle {
  readonly membership: number;
  readonly organisation: string;
}

type Digests = [content: Uint8Array, bytes: Uint8Array, size: number | null];

export class Remover {
  readonly #memberships: Memberships;
  readonly #placer: Placer;
  readonly #repositioner: Repositioner;
  readonly #digests: Query<Digests>;
  readonly #copies: Query<[number | null]>;
  readonly #wipe: readonly Command[];

  constructor(
    database: Database,
    parts: {
      readonly memberships: Memberships;
      readonly placer: Placer;
      readonly repositioner: Repositioner;
    },
  ) {
    this.#memberships = parts.memberships;
    this.#placer = parts.placer;
    this.#repositioner = parts.repositioner;
    this.#digests = new Query(
      database,
      'SELECT content_digest, bytes_digest, length(bytes) FROM record WHERE id = ?',
    );
    this.#copies = new Query(
      database,
      'SELECT sum(length(bytes)) FROM provenance WHERE record = ?',
    );
    this.#wipe = [
      "UPDATE record SET bytes = NULL, title = '' WHERE id = ?",
      // Empty, as no record is: were they only gone, a later delivery's bytes would stand for them.
      "UPDATE provenance SET bytes = x'' WHERE record = ?",
      'DELETE FROM gist WHERE record = ?',
      'DELETE FROM definition WHERE record = ?',
      'UPDATE log SET salt = NULL WHERE record = ?',
    ].map((sql) => new Command(database, sql));
  }

  /** Returns how many memberships the organisation no longer has a part in. */
  remove(commit: Commit, handles: readonly Handle[], entry: AuditEntry): number {
    const gone: Member[] = [];
    let removed = 0;
    for (const { membership, organisation } of handles) {
      const member = this.#memberships.get(commit, membership);
      if (member === null) continue;
      if (!this.#memberships.removeSource(commit, member.id, organisation)) continue;
      this.#bury(commit, member, organisation, 'removal');
      removed++;
      if (this.#memberships.sources(commit, member.id).length > 0) continue;
      this.#memberships.remove(commit, member);
      gone.push(member);
    }
    this.#settle(commit, gone);
    commit.ground.audit(commit.now, { ...entry, detail: { ...entry.detail, removed } });
    return removed;
  }

  /** Returns how many memberships went. */
  erase(commit: Commit, handles: readonly Handle[], entry: AuditEntry): number {
    const gone: Member[] = [];
    for (const { membership } of handles) {
      const member = this.#memberships.get(commit, membership);
      if (member !== null) gone.push(...this.#eraseRecord(commit, member));
    }
    this.#settle(commit, gone);
    const erased = gone.length;
    commit.ground.audit(commit.now, { ...entry, detail: { ...entry.detail, erased } });
    return erased;
  }

  #eraseRecord(commit: Commit, { object, record }: Member): Member[] {
    const members = this.#memberships.ofRecord(commit, object, record);
    for (const member of members) {
      const sources = this.#memberships.sources(commit, member.id);
      for (const organisation of sources) this.#bury(commit, member, organisation, 'erasure');
      this.#memberships.remove(commit, member, 'erasure');
    }
    const size = this.#digests.first(record)?.[2] ?? null;
    if (size !== null) commit.house.records--;
    commit.house.bytes -= (size ?? 0) + this.#copied(record);
    for (const command of this.#wipe) command.run(record);
    return members;
  }

  /** Bytes of deliveries of this record that differed from it. */
  #copied(record: number): number {
    return this.#copies.first(record)?.[0] ?? 0;
  }

  /** Once for each object, however many of its memberships went. */
  #settle(commit: Commit, gone: readonly Member[]): void {
    for (const members of byObject(gone)) {
      this.#repositioner.raise(commit, this.#memberships.settle(commit, members));
    }
  }

  #bury(commit: Commit, member: Member, organisation: string, kind: 'removal' | 'erasure'): void {
    const row = this.#digests.first(member.record);
    if (row === undefined) return;
    const [contentDigest, bytesDigest] = row;
    this.#placer.bury(commit, member, contentDigest, organisation);
    const { record } = member;
    const label = commit.interned(member.label);
    const collection = shelfKey(commit, member.collection);
    const place = commit.end;
    commit.leaf({ kind, place, record, bytesDigest, contentDigest, collection, label });
  }
}
