/** Files that an index is read from and written to, at places. */
import { closeSync, fstatSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { CybexError } from '../core/error.ts';
import type { ByteSource, Spill } from '../state/advisory-file/index.ts';

interface OpenSource {
  readonly source: ByteSource;
  close(): void;
}

/** A file that is read at places. Throws CybexError `invalid-argument` when it cannot be opened. */
export function sourceOf(file: string): OpenSource {
  const handle = opened(file, 'r');
  const { size } = fstatSync(handle);
  const source: ByteSource = {
    bytes: size,
    read(offset, length) {
      const bytes = Buffer.allocUnsafe(Math.max(0, Math.min(length, size - offset)));
      let at = 0;
      while (at < bytes.length) {
        const read = readSync(handle, bytes, at, bytes.length - at, offset + at);
        if (read === 0) break;
        at += read;
      }
      return bytes.subarray(0, at);
    },
  };
  return { source, close: () => closeSync(handle) };
}

/** Throws CybexError `invalid-argument` when the file cannot be opened. */
export function opened(file: string, flags: 'r' | 'w' | 'w+'): number {
  try {
    return openSync(file, flags);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const verb = flags === 'r' ? 'read' : 'written';
    const message =
      code === 'ENOENT' && flags === 'r'
        ? `There is no file ${file}.`
        : `${file} cannot be ${verb} (${code}).`;
    throw new CybexError('invalid-argument', message, { cause });
  }
}

export function writeAll(handle: number, bytes: Uint8Array, offset: number): void {
  let at = 0;
  while (at < bytes.length) at += writeSync(handle, bytes, at, bytes.length - at, offset + at);
}

const SPILL_BUFFER = 4 * 1024 * 1024;

/** A file beside the output that is gone when it is closed. */
export class SpillFile implements Spill {
  readonly #file: string;
  readonly #handle: number;
  #waiting: Uint8Array[] = [];
  #waitingBytes = 0;
  #flushed = 0;

  constructor(file: string) {
    this.#file = file;
    this.#handle = opened(file, 'w+');
  }

  append(bytes: Uint8Array): number {
    const offset = this.#flushed + this.#waitingBytes;
    this.#waiting.push(bytes);
    this.#waitingBytes += bytes.length;
    if (this.#waitingBytes >= SPILL_BUFFER) this.#flush();
    return offset;
  }

  read(offset: number, length: number): Uint8Array {
    this.#flush();
    const bytes = Buffer.allocUnsafe(length);
    let at = 0;
    while (at < length) {
      const read = readSync(this.#handle, bytes, at, length - at, offset + at);
      if (read === 0) throw new CybexError('internal', `${this.#file} has lost bytes`);
      at += read;
    }
    return bytes;
  }

  close(): void {
    closeSync(this.#handle);
    rmSync(this.#file, { force: true });
  }

  #flush(): void {
    if (this.#waitingBytes === 0) return;
    writeAll(this.#handle, Buffer.concat(this.#waiting), this.#flushed);
    this.#flushed += this.#waitingBytes;
    [this.#waiting, this.#waitingBytes] = [[], 0];
  }
}
