/** Storing one chunk: the atomic unit of everything that enters the house. */
import { sha256 } from '../../core/digest.ts';
import { CybexError } from '../../core/error.ts';
import { LIMITS } from '../../core/limits.ts';
import type { Chunk, ChunkItem, ChunkOutcome, DecisionReads, ItemOutcome } from '../port.ts';
import { shelfName } from '../shelf-name.ts';
import type { Commit } from './commit.ts';
import type { DirectoryTable } from './directory-table.ts';
import type { Database } from './driver.ts';
import type { ParcelRow, Parcels } from './parcels.ts';
import type { OpenParcel, Placer } from './placing.ts';
import { type Repositioner, shelfKey } from './repositioning.ts';
import { Query } from './rows.ts';

export class Appender {
  readonly #parcels: Parcels;
  readonly #placer: Placer;
  readonly #repositioner: Repositioner;
  readonly #directory: DirectoryTable;
  readonly #defined: Query<[number]>;

  constructor(
    database: Database,
    parts: {
      readonly parcels: Parcels;
      readonly placer: Placer;
      readonly repositioner: Repositioner;
      readonly directory: DirectoryTable;
    },
  ) {
    this.#parcels = parts.parcels;
    this.#placer = parts.placer;
    this.#repositioner = parts.repositioner;
    this.#directory = parts.directory;
    this.#defined = new Query(
      database,
      'SELECT 1 FROM definition WHERE marking = ? AND organisation = ?',
    );
  }

  append(commit: Commit, chunk: Chunk): ChunkOutcome {
    if (chunk.items.length > LIMITS.chunk.records) {
      throw new CybexError('invalid-argument', `a chunk has at most ${LIMITS.chunk.records} items`);
    }
    const parcel = this.#parcels.open(chunk);
    if (!('id' in parcel)) return { kind: 'committed', items: parcel };
    if (this.#isStale(commit, parcel, chunk.reads)) return { kind: 'stale' };
    this.#repositioner.begin();
    const items = this.#storeItems(commit, parcel, chunk);
    this.#repositioner.end(commit);
    this.#parcels.finish(parcel, chunk, items);
    this.#witness(commit, parcel, chunk, items);
    return { kind: 'committed', items };
  }

  /** What the decision rested on, read again where nothing can change any more. */
  #isStale(commit: Commit, parcel: ParcelRow, reads: DecisionReads): boolean {
    if (reads.policyEpoch !== commit.house.policyEpoch) return true;
    if (reads.missingDefinitions.length === 0) return false;
    const sources = [parcel.organisation, ...this.#directory.operators(commit.house.policyEpoch)];
    return reads.missingDefinitions.some((marking) =>
      sources.some((organisation) => this.#defined.first(marking, organisation) !== undefined),
    );
  }

  #storeItems(commit: Commit, parcel: ParcelRow, chunk: Chunk): ItemOutcome[] {
    const { collections } = commit.ground;
    const shelf = (format: string) =>
      shelfKey(commit, collections.intern(shelfName(parcel.collection, format)));
    const open: OpenParcel | null = parcel.collection === '' ? null : { ...parcel, shelf };
    return chunk.items.map((item, ordinal) => {
      const place = { sequence: chunk.sequence, ordinal };
      if (item.kind === 'placed') return this.#storePlaced(commit, open, place, item);
      this.#parcels.refuse(commit, parcel, place, item);
      return { kind: 'refused' };
    });
  }

  #storePlaced(
    commit: Commit,
    parcel: OpenParcel | null,
    place: { readonly sequence: number; readonly ordinal: number },
    item: ChunkItem & { readonly kind: 'placed' },
  ): ItemOutcome {
    if (parcel === null) {
      throw new CybexError('invalid-argument', 'a parcel without collection takes no records');
    }
    const { outcome, stored } = this.#placer.place(commit, parcel, item);
    const { bytes } = item.record;
    const differ = !stored.fresh && Buffer.compare(sha256(bytes), stored.bytesDigest) !== 0;
    if (differ) commit.house.bytes += bytes.length;
    this.#parcels.provenance(parcel.id, place, stored.id, differ ? bytes : null);
    return outcome;
  }

  #witness(
    commit: Commit,
    parcel: ParcelRow,
    chunk: Chunk,
    outcomes: readonly ItemOutcome[],
  ): void {
    const { organisation, principal } = parcel;
    const stored = outcomes.some(({ kind }) => kind !== 'refused' && kind !== 'duplicate');
    if (stored) commit.ground.outbox({ kind: 'stored', subject: chunk.parcel, organisation });
    commit.ground.audit(commit.now, {
      principal,
      organisation,
      action: 'chunk.store',
      subject: chunk.parcel,
      outcome: 'done',
      detail: {
        sequence: chunk.sequence,
        outcomes: tally(outcomes.map(({ kind }) => kind)),
        rules: tally(chunk.items.flatMap((item) => (item.kind === 'placed' ? item.rules : []))),
      },
    });
  }
}

function tally(names: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return Object.fromEntries(counts);
}
