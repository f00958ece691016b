/** Documents while they are being written, and the form in which they are written out. */
import type { Loss } from '../../../core/issue.ts';
import { isJsonObject, type JsonValue } from '../../../core/json/index.ts';
import { LIMITS } from '../../../core/limits.ts';

/** A JSON value that may still be changed. */
export type DraftValue = null | boolean | number | string | DraftValue[] | Draft;

export interface Draft {
  [name: string]: DraftValue | undefined;
}

/** A deep copy that may be changed; members that are undefined are left out. */
export function draftOf(value: JsonValue | undefined): DraftValue {
  if (Array.isArray(value)) return (value as readonly JsonValue[]).map(draftOf);
  if (!isJsonObject(value)) return (value ?? null) as DraftValue;
  const copy: Draft = {};
  for (const [name, member] of Object.entries(value)) {
    if (member === undefined) continue;
    // An own property, whatever its name: `__proto__` must not reach the prototype.
    Object.defineProperty(copy, name, {
      value: draftOf(member),
      configurable: true,
      enumerable: true,
      writable: true,
    });
  }
  return copy;
}

export function isDraft(value: DraftValue | undefined): value is Draft {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The objects of a list; none where it is no list. */
export function draftsOf(value: DraftValue | undefined): Draft[] {
  return Array.isArray(value) ? value.filter(isDraft) : [];
}

/** The object, or one that nothing keeps. */
export function draftIn(value: DraftValue | undefined): Draft {
  return isDraft(value) ? value : {};
}

/** §5.3 (2.1 §5.4): the text of a document, its keys sorted. */
export function documentText(root: JsonValue | DraftValue): string {
  return `${JSON.stringify(sortedKeys(root as JsonValue), null, 2)}\n`;
}

function sortedKeys(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return (value as readonly JsonValue[]).map(sortedKeys);
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value).filter(([, member]) => member !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, member]) => [name, sortedKeys(member)]));
}

/** What could not be written, as many findings as the bound allows. */
export class Losses {
  readonly list: Loss[] = [];

  note(path: string, reason: string): void {
    if (this.list.length < LIMITS.json.issuesPerRecord) this.list.push({ path, reason });
  }
}
