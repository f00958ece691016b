/** Leaves of the log as rows, written at the end of a commit in the order of positions. */
import { randomBytes } from 'node:crypto';
import { LEAF_KINDS, type LeafKind, leafHash } from '../log-leaf.ts';
import type { Cursor } from '../port.ts';
import { compareCursors } from '../position.ts';
import type { Database } from './driver.ts';
import { Command } from './rows.ts';
import type { HouseRow } from './sequencer.ts';

/** A leaf before it has its place and its salt. Numbers name rows, bytes are what is hashed. */
export interface LeafDraft {
  readonly kind: LeafKind;
  readonly place: Cursor;
  readonly record?: number;
  readonly bytesDigest?: Uint8Array;
  readonly contentDigest?: Uint8Array;
  readonly collection?: { readonly id: number; readonly uuid: Uint8Array };
  readonly label?: { readonly id: number; readonly digest: Uint8Array };
  readonly parcel?: { readonly id: number; readonly uuid: Uint8Array };
}

const SALT = 32;

export class LogTable {
  readonly #insert: Command;

  constructor(database: Database) {
    this.#insert = new Command(
      database,
      `INSERT INTO log (leaf, kind, hash, salt, record, bytes_digest, collection, label, policy,
         parcel, position) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
  }

  write(drafts: readonly LeafDraft[], house: HouseRow): void {
    const ordered = [...drafts].sort((a, b) => compareCursors(a.place, b.place));
    const salts = randomBytes(SALT * ordered.length);
    for (const [i, draft] of ordered.entries()) {
      const salt = salts.subarray(i * SALT, (i + 1) * SALT);
      this.#insert.run(
        house.nextLeaf++,
        LEAF_KINDS.indexOf(draft.kind),
        hashOf(draft, salt, house.policyEpoch),
        salt,
        draft.record ?? null,
        ownDigest(draft),
        draft.collection?.id ?? null,
        draft.label?.id ?? null,
        house.policyEpoch,
        draft.parcel?.id ?? null,
        draft.place.position,
      );
    }
  }
}

/**
 * What a record's row holds is not kept twice; but the row of an erased record takes the digest of
 * other bytes when the same content comes again.
 */
function ownDigest({ kind, record, bytesDigest }: LeafDraft): Uint8Array | null {
  return record === undefined || kind === 'erasure' ? (bytesDigest ?? null) : null;
}

function hashOf(draft: LeafDraft, salt: Uint8Array, policy: number): Uint8Array {
  const { kind, bytesDigest, contentDigest, collection, label, parcel } = draft;
  return leafHash({
    kind,
    salt,
    policy,
    position: draft.place.position,
    ...(bytesDigest === undefined ? {} : { bytesDigest }),
    ...(contentDigest === undefined ? {} : { contentDigest }),
    ...(collection === undefined ? {} : { collection: collection.uuid }),
    ...(label === undefined ? {} : { labelDigest: label.digest }),
    ...(parcel === undefined ? {} : { parcel: parcel.uuid }),
  });
}
