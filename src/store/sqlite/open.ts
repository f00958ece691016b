/** Opening a SQLite house: the lock, the schema, the engines. */
import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Clock } from '../../core/clock.ts';
import type { House, Sees } from '../port.ts';
import { openForReading, openForWriting } from './connect.ts';
import { type Database, type Driver, loadDriver } from './driver.ts';
import { ReadEngine } from './engine.ts';
import { storeFailure } from './failure.ts';
import { type Engines, houseOver } from './house.ts';
import { lockHouse } from './lock.ts';
import { type MigrationReport, migrate } from './migrate.ts';
import { WriteQueue } from './queue.ts';
import { SqliteWriter } from './writer.ts';

export interface InProcessOptions {
  readonly file: string;
  readonly clock: Clock;
  readonly sees: Sees;
}

/**
 * Opens a house whose engines run in the caller's thread: for commands and tests. Throws CybexError
 * `locked` while another process has it, `schema-newer` when a newer program wrote it.
 */
export async function openSqliteHouseInProcess(options: InProcessOptions): Promise<House> {
  const { file, clock, sees } = options;
  const { driver, release } = await prepare(file);
  const writing = openForWriting(driver, file);
  const reading = openForReading(driver, file);
  const queue = new WriteQueue(new SqliteWriter(writing, sees));
  const reader = new ReadEngine(reading, sees);
  const read: Engines['read'] = async (call) => {
    try {
      return reader.run(call, clock.now());
    } catch (error) {
      throw storeFailure(error);
    }
  };
  return houseOver({
    write: (job) => queue.push(job, clock.now()),
    read,
    // A connection of its own: the engine's check trusts what it has cached of the text index.
    long: async (call) => {
      const database = openForReading(driver, file);
      try {
        return new ReadEngine(database, sees).run(call, clock.now());
      } catch (error) {
        throw storeFailure(error);
      } finally {
        database.close();
      }
    },
    fileBytes: () => statSync(file).size,
    async close() {
      await queue.close();
      reading.close();
      writing.close();
      release();
    },
  });
}

/** Takes the lock and brings the schema up to date. */
export async function prepare(file: string): Promise<{ readonly driver: Driver; release(): void }> {
  const driver = await loadDriver();
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const lock = lockHouse(driver, file);
  try {
    withDatabase(openForWriting(driver, file), migrate);
    return { driver, release: () => lock.release() };
  } catch (error) {
    lock.release();
    throw storeFailure(error);
  }
}

/** Brings a house file to the present schema, or with `dryRun` tells what that would do. */
export async function migrateSqliteHouse(
  file: string,
  options: { readonly dryRun?: boolean } = {},
): Promise<MigrationReport> {
  const driver = await loadDriver();
  const lock = lockHouse(driver, file);
  try {
    return withDatabase(openForWriting(driver, file), (database) => migrate(database, options));
  } finally {
    lock.release();
  }
}

function withDatabase<Result>(database: Database, use: (database: Database) => Result): Result {
  try {
    return use(database);
  } finally {
    database.close();
  }
}
