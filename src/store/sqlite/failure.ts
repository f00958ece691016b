/** What the engine's failures mean to the house. Result codes: sqlite.org/rescode.html. */
import { CybexError } from '../../core/error.ts';

const BUSY = 5;
const LOCKED = 6;
const READONLY = 8;
const IOERR = 10;
const CORRUPT = 11;
const FULL = 13;
const CANTOPEN = 14;
const NOTADB = 26;

/** SQLITE_IOERR_WRITE and SQLITE_IOERR_SHMSIZE: what a quota or a full disk gives beside FULL. */
const FULL_LIKE: ReadonlySet<number> = new Set([778, 4874]);

/** Any error as a CybexError; one that already is passes unchanged. */
export function storeFailure(error: unknown): CybexError {
  if (error instanceof CybexError) return error;
  const code = resultCode(error);
  const detail = error instanceof Error ? error.message : String(error);
  if (code === null)
    return new CybexError('internal', `the store failed: ${detail}`, { cause: error });
  if ((code & 0xff) === FULL || FULL_LIKE.has(code)) {
    return new CybexError('storage-full', 'the disk of the store is full', {
      cause: error,
      retryAfter: 60,
      remedy: 'Free space where the data lie; writing goes on by itself.',
    });
  }
  switch (code & 0xff) {
    case BUSY:
    case LOCKED:
      return new CybexError('unavailable', 'the store is busy', { cause: error, retryAfter: 1 });
    case READONLY:
    case IOERR:
    case CANTOPEN:
      return new CybexError('unavailable', `the store cannot be written or read: ${detail}`, {
        cause: error,
        remedy: 'Check the disk and the rights on the data folder.',
      });
    case CORRUPT:
    case NOTADB:
      return new CybexError('internal', `the store is damaged: ${detail}`, {
        cause: error,
        remedy: 'Restore the newest backup.',
      });
    default:
      return new CybexError('internal', `the store failed: ${detail}`, { cause: error });
  }
}

/** Extended result code of the engine; null for errors that are not the engine's. */
export function resultCode(error: unknown): number | null {
  if (typeof error !== 'object' || error === null || !('errcode' in error)) return null;
  return typeof error.errcode === 'number' ? error.errcode : null;
}
