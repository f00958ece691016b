import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSbom } from './read.ts';

const codes = (document: unknown) =>
  readSbom(JSON.stringify(document)).quality.map(({ code, path }) => `${code} ${path}`);

const complete = {
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  metadata: {
    timestamp: '2026-11-21T09:30:00Z',
    authors: [{ name: 'Aoi' }],
    component: whole('app', 'application'),
  },
  components: [whole('a', 'library')],
  dependencies: [{ ref: 'app', dependsOn: ['a'] }, { ref: 'a' }],
  compositions: [{ aggregate: 'complete', assemblies: ['app'] }],
};

function whole(name: string, type: string) {
  return {
    type,
    name,
    'bom-ref': name,
    version: '1.0',
    purl: `pkg:generic/${name}@1.0`,
    supplier: { name: 'Example' },
    hashes: [{ alg: 'SHA-1', content: 'a'.repeat(40) }],
    licenses: [{ license: { id: 'MIT' } }],
  };
}

test('nothing is regretted of an SBOM that says everything', () => {
  assert.deepEqual(codes(complete), []);
});

test('everything is regretted of one that says nothing', () => {
  const poor = {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    components: [
      { type: 'library', name: 'a' },
      { type: 'library', name: 'a', description: 'again' },
    ],
  };
  assert.deepEqual(codes(poor), [
    'quality-timestamp ',
    'quality-author ',
    'quality-root ',
    'quality-dependencies ',
    'quality-incomplete ',
    ...['version', 'supplier', 'identifier', 'hash', 'licence', 'dangling'].map(
      (each) => `quality-${each} /components/0`,
    ),
    ...['version', 'supplier', 'identifier', 'hash', 'licence', 'duplicate', 'dangling'].map(
      (each) => `quality-${each} /components/1`,
    ),
  ]);
});

test('a component that nothing needs is named', () => {
  const lonely = { ...complete, dependencies: [{ ref: 'app', dependsOn: [] }] };
  assert.deepEqual(codes(lonely), ['quality-dependencies ', 'quality-dangling /components/0']);
});
