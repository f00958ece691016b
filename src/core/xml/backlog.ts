/** The bytes of a stream that have come and are not yet passed on. */
export class Backlog {
  #chunks: Uint8Array[] = [];
  #start = 0;
  #end = 0;

  /** Bytes passed on so far. */
  get start(): number {
    return this.#start;
  }

  /** Bytes that have come so far. */
  get end(): number {
    return this.#end;
  }

  push(chunk: Uint8Array): void {
    if (chunk.length > 0) this.#chunks.push(chunk);
    this.#end += chunk.length;
  }

  /** The bytes from `start` up to the offset `until`; a view where they lie in one chunk. */
  take(until: number): Uint8Array {
    const parts: Uint8Array[] = [];
    let whole = 0;
    for (let first = this.#chunks[0]; first !== undefined && this.#start < until; ) {
      const length = Math.min(first.length, until - this.#start);
      parts.push(first.subarray(0, length));
      this.#start += length;
      if (length === first.length) whole++;
      else this.#chunks[whole] = first.subarray(length);
      first = this.#chunks[whole];
    }
    this.#chunks = this.#chunks.slice(whole);
    return joined(parts);
  }

  takeAll(): Uint8Array {
    return this.take(this.#end);
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only;
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
