import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Component, Sbom } from '../sbom/model.ts';
import { readSbom } from '../sbom/read.ts';
import { writeCycloneDx } from '../sbom/write/cyclonedx.ts';
import { writeSpdx } from '../sbom/write/spdx.ts';
import { inventoryOfParts, readLockFile } from './index.ts';

const SAID = {
  uuid: '3e671687-395b-41f5-a30f-a58921a69b79',
  created: '2026-11-21T00:00:00.123456Z',
  tool: { name: 'cybex', version: '0.1.0' },
  author: 'Example\nCSIRT',
};
const part = (ref: string, more: Partial<Component> = {}): Component => ({
  ref,
  type: 'library',
  name: ref,
  version: '1',
  cpes: [],
  hashes: [],
  licenses: [],
  identifiers: [],
  path: '',
  ...more,
});
const MIXED: Sbom = {
  format: 'inventory',
  version: '1',
  identity: null,
  created: null,
  authors: [],
  tools: [],
  root: 'app',
  components: [
    part('app', { type: 'application' }),
    part('a b/ü#1', {
      group: '@s',
      purl: 'pkg:npm/%40s/a@1',
      cpes: ['cpe:2.3:a:v:a:1:*:*:*:*:*:*:*', 'cpe:/a:v:a:1'],
      hashes: [
        { algorithm: 'SHA-256', value: 'ab'.repeat(32) },
        { algorithm: 'CRC', value: 'x' },
      ],
      licenses: ['MIT'],
      supplier: { name: 'Sup\nplier', urls: ['https://example.org'] },
      author: 'A',
      scope: 'optional',
      direct: true,
      source: 'x/y.lock',
      identifiers: [{ type: 'go-h1', value: 'h1:x=' }],
    }),
    part('dev', { development: true, scope: 'excluded', licenses: ['MIT OR Apache-2.0'] }),
    part('odd', {
      type: 'rubbish',
      licenses: ['My own', 'GPL-2.0-only'],
      version: undefined as never,
    }),
    part('inner', { licenses: ['My own'] }),
  ].map((each) => JSON.parse(JSON.stringify(each))),
  relations: [
    { from: 'app', to: 'a b/ü#1', kind: 'contains', path: '' },
    { from: 'app', to: 'dev', kind: 'depends-on', path: '' },
    { from: 'odd', to: 'inner', kind: 'contains', path: '' },
    { from: 'inner', to: 'odd', kind: 'contains', path: '' },
    { from: 'odd', to: 'odd', kind: 'depends-on', path: '' },
    { from: 'odd', to: 'gone', kind: 'depends-on', path: '' },
  ],
  completeness: 'complete',
  completenessOf: new Map(),
  dependenciesKnown: new Set(['dev', 'app']),
};

for (const [format, write] of [
  ['cyclonedx', writeCycloneDx],
  ['spdx', writeSpdx],
] as const) {
  test(`${format}: what is written is accepted without any finding of its standard`, () => {
    const read = readSbom(JSON.stringify(write(MIXED, SAID)));
    assert.equal(read.format, format);
    assert.deepEqual(read.issues, []);
    assert.deepEqual(
      read.sbom?.components.map(({ purl, version }) => [purl, version]).sort(),
      MIXED.components.map(({ purl, version }) => [purl, version]).sort(),
    );
  });

  test(`${format}: an empty inventory is a document too`, () => {
    const empty = inventoryOfParts([], { name: 'nothing' });
    assert.deepEqual(readSbom(JSON.stringify(write(empty, SAID))).issues, []);
  });

  test(`${format}: a lock file comes back with its packages and relations`, () => {
    const lock = `version = 4
[[package]]
name = "app"
version = "0.1.0"
dependencies = ["a"]
[[package]]
name = "a"
version = "1.0.0"
source = "registry+https://github.com/rust-lang/crates.io-index"
checksum = "${'ab'.repeat(32)}"
`;
    const made = inventoryOfParts([readLockFile('Cargo.lock', lock)], { name: 'x' });
    const { sbom, issues } = readSbom(JSON.stringify(write(made, SAID)));
    assert.deepEqual(issues, []);
    assert.ok(sbom);
    const name = (ref: string) => sbom.components.find((each) => each.ref === ref)?.name;
    assert.deepEqual(
      sbom.components.map(({ purl }) => purl),
      ['pkg:cargo/app@0.1.0', 'pkg:cargo/a@1.0.0'],
    );
    const needs = sbom.relations.filter(({ kind }) => kind === 'depends-on');
    assert.deepEqual(
      needs.map(({ from, to }) => [name(from), name(to)]),
      [['app', 'a']],
    );
    assert.equal(sbom.root === null ? '' : name(sbom.root), 'app');
  });
}

test('CycloneDX: nesting, dependencies of the whole, properties', () => {
  const document = JSON.parse(JSON.stringify(writeCycloneDx(MIXED, SAID)));
  assert.deepEqual(
    document.components.map((each: { 'bom-ref': string }) => each['bom-ref']),
    ['a b/ü#1', 'dev', 'odd'],
  );
  assert.equal(document.components[2].components[0]['bom-ref'], 'inner');
  assert.deepEqual(document.dependencies, [
    { ref: 'app', dependsOn: ['dev', 'a b/ü#1'] },
    { ref: 'dev', dependsOn: [] },
  ]);
  assert.deepEqual(document.components[1].licenses, [{ expression: 'MIT OR Apache-2.0' }]);
  assert.deepEqual(document.components[2].licenses, [
    { license: { name: 'My own' } },
    { license: { id: 'GPL-2.0-only' } },
  ]);
  assert.equal(document.components[0].hashes.length, 1);
});

test("SPDX: licences of one's own are references, each once", () => {
  const document = JSON.parse(JSON.stringify(writeSpdx(MIXED, SAID)));
  assert.deepEqual(document.hasExtractedLicensingInfos, [
    { licenseId: 'LicenseRef-1', extractedText: 'My own', name: 'My own' },
  ]);
  assert.deepEqual(
    document.packages.map((each: { licenseDeclared: string }) => each.licenseDeclared),
    ['NOASSERTION', 'MIT', 'MIT OR Apache-2.0', 'LicenseRef-1 AND GPL-2.0-only', 'LicenseRef-1'],
  );
  const words = document.relationships.map(
    (each: { relationshipType: string }) => each.relationshipType,
  );
  assert.ok(words.includes('DEV_DEPENDENCY_OF'));
  assert.equal(document.creationInfo.created, '2026-11-21T00:00:00Z');
});
