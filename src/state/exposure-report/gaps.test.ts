import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Asked, gapsOf } from './gaps.ts';
import { component, TIME } from './report.test.fixture.ts';

const ASKED: Asked = {
  unidentified: [],
  undecidable: 0,
  sources: [{ kind: 'osv', name: 'npm', date: '2026-11-20T00:00:00Z', count: 10 }],
  ecosystems: new Map([['npm', 3]]),
  incomplete: false,
  unreadable: [],
  policy: { policy: 'any', failing: [], unknown: [] },
  time: TIME,
  maxAgeSeconds: null,
  accepted: [],
};
const DAY = 86_400;
const npm = (more: object) => [{ ...ASKED.sources[0], ...more }] as Asked['sources'];
const lost = (reason: 'no-identity' | 'no-version' | 'no-ecosystem' | 'no-data') => ({
  component: component('a'),
  reason,
  message: `No statement about any package of ${reason} was given.`,
});

/** What is asked, the codes in order, and a text of the first message. */
const ROWS: readonly (readonly [string, Partial<Asked>, readonly string[], RegExp?])[] = [
  ['nothing is missing', {}, []],
  ['no data at all', { unidentified: [lost('no-data'), lost('no-data')] }, ['data-missing']],
  ['no identity', { unidentified: [lost('no-identity')] }, ['unidentified'], /1 component /],
  [
    'reasons are counted apart',
    { unidentified: [lost('no-identity'), lost('no-version'), lost('no-version')] },
    ['unidentified', 'unidentified'],
  ],
  ['accepted', { unidentified: [lost('no-identity')], accepted: ['no-identity'] }, []],
  [
    'what has no data is never accepted',
    { unidentified: [lost('no-data')], accepted: ['no-identity', 'no-version', 'no-ecosystem'] },
    ['data-missing'],
  ],
  ['old data is no gap unless asked', { sources: npm({ date: '2020-01-01T00:00:00Z' }) }, []],
  ['young enough', { maxAgeSeconds: 2 * DAY }, []],
  ['too old', { maxAgeSeconds: 2 * DAY - 1 }, ['data-stale'], /OSV npm is 2 days old/],
  ['from the future', { maxAgeSeconds: 0, sources: npm({ date: '2027-01-01T00:00:00Z' }) }, []],
  ['without a date', { maxAgeSeconds: DAY, sources: npm({ date: null }) }, ['data-undated']],
  [
    'without a time that is one',
    { maxAgeSeconds: DAY, sources: npm({ date: 'yesterday' }) },
    ['data-undated'],
  ],
  [
    'any age',
    { maxAgeSeconds: Number.POSITIVE_INFINITY, sources: npm({ date: '1990-01-01T00:00:00Z' }) },
    [],
  ],
  [
    'an index of last week',
    { sources: npm({ kind: 'index', name: 'world.cybex', date: '2026-11-14T23:59:59Z' }) },
    ['data-stale'],
    /world\.cybex is 7 days old/,
  ],
  ['an index of this week', { sources: npm({ kind: 'index', date: '2026-11-15T00:00:00Z' }) }, []],
  [
    'an old index where any age will do',
    {
      maxAgeSeconds: Number.POSITIVE_INFINITY,
      sources: npm({ kind: 'index', date: '2020-11-15T00:00:00Z' }),
    },
    [],
  ],
  ['empty', { sources: npm({ count: 0 }) }, ['data-empty'], /OSV npm is empty/],
  [
    'an old ecosystem that no component is of',
    { maxAgeSeconds: 1, sources: npm({ name: 'Hackage' }) },
    [],
  ],
  [
    'old EPSS scores that the policy does not ask',
    { maxAgeSeconds: 1, sources: npm({ kind: 'epss', name: 'v1' }) },
    [],
  ],
  [
    'old EPSS scores that it asks',
    {
      maxAgeSeconds: 1,
      sources: npm({ kind: 'epss', name: 'v1' }),
      policy: { ...ASKED.policy, policy: 'epss>=0.5' },
    },
    ['data-stale'],
  ],
  [
    'an old KEV catalogue that it asks',
    {
      maxAgeSeconds: 1,
      sources: npm({ kind: 'kev', name: 'CISA' }),
      policy: { ...ASKED.policy, policy: 'ransomware' },
    },
    ['data-stale'],
    /KEV of CISA/,
  ],
  [
    'files that cannot be read',
    { unreadable: ['a.json', 'b.json'] },
    ['data-unreadable'],
    /^2 .*a\.json/,
  ],
  ['a folder of which a file could not be read', { incomplete: true }, ['subject-incomplete']],
  ['undecidable findings', { undecidable: 2 }, ['undecidable'], /^2 findings/],
  [
    'a policy without its data',
    {
      policy: {
        policy: 'kev',
        failing: [],
        unknown: [{ vulnerability: 'CVE-2026-1', ref: 'a', missing: ['kev'] }],
      },
    },
    ['policy-unknown'],
    /no KEV catalogue was given/,
  ],
  [
    'a policy with a score that is not there',
    {
      policy: {
        policy: 'cvss4>=high',
        failing: [],
        unknown: [{ vulnerability: 'CVE-2026-1', ref: 'a', missing: ['cvss4'] }],
      },
    },
    ['policy-unknown'],
    /no cvss4 is known/,
  ],
];

for (const [title, more, codes, message] of ROWS) {
  test(title, () => {
    const gaps = gapsOf({ ...ASKED, ...more });
    assert.deepEqual(
      gaps.map(({ code }) => code),
      codes,
    );
    if (message !== undefined) assert.match(gaps[0]?.message ?? '', message);
  });
}
