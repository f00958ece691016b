/**
 * The writing half of a SQLite house, synchronous: it runs in the writer's thread, or in a
 * command's own. Jobs that wait are committed together.
 */
import type { Micros } from '../../core/clock.ts';
import type { CybexError } from '../../core/error.ts';
import type { Principal } from '../../core/principal.ts';
import type {
  AuditEntry,
  Chunk,
  Delivery,
  DirectoryChange,
  Parcel,
  ParcelHead,
  Relabel,
  Sees,
  StatusRecord,
} from '../port.ts';
import { throttle } from '../position.ts';
import { Appender } from './append.ts';
import { Commit, Ground } from './commit.ts';
import { BUSY_MS } from './connect.ts';
import { DirectoryWriter } from './directory-table.ts';
import type { Database } from './driver.ts';
import { storeFailure } from './failure.ts';
import { Memberships } from './memberships.ts';
import { Notes } from './notes.ts';
import { Parcels } from './parcels.ts';
import { Placer } from './placing.ts';
import { Records } from './records.ts';
import { type Handle, Remover } from './removal.ts';
import { Reofferer } from './reoffer.ts';
import { Repositioner } from './repositioning.ts';

/** Everything that a writer does, as data that can cross to another thread. */
export type Job =
  | { readonly do: 'receive'; readonly head: ParcelHead }
  | { readonly do: 'append'; readonly chunk: Chunk }
  | {
      readonly do: 'close';
      readonly parcel: string;
      readonly digest: Uint8Array;
      readonly size: number;
      readonly status: Parcel['status'];
    }
  | { readonly do: 'remove'; readonly handles: readonly Handle[]; readonly entry: AuditEntry }
  | { readonly do: 'relabel'; readonly changes: readonly Relabel[]; readonly entry: AuditEntry }
  | { readonly do: 'release'; readonly now: Micros; readonly limit: number }
  | {
      readonly do: 'reoffer';
      readonly organisation: string;
      readonly before: Principal;
      readonly after: Principal;
      readonly limit: number;
      readonly until?: Micros;
    }
  | { readonly do: 'erase'; readonly handles: readonly Handle[]; readonly entry: AuditEntry }
  /** One step of cleaning the index after an erasure; gives how many more may be needed. */
  | { readonly do: 'purge'; readonly first: boolean }
  | { readonly do: 'audit'; readonly entry: AuditEntry }
  | { readonly do: 'deliver'; readonly delivery: Delivery }
  | { readonly do: 'saveStatus'; readonly status: StatusRecord }
  | { readonly do: 'retain'; readonly now: Micros }
  | { readonly do: 'takeOutbox'; readonly limit: number }
  | { readonly do: 'doneOutbox'; readonly ids: readonly number[] }
  | {
      readonly do: 'change';
      readonly changes: readonly DirectoryChange[];
      readonly entry: AuditEntry;
    }
  | { readonly do: 'keep'; readonly name: string; readonly value: unknown }
  | { readonly do: 'forget'; readonly name: string }
  | { readonly do: 'secret'; readonly name: string }
  | { readonly do: 'startFeedEpoch'; readonly epoch: string };

export type JobResult =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: CybexError };

export class SqliteWriter {
  readonly #database: Database;
  readonly #ground: Ground;
  readonly #directory: DirectoryWriter;
  readonly #parcels: Parcels;
  readonly #appender: Appender;
  readonly #remover: Remover;
  readonly #repositioner: Repositioner;
  readonly #reofferer: Reofferer;
  readonly #notes: Notes;

  constructor(database: Database, sees: Sees) {
    this.#database = database;
    this.#ground = new Ground(database);
    this.#directory = new DirectoryWriter(database);
    this.#parcels = new Parcels(database);
    const memberships = new Memberships(database);
    const repositioner = new Repositioner(database, memberships);
    const records = new Records(database, memberships.gists);
    const placer = new Placer(database, { records, memberships, repositioner });
    const directory = this.#directory;
    const parcels = this.#parcels;
    this.#appender = new Appender(database, { parcels, placer, repositioner, directory });
    this.#remover = new Remover(database, { memberships, placer, repositioner });
    this.#repositioner = repositioner;
    this.#reofferer = new Reofferer(database, { memberships, repositioner, directory, sees });
    this.#notes = new Notes(database);
  }

  /** Microseconds to wait before the next commit, so that positions stay near the clock. */
  wait(now: Micros): Micros {
    return throttle(this.#ground.house.read().lastPosition, now);
  }

  /** Commits these jobs in one transaction; a job that fails takes no other with it. */
  commit(jobs: readonly Job[], now: Micros): JobResult[] {
    const erasing = jobs.some((job) => job.do === 'erase' || job.do === 'purge');
    try {
      // What is erased is overwritten, in the file and then in the log, not only unlinked.
      if (erasing) this.#database.exec('PRAGMA secure_delete = ON');
      return this.#transact(jobs, now);
    } catch (error) {
      const failure = storeFailure(error);
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
      this.#forget();
      return jobs.map(() => ({ ok: false, error: failure }));
    } finally {
      if (erasing) this.#emptyLog();
    }
  }

  /** After an erasure: what was erased also leaves the write-ahead log, as soon as no one reads. */
  #emptyLog(): void {
    this.#database.exec('PRAGMA secure_delete = OFF; PRAGMA busy_timeout = 200');
    try {
      this.#database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    } catch {
      // What was committed stays committed; the next checkpoint empties the log.
    }
    this.#database.exec(`PRAGMA busy_timeout = ${BUSY_MS}`);
  }

  #transact(jobs: readonly Job[], now: Micros): JobResult[] {
    this.#database.exec('BEGIN IMMEDIATE');
    const commit = new Commit(this.#ground, now);
    const results = jobs.map((job) => this.#attempt(commit, job));
    commit.finish();
    this.#database.exec('COMMIT');
    return results;
  }

  #attempt(commit: Commit, job: Job): JobResult {
    try {
      return { ok: true, value: commit.attempt(() => this.#run(commit, job)) };
    } catch (error) {
      this.#directory.forget();
      // The engine has given up the whole transaction: none of its jobs is done.
      if (!this.#database.isTransaction) throw error;
      return { ok: false, error: storeFailure(error) };
    }
  }

  #forget(): void {
    this.#directory.forget();
    this.#ground.forget(this.#ground.house.read());
  }

  #run(commit: Commit, job: Job): unknown {
    switch (job.do) {
      case 'receive':
        return this.#parcels.receive(commit, job.head);
      case 'append':
        return this.#appender.append(commit, job.chunk);
      case 'close':
        return this.#parcels.close(job.parcel, job.digest, job.size, job.status);
      case 'remove':
        return this.#remover.remove(commit, job.handles, job.entry);
      case 'erase':
        return this.#remover.erase(commit, job.handles, job.entry);
      case 'purge':
        return this.#ground.search.purge(job.first);
      case 'relabel':
        return this.#repositioner.relabel(commit, job.changes, job.entry);
      case 'release':
        return this.#repositioner.release(commit, job.now, job.limit);
      case 'reoffer':
        return this.#reofferer.reoffer(commit, job);
      case 'audit':
        return this.#ground.audit(commit.now, job.entry);
      case 'change':
        return this.#directory.change(commit, job.changes, job.entry);
      case 'startFeedEpoch':
        commit.house.feedEpoch = job.epoch;
        return job.epoch;
      default:
        return this.#note(commit, job);
    }
  }

  #note(commit: Commit, job: NoteJob): unknown {
    switch (job.do) {
      case 'deliver':
        return this.#notes.deliver(commit, job.delivery);
      case 'saveStatus':
        return this.#notes.saveStatus(job.status);
      case 'retain':
        return { deleted: this.#notes.retain(commit, job.now) };
      case 'takeOutbox':
        return this.#notes.takeOutbox(job.limit);
      case 'doneOutbox':
        return this.#notes.doneOutbox(job.ids);
      case 'keep':
        return this.#notes.keep(job.name, job.value);
      case 'forget':
        return this.#notes.forget(job.name);
      case 'secret':
        return this.#notes.secret(job.name);
    }
  }
}

type NoteJob = Extract<
  Job,
  {
    readonly do:
      | 'deliver'
      | 'saveStatus'
      | 'retain'
      | 'takeOutbox'
      | 'doneOutbox'
      | 'keep'
      | 'forget'
      | 'secret';
  }
>;

/** Memberships that a job may place, so that a commit does not place more than it has slots. */
export function weightOf(job: Job): number {
  switch (job.do) {
    case 'append':
      return job.chunk.items.length;
    case 'relabel':
      return job.changes.length;
    case 'remove':
    case 'erase':
      return job.handles.length * 2;
    case 'release':
    case 'reoffer':
      return job.limit;
    default:
      return 1;
  }
}
