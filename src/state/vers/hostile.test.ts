/** Hostile versions and ranges: bounded work, an answer always, an order that is one. */
import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import {
  compareVersions,
  formatVers,
  parseVers,
  pseudoVersion,
  SCHEMES,
  versContains,
  versFromAdvisory,
  versFromNative,
} from './index.ts';

const PIECES = [
  '0',
  '1',
  '10',
  '.',
  '-',
  '_',
  '~',
  '^',
  '+',
  ':',
  '!',
  'a',
  'rc',
  'alpha',
  'dev',
  'post',
  'p',
  'r1',
  'v',
  ' ',
  '*',
  'x',
  '日',
  '\ud800',
  '%',
];
const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((parts) => parts.join(''));

/**
 * Orders that are none in their own documents: Conan compares numbers with words as texts, so that
 * 2 < 10 < 1a < 2; Maven and pacman expect versions to begin with a number.
 */
function isOrdered(scheme: string, ...versions: readonly string[]): boolean {
  if (scheme === 'conan') return false;
  if (scheme !== 'maven' && scheme !== 'alpm') return true;
  return versions.every((version) => /^[1-9]/.test(version.trim()));
}

test('10,000 mutants in every scheme, and the order is an order', () => {
  fc.assert(
    fc.property(text, text, text, (a, b, c) => {
      for (const { name, parse, compare } of SCHEMES) {
        const [x, y, z] = [parse(a), parse(b), parse(c)];
        if (x !== null) assert.equal(compare(x, x), 0);
        if (x === null || y === null) continue;
        assert.equal(compare(x, y) + compare(y, x), 0, `${name}: ${a} and ${b}`);
        if (z === null || !isOrdered(name, a, b, c)) continue;
        const [first, second, third] = [compare(x, y), compare(y, z), compare(x, z)];
        if (first === second) assert.equal(third, first, `${name}: ${a}, ${b}, ${c}`);
      }
    }),
    { numRuns: 10_000 },
  );
});

const LONG = [
  '1.'.repeat(511) + 1,
  '9'.repeat(1024),
  '1-'.repeat(511) + 1,
  'a'.repeat(1024),
  `1${'~'.repeat(1000)}`,
  `1${'_alpha'.repeat(170)}`,
  `1${'-a1'.repeat(340)}`,
  `1+${'a.'.repeat(500)}a`,
  `1.0${'^'.repeat(900)}`,
  '0'.repeat(1024),
];

test('the longest versions are compared, longer ones refused', () => {
  for (const { name, parse, compare } of SCHEMES) {
    const keys = LONG.map((version) => parse(version)).filter((key) => key !== null);
    for (const a of keys)
      for (const b of keys) assert.equal(compare(a, b) + compare(b, a), 0, name);
    assert.equal(parse('1'.repeat(1025)), null);
  }
  assert.equal(compareVersions('deb', '1'.repeat(5000), '1').issues[0]?.code, 'version-too-long');
});

test('a range of 20,000 versions is read and asked', () => {
  const versions = Array.from({ length: 20_000 }, (_, at) => `1.${at}.0`);
  const range = `vers:npm/${versions.join('|')}`;
  assert.deepEqual(parseVers(range).issues, []);
  const answer = versContains(range, '1.19999.0');
  assert.ok(answer.ok && answer.value);
});

test('ranges beyond their bounds are refused', () => {
  const many = `vers:npm/${Array.from({ length: 100_001 }, () => '1').join('|')}`;
  assert.equal(parseVers(many).issues[0]?.code, 'vers-too-large');
  assert.equal(parseVers(`vers:npm/${'1'.repeat(5_000_000)}`).issues[0]?.code, 'vers-too-large');
  assert.equal(versFromNative('npm', '1'.repeat(70_000)).issues[0]?.code, 'vers-too-large');
});

test('long native ranges end', () => {
  for (const [scheme, part] of [
    ['npm', '||'],
    ['npm', '>='],
    ['npm', '1.x '],
    ['npm', ' - '],
    ['pypi', '!=1.0,'],
    ['pypi', '==1.*,'],
    ['maven', '(,1],'],
    ['maven', '[('],
    ['gem', '~> 1,'],
    ['composer', '^1|'],
    ['composer', ' '],
    ['conan', '~1 '],
    ['hackage', '^>=1&&'],
    ['deb', '(>=1),'],
    ['deb', '('],
    ['npm', '~~'],
    ['hex', ' '],
    ['hex', ' or'],
    ['cargo', ','],
    ['composer', '|'],
    ['rpm', '> '],
    ['nuget', '1.'],
    ['nginx', '1.0+,'],
  ] as const) {
    const read = versFromNative(scheme, part.repeat(Math.floor(16_000 / part.length)));
    assert.ok(read.ok || read.issues.length > 0);
  }
});

test('mutants of ranges and native ranges', () => {
  const pieces = [
    ...PIECES,
    'vers:',
    'npm/',
    'pypi/',
    '|',
    '>=',
    '<',
    '!=',
    '=',
    '||',
    ',',
    '[',
    ')',
    '~>',
    '^',
    ' - ',
  ];
  const mutant = fc
    .array(fc.constantFrom(...pieces), { maxLength: 16 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(mutant, fc.constantFrom(...SCHEMES.map(({ name }) => name)), (words, scheme) => {
      const parsed = parseVers(`vers:${words}`);
      assert.ok(parsed.ok || parsed.issues.length > 0);
      if (parsed.ok) assert.ok(parseVers(formatVers(parsed.value)).ok);
      for (const read of [versFromNative(scheme, words), versFromAdvisory(scheme, words)]) {
        assert.ok(read.ok || read.issues.length > 0);
        if (read.ok) assert.ok(parseVers(formatVers(read.value)).ok, formatVers(read.value));
      }
    }),
    { numRuns: 10_000 },
  );
});

test('pseudo-versions name their commit', () => {
  assert.deepEqual(pseudoVersion('v0.0.0-20191109021931-daa7c04131f5'), {
    time: '20191109021931',
    revision: 'daa7c04131f5',
  });
  assert.equal(pseudoVersion('v1.2.4-pre.0.20191109021931-daa7c04131f5')?.revision, 'daa7c04131f5');
  assert.equal(
    pseudoVersion('v2.0.1-0.20191109021931-daa7c04131f5+incompatible')?.time,
    '20191109021931',
  );
  assert.equal(pseudoVersion('v1.2.3'), null);
  assert.equal(pseudoVersion('v0.0.0-2019-daa7c04131f5'), null);
});
