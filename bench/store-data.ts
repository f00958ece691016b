/** Seeded records for the store's benchmarks: about 1 KB, six facts, some words. */
import { sha256 } from '../src/core/digest.ts';
import type { Label } from '../src/core/label.ts';
import type { Principal } from '../src/core/principal.ts';
import type { DecodedRecord } from '../src/core/record.ts';
import type { ChunkItem, DirectoryChange, Sees } from '../src/store/port.ts';

export const COLLECTION = '91a7b528-80eb-42ed-a74d-c6fbd5a26116';
export const SOURCE = 'organisation-source';
export const READER: Principal = {
  kind: 'organisation',
  id: 'organisation-reader',
  organisation: 'organisation-reader',
  communities: [],
  roles: ['reader'],
};

/** AMBER goes to the organisations that are named, the rest to everyone. */
export const benchSees: Sees = (principal, label) =>
  label.tlp !== 'AMBER' ||
  label.owner === principal.organisation ||
  (label.audience?.organisations.includes(principal.organisation) ?? false);

export const DIRECTORY: readonly DirectoryChange[] = [
  ...[SOURCE, READER.organisation].map(
    (id): DirectoryChange => ({
      put: 'organisation',
      value: { id, name: id, clients: [], sample: false, operator: id === SOURCE },
    }),
  ),
  {
    put: 'collection',
    value: {
      id: COLLECTION,
      apiRoot: 'api1',
      title: 'Bench',
      description: '',
      floor: { tlp: 'CLEAR', audience: null },
      unmarked: 'AMBER',
      grants: [{ subjectKind: 'authenticated', subject: '', read: true, write: true }],
      sample: false,
    },
  },
];

/** Repeatable numbers below 2^32. */
export function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state;
  };
}

const WORDS = Array.from({ length: 4_000 }, (_, n) => {
  const roll = dice(n + 1);
  return Array.from({ length: 4 + (roll() % 6) }, () =>
    'abcdefghijklmnoprstuvwz'.charAt((roll() >>> 8) % 23),
  ).join('');
});

function uuidFrom(roll: () => number): string {
  const hex = Array.from({ length: 4 }, () => roll().toString(16).padStart(8, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}

export function benchRecord(number: number): DecodedRecord {
  const roll = dice(number * 2_654_435_761);
  const word = () =>
    WORDS[Math.floor(WORDS.length * ((roll() >>> 4) / 2 ** 28) ** 2) % WORDS.length];
  const id = `indicator--${uuidFrom(roll)}`;
  const modified = new Date(1_700_000_000_000 + number * 1_000).toISOString();
  const address = [1, 2, 3, 4].map(() => (roll() >>> 9) % 256).join('.');
  const domain = `${word()}.example`;
  const creator = `identity--${uuidFrom(dice(number % 50))}`;
  const name = `${word()} ${word()} ${word()}`;
  const description = Array.from({ length: 45 }, word).join(' ');
  const object = {
    type: 'indicator',
    spec_version: '2.1',
    id,
    created_by_ref: creator,
    created: modified,
    modified,
    name,
    description,
    indicator_types: ['malicious-activity'],
    pattern: `[ipv4-addr:value = '${address}' OR domain-name:value = '${domain}']`,
    pattern_type: 'stix',
    valid_from: modified,
    external_references: [{ source_name: 'cve', external_id: `CVE-2026-${number}` }],
    object_marking_refs: ['marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487'],
  };
  const bytes = Buffer.from(JSON.stringify(object));
  return {
    identity: {
      format: 'stix',
      id,
      type: 'indicator',
      specVersion: '2.1',
      version: modified,
      versionKey: modified.slice(0, -1),
      creator,
      created: modified,
      withdrawn: false,
    },
    bytes,
    contentDigest: sha256('content', bytes),
    facts: {
      title: name,
      aliases: [],
      external: [`CVE-2026-${number}`],
      edges: [
        { kind: 'created_by_ref', target: creator },
        { kind: 'object_marking_refs', target: object.object_marking_refs[0] ?? '' },
      ],
      observables: [
        { kind: 'ipv4-addr:value', value: address },
        { kind: 'domain-name:value', value: domain },
      ],
      text: `${name} ${description} ${address} ${domain}`,
    },
    markings: { object: object.object_marking_refs, granular: [], unresolvedSelectors: false },
  };
}

export function benchItem(number: number, label: Label): ChunkItem {
  return {
    kind: 'placed',
    record: benchRecord(number),
    gap: Buffer.from(','),
    label,
    preference: 2,
    rules: ['marking'],
  };
}

export const CLEAR: Label = { tlp: 'CLEAR', audience: null, owner: SOURCE, unknown: [] };

/** One of many labels that the reader sees (GREEN) or does not see (AMBER). */
export function manyLabel(number: number, visible: boolean): Label {
  const creator = `identity--${number}`;
  return { tlp: visible ? 'GREEN' : 'AMBER', audience: null, owner: SOURCE, creator, unknown: [] };
}
