import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSbom } from '../read.ts';
import { readTagValue } from './tag-value.ts';

const HEAD = `SPDXVersion: SPDX-2.3
DataLicense: CC0-1.0
SPDXID: SPDXRef-DOCUMENT
DocumentName: hello
DocumentNamespace: https://example.org/hello
Creator: Organization: Example
Created: 2026-11-21T09:30:00Z
`;
const PACKAGE = `
PackageName: hello
SPDXID: SPDXRef-hello
PackageVersion: 1.0
PackageDownloadLocation: NOASSERTION
FilesAnalyzed: false
ExternalRef: PACKAGE-MANAGER purl pkg:generic/hello@1.0
ExternalRefComment: where it lives
PackageChecksum: SHA1: 20291a81ef065ff891b537b64d4fdccaf6f5ac02
Relationship: SPDXRef-DOCUMENT DESCRIBES SPDXRef-hello
`;
const codes = (text: string) => readSbom(text).issues.map(({ code, path }) => `${code} ${path}`);

test('a tag-value document says what its JSON says', () => {
  const { document, issues } = readTagValue(HEAD + PACKAGE);
  assert.deepEqual(issues, []);
  assert.deepEqual(JSON.parse(JSON.stringify(document)), {
    spdxVersion: 'SPDX-2.3',
    dataLicense: 'CC0-1.0',
    SPDXID: 'SPDXRef-DOCUMENT',
    name: 'hello',
    documentNamespace: 'https://example.org/hello',
    creationInfo: { creators: ['Organization: Example'], created: '2026-11-21T09:30:00Z' },
    packages: [
      {
        name: 'hello',
        SPDXID: 'SPDXRef-hello',
        versionInfo: '1.0',
        downloadLocation: 'NOASSERTION',
        filesAnalyzed: false,
        externalRefs: [
          {
            referenceCategory: 'PACKAGE-MANAGER',
            referenceType: 'purl',
            referenceLocator: 'pkg:generic/hello@1.0',
            comment: 'where it lives',
          },
        ],
        checksums: [
          { algorithm: 'SHA1', checksumValue: '20291a81ef065ff891b537b64d4fdccaf6f5ac02' },
        ],
      },
    ],
    relationships: [
      {
        spdxElementId: 'SPDXRef-DOCUMENT',
        relationshipType: 'DESCRIBES',
        relatedSpdxElement: 'SPDXRef-hello',
      },
    ],
  });
  assert.deepEqual(codes(HEAD + PACKAGE), []);
});

const CASES: readonly [string, string, readonly string[]][] = [
  ['carriage returns', (HEAD + PACKAGE).replaceAll('\n', '\r\n'), []],
  ['comments and blank lines', `${HEAD}\n# nothing\n\n${PACKAGE}`, []],
  ['a text of several lines', `${HEAD}DocumentComment: <text>one\n: two\n</text>\n${PACKAGE}`, []],
  [
    'a text that never ends',
    `${HEAD}DocumentComment: <text>one\ntwo`,
    ['spdx-text-unclosed line:8'],
  ],
  ['a line that says nothing', `${HEAD}nonsense here\n`, ['spdx-tag-line line:8']],
  ['an unknown tag', `${HEAD}PackageColour: blue\n`, ['spdx-tag-unknown line:8']],
  ['a tag before its package', `${HEAD}PackageVersion: 1\n`, ['spdx-tag-place line:8']],
  ['a comment without its reference', `${HEAD}ExternalRefComment: x\n`, ['spdx-tag-place line:8']],
  [
    'a flag that is none',
    `${HEAD}PackageName: a\nSPDXID: SPDXRef-a\nPackageDownloadLocation: NONE\nFilesAnalyzed: maybe\n`,
    ['spdx-tag-line line:11'],
  ],
  [
    'a checksum without algorithm',
    `${HEAD}PackageName: a\nSPDXID: SPDXRef-a\nPackageDownloadLocation: NONE\nPackageChecksum: abc\n`,
    ['spdx-tag-line line:11'],
  ],
  [
    'a relation of two words',
    `${HEAD}Relationship: SPDXRef-a DESCRIBES\n`,
    ['spdx-tag-line line:8'],
  ],
  ['no creator', HEAD.replace(/Creator.*\n/, ''), ['shape-missing /creationInfo']],
];

for (const [name, text, expected] of CASES) {
  test(`tag-value: ${name}`, () => assert.deepEqual(codes(text), expected));
}

test('a tag __proto__ is no tag, and harms nothing', () => {
  assert.deepEqual(codes(`${HEAD}constructor: x\n`), ['spdx-tag-unknown line:8']);
});

test('a licence, a snippet and an annotation are read with their members', () => {
  const { document, issues } = readTagValue(`${HEAD}
FileName: ./a.c
SPDXID: SPDXRef-f
FileChecksum: SHA1: 20291a81ef065ff891b537b64d4fdccaf6f5ac02
SnippetSPDXID: SPDXRef-s
SnippetFromFileSPDXID: SPDXRef-f
SnippetByteRange: 310:420
LicenseID: LicenseRef-1
ExtractedText: <text>Do as you like.</text>
Annotator: Person: Aoi
AnnotationDate: 2026-11-21T09:30:00Z
AnnotationType: OTHER
AnnotationComment: fine
`);
  assert.deepEqual(issues, []);
  const { files, snippets, hasExtractedLicensingInfos, annotations } = JSON.parse(
    JSON.stringify(document),
  );
  assert.equal(files[0].checksums.length, 1);
  assert.equal(snippets[0].ranges[0].startPointer.offset, 310);
  assert.deepEqual(hasExtractedLicensingInfos, [
    { licenseId: 'LicenseRef-1', extractedText: 'Do as you like.' },
  ]);
  assert.equal(annotations[0].comment, 'fine');
});
