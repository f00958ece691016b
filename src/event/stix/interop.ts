/** What the STIX interoperability profile asks of objects beyond the standard (OASIS, part 1). */
import { type Findings, has, type StixMap } from './findings.ts';
import { classOf } from './tables/classes.ts';

/** §2.3 of the profile: producers name themselves; one data marking of each kind is enough. */
export function checkInterop(object: StixMap, type: string, at: Findings): void {
  const found = classOf(type);
  if (found !== 'sdo' && found !== 'sro') return;
  if (!has(object, 'created_by_ref')) at.add('stix-interop', 'No created_by_ref');
  const markings = has(object, 'object_marking_refs') ? object.object_marking_refs : undefined;
  if (Array.isArray(markings) && new Set(markings).size < markings.length) {
    at.add('stix-interop', 'The same marking twice', { key: 'object_marking_refs' });
  }
}
