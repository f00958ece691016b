/**
 * Verifying and restoring backups. A backup is a house file: verifying opens a copy of it, so that
 * the backup itself is never written to.
 */
import { copyFile, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '../core/clock.ts';
import { systemClock } from '../core/clock.ts';
import { CybexError } from '../core/error.ts';
import { sees } from '../policy/index.ts';
import type { House } from '../store/port.ts';
import { migrateSqliteHouse, openSqliteHouseInProcess } from '../store/sqlite/open.ts';
import type { Settings } from './config/schema.ts';
import { usableDirectory } from './data-directory.ts';

export interface RestorePlace {
  readonly settings: Settings;
  readonly dataDirectory: string;
}

export interface VerifyReport {
  readonly records: number;
  readonly memberships: number;
  /** Empty when the backup is sound. */
  readonly problems: readonly string[];
}

const HOUSE_FILE = 'cybex.sqlite';

/** Opens a copy of the backup and checks it whole. */
export async function verifyBackup(file: string): Promise<VerifyReport> {
  const directory = await mkdtemp(join(tmpdir(), 'cybex-verify-'));
  try {
    return await withCopy(file, directory, examine);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

/** Fills an empty place from a backup, verifies it there, and starts a new feed epoch. */
export async function restore(
  file: string,
  { settings, dataDirectory }: RestorePlace,
): Promise<VerifyReport> {
  if (settings.store !== 'sqlite') {
    throw new CybexError('unsupported', 'This backup restores into a SQLite store.');
  }
  await usableDirectory(dataDirectory);
  const occupied = await stat(join(dataDirectory, HOUSE_FILE)).catch(() => null);
  if (occupied !== null) {
    throw new CybexError('conflict', `There is a store in ${dataDirectory} already.`, {
      remedy: 'Restore into an empty directory with --data.',
    });
  }
  return withCopy(file, dataDirectory, async (house) => {
    const report = await examine(house);
    // Whoever followed the feed past the moment of the backup must notice and start anew.
    if (report.problems.length === 0) await house.operations.startFeedEpoch();
    return report;
  });
}

/** What migration would do, or does. */
export async function migrations(
  { settings, dataDirectory }: RestorePlace,
  dryRun: boolean,
): Promise<readonly string[]> {
  if (settings.store !== 'sqlite') return [];
  const { steps } = await migrateSqliteHouse(join(dataDirectory, HOUSE_FILE), { dryRun });
  return steps;
}

async function withCopy<T>(
  file: string,
  directory: string,
  use: (house: House) => Promise<T>,
  clock: Clock = systemClock(),
): Promise<T> {
  const copy = join(directory, HOUSE_FILE);
  await copyFile(file, copy).catch((cause) => {
    throw new CybexError('absent', `${file} cannot be read.`, { cause });
  });
  const house = await openSqliteHouseInProcess({ file: copy, clock, sees });
  try {
    return await use(house);
  } finally {
    await house.close();
  }
}

async function examine(house: House): Promise<VerifyReport> {
  const problems = await house.operations.integrity();
  const { records, memberships } = await house.operations.state();
  return { records, memberships, problems };
}
