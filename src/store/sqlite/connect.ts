/** Connections: one that writes, several that read. */
import type { Database, Driver } from './driver.ts';

/** SQLite waits this long for a lock that a backup or a checkpoint holds for a moment. */
export const BUSY_MS = 10_000;

/** Random ids write a page of their index each: small pages, and half the write-ahead log. */
const PAGE_BYTES = 4_096;

/**
 * The writing connection. FULL: a commit is on the disk before it is acknowledged. The log is
 * truncated to a bound, so that a long read cannot leave a large file behind.
 */
export function openForWriting(driver: Driver, file: string): Database {
  const database = new driver(file, { timeout: BUSY_MS });
  database.exec(`
    PRAGMA page_size = ${PAGE_BYTES};
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA fullfsync = ON;
    PRAGMA checkpoint_fullfsync = ON;
    PRAGMA foreign_keys = ON;
    PRAGMA trusted_schema = OFF;
    PRAGMA temp_store = MEMORY;
    PRAGMA cache_size = -65536;
    PRAGMA wal_autocheckpoint = 2000;
    PRAGMA journal_size_limit = 67108864;
  `);
  return database;
}

/**
 * A reading connection: it cannot write, whatever it is asked to do. The file is not mapped into
 * memory: an error of the disk must fail one request, not end the process (docs/adr/0004).
 */
export function openForReading(driver: Driver, file: string): Database {
  const database = new driver(file, { readOnly: true, timeout: BUSY_MS });
  database.exec(`
    PRAGMA trusted_schema = OFF;
    PRAGMA temp_store = MEMORY;
    PRAGMA cache_size = -32768;
  `);
  return database;
}
