/** Cases of our own for CVE Record Format 5.2: records with faults, and what records say. */
import { type Fact, type Fault, withChanges } from '../../core/cases.test.fixture.ts';
import type { JsonObject, JsonValue } from '../../core/json/value.ts';
import { factsOf, identityOf } from './facts.ts';
import { ORG, published, rejected } from './record.test.fixture.ts';
import { cveStatus } from './status/answer.ts';
import { ecosystemOrder } from './status/ecosystems.ts';
import type { CveProduct } from './status/product.ts';

type Change = Readonly<Record<string, unknown>>;

const record = (change: Change = {}) => withChanges(published(), change) as JsonObject;
const withdrawn = (change: Change = {}) => withChanges(rejected(), change) as JsonObject;

const M = '/cveMetadata';
const C = '/containers/cna';
const A = `${C}/affected/0`;
const V = `${A}/versions/0`;
const CVSS_4 = {
  version: '4.0',
  vectorString: 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N',
  baseScore: 9.3,
  baseSeverity: 'CRITICAL',
};
const CVSS_2 = { version: '2.0', vectorString: 'AV:N/AC:L/Au:N/C:P/I:P/A:P', baseScore: 7.5 };
const text = { lang: 'en', value: 'text' };

export const FAULTS: readonly Fault<JsonObject>[] = [
  ['root', record({ '/x_own': 1 }), 'shape-unknown /x_own'],
  ['dataType', record({ '/dataType': 'cve_record' }), 'shape-word /dataType'],
  ['dataVersion', record({ '/dataVersion': '6.0.0' }), 'shape-form /dataVersion'],
  ['dataVersion', record({ '/dataVersion': 5.2 }), 'shape-type /dataVersion'],
  ['cveMetadata', record({ [`${M}/state`]: 'published' }), `shape-word ${M}/state`],
  ['cveMetadata', record({ [`${M}/cveId`]: undefined }), `shape-missing ${M}`],
  [
    'cveMetadata',
    record({ [`${M}/dateReserved`]: '2026-02-01T12:00:00' }),
    `cve-date-order ${M}/datePublished`,
  ],
  ['cveId', record({ [`${M}/cveId`]: 'CVE-2026-12345 ' }), `shape-form ${M}/cveId`],
  [
    'uuidType',
    record({ [`${M}/requesterUserId`]: ORG.replace('-41a6', '-51a6') }),
    `shape-form ${M}/requesterUserId`,
  ],
  [
    'shortName',
    record({ [`${M}/assignerShortName`]: 'x'.repeat(33) }),
    `shape-length ${M}/assignerShortName`,
  ],
  [
    'timestamp',
    record({ [`${M}/datePublished`]: '2026-02-01T00:00Z' }),
    `shape-form ${M}/datePublished`,
  ],
  ['timestamp', record({ [`${C}/datePublic`]: 20260131 }), `shape-type ${C}/datePublic`],
  [
    'providerMetadata',
    record({ [`${C}/providerMetadata/orgId`]: undefined }),
    `shape-missing ${C}/providerMetadata`,
  ],
  [
    'providerMetadata',
    record({ [`${C}/providerMetadata/x_own`]: 1 }),
    `shape-unknown ${C}/providerMetadata/x_own`,
  ],
  ['cnaPublishedContainer', record({ [`${C}/title`]: '' }), `shape-length ${C}/title`],
  [
    'cnaPublishedContainer',
    record({ [`${C}/rejectedReasons`]: [text] }),
    `shape-unknown ${C}/rejectedReasons`,
  ],
  ['descriptions', record({ [`${C}/descriptions`]: [] }), `shape-count ${C}/descriptions`],
  [
    'descriptions',
    record({ [`${C}/descriptions/0/value`]: undefined }),
    `shape-missing ${C}/descriptions/0`,
  ],
  [
    'descriptions',
    record({ [`${C}/descriptions/1`]: { lang: 'EN', value: 'Again.' } }),
    `cve-language-repeated ${C}/descriptions/1/lang`,
  ],
  [
    'description',
    record({ [`${C}/descriptions/0/value`]: 'x'.repeat(4_097) }),
    `shape-length ${C}/descriptions/0/value`,
  ],
  [
    'description supportingMedia',
    record({ [`${C}/solutions/0/supportingMedia/0/type`]: undefined }),
    `shape-missing ${C}/solutions/0/supportingMedia/0`,
  ],
  [
    'product',
    record({ [`${A}/product`]: undefined, [`${A}/packageURL`]: undefined }),
    `shape-missing ${A}`,
  ],
  [
    'product',
    record({ [`${A}/versions`]: undefined, [`${A}/defaultStatus`]: undefined }),
    `shape-missing ${A}`,
  ],
  ['product repo', record({ [`${A}/repo`]: 'no address' }), `shape-form ${A}/repo`],
  [
    'product packageURL',
    record({ [`${A}/packageURL`]: 'pkg:swid/Server?tag_id=1' }),
    `cve-purl-type ${A}/packageURL`,
  ],
  [
    'product programFiles',
    record({ [`${A}/programFiles`]: ['a.c', 'a.c'] }),
    `shape-repeated ${A}/programFiles/1`,
  ],
  ['product versions', record({ [`${V}/version`]: undefined }), `shape-missing ${V}`],
  [
    'product versions',
    record({ [`${A}/versions/1/version`]: 'x'.repeat(1_025) }),
    `shape-length ${A}/versions/1/version`,
  ],
  [
    'product versions',
    record({ [`${A}/versions/1/changes`]: [{ at: '0.9.2', status: 'affected' }] }),
    `shape-alternative ${A}/versions/1`,
  ],
  [
    'product versions',
    record({ [`${V}/version`]: '2.0.0', [`${V}/changes`]: undefined }),
    `cve-range-empty ${V}`,
  ],
  [
    'product changes',
    record({ [`${V}/changes/0/at`]: '0.5.0' }),
    `cve-changes-outside ${V}/changes/0/at`,
  ],
  [
    'product changes',
    record({ [`${V}/changes/0/status`]: 'fixed' }),
    `shape-word ${V}/changes/0/status`,
  ],
  [
    'product version',
    record({ [`${A}/versions/1/version`]: '1.0 and earlier' }),
    `cve-version-words ${A}/versions/1/version`,
  ],
  [
    'cpeApplicability',
    record({ [`${C}/cpeApplicability/0/nodes/0/cpeMatch/0/criteria`]: undefined }),
    `shape-missing ${C}/cpeApplicability/0/nodes/0/cpeMatch/0`,
  ],
  [
    'cpeApplicability',
    record({ [`${C}/cpeApplicability/0/nodes/0/operator`]: 'or' }),
    `shape-word ${C}/cpeApplicability/0/nodes/0/operator`,
  ],
  [
    'problemTypes',
    record({ [`${C}/problemTypes/0/descriptions/0/description`]: undefined }),
    `shape-missing ${C}/problemTypes/0/descriptions/0`,
  ],
  [
    'problemTypes',
    record({ [`${C}/problemTypes/0/descriptions/0/type`]: 'text' }),
    `cve-cwe-type ${C}/problemTypes/0/descriptions/0/type`,
  ],
  [
    'impacts',
    record({ [`${C}/impacts/0/capecId`]: 'CAPEC-063' }),
    `shape-form ${C}/impacts/0/capecId`,
  ],
  [
    'references',
    record({ [`${C}/references/0/name`]: 'x'.repeat(513) }),
    `shape-length ${C}/references/0/name`,
  ],
  [
    'references',
    record({ [`${C}/references/0/url`]: undefined }),
    `shape-missing ${C}/references/0`,
  ],
  [
    'metrics',
    record({ [`${C}/metrics/0`]: { cvssV4_0: { ...CVSS_4, baseSeverity: 'HIGH' } } }),
    `shape-alternative ${C}/metrics/0/cvssV4_0`,
  ],
  [
    'metrics',
    record({ [`${C}/metrics/0`]: { cvssV2_0: { ...CVSS_2, baseScore: 7.4 } } }),
    `cve-score ${C}/metrics/0/cvssV2_0/baseScore`,
  ],
  ['timeline', record({ [`${C}/timeline/0/lang`]: undefined }), `shape-missing ${C}/timeline/0`],
  ['credits', record({ [`${C}/credits/0/user`]: 'me' }), `shape-form ${C}/credits/0/user`],
  [
    'taxonomyMappings',
    record({ [`${C}/taxonomyMappings/0/taxonomyRelations`]: [] }),
    `shape-count ${C}/taxonomyMappings/0/taxonomyRelations`,
  ],
  [
    'adpContainer',
    record({ '/containers/adp/0/providerMetadata': undefined }),
    'shape-missing /containers/adp/0',
  ],
  [
    'cnaRejectedContainer',
    withdrawn({ [`${C}/rejectedReasons/0/value`]: '' }),
    `shape-length ${C}/rejectedReasons/0/value`,
  ],
  [
    'cnaRejectedContainer',
    withdrawn({ [`${C}/replacedBy`]: ['CVE-2026-0002', 'CVE-2026-0002'] }),
    `shape-repeated ${C}/replacedBy/1`,
  ],
];

const NAME = { vendor: 'Example', product: 'Server' };

/** A record with one entry of the product under each of these forms. */
const says = (...entries: readonly object[]) =>
  record({ [`${C}/affected`]: entries.map((entry) => ({ ...NAME, ...entry })) });

const range = (version: string, lessThan: string, more: object = {}) => ({
  version,
  lessThan,
  status: 'affected',
  versionType: 'semver',
  ...more,
});

const asked =
  (version: string, product: CveProduct = NAME) =>
  (document: JsonValue) =>
    cveStatus(document, product, version, ecosystemOrder)
      .map(({ source, status }) => `${source} ${status}`)
      .join(', ');

type Identity = NonNullable<ReturnType<typeof identityOf>>;
type Facts = ReturnType<typeof factsOf>;
const identity = (name: keyof Identity) => (document: JsonObject) => identityOf(document)?.[name];
const fact = (name: keyof Facts) => (document: JsonObject) => factsOf(document)[name];

const GIT_A = '1'.repeat(39).concat('a');
const GIT_B = '2'.repeat(39).concat('b');
const GIT_C = '3'.repeat(39).concat('c');
const git = {
  defaultStatus: 'unaffected',
  versions: [range(GIT_A, GIT_B, { versionType: 'git' })],
};
const releases = {
  defaultStatus: 'affected',
  versions: [
    { version: '4.2', status: 'affected' },
    range('0', '4.2', { status: 'unaffected' }),
    {
      version: '5.15.80',
      lessThanOrEqual: '5.15.*',
      status: 'unaffected',
      versionType: 'semver',
    },
  ],
};
const switching = {
  defaultStatus: 'unaffected',
  versions: [
    range('1.0.0', '*', {
      changes: [
        { at: '1.2.3', status: 'unaffected' },
        { at: '2.0.0', status: 'affected' },
        { at: '2.3.0', status: 'unknown' },
      ],
    }),
  ],
};
const adp = (more: object) => ({
  '/containers/adp/0': {
    providerMetadata: { orgId: ORG, shortName: 'Other' },
    affected: [{ ...NAME, ...more }],
  },
});

export const FACTS: readonly Fact<JsonObject>[] = [
  ['cveId', record(), identity('id'), 'CVE-2026-12345678901234567'],
  ['dataVersion', record(), identity('specVersion'), '5.2.0'],
  ['cveMetadata state', record(), identity('withdrawn'), false],
  ['cveMetadata state', withdrawn(), identity('withdrawn'), true],
  ['cveMetadata assignerOrgId', record(), identity('creator'), ORG],
  // 09:00 of +09:00 is midnight in UTC: the container is of the same instant.
  ['cveMetadata dateUpdated', record(), identity('versionKey'), '2026-02-02T00:00:00'],
  [
    'providerMetadata dateUpdated',
    record({ [`${C}/providerMetadata/dateUpdated`]: '2026-02-03T00:00:00Z' }),
    identity('version'),
    '2026-02-03T00:00:00Z',
  ],
  ['cveMetadata dateRejected', withdrawn(), identity('version'), '2026-03-01T00:00:00Z'],
  [
    'timestamp',
    record({ [`${M}/datePublished`]: '2026-02-01T00:00:00' }),
    identity('created'),
    '2026-02-01T00:00:00Z',
  ],
  ['cnaPublishedContainer title', record(), fact('title'), 'Overflow in Example'],
  ['adpContainer title', record({ [`${C}/title`]: undefined }), fact('title'), 'An overflow.'],
  [
    'descriptions',
    record({
      [`${C}/title`]: undefined,
      '/containers/adp': undefined,
      [`${C}/descriptions`]: [{ lang: 'ja', value: '溢れ' }, text],
    }),
    fact('title'),
    'text',
  ],
  ['problemTypes, impacts', record(), fact('external'), ['CWE-121', 'CAPEC-100']],
  [
    'cnaRejectedContainer replacedBy',
    withdrawn(),
    fact('edges'),
    [{ kind: 'replacedBy', target: 'CVE-2026-0002' }],
  ],
  [
    'product',
    record(),
    fact('observables'),
    [
      { kind: 'cpe', value: 'cpe:2.3:a:example:server:*:*:*:*:*:*:*:*' },
      { kind: 'cpe', value: 'cpe:/a:example:server' },
      { kind: 'purl', value: 'pkg:npm/%40example/server' },
      { kind: 'product', value: 'example/server' },
    ],
  ],
  ['product versions', record(), asked('1.8.9'), 'cna affected'],
  ['product versions', record(), asked('1.9.0'), 'cna unaffected'],
  ['product versions', record(), asked('0.9.1'), 'cna unknown'],
  ['product versions', record(), asked('2.0.0'), 'cna unaffected'],
  ['product defaultStatus', says({ defaultStatus: 'affected' }), asked('7'), 'cna affected'],
  [
    'product versions',
    says({ versions: [range('1.0.0', '2.0.0')] }),
    asked('3.0.0'),
    'cna unknown',
  ],
  [
    'product versions',
    says({ versions: [range('0', '*', { versionType: 'custom' })] }),
    asked('banana'),
    'cna affected',
  ],
  [
    'product versions',
    says({ versions: [range('a', 'z', { versionType: 'custom' })] }),
    asked('m'),
    'cna undecidable',
  ],
  [
    'product versions',
    says({
      versions: [range('1.0.0', '3.0.0'), range('2.0.0', '4.0.0', { status: 'unaffected' })],
    }),
    asked('2.5.0'),
    'cna affected',
  ],
  [
    'product versions',
    says({ defaultStatus: 'unaffected', versions: [range('1.2', '1.10', { versionType: 'rpm' })] }),
    asked('1.9'),
    'cna affected',
  ],
  [
    'product versionType',
    says({
      defaultStatus: 'unaffected',
      versions: [range('1.0', '2.0', { versionType: 'maven' })],
    }),
    asked('2.0-alpha-1'),
    'cna affected',
  ],
  [
    'product versionType',
    says({
      defaultStatus: 'unaffected',
      versions: [range('1.0', '2.0', { versionType: 'python' })],
    }),
    asked('2.0.post1'),
    'cna unaffected',
  ],
  ['product changes', says(switching), asked('1.2.2'), 'cna affected'],
  ['product changes', says(switching), asked('1.9.9'), 'cna unaffected'],
  ['product changes', says(switching), asked('2.2.9'), 'cna affected'],
  ['product changes', says(switching), asked('9.0.0'), 'cna unknown'],
  ['product versionType git', says(git), asked(GIT_A), 'cna affected'],
  ['product versionType git', says(git), asked(GIT_B), 'cna unaffected'],
  ['product versionType git', says(git), asked(GIT_C), 'cna undecidable'],
  ['product versionType git', says(git, releases), asked('5.15.79'), 'cna affected'],
  ['product versionType git', says(git, releases), asked('5.15.200'), 'cna unaffected'],
  ['product versionType git', says(git, releases), asked('5.16.0'), 'cna affected'],
  ['product versionType git', says(git, releases), asked('4.1.50'), 'cna unaffected'],
  ['product versionType git', says(git, releases), asked(GIT_B), 'cna unaffected'],
  ['product platforms', record(), asked('1.5.0', { ...NAME, platform: 'Windows' }), ''],
  ['product platforms', record(), asked('1.5.0', { ...NAME, platform: 'linux' }), 'cna affected'],
  ['product modules', record(), asked('1.5.0', { ...NAME, module: 'writer' }), ''],
  [
    'product packageURL',
    record(),
    asked('1.5.0', { packageURL: 'pkg:npm/%40example/server@1.5.0' }),
    'cna affected',
  ],
  [
    'product collectionURL',
    says({ collectionURL: 'https://example.org/c/', packageName: 'p', defaultStatus: 'affected' }),
    asked('1', { collectionURL: 'https://EXAMPLE.org/c', packageName: 'p' }),
    'cna affected',
  ],
  ['product', record(), asked('1.5.0', { vendor: 'Example', product: 'Client' }), ''],
  [
    'adpContainer',
    record(adp({ defaultStatus: 'unaffected' })),
    asked('1.5.0'),
    'cna affected, adp:Other unaffected',
  ],
  ['cnaRejectedContainer', withdrawn(), asked('1.5.0'), ''],
];
