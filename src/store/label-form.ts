/** The normal form of a label, by which equal labels are one label in the store. */
import { sha256 } from '../core/digest.ts';
import { type Audience, type Label, PAP_LEVELS, TLP_LEVELS } from '../core/label.ts';

/**
 * The same label with its lists sorted and without repetitions. What everyone may see keeps no
 * owner and no creator: the same public object from two sources is then one membership.
 */
export function normaliseLabel(label: Label): Label {
  const unknown = sortedSet(label.unknown);
  const iep = label.iep !== undefined && label.iep.length > 0 ? label.iep : undefined;
  const open =
    label.tlp === 'CLEAR' &&
    label.audience === null &&
    unknown.length === 0 &&
    iep === undefined &&
    label.from === undefined &&
    label.until === undefined;
  const creator = open || label.creator === '' ? undefined : label.creator;
  return {
    tlp: label.tlp,
    audience: label.audience === null ? null : sortedAudience(label.audience),
    ...(label.pap === undefined ? {} : { pap: label.pap }),
    owner: open ? '' : label.owner,
    ...(creator === undefined ? {} : { creator }),
    unknown,
    ...(iep === undefined ? {} : { iep: sortedStatements(iep) }),
    ...(label.from === undefined ? {} : { from: label.from }),
    ...(label.until === undefined ? {} : { until: label.until }),
  };
}

/** One text for each label in normal form: JSON with sorted member names. */
export function labelText(normal: Label): string {
  return sortedJson(normal);
}

/** SHA-256 of the label's text, 32 bytes; identifies a label across stores and in log leaves. */
export function labelDigest(text: string): Uint8Array {
  return sha256(text);
}

/** Reads what `labelText` wrote. */
export function readLabel(text: string): Label {
  const value = JSON.parse(text) as Label;
  if (!TLP_LEVELS.includes(value.tlp) || (value.pap && !PAP_LEVELS.includes(value.pap))) {
    throw new RangeError('not a label of this store');
  }
  return value;
}

function sortedAudience(audience: Audience): Audience {
  return {
    organisations: sortedSet(audience.organisations),
    communities: sortedSet(audience.communities),
    persons: sortedSet(audience.persons),
  };
}

function sortedSet(values: readonly string[]): readonly string[] {
  return [...new Set(values)].sort();
}

function sortedStatements(
  statements: readonly Readonly<Record<string, unknown>>[],
): readonly Readonly<Record<string, unknown>>[] {
  const byText = new Map(statements.map((each) => [sortedJson(each), each]));
  return [...byText.keys()].sort().map((text) => JSON.parse(text) as Record<string, unknown>);
}

/** JSON with member names in UTF-16 order, as RFC 8785 §3.2.3 has them. */
function sortedJson(value: unknown): string {
  return JSON.stringify(value, (_name, member: unknown) => {
    if (typeof member !== 'object' || member === null || Array.isArray(member)) return member;
    const sorted: Record<string, unknown> = Object.create(null);
    const from = member as Record<string, unknown>;
    for (const name of Object.keys(from).sort()) sorted[name] = from[name];
    return sorted;
  });
}
