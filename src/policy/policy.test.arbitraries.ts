/** Random labels and principals for the property tests: few ids, so that they meet often. */
import fc from 'fast-check';
import { type Audience, type Label, PAP_LEVELS, TLP_LEVELS } from '../core/label.ts';
import { ANONYMOUS, type Channel, type Principal, type Role } from '../core/principal.ts';

export const ORGANISATIONS = ['org-a', 'org-b', 'org-c'];
export const COMMUNITIES = [
  'c0000000-0000-4000-8000-000000000001',
  'c0000000-0000-4000-8000-000000000002',
  // No UUID: names nobody, on either side.
  '7',
];
export const PERSONS = ['person-1', 'person-2'];
export const INSTANTS = [
  '2026-01-01T00:00:00Z',
  '2026-06-01T12:00:00.5+09:00',
  '2027-01-01T00:00:00Z',
  'not a time',
];
export const CHANNELS: readonly Channel[] = ['feed', 'interactive', 'export', 'rid'];

const audience: fc.Arbitrary<Audience> = fc.record({
  organisations: fc.subarray(ORGANISATIONS),
  communities: fc.subarray(COMMUNITIES),
  persons: fc.subarray(PERSONS),
});

const iep = fc.record(
  {
    permitted_actions: fc.constantFrom('none', 'internally visible actions', 'nonsense'),
    attribution: fc.constantFrom('may', 'must', 'must-not'),
    encrypt_in_transit: fc.constantFrom('may', 'must'),
    end_date: fc.constantFrom(null, ...INSTANTS),
  },
  { requiredKeys: ['permitted_actions'] },
);

export const labels: fc.Arbitrary<Label> = fc
  .record(
    {
      tlp: fc.constantFrom(...TLP_LEVELS),
      audience: fc.option(audience, { nil: null }),
      pap: fc.constantFrom(...PAP_LEVELS),
      owner: fc.constantFrom('', ...ORGANISATIONS),
      creator: fc.constantFrom('identity--1', 'identity--2'),
      unknown: fc.subarray(['marking-definition--x', 'marking-definition--y'], { maxLength: 1 }),
      iep: fc.array(iep, { maxLength: 2 }),
      from: fc.constantFrom(...INSTANTS),
      until: fc.constantFrom(...INSTANTS),
    },
    { requiredKeys: ['tlp', 'audience', 'owner', 'unknown'] },
  )
  .map(sometimesPlain);

/** Most labels of a real house have neither window nor unknown marking; most of these too. */
function sometimesPlain(label: Label): Label {
  const { tlp, audience, owner } = label;
  return label.creator === 'identity--1' ? { tlp, audience, owner, unknown: [] } : label;
}

export const principals: fc.Arbitrary<Principal> = fc.oneof(
  { weight: 1, arbitrary: fc.constant(ANONYMOUS) },
  {
    weight: 9,
    arbitrary: fc.record(
      {
        kind: fc.constantFrom('anonymous', 'person', 'person', 'organisation', 'peer', 'service'),
        id: fc.constantFrom('', ...PERSONS),
        organisation: fc.constantFrom('', ...ORGANISATIONS, ...ORGANISATIONS),
        communities: fc.subarray(COMMUNITIES),
        clients: fc.subarray(['', ...ORGANISATIONS]),
        roles: fc.subarray<Role>(['reader', 'contributor', 'org-admin', 'operator', 'site-admin']),
        assurance: fc.constantFrom('none', 'token', 'certificate'),
      },
      { requiredKeys: ['kind', 'id', 'organisation', 'communities', 'roles'] },
    ),
  },
);

export const channels = fc.constantFrom(...CHANNELS);
