/** Records as the writer changes them: one row for each content, its facts and its definitions. */
import { sha256 } from '../../core/digest.ts';
import type { DecodedRecord, RecordIdentity } from '../../core/record.ts';
import type { Commit } from './commit.ts';
import type { Database } from './driver.ts';
import type { Gists } from './gists.ts';
import { objectHash } from './object-hash.ts';
import { Command, Query } from './rows.ts';
import { gistOf } from './words.ts';

/** An object is one (format, type, id). */
export interface ObjectRow {
  readonly id: number;
  readonly type: number;
  /** The house had not met it before this record. */
  readonly fresh: boolean;
}

export interface StoredRecord {
  readonly id: number;
  readonly bytesDigest: Uint8Array;
  /** Length of the bytes that are served, which may be those of an earlier delivery. */
  readonly size: number;
  /** This delivery made it, or brought back what was erased. */
  readonly fresh: boolean;
  /** Another content of the same version by the same creator was there before. */
  readonly conflict: boolean;
  /** What the index holds of it. */
  readonly gist: string;
}

type Known = [id: number, bytesDigest: Uint8Array, size: number | null];

export class Records {
  readonly #gists: Gists;
  readonly #object: Query<[number]>;
  readonly #addObject: Command;
  readonly #known: Query<Known>;
  readonly #rival: Query<[number]>;
  readonly #insert: Command;
  readonly #revive: Command;
  readonly #definition: Command;
  readonly #conflict: Command;

  constructor(database: Database, gists: Gists) {
    this.#gists = gists;
    this.#object = new Query(
      database,
      'SELECT id FROM object WHERE hash = ? AND name = ? AND format = ? AND type = ?',
    );
    this.#addObject = new Command(
      database,
      'INSERT INTO object (hash, name, format, type) VALUES (?, ?, ?, ?)',
    );
    this.#known = new Query(
      database,
      `SELECT id, bytes_digest, length(bytes) FROM record
       WHERE object = ? AND version_key = ? AND content_digest = ?`,
    );
    this.#rival = new Query(
      database,
      `SELECT 1 FROM record r
       WHERE r.object = ?1 AND r.version_key = ?2 AND r.content_digest <> ?3
         AND ((r.creator <> '' AND r.creator = ?4) OR EXISTS (
           SELECT 1 FROM provenance v JOIN parcel p ON p.id = v.parcel
           WHERE v.record = r.id AND p.organisation = ?5))
       LIMIT 1`,
    );
    this.#insert = new Command(
      database,
      `INSERT INTO record (object, spec, version, version_key, creator, content_digest,
         bytes_digest, withdrawn, title, bytes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    this.#revive = new Command(
      database,
      'UPDATE record SET bytes_digest = ?, title = ?, bytes = ? WHERE id = ?',
    );
    this.#definition = new Command(
      database,
      'INSERT OR REPLACE INTO definition (marking, organisation, record) VALUES (?, ?, ?)',
    );
    this.#conflict = new Command(database, 'INSERT OR IGNORE INTO conflict VALUES (?, ?)');
  }

  object(commit: Commit, identity: RecordIdentity): ObjectRow {
    const { terms } = commit.ground;
    const format = terms.intern(identity.format);
    const type = terms.intern(identity.type);
    const hash = objectHash(identity.id);
    const known = this.#object.first(hash, identity.id, format, type);
    if (known !== undefined) return { id: known[0], type, fresh: false };
    return { id: this.#addObject.insert(hash, identity.id, format, type), type, fresh: true };
  }

  /** Finds or stores a record; what was erased comes back with the new delivery's bytes. */
  store(
    commit: Commit,
    object: ObjectRow,
    record: DecodedRecord,
    organisation: string,
  ): StoredRecord {
    const { identity, contentDigest, bytes } = record;
    const gist = gistOf(record.facts);
    const known = object.fresh
      ? undefined
      : this.#known.first(object.id, identity.versionKey, contentDigest);
    const conflict = !object.fresh && this.#conflicts(object, record, organisation);
    if (known !== undefined && known[2] !== null) {
      const [id, bytesDigest, size] = known as [number, Uint8Array, number];
      return { id, bytesDigest, size, fresh: false, conflict, gist };
    }
    const bytesDigest = sha256(bytes);
    const id =
      known === undefined
        ? this.#add(commit, object, record, bytesDigest)
        : this.#bringBack(commit, known[0], record, bytesDigest);
    commit.house.bytes += bytes.length;
    this.#gists.keep(id, gist);
    return { id, bytesDigest, size: bytes.length, fresh: true, conflict, gist };
  }

  /** Notes the marking definition that a record is, as known from this organisation. */
  define(record: DecodedRecord, id: number, organisation: string): string | null {
    const { defines } = record.markings;
    if (defines === undefined) return null;
    this.#definition.run(defines.id, organisation, id);
    return defines.id;
  }

  #add(commit: Commit, object: ObjectRow, record: DecodedRecord, bytesDigest: Uint8Array): number {
    const { identity } = record;
    commit.house.records++;
    return this.#insert.insert(
      object.id,
      commit.ground.terms.intern(identity.specVersion),
      identity.version,
      identity.versionKey,
      identity.creator ?? '',
      record.contentDigest,
      bytesDigest,
      identity.withdrawn ? 1 : 0,
      record.facts.title,
      record.bytes,
    );
  }

  #bringBack(commit: Commit, id: number, record: DecodedRecord, bytesDigest: Uint8Array): number {
    commit.house.records++;
    this.#revive.run(bytesDigest, record.facts.title, record.bytes, id);
    return id;
  }

  /**
   * A creator, or failing that a source, that says two things under one version contradicts
   * itself. What has no version may legally differ.
   */
  #conflicts(object: ObjectRow, record: DecodedRecord, organisation: string): boolean {
    const { versionKey, creator = '' } = record.identity;
    if (versionKey === '') return false;
    const { contentDigest } = record;
    const rival = this.#rival.first(object.id, versionKey, contentDigest, creator, organisation);
    if (rival === undefined) return false;
    this.#conflict.run(object.id, versionKey);
    return true;
  }
}
