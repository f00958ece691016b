/** One worker of a house as its user sees it: calls with answers, and a new worker when one dies. */
import { Worker } from 'node:worker_threads';
import type { Micros } from '../../core/clock.ts';
import { CybexError } from '../../core/error.ts';
import type { ReadCall } from './engine.ts';
import { readError, type WireJob, type WorkerReply, type WorkerStart } from './wire.ts';

interface Pending {
  resolve(value: unknown): void;
  reject(error: CybexError): void;
}

/** A worker that dies this soon after its start is not started again at once. */
const RESTART_MS = 200;
/** Used up bodies that wait for the next call; what is over this many is left to the collector. */
const SPENT_MOST = 64;

export class StoreThread {
  readonly #entry: URL;
  readonly #start: WorkerStart;
  readonly #pending = new Map<number, Pending>();
  #worker: Worker | null = null;
  #restart: NodeJS.Timeout | null = null;
  #spent: ArrayBuffer[] = [];
  #next = 1;
  #closing = false;

  constructor(entry: URL, start: WorkerStart) {
    this.#entry = entry;
    this.#start = start;
    this.#spawn();
  }

  /** Calls that wait for an answer: the least loaded thread takes the next. */
  get load(): number {
    return this.#pending.size;
  }

  /** `bytes` are given away. Rejects with CybexError `unavailable` when the worker dies. */
  call(work: WireJob | ReadCall, now: Micros, bytes?: Uint8Array): Promise<unknown> {
    const worker = this.#worker;
    if (worker === null) return Promise.reject(died());
    return new Promise((resolve, reject) => {
      const id = this.#next++;
      this.#pending.set(id, { resolve, reject });
      if (this.#pending.size === 1) worker.ref();
      const spent = this.#spent.splice(0);
      const request = { id, now, work, spent };
      if (bytes === undefined) worker.postMessage(request, spent);
      else worker.postMessage({ ...request, bytes }, [...spent, bytes.buffer as ArrayBuffer]);
    });
  }

  /**
   * Takes the bytes of an answer back. Bytes that another thread made weigh on this one's heap, and
   * V8 answers that weight with full collections: they were a third of what a page costs. Handed
   * on they weigh nothing at once, and the worker's own heap is small.
   */
  takeBack(bytes: ArrayBuffer): void {
    if (this.#spent.length < SPENT_MOST && !this.#spent.includes(bytes)) this.#spent.push(bytes);
  }

  /** Ends the worker after what it was given; resolves when its files are closed. */
  async close(): Promise<void> {
    this.#closing = true;
    if (this.#restart !== null) clearTimeout(this.#restart);
    const worker = this.#worker;
    if (worker === null) return;
    const ended = new Promise((resolve) => worker.once('exit', resolve));
    worker.ref();
    worker.postMessage(null);
    await ended;
  }

  #spawn(): void {
    const worker = new Worker(this.#entry, { workerData: this.#start });
    const started = performance.now();
    this.#worker = worker;
    // An idle house does not keep a process alive; one with a call under way does.
    worker.unref();
    worker.on('message', (reply: WorkerReply) => this.#settle(reply));
    // The reason of a death is of no use to those who wait: their answer is that it died.
    worker.on('error', () => undefined);
    worker.once('exit', () => this.#ended(performance.now() - started));
  }

  #settle(reply: WorkerReply): void {
    const pending = this.#pending.get(reply.id);
    this.#pending.delete(reply.id);
    if (this.#pending.size === 0 && !this.#closing) this.#worker?.unref();
    if ('error' in reply) pending?.reject(readError(reply.error));
    else pending?.resolve(reply.value);
  }

  #ended(age: number): void {
    this.#worker = null;
    for (const { reject } of this.#pending.values()) reject(died());
    this.#pending.clear();
    if (this.#closing) return;
    const delay = age < RESTART_MS ? RESTART_MS : 0;
    this.#restart = setTimeout(() => this.#spawn(), delay).unref();
  }
}

function died(): CybexError {
  return new CybexError('unavailable', 'the store’s worker ended; it is being started again', {
    retryAfter: 1,
  });
}
