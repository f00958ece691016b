import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { JsonObject } from '../../core/json/index.ts';
import { type Component, readSbom, type Sbom } from '../sbom/index.ts';
import type { VexStatement } from '../vex/index.ts';
import { type ScanOptions, scan } from './index.ts';

const TIME = '2026-11-21T00:00:00Z';

/** One row's statement as the OSV record it is short for. */
function osv(statement: string, more: JsonObject = {}): JsonObject {
  const parts = /^(.+?) ([^ ]+) ((?:[^ ]+ ?)+)$/.exec(
    statement.replace('Rocky Linux', 'Rocky_Linux'),
  );
  const [, ecosystem = '', name = '', said = ''] = parts ?? [];
  const listed = /^\{(.*)\}$/.exec(said)?.[1]?.split(',');
  const ranges = listed
    ? []
    : said.split(' ').map((range) => ({ type: 'ECOSYSTEM', events: events(range) }));
  return {
    id: 'OSV-1',
    affected: [
      {
        package: { ecosystem: ecosystem.replace('_', ' '), name },
        ranges,
        ...(listed ? { versions: listed } : {}),
      },
    ],
    ...more,
  };
}

function events(range: string): JsonObject[] {
  const [introduced = '0', end = ''] = range.split('..');
  if (end === '') return [{ introduced }];
  return [{ introduced }, end.startsWith('=') ? { last_affected: end.slice(1) } : { fixed: end }];
}

function sbomOf(components: readonly JsonObject[], more: JsonObject = {}): Sbom {
  const { sbom } = readSbom(
    JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.6', components, ...more }),
  );
  assert.ok(sbom);
  return sbom;
}

const library = (purl: string, more: JsonObject = {}): JsonObject => {
  const version = /@([^?#]+)/.exec(purl.replace('%40', ''))?.[1];
  return {
    type: 'library',
    name: 'x',
    'bom-ref': purl,
    purl,
    ...(version === undefined ? {} : { version: decodeURIComponent(version) }),
    ...more,
  };
};

const A = 'pkg:npm/a@1.0.0';
const RECORD = osv('npm a 0..2.0.0', { id: 'GHSA-1', aliases: ['CVE-2026-0001'] });
const run = (options: Partial<ScanOptions> = {}, records: readonly JsonObject[] = [RECORD]) =>
  scan(sbomOf([library(A)]), records, { time: TIME, ...options });

test('one finding per vulnerability, with every source and why', () => {
  const cve = {
    cveMetadata: { cveId: 'CVE-2026-0001', state: 'PUBLISHED' },
    containers: {
      cna: {
        affected: [
          {
            packageURL: 'pkg:npm/a',
            defaultStatus: 'unaffected',
            versions: [
              { version: '0', lessThan: '2.0.0', versionType: 'semver', status: 'affected' },
            ],
          },
        ],
      },
    },
  };
  const { matches } = run({}, [
    RECORD,
    osv('npm a 0..1.5.0', { id: 'OTHER-1', aliases: ['GHSA-1'] }),
    cve,
  ]);
  assert.equal(matches.length, 1);
  const [match] = matches;
  assert.equal(match?.vulnerability, 'CVE-2026-0001');
  assert.deepEqual(match?.aliases, ['GHSA-1', 'OTHER-1']);
  assert.deepEqual(match?.fixedIn, ['2.0.0', '1.5.0']);
  assert.equal(match?.sources.length, 3);
});

test('a record that names two CVE ids joins neither', () => {
  const both = osv('npm a 0..2.0.0', { id: 'ADV-1', aliases: ['CVE-2026-0001', 'CVE-2026-0002'] });
  const one = osv('npm a 0..2.0.0', { id: 'GHSA-1', aliases: ['CVE-2026-0001'] });
  const two = osv('npm a 0..2.0.0', { id: 'GHSA-2', aliases: ['CVE-2026-0002'] });
  const { matches } = run({}, [both, one, two]);
  assert.deepEqual(matches.map(({ vulnerability }) => vulnerability).sort(), [
    'ADV-1',
    'CVE-2026-0001',
    'CVE-2026-0002',
  ]);
});

const says = (status: VexStatement['status'], more: Partial<VexStatement> = {}): VexStatement => ({
  format: 'openvex',
  document: 'd',
  author: 'supplier',
  time: TIME,
  vulnerability: ['CVE-2026-0001'],
  product: { id: A, purls: [A], cpes: [], hashes: [] },
  subcomponents: [],
  status,
  path: '',
  ...more,
});
const trust = { suppliers: ['supplier'] };

test('a VEX of the supplier closes a match, and it stays listed', () => {
  const { matches, suppressed } = run({ vex: [says('not_affected')], trust });
  assert.deepEqual(matches, []);
  assert.equal(suppressed[0]?.status, 'not_affected');
  assert.equal(suppressed[0]?.vulnerability, 'CVE-2026-0001');
});

test('a VEX of a stranger closes nothing', () => {
  assert.equal(run({ vex: [says('not_affected', { author: 'x' })], trust }).matches.length, 1);
  assert.equal(run({ vex: [says('not_affected')] }).matches.length, 1);
});

test('a supplier who investigates leaves it open', () => {
  assert.equal(
    run({ vex: [says('under_investigation')], trust }).matches[0]?.status,
    'under_investigation',
  );
});

test('a supplier who says affected makes a match of its own', () => {
  const { matches } = run({ vex: [says('affected', { action: 'update' })], trust }, []);
  assert.equal(matches[0]?.basis, 'vex');
  assert.deepEqual(matches[0]?.remediation, ['update']);
});

test('a claim about a part within a product closes it within that product only', () => {
  const app = library('pkg:npm/app@1.0.0', { type: 'application' });
  const other = library('pkg:npm/other@1.0.0', { type: 'application' });
  const within = (root: JsonObject) => sbomOf([library(A)], { metadata: { component: root } });
  const statement = says('not_affected', {
    product: { id: 'app', purls: ['pkg:npm/app@1.0.0'], cpes: [], hashes: [] },
    subcomponents: [{ id: A, purls: [A], cpes: [], hashes: [] }],
  });
  const options = { vex: [statement], trust, time: TIME };
  assert.equal(scan(within(app), [RECORD], options).suppressed.length, 1);
  assert.equal(scan(within(other), [RECORD], options).matches.length, 1);
});

const RULE = {
  vulnerability: 'CVE-2026-0001',
  reason: 'not reachable',
  author: 'Aoi',
  expires: '2026-12-01T00:00:00Z',
};
const RULES: readonly [string, JsonObject, number, number?][] = [
  ['a rule hides a finding', RULE, 1],
  ['by alias', { ...RULE, vulnerability: 'GHSA-1' }, 1],
  ['by package', { reason: 'r', author: 'a', expires: RULE.expires, component: 'pkg:npm/a' }, 1],
  ['another package', { ...RULE, component: 'pkg:npm/b' }, 0],
  ['another version', { ...RULE, component: 'pkg:npm/a@2.0.0' }, 0],
  ['another vulnerability', { ...RULE, vulnerability: 'CVE-2026-0002' }, 0],
  ['an expired rule', { ...RULE, expires: '2026-11-20T00:00:00Z' }, 0, 1],
  ['a rule that ends now', { ...RULE, expires: TIME }, 0, 1],
];
for (const [name, rule, hidden, said = 0] of RULES) {
  test(`ignore: ${name}`, () => {
    const { matches, suppressed, issues } = run({ ignores: [rule] });
    assert.deepEqual(
      [suppressed.length, matches.length, issues.length],
      [hidden, 1 - hidden, said],
    );
  });
}
for (const missing of ['reason', 'author', 'expires']) {
  test(`ignore: a rule without ${missing} is not applied, and that is said`, () => {
    const { matches, issues } = run({ ignores: [{ ...RULE, [missing]: '' }] });
    assert.equal(matches.length, 1);
    assert.equal(issues[0]?.path, '/ignores/0');
  });
}

test('a distribution package is not asked of upstream', () => {
  const deb = library('pkg:deb/debian/openssl@3.0.11-1?distro=debian-12', {
    cpe: 'cpe:2.3:a:openssl:openssl:3.0.11-1:*:*:*:*:*:*:*',
  });
  const cve = {
    cveMetadata: { cveId: 'CVE-2026-0003', state: 'PUBLISHED' },
    containers: {
      cna: { affected: [{ vendor: 'openssl', product: 'openssl', defaultStatus: 'affected' }] },
    },
  };
  const debian = osv('Debian:12 curl 0..1');
  assert.deepEqual(scan(sbomOf([deb]), [cve, debian], { time: TIME }).matches, []);
});

test('a component by CPE is a match of medium confidence', () => {
  const app = {
    type: 'application',
    name: 'openssl',
    version: '3.0.11',
    cpe: 'cpe:2.3:a:openssl:openssl:3.0.11:*:*:*:*:*:*:*',
  };
  const cve = {
    cveMetadata: { cveId: 'CVE-2026-0003', state: 'PUBLISHED' },
    containers: {
      cna: { affected: [{ vendor: 'OpenSSL', product: 'OpenSSL', defaultStatus: 'affected' }] },
    },
  };
  const [match] = scan(sbomOf([app]), [cve], { time: TIME }).matches;
  assert.equal(match?.confidence, 'medium');
  assert.equal(match?.basis, 'cpe');
});

test('the way to a component is told, the shortest first', () => {
  const names = ['app', 'b', 'c', 'd'];
  const components = names
    .slice(1)
    .map((name) => library(`pkg:npm/${name}@1.0.0`, { 'bom-ref': name }));
  const sbom = sbomOf(components, {
    metadata: { component: library('pkg:npm/app@1.0.0', { 'bom-ref': 'app' }) },
    dependencies: [
      { ref: 'app', dependsOn: ['b', 'c'] },
      { ref: 'b', dependsOn: ['c'] },
      { ref: 'c', dependsOn: ['d'] },
      { ref: 'd', dependsOn: ['c'] },
    ],
  });
  const { matches } = scan(sbom, [osv('npm d 0..2.0.0')], { time: TIME });
  assert.deepEqual(matches[0]?.paths, [
    ['app', 'c', 'd'],
    ['app', 'b', 'c', 'd'],
  ]);
});

test('the release of the operating system comes from the SBOM or is given', () => {
  const deb = library('pkg:deb/debian/openssl@3.0.1');
  const record = osv('Debian:12 openssl 0..3.0.2');
  const system = { type: 'operating-system', name: 'debian', version: '12' };
  assert.equal(scan(sbomOf([deb, system]), [record], { time: TIME }).matches.length, 1);
  assert.equal(
    scan(sbomOf([deb]), [record], { time: TIME, distro: 'debian-12' }).matches.length,
    1,
  );
  assert.equal(
    scan(sbomOf([deb]), [record], { time: TIME, distro: 'debian-11' }).matches.length,
    0,
  );
});

test('a component without any name is said to be unidentified, with its reason', () => {
  const reasons = (component: JsonObject) =>
    scan(sbomOf([component]), [RECORD], { time: TIME }).unidentified.map(({ reason }) => reason);
  assert.deepEqual(reasons({ type: 'library', name: 'a', version: '1' }), ['no-identity']);
  assert.deepEqual(reasons(library('pkg:npm/a')), ['no-version']);
  assert.deepEqual(reasons(library('pkg:generic/a@1')), ['no-ecosystem']);
  assert.deepEqual(reasons(library('pkg:gem/a@1')), ['no-data']);
});

test('a dense graph of dependencies is walked in bounded time', () => {
  const names = Array.from({ length: 200 }, (_, i) => `n${i}`);
  const sbom = sbomOf(
    names.map((name) => library(`pkg:npm/${name}@1.0.0`, { 'bom-ref': name })),
    { dependencies: names.map((ref, i) => ({ ref, dependsOn: names.slice(i + 1) })) },
  );
  const { matches } = scan(sbom, [osv('npm n199 0..2.0.0')], { time: TIME });
  assert.ok((matches[0]?.paths.length ?? 0) > 0);
});

test('every kind of component keeps its own shape in the answer', () => {
  const component: Component | undefined = run().matches[0]?.component;
  assert.equal(component?.purl, A);
});
