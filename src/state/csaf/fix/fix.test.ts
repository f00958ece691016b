/** Quick fixes: each mends its test, says so, and leaves a right document as it is. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentText } from '../author/draft.ts';
import {
  type Change,
  CVSS_3,
  changed,
  type Json,
  newer,
  older,
  SHA256,
} from '../cases.test.fixture.ts';
import { checkCsaf } from '../check.ts';
import { fixCsaf } from './fix.ts';
import { FIXES } from './table.ts';

const V = '/vulnerabilities/0';
const T = '/document/tracking';
const H = `${T}/revision_history`;
const TLP = '/document/distribution/tlp/label';
const GROUP = '/document/distribution/sharing_group';
const MAX = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
const HELPER = '/product_tree/full_product_names/0/product_identification_helper';
const day = (n: number) => `2024-01-0${n}T10:00:00Z`;
const revision = (number: string, date: string): Json => ({ date, number, summary: 'x' });
const file = (...hashes: Json[]): Json => [{ filename: 'a.so', file_hashes: hashes }];
const hash = (algorithm: string): Json => ({ algorithm, value: SHA256 });

interface Row {
  readonly change: Change;
  /** What the document says afterwards; undefined for a member that is gone. */
  readonly after: Change;
  readonly only?: '2.0' | '2.1';
}

const ROWS: Readonly<Record<string, readonly Row[]>> = {
  schema: [
    { change: { [TLP]: 'WHITE' }, after: { [TLP]: 'CLEAR' }, only: '2.1' },
    { change: { [TLP]: 'tlp:green' }, after: { [TLP]: 'GREEN' } },
    { change: { $schema: undefined, '/$schema': undefined }, after: {}, only: '2.1' },
    {
      change: { [`${T}/current_release_date`]: undefined },
      after: { [`${T}/current_release_date`]: '2024-02-01T10:00:00Z' },
    },
    {
      change: { [`${T}/initial_release_date`]: undefined },
      after: { [`${T}/initial_release_date`]: day(1) },
    },
    { change: { [`${T}/version`]: undefined }, after: { [`${T}/version`]: '2' } },
    { change: { [`${T}/status`]: 'Final' }, after: { [`${T}/status`]: 'final' } },
    {
      change: { [`${V}/remediations/0/category`]: 'Vendor Fix' },
      after: { [`${V}/remediations/0/category`]: 'vendor_fix' },
    },
    { change: { [`${V}/cve`]: 'cve-2024-0001' }, after: { [`${V}/cve`]: 'CVE-2024-0001' } },
    { change: { '/document/extra': 1 }, after: { '/document/extra': undefined }, only: '2.1' },
  ],
  '6.1.8': [
    {
      change: {
        [`${V}/metrics/0/content/cvss_v3`]: { version: '3.1', vectorString: CVSS_3.vectorString },
      },
      after: { [`${V}/metrics/0/content/cvss_v3/baseScore`]: 9.8 },
      only: '2.1',
    },
  ],
  '6.1.9': [
    {
      change: { [`${V}/metrics/0/content/cvss_v3/baseScore`]: 1 },
      after: { [`${V}/metrics/0/content/cvss_v3/baseScore`]: 9.8 },
      only: '2.1',
    },
  ],
  '6.1.10': [
    {
      change: { [`${V}/metrics/0/content/cvss_v3/attackVector`]: 'LOCAL' },
      after: { [`${V}/metrics/0/content/cvss_v3/attackVector`]: 'NETWORK' },
      only: '2.1',
    },
  ],
  '6.1.11': [
    {
      change: { [`${V}/cwes/0/name`]: 'plaintext storage' },
      after: { [`${V}/cwes/0/name`]: 'Plaintext Storage of a Password' },
      only: '2.1',
    },
  ],
  '6.1.16': [{ change: { [`${T}/version`]: '1' }, after: { [`${T}/version`]: '2' } }],
  '6.1.17': [
    {
      change: { [H]: [revision('0', day(1))], [`${T}/version`]: '0' },
      after: { [`${T}/status`]: 'draft' },
    },
  ],
  '6.1.18': [
    {
      change: { [H]: [revision('0', day(1)), revision('1', day(2))], [`${T}/version`]: '1' },
      after: { [`${H}/0/number`]: '1' },
    },
  ],
  '6.1.19': [
    {
      change: {
        [H]: [revision('1.0.0-1', day(1)), revision('1.0.0', day(2))],
        [`${T}/version`]: '1.0.0',
      },
      after: { [`${H}/0/number`]: '1.0.0', [`${H}/1`]: undefined },
    },
  ],
  '6.1.22': [
    {
      change: { [H]: [revision('1', day(1)), revision('1', day(1))], [`${T}/version`]: '1' },
      after: { [`${H}/1`]: undefined },
    },
  ],
  '6.1.24': [
    {
      change: {
        [`${V}/involvements`]: [1, 2].map(() => ({
          party: 'vendor',
          status: 'open',
          date: day(1),
          summary: 'x',
        })),
      },
      after: { [`${V}/involvements/1`]: undefined },
    },
  ],
  '6.1.25': [
    {
      change: { [`${HELPER}/hashes`]: file(hash('sha256'), hash('sha256')) },
      after: { [`${HELPER}/hashes/0/file_hashes/1`]: undefined },
    },
  ],
  '6.1.26': [
    { change: { '/document/category': 'CSAF VEX' }, after: { '/document/category': 'csaf_vex' } },
    {
      change: { '/document/category': 'Security-Incident response' },
      after: { '/document/category': 'csaf_security_incident_response' },
    },
  ],
  '6.1.27.3': [
    {
      change: { '/document/category': 'csaf_informational_advisory' },
      after: { '/document/category': 'csaf_base' },
    },
  ],
  '6.1.28': [
    {
      change: { '/document/source_lang': 'en', '/document/publisher/category': 'translator' },
      after: { '/document/source_lang': undefined },
    },
  ],
  '6.1.29': [
    {
      change: { [`${V}/remediations/0/product_ids`]: undefined },
      after: { [`${V}/remediations/0/product_ids`]: ['A', 'D'] },
    },
  ],
  '6.1.30': [
    {
      change: { [H]: [revision('1.0.0', day(1)), revision('2', day(2))], [`${T}/version`]: '2' },
      after: { [`${H}/0/number`]: '1', [`${H}/0/legacy_version`]: '1.0.0', [`${T}/version`]: '2' },
    },
  ],
  '6.1.32': [
    {
      change: {
        [`${V}/product_status/known_not_affected`]: ['C'],
        [`${V}/flags`]: [{ label: 'component_not_present' }],
      },
      after: { [`${V}/flags/0/product_ids`]: ['C'] },
    },
  ],
  '6.1.40': [
    {
      change: { [GROUP]: { id: '5868d6be-b28a-404e-a245-0b5093b31b8b', name: 'Public' } },
      after: { [`${GROUP}/name`]: undefined },
      only: '2.1',
    },
  ],
  '6.1.41': [
    {
      change: { [TLP]: 'CLEAR', [GROUP]: { id: MAX } },
      after: { [GROUP]: undefined },
      only: '2.1',
    },
    {
      change: { [GROUP]: { id: '00000000-0000-0000-0000-000000000000' } },
      after: { [`${GROUP}/name`]: 'No sharing allowed' },
      only: '2.1',
    },
  ],
  '6.2.4': [
    {
      change: { [H]: [revision('1.0.0+x', day(1))], [`${T}/version`]: '1.0.0' },
      after: { [`${H}/0/number`]: '1.0.0' },
    },
  ],
  '6.2.5': [
    {
      change: { [`${T}/initial_release_date`]: '2023-01-01T10:00:00Z' },
      after: { [`${T}/initial_release_date`]: day(1) },
    },
  ],
  '6.2.6': [
    {
      change: { [`${T}/current_release_date`]: '2024-01-15T10:00:00Z' },
      after: { [`${T}/current_release_date`]: '2024-02-01T10:00:00Z' },
    },
  ],
  '6.2.15': [{ change: { '/document/lang': 'i-default' }, after: { '/document/lang': undefined } }],
  '6.2.17': [
    {
      change: {
        [`${V}/cve`]: undefined,
        [`${V}/ids`]: [{ system_name: 'CVE', text: 'CVE-2024-0009' }],
      },
      after: { [`${V}/cve`]: 'CVE-2024-0009', [`${V}/ids`]: undefined },
    },
  ],
  '6.2.20': [
    { change: { '/document/extra': 1 }, after: { '/document/extra': undefined }, only: '2.0' },
  ],
  '6.2.22': [
    {
      change: { '/document/title': 'EX-1: A document' },
      after: { '/document/title': 'A document' },
      only: '2.1',
    },
  ],
  '6.2.24': [
    {
      change: { [`${V}/cwes/0/version`]: '4.0' },
      after: { [`${V}/cwes/0/version`]: '4.13' },
      only: '2.1',
    },
  ],
  '6.2.30': [
    {
      change: { [TLP]: 'CLEAR', [GROUP]: { id: MAX, name: 'Public' } },
      after: { [GROUP]: undefined },
      only: '2.1',
    },
  ],
  '6.2.44': [
    {
      change: { '/document/license_expression': 'GPL-2.0+ OR LGPL-2.1' },
      after: { '/document/license_expression': 'GPL-2.0-or-later OR LGPL-2.1-only' },
      only: '2.1',
    },
  ],
  '6.2.52': [
    {
      change: { [`${HELPER}/hashes`]: file(hash('sha-512')) },
      after: { [`${HELPER}/hashes/0/file_hashes/0/algorithm`]: 'sha512' },
      only: '2.1',
    },
  ],
  '6.3.2': [
    {
      change: {
        [`${V}/metrics/0/content/cvss_v3`]: {
          ...CVSS_3,
          version: '3.0',
          vectorString: CVSS_3.vectorString.replace('3.1', '3.0'),
        },
      },
      after: { [`${V}/metrics/0/content/cvss_v3/version`]: '3.1' },
      only: '2.1',
    },
  ],
  '6.3.11': [
    {
      change: { '/product_tree/branches/0/branches/0/branches/0/name': 'v1.0.0' },
      after: { '/product_tree/branches/0/branches/0/branches/0/name': '1.0.0' },
    },
  ],
};

function at(root: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], root);
}

for (const [id, rows] of Object.entries(ROWS)) {
  rows.forEach(({ change, after, only }, i) => {
    for (const version of ['2.0', '2.1'] as const) {
      if (only !== undefined && only !== version) continue;
      test(`${id} ${i} in ${version}`, () => {
        const made = changed(newer(), change);
        const text = JSON.stringify(version === '2.0' ? older(made) : made);
        const before = checkCsaf(text, { tests: [id] }).tests.find((row) => row.id === id);
        assert.equal(before?.result, 'failed', 'the case is one');
        const fixed = fixCsaf(text, { tests: [id, 'extended'] });
        assert.ok(
          fixed.fixes.some((fix) => fix.id === id),
          JSON.stringify(fixed.fixes),
        );
        const root: unknown = JSON.parse(fixed.output ?? '{}');
        for (const [place, value] of Object.entries(after))
          assert.deepEqual(at(root, place), value, place);
        const left = checkCsaf(fixed.output ?? '', { tests: [id] }).tests.find(
          (row) => row.id === id,
        );
        assert.equal(left?.result, 'passed', JSON.stringify(left?.issues));
        const again = fixCsaf(fixed.output ?? '', { tests: [id, 'extended'] });
        assert.equal(again.output, fixed.output, 'a second run changes nothing');
        assert.deepEqual(again.fixes, []);
      });
    }
  });
}

test('every fix has a case', () => {
  const grouped = (id: string) => id.startsWith('6.1.27.') && ROWS['6.1.27.3'] !== undefined;
  for (const id of FIXES.keys())
    assert.ok(ROWS[id] !== undefined || grouped(id) || id === '6.1.14', id);
});

test('a right document stays as it is', () => {
  for (const root of [newer(), older(newer())]) {
    const { output, fixes } = fixCsaf(JSON.stringify(root), { tests: ['basic'] });
    assert.deepEqual(fixes, []);
    assert.equal(output, documentText(root as never));
  }
});

test('what a machine cannot know is left to people, and told', () => {
  const text = JSON.stringify(
    changed(newer(), { [`${V}/product_status/fixed`]: ['NONE'], [TLP]: 'AMBER STRICT' }),
  );
  const { fixes, issues } = fixCsaf(text);
  assert.deepEqual(fixes, []);
  assert.ok(issues.some(({ code }) => code === 'csaf-schema-enum'));
  assert.ok(issues.some(({ path }) => path === `${V}/product_status/fixed/0`));
  // AMBER+STRICT would become AMBER in 2.0, which reaches clients too.
  const strict = JSON.stringify(older(changed(newer(), { [TLP]: 'AMBER+STRICT' })));
  assert.deepEqual(fixCsaf(strict).fixes, []);
});

test('profiles are changed only where it is asked for by id', () => {
  const text = JSON.stringify(
    changed(newer(), { '/document/category': 'csaf_informational_advisory' }),
  );
  assert.deepEqual(fixCsaf(text).fixes, []);
});

test('revisions whose order alone is wrong are sorted; contradicting ones are told', () => {
  const wrong = [revision('2', day(1)), revision('1', day(2))];
  const { issues } = fixCsaf(
    JSON.stringify(changed(newer(), { [H]: wrong, [`${T}/version`]: '1' })),
  );
  assert.ok(
    issues.some(({ code }) => code === 'csaf-sorted-revision-history' || code.includes('revision')),
  );
});

test('what is no document is told', () => {
  assert.equal(fixCsaf('{').output, undefined);
  assert.equal(fixCsaf('{"document":{}}').issues[0]?.code, 'csaf-version-unknown');
});
