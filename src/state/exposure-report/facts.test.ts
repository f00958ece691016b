import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { JsonObject } from '../../core/json/index.ts';
import { readEpss } from '../epss/index.ts';
import { readKev } from '../kev/index.ts';
import { VulnerabilityBook } from './facts.ts';

const V31 = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H';
const V4 = 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N';

const OSV: JsonObject = {
  id: 'EXAMPLE-1',
  modified: '2026-11-01T00:00:00Z',
  published: '2026-10-01T00:00:00Z',
  aliases: ['CVE-2026-0001'],
  details: '\n  first line  \nsecond',
  severity: [
    { type: 'CVSS_V3', score: V31 },
    { type: 'CVSS_V3', score: 'CVSS:3.1/AV:Q' },
  ],
  affected: [
    {
      package: { ecosystem: 'Ubuntu:24.04', name: 'a' },
      severity: [{ type: 'Ubuntu', score: 'Medium' }],
    },
  ],
  references: [
    { type: 'WEB', url: 'https://example.org/a' },
    { type: 'WEB', url: 'javascript:alert(1)' },
  ],
  database_specific: { cwe_ids: ['CWE-787', 'CWE-x'] },
};

const CVE: JsonObject = {
  dataType: 'CVE_RECORD',
  cveMetadata: { cveId: 'CVE-2026-0001', dateUpdated: '2026-11-05T00:00:00' },
  containers: {
    cna: {
      title: 'the title',
      descriptions: [
        { lang: 'ja', value: '日本語' },
        { lang: 'en', value: 'in English' },
      ],
      metrics: [{ format: 'CVSS', cvssV4_0: { version: '4.0', vectorString: V4, baseScore: 1 } }],
      problemTypes: [{ descriptions: [{ cweId: 'CWE-79' }] }],
    },
    adp: [
      {
        providerMetadata: { shortName: 'CISA-ADP' },
        metrics: [{ cvssV3_1: { version: '3.1', baseScore: 5 } }],
      },
    ],
  },
};

const NVD: JsonObject = {
  id: 'CVE-2026-0001',
  vulnStatus: 'Analyzed',
  lastModified: '2026-11-06T00:00:00.000',
  descriptions: [{ lang: 'en', value: 'by NVD' }],
  metrics: { cvssMetricV2: [{ source: 'nvd', cvssData: { version: '2.0', baseScore: 7.5 } }] },
  weaknesses: [{ description: [{ value: 'NVD-CWE-noinfo' }, { value: 'CWE-20' }] }],
};

const CSAF: JsonObject = {
  document: {
    csaf_version: '2.0',
    tracking: { id: 'X-1', current_release_date: '2026-11-04T00:00:00Z' },
  },
  vulnerabilities: [
    { cve: 'CVE-2026-0001', scores: [{ cvss_v3: { version: '3.1', vectorString: V31 } }] },
    { cve: 'CVE-2026-9999', scores: [{ cvss_v3: { version: '3.0', baseScore: 1 } }] },
  ],
};

test('every source rates by its own scheme, by its vector, and is named', () => {
  const book = new VulnerabilityBook([OSV, CVE, NVD, CSAF]);
  const facts = book.about(['CVE-2026-0001', 'EXAMPLE-1'], ['csaf:Example:X-1']);
  assert.deepEqual(
    facts.ratings.map(({ source, scheme, score, severity }) => [source, scheme, score, severity]),
    [
      ['cve:cna', 'CVSS 4.0', 9.3, 'critical'],
      ['cve:adp:CISA-ADP', 'CVSS 3.1', 5, 'medium'],
      ['nvd:nvd', 'CVSS 2.0', 7.5, 'high'],
      ['csaf:X-1', 'CVSS 3.1', 9.8, 'critical'],
      ['osv:EXAMPLE-1', 'CVSS 3.1', 9.8, 'critical'],
      ['osv:EXAMPLE-1', 'Ubuntu', null, 'medium'],
    ],
  );
  assert.equal(facts.summary, 'the title');
  assert.deepEqual(facts.cwes, ['CWE-20', 'CWE-787', 'CWE-79']);
  assert.deepEqual(facts.references, ['https://example.org/a']);
  assert.equal(facts.modified, '2026-11-06T00:00:00.000Z');
});

test('a CSAF document rates its own products only', () => {
  const book = new VulnerabilityBook([CSAF]);
  assert.equal(book.about(['CVE-2026-0001']).ratings.length, 0);
  assert.equal(book.about(['CVE-2026-0001'], ['csaf:Example:X-1']).ratings.length, 1);
});

test('a name that no record has says nothing, and takes nothing from others', () => {
  const facts = new VulnerabilityBook([OSV]).about(['CVE-2026-7777']);
  assert.deepEqual([facts.summary, facts.ratings.length, facts.modified], [null, 0, null]);
  assert.equal(new VulnerabilityBook([OSV]).about(['EXAMPLE-1']).summary, 'first line');
});

test('no catalogue asked, a silent one and one that lists it are three answers', () => {
  assert.equal(new VulnerabilityBook([]).about(['CVE-2026-0001']).kev, null);
  const entry = {
    cveID: 'CVE-2026-0001',
    vendorProject: 'v',
    product: 'p',
    vulnerabilityName: 'n',
    dateAdded: '2026-11-01',
    shortDescription: 'd',
    requiredAction: 'a',
    dueDate: '2026-11-22',
    knownRansomwareCampaignUse: 'Known',
  };
  const head = { title: 't', catalogVersion: '1', dateReleased: '2026-11-21T00:00:00Z', count: 1 };
  const { catalogue } = readKev({ ...head, vulnerabilities: [entry] }, 'CISA');
  const book = new VulnerabilityBook([], { kev: [catalogue] });
  assert.deepEqual(book.about(['CVE-2026-0002']).kev, []);
  assert.deepEqual(book.about(['EXAMPLE-1', 'CVE-2026-0001']).kev, [
    { source: 'CISA', added: '2026-11-01', ransomware: 'known' },
  ]);
});

test('no score is not 0', () => {
  const head = '#model_version:v2026.03.01,score_date:2026-11-21T00:00:00+0000';
  const day = readEpss(`${head}\ncve,epss,percentile\nCVE-2026-0001,0.01,0.5\n`);
  assert.ok(day.ok);
  const book = new VulnerabilityBook([], { epss: day.value });
  assert.equal(book.about(['CVE-2026-0001']).epss?.score, 0.01);
  assert.equal(book.about(['CVE-2026-0002']).epss, null);
});
