/** Look-around that can be looked up in bounded time: alternatives of rows of characters. */
import type { CharSet } from './set.ts';
import type { RegexNode } from './tree.ts';

const ROWS = 64;
const ROW_CHARS = 64;

/** The rows of a body; null where it is more than that. */
export function lookRows(node: RegexNode): readonly (readonly CharSet[])[] | null {
  if (node.kind === 'empty') return [[]];
  if (node.kind === 'set') return [[node.set]];
  if (node.kind === 'group') return lookRows(node.body);
  if (node.kind === 'choice') {
    const rows = node.parts.map(lookRows);
    const all = rows.flatMap((each) => each ?? []);
    return rows.includes(null) || all.length > ROWS ? null : all;
  }
  if (node.kind !== 'sequence') return null;
  let rows: readonly (readonly CharSet[])[] = [[]];
  for (const part of node.parts) {
    const next = lookRows(part);
    if (next === null || rows.length * next.length > ROWS) return null;
    rows = rows.flatMap((row) => next.map((each) => [...row, ...each]));
    if (rows.some((row) => row.length > ROW_CHARS)) return null;
  }
  return rows;
}
