/** Jobs that wait for the writer: whatever waits is committed together, with one write to disk. */
import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises';
import type { Micros } from '../../core/clock.ts';
import { CybexError } from '../../core/error.ts';
import { LIMITS } from '../../core/limits.ts';
import { storeFailure } from './failure.ts';
import type { Committer } from './reserve.ts';
import { type Job, weightOf } from './writer.ts';

interface Waiting {
  readonly job: Job;
  readonly now: Micros;
  resolve(value: unknown): void;
  reject(error: CybexError): void;
}

export class WriteQueue {
  readonly #writer: Committer;
  #waiting: Waiting[] = [];
  #running: Promise<void> | null = null;
  #closed = false;

  constructor(writer: Committer) {
    this.#writer = writer;
  }

  /** Resolves when the job is durable, rejects with a CybexError when nothing of it is. */
  push(job: Job, now: Micros): Promise<unknown> {
    if (this.#closed) return Promise.reject(new CybexError('unavailable', 'the store is closed'));
    return new Promise((resolve, reject) => {
      this.#waiting.push({ job, now, resolve, reject });
      this.#running ??= this.#run();
    });
  }

  /** Refuses new jobs and waits for those that are in. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#running;
  }

  async #run(): Promise<void> {
    // What arrives in the same turn of the event loop goes into the same commit.
    await turn();
    while (this.#waiting.length > 0) {
      const batch = this.#take();
      await this.#commit(batch).catch((error) => {
        for (const { reject } of batch) reject(storeFailure(error));
      });
      await turn();
    }
    this.#running = null;
  }

  async #commit(batch: readonly Waiting[]): Promise<void> {
    const now = Math.max(...batch.map((each) => each.now));
    const wait = this.#writer.wait(now);
    if (wait > 0) await sleep(Math.ceil(wait / 1_000));
    const results = this.#writer.commit(
      batch.map((each) => each.job),
      now,
    );
    for (const [i, { resolve, reject }] of batch.entries()) {
      const result = results[i];
      if (result?.ok === true) resolve(result.value);
      else reject(result?.error ?? new CybexError('internal', 'a job has no result'));
    }
  }

  /** As many jobs, in order, as one commit may place. */
  #take(): Waiting[] {
    let weight = 0;
    let count = 0;
    for (const { job } of this.#waiting) {
      weight += weightOf(job);
      if (count > 0 && weight > LIMITS.store.placedPerCommit) break;
      count++;
    }
    return this.#waiting.splice(0, count);
  }
}
