/** Notes (STIX 2.1 §4.13): what STIX has no structure for and people read all the same. */
import type { Identifier } from '../../event/stix/types.ts';
import type { Projector } from './projector.ts';

/** A note of these lines about an object; none where there are no lines. */
export function noteAbout(
  projector: Projector,
  about: Identifier,
  abstract: string,
  lines: readonly string[],
): Identifier<'note'> | undefined {
  if (lines.length === 0) return undefined;
  const content = lines.join('\n');
  return projector.add('note', `${about} ${abstract}`, { abstract, content, object_refs: [about] });
}
