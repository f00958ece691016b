/** Which index answers a page soonest. */
import type { ViewedShelf } from './shelf.ts';

/** Walk a collection by position, or only the rows of some labels or of some types. */
export type Plan =
  | { readonly by: 'place' }
  | { readonly by: 'label' | 'type'; readonly keys: readonly number[]; readonly rows: number };

/** Microseconds, as measured: a row by position, a row through another index, a new start there. */
const ROW = 0.6;
const FAR_ROW = 1.6;
const START = 1.5;

/** `types`: numbers of the wanted types, null for all; `wanted`: rows that the page needs. */
export function choosePlan(
  shelf: ViewedShelf,
  types: readonly number[] | null,
  wanted: number,
): Plan {
  const { total, labels, visible } = shelf;
  const typed =
    types === null ? total : types.reduce((sum, type) => sum + (shelf.types.get(type) ?? 0), 0);
  const seen = share(visible, total);
  const kept = share(typed, total);
  const place = ROW * Math.min(total, wanted / (seen * kept));
  const label = START * labels.length + FAR_ROW * Math.min(visible, wanted / kept);
  const type =
    types === null
      ? Number.POSITIVE_INFINITY
      : START * types.length + FAR_ROW * Math.min(typed, wanted / seen);
  if (place <= label && place <= type) return { by: 'place' };
  if (label <= type) return { by: 'label', keys: labels, rows: visible };
  return { by: 'type', keys: types ?? [], rows: typed };
}

/** Part of the whole, never zero: the counts may lag behind the rows. */
function share(part: number, whole: number): number {
  return Math.max(part, 0.5) / Math.max(whole, 1);
}
