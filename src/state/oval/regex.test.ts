/** Regular expressions: what Perl would find, in linear time; and what is refused. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { compileRegex, newBudget } from './regex/index.ts';

function find(source: string, text: string, flags = {}): (string | null)[] | null {
  const compiled = compileRegex(source, flags);
  assert.ok(compiled.ok, compiled.ok ? '' : compiled.fault.reason);
  const match = compiled.regex.match(text);
  if (match === null || match === 'exhausted') return null;
  const groups: (string | null)[] = [];
  for (let i = 0; i < match.length; i += 2) {
    groups.push(match[i] === -1 ? null : text.slice(match[i], match[i + 1]));
  }
  return groups;
}

/** Expressions of both dialects alike, so that another engine can judge. */
const SOURCES = [
  'a',
  'a|ab',
  '(a|ab)(c|bcd)(d*)',
  'a*?b',
  '(a+)(a*)',
  '(?:a|b)+c?',
  '[^a-c]+',
  '[]a]*b?'.replace('[]a]', '[\\]a]'),
  '^a.*b',
  '(a)?b',
  'a{2,3}',
  'a{2}',
  'a{2,}?',
  '\\bab\\b',
  '\\Ba',
  '\\w+\\s\\d*',
  '(?=a)\\w',
  '(?!a)\\w',
  '(?<=a)b',
  '(?<!a)b',
  '((a|b)*c|d)*',
  '(?<x>a)(b|)',
  '[a-c-]+',
  '\\x61\\u{0}?'.replace('\\u{0}?', ''),
  'ab|cd|ef',
  '(|a)+b',
] as const;

test('finds what a back-tracking engine finds', () => {
  const texts = fc.stringMatching(/^[abcd \n]{0,12}$/);
  fc.assert(
    fc.property(fc.constantFrom(...SOURCES), texts, (source, text) => {
      const theirs = new RegExp(source, 'u').exec(text);
      const ours = find(source, text);
      assert.equal(ours?.[0] ?? null, theirs?.[0] ?? null, `${source} ${JSON.stringify(text)}`);
    }),
    { numRuns: 3000 },
  );
});

/** What Perl finds and others may not. */
const PERL: readonly (readonly [source: string, text: string, found: string | null])[] = [
  ['a$', 'a\n', 'a'],
  ['a\\z', 'a\n', null],
  ['a\\Z', 'a\n', 'a'],
  ['^b', 'a\nb', null],
  ['(?m)^b$', 'a\nb\nc', 'b'],
  ['a.b', 'a\nb', null],
  ['(?s)a.b', 'a\nb', 'a\nb'],
  ['(?i)ÄB', 'äb', 'äb'],
  ['(?i:a)B', 'AB', 'AB'],
  ['(?i:a)B', 'Ab', null],
  ['(?x) a b # comment', 'ab', 'ab'],
  ['\\Qa.b\\E+', 'a.bb', 'a.bb'],
  ['[[:alpha:]]+[[:^digit:]]', 'ab-1', 'ab-'],
  ['[]x]+', ']x]', ']x]'],
  ['[^]x]+', 'ab]', 'ab'],
  ['\\h+', 'a \t', ' \t'],
  ['a\\Rb', 'a\r\nb', 'a\r\nb'],
  ['\\N+', 'ab\nc', 'ab'],
  ['x{,2}', 'x{,2}', 'x{,2}'],
  ['{a}', '{a}', '{a}'],
  ['\\p{Lu}+', 'aÄB', 'ÄB'],
  ['\\pL+', '漢字1', '漢字'],
  ['\\x{1F600}', '😀', '😀'],
  ['.', '😀', '😀'],
  ['\\cA', '\u0001', '\u0001'],
  ['\\07', '\u0007', '\u0007'],
  ['(?#x)a', 'a', 'a'],
  ["(?'n'a)(?P<m>b)", 'ab', 'ab'],
  ['(?=ab|c)\\w+', 'xcd', 'cd'],
  ['', 'abc', ''],
];

for (const [source, text, found] of PERL) {
  test(`${source} in ${JSON.stringify(text)} finds ${JSON.stringify(found)}`, () => {
    assert.equal(find(source, text)?.[0] ?? null, found);
  });
}

test('groups: the last time round, and none where it took no part', () => {
  assert.deepEqual(find('(a|b)*', 'aab'), ['aab', 'b']);
  assert.deepEqual(find('(a)|(b)', 'b'), ['b', null, 'b']);
  assert.deepEqual(find('(a*)(a?)', 'aa'), ['aa', 'aa', '']);
});

for (const source of [
  '(a)\\1',
  '(?>a)',
  'a++',
  'a*+',
  '(?=a*)b',
  '(?<=a+)b',
  '(?R)',
  '(?(1)a|b)',
  '(*FAIL)',
  '\\K',
  '\\G',
  '(?|a|b)',
  '(?:(?:(?:a{1000}){1000}){1000})',
  '\\p{Nonsense}',
]) {
  test(`unsupported: ${source}`, () => {
    const compiled = compileRegex(source);
    assert.ok(!compiled.ok && compiled.fault.kind === 'unsupported', source);
  });
}

for (const source of [
  '(',
  ')',
  '[a',
  'a**',
  '*a',
  '\\',
  '[b-a]',
  'a{2,1}',
  '[[:none:]]',
  '(?#',
  '(?<1>a)',
]) {
  test(`broken: ${source}`, () => {
    const compiled = compileRegex(source);
    assert.ok(!compiled.ok && compiled.fault.kind === 'broken', source);
  });
}

test('what makes a back-tracking engine run for ever costs steps in proportion', () => {
  const cost = (source: string, text: string) => {
    const compiled = compileRegex(source);
    assert.ok(compiled.ok);
    const budget = newBudget();
    const before = budget.steps;
    assert.equal(compiled.regex.match(text, 0, budget), null);
    return before - budget.steps;
  };
  for (const source of ['^(a+)+$', '^(a|a)*$', '^(a|aa)+$', '^(.*)*x$', '^(a*)*b$']) {
    const once = cost(source, `${'a'.repeat(2_000)}!`);
    const twice = cost(source, `${'a'.repeat(4_000)}!`);
    assert.ok(twice < once * 2.2, `${source}: ${once}, ${twice}`);
  }
});

test('a budget that is used up is told', () => {
  const compiled = compileRegex('(a|b)*c');
  assert.ok(compiled.ok);
  assert.equal(compiled.regex.match('ab'.repeat(100), 0, { steps: 50 }), 'exhausted');
});
