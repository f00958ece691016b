import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { JsonObject } from '../../../core/json/value.ts';
import { readSbom } from '../read.ts';

const SERIAL = 'urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79';
const bom = (members: JsonObject, specVersion = '1.6') =>
  readSbom(
    JSON.stringify({
      bomFormat: 'CycloneDX',
      specVersion,
      serialNumber: SERIAL,
      version: 1,
      ...members,
    }),
  );
const found = (members: JsonObject, specVersion?: string) =>
  bom(members, specVersion).issues.map(({ code, path }) => `${code} ${path}`);

const library = (name: string, more: JsonObject = {}): JsonObject => ({
  type: 'library',
  name,
  'bom-ref': name,
  ...more,
});

const CASES: readonly [string, JsonObject, string, readonly string[]][] = [
  ['an empty BOM', {}, '1.6', []],
  ['a component without version since 1.4', { components: [library('a')] }, '1.4', []],
  [
    'a component without version before',
    { components: [library('a')] },
    '1.3',
    ['shape-missing /components/0'],
  ],
  [
    'vulnerabilities came with 1.4',
    { vulnerabilities: [] },
    '1.3',
    ['shape-unknown /vulnerabilities'],
  ],
  [
    'crypto assets came with 1.6',
    { components: [library('a', { type: 'cryptographic-asset' })] },
    '1.5',
    ['shape-word /components/0/type'],
  ],
  [
    'an unknown member',
    { components: [library('a', { vendor: 'x' })] },
    '1.6',
    ['shape-unknown /components/0/vendor'],
  ],
  [
    'a serial number in upper case',
    { serialNumber: SERIAL.toUpperCase().replace('URN:UUID', 'urn:uuid') },
    '1.6',
    ['shape-form /serialNumber'],
  ],
  ['version 0', { version: 0 }, '1.6', ['shape-range /version']],
  [
    'a digest of no known length',
    { components: [library('a', { hashes: [{ alg: 'MD5', content: 'ab' }] })] },
    '1.6',
    ['shape-form /components/0/hashes/0/content'],
  ],
  [
    'an unknown algorithm',
    { components: [library('a', { hashes: [{ alg: 'CRC32', content: 'a'.repeat(32) }] })] },
    '1.6',
    ['shape-word /components/0/hashes/0/alg'],
  ],
  [
    'a licence with id and name',
    { components: [library('a', { licenses: [{ license: { id: 'MIT', name: 'MIT' } }] })] },
    '1.4',
    ['shape-alternative /components/0/licenses/0/license'],
  ],
  [
    'an unknown licence id',
    { components: [library('a', { licenses: [{ license: { id: 'MIT-9' } }] })] },
    '1.4',
    ['shape-word /components/0/licenses/0/license/id'],
  ],
  [
    'the same component twice',
    { components: [library('a'), library('a')] },
    '1.6',
    ['shape-repeated /components/1', 'sbom-ref-repeated /components/1/bom-ref'],
  ],
  [
    'one bom-ref for two',
    { components: [library('a'), library('b', { 'bom-ref': 'a' })] },
    '1.6',
    ['sbom-ref-repeated /components/1/bom-ref'],
  ],
  [
    'one bom-ref for a component and a service',
    { components: [library('a')], services: [{ name: 's', 'bom-ref': 'a' }] },
    '1.6',
    ['sbom-ref-repeated /services/0/bom-ref'],
  ],
  [
    'a dependency on nothing',
    { components: [library('a')], dependencies: [{ ref: 'a', dependsOn: ['z'] }] },
    '1.6',
    ['sbom-ref-dangling /dependencies/0/dependsOn/0'],
  ],
  [
    'a dependency on another BOM',
    {
      components: [library('a')],
      dependencies: [{ ref: 'a', dependsOn: ['urn:cdx:3e671687-395b-41f5-a30f-a58921a69b79/1#x'] }],
    },
    '1.6',
    [],
  ],
  [
    'a dependency twice',
    {
      components: [library('a'), library('b')],
      dependencies: [{ ref: 'a', dependsOn: ['b', 'b'] }],
    },
    '1.6',
    ['shape-repeated /dependencies/0/dependsOn/1'],
  ],
  [
    'an affected version and range',
    {
      vulnerabilities: [
        { affects: [{ ref: 'x', versions: [{ version: '1', range: 'vers:npm/1' }] }] },
      ],
    },
    '1.5',
    ['shape-alternative /vulnerabilities/0/affects/0/versions/0'],
  ],
  [
    'a range on what is not external',
    { components: [library('a', { versionRange: 'vers:npm/>=1' })] },
    '1.7',
    ['shape-alternative /components/0/versionRange'],
  ],
  [
    'a range on what is external',
    { components: [library('a', { versionRange: 'vers:npm/>=1', isExternal: true })] },
    '1.7',
    [],
  ],
  [
    'a timestamp without zone',
    { metadata: { timestamp: '2026-11-21T00:00:00' } },
    '1.6',
    ['shape-form /metadata/timestamp'],
  ],
];

for (const [name, members, version, expected] of CASES) {
  test(`CycloneDX ${version}: ${name}`, () => assert.deepEqual(found(members, version), expected));
}

test('a version that is not known is said, with those that are', () => {
  const { issues, sbom } = bom({}, '1.8');
  assert.equal(sbom, null);
  assert.match(issues[0]?.message ?? '', /1\.2, 1\.3, 1\.4, 1\.5, 1\.6, 1\.7/);
});

test('components within components are contained, and the root is the subject', () => {
  const { sbom } = bom({
    metadata: { component: library('app', { type: 'application', version: '1' }) },
    components: [library('a', { components: [library('b', { components: [library('c')] })] })],
    dependencies: [{ ref: 'app', dependsOn: ['a'] }, { ref: 'a' }],
  });
  assert.equal(sbom?.root, 'app');
  assert.deepEqual(
    sbom?.relations.map(({ from, kind, to }) => `${from} ${kind} ${to}`),
    ['a contains b', 'b contains c', 'app depends-on a'],
  );
  assert.deepEqual([...(sbom?.dependenciesKnown ?? [])], ['app', 'a']);
});

test('unknown dependencies are told from none', () => {
  const { sbom } = bom({ components: [library('a'), library('b')], dependencies: [{ ref: 'a' }] });
  assert.equal(sbom?.dependenciesKnown.has('a'), true);
  assert.equal(sbom?.dependenciesKnown.has('b'), false);
});

test('compositions say how complete the whole and the parts are', () => {
  const { sbom } = bom({
    metadata: { component: library('app') },
    components: [library('a')],
    compositions: [
      { aggregate: 'complete', assemblies: ['app'] },
      { aggregate: 'incomplete_first_party_only', dependencies: ['a'] },
    ],
  });
  assert.equal(sbom?.completeness, 'complete');
  assert.equal(sbom?.completenessOf.get('a'), 'incomplete');
});

test('a component says everything that matching needs', () => {
  const { sbom } = bom({
    metadata: {
      timestamp: '2026-11-21T09:30:00Z',
      tools: { components: [{ type: 'application', name: 'maker', version: '2' }] },
      authors: [{ name: 'Aoi' }],
    },
    components: [
      library('a', {
        group: 'org.example',
        version: '1.0',
        purl: 'pkg:maven/org.example/a@1.0',
        cpe: 'cpe:2.3:a:example:a:1.0:*:*:*:*:*:*:*',
        hashes: [{ alg: 'SHA-1', content: 'a'.repeat(40) }],
        licenses: [{ expression: 'MIT OR Apache-2.0' }],
        supplier: { name: 'Example K.K.', url: ['https://example.org/'] },
        scope: 'required',
      }),
    ],
  });
  assert.deepEqual(sbom?.tools, ['maker 2']);
  assert.deepEqual(sbom?.authors, ['Aoi']);
  assert.equal(sbom?.identity, `${SERIAL}/1`);
  assert.deepEqual(sbom?.components[0], {
    ref: 'a',
    type: 'library',
    name: 'a',
    group: 'org.example',
    version: '1.0',
    purl: 'pkg:maven/org.example/a@1.0',
    cpes: ['cpe:2.3:a:example:a:1.0:*:*:*:*:*:*:*'],
    hashes: [{ algorithm: 'SHA-1', value: 'a'.repeat(40) }],
    licenses: ['MIT OR Apache-2.0'],
    supplier: { name: 'Example K.K.', urls: ['https://example.org/'] },
    scope: 'required',
    identifiers: [],
    path: '/components/0',
  });
});

test('what is nested as deep as JSON may be costs no stack', () => {
  let inner: JsonObject = library('leaf');
  for (let i = 0; i < 50; i++) inner = library(`n${i}`, { components: [inner] });
  const { sbom, issues } = bom({ components: [inner] });
  assert.equal(sbom?.components.length, 51);
  assert.deepEqual(issues, []);
});
