import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findingLines, partLines, relationLines } from '../lines.test.table.ts';
import { readLockFile } from './readers.ts';

const read = (text: string) =>
  readLockFile('pnpm-lock.yaml', text, {
    beside: (name) =>
      name === 'package.json'
        ? new TextEncoder().encode('{"name":"app","version":"1.0.0"}')
        : undefined,
  });

const FIVE = `lockfileVersion: 5.4

specifiers:
  a: ^1.0.0
  d: ^1.0.0

dependencies:
  a: 1.0.0_b@2.0.0
  link-me: link:../link

devDependencies:
  d: 1.0.0

optionalDependencies:
  '@s/o': 1.0.0

packages:

  /a/1.0.0_b@2.0.0:
    resolution: {integrity: sha1-AAAAAAAAAAAAAAAAAAAAAAAAAAA=}
    peerDependencies:
      b: '*'
    dependencies:
      b: 2.0.0
      alias: /b/2.0.0
    dev: false

  /b/2.0.0:
    resolution: {integrity: sha512-x}
    dev: false

  /@s/o/1.0.0:
    resolution: {integrity: x}
    optional: true

  /d/1.0.0:
    resolution: {integrity: x}
    dependencies:
      b: 2.0.0
      e: 1.0.0
      lost: 9.9.9
    dev: true

  /e/1.0.0:
    resolution: {integrity: x}
    dev: true

  github.com/x/g/abcdef:
    resolution: {tarball: https://codeload.github.com/x/g/tar.gz/abcdef}
    name: g
    version: 3.0.0
`;

const SIX = `lockfileVersion: '6.0'

settings:
  autoInstallPeers: true

dependencies:
  a:
    specifier: ^1.0.0
    version: 1.0.0(b@2.0.0)

devDependencies:
  '@s/d':
    specifier: 1
    version: 1.0.0

packages:

  /a@1.0.0(b@2.0.0):
    resolution: {integrity: sha1-AAAAAAAAAAAAAAAAAAAAAAAAAAA=}
    dependencies:
      b: 2.0.0

  /b@2.0.0:
    resolution: {integrity: x}

  /@s/d@1.0.0:
    resolution: {integrity: x}
    dev: true
`;

const NINE = `lockfileVersion: '9.0'

importers:

  .:
    dependencies:
      a:
        specifier: ^1.0.0
        version: 1.0.0(b@2.0.0)
      alias:
        specifier: npm:b@^2
        version: b@2.0.0
      w:
        specifier: workspace:*
        version: link:packages/w

  packages/w:
    devDependencies:
      '@s/d':
        specifier: ^1
        version: 1.0.0

packages:

  '@s/d@1.0.0':
    resolution: {integrity: x}
    deprecated: |-
      Use another:
        this is old # really

  a@1.0.0:
    resolution: {integrity: sha1-AAAAAAAAAAAAAAAAAAAAAAAAAAA=}
    engines: {node: '>=18', npm: '>=9'}
    peerDependencies:
      b: '*'

  b@2.0.0:
    resolution: {integrity: x}

  g@git+https://example.org/g.git#abc:
    resolution: {commit: abc, repo: https://example.org/g.git, type: git}
    version: 1.0.0

snapshots:

  '@s/d@1.0.0': {}

  a@1.0.0(b@2.0.0):
    dependencies:
      b: 2.0.0
    optionalDependencies:
      gone: 1.0.0

  b@2.0.0: {}
`;

test('pnpm 5: slashes before versions, peers behind _', () => {
  const got = read(FIVE);
  assert.deepEqual(partLines(got), [
    'pkg:npm/a@1.0.0 direct SHA-1=000000',
    'pkg:npm/b@2.0.0',
    'pkg:npm/%40s/o@1.0.0 direct optional',
    'pkg:npm/d@1.0.0 direct dev',
    'pkg:npm/e@1.0.0 dev',
    'pkg:npm/g@3.0.0?download_url=https:%2F%2Fcodeload.github.com%2Fx%2Fg%2Ftar.gz%2Fabcdef',
    'pkg:npm/app@1.0.0 root',
  ]);
  assert.deepEqual(relationLines(got), [
    'a/1.0.0 > b/2.0.0',
    'd/1.0.0 > b/2.0.0',
    'd/1.0.0 > e/1.0.0',
    '. > a/1.0.0',
    '. > @s/o/1.0.0',
    '. > d/1.0.0',
  ]);
  assert.deepEqual(findingLines(got), ['dangling /packages/~1d~11.0.0/dependencies/lost']);
});

test('pnpm 6: at signs, peers in parentheses', () => {
  const got = read(SIX);
  assert.deepEqual(partLines(got), [
    'pkg:npm/a@1.0.0 direct SHA-1=000000',
    'pkg:npm/b@2.0.0',
    'pkg:npm/%40s/d@1.0.0 direct dev',
    'pkg:npm/app@1.0.0 root',
  ]);
  assert.deepEqual(findingLines(got), []);
});

test('pnpm 9: importers, packages, snapshots', () => {
  const got = read(NINE);
  assert.deepEqual(partLines(got), [
    'pkg:npm/%40s/d@1.0.0 direct dev',
    'pkg:npm/a@1.0.0 direct SHA-1=000000',
    'pkg:npm/b@2.0.0 direct',
    'pkg:npm/g@1.0.0?vcs_url=git%2Bhttps:%2F%2Fexample.org%2Fg.git%23abc',
    'pkg:npm/app@1.0.0 root',
    'packages/w',
  ]);
  assert.deepEqual(relationLines(got), [
    'a@1.0.0 > b@2.0.0',
    '. > a@1.0.0',
    '. > b@2.0.0',
    'packages/w > @s/d@1.0.0',
  ]);
  assert.deepEqual(findingLines(got), [
    'dangling /snapshots/a@1.0.0(b@2.0.0)/optionalDependencies/gone',
  ]);
});

test('pnpm: the last document is that of the project; unknown versions are told', () => {
  const two = `---\nlockfileVersion: '9.0'\n\nimporters:\n\n  .: {}\n\n---\n${NINE}`;
  assert.deepEqual(partLines(read(two)), partLines(read(NINE)));
  assert.deepEqual(findingLines(read("lockfileVersion: '12.0'\n")), ['version /lockfileVersion']);
  assert.deepEqual(findingLines(read('- a\n')), ['form']);
});
