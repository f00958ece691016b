import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { JsonObject } from '../../../core/json/value.ts';
import { readSbom } from '../read.ts';

const document = (members: JsonObject = {}, spdxVersion = 'SPDX-2.3'): JsonObject => ({
  spdxVersion,
  dataLicense: 'CC0-1.0',
  SPDXID: 'SPDXRef-DOCUMENT',
  name: 'example',
  documentNamespace: 'https://example.org/spdx/1',
  creationInfo: { created: '2026-11-21T09:30:00Z', creators: ['Tool: maker-1'] },
  ...members,
});
const pack = (id: string, more: JsonObject = {}): JsonObject => ({
  SPDXID: `SPDXRef-${id}`,
  name: id,
  downloadLocation: 'NOASSERTION',
  filesAnalyzed: false,
  ...more,
});
const relates = (from: string, type: string, to: string): JsonObject => ({
  spdxElementId: `SPDXRef-${from}`,
  relationshipType: type,
  relatedSpdxElement: to === 'NONE' ? to : `SPDXRef-${to}`,
});
const read = (members: JsonObject, version?: string) =>
  readSbom(JSON.stringify(document(members, version)));
const found = (members: JsonObject, version?: string) =>
  read(members, version).issues.map(({ code, path }) => `${code} ${path}`);

const described = (more: JsonObject = {}): JsonObject => ({
  packages: [pack('a', more)],
  relationships: [relates('DOCUMENT', 'DESCRIBES', 'a')],
});

const CASES: readonly [string, JsonObject, readonly string[]][] = [
  ['a document with one package', described(), []],
  ['another data licence', { dataLicense: 'MIT' }, ['shape-word /dataLicense']],
  ['another document id', { SPDXID: 'SPDXRef-doc' }, ['shape-word /SPDXID']],
  [
    'a namespace with fragment',
    { documentNamespace: 'https://example.org/a#b' },
    ['spdx-namespace /documentNamespace'],
  ],
  [
    'a namespace that is no URI',
    { documentNamespace: 'example' },
    ['spdx-namespace /documentNamespace'],
  ],
  [
    'no creators',
    { creationInfo: { created: '2026-11-21T09:30:00Z', creators: [] } },
    ['shape-count /creationInfo/creators'],
  ],
  [
    'a creator without kind',
    { creationInfo: { created: '2026-11-21T09:30:00Z', creators: ['maker'] } },
    ['shape-form /creationInfo/creators/0'],
  ],
  [
    'a time with fraction',
    { creationInfo: { created: '2026-11-21T09:30:00.5Z', creators: ['Tool: m'] } },
    ['shape-form /creationInfo/created'],
  ],
  [
    'a time with offset',
    { creationInfo: { created: '2026-11-21T09:30:00+09:00', creators: ['Tool: m'] } },
    ['shape-form /creationInfo/created'],
  ],
  [
    'a day that is none',
    { creationInfo: { created: '2026-02-29T09:30:00Z', creators: ['Tool: m'] } },
    ['shape-form /creationInfo/created'],
  ],
  ['an identifier with underscore', { packages: [pack('a_b')] }, ['shape-form /packages/0/SPDXID']],
  [
    'a package without download location',
    { packages: [{ SPDXID: 'SPDXRef-a', name: 'a' }] },
    ['shape-missing /packages/0'],
  ],
  [
    'one identifier twice',
    { packages: [pack('a'), pack('a')], relationships: [relates('DOCUMENT', 'DESCRIBES', 'a')] },
    ['sbom-ref-repeated /packages/1/SPDXID'],
  ],
  [
    'a supplier of no kind',
    described({ supplier: 'Example' }),
    ['shape-form /packages/0/supplier'],
  ],
  ['a supplier that nobody asserts', described({ supplier: 'NOASSERTION' }), []],
  ['a tool as supplier', described({ supplier: 'Tool: x' }), ['shape-form /packages/0/supplier']],
  [
    'a checksum too short',
    described({ checksums: [{ algorithm: 'SHA1', checksumValue: 'abcd' }] }),
    ['shape-length /packages/0/checksums/0/checksumValue'],
  ],
  [
    'a checksum of no algorithm',
    described({ checksums: [{ algorithm: 'CRC', checksumValue: 'abcd' }] }),
    ['shape-word /packages/0/checksums/0/algorithm'],
  ],
  [
    'a code where nothing was analysed',
    described({ packageVerificationCode: { packageVerificationCodeValue: 'a'.repeat(40) } }),
    ['spdx-verification-code /packages/0'],
  ],
  [
    'files without a code',
    { ...described({ filesAnalyzed: true, hasFiles: ['SPDXRef-f'] }) },
    ['spdx-verification-code /packages/0'],
  ],
  [
    'a licence that is none',
    described({ licenseDeclared: 'MIT AND' }),
    ['sbom-licence /packages/0/licenseDeclared'],
  ],
  [
    'a licence of its own',
    described({ licenseDeclared: 'LicenseRef-x WITH Classpath-exception-2.0' }),
    [],
  ],
  [
    'a locator with spaces',
    described({
      externalRefs: [
        { referenceCategory: 'SECURITY', referenceType: 'cpe23Type', referenceLocator: 'a b' },
      ],
    }),
    ['shape-form /packages/0/externalRefs/0/referenceLocator'],
  ],
  [
    'a category of 2.2',
    described({
      externalRefs: [
        {
          referenceCategory: 'PACKAGE_MANAGER',
          referenceType: 'purl',
          referenceLocator: 'pkg:npm/a',
        },
      ],
    }),
    [],
  ],
  [
    'a relation to nothing that is here',
    { ...described(), relationships: [relates('DOCUMENT', 'DESCRIBES', 'z')] },
    ['sbom-ref-dangling /relationships/0/relatedSpdxElement'],
  ],
  [
    'a relation of no type',
    {
      ...described(),
      relationships: [relates('DOCUMENT', 'DESCRIBES', 'a'), relates('a', 'LIKES', 'a')],
    },
    ['shape-word /relationships/1/relationshipType'],
  ],
  [
    'a relation to nothing',
    {
      ...described(),
      relationships: [relates('DOCUMENT', 'DESCRIBES', 'a'), relates('a', 'DEPENDS_ON', 'NONE')],
    },
    [],
  ],
  [
    'two packages, and nothing described',
    { packages: [pack('a'), pack('b')] },
    ['spdx-describes-nothing '],
  ],
  [
    'a file without checksum',
    { files: [{ SPDXID: 'SPDXRef-f', fileName: './f' }] },
    ['shape-missing /files/0'],
  ],
  [
    'an annotation without date',
    { annotations: [{ annotationType: 'OTHER', annotator: 'Tool: x', comment: '' }] },
    ['shape-missing /annotations/0'],
  ],
  ['a member of 3.0', { '@graph': [] }, ['shape-unknown /@graph']],
];

for (const [name, members, expected] of CASES) {
  test(`SPDX 2.3: ${name}`, () => assert.deepEqual(found(members), expected));
}

test('2.2 asked for licences and copyright of every package', () => {
  const missing = found(described(), 'SPDX-2.2').filter((each) => each.startsWith('shape-missing'));
  assert.equal(missing.length, 3);
});

test('the purpose of a package came with 2.3', () => {
  const licensing = { licenseConcluded: 'MIT', licenseDeclared: 'MIT', copyrightText: 'NONE' };
  const members = described({ ...licensing, primaryPackagePurpose: 'LIBRARY' });
  assert.deepEqual(found(members, 'SPDX-2.2'), ['shape-unknown /packages/0/primaryPackagePurpose']);
  assert.deepEqual(found(members), []);
});

test('relations read in one direction, whichever way they are written', () => {
  const { sbom } = read({
    packages: [pack('a'), pack('b'), pack('c')],
    relationships: [
      relates('a', 'DESCRIBED_BY', 'DOCUMENT'),
      relates('b', 'DEPENDENCY_OF', 'a'),
      relates('a', 'DEPENDS_ON', 'c'),
      relates('c', 'CONTAINED_BY', 'b'),
      relates('a', 'GENERATED_FROM', 'b'),
    ],
  });
  assert.equal(sbom?.root, 'SPDXRef-a');
  assert.deepEqual(
    sbom?.relations.map(({ from, kind, to }) => `${from} ${kind} ${to}`.replaceAll('SPDXRef-', '')),
    [
      'DOCUMENT describes a',
      'a depends-on b',
      'a depends-on c',
      'b contains c',
      'a generated-from b',
    ],
  );
});

test('external references become identifiers', () => {
  const ref = (referenceCategory: string, referenceType: string, referenceLocator: string) => ({
    referenceCategory,
    referenceType,
    referenceLocator,
  });
  const { sbom } = read(
    described({
      versionInfo: '1.0',
      supplier: 'Organization: Example K.K. (psirt@example.org)',
      externalRefs: [
        ref('PACKAGE-MANAGER', 'purl', 'pkg:npm/a@1.0'),
        ref('PACKAGE-MANAGER', 'purl', 'pkg:generic/a@1.0'),
        ref(
          'SECURITY',
          'http://spdx.org/rdf/references/cpe23Type',
          'cpe:2.3:a:e:a:1.0:*:*:*:*:*:*:*',
        ),
        ref('PERSISTENT-ID', 'swh', 'swh:1:cnt:94a9ed024d3859793618152ea559a168bbcbb5e2'),
      ],
    }),
  );
  const [component] = sbom?.components ?? [];
  assert.equal(component?.purl, 'pkg:npm/a@1.0');
  assert.deepEqual(component?.cpes, ['cpe:2.3:a:e:a:1.0:*:*:*:*:*:*:*']);
  assert.deepEqual(component?.supplier, { name: 'Example K.K.', urls: [] });
  assert.deepEqual(
    component?.identifiers.map(({ type }) => type),
    ['purl', 'swh'],
  );
});

test('a document is one element twice: its own id cannot be taken', () => {
  const [first] = found({ packages: [pack('DOCUMENT')] });
  assert.equal(first, 'sbom-ref-repeated /packages/0/SPDXID');
});
