/** Columns of numbers: names to records, and a day of scores. */
import { EpssDay } from '../epss/index.ts';

/** Which records stand under which number. */
export class Numbers {
  /** Sorted, each once; behind each, in the same order, where its records begin in `postings`. */
  readonly numbers: Float64Array;
  readonly postings: Uint32Array;
  readonly count: number;

  /** `of[i]` are the numbers of record `i`. */
  constructor(of: readonly (readonly number[])[]) {
    const total = of.reduce((sum, each) => sum + each.length, 0);
    const all = new Float64Array(total);
    const record = new Uint32Array(total);
    let at = 0;
    for (const [i, numbers] of of.entries()) {
      for (const number of numbers) {
        all[at] = number;
        record[at++] = i;
      }
    }
    const order = Uint32Array.from(all.keys()).sort(
      (a, b) => (all[a] ?? 0) - (all[b] ?? 0) || (record[a] ?? 0) - (record[b] ?? 0),
    );
    const distinct: number[] = [];
    const starts: number[] = [];
    this.postings = new Uint32Array(total);
    for (const [i, from] of order.entries()) {
      const number = all[from] ?? 0;
      if (distinct.at(-1) !== number || i === 0) {
        distinct.push(number);
        starts.push(i);
      }
      this.postings[i] = record[from] ?? 0;
    }
    this.count = distinct.length;
    this.numbers = Float64Array.from([...distinct, ...starts, total]);
  }

  /** Both columns in one section: the length of the first, then they. */
  encoded(): Uint8Array {
    const head = encodeNumbers(Float64Array.of(this.count));
    return Buffer.concat([head, encodeNumbers(this.numbers), encodeNumbers(this.postings)]);
  }
}

/** Looks numbers up in the columns that `Numbers` wrote. */
export class NumberTable {
  readonly #numbers: Float64Array;
  readonly #postings: Uint32Array;
  readonly #count: number;

  constructor(numbers: Float64Array, postings: Uint32Array) {
    this.#numbers = numbers;
    this.#postings = postings;
    this.#count = (numbers.length - 1) / 2;
  }

  static decoded(section: Uint8Array): NumberTable {
    const count = decodeFloats(section.subarray(0, 8))[0] ?? 0;
    const end = 8 + (2 * count + 1) * 8;
    return new NumberTable(
      decodeFloats(section.subarray(8, end)),
      decodeWords(section.subarray(end)),
    );
  }

  /** Records under a number, ascending. */
  get(number: number): Uint32Array {
    let low = 0;
    let high = this.#count - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const found = this.#numbers[middle] as number;
      if (found === number) {
        const from = this.#numbers[this.#count + middle] as number;
        return this.#postings.subarray(from, this.#numbers[this.#count + middle + 1]);
      }
      if (found < number) low = middle + 1;
      else high = middle - 1;
    }
    return this.#postings.subarray(0, 0);
  }
}

const BIG_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 0;

/** The bytes of a column, little-endian whatever the machine. */
export function encodeNumbers(column: Float64Array | Uint32Array): Uint8Array {
  const bytes = new Uint8Array(column.buffer, column.byteOffset, column.byteLength).slice();
  return BIG_ENDIAN ? swapped(bytes, column.BYTES_PER_ELEMENT) : bytes;
}

export function decodeFloats(bytes: Uint8Array): Float64Array {
  return new Float64Array(aligned(bytes, 8));
}

export function decodeWords(bytes: Uint8Array): Uint32Array {
  return new Uint32Array(aligned(bytes, 4));
}

function aligned(bytes: Uint8Array, size: number): ArrayBuffer {
  // A copy: a Buffer's own slice would share the memory of whatever it was read into.
  const own = new Uint8Array(bytes.subarray(0, bytes.length - (bytes.length % size)));
  return (BIG_ENDIAN ? swapped(own, size) : own).buffer as ArrayBuffer;
}

function swapped(bytes: Uint8Array, size: number): Uint8Array {
  for (let at = 0; at < bytes.length; at += size) bytes.subarray(at, at + size).reverse();
  return bytes;
}

/** Ids as numbers, scores and percentiles, one column after the other. */
export function encodeEpss(day: EpssDay): Uint8Array {
  const { ids, scores, percentiles } = day.columns;
  return Buffer.concat([ids, scores, percentiles].map(encodeNumbers));
}

export function decodeEpss(bytes: Uint8Array, head: { model: string; date: string }): EpssDay {
  const all = decodeFloats(bytes);
  const size = Math.floor(all.length / 3);
  return new EpssDay(head.model, head.date, {
    ids: all.subarray(0, size),
    scores: all.subarray(size, 2 * size),
    percentiles: all.subarray(2 * size, 3 * size),
  });
}
