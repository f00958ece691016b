/** Walks a source and tells what of it the result does not carry. */
import type { Loss } from '../../core/issue.ts';
import { escapeToken } from '../../core/json/pointer.ts';
import type { JsonValue } from '../../core/json/value.ts';
import { LIMITS } from '../../core/limits.ts';
import { childRow, type RowNode } from './row.ts';
import type { Ledger } from './source.ts';

const NO_PLACE = 'The target has no place for it.';
const NOT_FIT = 'It is not of the type or the form that can be carried.';
const TOO_DEEP = `It lies deeper than ${LIMITS.json.depth} levels.`;

/**
 * Every value of the source that was not carried is one loss, or lies below one: a part of which
 * nothing was carried, and of which no row says more, is one loss at its top.
 */
export function lossesOf(root: JsonValue, ledger: Ledger, rows: RowNode): Loss[] {
  const walk = new Walk(ledger);
  walk.value(root, '', rows, NO_PLACE, 0);
  return walk.losses;
}

class Walk {
  readonly losses: Loss[] = [];
  readonly #ledger: Ledger;

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  /** True where something at or below was carried. */
  value(
    value: JsonValue,
    path: string,
    node: RowNode | undefined,
    above: string,
    depth: number,
  ): boolean {
    const reason = reasonAt(node, above);
    const members = membersOf(value);
    if (members.length === 0 || depth >= LIMITS.json.depth) {
      this.losses.push({ path, reason: members.length === 0 ? reason : TOO_DEEP });
      return false;
    }
    const before = this.losses.length;
    let carried = false;
    for (const [name, member] of members) {
      if (this.#ledger.has(value as object, name)) carried = true;
      else {
        const place = `${path}/${escapeToken(name)}`;
        const inside = this.value(member, place, childRow(node, name), reason, depth + 1);
        carried ||= inside;
      }
    }
    if (!carried && (node === undefined || node.children.size === 0)) {
      this.losses.length = before;
      this.losses.push({ path, reason });
    }
    return carried;
  }
}

function reasonAt(node: RowNode | undefined, above: string): string {
  if (node?.row === undefined) return above;
  return node.row.lost ?? NOT_FIT;
}

function membersOf(value: JsonValue): readonly (readonly [string, JsonValue])[] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}
