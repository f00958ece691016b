/** Cases of our own for OSV 1.7: records with faults, and what records say. */
import { type Fact, type Fault, withChanges } from '../../core/cases.test.fixture.ts';
import type { JsonObject } from '../../core/json/value.ts';
import { factsOf, identityOf } from './facts.ts';
import { type OsvPackage, osvStatus } from './status.ts';

type Change = Readonly<Record<string, unknown>>;

const PYPI = { ecosystem: 'PyPI', name: 'sample-tool', purl: 'pkg:pypi/sample-tool' };

const BASE: JsonObject = {
  schema_version: '1.7.0',
  id: 'PYSEC-2026-7',
  modified: '2026-05-02T10:00:00.250Z',
  published: '2026-05-01T10:00:00Z',
  aliases: ['CVE-2026-7000', 'GHSA-wwww-xxxx-yyyy'],
  related: ['GHSA-rrrr-rrrr-rrrr'],
  upstream: ['OSV-2026-1'],
  summary: 'A path escapes its folder',
  details: 'Names with dots are joined to the folder unseen.',
  severity: [
    { type: 'CVSS_V3', score: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N' },
    {
      type: 'CVSS_V4',
      score: 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:N/VA:N/SC:N/SI:N/SA:N',
    },
  ],
  affected: [
    {
      package: PYPI,
      ranges: [
        { type: 'ECOSYSTEM', events: [{ introduced: '1.0' }, { fixed: '1.4' }] },
        {
          type: 'GIT',
          repo: 'https://example.org/sample.git',
          events: [{ introduced: 'a'.repeat(40) }, { fixed: 'b'.repeat(40) }],
        },
      ],
      versions: ['1.0', '1.3.1'],
    },
  ],
  references: [{ type: 'ADVISORY', url: 'https://example.org/a/7' }],
  credits: [{ name: 'Somebody', type: 'REPORTER', contact: ['mailto:x@example.org'] }],
  database_specific: { cwe_ids: ['CWE-22'] },
};

const record = (change: Change = {}) => withChanges(BASE, change);

const A = '/affected/0';
const P = `${A}/package`;
const E = `${A}/ranges/0/events`;
const G = `${A}/ranges/1`;
const D = `${A}/severity`;
const PACKAGE = 'affected[].package';
const EVENTS = 'affected[].ranges[].events';
const TYPE = 'affected[].ranges[].type';

export const FAULTS: readonly Fault<JsonObject>[] = [
  ['schema_version', record({ '/schema_version': '1.07.0' }), 'shape-form /schema_version'],
  ['schema_version', record({ '/schema_version': '1.8.0' }), 'osv-version-later /schema_version'],
  ['id', record({ '/id': undefined }), 'shape-missing '],
  ['id', record({ '/id': 'PYSEC' }), 'osv-id-form /id'],
  ['id', record({ '/id': 'pysec-2026-7' }), 'osv-id-prefix /id'],
  ['modified', record({ '/modified': '2026-05-02T10:00:00' }), 'shape-form /modified'],
  ['modified', record({ '/modified': '2026-05-02T19:00:00+09:00' }), 'shape-form /modified'],
  ['modified', record({ '/modified': '2026-04-30T23:59:59Z' }), 'osv-date-order /published'],
  ['published', record({ '/published': '2026-13-01T10:00:00Z' }), 'shape-form /published'],
  ['withdrawn', record({ '/withdrawn': true }), 'shape-type /withdrawn'],
  ['withdrawn', record({ '/withdrawn': '2026-05-03T00:00:00Z' }), 'osv-date-order /withdrawn'],
  ['aliases', record({ '/aliases/2': 'PYSEC-2026-7' }), 'osv-alias-self /aliases/2'],
  ['aliases', record({ '/aliases/2': 'CVE-2026-7001' }), 'osv-alias-many /aliases'],
  ['aliases', record({ '/aliases/1': 7 }), 'shape-type /aliases/1'],
  ['related', record({ '/related/1': 'CVE-2026-7000' }), 'osv-alias-upstream /aliases/0'],
  ['related', record({ '/related/1': 'GHSA-rrrr-rrrr-rrrr' }), 'shape-repeated /related/1'],
  ['upstream', record({ '/upstream': 'OSV-2026-1' }), 'shape-type /upstream'],
  ['upstream', record({ '/id': 'USN-1-1' }), 'osv-alias-distribution /aliases'],
  ['summary', record({ '/summary': 'two\nlines' }), 'osv-summary-long /summary'],
  ['severity', record({ '/severity/0/type': undefined }), 'shape-missing /severity/0'],
  ['severity[].score', record({ '/severity/0/score': 7.5 }), 'shape-type /severity/0/score'],
  ['severity[].score', record({ '/severity/1/type': 'CVSS_V2' }), 'osv-vector /severity/1/score'],
  [
    'severity[].score',
    record({ '/severity/0': { type: 'Ubuntu', score: 'moderate' } }),
    'osv-priority /severity/0/score',
  ],
  [
    'affected[].severity',
    record({ '/severity': undefined, [D]: [{ type: 'CVSS_V3', score: 'high' }] }),
    `osv-vector ${D}/0/score`,
  ],
  [PACKAGE, record({ [`${P}/ecosystem`]: undefined }), `shape-missing ${P}`],
  [PACKAGE, record({ [`${P}/ecosystem`]: 'pypi' }), `osv-ecosystem ${P}/ecosystem`],
  [PACKAGE, record({ [`${P}/name`]: '' }), `shape-length ${P}/name`, `osv-purl-other ${P}/purl`],
  [PACKAGE, record({ [`${P}/purl`]: 'pkg:npm/sample-tool' }), `osv-purl-other ${P}/purl`],
  [PACKAGE, record({ [`${P}/purl`]: 'pkg:pypi/sample-tool@1.0' }), `osv-purl-version ${P}/purl`],
  [
    PACKAGE,
    record({ [P]: { ecosystem: 'Photon OS', name: 'x' }, [`${A}/ranges`]: [] }),
    `osv-ecosystem-release ${P}/ecosystem`,
  ],
  [
    'affected[].ranges',
    record({ [`${A}/ranges/0/type`]: 'semver' }),
    `shape-word ${A}/ranges/0/type`,
  ],
  ['affected[].ranges', record({ [`${G}/repo`]: undefined }), `shape-missing ${G}`],
  [TYPE, record({ [`${G}/events/1/fixed`]: 'v1.4' }), `osv-commit ${G}/events/1/fixed`],
  [TYPE, record({ [`${E}/1/fixed`]: 'next year' }), `osv-version ${E}/1/fixed`],
  [
    TYPE,
    record({ [`${A}/ranges/0/type`]: 'SEMVER' }),
    `osv-semver ${E}/0/introduced`,
    `osv-semver ${E}/1/fixed`,
  ],
  [EVENTS, record({ [`${E}/0`]: { fixed: '1.3' } }), `shape-missing ${E}`],
  [EVENTS, record({ [`${E}/1/limit`]: '1.5' }), `shape-alternative ${E}/1`],
  [
    EVENTS,
    record({ [`${E}/2`]: { last_affected: '1.3' } }),
    `shape-alternative ${E}`,
    `osv-events-order ${E}`,
  ],
  [EVENTS, record({ [`${E}/1/fixed`]: '1.0.0' }), `osv-range-empty ${E}`],
  [
    EVENTS,
    record({
      [E]: [{ introduced: '2.0' }, { fixed: '2.1' }, { introduced: '1.0' }, { fixed: '1.1' }],
    }),
    `osv-events-order ${E}`,
  ],
  [EVENTS, record({ [`${E}/0/introduced`]: 1 }), `shape-type ${E}/0/introduced`],
  [
    'affected[].versions',
    record({ [`${A}/ranges`]: undefined, [`${A}/versions`]: [] }),
    `osv-versions-missing ${A}`,
  ],
  [
    'affected[].versions',
    record({ [`${A}/ranges`]: [gitRange()], [`${A}/versions`]: [] }),
    `osv-versions-listed ${A}`,
  ],
  ['references', record({ '/references/0/type': 'advisory' }), 'shape-word /references/0/type'],
  ['references', record({ '/references/0/url': 'a/7' }), 'shape-form /references/0/url'],
  ['credits', record({ '/credits/0/type': 'reporter' }), 'shape-word /credits/0/type'],
  ['credits', record({ '/credits/0/contact': 'x' }), 'shape-type /credits/0/contact'],
  ['database_specific', record({ '/database_specific': 'x' }), 'shape-type /database_specific'],
];

function gitRange() {
  return { type: 'GIT', repo: 'https://example.org/r', events: [{ introduced: '0' }] };
}

const asked =
  (version: string, named: OsvPackage = { ecosystem: 'PyPI', name: 'sample-tool' }) =>
  (document: JsonObject) =>
    osvStatus(document, named, version)?.status ?? null;

type Identity = NonNullable<ReturnType<typeof identityOf>>;
const identity = (name: keyof Identity) => (document: JsonObject) => identityOf(document)?.[name];
const fact = (name: keyof ReturnType<typeof factsOf>) => (document: JsonObject) =>
  factsOf(document)[name];
const newer = (document: JsonObject) => {
  const key = (each: JsonObject) => identityOf(each)?.versionKey ?? '';
  return key(document) > key(BASE);
};

/** One range of an ecosystem in place of the package. */
const ranged = (ecosystem: string, type: string, ...events: readonly object[]) =>
  record({
    '/affected': [{ package: { ecosystem, name: 'sample-tool' }, ranges: [{ type, events }] }],
  });
const within = (ecosystem: string, version: string) =>
  asked(version, { ecosystem, name: 'sample-tool' });

const SEMVER = ranged('npm', 'SEMVER', { introduced: '1.0.0' }, { fixed: '1.2.0' });
const LAST = ranged('npm', 'SEMVER', { introduced: '0' }, { last_affected: '1.2.0' });
const LIMITED = ranged('npm', 'SEMVER', { introduced: '1.0.0' }, { limit: '2.0.0' });
const TWICE = ranged(
  'npm',
  'SEMVER',
  { introduced: '3.0.0' },
  { fixed: '3.1.0' },
  { introduced: '1.0.0' },
  { fixed: '1.1.0' },
);
const DEBIAN = ranged('Debian:13', 'ECOSYSTEM', { introduced: '0' }, { fixed: '1:2.0-1' });
const ALPINE = ranged('Alpine:v3.20', 'ECOSYSTEM', { introduced: '0' }, { fixed: '2.0-r3' });

export const FACTS: readonly Fact<JsonObject>[] = [
  ['id', record(), identity('id'), 'PYSEC-2026-7'],
  ['id', record({ '/id': '' }), identityOf, null],
  ['schema_version', record({ '/schema_version': undefined }), identity('specVersion'), '1.0.0'],
  ['modified', record(), identity('version'), '2026-05-02T10:00:00.250Z'],
  ['modified', record({ '/modified': '2026-05-02T10:00:00.25Z' }), newer, false],
  ['modified', record({ '/modified': '2026-05-02T10:00:00.2501Z' }), newer, true],
  ['published', record(), identity('created'), '2026-05-01T10:00:00Z'],
  ['withdrawn', record(), identity('withdrawn'), false],
  ['withdrawn', record({ '/withdrawn': '2026-05-02T00:00:00Z' }), identity('withdrawn'), true],
  ['withdrawn', record({ '/withdrawn': '2026-05-02T00:00:00Z' }), asked('1.0'), null],
  ['aliases', record(), fact('aliases'), ['CVE-2026-7000', 'GHSA-wwww-xxxx-yyyy']],
  [
    'related, upstream',
    record({ '/aliases': [], '/database_specific': {} }),
    fact('edges'),
    [
      { kind: 'upstream', target: 'OSV-2026-1' },
      { kind: 'related', target: 'GHSA-rrrr-rrrr-rrrr' },
    ],
  ],
  ['aliases', record(), fact('external'), ['CVE-2026-7000', 'GHSA-wwww-xxxx-yyyy', 'CWE-22']],
  ['summary', record(), fact('title'), 'A path escapes its folder'],
  [
    'details',
    record({ '/summary': undefined, '/details': 'Only details.' }),
    fact('title'),
    'Only details.',
  ],
  [
    PACKAGE,
    record(),
    fact('observables'),
    [
      { kind: 'package', value: 'PyPI/sample-tool' },
      { kind: 'purl', value: 'pkg:pypi/sample-tool' },
    ],
  ],
  [PACKAGE, record(), asked('1.2', { ecosystem: 'PyPI', name: 'Sample.Tool' }), 'affected'],
  [PACKAGE, record(), asked('1.2', { purl: 'pkg:pypi/sample_tool@1.2' }), 'affected'],
  [PACKAGE, record(), asked('1.2', { ecosystem: 'npm', name: 'sample-tool' }), null],
  [PACKAGE, DEBIAN, within('Debian:12', '1:1.0-1'), null],
  ['Evaluation', record(), asked('1.3.9'), 'affected'],
  ['Evaluation', record(), asked('1.4'), 'unaffected'],
  ['Evaluation', record(), asked('1.4rc1'), 'affected'],
  ['Evaluation', record(), asked('0.9'), 'unaffected'],
  ['Evaluation', record({ [`${A}/versions/2`]: '0.5' }), asked('0.5.0'), 'affected'],
  ['Evaluation', record(), asked('a'.repeat(40)), 'affected'],
  [EVENTS, SEMVER, within('npm', '1.0.0'), 'affected'],
  [EVENTS, SEMVER, within('npm', '1.0.0-beta.1'), 'unaffected'],
  [EVENTS, SEMVER, within('npm', '1.2.0-beta.1'), 'affected'],
  [EVENTS, SEMVER, within('npm', '1.2.0+build.5'), 'unaffected'],
  [EVENTS, SEMVER, within('npm', 'latest'), 'undecidable'],
  [EVENTS, LAST, within('npm', '0.0.0-0'), 'affected'],
  [EVENTS, LAST, within('npm', '1.2.0'), 'affected'],
  [EVENTS, LAST, within('npm', '1.2.1-0'), 'unaffected'],
  [EVENTS, LIMITED, within('npm', '2.0.0'), 'unaffected'],
  [EVENTS, LIMITED, within('npm', '1.99.0'), 'affected'],
  [EVENTS, TWICE, within('npm', '1.0.5'), 'affected'],
  [EVENTS, TWICE, within('npm', '2.0.0'), 'unaffected'],
  [EVENTS, TWICE, within('npm', '3.1.0'), 'unaffected'],
  [TYPE, DEBIAN, within('Debian:13', '9.9-9'), 'affected'],
  [TYPE, DEBIAN, within('Debian:13', '1:2.0-1~deb13u1'), 'affected'],
  [TYPE, DEBIAN, within('Debian:13', '1:2.0-1+b1'), 'unaffected'],
  [TYPE, ALPINE, within('Alpine:v3.20', '2.0_rc1-r0'), 'affected'],
  [TYPE, ALPINE, within('Alpine:v3.20', '2.0-r10'), 'unaffected'],
];
