/**
 * A house in one file: a first line that names the form, rows with their tables and lengths, and
 * at the end the number of rows and the SHA-256 of everything before. It can be written to a disk
 * and read from it in one pass with little memory.
 */
import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync } from 'node:fs';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import {
  damaged,
  decodeRow,
  encodeRow,
  TRANSFER_TABLES,
  type TransferBatch,
  type TransferRow,
  type TransferSource,
  type TransferTable,
  type TransferTarget,
} from './transfer.ts';

/** First bytes of an archive; the number goes up when the tables of transfer.ts change. */
export const ARCHIVE_HEAD = Buffer.from('cybex archive 2\n');
/** Older ones that are read as they are: 1 knew collections without shelves (shelf-name.ts). */
const OLDER_HEADS = [Buffer.from('cybex archive 1\n')];

/** Whether a file that begins so is an archive that `ArchiveReader` reads. */
export function isArchiveHead(head: Buffer): boolean {
  const found = head.subarray(0, ARCHIVE_HEAD.length);
  return [ARCHIVE_HEAD, ...OLDER_HEADS].some((known) => found.equals(known));
}

/** Table number of the closing record. */
const CLOSING = 0xff;
/** Longest row that is read: a record of LIMITS.json.recordBytes and much beside it. */
const MOST_BYTES = 64 * 1024 * 1024;
const BATCH_ROWS = 500;
const BATCH_BYTES = 4 * 1024 * 1024;

/** Writes an archive; the file has its name only when it is whole and on the disk. */
export class ArchiveWriter implements TransferTarget {
  readonly #file: string;
  readonly #hash = createHash('sha256');
  #handle: FileHandle | null = null;
  #rows = 0;
  /** Bytes written so far. */
  size = 0;

  constructor(file: string) {
    this.#file = file;
  }

  async put({ table, rows }: TransferBatch): Promise<void> {
    const number = TRANSFER_TABLES.indexOf(table);
    const parts: Buffer[] = this.#handle === null ? [ARCHIVE_HEAD] : [];
    for (const row of rows) {
      const body = encodeRow(table, row);
      parts.push(frame(number, body.length), body);
    }
    this.#rows += rows.length;
    await this.#write(Buffer.concat(parts));
  }

  async finish(): Promise<void> {
    const closing = Buffer.alloc(40);
    closing.writeBigUInt64BE(BigInt(this.#rows), 0);
    await this.#write(Buffer.concat([frame(CLOSING, closing.length), closing.subarray(0, 8)]));
    await this.#handle?.appendFile(this.#hash.digest());
    this.size += 32;
    await this.#handle?.sync();
    await this.#handle?.close();
    this.#handle = null;
    await rename(`${this.#file}.part`, this.#file);
    syncFolder(dirname(this.#file));
  }

  async abandon(): Promise<void> {
    await this.#handle?.close().catch(() => {});
    this.#handle = null;
    await rm(`${this.#file}.part`, { force: true });
  }

  async #write(bytes: Buffer): Promise<void> {
    this.#handle ??= await open(`${this.#file}.part`, 'w', 0o600);
    this.#hash.update(bytes);
    await this.#handle.appendFile(bytes);
    this.size += bytes.length;
  }
}

function frame(table: number, length: number): Buffer {
  const head = Buffer.alloc(5);
  head[0] = table;
  head.writeUInt32BE(length, 1);
  return head;
}

/** A renamed file is only there for certain when its folder is on the disk. */
function syncFolder(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Reads an archive; throws CybexError `internal` when it is damaged or cut short. */
export class ArchiveReader implements TransferSource {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  /** From the size: a row of a house has about half a kilobyte. */
  async estimate(): Promise<number> {
    const handle = await open(this.#file, 'r');
    try {
      return Math.ceil((await handle.stat()).size / 512);
    } finally {
      await handle.close();
    }
  }

  async *batches(): AsyncGenerator<TransferBatch> {
    const handle = await open(this.#file, 'r');
    try {
      yield* readBatches(new Bytes(handle));
    } finally {
      await handle.close();
    }
  }
}

async function* readBatches(bytes: Bytes): AsyncGenerator<TransferBatch> {
  const head = await bytes.take(ARCHIVE_HEAD.length);
  if (!isArchiveHead(head)) throw damaged('it is not an archive of this version');
  let table: TransferTable = 'house';
  let rows: TransferRow<TransferTable>[] = [];
  let weight = 0;
  let total = 0;
  const flush = () => {
    const batch = { table, rows } as TransferBatch;
    rows = [];
    weight = 0;
    return batch;
  };
  for (;;) {
    const start = await bytes.take(5);
    const number = start[0] ?? CLOSING;
    const length = start.readUInt32BE(1);
    if (number === CLOSING) break;
    const next = TRANSFER_TABLES[number];
    if (next === undefined || length > MOST_BYTES) throw damaged('a row of no table');
    if (next !== table || rows.length >= BATCH_ROWS || weight > BATCH_BYTES) {
      if (rows.length > 0) yield flush();
      table = next;
    }
    rows.push(decodeRow(next, await bytes.take(length)));
    weight += length;
    total += 1;
  }
  const count = Number((await bytes.take(8)).readBigUInt64BE(0));
  if (count !== total) throw damaged('rows are missing');
  const digest = bytes.digest();
  if (!(await bytes.take(32)).equals(digest)) throw damaged('its digest is wrong');
  if (rows.length > 0) yield flush();
}

/** A file read forward in large pieces, with the digest of what was taken. */
class Bytes {
  readonly #handle: FileHandle;
  readonly #hash = createHash('sha256');
  #buffer: Buffer = Buffer.alloc(0);

  constructor(handle: FileHandle) {
    this.#handle = handle;
  }

  /** The next bytes, a copy of their own. */
  async take(length: number): Promise<Buffer> {
    while (this.#buffer.length < length) {
      const piece = Buffer.allocUnsafe(Math.max(1 << 20, length - this.#buffer.length));
      const { bytesRead } = await this.#handle.read(piece, 0, piece.length, null);
      if (bytesRead === 0) throw damaged('it is cut short');
      this.#buffer = Buffer.concat([this.#buffer, piece.subarray(0, bytesRead)]);
    }
    const taken = Buffer.from(this.#buffer.subarray(0, length));
    this.#buffer = this.#buffer.subarray(length);
    this.#hash.update(taken);
    return taken;
  }

  /** SHA-256 of everything taken so far. */
  digest(): Buffer {
    return this.#hash.copy().digest();
  }
}
