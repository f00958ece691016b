/** Parcels: opened, filled chunk by chunk, closed. */
import { CybexError } from '../../core/error.ts';
import { randomUuid, uuidBytes } from '../../core/uuid.ts';
import type { Chunk, ItemOutcome, Parcel, ParcelHead, RefusedPiece } from '../port.ts';
import { encodeSkeleton } from '../skeleton.ts';
import type { Commit } from './commit.ts';
import type { Database } from './driver.ts';
import { Command, Query } from './rows.ts';

type Row = [
  id: number,
  principal: string,
  organisation: string,
  collection: string,
  status: string,
  chunks: number,
];

/** A parcel that takes chunks. */
export interface ParcelRow {
  readonly id: number;
  readonly uuid: Uint8Array;
  readonly organisation: string;
  /** Collection id; empty where it enters none. */
  readonly collection: string;
  readonly principal: string;
}

export class Parcels {
  readonly #insert: Command;
  readonly #find: Query<Row>;
  readonly #outcomes: Query<[string]>;
  readonly #chunk: Command;
  readonly #count: Command;
  readonly #close: Command;
  readonly #provenance: Command;
  readonly #refuse: Command;

  constructor(database: Database) {
    this.#insert = new Command(
      database,
      `INSERT INTO parcel (uuid, received, media_type, principal, organisation, channel,
         collection, unmarked, source, status) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'open')`,
    );
    this.#find = new Query(
      database,
      `SELECT id, principal, organisation, collection, status, chunks FROM parcel
       WHERE uuid = ?`,
    );
    this.#outcomes = new Query(
      database,
      'SELECT outcomes FROM chunk WHERE parcel = ? AND sequence = ?',
    );
    this.#chunk = new Command(
      database,
      'INSERT INTO chunk (parcel, sequence, skeleton, outcomes) VALUES (?, ?, ?, ?)',
    );
    this.#count = new Command(
      database,
      `UPDATE parcel SET chunks = chunks + 1, stored = stored + ?, duplicate = duplicate + ?,
         failed = failed + ? WHERE id = ?`,
    );
    this.#close = new Command(
      database,
      'UPDATE parcel SET digest = ?, size = ?, status = ? WHERE uuid = ?',
    );
    this.#provenance = new Command(
      database,
      `INSERT INTO provenance (parcel, sequence, ordinal, record, bytes) VALUES (?, ?, ?, ?, ?)`,
    );
    this.#refuse = new Command(
      database,
      `INSERT INTO refused (parcel, sequence, ordinal, path, object_id, version, issues, bytes)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    );
  }

  receive(commit: Commit, head: ParcelHead): Parcel {
    const id = randomUuid();
    this.#insert.run(
      id,
      commit.now,
      head.mediaType,
      head.principal,
      head.organisation,
      head.channel,
      head.collection,
      head.unmarkedTlp ?? null,
      head.source ?? null,
    );
    const counts = { chunks: 0, stored: 0, duplicate: 0, failed: 0 };
    return { ...head, id, received: commit.now, status: 'open', ...counts };
  }

  /** Outcomes of a chunk that was stored before; else the parcel, which then takes it next. */
  open(chunk: Chunk): ParcelRow | readonly ItemOutcome[] {
    const row = this.#find.first(chunk.parcel);
    if (row === undefined) throw new CybexError('absent', `there is no parcel ${chunk.parcel}`);
    const [id, principal, organisation, collection, status, chunks] = row;
    const before = this.#outcomes.first(id, chunk.sequence);
    if (before !== undefined) return JSON.parse(before[0]) as ItemOutcome[];
    if (status !== 'open' || chunk.sequence !== chunks) {
      throw new CybexError(
        'conflict',
        status === 'open' ? `chunk ${chunks} comes next` : 'the parcel is closed',
      );
    }
    return { id, uuid: uuidBytes(chunk.parcel), organisation, collection, principal };
  }

  /** `bytes`: of this delivery, where they are not those of the record. */
  provenance(
    parcel: number,
    place: { readonly sequence: number; readonly ordinal: number },
    record: number,
    bytes: Uint8Array | null,
  ): void {
    this.#provenance.run(parcel, place.sequence, place.ordinal, record, bytes);
  }

  refuse(
    commit: Commit,
    parcel: ParcelRow,
    place: { readonly sequence: number; readonly ordinal: number },
    piece: RefusedPiece,
  ): void {
    const { sequence, ordinal } = place;
    const { path, id, version, bytes } = piece;
    const issues = JSON.stringify(piece.issues);
    this.#refuse.run(parcel.id, sequence, ordinal, path, id, version, issues, bytes);
    commit.house.bytes += bytes.length;
  }

  finish(parcel: ParcelRow, chunk: Chunk, outcomes: readonly ItemOutcome[]): void {
    const gaps = chunk.items.map((item) => item.gap);
    const closing = chunk.closingGap === undefined ? {} : { closing: chunk.closingGap };
    const skeleton = encodeSkeleton({ gaps, ...closing });
    this.#chunk.run(parcel.id, chunk.sequence, skeleton, JSON.stringify(outcomes));
    const count = (...kinds: readonly string[]) =>
      outcomes.filter((outcome) => kinds.includes(outcome.kind)).length;
    this.#count.run(
      count('stored', 'relabelled', 'restored'),
      count('duplicate'),
      count('refused'),
      parcel.id,
    );
  }

  close(parcel: string, digest: Uint8Array, size: number, status: Parcel['status']): void {
    if (this.#close.run(digest, size, status, parcel) === 0) {
      throw new CybexError('absent', `there is no parcel ${parcel}`);
    }
  }
}
