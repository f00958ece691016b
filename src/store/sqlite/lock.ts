/**
 * One process per SQLite house. The lock is a transaction held on a small database beside the
 * house: the operating system ends it with the process, also after kill -9, so that no stale lock
 * ever has to be removed by hand.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { CybexError } from '../../core/error.ts';
import type { Driver } from './driver.ts';
import { resultCode } from './failure.ts';

const BUSY = 5;

export interface HouseLock {
  release(): void;
}

/** Takes the lock of this house file; throws CybexError `locked`, naming the holder. */
export function lockHouse(driver: Driver, file: string): HouseLock {
  const database = new driver(`${file}-lock`, { timeout: 0 });
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (((resultCode(error) ?? 0) & 0xff) !== BUSY) throw error;
    throw new CybexError('locked', `the store ${file} is in use by process ${holderOf(file)}`, {
      remedy: 'Stop that process, or talk to the running hub instead of opening its store.',
    });
  }
  writeFileSync(`${file}-pid`, `${process.pid}\n`, { mode: 0o600 });
  return {
    release() {
      database.close();
    },
  };
}

function holderOf(file: string): string {
  try {
    return readFileSync(`${file}-pid`, 'utf8').trim();
  } catch {
    return 'unknown';
  }
}
