/** The object types of STIX 2.1 by class (sections 4 to 7). */
import type { ObjectClass } from './shape.ts';

export const DOMAIN_TYPES = [
  'attack-pattern',
  'campaign',
  'course-of-action',
  'grouping',
  'identity',
  'incident',
  'indicator',
  'infrastructure',
  'intrusion-set',
  'location',
  'malware',
  'malware-analysis',
  'note',
  'observed-data',
  'opinion',
  'report',
  'threat-actor',
  'tool',
  'vulnerability',
] as const;

export const RELATIONSHIP_TYPES = ['relationship', 'sighting'] as const;

export const OBSERVABLE_TYPES = [
  'artifact',
  'autonomous-system',
  'directory',
  'domain-name',
  'email-addr',
  'email-message',
  'file',
  'ipv4-addr',
  'ipv6-addr',
  'mac-addr',
  'mutex',
  'network-traffic',
  'process',
  'software',
  'url',
  'user-account',
  'windows-registry-key',
  'x509-certificate',
] as const;

export const META_TYPES = [
  'language-content',
  'marking-definition',
  'extension-definition',
] as const;

const CLASSES: ReadonlyMap<string, ObjectClass> = new Map<string, ObjectClass>([
  ...DOMAIN_TYPES.map((type) => [type, 'sdo'] as const),
  ...RELATIONSHIP_TYPES.map((type) => [type, 'sro'] as const),
  ...OBSERVABLE_TYPES.map((type) => [type, 'sco'] as const),
  ...META_TYPES.map((type) => [type, 'meta'] as const),
  // A bundle is no STIX Object and no end of a relationship; `meta` keeps it out of both.
  ['bundle', 'meta'],
]);

/** Class of a type of the standard, null for custom types. */
export function classOf(type: string): ObjectClass | null {
  return CLASSES.get(type) ?? null;
}
