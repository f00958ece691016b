/** What the converter reports, and small tools that leave the source as it is. */
import type { Loss } from '../../../core/issue.ts';
import type { JsonObject, JsonValue } from '../../../core/json/index.ts';
import { LIMITS } from '../../../core/limits.ts';

/** Reports of one conversion, as many as the bound allows. */
export class Ledger {
  readonly losses: Loss[] = [];

  /** `path` is the place in the source. */
  note(path: string, reason: string): void {
    if (this.losses.length < LIMITS.json.issuesPerRecord) this.losses.push({ path, reason });
  }
}

export interface ConvertOptions {
  /** The present, RFC 3339: tells fixes that are there from fixes to come. */
  readonly now?: string;
  /** Model and serial numbers and SKUs are complete: no star is added. Default false. */
  readonly completeNumbers?: boolean;
}

/** A new value for a member or an item; undefined removes it. */
export type Edit = (value: JsonValue, path: string) => JsonValue | undefined;

/** A copy of an object with some members edited. */
export function mapObject(
  object: JsonObject,
  edits: Readonly<Record<string, (value: JsonValue) => JsonValue | undefined>>,
): JsonObject {
  const copy: Record<string, JsonValue> = {};
  for (const [name, member] of Object.entries(object)) {
    const edit = Object.hasOwn(edits, name) ? edits[name] : undefined;
    const value = edit === undefined ? member : edit(member);
    if (value !== undefined) copy[name] = value;
  }
  return copy;
}

/** A copy of a list with its items edited; what is no list stays. */
export function mapEach(value: JsonValue, path: string, edit: Edit): JsonValue {
  if (!Array.isArray(value)) return value;
  const list: readonly JsonValue[] = value;
  return list.flatMap((item, i) => {
    const made = edit(item, `${path}/${i}`);
    return made === undefined ? [] : [made];
  });
}
