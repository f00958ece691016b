/** STIX content for random worlds: few words, few values and few ids, so that things collide. */
import type { Random } from '../hostile/random.ts';

export type Json = Readonly<Record<string, unknown>>;

export const TLP = {
  CLEAR: 'marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487',
  GREEN: 'marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb',
  AMBER: 'marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421',
  STRICT: 'marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003',
  RED: 'marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1',
} as const;

/** Defined by nobody at first; some are defined late by who uses them. */
export const LATE_MARKINGS = ['1', '2'].map(
  (digit) => `marking-definition--d0000000-0000-4000-8000-00000000000${digit}`,
);
/** Never defined by anybody. */
export const DARK_MARKING = 'marking-definition--d0000000-0000-4000-8000-0000000000da';
/** Used by one organisation, defined, if at all, by a stranger. */
export const STRANGER_MARKING = 'marking-definition--d0000000-0000-4000-8000-0000000000ab';

export const CREATORS = ['1', '2'].map(
  (digit) => `identity--c0000000-0000-4000-8000-00000000000${digit}`,
);

const WORDS = ['paper', 'crane', 'inkwell', 'harbour', 'signal', '金融', '標的型攻撃', '偽サイト'];
export const TYPES = [
  'indicator',
  'malware',
  'campaign',
  'identity',
  'vulnerability',
  'relationship',
  'note',
  'report',
  'sighting',
  'ipv4-addr',
  'domain-name',
] as const;
export type ContentType = (typeof TYPES)[number];

/** Observables have no version of their own. */
export function isVersioned(type: string): boolean {
  return type !== 'ipv4-addr' && type !== 'domain-name' && type !== 'marking-definition';
}

/** Some of what 2.0 has too is of 2.0. */
export function specFor(type: ContentType, random: Random): '2.0' | '2.1' {
  return (type === 'indicator' || type === 'campaign') && random.once(4) ? '2.0' : '2.1';
}

/** A version 4 UUID that the seed repeats. */
export function uuid(random: Random): string {
  const hex = (digits: number) =>
    Array.from({ length: digits }, () => random.below(16).toString(16)).join('');
  return `${hex(8)}-${hex(4)}-4${hex(3)}-${random.pick(['8', '9', 'a', 'b'])}${hex(3)}-${hex(12)}`;
}

export function word(random: Random): string {
  return random.pick(WORDS);
}

export function address(random: Random): string {
  return `198.51.100.${random.below(4)}`;
}

export function cve(random: Random): string {
  return `CVE-2031-${1000 + random.below(4)}`;
}

/** Version `number` of an object, as a timestamp. */
export function versionTime(number: number): string {
  return `2031-01-${String(number + 1).padStart(2, '0')}T00:00:00.000Z`;
}

/** An embargo set at a step that ends within the story. */
export function soon(step: number): string {
  const second = String(2 * step + 9).padStart(2, '0');
  return `2031-06-01T00:00:${second}Z`;
}

export interface Draft {
  readonly type: ContentType;
  readonly id: string;
  /** Number of the version; of no meaning for observables. */
  readonly version: number;
  readonly markings: readonly string[];
  /** Its name carries this marking of its own. */
  readonly granular?: string;
  readonly creator?: string;
  /** Ids that it may point at, an identity among them. */
  readonly points: readonly string[];
  readonly spec: '2.0' | '2.1';
}

/** What a draft says is random, so that one draft made twice gives two variants. */
export function content(draft: Draft, random: Random): Json {
  const { type, id, version, markings, granular, creator, spec } = draft;
  const versioned = isVersioned(type);
  return {
    type,
    ...(spec === '2.1' ? { spec_version: '2.1' } : {}),
    id,
    ...(versioned ? { created: versionTime(0), modified: versionTime(version) } : {}),
    ...(versioned && creator !== undefined ? { created_by_ref: creator } : {}),
    ...(markings.length > 0 ? { object_marking_refs: markings } : {}),
    ...body(draft, random),
    ...(granular === undefined
      ? {}
      : { granular_markings: [{ marking_ref: granular, selectors: [marked(type)] }] }),
  };
}

/** A property that every object of the type has. */
function marked(type: ContentType): string {
  if (type === 'relationship') return 'relationship_type';
  if (type === 'note') return 'content';
  if (type === 'sighting') return 'sighting_of_ref';
  return type === 'ipv4-addr' || type === 'domain-name' ? 'value' : 'name';
}

const INSTANT = '2031-01-01T00:00:00Z';

function body({ type, points, spec }: Draft, random: Random): Json {
  const name = `${word(random)} ${word(random)} ${random.below(1000)}`;
  const things = points.filter((id) => !/^(relationship|sighting|marking)/.test(id));
  const domain = things.filter((id) => !/^(ipv4|domain)/.test(id));
  const labels = spec === '2.0' ? { labels: ['malicious-activity'] } : {};
  switch (type) {
    case 'indicator':
      return {
        name,
        ...labels,
        pattern: `[ipv4-addr:value = '${address(random)}']`,
        ...(spec === '2.1' ? { pattern_type: 'stix', indicator_types: ['unknown'] } : {}),
        valid_from: INSTANT,
      };
    case 'malware':
      return { name, malware_types: ['bot'], is_family: random.once(2), description: word(random) };
    case 'campaign':
      return { name, description: `${word(random)} ${address(random)}` };
    case 'identity':
      return { name, identity_class: 'organization' };
    case 'vulnerability': {
      const known = cve(random);
      const reference = { source_name: 'cve', external_id: known };
      return { name: known, description: name, external_references: [reference] };
    }
    case 'relationship':
      return {
        relationship_type: 'related-to',
        source_ref: random.pick(things),
        target_ref: random.pick(things),
      };
    case 'note':
      return { content: name, object_refs: [random.pick(points)] };
    case 'report':
      return {
        name,
        report_types: ['campaign'],
        published: INSTANT,
        object_refs: [random.pick(points)],
      };
    case 'sighting':
      return { sighting_of_ref: random.pick(domain), count: random.below(9), description: name };
    case 'ipv4-addr':
      return { value: address(random), defanged: random.once(2) };
    case 'domain-name':
      return { value: `${random.pick(['a', 'b'])}.example`, defanged: random.once(2) };
  }
}

/** A copyright statement: the marking becomes known, and says nothing about who may see. */
export function statement(id: string, markings: readonly string[], random: Random): Json {
  return {
    type: 'marking-definition',
    spec_version: '2.1',
    id,
    created: versionTime(0),
    definition_type: 'statement',
    definition: { statement: `Copyright ${word(random)}` },
    ...(markings.length > 0 ? { object_marking_refs: markings } : {}),
  };
}
