/** Labels put together: the strictest of all, and nothing that one of them keeps out gets in. */
import type { Audience, Label, Pap, Tlp } from '../../core/label.ts';
import { timestampKey } from '../../core/timestamp.ts';
import { stricterPap, stricterTlp } from '../tlp/levels.ts';
import { addressedAudience, joinAudiences } from './audience.ts';
import { needsNoOwner, normaliseLabel, sortedIep, sortedSet } from './canonical.ts';

/** What a collection adds to the label of everything placed in it. */
export interface Floor {
  readonly tlp: Tlp;
  readonly audience: Audience | null;
  readonly pap?: Pap | undefined;
}

/**
 * The label of what is made of two labelled things (R8, R11): who sees the join sees both.
 * Commutative, associative and idempotent on normal forms; CLEAR for everyone is its neutral
 * element. Two owners make a thing that neither owns alone.
 */
export function joinLabels(a: Label, b: Label): Label {
  const pap = stricterPap(a.pap, b.pap);
  const creator = shared(a, b, (label) => label.creator);
  const from = latest(a.from, b.from);
  const until = earliest(a.until, b.until);
  return normaliseLabel({
    tlp: stricterTlp(a.tlp, b.tlp),
    audience: joinAudiences(a, b),
    ...(pap === undefined ? {} : { pap }),
    owner: shared(a, b, (label) => label.owner) ?? '',
    ...(creator === undefined ? {} : { creator }),
    unknown: sortedSet([...a.unknown, ...b.unknown]),
    iep: sortedIep([...(a.iep ?? []), ...(b.iep ?? [])]),
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
  });
}

/**
 * The label of a record in a collection: its own, joined with the collection's floor. The floor
 * raises TLP and PAP, narrows an audience that the source named, and stands in for one where the
 * source named no one. The result is in normal form.
 */
export function joinFloor(label: Label, floor: Floor): Label {
  const pap = stricterPap(label.pap, floor.pap);
  return normaliseLabel({
    ...label,
    tlp: stricterTlp(label.tlp, floor.tlp),
    audience: addressedAudience(label, floor.audience),
    ...(pap === undefined ? {} : { pap }),
  });
}

/** What both agree on; a label that needs no owner has nothing to say about it. */
function shared(
  a: Label,
  b: Label,
  part: (label: Label) => string | undefined,
): string | undefined {
  if (needsNoOwner(a)) return needsNoOwner(b) ? undefined : part(b);
  if (needsNoOwner(b) || part(a) === part(b)) return part(a);
  return undefined;
}

/** The later start; one that cannot be read never comes, which is later still. */
function latest(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return startKey(a) >= startKey(b) ? a : b;
}

/** The earlier end; one that cannot be read has passed. Equal instants: the lesser text. */
function earliest(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return endKey(a) <= endKey(b) ? a : b;
}

function startKey(text: string): string {
  const key = timestampKey(text);
  return `${key === '' ? '~' : key} ${text}`;
}

function endKey(text: string): string {
  return `${timestampKey(text)} ${text}`;
}
