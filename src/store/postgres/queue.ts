/**
 * The one writer of a process. What waits is committed together: one transaction, one lock of the
 * sequencer, one flush of the disk for all of it. A transaction that fails because of one of its
 * jobs is repeated job by job, so that only that one fails.
 */
import type { Client } from 'pg';
import type { Clock } from '../../core/clock.ts';
import { LIMITS } from '../../core/limits.ts';
import type { Chunk, ChunkOutcome } from '../port.ts';
import { ChunkGroup, StaleChunks } from './chunk-group.ts';
import { Commit } from './commit.ts';
import { type Connections, isContention, isLostConnection, storeError } from './connect.ts';
import type { Current } from './current.ts';
import { checkDurable } from './durability.ts';
import { declarePresence } from './migrate.ts';
import { Names } from './names.ts';
import { Parcels } from './parcels.ts';

/** A piece of work of one transaction. Repeating it must not change what it does. */
export type Job =
  | { readonly kind: 'chunk'; readonly chunk: Chunk }
  /** Needs no positions; shares a transaction with others. */
  | { readonly kind: 'early'; readonly run: (client: Client) => Promise<unknown> }
  /** Under the sequencer's lock; shares a transaction with others. */
  | { readonly kind: 'late'; readonly run: (commit: Commit) => Promise<unknown> }
  /** A transaction of its own under the lock; `prepare` comes before it begins. */
  | {
      readonly kind: 'alone';
      readonly prepare: (client: Client) => Promise<void>;
      readonly run: (commit: Commit) => Promise<unknown>;
    };

interface Waiting {
  readonly job: Job;
  readonly weight: number;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** What a transaction of ours works with. */
export interface Tools {
  readonly current: Current;
  readonly clock: Clock;
  readonly names: Names;
  readonly parcels: Parcels;
  readonly slotSecret: Uint8Array;
}

/** How often work that another transaction was in the way of is repeated. */
const ATTEMPTS = 5;

export class WriteQueue {
  readonly tools: Tools;
  readonly #connections: Connections;
  readonly #waiting: Waiting[] = [];
  #client: Client | null = null;
  #working: Promise<void> | null = null;
  #closed = false;
  /** COMMIT was sent: without its answer nobody knows whether it was done. */
  #committing = false;

  constructor(connections: Connections, current: Current, clock: Clock, slotSecret: Uint8Array) {
    this.#connections = connections;
    const names = new Names(current);
    this.tools = { current, clock, names, parcels: new Parcels(), slotSecret };
  }

  /** Stores a chunk with whatever else waits. */
  append(chunk: Chunk): Promise<ChunkOutcome> {
    return this.#add({ kind: 'chunk', chunk }, Math.max(1, chunk.items.length));
  }

  early<T>(run: (client: Client) => Promise<T>): Promise<T> {
    return this.#add({ kind: 'early', run }, 1);
  }

  late<T>(run: (commit: Commit) => Promise<T>): Promise<T> {
    return this.#add({ kind: 'late', run }, 1);
  }

  alone<T>(
    run: (commit: Commit) => Promise<T>,
    prepare: (client: Client) => Promise<void> = () => Promise.resolve(),
  ): Promise<T> {
    return this.#add({ kind: 'alone', prepare, run }, 1);
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#working;
    await this.#client?.end();
    this.#client = null;
  }

  #add<T>(job: Job, weight: number): Promise<T> {
    if (this.#closed) return Promise.reject(storeError(new Error('the store is closed')));
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({ job, weight, resolve: resolve as (value: unknown) => void, reject });
      this.#working ??= this.#work();
    });
  }

  async #work(): Promise<void> {
    // Whatever is asked for in the same turn of the loop goes into the first transaction.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#waiting.length > 0) await this.#commitTogether(this.#take());
    // In the same turn as the look at the queue: what is added from now on begins anew.
    this.#working = null;
  }

  /** The next jobs that may share a transaction. */
  #take(): Waiting[] {
    const taken: Waiting[] = [];
    const chunks = new Set<string>();
    let weight = 0;
    let bytes = 0;
    while (this.#waiting.length > 0) {
      const [next] = this.#waiting;
      if (next === undefined) break;
      const { job } = next;
      if (job.kind === 'alone' && taken.length > 0) break;
      if (job.kind === 'chunk') {
        const key = `${job.chunk.parcel} ${job.chunk.sequence}`;
        // The same chunk twice: the second is answered from what the first has stored.
        if (chunks.has(key)) break;
        chunks.add(key);
        bytes += bytesOf(job.chunk);
      }
      weight += next.weight;
      const { groupRecords, groupBytes } = LIMITS.postgres;
      if (taken.length > 0 && (weight > groupRecords || bytes > groupBytes)) break;
      taken.push(next);
      this.#waiting.shift();
      if (job.kind === 'alone') break;
    }
    return taken;
  }

  async #commitTogether(group: readonly Waiting[]): Promise<void> {
    let rest = group;
    for (let attempt = 1; rest.length > 0; attempt++) {
      try {
        const results = await this.#transaction(rest.map(({ job }) => job));
        for (const [index, waiting] of rest.entries()) settle(waiting, results[index]);
        return;
      } catch (error) {
        if (error instanceof StaleChunks) {
          const stale = rest.filter(({ job }) => error.isStale(job));
          for (const { resolve } of stale) resolve({ kind: 'stale' });
          rest = rest.filter((waiting) => !stale.includes(waiting));
        } else if (!(await this.#mayRepeat(rest, error, attempt))) {
          await this.#giveUp(rest, error);
          return;
        }
      }
    }
  }

  /**
   * After a lost connection the same work is done once more. When the answer to COMMIT was lost,
   * that is safe for what knows that it was done already: chunks, and what writes one row by its key.
   */
  async #mayRepeat(group: readonly Waiting[], error: unknown, attempt: number): Promise<boolean> {
    if (isLostConnection(error)) {
      const known = group.every(({ job }) => job.kind === 'chunk' || job.kind === 'early');
      await this.#dropClient();
      return attempt === 1 && (known || !this.#committing);
    }
    this.tools.names.forget();
    return isContention(error) && attempt < ATTEMPTS;
  }

  async #giveUp(group: readonly Waiting[], error: unknown): Promise<void> {
    if (group.length === 1 || isLostConnection(error)) {
      for (const { reject } of group) reject(storeError(error));
      return;
    }
    for (const waiting of group) await this.#commitTogether([waiting]);
  }

  async #transaction(jobs: readonly Job[]): Promise<(Result | undefined)[]> {
    const client = await this.#connected();
    const { current, clock } = this.tools;
    const chunks = new ChunkGroup(
      this.tools,
      jobs.flatMap((job) => (job.kind === 'chunk' ? [job.chunk] : [])),
    );
    this.#committing = false;
    await chunks.prepare(client);
    for (const job of jobs) if (job.kind === 'alone') await job.prepare(client);
    await client.query('BEGIN');
    try {
      const results = new Map<Job, unknown>();
      for (const job of jobs) {
        if (job.kind === 'early') results.set(job, await job.run(client));
      }
      await chunks.takeIn(client);
      if (chunks.needsCommit || jobs.some(({ kind }) => kind === 'late' || kind === 'alone')) {
        const commit = await Commit.begin(client, clock, current);
        await chunks.store(commit);
        for (const job of jobs) {
          if (job.kind === 'late' || job.kind === 'alone') results.set(job, await job.run(commit));
        }
        await commit.finish();
      }
      this.#committing = true;
      await client.query('COMMIT');
      return jobs.map((job) =>
        job.kind === 'chunk' ? chunks.result(job.chunk) : { value: results.get(job) },
      );
    } catch (error) {
      // Nothing that was begun may stay open: the next transaction would commit it with its own.
      await client.query('ROLLBACK').catch(() => this.#dropClient());
      throw error;
    }
  }

  async #connected(): Promise<Client> {
    if (this.#client !== null) return this.#client;
    const client = await this.#connections.writer();
    try {
      // Each time: it may be another server by now, or set otherwise.
      await checkDurable(client);
      await declarePresence(client);
    } catch (error) {
      await client.end().catch(() => {});
      throw storeError(error);
    }
    client.once('end', () => {
      if (this.#client === client) this.#client = null;
    });
    this.#client = client;
    return client;
  }

  /** Forgets everything that the lost connection may not have committed. */
  async #dropClient(): Promise<void> {
    const client = this.#client;
    this.#client = null;
    this.tools.names.forget();
    this.tools.parcels.forget();
    await client?.end().catch(() => {});
  }

  /** Connects now, so that a database that cannot be used is found at once. */
  async open(): Promise<void> {
    await this.#connected();
  }
}

/** What a job came to; an error is this job's alone and does not undo the others. */
export type Result = { readonly value: unknown } | { readonly error: unknown };

function settle({ resolve, reject }: Waiting, result: Result | undefined): void {
  if (result === undefined) reject(storeError(new Error('a job has no result')));
  else if ('error' in result) reject(storeError(result.error));
  else resolve(result.value);
}

function bytesOf(chunk: Chunk): number {
  return chunk.items.reduce(
    (sum, item) => sum + (item.kind === 'placed' ? item.record.bytes.length : item.bytes.length),
    0,
  );
}
