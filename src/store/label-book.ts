/** The labels of a house as a process knows them: interned, append-only, read from the store. */
import type { Micros } from '../core/clock.ts';
import type { Label } from '../core/label.ts';
import { timestampToMicros } from '../core/timestamp.ts';
import { readLabel } from './label-form.ts';

/** A label with its number in the store and its times as positions compare. */
export interface InternedLabel {
  readonly id: number;
  readonly label: Label;
  readonly digest: Uint8Array;
  /** Embargo: nobody but the owner before this instant. */
  readonly from: Micros | null;
  /** Nobody but the owner from this instant on. */
  readonly until: Micros | null;
}

export interface LabelRow {
  readonly id: number;
  readonly digest: Uint8Array;
  /** `labelText` of the normal form. */
  readonly text: string;
}

/** What can not be read as an instant restricts: such an embargo never ends, such a term is over. */
export function internedLabel(row: LabelRow): InternedLabel {
  const label = readLabel(row.text);
  return {
    id: row.id,
    label,
    digest: row.digest,
    from: label.from === undefined ? null : instant(label.from, 'ceil', Number.MAX_SAFE_INTEGER),
    until: label.until === undefined ? null : instant(label.until, 'floor', 0),
  };
}

function instant(text: string, rounding: 'floor' | 'ceil', otherwise: Micros): Micros {
  return timestampToMicros(text, rounding) ?? otherwise;
}

/** Labels by number. Numbers are given from 1 upwards without gaps in the order of commits. */
export class LabelBook {
  readonly #labels: (InternedLabel | undefined)[] = [];

  /** Highest number known; rows beyond it must be loaded before a page that may show them. */
  get highest(): number {
    return Math.max(0, this.#labels.length - 1);
  }

  add(row: LabelRow): InternedLabel {
    const interned = internedLabel(row);
    this.#labels[row.id] = interned;
    return interned;
  }

  /** Forgets what a transaction interned that was rolled back. */
  truncate(highest: number): void {
    this.#labels.length = Math.min(this.#labels.length, highest + 1);
  }

  get(id: number): InternedLabel | undefined {
    return this.#labels[id];
  }
}
