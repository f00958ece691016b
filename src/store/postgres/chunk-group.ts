/** The chunks that share a transaction, from the look-ups before it to their outcomes. */
import type { Client } from 'pg';
import { CybexError } from '../../core/error.ts';
import { readOutcomes } from '../outcome-line.ts';
import type { Chunk, ItemOutcome } from '../port.ts';
import { shelfName } from '../shelf-name.ts';
import type { Commit } from './commit.ts';
import { rowsOf, sql } from './connect.ts';
import { type Load, placedOf, type TakenIn, takeIn, wordsOf } from './intake.ts';
import { absentParcel } from './parcels.ts';
import type { Job, Result, Tools } from './queue.ts';
import { Storing } from './storing.ts';
import { int4s, int8s, texts } from './wire.ts';

const STORED_BEFORE = sql(
  `SELECT c.parcel, c.sequence, c.outcomes
   FROM unnest($1::bigint[], $2::integer[]) AS u (parcel, sequence)
     JOIN parcel_chunk c USING (parcel, sequence)`,
);
const DEFINED = sql(
  `SELECT DISTINCT r.defines AS marking, p.organisation
   FROM record r JOIN provenance v ON v.record = r.id JOIN parcel p ON p.id = v.parcel
   WHERE r.defines = ANY ($1::text[]) AND NOT r.erased`,
);

/** Thrown in a transaction to undo it: what some of its chunks were decided on has changed. */
export class StaleChunks extends Error {
  readonly #chunks: ReadonlySet<Chunk>;

  constructor(chunks: ReadonlySet<Chunk>) {
    super('decisions of a chunk are stale');
    this.#chunks = chunks;
  }

  isStale(job: Job): boolean {
    return job.kind === 'chunk' && this.#chunks.has(job.chunk);
  }
}

export class ChunkGroup {
  readonly #tools: Tools;
  readonly #chunks: readonly Chunk[];
  readonly #results = new Map<Chunk, Result>();
  #loads: Load[] = [];
  #taken: TakenIn = { records: new Map(), bytes: 0 };

  constructor(tools: Tools, chunks: readonly Chunk[]) {
    this.#tools = tools;
    this.#chunks = chunks;
  }

  get needsCommit(): boolean {
    return this.#loads.length > 0;
  }

  result(chunk: Chunk): Result | undefined {
    return this.#results.get(chunk);
  }

  /** Before the transaction: parcels are found, and everything that is named gets its number. */
  async prepare(client: Client): Promise<void> {
    const { parcels, names } = this.#tools;
    await parcels.find(
      client,
      this.#chunks.map(({ parcel }) => parcel),
    );
    for (const chunk of this.#chunks) {
      const parcel = parcels.get(chunk.parcel);
      if (parcel === undefined) this.#results.set(chunk, { error: absentParcel(chunk.parcel) });
      else if (parcel.collection === '' && placedOf(chunk).length > 0) {
        this.#results.set(chunk, { error: withoutCollection() });
      } else this.#loads.push({ chunk, parcel });
    }
    if (this.#loads.length === 0) return;
    await this.#answerStored(client);
    const placed = this.#loads.flatMap(({ chunk, parcel: { collection } }) =>
      placedOf(chunk).map(({ label, record }) => ({
        shelf: shelfName(collection, record.identity.format),
        label,
      })),
    );
    await names.ensure(client, wordsOf(this.#loads), placed);
  }

  async takeIn(client: Client): Promise<void> {
    if (this.#loads.length === 0) return;
    const { current, names } = this.#tools;
    this.#taken = await takeIn(client, current.terms, names, this.#loads);
  }

  /** Under the lock: verifies what was decided on, then stores. */
  async store(commit: Commit): Promise<void> {
    if (this.#loads.length === 0) return;
    const stale = await this.#stale(commit);
    if (stale.size > 0) throw new StaleChunks(stale);
    const { current, names, slotSecret } = this.#tools;
    const storing = new Storing(commit, current, names, slotSecret, this.#taken);
    const outcomes = await storing.store(this.#loads);
    for (const [index, { chunk }] of this.#loads.entries()) {
      this.#results.set(chunk, committed(outcomes[index] ?? []));
    }
  }

  /** Chunks that were stored before are answered as they were then. */
  async #answerStored(client: Client): Promise<void> {
    const found = await rowsOf<{ parcel: number; sequence: number; outcomes: string }>(
      client,
      STORED_BEFORE,
      int8s(this.#loads.map(({ parcel }) => parcel.number)),
      int4s(this.#loads.map(({ chunk }) => chunk.sequence)),
    );
    const outcomes = new Map(found.map((row) => [`${row.parcel} ${row.sequence}`, row.outcomes]));
    this.#loads = this.#loads.filter(({ chunk, parcel }) => {
      const line = outcomes.get(`${parcel.number} ${chunk.sequence}`);
      if (line === undefined) return true;
      this.#results.set(chunk, committed(readOutcomes(line)));
      return false;
    });
  }

  async #stale(commit: Commit): Promise<Set<Chunk>> {
    const stale = new Set<Chunk>();
    const missing = new Set<string>();
    for (const { chunk } of this.#loads) {
      if (chunk.reads.policyEpoch !== commit.policyEpoch) stale.add(chunk);
      for (const marking of chunk.reads.missingDefinitions) missing.add(marking);
    }
    if (missing.size === 0) return stale;
    const rows = await rowsOf<{ marking: string; organisation: string }>(
      commit.client,
      DEFINED,
      texts([...missing]),
    );
    // What this very transaction brings is not yet in force; the outbox relabels for it later.
    const own = new Set(
      this.#loads.flatMap(({ chunk, parcel }) =>
        placedOf(chunk).map((item) => `${item.record.markings.defines?.id} ${parcel.organisation}`),
      ),
    );
    const defined = new Set(
      rows
        .map(({ marking, organisation }) => `${marking} ${organisation}`)
        .filter((definition) => !own.has(definition)),
    );
    const operators = await this.#operators(commit);
    for (const { chunk, parcel } of this.#loads) {
      const found = chunk.reads.missingDefinitions.some((marking) =>
        [parcel.organisation, ...operators].some((by) => defined.has(`${marking} ${by}`)),
      );
      if (found) stale.add(chunk);
    }
    return stale;
  }

  /** The operator, too, says what markings mean, for everybody. */
  async #operators({ client, policyEpoch }: Commit): Promise<string[]> {
    const { current } = this.#tools;
    const known = current.directory?.policyEpoch === policyEpoch ? current.directory : null;
    const { organisations } = known ?? (await current.loadDirectory(client));
    return organisations.filter(({ operator }) => operator).map(({ id }) => id);
  }
}

function committed(items: readonly ItemOutcome[]): Result {
  return { value: { kind: 'committed', items } };
}

function withoutCollection(): CybexError {
  return new CybexError('invalid-argument', 'a parcel without a collection takes no records');
}
