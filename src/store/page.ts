/** Where a page ends. */
import type { Cursor } from './port.ts';

export interface PageRow extends Cursor {
  /** Bytes of the body; 0 where bodies are not given. */
  readonly size: number;
}

export interface PageCut {
  /** Rows to give. */
  readonly take: number;
  /** More rows stand behind. */
  readonly more: boolean;
}

/**
 * Cuts rows that pass all filters, in order, to one page; null when more rows must be read to
 * tell (`complete` is false as long as more may stand behind `rows`).
 *
 * Whoever goes on by `added_after` skips what shares the last position, so a page does not end
 * within a tie but before it. A tie that is larger than the page on its own is split only for who
 * came by a cursor (`split`), because a cursor names the place within the tie; otherwise it is
 * given whole, because completeness outranks the limit (docs/adr/0002).
 */
export function cutPage(
  rows: readonly PageRow[],
  complete: boolean,
  bounds: { readonly limit: number; readonly maxBytes?: number; readonly split: boolean },
): PageCut | null {
  const wanted = Math.max(1, bounds.limit);
  const most = Math.min(wanted, withinBytes(rows, bounds.maxBytes));
  if (most >= rows.length) {
    if (complete) return { take: rows.length, more: false };
    // The row behind the last one decides whether the page ends in a tie.
    return null;
  }
  const position = rows[most]?.position;
  let start = most;
  while (start > 0 && rows[start - 1]?.position === position) start--;
  if (start > 0) return { take: start, more: true };
  if (bounds.split) return { take: most, more: true };
  let end = most;
  while (end < rows.length && rows[end]?.position === position) end++;
  if (end < rows.length) return { take: end, more: true };
  return complete ? { take: end, more: false } : null;
}

/** How many rows fit into this many bytes, commas included; at least one. */
function withinBytes(rows: readonly PageRow[], maxBytes: number | undefined): number {
  if (maxBytes === undefined) return rows.length;
  let bytes = 0;
  let count = 0;
  for (const row of rows) {
    bytes += row.size + 1;
    if (bytes - 1 > maxBytes && count > 0) break;
    count++;
  }
  return count;
}
