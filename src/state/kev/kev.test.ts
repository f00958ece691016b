import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { JsonValue } from '../../core/json/value.ts';
import { compareKev, lookupKev, readKev, readKevCsv } from './index.ts';

const ENTRY = {
  cveID: 'CVE-2026-10001',
  vendorProject: 'Example',
  product: 'Gateway',
  vulnerabilityName: 'Example Gateway Command Injection',
  dateAdded: '2026-11-01',
  shortDescription: 'Commands can be injected.',
  requiredAction: 'Apply updates.',
  dueDate: '2026-11-15',
  knownRansomwareCampaignUse: 'Known',
  notes: 'See https://vendor.example/1 ; https://vendor.example/2.',
  cwes: ['CWE-78'],
};
const CATALOGUE = {
  title: 'Catalogue',
  catalogVersion: '2026.11.01',
  dateReleased: '2026-11-01T12:00:00.000Z',
  count: 1,
  vulnerabilities: [ENTRY],
};

test('an entry becomes what it says', () => {
  const { catalogue, issues } = readKev(CATALOGUE, 'CISA');
  assert.deepEqual(issues, []);
  const entry = catalogue.entries.get('CVE-2026-10001');
  assert.ok(entry);
  assert.equal(entry.ransomware, 'known');
  assert.deepEqual(entry.references, ['https://vendor.example/1', 'https://vendor.example/2']);
  assert.deepEqual(entry.cwes, ['CWE-78']);
});

const FAULTS: readonly (readonly [
  what: string,
  value: JsonValue,
  left: number,
  ...codes: string[],
])[] = [
  ['nothing', null, 0, 'shape-type'],
  ['a list', [ENTRY], 0, 'shape-type'],
  ['no entries', { ...CATALOGUE, vulnerabilities: {} }, 0, 'shape-type', 'kev-count'],
  ['a wrong count', { ...CATALOGUE, count: 2 }, 1, 'kev-count'],
  ['a count in words', { ...CATALOGUE, count: '1' }, 1, 'shape-type'],
  ['no version', { ...CATALOGUE, catalogVersion: 1 }, 1, 'shape-type'],
  ['no release time', { ...CATALOGUE, dateReleased: '2026-11-01' }, 1, 'shape-form'],
  ['an entry that is none', { ...CATALOGUE, vulnerabilities: [null] }, 0, 'shape-type'],
  [
    'a bad CVE id',
    { ...CATALOGUE, vulnerabilities: [{ ...ENTRY, cveID: 'CVE-26-1' }] },
    0,
    'shape-form',
  ],
  [
    'a bad CWE id',
    { ...CATALOGUE, vulnerabilities: [{ ...ENTRY, cwes: ['79'] }] },
    0,
    'shape-form',
  ],
  [
    'a day that is not',
    { ...CATALOGUE, vulnerabilities: [{ ...ENTRY, dateAdded: '2026-02-30' }] },
    0,
    'shape-form',
  ],
  [
    'an instant for a day',
    { ...CATALOGUE, vulnerabilities: [{ ...ENTRY, dueDate: '2026-11-15T00:00:00Z' }] },
    0,
    'shape-form',
  ],
  [
    'due before added',
    { ...CATALOGUE, vulnerabilities: [{ ...ENTRY, dueDate: '2026-10-31' }] },
    1,
    'kev-due-date',
  ],
  [
    'an odd ransomware word',
    { ...CATALOGUE, vulnerabilities: [{ ...ENTRY, knownRansomwareCampaignUse: 'No' }] },
    1,
    'kev-ransomware',
  ],
  ['one id twice', { ...CATALOGUE, count: 2, vulnerabilities: [ENTRY, ENTRY] }, 1, 'kev-repeated'],
];

for (const [what, value, left, ...codes] of FAULTS) {
  test(`a catalogue with ${what}`, () => {
    const { catalogue, issues } = readKev(value, 'CISA');
    assert.deepEqual(
      issues.map(({ code }) => code),
      codes,
    );
    assert.equal(catalogue.entries.size, left);
  });
}

test('a missing member keeps only its own entry out', () => {
  const { product: _, ...broken } = ENTRY;
  const second = { ...ENTRY, cveID: 'CVE-2026-10002' };
  const { catalogue, issues } = readKev(
    { ...CATALOGUE, count: 2, vulnerabilities: [broken, second] },
    'x',
  );
  assert.deepEqual(
    issues.map(({ code, path }) => [code, path]),
    [['shape-missing', '/vulnerabilities/0']],
  );
  assert.deepEqual([...catalogue.entries.keys()], ['CVE-2026-10002']);
});

const HEAD =
  'cveID,vendorProject,product,vulnerabilityName,dateAdded,shortDescription,requiredAction,dueDate,knownRansomwareCampaignUse,notes,cwes';
const LINE =
  'CVE-2026-10001,Example,Gateway,Example Gateway Command Injection,2026-11-01,Commands can be injected.,Apply updates.,2026-11-15,Known,See https://vendor.example/1 ; https://vendor.example/2.,"CWE-78"';

test('the CSV form says the same', () => {
  const csv = readKevCsv(`${HEAD}\r\n${LINE}\r\n`, 'CISA');
  assert.deepEqual(csv.issues, []);
  assert.deepEqual(csv.catalogue.entries, readKev(CATALOGUE, 'CISA').catalogue.entries);
});

test('faults of the CSV form', () => {
  const codes = (text: string) =>
    readKevCsv(text, 'x').issues.map(({ code, path }) => `${code} ${path}`);
  assert.deepEqual(codes(''), ['kev-csv ']);
  assert.deepEqual(codes('a,b\n'), ['kev-csv ']);
  assert.deepEqual(codes(`${HEAD}\n${LINE},more`), ['kev-csv /2']);
  assert.deepEqual(codes(`${HEAD}\n${LINE}"`), ['kev-csv /2']);
  assert.deepEqual(codes(`${HEAD}\n${LINE.replace('CVE-', 'CWE-')}`), ['shape-form /2/cveID']);
});

test('several catalogues: who lists it, who is silent; silence is no evidence', () => {
  const one = readKev(CATALOGUE, 'CISA').catalogue;
  const other = readKev({ ...CATALOGUE, count: 0, vulnerabilities: [] }, 'EU').catalogue;
  const answer = lookupKev([one, other], 'CVE-2026-10001');
  assert.deepEqual([answer.listed.map(({ source }) => source), answer.silent], [['CISA'], ['EU']]);
  assert.deepEqual(lookupKev([one, other], 'CVE-2026-9').silent, ['CISA', 'EU']);
  assert.deepEqual(lookupKev([one], '__proto__').listed, []);
});

test('changes between two editions', () => {
  const edition = (...vulnerabilities: object[]) =>
    readKev({ ...CATALOGUE, count: vulnerabilities.length, vulnerabilities } as JsonValue, 'CISA')
      .catalogue;
  const second = { ...ENTRY, cveID: 'CVE-2026-10002' };
  const { added, removed, changed } = compareKev(
    edition(ENTRY, second),
    edition(
      { ...ENTRY, dueDate: '2026-12-01', knownRansomwareCampaignUse: 'Unknown' },
      { ...ENTRY, cveID: 'CVE-2026-10003' },
    ),
  );
  assert.deepEqual(
    added.map(({ cve }) => cve),
    ['CVE-2026-10003'],
  );
  assert.deepEqual(
    removed.map(({ cve }) => cve),
    ['CVE-2026-10002'],
  );
  assert.deepEqual(
    changed.map(({ members }) => members),
    [['due', 'ransomware']],
  );
});

test('any JSON gives a result, findings are bounded', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      assert.ok(readKev(value as JsonValue, 'x').catalogue.entries.size === 0);
      assert.ok(
        readKev({ ...CATALOGUE, vulnerabilities: [value] } as JsonValue, 'x').issues.length > 0,
      );
    }),
  );
  const many = { ...CATALOGUE, count: 5_000, vulnerabilities: Array(5_000).fill({}) };
  assert.ok(readKev(many, 'x').issues.length <= 210);
});
