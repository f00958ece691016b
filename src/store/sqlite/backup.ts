/** One consistent copy in one file, while writers go on. */
import {
  closeSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type { Database } from './driver.ts';

/** Where the copy grows until it is whole. */
export function partOf(file: string): string {
  return `${file}.part`;
}

/**
 * Copies the house as one transaction sees it; returns the size in bytes. The copy has its name
 * only when it is complete and on the disk.
 */
export function backupInto(database: Database, file: string): number {
  const part = partOf(file);
  rmSync(part, { force: true });
  try {
    // An empty file is taken as the target: so the secrets of the house are nobody else's to read.
    writeFileSync(part, '', { mode: 0o600 });
    database.prepare('VACUUM INTO ?').run(part);
    sync(part);
    renameSync(part, file);
    sync(dirname(file));
    return statSync(file).size;
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

function sync(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Bytes of the copy so far, for who reports progress. */
export function copiedBytes(file: string): number {
  try {
    return statSync(partOf(file)).size;
  } catch {
    return 0;
  }
}
