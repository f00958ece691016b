/** Cases of our own for NVD API 2.0: CVE, CPE and match string records. */
import { type Fact, type Fault, withChanges } from '../../core/cases.test.fixture.ts';
import type { JsonObject } from '../../core/json/value.ts';
import type { NvdKind } from './check.ts';
import { factsOf, hasApplicability, identityOf, nvdMatches } from './facts.ts';

interface Given {
  readonly kind: NvdKind;
  readonly value: JsonObject;
}

type Change = Readonly<Record<string, unknown>>;

const UUID = '0F1E2D3C-4B5A-4978-8695-A4B3C2D1E0F9';
const OTHER = '1F1E2D3C-4B5A-4978-8695-A4B3C2D1E0F9';
const TOOL = 'cpe:2.3:a:example:tool:*:*:*:*:*:*:*:*';
const TOOL_1 = 'cpe:2.3:a:example:tool:1.0:*:*:*:*:*:*:*';
const BOX = 'cpe:2.3:h:example:box:-:*:*:*:*:*:*:*';

const CVE: JsonObject = {
  id: 'CVE-2026-6001',
  sourceIdentifier: 'psirt@example.org',
  published: '2026-07-01T12:00:00.123',
  lastModified: '2026-07-02T12:00:00.000',
  vulnStatus: 'Modified',
  cveTags: [],
  descriptions: [
    { lang: 'en', value: 'A tool reads beyond its buffer.' },
    { lang: 'es', value: 'Lectura fuera de límites.' },
  ],
  metrics: {
    cvssMetricV40: [
      {
        source: 'psirt@example.org',
        type: 'Secondary',
        cvssData: {
          version: '4.0',
          vectorString: 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N',
          baseScore: 9.3,
          baseSeverity: 'CRITICAL',
        },
      },
    ],
    cvssMetricV30: [
      {
        source: 'nvd@nist.gov',
        type: 'Primary',
        cvssData: {
          version: '3.0',
          vectorString: 'CVSS:3.0/AV:L/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H',
          baseScore: 7.8,
          baseSeverity: 'HIGH',
        },
        exploitabilityScore: 1.8,
        impactScore: 5.9,
      },
    ],
    cvssMetricV2: [
      {
        source: 'nvd@nist.gov',
        type: 'Primary',
        cvssData: { version: '2.0', vectorString: 'AV:L/AC:L/Au:N/C:C/I:C/A:C', baseScore: 7.2 },
      },
    ],
  },
  weaknesses: [
    {
      source: 'nvd@nist.gov',
      type: 'Primary',
      description: [{ lang: 'en', value: 'CWE-125' }],
    },
    {
      source: 'psirt@example.org',
      type: 'Secondary',
      description: [
        { lang: 'en', value: 'CWE-125' },
        { lang: 'en', value: 'NVD-CWE-Other' },
      ],
    },
  ],
  configurations: [
    {
      operator: 'AND',
      nodes: [
        {
          operator: 'OR',
          negate: false,
          cpeMatch: [
            {
              vulnerable: true,
              criteria: TOOL,
              versionStartExcluding: '1.0',
              versionEndIncluding: '1.9',
              matchCriteriaId: UUID,
            },
            { vulnerable: true, criteria: TOOL_1, matchCriteriaId: UUID },
          ],
        },
        {
          operator: 'OR',
          cpeMatch: [{ vulnerable: false, criteria: BOX, matchCriteriaId: UUID }],
        },
      ],
    },
  ],
  references: [{ url: 'https://example.org/6001', source: 'psirt@example.org' }],
};

const CPE: JsonObject = {
  deprecated: false,
  cpeName: TOOL_1,
  cpeNameId: UUID,
  created: '2026-01-01T00:00:00.000',
  lastModified: '2026-01-02T00:00:00.000',
  titles: [
    { title: 'Example Tool 1.0', lang: 'en' },
    { title: 'サンプルツール 1.0', lang: 'ja' },
  ],
  refs: [{ ref: 'https://example.org', type: 'Vendor' }],
};

const MATCH: JsonObject = {
  matchCriteriaId: UUID,
  criteria: TOOL,
  versionStartIncluding: '1.0',
  versionEndExcluding: '2.0',
  created: '2026-01-01T00:00:00.000',
  lastModified: '2026-01-02T00:00:00.000',
  cpeLastModified: '2026-01-02T00:00:00.000',
  status: 'Active',
  matches: [{ cpeName: TOOL_1, cpeNameId: UUID }],
};

const cve = (change: Change = {}): Given => ({ kind: 'cve', value: withChanges(CVE, change) });
const cpe = (change: Change = {}): Given => ({ kind: 'cpe', value: withChanges(CPE, change) });
const match = (change: Change = {}): Given => ({
  kind: 'match',
  value: withChanges(MATCH, change),
});

const D4 = '/metrics/cvssMetricV40/0/cvssData';
const D3 = '/metrics/cvssMetricV30/0/cvssData';
const D2 = '/metrics/cvssMetricV2/0/cvssData';
const NODE = '/configurations/0/nodes/0';
const BOUNDS = `${NODE}/cpeMatch/0`;
const METRICS = 'cve.metrics';
const CONFIGURATIONS = 'cve.configurations';

export const FAULTS: readonly Fault<Given>[] = [
  ['cve.id', cve({ '/id': 6001 }), 'shape-type /id'],
  ['cve.id', cve({ '/id': 'CVE-2026-601' }), 'shape-form /id'],
  ['cve.sourceIdentifier', cve({ '/sourceIdentifier': '' }), 'shape-length /sourceIdentifier'],
  ['cve.published', cve({ '/published': undefined }), 'shape-missing '],
  ['cve.published', cve({ '/published': '2026-07-01T25:00:00.000' }), 'shape-form /published'],
  [
    'cve.lastModified',
    cve({ '/lastModified': '2026-07-01T12:00:00.122' }),
    'nvd-date-order /lastModified',
  ],
  ['cve.vulnStatus', cve({ '/vulnStatus': 'analyzed' }), 'nvd-status /vulnStatus'],
  ['cve.cveTags', cve({ '/cveTags/0': { tags: ['Disputed'] } }), 'shape-word /cveTags/0/tags/0'],
  [
    'cve.descriptions',
    cve({ '/descriptions/0/value': undefined }),
    'shape-missing /descriptions/0',
  ],
  ['cve.descriptions', cve({ '/descriptions/0/lang': 'en-US' }), 'nvd-english /descriptions'],
  ['cve.descriptions', cve({ '/descriptions': {} }), 'shape-type /descriptions'],
  ['cve.references', cve({ '/references/0/url': '' }), 'shape-length /references/0/url'],
  ['cve.references', cve({ '/references/0/tags': 'Patch' }), 'shape-type /references/0/tags'],
  [METRICS, cve({ '/metrics': [] }), 'shape-type /metrics'],
  [
    METRICS,
    cve({ '/metrics/cvssMetricV40/0/source': undefined }),
    'shape-missing /metrics/cvssMetricV40/0',
  ],
  [
    METRICS,
    cve({ '/metrics/cvssMetricV30/0/type': 'primary' }),
    'shape-word /metrics/cvssMetricV30/0/type',
  ],
  [METRICS, cve({ [`${D4}/baseScore`]: 9.2 }), `nvd-score ${D4}/baseScore`],
  [METRICS, cve({ [`${D4}/baseSeverity`]: 'HIGH' }), `nvd-score ${D4}/baseSeverity`],
  [METRICS, cve({ [`${D4}/vectorString`]: 'CVSS:4.0/AV:N' }), `nvd-vector ${D4}/vectorString`],
  [
    METRICS,
    cve({ [`${D3}/vectorString`]: 'CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H' }),
    `nvd-vector ${D3}/vectorString`,
  ],
  [
    METRICS,
    cve({ [`${D3}/baseScore`]: -1 }),
    `shape-range ${D3}/baseScore`,
    `nvd-score ${D3}/baseScore`,
  ],
  [METRICS, cve({ [`${D3}/baseSeverity`]: undefined }), `shape-missing ${D3}`],
  [METRICS, cve({ [`${D2}/baseScore`]: 7.3 }), `nvd-score ${D2}/baseScore`],
  [METRICS, cve({ [`${D2}/baseScore`]: '7.2' }), `shape-type ${D2}/baseScore`],
  [
    METRICS,
    cve({ '/metrics/cvssMetricV30/0/impactScore': 10.5 }),
    'shape-range /metrics/cvssMetricV30/0/impactScore',
  ],
  [
    'cve.weaknesses',
    cve({ '/weaknesses/0/description/0/value': 'cwe-125' }),
    'nvd-weakness /weaknesses/0/description/0/value',
  ],
  [
    'cve.weaknesses',
    cve({ '/weaknesses/1/description': undefined }),
    'shape-missing /weaknesses/1',
  ],
  ['cve.weaknesses', cve({ '/weaknesses/0/type': 'Tertiary' }), 'shape-word /weaknesses/0/type'],
  [CONFIGURATIONS, cve({ '/configurations': [] }), 'nvd-no-applicability '],
  [CONFIGURATIONS, cve({ [`${NODE}/negate`]: true }), `nvd-negate ${NODE}`],
  [CONFIGURATIONS, cve({ [`${NODE}/cpeMatch`]: undefined }), `shape-missing ${NODE}`],
  [
    CONFIGURATIONS,
    cve({ [`${BOUNDS}/versionEndExcluding`]: '2.0' }),
    `nvd-range-both ${BOUNDS}/versionEndExcluding`,
  ],
  [
    CONFIGURATIONS,
    cve({ [`${BOUNDS}/versionStartIncluding`]: '1.0' }),
    `nvd-range-both ${BOUNDS}/versionStartExcluding`,
  ],
  [CONFIGURATIONS, cve({ [`${BOUNDS}/criteria`]: TOOL_1 }), `nvd-range-fixed ${BOUNDS}/criteria`],
  [
    CONFIGURATIONS,
    cve({ [`${BOUNDS}/criteria`]: 'cpe:2.3:a:example:tool:*' }),
    `shape-form ${BOUNDS}/criteria`,
  ],
  [CONFIGURATIONS, cve({ [`${BOUNDS}/vulnerable`]: undefined }), `shape-missing ${BOUNDS}`],
  ['cpe.cpeName', cpe({ '/cpeName': 'cpe:/a:example:tool:1.0' }), 'shape-form /cpeName'],
  ['cpe.deprecated', cpe({ '/deprecated': undefined }), 'shape-missing '],
  ['cpe.deprecated', cpe({ '/deprecated': true }), 'nvd-deprecated-by '],
  [
    'cpe.deprecatedBy',
    cpe({ '/deprecatedBy': [{ cpeName: TOOL, cpeNameId: OTHER }] }),
    'nvd-deprecated-by ',
  ],
  [
    'cpe.deprecatedBy',
    cpe({ '/deprecated': true, '/deprecatedBy': [{ cpeName: TOOL_1, cpeNameId: OTHER }] }),
    'nvd-deprecated-self /deprecatedBy/0',
  ],
  ['cpe.titles', cpe({ '/titles/1/title': '' }), 'shape-length /titles/1/title'],
  ['cpe.refs', cpe({ '/refs/0/ref': undefined }), 'shape-missing /refs/0'],
  [
    'matchString.matchCriteriaId',
    match({ '/matchCriteriaId': 'x' }),
    'shape-form /matchCriteriaId',
  ],
  ['matchString.status', match({ '/status': 'active' }), 'shape-word /status'],
  [
    'matchString.versionStartExcluding',
    match({ '/versionStartExcluding': '0.9' }),
    'nvd-range-both /versionStartExcluding',
  ],
  ['matchString.criteria', match({ '/criteria': TOOL_1 }), 'nvd-range-fixed /criteria'],
  ['matchString.matches', match({ '/matches/0/cpeName': undefined }), 'shape-missing /matches/0'],
];

type Identity = NonNullable<ReturnType<typeof identityOf>>;
const identity =
  (name: keyof Identity) =>
  ({ kind, value }: Given) =>
    identityOf(kind, value)?.[name];
const fact =
  (name: keyof ReturnType<typeof factsOf>) =>
  ({ kind, value }: Given) =>
    factsOf(kind, value)[name];
const matches = ({ value }: Given) => nvdMatches(value);
const newer = (than: Given) => (given: Given) =>
  String(identity('versionKey')(given)) > String(identity('versionKey')(than));
const applies = ({ value }: Given) => hasApplicability(value);

export const FACTS: readonly Fact<Given>[] = [
  ['cve.id', cve(), identity('id'), 'CVE-2026-6001'],
  ['cve', cve(), identity('format'), 'nvd'],
  ['cve', cve(), identity('type'), 'vulnerability'],
  ['cve', cve({ '/id': undefined }), ({ kind, value }) => identityOf(kind, value), null],
  ['cve.published', cve(), identity('created'), '2026-07-01T12:00:00.123Z'],
  ['cve.lastModified', cve(), identity('version'), '2026-07-02T12:00:00.000'],
  ['cve.lastModified', cve(), identity('versionKey'), '2026-07-02T12:00:00'],
  ['cve.lastModified', cve({ '/lastModified': '2026-07-02T12:00:00.001' }), newer(cve()), true],
  ['cve.lastModified', cve({ '/lastModified': '2026-07-02T12:00:00Z' }), newer(cve()), false],
  [
    'cve.lastModified',
    cve({ '/lastModified': '2026-07-02T20:00:00.000+09:00' }),
    newer(cve()),
    false,
  ],
  ['cve.vulnStatus', cve(), identity('withdrawn'), false],
  ['cve.vulnStatus', cve({ '/vulnStatus': 'Rejected' }), identity('withdrawn'), true],
  ['cve.vulnStatus', cve({ '/vulnStatus': 'Deferred' }), identity('withdrawn'), false],
  ['cve.descriptions', cve(), fact('title'), 'A tool reads beyond its buffer.'],
  [
    'cve.descriptions',
    cve({
      '/descriptions': [
        { lang: 'es', value: 'Primero.' },
        { lang: 'en', value: 'Second.' },
      ],
    }),
    fact('title'),
    'Second.',
  ],
  [
    'cve.descriptions',
    cve(),
    fact('text'),
    'CVE-2026-6001\nA tool reads beyond its buffer.\nLectura fuera de límites.',
  ],
  ['cve.id', cve(), fact('aliases'), []],
  ['cve.weaknesses', cve(), fact('external'), ['CWE-125']],
  [
    'cve.weaknesses',
    cve(),
    fact('edges'),
    [
      { kind: 'cve', target: 'CVE-2026-6001' },
      { kind: 'cwe', target: 'CWE-125' },
    ],
  ],
  [
    'cve.weaknesses',
    cve({ '/weaknesses/0/description/0/value': 'NVD-CWE-noinfo', '/weaknesses/1': {} }),
    fact('external'),
    [],
  ],
  [
    CONFIGURATIONS,
    cve(),
    fact('observables'),
    [TOOL, TOOL_1, BOX].map((value) => ({ kind: 'cpe', value })),
  ],
  [CONFIGURATIONS, cve(), (given) => matches(given).length, 3],
  [
    CONFIGURATIONS,
    cve(),
    (given) => matches(given)[0],
    { criteria: TOOL, vulnerable: true, versionStartExcluding: '1.0', versionEndIncluding: '1.9' },
  ],
  [CONFIGURATIONS, cve(), (given) => matches(given)[1], { criteria: TOOL_1, vulnerable: true }],
  [CONFIGURATIONS, cve(), (given) => matches(given)[2], { criteria: BOX, vulnerable: false }],
  [CONFIGURATIONS, cve(), applies, true],
  [CONFIGURATIONS, cve({ '/configurations': undefined }), applies, false],
  [CONFIGURATIONS, cve({ '/configurations': undefined }), fact('observables'), []],
  ['cpe.cpeNameId', cpe(), identity('id'), UUID],
  ['cpe', cpe(), identity('format'), 'nvd-cpe'],
  ['cpe.created', cpe(), identity('created'), '2026-01-01T00:00:00.000Z'],
  ['cpe.deprecated', cpe(), identity('withdrawn'), false],
  ['cpe.deprecated', cpe({ '/deprecated': true }), identity('withdrawn'), true],
  ['cpe.titles', cpe(), fact('title'), 'Example Tool 1.0'],
  [
    'cpe.titles',
    cpe({
      '/titles': [
        { title: 'サンプルツール 1.0', lang: 'ja' },
        { title: 'Example Tool 1.0', lang: 'en' },
      ],
    }),
    fact('title'),
    'Example Tool 1.0',
  ],
  ['cpe.titles', cpe({ '/titles': undefined }), fact('title'), TOOL_1],
  ['cpe.titles', cpe(), fact('text'), `${TOOL_1}\nExample Tool 1.0\nサンプルツール 1.0`],
  [
    'cpe.deprecatedBy',
    cpe({ '/deprecatedBy': [{ cpeName: TOOL, cpeNameId: OTHER }] }),
    fact('edges'),
    [{ kind: 'deprecatedBy', target: OTHER }],
  ],
  ['matchString.matchCriteriaId', match(), identity('id'), UUID],
  ['matchString.status', match({ '/status': 'Inactive' }), identity('withdrawn'), true],
  ['matchString.lastModified', match(), identity('version'), '2026-01-02T00:00:00.000'],
  [
    'matchString.matches',
    match(),
    fact('observables'),
    [TOOL, TOOL_1].map((value) => ({ kind: 'cpe', value })),
  ],
];
