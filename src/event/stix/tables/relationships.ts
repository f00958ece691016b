/** Relationships that the standard defines (sections 4 and 6, summarised in appendix B). */

/** §3.7: for any two domain objects or observables; the first two of one type. */
export const COMMON_RELATIONSHIPS: ReadonlySet<string> = new Set([
  'derived-from',
  'duplicate-of',
  'related-to',
]);

const USED = 'attack-pattern infrastructure malware tool';
const VICTIMS = 'identity location vulnerability';
const ADDRESSES = 'domain-name ipv4-addr ipv6-addr url';

/** Source type, relationship types, target types; `<sco>` is every observable. */
const ROWS: readonly (readonly [string, string, string])[] = [
  ['attack-pattern', 'delivers', 'malware'],
  ['attack-pattern', 'targets', VICTIMS],
  ['attack-pattern', 'uses', 'malware tool'],
  ['campaign', 'attributed-to', 'intrusion-set threat-actor'],
  ['campaign', 'compromises', 'infrastructure'],
  ['campaign', 'originates-from', 'location'],
  ['campaign', 'targets', VICTIMS],
  ['campaign', 'uses', USED],
  ['course-of-action', 'investigates', 'indicator'],
  ['course-of-action', 'mitigates', 'attack-pattern indicator malware tool vulnerability'],
  ['course-of-action', 'remediates', 'malware vulnerability'],
  ['domain-name', 'resolves-to', 'domain-name ipv4-addr ipv6-addr'],
  ['identity', 'located-at', 'location'],
  [
    'indicator',
    'indicates',
    'attack-pattern campaign infrastructure intrusion-set malware threat-actor tool',
  ],
  ['indicator', 'based-on', 'observed-data'],
  ['infrastructure', 'communicates-with', `infrastructure ${ADDRESSES}`],
  ['infrastructure', 'consists-of', 'infrastructure observed-data <sco>'],
  ['infrastructure', 'controls', 'infrastructure malware'],
  ['infrastructure', 'delivers', 'malware'],
  ['infrastructure', 'has', 'vulnerability'],
  ['infrastructure', 'hosts', 'malware tool'],
  ['infrastructure', 'located-at', 'location'],
  ['infrastructure', 'uses', 'infrastructure'],
  ['intrusion-set', 'attributed-to', 'threat-actor'],
  ['intrusion-set', 'compromises hosts owns', 'infrastructure'],
  ['intrusion-set', 'originates-from', 'location'],
  ['intrusion-set', 'targets', VICTIMS],
  ['intrusion-set', 'uses', USED],
  ['ipv4-addr', 'belongs-to', 'autonomous-system'],
  ['ipv4-addr', 'resolves-to', 'mac-addr'],
  ['ipv6-addr', 'belongs-to', 'autonomous-system'],
  ['ipv6-addr', 'resolves-to', 'mac-addr'],
  ['malware', 'authored-by', 'intrusion-set threat-actor'],
  ['malware', 'beacons-to exfiltrates-to', 'infrastructure'],
  ['malware', 'communicates-with', ADDRESSES],
  ['malware', 'controls variant-of', 'malware'],
  ['malware', 'downloads drops', 'file malware tool'],
  ['malware', 'exploits', 'vulnerability'],
  ['malware', 'originates-from', 'location'],
  ['malware', 'targets', `infrastructure ${VICTIMS}`],
  ['malware', 'uses', USED],
  [
    'malware-analysis',
    'characterizes av-analysis-of static-analysis-of dynamic-analysis-of',
    'malware',
  ],
  ['threat-actor', 'attributed-to impersonates', 'identity'],
  ['threat-actor', 'compromises hosts owns', 'infrastructure'],
  ['threat-actor', 'located-at', 'location'],
  ['threat-actor', 'targets', VICTIMS],
  ['threat-actor', 'uses', USED],
  ['tool', 'delivers drops', 'malware'],
  ['tool', 'has', 'vulnerability'],
  ['tool', 'targets', `infrastructure ${VICTIMS}`],
  ['tool', 'uses', 'infrastructure'],
];

/** `source relationship` → target types. */
export const DEFINED_RELATIONSHIPS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  ROWS.flatMap(([source, names, targets]) =>
    names.split(' ').map((name) => [`${source} ${name}`, new Set(targets.split(' '))] as const),
  ),
);
