/** Opening a SQLite house whose engines run in worker threads: what a running hub does. */
import { statSync } from 'node:fs';
import type { Clock } from '../../core/clock.ts';
import type { House } from '../port.ts';
import { type Engines, houseOver } from './house.ts';
import { prepare } from './open.ts';
import { StoreThread } from './thread.ts';
import { packJob, type Role, transferable } from './wire.ts';

export interface ThreadedOptions {
  readonly file: string;
  readonly clock: Clock;
  /** Entry of a worker: calls `serveStoreWorker` with the policy's `sees`. */
  readonly workerModule: URL;
  /** Reading threads; 1 when absent. */
  readonly readers?: number;
}

/**
 * Opens a house with one writing thread and some reading ones. Throws CybexError `locked` while
 * another process has it, `schema-newer` when a newer program wrote it. A thread that dies fails
 * its calls with `unavailable` and is replaced.
 */
export async function openSqliteHouse(options: ThreadedOptions): Promise<House> {
  const { file, clock, workerModule } = options;
  const { release } = await prepare(file);
  const spawn = (role: Role) => new StoreThread(workerModule, { file, role });
  const writer = spawn('writer');
  const readers = Array.from({ length: Math.max(1, options.readers ?? 1) }, () => spawn('reader'));
  const engines: Engines = {
    write(job) {
      const { work, bytes } = packJob(job);
      return writer.call(work, clock.now(), bytes);
    },
    async read(call) {
      const thread = leastLoaded(readers);
      const value = await thread.call(call, clock.now());
      const [bytes] = call.do === 'objects' ? transferable(value) : [];
      if (bytes === undefined) return value;
      return Object.assign(value as object, { release: () => thread.takeBack(bytes) });
    },
    async long(call) {
      const thread = spawn('reader');
      try {
        return await thread.call(call, clock.now());
      } finally {
        await thread.close();
      }
    },
    fileBytes: () => statSync(file).size,
    async close() {
      await Promise.all(readers.map((reader) => reader.close()));
      // Last: the writer's end folds the log into the file, which open readers would prevent.
      await writer.close();
      release();
    },
  };
  return houseOver(engines);
}

function leastLoaded(threads: readonly StoreThread[]): StoreThread {
  return threads.reduce((least, each) => (each.load < least.load ? each : least));
}
