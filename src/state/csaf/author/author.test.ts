/** Advisories are written so that schema and mandatory tests pass, in both versions. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { JsonObject } from '../../../core/json/index.ts';
import { changed, newer, older } from '../cases.test.fixture.ts';
import { checkCsaf } from '../check.ts';
import { authorCsaf } from './advisory.ts';
import { bumpCsaf } from './bump.ts';
import type { CsafAdvisoryInput, CsafProductInput } from './input.ts';
import { buildProductTree } from './product-tree.ts';
import { fromRecord } from './record.ts';

const NOW = '2026-11-22T04:00:00Z';

const INPUT: CsafAdvisoryInput = {
  id: 'EX-2026-0001',
  title: 'Gate: 認証の不備',
  publisher: { name: 'Example', namespace: 'https://example.com' },
  lang: 'ja',
  status: 'final',
  baseUrl: 'https://example.com/csaf/',
  products: [
    {
      vendor: 'Example',
      name: 'Gate',
      version: '1.0.0',
      purls: ['pkg:npm/gate@1.0.0'],
      status: 'known_affected',
    },
    {
      vendor: 'Example',
      name: 'Gate',
      version: '1.4.2',
      purls: ['pkg:npm/gate@1.4.2'],
      status: 'fixed',
    },
    { key: 'host', vendor: 'Example', name: 'Host', cpe: 'cpe:2.3:o:example:host:*:*:*:*:*:*:*:*' },
    {
      vendor: 'Other',
      name: 'Fence',
      range: 'vers:npm/>=1.0.0|<2.0.0',
      status: 'known_not_affected',
    },
  ],
  combined: [{ part: 'Example/Gate@1.0.0', whole: 'host', status: 'under_investigation' }],
  vulnerabilities: [
    {
      cve: 'CVE-2026-0001',
      cwes: ['CWE-287', 'CWE-79'],
      cvss: ['CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H', 'AV:N/AC:L/Au:N/C:C/I:C/A:C'],
      notes: [{ category: 'description', text: 'No password is asked.' }],
      justifications: [{ label: 'vulnerable_code_not_present' }],
      remediations: [{ category: 'vendor_fix', details: 'Update to 1.4.2.' }],
      disclosed: '2026-11-01T00:00:00Z',
    },
  ],
};

const find = (root: JsonObject, ...names: (string | number)[]) =>
  names.reduce<unknown>((at, name) => (at as Record<string | number, unknown>)?.[name], root);

for (const csaf of ['2.0', '2.1'] as const) {
  for (const category of ['csaf_security_advisory', 'csaf_vex', 'csaf_base']) {
    for (const status of ['draft', 'interim', 'final'] as const) {
      test(`a ${status} ${category} of ${csaf} passes schema and mandatory tests`, () => {
        const made = authorCsaf({ ...INPUT, csaf, category, status }, { now: NOW });
        assert.deepEqual(made.issues, []);
        assert.equal(checkCsaf(made.output, { tests: ['basic'] }).valid, true);
        assert.equal(made.filename, 'ex-2026-0001.json');
      });
    }
  }
}

test('2.1 keeps what 2.0 has no place for; what is lost is told', () => {
  const input: CsafAdvisoryInput = {
    ...INPUT,
    licence: 'CC-BY-4.0',
    vulnerabilities: [
      {
        ...INPUT.vulnerabilities?.[0],
        cvss: ['CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N'],
      },
    ],
  };
  const newest = authorCsaf({ ...input, csaf: '2.1' }, { now: NOW });
  assert.deepEqual(newest.losses, []);
  assert.equal(
    find(newest.document, 'vulnerabilities', 0, 'metrics', 0, 'content', 'cvss_v4', 'baseScore'),
    9.3,
  );
  assert.equal(find(newest.document, 'document', 'distribution', 'tlp', 'label'), 'CLEAR');
  assert.equal((find(newest.document, 'vulnerabilities', 0, 'cwes') as unknown[]).length, 2);
  const older20 = authorCsaf({ ...input, csaf: '2.0' }, { now: NOW });
  assert.deepEqual(older20.losses.map(({ path }) => path).sort(), [
    '/licence',
    '/vulnerabilities/0/cvss/0',
    '/vulnerabilities/0/cwes',
  ]);
  assert.equal(find(older20.document, 'document', 'distribution', 'tlp', 'label'), 'WHITE');
  assert.deepEqual(older20.issues, []);
});

test('AMBER+STRICT has no label in 2.0 and is never weakened', () => {
  const made = authorCsaf({ ...INPUT, tlp: 'TLP:AMBER+STRICT' }, { now: NOW });
  assert.equal(find(made.document, 'document', 'distribution', 'tlp', 'label'), 'AMBER+STRICT');
  assert.ok(made.issues.some(({ path }) => path === '/document/distribution/tlp/label'));
  const strict = authorCsaf({ ...INPUT, csaf: '2.1', tlp: 'AMBER+STRICT' }, { now: NOW });
  assert.deepEqual(strict.issues, []);
});

test('keys that no product has, CWEs that are none and broken vectors are told, not written', () => {
  const made = authorCsaf(
    {
      ...INPUT,
      vulnerabilities: [
        {
          cve: 'CVE-2026-0001',
          status: { known_affected: ['nobody'], unknown: ['host'] },
          cwes: ['CWE-1003', 'CWE-999999'],
          cvss: ['CVSS:3.1/AV:X'],
          remediations: [{ category: 'workaround', details: 'x', products: ['nobody'] }],
          notes: [{ category: 'description', text: 'x' }],
        },
      ],
    },
    { now: NOW },
  );
  const paths = made.losses.map(({ path }) => path);
  for (const path of [
    'status/known_affected/0',
    'status/unknown',
    'cwes/0',
    'cwes/1',
    'cvss/0',
    'remediations/0',
  ]) {
    assert.ok(paths.includes(`/vulnerabilities/0/${path}`), path);
  }
});

test('vendors, products and versions share their branches; nothing has both branches and product', () => {
  const products: CsafProductInput[] = [
    { vendor: 'V', name: 'P' },
    { vendor: 'V', name: 'P', version: '1' },
    { vendor: 'V', name: 'P', version: '1' },
    { vendor: 'V', name: 'Q', version: '1' },
    { vendor: 'V', name: 'Q' },
    { vendor: 'V', name: 'Q', version: '2', range: '<2' },
    { key: 'other', vendor: 'V', name: 'Q', version: '1', title: 'Q 1 in a box' },
    { vendor: 'W', name: 'P', version: '1' },
  ];
  const { tree, ids, losses } = buildProductTree('2.0', products);
  const text = JSON.stringify({ document: {}, product_tree: tree });
  const branches = tree?.branches as { name: string; branches: unknown[] }[];
  assert.deepEqual(
    branches.map(({ name }) => name),
    ['V', 'W'],
  );
  assert.equal((tree?.full_product_names as unknown[] | undefined)?.length, 3);
  assert.equal(ids.size, 7);
  assert.equal(new Set(ids.values()).size, 7);
  assert.equal(losses.list.length, 2);
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (Object.hasOwn(value, 'category')) assert.equal(Object.keys(value).length, 3);
    for (const member of Object.values(value)) walk(member);
  };
  walk(branches);
  assert.ok(text.includes('Q 1 in a box'));
});

test('any list of products gives a tree that the schema and the tests on ids accept', () => {
  const word = fc.constantFrom('a', 'b', 'A', '__proto__', 'constructor', '製品');
  const product = fc.record(
    { vendor: word, name: word, version: word, range: fc.constantFrom('<2', '>=1|<2') },
    { requiredKeys: ['vendor', 'name'] },
  );
  fc.assert(
    fc.property(
      fc.array(product, { maxLength: 12 }),
      fc.constantFrom('2.0', '2.1'),
      (products, csaf) => {
        const made = authorCsaf(
          {
            ...INPUT,
            csaf: csaf as '2.0',
            category: 'csaf_base',
            products,
            combined: [],
            vulnerabilities: [],
          },
          { now: NOW },
        );
        assert.deepEqual(made.issues, []);
      },
    ),
    { numRuns: 200 },
  );
});

const CVE_RECORD = {
  dataType: 'CVE_RECORD',
  dataVersion: '5.1',
  cveMetadata: { cveId: 'CVE-2026-0002', state: 'PUBLISHED', datePublished: '2026-11-01T10:00:00' },
  containers: {
    cna: {
      title: 'Gate asks no password',
      descriptions: [
        { lang: 'en', value: 'Gate asks no password.' },
        { lang: 'ja', value: 'パスワードを要求しない。' },
      ],
      affected: [
        {
          vendor: 'example',
          product: 'gate',
          versions: [
            { version: '1.0', lessThan: '1.4.2', versionType: 'semver', status: 'affected' },
            { version: '0', lessThanOrEqual: '0.9', versionType: 'custom', status: 'affected' },
            { version: '2.0', status: 'affected' },
            { version: '3.0', status: 'unaffected' },
            { version: 'abc', lessThan: 'def', versionType: 'git', status: 'affected' },
          ],
        },
      ],
      problemTypes: [{ descriptions: [{ lang: 'en', cweId: 'CWE-287', description: 'x' }] }],
      metrics: [{ cvssV3_1: { vectorString: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H' } }],
      references: [
        { url: 'https://example.com/1', name: 'Notice' },
        { url: 'https://example.com/1' },
      ],
    },
  },
};

const OSV_RECORD = {
  id: 'GHSA-aaaa-bbbb-cccc',
  modified: '2026-11-01T10:00:00Z',
  published: '2026-11-01T10:00:00Z',
  aliases: ['CVE-2026-0003'],
  summary: 'Gate asks no password',
  details: 'Long.',
  severity: [{ type: 'CVSS_V3', score: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H' }],
  database_specific: { cwe_ids: ['CWE-287'] },
  affected: [
    {
      package: { ecosystem: 'npm', name: 'gate', purl: 'pkg:npm/gate' },
      ranges: [{ type: 'SEMVER', events: [{ introduced: '0' }, { fixed: '1.4.2' }] }],
    },
    { package: { ecosystem: 'PyPI', name: 'gate' }, versions: ['1.0', '1.1'] },
    { package: { ecosystem: 'npm', name: 'git' }, ranges: [{ type: 'GIT', events: [] }] },
  ],
};

for (const [name, record, csaf] of [
  ['CVE', CVE_RECORD, '2.0'],
  ['CVE', CVE_RECORD, '2.1'],
  ['OSV', OSV_RECORD, '2.0'],
  ['OSV', OSV_RECORD, '2.1'],
] as const) {
  test(`a record of ${name} becomes an advisory of ${csaf} that passes`, () => {
    const { vulnerability, products, losses } = fromRecord(record as unknown as JsonObject);
    assert.equal(losses.list.length, 1);
    const made = authorCsaf(
      { ...INPUT, csaf, products, combined: [], vulnerabilities: [vulnerability] },
      { now: NOW },
    );
    assert.deepEqual(made.issues, []);
    assert.deepEqual(made.losses, []);
    const status = find(made.document, 'vulnerabilities', 0, 'product_status') as Record<
      string,
      string[]
    >;
    assert.equal(status.known_affected?.length, 3);
    assert.equal(status.fixed?.length ?? 0, name === 'OSV' ? 1 : 0);
    assert.ok(
      made.output.includes(name === 'OSV' ? 'vers:npm/<1.4.2' : 'vers:semver/>=1.0|<1.4.2'),
    );
  });
}

test('what is neither CVE nor OSV is told', () => {
  assert.equal(fromRecord({}).format, null);
  assert.equal(fromRecord({ id: 7 } as unknown as JsonObject).losses.list.length, 1);
});

const bump = (
  root: unknown,
  status?: 'draft' | 'interim' | 'final',
  level?: 'major' | 'minor' | 'patch',
) =>
  bumpCsaf(root as JsonObject, {
    now: NOW,
    summary: 'More.',
    ...(status === undefined ? {} : { status }),
    ...(level === undefined ? {} : { level }),
  });

test('the next version of a document is right, and passes', () => {
  for (const root of [newer(), older(newer())]) {
    const made = bump(root);
    assert.equal(made?.version, '3');
    const report = checkCsaf(made?.output ?? '', { tests: ['basic'] });
    assert.equal(
      report.valid,
      true,
      JSON.stringify(report.tests.filter(({ result }) => result === 'failed')),
    );
  }
});

/** Version before, what is asked, version after. */
const NEXT: readonly (readonly [
  before: string,
  status: 'draft' | 'final',
  level: 'major' | 'minor' | 'patch',
  after: string,
])[] = [
  ['0', 'draft', 'minor', '1'],
  ['0', 'final', 'minor', '1'],
  ['7', 'final', 'major', '8'],
  ['99999999999999999999', 'final', 'patch', '100000000000000000000'],
  ['0.1.0', 'draft', 'minor', '0.2.0'],
  ['0.1.0', 'final', 'patch', '1.0.0'],
  ['1.0.0-2', 'final', 'patch', '1.0.0'],
  ['1.2.3', 'final', 'patch', '1.2.4'],
  ['1.2.3', 'final', 'minor', '1.3.0'],
  ['1.2.3', 'final', 'major', '2.0.0'],
  ['1.2.3+build', 'final', 'patch', '1.2.4'],
];

for (const [before, status, level, after] of NEXT) {
  test(`${before} becomes ${after} (${status}, ${level})`, () => {
    const history = [{ date: '2024-01-01T10:00:00Z', number: before, summary: 'x' }];
    const root = changed(newer(), {
      '/document/tracking/version': before,
      '/document/tracking/status': 'draft',
      '/document/tracking/revision_history': history,
    });
    assert.equal(bump(root, status, level)?.version, after);
  });
}

test('a clock that is slow makes no history that runs backwards', () => {
  const late = '2030-01-01T00:00:00Z';
  const root = changed(newer(), { '/document/tracking/revision_history/1/date': late });
  const { tracking } = JSON.parse(bump(root)?.output ?? '{}').document;
  assert.equal(tracking.current_release_date, late);
  assert.equal(bumpCsaf({}, { now: NOW, summary: 'x' }), null);
});
