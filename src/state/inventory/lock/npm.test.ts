import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findingLines, partLines, relationLines } from '../lines.test.table.ts';
import { readLockFile } from './readers.ts';

const SRI =
  'sha512-z4PhNX7vuL3xVChQ1m2AB9Yg5AULVxXcg/SpIdNs6c5H0NE8XYXysP+DGNKHfuwvY7kxvUdBeoGlODJ6+SfaPg==';
const read = (lock: object, manifest?: object) =>
  readLockFile('package-lock.json', JSON.stringify(lock), {
    beside: (name) =>
      name === 'package.json' && manifest !== undefined
        ? new TextEncoder().encode(JSON.stringify(manifest))
        : undefined,
  });
const placed = (packages: object, version = 3) =>
  read({ name: 'app', version: '1.0.0', lockfileVersion: version, packages });

const ROOT = 'pkg:npm/app@1.0.0 root';
type Case = readonly [
  name: string,
  packages: object,
  parts: readonly string[],
  relations?: readonly string[],
  findings?: readonly string[],
];
const CASES: readonly Case[] = [
  ['an empty project', { '': { name: 'app', version: '1.0.0' } }, [ROOT]],
  [
    'direct, of development, indirect',
    {
      '': { name: 'app', version: '1.0.0', dependencies: { a: '^1' }, devDependencies: { d: '1' } },
      'node_modules/a': { version: '1.0.1', integrity: SRI, dependencies: { b: '*' } },
      'node_modules/b': { version: '2.0.0' },
      'node_modules/d': { version: '1.0.0', dev: true },
    },
    [
      ROOT,
      'pkg:npm/a@1.0.1 direct SHA-512=cf83e1',
      'pkg:npm/b@2.0.0',
      'pkg:npm/d@1.0.0 direct dev',
    ],
    ['. > node_modules/a', '. > node_modules/d', 'node_modules/a > node_modules/b'],
  ],
  [
    'the nearest of two versions is the one that is needed',
    {
      '': { name: 'app', version: '1.0.0', dependencies: { a: '1', b: '1' } },
      'node_modules/a': { version: '1.0.0', dependencies: { b: '2' } },
      'node_modules/a/node_modules/b': { version: '2.0.0' },
      'node_modules/b': { version: '1.0.0' },
    },
    [ROOT, 'pkg:npm/a@1.0.0 direct', 'pkg:npm/b@2.0.0', 'pkg:npm/b@1.0.0 direct'],
    ['. > node_modules/a', '. > node_modules/b', 'node_modules/a > node_modules/a/node_modules/b'],
  ],
  [
    'a scope, looked up from within a scope',
    {
      '': { name: 'app', version: '1.0.0', dependencies: { '@s/a': '1' } },
      'node_modules/@s/a': { version: '1.0.0', dependencies: { '@s/b': '1' } },
      'node_modules/@s/b': { version: '1.0.0' },
    },
    [ROOT, 'pkg:npm/%40s/a@1.0.0 direct', 'pkg:npm/%40s/b@1.0.0'],
    ['. > node_modules/@s/a', 'node_modules/@s/a > node_modules/@s/b'],
  ],
  [
    'a workspace behind its link; what it asks for is direct',
    {
      '': { name: 'app', version: '1.0.0', workspaces: ['w'], dependencies: { w: '*' } },
      w: { name: 'w', version: '0.1.0', dependencies: { a: '1' } },
      'node_modules/w': { resolved: 'w', link: true },
      'node_modules/a': { version: '1.0.0' },
    },
    [ROOT, 'pkg:npm/w@0.1.0 direct', 'pkg:npm/a@1.0.0 direct'],
    ['. > w', '. [ w', 'w > node_modules/a'],
  ],
  [
    'an alias has the name of what it is',
    {
      '': { name: 'app', version: '1.0.0', dependencies: { old: 'npm:a@1' } },
      'node_modules/old': { name: 'a', version: '1.0.0' },
    },
    [ROOT, 'pkg:npm/a@1.0.0 direct'],
    ['. > node_modules/old'],
  ],
  [
    'a repository, a tarball, and a mirror of the registry',
    {
      '': { name: 'app', version: '1.0.0' },
      'node_modules/g': { version: '1.0.0', resolved: 'git+ssh://git@example.org/g.git#abc' },
      'node_modules/t': { version: '1.0.0', resolved: 'https://example.org/t.tgz' },
      'node_modules/m': { version: '1.0.0', resolved: 'https://mirror.example/m/-/m-1.0.0.tgz' },
    },
    [
      ROOT,
      'pkg:npm/g@1.0.0?vcs_url=git%2Bssh:%2F%2Fgit%40example.org%2Fg.git%23abc',
      'pkg:npm/t@1.0.0?download_url=https:%2F%2Fexample.org%2Ft.tgz',
      'pkg:npm/m@1.0.0',
    ],
  ],
  [
    'what is optional may be missing, what is needed may not',
    {
      '': { name: 'app', version: '1.0.0', optionalDependencies: { o: '1' } },
      'node_modules/o': {
        version: '1.0.0',
        optional: true,
        dependencies: { gone: '1', kept: '1' },
        optionalDependencies: { kept: '1', other: '1' },
        peerDependencies: { peer: '1' },
      },
    },
    [ROOT, 'pkg:npm/o@1.0.0 direct optional'],
    ['. > node_modules/o'],
    ['dangling /packages/node_modules~1o/dependencies/gone'],
  ],
  [
    'entries that are none',
    { '': { name: 'app', version: '1.0.0' }, 'node_modules/a': 3, __proto__: null },
    [ROOT],
    [],
    ['entry /packages/node_modules~1a'],
  ],
];

for (const [name, packages, parts, relations, findings = []] of CASES) {
  test(`package-lock 3: ${name}`, () => {
    const got = placed(packages);
    assert.deepEqual(partLines(got), parts);
    if (relations !== undefined) assert.deepEqual(relationLines(got), relations);
    assert.deepEqual(findingLines(got), findings);
  });
}

const OLD = {
  name: 'app',
  version: '1.0.0',
  lockfileVersion: 1,
  requires: true,
  dependencies: {
    a: {
      version: '1.0.0',
      integrity: SRI,
      requires: { b: '^2', gone: '1' },
      dependencies: { b: { version: '2.0.0', requires: { c: '1' } } },
    },
    b: { version: '1.0.0', dev: true },
    c: { version: 'npm:@s/real@3.0.0', optional: true },
    g: { version: 'git+https://example.org/g.git#abc' },
  },
};

test('package-lock 1: nested objects, looked up outwards; the manifest says what is direct', () => {
  const got = read(OLD, { dependencies: { a: '1' }, devDependencies: { b: '1' } });
  assert.deepEqual(partLines(got).sort(), [
    'pkg:npm/%40s/real@3.0.0 optional',
    'pkg:npm/a@1.0.0 direct SHA-512=cf83e1',
    ROOT,
    'pkg:npm/b@1.0.0 direct dev',
    'pkg:npm/b@2.0.0',
    'pkg:npm/g?vcs_url=git%2Bhttps:%2F%2Fexample.org%2Fg.git%23abc',
  ]);
  assert.deepEqual(relationLines(got).sort(), [
    '. > /dependencies/a',
    '. > /dependencies/b',
    '/dependencies/a > /dependencies/a/dependencies/b',
    '/dependencies/a/dependencies/b > /dependencies/c',
  ]);
  assert.deepEqual(findingLines(got), ['dangling /dependencies/a/requires/gone']);
});

test('package-lock 1 without its manifest does not say what is direct', () => {
  assert.ok(read(OLD).components.every(({ direct }) => direct === undefined));
});

test('package-lock: files that are none', () => {
  for (const text of ['', '[]', '{', '{"packages":[]}', '\u0000']) {
    const got = readLockFile('npm-shrinkwrap.json', text);
    if (text !== '{"packages":[]}') assert.deepEqual(findingLines(got), ['form'], text);
    else assert.equal(got.components.length, 1);
  }
  assert.deepEqual(findingLines(placed({}, 9)), ['version /lockfileVersion']);
});

test('package-lock: a path of a million folders costs a bounded search', () => {
  const place = `${'a/'.repeat(1_000_000)}node_modules/x`;
  const got = placed({ '': { name: 'app' }, [place]: { version: '1', dependencies: { y: '1' } } });
  assert.deepEqual(findingLines(got), ['size /packages']);
});
