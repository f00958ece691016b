/** What an SPDX 2.3 document says, fact by fact, and documents that break one rule each. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { JsonObject } from '../../../core/json/value.ts';
import { readSbom } from '../read.ts';

const VALID = {
  spdxVersion: 'SPDX-2.3',
  dataLicense: 'CC0-1.0',
  SPDXID: 'SPDXRef-DOCUMENT',
  name: 'example',
  documentNamespace: 'https://example.org/spdx/1',
  creationInfo: {
    created: '2026-11-21T09:30:00Z',
    creators: ['Tool: maker-1', 'Organization: Example CSIRT (a@example.org)', 'Person: Aoi'],
  },
  packages: [
    {
      SPDXID: 'SPDXRef-app',
      name: 'app',
      versionInfo: '1.0',
      downloadLocation: 'NOASSERTION',
      filesAnalyzed: false,
      supplier: 'Organization: Example (x@example.org)',
      originator: 'Person: Ren',
      primaryPackagePurpose: 'OPERATING-SYSTEM',
      licenseConcluded: 'MIT',
      licenseDeclared: 'Apache-2.0',
      checksums: [
        { algorithm: 'SHA256', checksumValue: 'ab'.repeat(32) },
        { algorithm: 'SHA1', checksumValue: 'cd'.repeat(20) },
      ],
      externalRefs: [
        ref('PACKAGE-MANAGER', 'purl', 'pkg:npm/app@1.0'),
        ref('PACKAGE-MANAGER', 'purl', 'pkg:npm/other@1.0'),
        ref('SECURITY', 'cpe23Type', 'cpe:2.3:a:e:app:1.0:*:*:*:*:*:*:*'),
        ref('SECURITY', 'cpe22Type', 'cpe:/a:e:app:1.0'),
        ref('SECURITY', 'swid', 'swid:1'),
      ],
    },
    pack('lib', {
      licenseConcluded: 'NOASSERTION',
      licenseDeclared: 'NONE',
      supplier: 'NOASSERTION',
    }),
    pack('dev', {}),
  ],
  files: [
    {
      SPDXID: 'SPDXRef-file',
      fileName: './a.c',
      licenseConcluded: 'MIT',
      checksums: [{ algorithm: 'SHA1', checksumValue: 'ef'.repeat(20) }],
    },
  ],
  relationships: [
    relates('DOCUMENT', 'DESCRIBES', 'app'),
    relates('app', 'DEPENDS_ON', 'lib'),
    relates('dev', 'DEV_DEPENDENCY_OF', 'app'),
    relates('lib', 'DEPENDS_ON', 'NONE'),
    relates('app', 'CONTAINS', 'file'),
    relates('file', 'PATCH_FOR', 'lib'),
  ],
};

function ref(referenceCategory: string, referenceType: string, referenceLocator: string) {
  return { referenceCategory, referenceType, referenceLocator };
}
function pack(name: string, more: object) {
  const always = { downloadLocation: 'NOASSERTION', filesAnalyzed: false };
  return { SPDXID: `SPDXRef-${name}`, name, ...always, ...more };
}
function relates(from: string, relationshipType: string, to: string) {
  const relatedSpdxElement = to === 'NONE' ? to : `SPDXRef-${to}`;
  return { spdxElementId: `SPDXRef-${from}`, relationshipType, relatedSpdxElement };
}

const { sbom, issues, format, version } = readSbom(JSON.stringify(VALID));
const app = sbom?.components[0];
const lib = sbom?.components[1];
const file = sbom?.components[3];
const relations = sbom?.relations.map(
  ({ from, kind, to }) => `${from.slice(8)} ${kind} ${to.slice(8)}`,
);

const FACTS: readonly (readonly [name: string, actual: unknown, expected: unknown])[] = [
  ['no finding', issues, []],
  ['format', format, 'spdx'],
  ['version', version, 'SPDX-2.3'],
  ['identity', sbom?.identity, 'https://example.org/spdx/1'],
  ['created', sbom?.created, '2026-11-21T09:30:00Z'],
  ['tools', sbom?.tools, ['maker-1']],
  ['authors', sbom?.authors, ['Example CSIRT (a@example.org)', 'Aoi']],
  ['root', sbom?.root, 'SPDXRef-app'],
  ['components', sbom?.components.map(({ name }) => name), ['app', 'lib', 'dev', './a.c']],
  ['completeness', sbom?.completeness, 'unknown'],
  ['ref', app?.ref, 'SPDXRef-app'],
  ['type', app?.type, 'operating-system'],
  ['default type', lib?.type, 'library'],
  ['version of a component', app?.version, '1.0'],
  ['no version', lib?.version, undefined],
  ['supplier without mail', app?.supplier?.name, 'Example'],
  ['no supplier asserted', lib?.supplier, undefined],
  ['originator', app?.author, 'Ren'],
  ['licences', app?.licenses, ['MIT', 'Apache-2.0']],
  ['no licence asserted', lib?.licenses, []],
  ['purl', app?.purl, 'pkg:npm/app@1.0'],
  ['second purl', app?.identifiers[0], { type: 'purl', value: 'pkg:npm/other@1.0' }],
  ['cpes', app?.cpes.length, 2],
  ['swid', app?.swid, 'swid:1'],
  ['hash algorithms', app?.hashes.map(({ algorithm }) => algorithm), ['SHA256', 'SHA1']],
  ['hash value', app?.hashes[0]?.value, 'ab'.repeat(32)],
  ['place', app?.path, '/packages/0'],
  ['file type', file?.type, 'file'],
  ['file licence', file?.licenses, ['MIT']],
  ['file hash', file?.hashes[0]?.algorithm, 'SHA1'],
  ['depends', relations?.includes('app depends-on lib'), true],
  ['a reversed relation', relations?.includes('app depends-on dev'), true],
  ['contains', relations?.includes('app contains file'), true],
  ['own words', relations?.includes('file patch-for lib'), true],
  ['NONE is no relation', relations?.length, 5],
  ['NONE is a statement', sbom?.dependenciesKnown.has('SPDXRef-lib'), true],
  ['nothing said is none', sbom?.dependenciesKnown.has('SPDXRef-dev'), false],
];
for (const [name, actual, expected] of FACTS) {
  test(`SPDX 2.3 fact: ${name}`, () => assert.deepEqual(actual, expected));
}

/** The document with the value at a path changed; undefined takes it out. */
function changed(path: string, value: unknown): JsonObject {
  const copy = JSON.parse(JSON.stringify(VALID));
  const names = path.split('.');
  const last = names.pop() ?? '';
  let holder = copy;
  for (const name of names) holder = holder[name];
  if (value === undefined) delete holder[last];
  else holder[last] = value;
  return copy;
}

const WRONG: readonly (readonly [path: string, value: unknown])[] = [
  ['spdxVersion', 'SPDX-2.9'],
  ['dataLicense', undefined],
  ['SPDXID', undefined],
  ['name', undefined],
  ['name', 3],
  ['documentNamespace', undefined],
  ['documentNamespace', 'https://example.org/a#b'],
  ['creationInfo', undefined],
  ['creationInfo.created', undefined],
  ['creationInfo.created', '2026-11-21'],
  ['creationInfo.creators', undefined],
  ['creationInfo.creators.0', 'maker'],
  ['creationInfo.extra', 'x'],
  ['extra', 'x'],
  ['packages', {}],
  ['packages.0.name', undefined],
  ['packages.0.SPDXID', 'app'],
  ['packages.0.SPDXID', 'SPDXRef-a b'],
  ['packages.0.downloadLocation', undefined],
  ['packages.0.filesAnalyzed', 'no'],
  ['packages.0.supplier', 'Example'],
  ['packages.0.primaryPackagePurpose', 'PROGRAM'],
  ['packages.0.checksums.0.algorithm', 'SHA-256'],
  ['packages.0.checksums.0.checksumValue', undefined],
  ['packages.0.checksums.0.checksumValue', 'xyz'],
  ['packages.0.externalRefs.0.referenceCategory', 'OTHERS'],
  ['packages.0.externalRefs.0.referenceLocator', undefined],
  ['packages.0.extra', 1],
  ['packages.1.SPDXID', 'SPDXRef-app'],
  ['files.0.fileName', undefined],
  ['files.0.checksums', undefined],
  ['relationships.0.relationshipType', 'DESCRIBE'],
  ['relationships.0.relatedSpdxElement', undefined],
  ['relationships.1.relatedSpdxElement', 'lib'],
];
for (const [path, value] of WRONG) {
  test(`SPDX 2.3 refused: ${path} = ${JSON.stringify(value)}`, () => {
    const found = readSbom(JSON.stringify(changed(path, value))).issues;
    const errors = found.filter(({ severity }) => severity === 'error');
    assert.ok(errors.length > 0, JSON.stringify(found));
    const top = `/${path.split('.')[0]}`;
    const near = errors.some((each) => each.path.startsWith(top) || each.path === '');
    assert.ok(near, JSON.stringify(errors.map((each) => each.path)));
  });
}
