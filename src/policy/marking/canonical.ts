/** One form for equal labels, so that the store interns one row for what means the same. */
import type { Audience, Label } from '../../core/label.ts';
import { LIMITS } from '../../core/limits.ts';

/**
 * Sorts and deduplicates lists, writes communities in lower case, and drops owner and creator
 * where they mean nothing: what is CLEAR, addressed to no one in particular, fully understood and
 * under no policy or window is the same label whoever delivered it. Idempotent.
 * Join with the collection's floor first: the owner is needed there.
 */
export function normaliseLabel(label: Label): Label {
  const open = needsNoOwner(label);
  return {
    tlp: label.tlp,
    audience: label.audience === null ? null : normaliseAudience(label.audience),
    ...(label.pap === undefined || (open && label.pap === 'CLEAR') ? {} : { pap: label.pap }),
    owner: open ? '' : label.owner,
    ...(open || label.creator === undefined ? {} : { creator: label.creator }),
    unknown: sortedSet(label.unknown),
    ...(label.iep === undefined || label.iep.length === 0 ? {} : { iep: sortedIep(label.iep) }),
    ...(label.from === undefined ? {} : { from: label.from }),
    ...(label.until === undefined ? {} : { until: label.until }),
  };
}

/** True where nobody is kept out, so that no decision asks whose record it is. */
export function needsNoOwner(label: Label): boolean {
  return (
    label.tlp === 'CLEAR' &&
    label.audience === null &&
    label.unknown.length === 0 &&
    (label.iep === undefined || label.iep.length === 0) &&
    label.from === undefined &&
    label.until === undefined
  );
}

/** Lists sorted and without repetition, empty ids dropped, communities in lower case. */
export function normaliseAudience(audience: Audience): Audience {
  return {
    organisations: sortedSet(audience.organisations),
    communities: sortedSet(audience.communities.map((id) => id.toLowerCase())),
    persons: sortedSet(audience.persons),
  };
}

/** Stable JSON of the normal form: equal texts are equal labels. What a label digest is made of. */
export function canonicalLabel(label: Label): string {
  return stableJson(normaliseLabel(label));
}

/** Sorted, without repetition and without empty texts. */
export function sortedSet(items: readonly string[]): readonly string[] {
  return [...new Set(items)].filter((item) => item !== '').sort();
}

/** IEP statements in the order of their stable JSON, each once. */
export function sortedIep(statements: NonNullable<Label['iep']>): NonNullable<Label['iep']> {
  const byText = new Map(statements.map((statement) => [stableJson(statement), statement]));
  return [...byText.keys()].sort().map((text) => byText.get(text) as (typeof statements)[number]);
}

/** JSON with sorted members. Values are bounded in depth before they come here (`isShallow`). */
export function stableJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(stableJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const record = value as Readonly<Record<string, unknown>>;
  const members = Object.keys(record)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${stableJson(record[name])}`);
  return `{${members.join(',')}}`;
}

/** True when a JSON value nests no deeper than the bound, so that recursion over it is safe. */
export function isShallow(value: unknown, depth: number = LIMITS.json.depth): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return depth > 0 && Object.values(value).every((member) => isShallow(member, depth - 1));
}
