/** Where the bytes of a delivery go: each to a gap or to a record, and out as pieces, in order. */
import type { CutPiece } from './cut.ts';
import { jsonIssue } from './issue.ts';
import { Pile } from './pile.ts';
import type { Guard } from './scan.ts';

/** A gap longer than this is given away, so that memory stays flat. */
const GAP_BYTES = 64 * 1024;

/** `lost` and `refused`: over the bound, its bytes go to the gap; without and with the issue out. */
type RecordState = 'none' | 'open' | 'lost' | 'refused';

/** Holds at most one chunk, one gap up to its bound, and one record up to its bound. */
export class Sink {
  readonly #recordBytes: number;
  readonly #gap = new Pile();
  readonly #record = new Pile();
  #pieces: CutPiece[] = [];
  #state: RecordState = 'none';
  /** It may turn out to be no record: not to be refused before its end. */
  #tentative = false;
  #chunk: Uint8Array = new Uint8Array(0);
  /** First byte of the chunk that lies in no pile yet. */
  #from = 0;

  constructor(recordBytes: number) {
    this.#recordBytes = recordBytes;
  }

  /** The next bytes; those before have been put away by `leave`. */
  enter(chunk: Uint8Array): void {
    this.#chunk = chunk;
    this.#from = 0;
  }

  /** A record begins at `at`. */
  open(at: number, tentative: boolean): void {
    this.#put(at);
    this.#state = 'open';
    this.#tentative = tentative;
  }

  /** The record ends before `at`; false when it is over the bound and was given as gap. */
  close(at: number, path: string, guard: Guard): boolean {
    this.#put(at);
    if (this.#record.size > this.#recordBytes) this.#overflow(path);
    const state = this.#state;
    this.#state = 'none';
    if (state === 'open') {
      const gap = this.#gap.take();
      this.#pieces.push({ kind: 'element', gap, bytes: this.#record.take(), path, guard });
    } else if (state === 'lost') this.#giveRefused(path);
    return state === 'open';
  }

  /** What was taken for a record up to `at` is gap. */
  dissolve(at: number): void {
    this.#put(at);
    this.#record.moveTo(this.#gap);
    this.#state = 'none';
  }

  /** Puts what is left of the chunk away, within the bounds of memory. */
  leave(path: string): void {
    this.#put(this.#chunk.length);
    if (this.#record.size > this.#recordBytes) this.#overflow(path);
    if (this.#gap.size > GAP_BYTES) {
      this.#pieces.push({ kind: 'gap', gap: this.#gap.take(), path: '', issues: [] });
    }
  }

  /** The pieces made since the last call. */
  take(): CutPiece[] {
    const pieces = this.#pieces;
    this.#pieces = [];
    return pieces;
  }

  /** All bytes not yet given, at the end. */
  rest(): Uint8Array {
    this.#record.moveTo(this.#gap);
    return this.#gap.take();
  }

  /** Bytes before `at` go where the state says. */
  #put(at: number): void {
    const pile = this.#state === 'open' ? this.#record : this.#gap;
    pile.add(this.#chunk.subarray(this.#from, at));
    this.#from = at;
  }

  #overflow(path: string): void {
    this.#record.moveTo(this.#gap);
    this.#state = 'lost';
    if (this.#tentative) return;
    this.#state = 'refused';
    this.#giveRefused(path);
  }

  #giveRefused(path: string): void {
    const detail = `The record is longer than ${this.#recordBytes} bytes`;
    const issues = [jsonIssue('json-size', path, detail)];
    this.#pieces.push({ kind: 'gap', gap: this.#gap.take(), path, issues });
  }
}
