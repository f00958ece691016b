/** Every rule of the format finds its fault, in its place, and nothing else. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { JsonValue } from '../../core/json/value.ts';
import { checkCve, checkCveBody } from './check.ts';
import { CVE_ISSUES } from './issues.table.ts';
import { changed, GONE, ORG, published, rejected } from './record.test.fixture.ts';

const found = (value: JsonValue) =>
  checkCve(value).map(({ code, severity, path }) => `${severity} ${code} ${path}`);

test('the records that the faults are put into have none', () => {
  assert.deepEqual(found(published() as JsonValue), []);
  assert.deepEqual(found(rejected() as JsonValue), []);
});

const CNA = '/containers/cna';
const PRODUCT = `${CNA}/affected/0`;
const RANGE = `${PRODUCT}/versions/0`;
const CVSS = `${CNA}/metrics/0/cvssV3_1`;
const META = '/cveMetadata';

/** Pointer of what is set, the value, and the findings: `code` at the pointer, or `code path`. */
const FAULTS: readonly (readonly [pointer: string, value: unknown, ...findings: string[]])[] = [
  ['/dataType', 'CVE', 'shape-word'],
  ['/dataType', GONE, 'shape-missing '],
  ['/dataVersion', '4.0', 'shape-form'],
  ['/dataVersion', '5', 'shape-form'],
  ['/dataVersion', '5.01', 'shape-form'],
  ['/dataVersion', '5.3.0', 'warning cve-version-later'],
  ['/extra', 1, 'shape-unknown'],
  [`${META}/cveId`, 'CVE-26-1234', 'shape-form'],
  [`${META}/cveId`, 'CVE-2026-123', 'shape-form'],
  [`${META}/cveId`, 'CVE-2026-12345678901234567890', 'shape-form'],
  [`${META}/cveId`, 'cve-2026-1234', 'shape-form'],
  [`${META}/assignerOrgId`, '00000000-0000-1000-8000-000000000000', 'shape-form'],
  [`${META}/assignerOrgId`, GONE, `shape-missing ${META}`],
  [`${META}/assignerShortName`, 'a', 'shape-length'],
  [`${META}/state`, 'RESERVED', 'shape-word'],
  [`${META}/serial`, 0, 'shape-range'],
  [`${META}/serial`, 1.5, 'shape-type'],
  [`${META}/dateReserved`, '2026-02-30T00:00:00', 'shape-form'],
  [`${META}/dateReserved`, '2026-01-01', 'shape-form'],
  [`${META}/dateReserved`, '2026-01-01T24:00:00Z', 'shape-form'],
  [`${META}/dateReserved`, '2026-01-01 00:00:00Z', 'shape-form'],
  [`${META}/dateReserved`, '2026-01-01t00:00:00z', 'shape-form'],
  [`${META}/dateReserved`, '2026-01-01T00:00:00+0900', 'shape-form'],
  [`${META}/dateReserved`, '1826-01-01T00:00:00Z', 'shape-form'],
  [`${META}/dateUpdated`, '2026-01-31T23:59:59Z', 'warning cve-date-order'],
  [`${META}/dateRejected`, '2026-03-01T00:00:00Z', 'shape-unknown'],
  [`${META}/x_own`, 1, 'shape-unknown'],
  ['/containers/cna', GONE, 'shape-missing /containers'],
  ['/containers/adp', [], 'shape-count'],
  ['/containers/adp/0', { providerMetadata: { orgId: ORG } }, 'shape-count'],
  ['/containers/adp/0/tags', ['exclusively-hosted-service'], 'shape-word /containers/adp/0/tags/0'],
  [`${CNA}/providerMetadata/orgId`, 'example', 'shape-form'],
  [`${CNA}/providerMetadata`, GONE, `shape-missing ${CNA}`],
  [`${CNA}/descriptions`, GONE, `shape-missing ${CNA}`],
  [`${CNA}/affected`, GONE, `shape-missing ${CNA}`],
  [`${CNA}/references`, GONE, `shape-missing ${CNA}`],
  [`${CNA}/affected`, [], 'shape-count'],
  [`${CNA}/x_a.b`, 1, 'shape-unknown'],
  [`${CNA}/solution`, [], 'shape-unknown'],
  [`${CNA}/title`, 'x'.repeat(257), 'shape-length'],
  [`${CNA}/descriptions`, [{ lang: 'ja', value: '漢' }], 'shape-count'],
  [`${CNA}/descriptions`, [{ lang: 'EN', value: 'a' }], 'shape-count'],
  [`${CNA}/descriptions/1/lang`, 'en', `cve-language-repeated ${CNA}/descriptions/1/lang`],
  [`${CNA}/descriptions/0/value`, '', 'shape-length'],
  [`${CNA}/descriptions/0/lang`, 'en-GB-oed', 'shape-form', `shape-count ${CNA}/descriptions`],
  [`${CNA}/references/0/url`, 'example.org', 'shape-form'],
  [`${CNA}/references/0/url`, 'https://example.org/a b', 'shape-form'],
  [`${CNA}/references/0/tags`, [], 'shape-count'],
  [`${CNA}/references/0/tags`, ['Patch'], `shape-word ${CNA}/references/0/tags/0`],
  [`${CNA}/references/0/tags`, ['patch', 'patch'], `shape-repeated ${CNA}/references/0/tags/1`],
  [
    `${CNA}/references/1`,
    { url: 'https://example.org/1', name: 'Advisory', tags: ['patch', 'x_own'] },
    'shape-repeated',
  ],
  [`${CNA}/tags`, ['unsupported'], `shape-word ${CNA}/tags/0`],
  [`${PRODUCT}/vendor`, '', 'shape-length'],
  [`${PRODUCT}/collectionURL`, 'https://example.org/c', `shape-alternative ${PRODUCT}`],
  [`${PRODUCT}/packageName`, 'p', `shape-alternative ${PRODUCT}`],
  [`${PRODUCT}/x_own`, 1, 'shape-unknown'],
  [`${PRODUCT}/packageURL`, 'pkg:npm/server@1.0.0', 'cve-purl-version'],
  [`${PRODUCT}/packageURL`, 'pkg:pypi/django?vers=vers:pypi%2F%3E%3D1.11.0', 'cve-purl-version'],
  [`${PRODUCT}/packageURL`, 'npm/server', 'cve-purl'],
  [`${PRODUCT}/packageURL`, 'pkg:npm', 'cve-purl'],
  [`${PRODUCT}/packageURL`, 'pkg:generic/openssl', 'warning cve-purl-type'],
  [`${PRODUCT}/cpes`, ['example'], `shape-form ${PRODUCT}/cpes/0`],
  [`${PRODUCT}/cpes`, ['cpe:2.3:a:example:server'], `shape-form ${PRODUCT}/cpes/0`],
  [`${PRODUCT}/cpes`, ['cpe:/a:example:server '], `warning cve-cpe-text ${PRODUCT}/cpes/0`],
  [`${PRODUCT}/platforms`, [], 'shape-count'],
  [`${PRODUCT}/programRoutines`, ['parse'], `shape-type ${PRODUCT}/programRoutines/0`],
  [`${PRODUCT}/defaultStatus`, 'fixed', 'shape-word'],
  [`${PRODUCT}/versions`, [], 'shape-count'],
  [`${RANGE}/status`, GONE, `shape-missing ${RANGE}`],
  [`${RANGE}/status`, 'not affected', 'shape-word'],
  [`${RANGE}/versionType`, GONE, `shape-missing ${RANGE}`],
  [`${RANGE}/lessThanOrEqual`, '1.9', `shape-alternative ${RANGE}`],
  [`${RANGE}/lessThan`, GONE, `shape-alternative ${RANGE}`],
  [`${RANGE}/changes`, [], 'shape-count'],
  [`${RANGE}/changes/0/status`, GONE, `shape-missing ${RANGE}/changes/0`],
  [`${RANGE}/changes/0/at`, '2.5.0', 'warning cve-changes-outside'],
  [
    `${RANGE}/changes/1`,
    { at: '1.8.0', status: 'affected' },
    `warning cve-changes-order ${RANGE}/changes/1/at`,
  ],
  [`${RANGE}/fixed`, '2', 'shape-unknown'],
  [
    `${RANGE}/lessThan`,
    '1.0.0',
    `warning cve-range-empty ${RANGE}`,
    `warning cve-changes-outside ${RANGE}/changes/0/at`,
  ],
  [`${RANGE}/lessThan`, 'two', 'warning cve-range-version'],
  [`${RANGE}/versionType`, 'custom', 'info cve-version-type-custom'],
  [
    `${PRODUCT}/versions/2`,
    { version: '0.9.1', status: 'affected' },
    `warning cve-version-repeated ${PRODUCT}/versions/2`,
  ],
  [`${PRODUCT}/versions/2`, { version: '1.5.0', status: 'unaffected' }, ''],
  [`${PRODUCT}/versions/1/version`, 'before 2.0', 'info cve-version-words'],
  [`${CNA}/cpeApplicability/0/nodes/0/operator`, 'XOR', 'shape-word'],
  [`${CNA}/cpeApplicability/0/nodes/0/cpeMatch/0/vulnerable`, 'yes', 'shape-type'],
  [`${CNA}/cpeApplicability/0/nodes/0/cpeMatch/0/criteria`, 'cpe:/a:b:c', 'shape-form'],
  [`${CNA}/cpeApplicability/0/nodes`, GONE, `shape-missing ${CNA}/cpeApplicability/0`],
  [`${CNA}/problemTypes/0/descriptions/0/cweId`, 'CWE-079', 'shape-form', 'warning cve-cwe-type'],
  [`${CNA}/problemTypes/0/descriptions/0/cweId`, 'CWE-79', 'warning cve-cwe-type'],
  [
    `${CNA}/problemTypes/0/descriptions/0/cweId`,
    GONE,
    `info cve-cwe-text ${CNA}/problemTypes/0/descriptions/0`,
  ],
  [`${CNA}/problemTypes/0/descriptions`, [], 'shape-count'],
  [`${CNA}/impacts/0/capecId`, 'CAPEC-0', 'shape-form'],
  [`${CNA}/metrics/0`, { format: 'CVSS' }, 'shape-missing'],
  [`${CNA}/metrics/0/cvssV5_0`, {}, 'shape-unknown'],
  [
    `${CNA}/metrics/0/other`,
    { type: 'x', content: {} },
    `shape-count ${CNA}/metrics/0/other/content`,
  ],
  [`${CVSS}/baseScore`, 9.7, 'warning cve-score'],
  [`${CVSS}/baseScore`, 11, 'shape-range', 'warning cve-score'],
  [`${CVSS}/baseSeverity`, 'HIGH', 'warning cve-severity'],
  [`${CVSS}/baseSeverity`, GONE, `shape-missing ${CVSS}`],
  [`${CVSS}/version`, '3.0', 'shape-word'],
  [`${CVSS}/vectorString`, 'CVSS:3.1/AV:N', 'cve-vector'],
  [`${CVSS}/attackVector`, 'LOCAL', 'warning cve-metric-differs'],
  [`${CVSS}/attackVector`, 'REMOTE', 'shape-word', 'warning cve-metric-differs'],
  [`${CNA}/solutions/0/supportingMedia/0/value`, '<b>', 'warning cve-base64'],
  [`${CNA}/timeline/0/time`, 'yesterday', 'shape-form'],
  [`${CNA}/credits/0/type`, 'hero', 'shape-word'],
  [`${CNA}/source`, {}, 'shape-count'],
  [
    `${CNA}/taxonomyMappings/0/taxonomyRelations/0/taxonomyId`,
    GONE,
    `shape-missing ${CNA}/taxonomyMappings/0/taxonomyRelations/0`,
  ],
];

const expectedOf = (pointer: string, findings: readonly string[]) =>
  findings
    .filter((each) => each !== '')
    .map((each) => {
      const [first = '', ...rest] = each.split(' ');
      const severity = first === 'warning' || first === 'info' ? first : 'error';
      const [code, path] = severity === 'error' ? [first, rest[0]] : [rest[0], rest[1]];
      return `${severity} ${code} ${path ?? pointer}`;
    });

for (const [pointer, value, ...findings] of FAULTS) {
  const shown = value === GONE ? 'absent' : JSON.stringify(value)?.slice(0, 60);
  test(`cve: ${pointer} ${shown}`, () => {
    assert.deepEqual(
      found(changed(published(), pointer, value)).sort(),
      expectedOf(pointer, findings).sort(),
    );
  });
}

const REJECTED_FAULTS: typeof FAULTS = [
  ['/containers/cna/rejectedReasons', GONE, 'shape-missing /containers/cna'],
  ['/containers/cna/rejectedReasons', [{ lang: 'fr', value: 'x' }], 'shape-count'],
  ['/containers/cna/replacedBy', [], 'shape-count'],
  [
    '/containers/cna/replacedBy',
    ['CVE-2026-0001'],
    'cve-replaced-self /containers/cna/replacedBy/0',
  ],
  ['/containers/cna/replacedBy', ['2026-0002'], 'shape-form /containers/cna/replacedBy/0'],
  ['/containers/cna/descriptions', [{ lang: 'en', value: 'x' }], 'shape-unknown'],
  ['/containers/adp', [], 'shape-unknown'],
  ['/cveMetadata/requesterUserId', ORG, 'shape-unknown'],
];

for (const [pointer, value, ...findings] of REJECTED_FAULTS) {
  test(`cve rejected: ${pointer}`, () => {
    assert.deepEqual(found(changed(rejected(), pointer, value)), expectedOf(pointer, findings));
  });
}

test('5.1 has no packageURL and keeps unknown members of a product', () => {
  const record = changed(published(), '/dataVersion', '5.1.1') as Record<string, JsonValue>;
  assert.deepEqual(found(record), []);
  const alone = changed(published(), '/dataVersion', '5.1.1') as Record<string, unknown>;
  for (const name of ['vendor', 'product']) changed(alone, `${PRODUCT}/${name}`, GONE);
  assert.deepEqual(found(alone as JsonValue), [`error shape-missing ${PRODUCT}`]);
  changed(alone, '/dataVersion', '5.2.0');
  assert.deepEqual(found(alone as JsonValue), []);
});

test('5.0 has no versionType at single versions', () => {
  const record = changed(published(), '/dataVersion', '5.0');
  assert.deepEqual(found(record), [
    `warning cve-version-type-early ${PRODUCT}/versions/1/versionType`,
  ]);
});

test('a body for the CVE Services has no provider', () => {
  const cna = (published().containers as Record<string, Record<string, unknown>>).cna ?? {};
  delete cna.providerMetadata;
  assert.deepEqual(checkCveBody('cna', { cnaContainer: cna as JsonValue }), []);
  delete cna.references;
  const issues = checkCveBody('cna', { cnaContainer: cna as JsonValue });
  assert.deepEqual(
    issues.map(({ code, path }) => `${code} ${path}`),
    ['shape-missing /cnaContainer'],
  );
  assert.equal(checkCveBody('adp', {})[0]?.code, 'shape-missing');
  assert.equal(checkCveBody('cna-rejected', null)[0]?.code, 'shape-missing');
});

test('each code of the table is found by a case above', () => {
  const codes = new Set(
    [...FAULTS, ...REJECTED_FAULTS].flatMap(([pointer, , ...findings]) =>
      expectedOf(pointer, findings).map((each) => each.split(' ')[1]),
    ),
  );
  const elsewhere = ['cve-version-type-early', 'cve-range-overlap'];
  const never = Object.keys(CVE_ISSUES).filter((code) => !codes.has(code));
  assert.deepEqual(never.sort(), elsewhere.sort());
});

test('a range that an earlier entry covers is told', () => {
  const record = changed(published(), `${PRODUCT}/versions`, [
    { version: '1.0.0', status: 'affected', versionType: 'semver', lessThan: '2.0.0' },
    { version: '1.5.0', status: 'unaffected', versionType: 'semver', lessThan: '1.6.0' },
  ]);
  assert.deepEqual(found(record), [`warning cve-range-overlap ${PRODUCT}/versions/1`]);
});

test('any value is checked and never raises', () => {
  const pointers = FAULTS.map(([pointer]) => pointer);
  fc.assert(
    fc.property(fc.constantFrom(...pointers), fc.jsonValue(), (pointer, value) => {
      try {
        changed(published(), pointer, value);
      } catch {
        return;
      }
      for (const { path, message } of checkCve(changed(published(), pointer, value))) {
        assert.ok(path === '' || path.startsWith('/'));
        assert.ok(message.length > 10 && message.length < 600);
      }
    }),
    { numRuns: 2_000 },
  );
  fc.assert(fc.property(fc.jsonValue(), (value) => void checkCve(value as JsonValue)));
});
