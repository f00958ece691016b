/** A house file as one end of a transfer between stores. */
import { randomUUID } from 'node:crypto';
import { CybexError } from '../../core/error.ts';
import { type TransferSource, transfer } from '../transfer.ts';
import { openForReading, openForWriting } from './connect.ts';
import type { Database } from './driver.ts';
import { storeFailure } from './failure.ts';
import { Incoming } from './incoming.ts';
import { prepare } from './open.ts';
import { outgoingHouse } from './outgoing.ts';

/**
 * Writes the log back, so that the file alone is the house: closing does not promise it, as an
 * engine may put the close off while a statement is still remembered somewhere.
 */
function intoOneFile(database: Database): void {
  const row = database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get() as { busy: number };
  if (row.busy !== 0) throw new CybexError('unavailable', 'the house file is still being read');
}

/** Puts a copy of a house under a new feed epoch, in one file that can be moved. */
export async function renewSqliteHouse(file: string): Promise<void> {
  const { driver, release } = await prepare(file);
  try {
    const database = openForWriting(driver, file);
    try {
      database.prepare('UPDATE house SET feed_epoch = ?').run(randomUUID());
      intoOneFile(database);
    } finally {
      database.close();
    }
  } catch (error) {
    throw storeFailure(error);
  } finally {
    release();
  }
}

/** Runs `use` over the rows of a house file, which is brought to the present schema first. */
export async function withSqliteSource<Result>(
  file: string,
  use: (source: TransferSource) => Promise<Result>,
): Promise<Result> {
  const { driver, release } = await prepare(file);
  try {
    const database = openForReading(driver, file);
    try {
      return await use(outgoingHouse(database));
    } finally {
      database.close();
    }
  } catch (error) {
    throw storeFailure(error);
  } finally {
    release();
  }
}

/** Fills a new house file from another house; the house in it is empty when that fails. */
export async function fillSqliteHouse(
  file: string,
  source: TransferSource,
  progress?: (done: number, total: number) => void,
): Promise<void> {
  const { driver, release } = await prepare(file);
  try {
    const database = openForWriting(driver, file);
    try {
      await transfer(source, new Incoming(database), progress);
      intoOneFile(database);
    } finally {
      database.close();
    }
  } catch (error) {
    throw storeFailure(error);
  } finally {
    release();
  }
}
