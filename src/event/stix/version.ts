/** Which version of STIX an object is written in. */
import { has, type StixMap, textOf } from './findings.ts';
import { classOf } from './tables/classes.ts';

/** Types of STIX 2.0 that are objects of their own there. */
const TYPES_20: ReadonlySet<string> = new Set([
  'attack-pattern',
  'campaign',
  'course-of-action',
  'identity',
  'indicator',
  'intrusion-set',
  'malware',
  'marking-definition',
  'observed-data',
  'relationship',
  'report',
  'sighting',
  'threat-actor',
  'tool',
  'vulnerability',
]);

/** Properties that STIX 2.1 brought: an object that has one forgot its spec_version. */
const PROPERTIES_21 = [
  'confidence',
  'extensions',
  'indicator_types',
  'lang',
  'malware_types',
  'object_refs',
  'pattern_type',
  'pattern_version',
  'report_types',
  'threat_actor_types',
  'tool_types',
];

/**
 * Version of an object: what spec_version says; without it 2.1 for observables, and 2.0 for the
 * types of 2.0 (which has no such property on objects) that show nothing of 2.1.
 */
export function specVersionOf(object: StixMap): string {
  const stated = textOf(object, 'spec_version');
  if (stated !== undefined) return stated;
  // A version that is no text is an error of 2.1, not a sign of 2.0.
  if (has(object, 'spec_version')) return '2.1';
  const type = textOf(object, 'type') ?? '';
  if (classOf(type) === 'sco') return '2.1';
  const known = TYPES_20.has(type) || (classOf(type) === null && type.startsWith('x-'));
  if (!known || !has(object, 'created')) return '2.1';
  return isModern(object, type) ? '2.1' : '2.0';
}

/** A report of 2.0 has object_refs too; labels are what 2.0 asks of malware beside is_family. */
function isModern(object: StixMap, type: string): boolean {
  if (has(object, 'is_family') && !has(object, 'labels')) return true;
  return PROPERTIES_21.some(
    (name) => has(object, name) && !(name === 'object_refs' && type === 'report'),
  );
}
