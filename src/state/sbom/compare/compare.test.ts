import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LIMITS } from '../../../core/limits.ts';
import type { Component, Relation, Sbom } from '../model.ts';
import { diffSboms } from './diff.ts';
import { identityOf } from './identity.ts';
import { componentsNamed, pathsTo } from './paths.ts';

const part = (name: string, version = '', more: Partial<Component> = {}): Component => ({
  ref: `${name}@${version}`,
  type: 'library',
  name,
  ...(version === '' ? {} : { version }),
  cpes: [],
  hashes: [],
  licenses: [],
  identifiers: [],
  path: '',
  ...more,
});
const npm = (name: string, version: string, more: Partial<Component> = {}) =>
  part(name, version, { purl: `pkg:npm/${name}@${version}`, ...more });
const sbomOf = (components: readonly Component[], edges: readonly string[] = []): Sbom => ({
  format: 'inventory',
  version: '1',
  identity: null,
  created: null,
  authors: [],
  tools: [],
  root: components[0]?.ref ?? null,
  components,
  relations: edges.map((edge): Relation => {
    const [from = '', to = '', kind = 'depends-on'] = edge.split(' ');
    return { from, to, kind, path: '' };
  }),
  completeness: 'unknown',
  completenessOf: new Map(),
  dependenciesKnown: new Set(),
});
const APP = part('app', '1');

const IDENTITIES: readonly (readonly [component: Component, key: string, version: string])[] = [
  [npm('a', '1'), 'pkg:npm/a', '1'],
  [part('a', '1', { purl: 'pkg:npm/%40s/a@1?vcs_url=x#sub' }), 'pkg:npm/%40s/a', '1'],
  [part('a', '2', { purl: 'pkg:npm/@s/a' }), 'pkg:npm/@s/a', '2'],
  [
    part('a', '1', { purl: 'pkg:deb/debian/a@1%2B2?arch=amd64&distro=debian-12' }),
    'pkg:deb/debian/a?arch=amd64',
    '1+2',
  ],
  [part('a', '', { cpes: ['cpe:2.3:a:v:p\\:q:1.0:*:*:*:*:*:*:*'] }), 'cpe:a:v:p\\:q', '1.0'],
  [part('a', '1', { group: 'g' }), '["library","g","a"]', '1'],
];
for (const [component, key, version] of IDENTITIES) {
  test(`identity ${key}`, () => assert.deepEqual(identityOf(component), { key, version }));
}

test('diff: added, removed, changed, licences, the same', () => {
  const before = sbomOf([
    APP,
    npm('same', '1'),
    npm('up', '1'),
    npm('gone', '1'),
    npm('two', '1'),
    npm('two', '2'),
    npm('licence', '1', { licenses: ['MIT'] }),
    part('file', '', { type: 'file' }),
  ]);
  const after = sbomOf([
    part('app', '2'),
    npm('same', '1'),
    npm('up', '2'),
    npm('come', '1'),
    npm('two', '2'),
    npm('two', '3'),
    npm('licence', '1', { licenses: ['BSL-1.1'] }),
  ]);
  const diff = diffSboms(before, after);
  const names = (list: readonly Component[]) =>
    list.map(({ name, version }) => `${name} ${version}`);
  assert.deepEqual(names(diff.added), ['come 1']);
  assert.deepEqual(names(diff.removed), ['gone 1']);
  assert.deepEqual(
    diff.changed.map(({ identity, from, to }) => [identity, from.join(), to.join()]),
    [
      ['pkg:npm/up', '1', '2'],
      ['pkg:npm/two', '1,2', '2,3'],
    ],
  );
  assert.deepEqual(
    diff.licenses.map(({ from, to }) => [from.join(), to.join()]),
    [['MIT', 'BSL-1.1']],
  );
  assert.equal(diff.same, 3);
  const none = diffSboms(before, before);
  assert.deepEqual([none.added, none.removed, none.changed, none.licenses], [[], [], [], []]);
});

test('diff: backwards, added and removed change places', () => {
  const [a, b] = [sbomOf([APP, npm('a', '1')]), sbomOf([APP, npm('b', '1')])];
  assert.deepEqual(diffSboms(a, b).added, diffSboms(b, a).removed);
});

test('paths: every way, the shortest first, none with a circle', () => {
  const components = ['app', 'a', 'b', 'c', 'd'].map((name) => part(name, '1'));
  const edges = ['app a', 'app b', 'a c', 'b a', 'c a', 'c d', 'b d', 'd b contains', 'd a other'];
  const sbom = sbomOf(
    components,
    edges.map((edge) => edge.replace(/\b(app|[a-d])\b/g, '$1@1')),
  );
  assert.deepEqual(
    pathsTo(sbom, 'd@1').paths.map((path) => path.map((ref) => ref.slice(0, -2)).join('>')),
    ['app>b>d', 'app>a>c>d', 'app>b>a>c>d'],
  );
  assert.deepEqual(pathsTo(sbom, 'app@1').paths, [['app@1']]);
  assert.deepEqual(pathsTo(sbom, 'unknown').paths, [['unknown']]);
});

test('paths: more ways than time are cut, and it is said', () => {
  const edges: string[] = [];
  const names = ['app@1'];
  for (let layer = 0; layer < 40; layer++) {
    for (const side of ['l', 'r']) {
      names.push(`${side}${layer}`);
      if (layer === 0) edges.push(`app@1 ${side}0`);
      else edges.push(`l${layer - 1} ${side}${layer}`, `r${layer - 1} ${side}${layer}`);
    }
  }
  const sbom = sbomOf([APP], edges);
  const { paths, more } = pathsTo(sbom, 'l39');
  assert.equal(more, true);
  assert.ok(paths.length <= LIMITS.paths.told);
});

test('components by ref, package URL, name', () => {
  const sbom = sbomOf([APP, npm('a', '1'), npm('a', '2'), part('b', '1', { group: 'g' })]);
  const names = (text: string) => componentsNamed(sbom, text).map(({ ref }) => ref);
  assert.deepEqual(names('pkg:npm/a@1'), ['a@1']);
  assert.deepEqual(names('pkg:npm/a'), ['a@1', 'a@2']);
  assert.deepEqual(names('a'), ['a@1', 'a@2']);
  assert.deepEqual(names('a@2'), ['a@2']);
  assert.deepEqual(names('g/b'), ['b@1']);
  assert.deepEqual(names('g/b@1'), ['b@1']);
  assert.deepEqual(names('nothing'), []);
});
