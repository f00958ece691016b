/**
 * Hostile patterns and observations: a result each, in bounded work. `CYBEX_MUTANTS` and
 * `CYBEX_SEED` choose another run.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { PATTERN_ISSUES } from '../issues.table.ts';
import { type Random, seeded } from './generate.test.fixture.ts';
import { compilePattern, equivalentPatterns, MATCHING_ISSUES, matchPattern } from './index.ts';

const MUTANTS = Number(process.env.CYBEX_MUTANTS ?? 10_000);
const SEED = Number(process.env.CYBEX_SEED ?? 20_261_122);
const FIXTURES = join(import.meta.dirname, '../../../../../fixtures/pattern');

const observed = JSON.parse(readFileSync(join(FIXTURES, 'observed.json'), 'utf8')) as Record<
  string,
  unknown[]
>;
const seeds = readFileSync(join(FIXTURES, 'matching.tsv'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('# '))
  .map((line) => line.split('\t'))
  .map((row) => ({ name: row[3] as string, pattern: JSON.parse(row[4] as string) as string }));

const PIECES = [
  ...`[]()'".,:*<>=!\\-+/ 0159abtxNOT{}|?^$_%`,
  ...['AND', 'OR', 'NOT', 'IN', 'EXISTS', 'WITHIN', 'REPEATS 9 TIMES', '__proto__', '\u{1f98a}'],
  ...[' FOLLOWEDBY ', "t'2026-01-01T00:00:00Z'", '[*]', '_ref.', '_hex', '(?i)', '\\\\x{110000}'],
];

function mutateText(text: string, random: Random): string {
  const at = random(text.length + 1);
  const piece = PIECES[random(PIECES.length)] as string;
  const cut = random(3) === 0 ? random(6) : 0;
  return text.slice(0, at) + (random(4) === 0 ? '' : piece) + text.slice(at + cut);
}

const VALUES: readonly unknown[] = [
  ...[null, true, 0, -1, 1e308, '', 'x', '\ud800', [], [[]], {}, { type: 'file' }],
  ...['2026-01-01T00:00:00Z', '1'.repeat(300), { constructor: { prototype: 1 } }, 'file--1'],
];

/** Replaces or removes one member somewhere. */
function mutateValue(value: unknown, random: Random): unknown {
  if (typeof value !== 'object' || value === null || random(6) === 0) {
    return VALUES[random(VALUES.length)];
  }
  if (Array.isArray(value)) {
    const at = random(value.length + 1);
    if (random(5) === 0) return value.toSpliced(at, 1);
    return value.map((item, i) => (i === at ? mutateValue(item, random) : item));
  }
  const entries = Object.entries(value);
  const at = random(entries.length + 1);
  if (random(5) === 0) return Object.fromEntries(entries.toSpliced(at, 1));
  return Object.fromEntries(
    entries.map(([key, item], i) => [key, i === at ? mutateValue(item, random) : item]),
  );
}

const CODES = new Set([...Object.keys(PATTERN_ISSUES), ...Object.keys(MATCHING_ISSUES)]);

function examine(pattern: string, given: readonly unknown[], profile: 'strict' | 'intel') {
  const { matched, bindings, issues } = matchPattern(pattern, given, { profile });
  for (const { code, severity, path, message } of issues) {
    assert.ok(CODES.has(code));
    assert.ok(message.length < 600 && path.length < 600);
    assert.ok(['error', 'warning', 'info'].includes(severity));
  }
  if (matched === null)
    assert.ok(
      issues.some(({ severity }) => severity === 'error'),
      pattern,
    );
  assert.equal(bindings.length > 0, matched === true);
  for (const { observed: at, count } of bindings) assert.ok(at < given.length && count > 0);
  return matched;
}

test(`${MUTANTS} mutants of patterns and observations: a result each`, (t) => {
  const random = seeded(SEED);
  const verdicts = new Map<boolean | null, number>();
  for (let i = 0; i < MUTANTS; i++) {
    const seed = seeds[random(seeds.length)] as (typeof seeds)[number];
    let { pattern } = seed;
    let given: unknown = observed[seed.name];
    for (let j = random(3); j > 0; j--) pattern = mutateText(pattern, random);
    for (let j = random(3); j > 0; j--) given = mutateValue(given, random);
    const list = Array.isArray(given) ? given : [given];
    try {
      const matched = examine(pattern, list, random(2) === 0 ? 'strict' : 'intel');
      verdicts.set(matched, (verdicts.get(matched) ?? 0) + 1);
      equivalentPatterns(pattern, seed.pattern);
    } catch (cause) {
      throw new Error(`seed ${SEED}, mutant ${i}: ${JSON.stringify([pattern, list])}`, { cause });
    }
  }
  t.diagnostic([...verdicts].join(' '));
  // Mutation that never breaks anything, or always, would test nothing.
  for (const verdict of [true, false, null]) {
    assert.ok((verdicts.get(verdict) ?? 0) > MUTANTS / 50, `${verdict}`);
  }
});

function events(count: number, object: (i: number) => object, step = 1): unknown[] {
  return Array.from({ length: count }, (_, i) => {
    const at = new Date(1_767_225_600_000 + i * step * 1_000).toISOString();
    return {
      type: 'observed-data',
      first_observed: at,
      last_observed: at,
      number_observed: 1,
      objects: { 0: { type: 'a', ...object(i) } },
    };
  });
}

const plain = (count: number, step = 1) => events(count, (i) => ({ b: 1, i }), step);
const joined = (operator: string, count: number, part = '[a:b = 1]') =>
  new Array(count).fill(part).join(` ${operator} `);
const graph = (() => {
  const ids = Array.from({ length: 200 }, (_, i) => `a--${i}`);
  const nodes = ids.map((id, i) => ({ type: 'a', id, k_refs: ids, b: i }));
  const data = {
    ...(plain(1)[0] as object),
    objects: undefined,
    object_refs: ids,
  };
  return [{ type: 'bundle', objects: [data, ...nodes] }];
})();
const text = (value: string) => events(1, () => ({ b: value }));

const BOMBS: Readonly<Record<string, readonly [string, unknown[], (boolean | null)[]]>> = {
  'more brackets than observations': [joined('AND', 500), plain(499), [false]],
  'as many brackets as observations': [joined('AND', 300), plain(300), [true, null]],
  'a chain that is too long': [joined('FOLLOWEDBY', 100), plain(99), [false]],
  'a chain that fits': [joined('FOLLOWEDBY', 30), plain(30), [true, null]],
  'a chain in the wrong order': [
    Array.from({ length: 12 }, (_, i) => `[a:i = ${12 - i}]`).join(' FOLLOWEDBY '),
    plain(100),
    [false],
  ],
  'many alternatives of pairs': [
    `${joined('AND', 30, '([a:b = 2] OR ([a:b = 1] AND [a:b = 1]))')} AND [a:b = 3]`,
    plain(100),
    [false, null],
  ],
  'REPEATS of a group': [
    '([a:b = 1] FOLLOWEDBY [a:b = 1]) REPEATS 999999999 TIMES',
    plain(9),
    [false],
  ],
  'REPEATS of a group within a count': [
    '([a:b = 1] FOLLOWEDBY [a:b = 1]) REPEATS 100000 TIMES',
    events(3, () => ({ b: 1 })).map((one) => ({
      ...(one as object),
      number_observed: 999_999_999,
    })),
    [null],
  ],
  'nested REPEATS': [
    `${'('.repeat(60)}[a:b = 1]${' REPEATS 9 TIMES)'.repeat(60)}`,
    plain(50),
    [false],
  ],
  'nested WITHIN': [
    Array.from({ length: 12 }, (_, i) => i).reduce(
      (inner, i) => `(${inner} AND [a:i = ${i}]) WITHIN ${i + 1} SECONDS`,
      '[a:b = 1]',
    ),
    plain(60),
    [true, false, null],
  ],
  'WITHIN over many': ['[a:b = 1] REPEATS 50 TIMES WITHIN 10 SECONDS', plain(5_000), [false]],
  'sequence within': [
    '([a:i > 4000] FOLLOWEDBY [a:i < 4000] FOLLOWEDBY [a:b = 1]) WITHIN 10 SECONDS',
    plain(5_000),
    [false, null],
  ],
  'references in circles': [`[a:${'k_refs[*].'.repeat(300)}b = 9999]`, graph, [false, null]],
  'LIKE of many parts': [
    `[a:b LIKE '${'%a'.repeat(5_000)}%b']`,
    text('a'.repeat(200_000)),
    [false, null],
  ],
  'LIKE of any characters': [
    `[a:b LIKE '%${'_a'.repeat(500)}c%']`,
    text('a'.repeat(200_000)),
    [false, null],
  ],
  'nested quantifiers': ["[a:b MATCHES '(a*)*$']", text(`${'a'.repeat(100_000)}!`), [true, false]],
  'overlapping alternatives': [
    "[a:b MATCHES '^(a|a|aa)+$']",
    text(`${'a'.repeat(50_000)}!`),
    [false],
  ],
  'counts of counts': [
    "[a:b MATCHES '((a{10}){10}){10}b']",
    text('a'.repeat(50_000)),
    [false, null],
  ],
  'a large class': [
    `[a:b MATCHES '[${'\\\\x{100}-\\\\x{ffff}'.repeat(500)}]+z']`,
    text('\u0200'.repeat(9_999)),
    [false],
  ],
  'many comparisons': [
    `[${joined('OR', 3_000, 'a:l[*] = 7')}]`,
    events(50, () => ({ l: new Array(2_000).fill(1) })),
    [false, null],
  ],
};

for (const [name, [pattern, given, allowed]] of Object.entries(BOMBS)) {
  test(`bomb: ${name}`, () => {
    const matched = examine(pattern, given, 'strict');
    assert.ok(allowed.includes(matched), `${matched}`);
  });
}

test('a compiled pattern keeps nothing of one list for the next', () => {
  const matcher = compilePattern('[a:b = 1] REPEATS 2 TIMES');
  assert.deepEqual(
    [1, 2, 1, 3].map((count) => matcher.match(plain(count)).matched),
    [false, true, false, true],
  );
});
