/**
 * A view as the query takes it: one bit for each label. The policy then stands in the statement
 * itself, at the price of one look at a bit for each row and of an eighth of a byte for each label,
 * whatever the number of labels, without any table of principals.
 */
import type { Micros } from '../../core/clock.ts';
import type { LabelBook } from '../label-book.ts';
import type { LabelView } from '../label-view.ts';

/** Bits by label number; the lowest bit of the first byte is label 0, as PostgreSQL's get_bit has it. */
class Bits {
  #bytes = Buffer.alloc(8);
  /** Bytes up to the last bit that is set. */
  #used = 0;

  get used(): Buffer {
    return this.#bytes.subarray(0, this.#used);
  }

  set(at: number): void {
    const byte = at >> 3;
    if (byte >= this.#bytes.length) {
      const grown = Buffer.alloc(Math.max(byte + 1, this.#bytes.length * 2));
      grown.set(this.#bytes);
      this.#bytes = grown;
    }
    this.#bytes[byte] = (this.#bytes[byte] ?? 0) | (1 << (at & 7));
    this.#used = Math.max(this.#used, byte + 1);
  }

  /** The first `most` bits that are set. */
  all(most: number): number[] {
    const set: number[] = [];
    for (let byte = 0; byte < this.#used && set.length < most; byte++) {
      const bits = this.#bytes[byte] ?? 0;
      for (let bit = 0; bits >> bit !== 0; bit++) {
        if (((bits >> bit) & 1) === 1) set.push(byte * 8 + bit);
      }
    }
    return set;
  }

  clear(at: number): void {
    const byte = at >> 3;
    this.#bytes[byte] = (this.#bytes[byte] ?? 0) & ~(1 << (at & 7));
  }
}

const FEW_LABELS = 64;

export class ViewBits {
  readonly #visible = new Bits();
  /** Labels whose embargo does not bind this viewer: his own. */
  readonly #owned = new Bits();
  #through = 0;
  #hidden = 0;
  /** Visible until a time; soonest last. */
  #ending: { readonly id: number; readonly until: Micros }[] = [];

  /** Takes up the labels of the book that are new, and drops those whose time is over. */
  bringUpTo(view: LabelView, book: LabelBook, now: Micros): void {
    view.bringUpTo(book, book.highest, now);
    for (let id = this.#through + 1; id <= book.highest; id++) this.#add(id, view, book);
    if (this.#through < book.highest) this.#ending.sort((a, b) => b.until - a.until);
    this.#through = book.highest;
    for (let last = this.#ending.at(-1); last !== undefined && last.until <= now; ) {
      this.#visible.clear(last.id);
      this.#hidden++;
      this.#ending.pop();
      last = this.#ending.at(-1);
    }
  }

  #add(id: number, view: LabelView, book: LabelBook): void {
    const label = book.get(id);
    const embargo = label !== undefined && label.from !== null;
    if (view.sees(id)) this.#visible.set(id);
    if (embargo && view.owns(id)) this.#owned.set(id);
    // An embargo that binds this viewer may hide rows of a label that he will see.
    if (!view.sees(id) || (embargo && !view.owns(id))) this.#hidden++;
    if (label !== undefined && label.until !== null && view.sees(id) && !view.owns(id)) {
      this.#ending.push({ id, until: label.until });
    }
  }

  /** Nothing of the house is hidden from this viewer: contest bits then say all. */
  get seesEverything(): boolean {
    return this.#hidden === 0;
  }

  get visible(): Buffer {
    return this.#visible.used;
  }

  /** The visible labels when they are few; null when a statement had better not name them. */
  fewLabels(): readonly number[] | null {
    const labels = [...this.#visible.all(FEW_LABELS + 1), ...this.#owned.all(FEW_LABELS + 1)];
    return labels.length > 0 && labels.length <= FEW_LABELS ? labels : null;
  }

  get owned(): Buffer {
    return this.#owned.used;
  }
}

/**
 * The condition that a row of `membership` is visible, for a statement whose parameters `visible`
 * and `owned` are the bits (`$2::bytea`, say). CASE keeps get_bit from being asked beyond the end.
 */
export function visibleRow(row: string, visible: string, owned: string): string {
  const bit = (bits: string) =>
    `CASE WHEN ${row}.label < 8 * length(${bits}) THEN get_bit(${bits}, ${row}.label) = 1 ELSE false END`;
  return `CASE WHEN ${row}.contest & 16 = 0 THEN ${bit(visible)} ELSE ${bit(owned)} END`;
}
