/**
 * Room that is kept for when the disk is full. Reading needs a line in the ledger before its answer,
 * and an operator has to be able to revoke, remove and erase: for these a file of its own is given
 * up, and taken again when there is room. Whatever brings content is refused until then.
 */
import { randomBytes } from 'node:crypto';
import { closeSync, openSync, rmSync, statfsSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Micros } from '../../core/clock.ts';
import { CybexError } from '../../core/error.ts';
import { LIMITS } from '../../core/limits.ts';
import type { Job, JobResult } from './writer.ts';

const BLOCK = 65_536;

export interface Reserve {
  readonly isHeld: boolean;
  giveUp(): void;
  /** Takes the room again where there is enough of it; true when it is held then. */
  restore(): boolean;
}

/** The room as a file beside the house. */
export class ReserveFile implements Reserve {
  readonly #path: string;
  readonly #bytes: number;
  #held: boolean;

  constructor(file: string, bytes: number = LIMITS.store.reserveBytes) {
    this.#path = `${file}-reserve`;
    this.#bytes = bytes;
    this.#held = this.#isWhole();
    this.restore();
  }

  get isHeld(): boolean {
    return this.#held;
  }

  giveUp(): void {
    this.#held = false;
    rmSync(this.#path, { force: true });
  }

  restore(): boolean {
    if (this.#held) return true;
    try {
      const { bavail, bsize } = statfsSync(dirname(this.#path));
      // As much again stays free, so that what is taken is not missed at once.
      if (bavail * bsize >= 2 * this.#bytes) this.#write();
    } catch {
      this.giveUp();
    }
    return this.#held;
  }

  #isWhole(): boolean {
    return statSync(this.#path, { throwIfNoEntry: false })?.size === this.#bytes;
  }

  /** Random bytes: a file system that packs zeros would keep no room. */
  #write(): void {
    const block = randomBytes(BLOCK);
    const file = openSync(this.#path, 'w', 0o600);
    try {
      for (let left = this.#bytes; left > 0; ) {
        left -= writeSync(file, block, 0, Math.min(left, BLOCK));
      }
      this.#held = true;
    } finally {
      closeSync(file);
    }
  }
}

/** What goes on while the disk is full: it is small, or makes room, or takes rights away. */
const GOES_ON: ReadonlySet<Job['do']> = new Set([
  'deliver',
  'audit',
  'change',
  'remove',
  'erase',
  'purge',
] as const);

export interface Committer {
  wait(now: Micros): Micros;
  commit(jobs: readonly Job[], now: Micros): JobResult[];
}

/** A writer with room in reserve. */
export class ProvidentWriter implements Committer {
  readonly #writer: Committer;
  readonly #reserve: Reserve;
  readonly #foldLog: () => void;
  #isFull = false;

  /** `foldLog` writes the log into the house, so that its room is used again. */
  constructor(writer: Committer, reserve: Reserve, foldLog: () => void) {
    this.#writer = writer;
    this.#reserve = reserve;
    this.#foldLog = foldLog;
  }

  wait(now: Micros): Micros {
    return this.#writer.wait(now);
  }

  commit(jobs: readonly Job[], now: Micros): JobResult[] {
    if (this.#isFull) this.#isFull = !this.#reserve.restore();
    if (this.#isFull) return this.#withReserve(jobs, jobs.map(refusal), now);
    const results = this.#writer.commit(jobs, now);
    const isOwed = results.some((result, i) => isFull(result) && mayGoOn(jobs[i]));
    if (!isOwed || !this.#reserve.isHeld) return results;
    this.#reserve.giveUp();
    this.#isFull = true;
    return this.#withReserve(jobs, results, now);
  }

  /** Those of the jobs that were refused for want of room, and may go on all the same. */
  #withReserve(jobs: readonly Job[], results: JobResult[], now: Micros): JobResult[] {
    const again = jobs.flatMap((job, i) => (isFull(results[i]) && mayGoOn(job) ? [i] : []));
    const chosen = again.flatMap((i) => jobs[i] ?? []);
    if (chosen.length === 0) return results;
    const made = this.#writer.commit(chosen, now);
    this.#foldLog();
    const all = [...results];
    for (const [n, i] of again.entries()) all[i] = made[n] ?? refusal();
    return all;
  }
}

function mayGoOn(job: Job | undefined): boolean {
  return job !== undefined && GOES_ON.has(job.do);
}

function isFull(result: JobResult | undefined): boolean {
  return result?.ok === false && result.error.code === 'storage-full';
}

function refusal(): JobResult {
  const error = new CybexError('storage-full', 'the disk of the store is full', {
    retryAfter: 60,
    remedy: 'Free space where the data lie; writing goes on by itself.',
  });
  return { ok: false, error };
}
