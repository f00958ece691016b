/** The store's side of a worker thread. The entry file is the hub's, because it knows the policy. */
import { type MessagePort, workerData } from 'node:worker_threads';
import type { Sees } from '../port.ts';
import { openForReading, openForWriting } from './connect.ts';
import { type Database, loadDriver } from './driver.ts';
import { type ReadCall, ReadEngine } from './engine.ts';
import { storeFailure } from './failure.ts';
import { WriteQueue } from './queue.ts';
import { ProvidentWriter, ReserveFile } from './reserve.ts';
import {
  transferable,
  unpackJob,
  type WireJob,
  type WorkerReply,
  type WorkerRequest,
  type WorkerStart,
  wireError,
} from './wire.ts';
import { SqliteWriter } from './writer.ts';

/**
 * Serves one connection of a house over `port` until it is closed. `sees` must be the same pure
 * function in every worker of a house.
 */
export async function serveStoreWorker(
  port: MessagePort,
  options: { readonly sees: Sees },
): Promise<void> {
  const { file, role } = workerData as WorkerStart;
  const driver = await loadDriver();
  const database = role === 'writer' ? openForWriting(driver, file) : openForReading(driver, file);
  const desk =
    role === 'writer'
      ? jobs(new WriteQueue(providentWriter(database, file, options.sees)))
      : calls(new ReadEngine(database, options.sees));
  const send: Send = (reply, buffers) => port.postMessage(reply, buffers);
  port.on('message', async (request: WorkerRequest | null) => {
    if (request !== null) return desk.answer(request, send);
    await desk.close();
    database.close();
    port.close();
  });
}

function providentWriter(database: Database, file: string, sees: Sees): ProvidentWriter {
  const foldLog = () => {
    try {
      database.exec('PRAGMA wal_checkpoint(PASSIVE)');
    } catch {
      // What was committed stays committed; a later checkpoint folds the log.
    }
  };
  return new ProvidentWriter(new SqliteWriter(database, sees), new ReserveFile(file), foldLog);
}

/** Answers requests; `close` resolves when all are answered. */
interface Desk {
  answer(request: WorkerRequest, send: Send): void;
  close(): Promise<void>;
}

type Send = (reply: WorkerReply, buffers: ArrayBuffer[]) => void;

function jobs(queue: WriteQueue): Desk {
  return {
    answer({ id, now, work, bytes }, send) {
      queue.push(unpackJob(work as WireJob, bytes), now).then(
        (value) => send({ id, value }, []),
        (error) => send({ id, error: wireError(storeFailure(error)) }, []),
      );
    },
    close: () => queue.close(),
  };
}

function calls(engine: ReadEngine): Desk {
  return {
    answer({ id, now, work }, send) {
      try {
        const value = engine.run(work as ReadCall, now);
        send({ id, value }, transferable(value));
      } catch (error) {
        send({ id, error: wireError(storeFailure(error)) }, []);
      }
    },
    async close() {
      // Every call was answered where it was taken.
    },
  };
}
