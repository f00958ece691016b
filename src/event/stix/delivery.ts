/** What stands around the objects: a bundle (section 8) or a TAXII envelope (TAXII 2.1 §3.7). */
import type { CodecOptions } from '../../core/codec.ts';
import { checkBundleMembers } from './bundle.ts';
import { Findings, isMap, shown, textOf } from './findings.ts';
import type { StixIssue } from './issues.ts';
import { profileOf, type StixOptions } from './profile.ts';

/** True for an envelope without objects, such as the answer of an empty collection. */
export function isEmptyEnvelope(value: unknown): boolean {
  return isMap(value) && Object.keys(value).every((name) => name === 'more' || name === 'next');
}

/** True for a bundle that has no list of objects (§8.1: objects is optional). */
export function isLoneBundle(value: unknown): boolean {
  return isMap(value) && textOf(value, 'type') === 'bundle';
}

/** Findings on the members around the objects; `elements` is how many objects there were. */
export function checkDelivery(
  around: unknown,
  options: CodecOptions & StixOptions,
  elements = 1,
): readonly StixIssue[] {
  const at = new Findings(profileOf(options, null));
  if (!isMap(around)) return [];
  at.reset(around);
  const type = Object.hasOwn(around, 'type') ? around.type : undefined;
  if (type === 'bundle') checkBundleMembers(around, at);
  else if (type !== undefined) at.add('stix-type', shown(type), { key: 'type' });
  if (elements === 0 && type === 'bundle') at.add('stix-empty-list', '', { key: 'objects' });
  return at.issues;
}
