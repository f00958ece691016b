/**
 * Verifying and restoring backups. A backup is a house file (of a SQLite store) or an archive (of
 * a PostgreSQL store); either restores into either store. Nobody works on the backup itself: what
 * is opened is a copy of it.
 */
import { randomUUID } from 'node:crypto';
import { chmod, copyFile, mkdtemp, open, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../core/clock.ts';
import { CybexError } from '../core/error.ts';
import { sees } from '../policy/index.ts';
import { ARCHIVE_HEAD, ArchiveReader, isArchiveHead } from '../store/archive.ts';
import type { House } from '../store/port.ts';
import {
  migratePostgresHouse,
  openPostgresHouse,
  restorePostgresHouse,
} from '../store/postgres/index.ts';
import {
  fillSqliteHouse,
  migrateSqliteHouse,
  openSqliteHouseInProcess,
  renewSqliteHouse,
  withSqliteSource,
} from '../store/sqlite/index.ts';
import { type TransferSource, underEpoch } from '../store/transfer.ts';
import type { Settings } from './config/schema.ts';
import { STORE_NAME, usableDirectory } from './data-directory.ts';

type Progress = (done: number, total: number) => void;

export interface RestorePlace {
  readonly settings: Settings;
  readonly dataDirectory: string;
  readonly progress?: Progress;
}

export interface VerifyReport {
  readonly records: number;
  readonly memberships: number;
  /** Empty when the backup is sound. */
  readonly problems: readonly string[];
}

/** The first bytes of a SQLite database (sqlite.org/fileformat2.html §1.3.1). */
const SQLITE_HEAD = Buffer.from('SQLite format 3\0');

/** Fills a copy of the house from the backup and checks it whole. */
export async function verifyBackup(file: string): Promise<VerifyReport> {
  const directory = await mkdtemp(join(tmpdir(), 'cybex-verify-'));
  try {
    return await fillFile(file, join(directory, STORE_NAME));
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/**
 * Fills an empty place from a backup, verifies it and starts a new feed epoch. The place is as
 * empty as before when the backup is damaged or the program ends on the way.
 */
export function restore(file: string, place: RestorePlace): Promise<VerifyReport> {
  return place.settings.store === 'sqlite'
    ? restoreIntoFile(file, place)
    : restoreIntoDatabase(file, place);
}

/** What migration would do, or does. */
export async function migrations(
  { settings, dataDirectory }: RestorePlace,
  dryRun: boolean,
): Promise<readonly string[]> {
  if (settings.store !== 'sqlite') return migratePostgresHouse(settings.store, { dryRun });
  const file = join(dataDirectory, STORE_NAME);
  if ((await stat(file).catch(() => null)) === null) {
    throw new CybexError('absent', `There is no store in ${dataDirectory}.`, {
      remedy: 'Name its directory with --data; cybex serve makes a new one.',
    });
  }
  return (await migrateSqliteHouse(file, { dryRun })).steps;
}

async function restoreIntoFile(file: string, place: RestorePlace): Promise<VerifyReport> {
  const { dataDirectory, progress } = place;
  await usableDirectory(dataDirectory);
  const target = join(dataDirectory, STORE_NAME);
  if ((await stat(target).catch(() => null)) !== null) {
    throw new CybexError('conflict', `There is a store in ${dataDirectory} already.`, {
      remedy: 'Restore into an empty directory with --data.',
    });
  }
  const directory = await mkdtemp(join(dataDirectory, 'restoring-'));
  try {
    const part = join(directory, STORE_NAME);
    const report = await fillFile(file, part, progress);
    // It bears its name only when it is whole, verified and under its new epoch.
    if (report.problems.length === 0) await settle(part, target, dataDirectory);
    return report;
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function settle(part: string, target: string, directory: string): Promise<void> {
  await renewSqliteHouse(part);
  await synced(part);
  await rename(part, target);
  await synced(directory);
}

async function synced(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function restoreIntoDatabase(file: string, place: RestorePlace): Promise<VerifyReport> {
  const url = place.settings.store;
  const directory = await mkdtemp(join(tmpdir(), 'cybex-restore-'));
  const fill = (source: TransferSource) =>
    restorePostgresHouse(url, underEpoch(source, randomUUID()), place.progress);
  try {
    if ((await formOf(file)) === 'archive') await fill(new ArchiveReader(file));
    else {
      const copy = join(directory, STORE_NAME);
      const found = await fillFile(file, copy);
      if (found.problems.length > 0) return found;
      await withSqliteSource(copy, fill);
    }
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
  return examine(await openPostgresHouse({ url, sees }));
}

/** Makes a house file from a backup of either form and checks it whole. */
async function fillFile(file: string, target: string, progress?: Progress): Promise<VerifyReport> {
  if ((await formOf(file)) === 'archive') {
    await fillSqliteHouse(target, new ArchiveReader(file), progress);
  } else {
    await copyFile(file, target);
    await chmod(target, 0o600);
  }
  return examine(await openSqliteHouseInProcess({ file: target, clock: systemClock(), sees }));
}

async function formOf(file: string): Promise<'sqlite' | 'archive'> {
  const head = await headOf(file, Math.max(SQLITE_HEAD.length, ARCHIVE_HEAD.length));
  if (head.subarray(0, SQLITE_HEAD.length).equals(SQLITE_HEAD)) return 'sqlite';
  if (isArchiveHead(head)) return 'archive';
  throw new CybexError('invalid-argument', `${file} is no backup of a house.`, {
    remedy: 'Name a file that cybex backup has written.',
  });
}

async function headOf(file: string, length: number): Promise<Buffer> {
  try {
    const handle = await open(file, 'r');
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (cause) {
    throw new CybexError('absent', `${file} cannot be read.`, { cause });
  }
}

/** What a house says of itself; closes it. */
async function examine(house: House): Promise<VerifyReport> {
  try {
    const problems = await house.operations.integrity();
    const { records, memberships } = await house.operations.state();
    return { records, memberships, problems };
  } finally {
    await house.close();
  }
}
