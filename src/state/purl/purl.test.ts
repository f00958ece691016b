/** Package URLs by the clauses of ECMA-427. */
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { buildPurl, formatPurl, type ParsedPurl, parsePurl, validatePurl } from './index.ts';

const canonical = (parsed: ParsedPurl) => (parsed.ok ? formatPurl(parsed.value) : null);
const codes = (parsed: ParsedPurl) =>
  parsed.issues.filter(({ severity }) => severity !== 'info').map(({ code }) => code);

/** Text, canonical form. */
const CANONICAL: readonly (readonly [string, string])[] = [
  ['pkg:npm/foobar@12.3.1', 'pkg:npm/foobar@12.3.1'],
  ['PKG:NPM/foobar', 'pkg:npm/foobar'],
  ['pkg://npm//foobar/', 'pkg:npm/foobar'],
  ['pkg:npm/@angular/core@1', 'pkg:npm/%40angular/core@1'],
  ['pkg:npm/%40angular/core', 'pkg:npm/%40angular/core'],
  ['pkg:generic/a%20b@1%2B2', 'pkg:generic/a%20b@1%2B2'],
  ['pkg:generic/a+b@1+2', 'pkg:generic/a%2Bb@1%2B2'],
  ['pkg:generic/x@sha256%3aab', 'pkg:generic/x@sha256:ab'],
  ['pkg:generic/%c3%a9', 'pkg:generic/%C3%A9'],
  ['pkg:generic/日本@1', 'pkg:generic/%E6%97%A5%E6%9C%AC@1'],
  ['pkg:generic/x?b=2&a=1', 'pkg:generic/x?a=1&b=2'],
  ['pkg:generic/x?a=&b=2', 'pkg:generic/x?b=2'],
  ['pkg:generic/x?a=b=c', 'pkg:generic/x?a=b%3Dc'],
  ['pkg:generic/x?a=1%262', 'pkg:generic/x?a=1%262'],
  ['pkg:generic/x#/a//b/./../c/', 'pkg:generic/x#a/b/c'],
  ['pkg:generic/ns%2Fx/y', 'pkg:generic/ns/x/y'],
  ['pkg:generic/a%2Fb', 'pkg:generic/a%2Fb'],
  ['pkg:pypi/Django_Package@1.0RC1', 'pkg:pypi/django-package@1.0rc1'],
  ['pkg:pub/My-App.x', 'pkg:pub/my_app_x'],
  ['pkg:cpan/gdt/URI-PackageURL', 'pkg:cpan/GDT/URI-PackageURL'],
  ['pkg:github/Microsoft/TypeScript@V1', 'pkg:github/microsoft/typescript@V1'],
  ['pkg:golang/github.com/BurntSushi/toml@v1', 'pkg:golang/github.com/BurntSushi/toml@v1'],
  ['pkg:oci/Debian@SHA256:AB', 'pkg:oci/debian@sha256:ab'],
  ['pkg:rpm/Fedora/Curl@1', 'pkg:rpm/fedora/Curl@1'],
  ['pkg:git/h.example/a/b/c@x', 'pkg:git/h.example/a/b/c@x'],
  [
    'pkg:swid/x?tag_id=75B8C285-FA7B-485B-B199-4745E3004D0D',
    'pkg:swid/x?tag_id=75b8c285-fa7b-485b-b199-4745e3004d0d',
  ],
];

for (const [text, expected] of CANONICAL) {
  test(`canonical: ${text}`, () => {
    assert.equal(canonical(parsePurl(text)), expected);
    assert.equal(canonical(parsePurl(expected)), expected);
  });
}

test('the last question mark begins the qualifiers, the last hash the subpath', () => {
  const parsed = parsePurl('pkg:generic/x@1?download_url=http://h.example/%3Fq#f');
  assert.ok(parsed.ok);
  assert.deepEqual(parsed.value.qualifiers, { download_url: 'http://h.example/?q' });
  assert.equal(parsed.value.subpath, 'f');
});

/** Text, codes of errors and warnings. */
const FAULTS: readonly (readonly [string, ...string[]])[] = [
  ['', 'purl-scheme'],
  ['npm/foo', 'purl-scheme'],
  ['pkg%3Anpm/foo', 'purl-scheme'],
  ['http:npm/foo', 'purl-scheme'],
  ['pkg:', 'purl-type'],
  ['pkg:n&m/foo', 'purl-type'],
  ['pkg:3x/foo', 'purl-type'],
  ['pkg:n%70m/foo', 'purl-type'],
  ['pkg:npm', 'purl-name-missing'],
  ['pkg:npm/', 'purl-name-missing'],
  ['pkg:npm/@1.0', 'purl-name-missing'],
  ['pkg:npm/a/@1.0', 'purl-name-missing'],
  ['pkg:npm/%zz', 'purl-encoding'],
  ['pkg:npm/%ff', 'purl-encoding'],
  ['pkg:npm/a@%', 'purl-encoding'],
  ['pkg:npm/a?b=%', 'purl-encoding'],
  ['pkg:npm/a#%', 'purl-encoding'],
  ['pkg:npm/a#b%2Fc', 'purl-segment'],
  ['pkg:npm/a#../c', 'purl-subpath-dots'],
  ['pkg:npm/a?1x=2', 'purl-qualifier-key'],
  ['pkg:npm/a?a%20b=2', 'purl-qualifier-key'],
  ['pkg:npm/a?Arch=2', 'purl-qualifier-key'],
  ['pkg:npm/a?b=1&b=2', 'purl-qualifier-duplicate'],
  ['pkg:deb/curl', 'purl-namespace-required'],
  ['pkg:composer/curl', 'purl-namespace-required'],
  ['pkg:pypi/a/b', 'purl-namespace-prohibited'],
  ['pkg:swid/a/b/c/x?tag_id=1', 'purl-namespace-form'],
  ['pkg:swid/x', 'purl-qualifier-required'],
  ['pkg:julia/Dates', 'purl-qualifier-required'],
  ['pkg:cpan/URI::Escape', 'purl-name-form'],
  ['pkg:cocoapods/.x', 'purl-name-form'],
  ['pkg:chrome-extension/dogs', 'purl-name-form'],
  ['pkg:chrome-extension/dlpngalgnefjeiefhmpklpfiohadpglk@1.2-b', 'purl-version-form'],
  ['pkg:mystery/x', 'purl-type-unknown'],
  [
    'pkg:pypi/a/b?1=2&c=3&c=4',
    'purl-qualifier-key',
    'purl-qualifier-duplicate',
    'purl-namespace-prohibited',
  ],
  [`pkg:npm/${'a'.repeat(20_000)}`, 'purl-too-large'],
];

for (const [text, ...expected] of FAULTS) {
  test(`fault: ${text.slice(0, 60)}`, () => {
    assert.deepEqual(codes(parsePurl(text)), expected);
  });
}

test('components keep their meaning where a rule of the type is broken', () => {
  const parsed = parsePurl('pkg:golang/stdlib@1.22.1');
  assert.ok(parsed.ok);
  assert.deepEqual([parsed.value.name, parsed.value.version], ['stdlib', '1.22.1']);
  assert.deepEqual(codes(parsed), ['purl-namespace-required']);
});

test('validation says when the text is not canonical, or of another type', () => {
  const other = validatePurl('pkg:npm/a?z=1&b=2', 'pypi');
  assert.deepEqual(
    other.issues.map(({ code }) => code),
    ['purl-type-other', 'purl-not-canonical'],
  );
  assert.deepEqual(validatePurl('pkg:npm/a').issues, []);
});

test('build takes what is not encoded, and encodes it', () => {
  const built = buildPurl({
    type: 'NPM',
    namespace: '/@scope/',
    name: 'a b',
    version: '1%2',
    qualifiers: { checksum: ['sha1:a', 'md5:b'], none: null, empty: '' },
    subpath: 'x/./y',
  });
  assert.equal(canonical(built), 'pkg:npm/%40scope/a%20b@1%252?checksum=sha1:a%2Cmd5:b#x/y');
  assert.equal(buildPurl({ type: 'npm' }).ok, false);
  assert.equal(buildPurl({ name: 'x' }).ok, false);
  assert.equal(buildPurl({ type: 'npm', name: '//' }).ok, false);
});

test('keys that are names of the language are plain keys', () => {
  const parsed = parsePurl('pkg:npm/a?constructor=1&__proto__=2');
  assert.ok(parsed.ok);
  assert.deepEqual(Object.keys(parsed.value.qualifiers), ['constructor']);
  assert.deepEqual(codes(parsed), ['purl-qualifier-key']);
});

test('property: canonical forms are read back to themselves', () => {
  const part = fc.string({ unit: 'binary', maxLength: 12 }).filter((text) => text.isWellFormed());
  const components = fc.record({
    type: fc.constantFrom('generic', 'npm', 'maven', 'deb', 'pypi', 'git', 'x-1.2'),
    namespace: fc.option(part),
    name: part,
    version: fc.option(part),
    qualifiers: fc.dictionary(fc.stringMatching(/^[a-z][a-z0-9._-]{0,5}$/), part, { maxKeys: 3 }),
    subpath: fc.option(part),
  });
  fc.assert(
    fc.property(components, (given) => {
      const built = buildPurl(given);
      fc.pre(built.ok);
      const text = formatPurl(built.value);
      assert.match(text, /^[\x21-\x7e]*$/);
      assert.equal(canonical(parsePurl(text)), text);
    }),
    { numRuns: 2000 },
  );
});

test('mutants: whatever the text, there is an answer and never an exception', () => {
  const pieces = [
    'pkg:',
    'npm',
    '/',
    '@',
    '?',
    '#',
    '%',
    '%2',
    '%2F',
    '=',
    '&',
    '..',
    'a',
    '\ud800',
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 24 }), (words) => {
      const parsed = parsePurl(words.join(''));
      if (parsed.ok)
        assert.equal(canonical(parsePurl(formatPurl(parsed.value))), canonical(parsed));
      else assert.ok(parsed.issues.length > 0);
    }),
    { numRuns: 10_000 },
  );
});
