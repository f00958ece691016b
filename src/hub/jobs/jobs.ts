/**
 * Long work with a face: every job says what is done, what failed and why, and at what rate. A job
 * that ended is kept for the operator's eye; what it did is in the audit trail.
 */
import { randomUUID } from 'node:crypto';
import type { Clock, Micros } from '../../core/clock.ts';
import { CybexError } from '../../core/error.ts';
import { LIMITS } from '../../core/limits.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';

export interface JobProgress {
  readonly done: number;
  readonly failed: number;
  readonly bytes?: number;
  /** Known only for some work. */
  readonly total?: number;
}

export interface JobView extends JobProgress {
  readonly id: string;
  readonly kind: string;
  readonly subject: string;
  readonly state: 'running' | 'done' | 'failed' | 'cancelled';
  readonly started: Micros;
  readonly ended?: Micros;
  /** Done per second since the start. */
  readonly rate: number;
  /** Why things failed, the first ones. */
  readonly why: readonly string[];
}

export interface JobHandle {
  readonly id: string;
  readonly signal: AbortSignal;
  progress(progress: JobProgress): void;
  fail(why: string): void;
}

interface Running {
  view: JobView;
  readonly abort: AbortController;
  readonly listeners: Set<(view: JobView) => void>;
}

export class Jobs {
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #metrics: Metrics;
  readonly #jobs = new Map<string, Running>();

  constructor(clock: Clock, log: Log, metrics: Metrics) {
    this.#clock = clock;
    this.#log = log;
    this.#metrics = metrics;
  }

  /** Runs the work as a job; the promise is the work's own, errors included. */
  async run<T>(kind: string, subject: string, work: (job: JobHandle) => Promise<T>): Promise<T> {
    const running = this.#begin(kind, subject);
    const { id } = running.view;
    const handle: JobHandle = {
      id,
      signal: running.abort.signal,
      progress: (progress) => this.#update(running, progress),
      fail: (why) => this.#update(running, { why: noted(running.view.why, why) }),
    };
    try {
      const result = await work(handle);
      this.#end(running, 'done');
      return result;
    } catch (error) {
      const cancelled = running.abort.signal.aborted;
      const why = error instanceof Error ? error.message : String(error);
      this.#update(running, { why: noted(running.view.why, why) });
      this.#end(running, cancelled ? 'cancelled' : 'failed');
      throw error;
    }
  }

  list(): readonly JobView[] {
    return [...this.#jobs.values()].map(({ view }) => view).reverse();
  }

  get(id: string): JobView | null {
    return this.#jobs.get(id)?.view ?? null;
  }

  cancel(id: string): void {
    const running = this.#jobs.get(id);
    if (running === undefined) throw new CybexError('absent', 'There is no such job.');
    running.abort.abort(new CybexError('conflict', 'The job was cancelled.'));
  }

  /** Every state of the job from now to its end. */
  async *events(id: string): AsyncGenerator<JobView> {
    const running = this.#jobs.get(id);
    if (running === undefined) return;
    const queue: JobView[] = [running.view];
    let wake = () => {};
    const listen = (view: JobView) => {
      queue.push(view);
      wake();
    };
    running.listeners.add(listen);
    try {
      for (;;) {
        for (let view = queue.shift(); view !== undefined; view = queue.shift()) {
          yield view;
          if (view.state !== 'running') return;
        }
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    } finally {
      running.listeners.delete(listen);
    }
  }

  cancelAll(): void {
    for (const { abort, view } of this.#jobs.values()) {
      if (view.state === 'running') abort.abort(new CybexError('unavailable', 'The hub stops.'));
    }
  }

  #begin(kind: string, subject: string): Running {
    const view: JobView = {
      id: randomUUID(),
      kind,
      subject,
      state: 'running',
      started: this.#clock.now(),
      done: 0,
      failed: 0,
      rate: 0,
      why: [],
    };
    const running = { view, abort: new AbortController(), listeners: new Set<() => void>() };
    this.#jobs.set(view.id, running);
    for (const [id, old] of this.#jobs) {
      if (this.#jobs.size <= LIMITS.jobs.remembered) break;
      if (old.view.state !== 'running') this.#jobs.delete(id);
    }
    return running;
  }

  #update(running: Running, change: Partial<JobView>): void {
    const view = { ...running.view, ...change };
    const seconds = Math.max(1e-3, (this.#clock.now() - view.started) / 1e6);
    running.view = { ...view, rate: Math.round(view.done / seconds) };
    for (const listener of running.listeners) listener(running.view);
  }

  #end(running: Running, state: JobView['state']): void {
    this.#update(running, { state, ended: this.#clock.now() });
    const { id, kind, done, failed, rate, why } = running.view;
    this.#metrics.jobs.inc({ kind, outcome: state });
    const facts = { job: id, kind, done, failed, rate, why: why[0] };
    if (state === 'done') this.#log.info(facts, 'job done');
    else this.#log.warn(facts, `job ${state}`);
  }
}

function noted(why: readonly string[], reason: string): readonly string[] {
  return why.length < LIMITS.jobs.reasons ? [...why, reason] : why;
}
