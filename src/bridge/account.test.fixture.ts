/** Holds a conversion to account: what is not in the result must be among the losses. */
import type { Loss } from '../core/issue.ts';
import { escapeToken, type JsonValue } from '../core/json/index.ts';

/** A value of the source without members of its own. */
export interface Leaf {
  readonly path: string;
  readonly value: JsonValue;
}

export function leavesOf(value: JsonValue, path = ''): Leaf[] {
  if (typeof value !== 'object' || value === null) return [{ path, value }];
  const members = Object.entries(value);
  if (members.length === 0) return [{ path, value }];
  return members.flatMap(([name, member]) =>
    leavesOf(member as JsonValue, `${path}/${escapeToken(name)}`),
  );
}

/** Values that the result says in another way, by the form of their places. */
export interface OtherWay {
  readonly place: RegExp;
  readonly how: string;
}

/** Leaves that are neither lost nor anywhere in the result. */
export function unaccounted(
  source: JsonValue,
  result: JsonValue,
  losses: readonly Loss[],
  others: readonly OtherWay[],
): string[] {
  const lost = new Set(losses.map(({ path }) => path));
  const texts = leavesOf(result).map(({ value }) => String(value));
  const all = texts.join('\n');
  const missing: string[] = [];
  for (const { path, value } of leavesOf(source)) {
    if (isLost(path, lost) || all.includes(String(value))) continue;
    if (!others.some(({ place }) => place.test(path))) missing.push(`${path} = ${String(value)}`);
  }
  return missing;
}

function isLost(path: string, lost: ReadonlySet<string>): boolean {
  for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1)) {
    if (lost.has(path.slice(0, end))) return true;
  }
  return lost.has('');
}

export function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const member of Object.values(value)) frozen(member);
  }
  return value;
}

/** The document with the value at a place exchanged; places are numbered through. */
export function changedAt(value: JsonValue, at: number, other: JsonValue): JsonValue {
  let count = -1;
  const copy = (each: JsonValue): JsonValue => {
    count++;
    if (count === at) return other;
    if (typeof each !== 'object' || each === null) return each;
    if (Array.isArray(each)) return (each as readonly JsonValue[]).map(copy);
    return Object.fromEntries(Object.entries(each).map(([name, member]) => [name, copy(member)]));
  };
  return copy(value);
}

export function countValues(value: JsonValue): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce<number>(
    (sum, member) => sum + countValues(member as JsonValue),
    1,
  );
}
