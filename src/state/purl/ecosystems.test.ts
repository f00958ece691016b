/** The table of ecosystems, both ways. */
import assert from 'node:assert/strict';
import test from 'node:test';
import {
  ECOSYSTEMS,
  ecosystemOf,
  formatPurl,
  goModulePaths,
  nameKey,
  PURL_TYPES,
  packageOfPurl,
  parsePurl,
  purlOfPackage,
} from './index.ts';

function osv(text: string): string | null {
  const parsed = parsePurl(text);
  const found = parsed.ok ? packageOfPurl(parsed.value) : null;
  return found === null ? null : `${found.ecosystem.osv} ${found.name} ${found.ecosystem.scheme}`;
}

/** Package URL, what OSV calls it, package URL of that. */
const ROWS: readonly (readonly [string, string, string?])[] = [
  ['pkg:npm/%40angular/core@1', 'npm @angular/core npm', 'pkg:npm/%40angular/core'],
  ['pkg:npm/lodash', 'npm lodash npm', 'pkg:npm/lodash'],
  [
    'pkg:maven/org.apache.commons/commons-text',
    'Maven org.apache.commons:commons-text maven',
    'pkg:maven/org.apache.commons/commons-text',
  ],
  [
    'pkg:golang/github.com/foo/bar/v2',
    'Go github.com/foo/bar/v2 golang',
    'pkg:golang/github.com/foo/bar/v2',
  ],
  ['pkg:golang/stdlib', 'Go stdlib golang', 'pkg:golang/stdlib'],
  ['pkg:pypi/Foo_Bar', 'PyPI foo-bar pypi', 'pkg:pypi/foo-bar'],
  [
    'pkg:composer/Laravel/framework',
    'Packagist laravel/framework composer',
    'pkg:composer/laravel/framework',
  ],
  ['pkg:deb/debian/curl', 'Debian curl deb', 'pkg:deb/debian/curl'],
  ['pkg:deb/ubuntu/curl', 'Ubuntu curl deb', 'pkg:deb/ubuntu/curl'],
  ['pkg:apk/alpine/curl', 'Alpine curl apk', 'pkg:apk/alpine/curl'],
  ['pkg:rpm/redhat/curl', 'Red Hat curl rpm', 'pkg:rpm/redhat/curl'],
  ['pkg:cargo/serde', 'crates.io serde cargo', 'pkg:cargo/serde'],
  ['pkg:nuget/Newtonsoft.Json', 'NuGet Newtonsoft.Json nuget', 'pkg:nuget/Newtonsoft.Json'],
  ['pkg:github/actions/checkout', 'GitHub Actions actions/checkout githubactions'],
  ['pkg:swift/github.com/apple/swift-nio', 'SwiftURL github.com/apple/swift-nio swift'],
];

for (const [text, name, back] of ROWS) {
  test(`ecosystem of ${text}`, () => {
    assert.equal(osv(text), name);
    if (back === undefined) return;
    const found = packageOfPurl(parsedValue(text));
    assert.ok(found);
    const purl = purlOfPackage(found.ecosystem.osv, found.name);
    assert.equal(purl && formatPurl(purl), back);
  });
}

function parsedValue(text: string) {
  const parsed = parsePurl(text);
  assert.ok(parsed.ok);
  return parsed.value;
}

test('what has no ecosystem is not guessed', () => {
  assert.equal(osv('pkg:deb/mydistro/curl'), null);
  assert.equal(osv('pkg:generic/openssl'), null);
  assert.equal(ecosystemOf('Debian:12')?.osv, 'Debian');
  assert.equal(ecosystemOf('debian'), null);
  assert.equal(purlOfPackage('Linux', 'Kernel'), null);
});

test('every row names a registered type', () => {
  for (const row of ECOSYSTEMS) assert.ok(PURL_TYPES.has(row.type), row.osv);
});

test('names of one package have one key', () => {
  const same: readonly (readonly [Parameters<typeof nameKey>[0], ...string[]])[] = [
    ['pep503', 'Foo.Bar', 'foo_bar', 'FOO--bar', 'foo-._bar'],
    ['crate', 'Serde_JSON', 'serde-json'],
    ['lower', 'Newtonsoft.Json', 'newtonsoft.json'],
    ['repository', 'https://github.com/Apple/Swift-NIO.git', 'github.com/apple/swift-nio/'],
  ];
  for (const [rule, ...names] of same) {
    assert.equal(new Set(names.map((name) => nameKey(rule, name))).size, 1, rule);
  }
  assert.notEqual(nameKey('exact', 'A'), nameKey('exact', 'a'));
});

test('a Go module of a later major version is also looked for with its suffix', () => {
  assert.deepEqual(goModulePaths('example.com/m', 'v2.3.0'), ['example.com/m', 'example.com/m/v2']);
  assert.deepEqual(goModulePaths('example.com/m/v3', 'v3.0.0'), ['example.com/m/v3']);
  assert.deepEqual(goModulePaths('example.com/m', 'v2.0.0+incompatible'), ['example.com/m']);
  assert.deepEqual(goModulePaths('gopkg.in/yaml.v2', 'v2.4.0'), ['gopkg.in/yaml.v2']);
  assert.deepEqual(goModulePaths('example.com/m', 'v1.9.9'), ['example.com/m']);
  assert.deepEqual(goModulePaths('example.com/m', null), ['example.com/m']);
});
