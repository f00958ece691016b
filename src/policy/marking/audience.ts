/** Audiences put together. `null` means that no one was named: the level alone decides. */
import type { Audience, Label, Tlp } from '../../core/label.ts';
import { normaliseAudience, sortedSet } from './canonical.ts';

/** Nobody at all (the owner still sees what is his, below RED). */
export const NOBODY: Audience = { organisations: [], communities: [], persons: [] };

/** Who is named in both. Lists are compared by id: a member of both that neither names is left out. */
export function intersectAudiences(a: Audience, b: Audience): Audience {
  const left = normaliseAudience(a);
  const right = normaliseAudience(b);
  return {
    organisations: inBoth(left.organisations, right.organisations),
    communities: inBoth(left.communities, right.communities),
    persons: inBoth(left.persons, right.persons),
  };
}

/**
 * Whom a label that named no one lets stay of an audience that the other label named. CLEAR lets
 * everyone stay, GREEN the members of communities, anything stricter only its own owner (and his
 * clients), who are no part of a named audience.
 */
export function narrowedBy(level: Tlp, named: Audience): Audience {
  const audience = normaliseAudience(named);
  if (level === 'CLEAR') return audience;
  return level === 'GREEN' ? { ...NOBODY, communities: audience.communities } : NOBODY;
}

/** The audience of what carries both labels: nobody whom one of them keeps out (R8). */
export function joinAudiences(a: Label, b: Label): Audience | null {
  if (a.audience === null) return b.audience === null ? null : narrowedBy(a.tlp, b.audience);
  if (b.audience === null) return narrowedBy(b.tlp, a.audience);
  return intersectAudiences(a.audience, b.audience);
}

/**
 * The audience of a record placed in a collection that is offered to `floor`. Placing it there
 * addresses it: where the source named no one, the collection's audience is whom it named. Only
 * RED names its persons itself (R3).
 */
export function addressedAudience(label: Label, floor: Audience | null): Audience | null {
  if (floor === null) return label.audience === null ? null : normaliseAudience(label.audience);
  if (label.audience !== null) return intersectAudiences(label.audience, floor);
  return normaliseAudience(label.tlp === 'RED' ? { ...floor, persons: [] } : floor);
}

function inBoth(a: readonly string[], b: readonly string[]): readonly string[] {
  const other = new Set(b);
  return sortedSet(a.filter((item) => other.has(item)));
}
