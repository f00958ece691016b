/**
 * Hostile input: 10,000 mutants of our own patterns and the bombs that a grammar invites. Nothing
 * but a result escapes, in bounded time. `CYBEX_MUTANTS` and `CYBEX_SEED` choose another run.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkPattern, formatPattern, inspect, PATTERN_ISSUES, parsePattern } from './index.ts';

const MUTANTS = Number(process.env.CYBEX_MUTANTS ?? 10_000);
const SEED = Number(process.env.CYBEX_SEED ?? 20_251_121);
const FIXTURES = join(import.meta.dirname, '../../../../fixtures/pattern');

const seeds = ['valid.tsv', 'invalid.tsv'].flatMap((name) =>
  readFileSync(join(FIXTURES, name), 'utf8')
    .split('\n')
    .filter((line) => line.includes('\t') && !line.startsWith('# '))
    .map((line) => line.split('\t')[2] as string),
);

/** Mulberry32: 32 bits of state are plenty for choosing mutations, and a seed repeats them. */
function generator(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const ALPHABET = [
  ...`[]()'".,:*<>=!\\-+/ 0915eEabhtxNOTAD_`,
  '\u0000\n\r\u2028\ud800\udc00\ufeff日🦊',
  ...['AND', 'OR', 'NOT', 'IN', 'EXISTS', 'WITHIN', 'START', "t'", "h'", "b'", '/*', '*/', '//'],
  ...['__proto__', 'constructor', '9'.repeat(400), '('.repeat(130), '['.repeat(130)],
];

function mutate(text: string, random: (below: number) => number): string {
  const at = random(text.length + 1);
  const length = random(8);
  switch (random(6)) {
    case 0:
      return text.slice(0, at) + text.slice(at + length);
    case 1:
      return text.slice(0, at) + ALPHABET[random(ALPHABET.length)] + text.slice(at);
    case 2:
      return text.slice(0, at) + ALPHABET[random(ALPHABET.length)] + text.slice(at + length);
    case 3:
      return text.slice(0, at) + text.slice(at, at + 30).repeat(random(40)) + text.slice(at);
    case 4:
      return text.slice(0, at) + (seeds[random(seeds.length)] as string).slice(random(20));
    default:
      return text.slice(0, at);
  }
}

function examine(text: string): void {
  const issues = checkPattern(text);
  for (const issue of issues) {
    assert.ok(Object.hasOwn(PATTERN_ISSUES, issue.code));
    assert.ok(issue.position.offset >= 0 && issue.position.offset <= text.length);
    assert.ok(issue.position.line >= 1 && issue.position.column >= 1);
    assert.ok(issue.message.length < 600, issue.message);
  }
  const parsed = parsePattern(text);
  assert.equal(parsed.ok, !parsed.issues.some(({ severity }) => severity === 'error'));
  if (!parsed.ok) return;
  const canonical = formatPattern(parsed.value);
  const again = parsePattern(canonical);
  assert.ok(again.ok, `${text}\n${canonical}`);
  assert.equal(formatPattern(again.value), canonical);
  assert.deepEqual(inspect(again.value), inspect(parsed.value));
}

test(`${MUTANTS} mutants of our patterns: a result each`, () => {
  const random = generator(SEED);
  let invalid = 0;
  for (let i = 0; i < MUTANTS; i++) {
    let text = seeds[random(seeds.length)] as string;
    for (let count = random(3); count >= 0; count--) text = mutate(text, random);
    try {
      examine(text);
    } catch (error) {
      throw new Error(`seed ${SEED}, mutant ${i}: ${JSON.stringify(text)}`, { cause: error });
    }
    if (!parsePattern(text).ok) invalid++;
  }
  // Mutation that never breaks anything, or always, would test nothing.
  assert.ok(invalid > MUTANTS / 4 && invalid < MUTANTS * 0.98, `${invalid} of ${MUTANTS} invalid`);
});

const FULL = 65_500;

function fill(before: string, unit: string, after: string): string {
  return (
    before + unit.repeat(Math.floor((FULL - before.length - after.length) / unit.length)) + after
  );
}

const BOMBS: Readonly<Record<string, string>> = {
  parentheses: fill('', '(', ''),
  brackets: fill('', '[', ''),
  'inner parentheses': fill('[', '(', ''),
  'open strings': fill('', "'", ''),
  escapes: fill("[foo:bar = '", '\\\\', "']"),
  'odd escapes': fill("[foo:bar = '", '\\', "']"),
  comments: fill('', '/**/', '[foo:bar = 1]'),
  'open comments': fill('', '/*', ''),
  'line feeds': fill('', '\n', '!'),
  NOT: fill('[foo:bar ', 'NOT ', '= 1]'),
  'qualifiers of one type': fill('[foo:bar = 1]', ' REPEATS 2 TIMES', ''),
  'qualifiers on a group': fill('([foo:bar = 1])', ' REPEATS 2 TIMES', ''),
  'path steps': fill('[foo:bar', '[*]', ' = 1]'),
  'long path': fill('[foo:bar', '.a', ' = 1]'),
  'operators of types': fill('[aaa:b = 1', ' AND aab:b = 1', ']'),
  'bad constants': fill("[foo:bar IN (h'1'", ",h'1'", ')]'),
  'mixed set': fill('[foo:bar IN (1', ",'a',1", ')]'),
  'many hashes': fill('[file:hashes.MD5 IN (1', ",'a'", ')]'),
  'long number': fill('[foo:bar = ', '9', ']'),
  'long fraction': fill('[foo:bar = 0.', '0', '1]'),
  'long timestamp': fill("[foo:bar = t'2014-01-13T07:03:17.", '0', "1Z']"),
  'long hex': fill("[foo:bar = h'", 'ff', "']"),
  'long base64': fill("[foo:bar = b'", 'AAAA', "']"),
  'base64 with line feeds': fill("[foo:bar = b'", '\r\n', "']"),
  'open regex classes': fill("[foo:bar MATCHES '", '[:', "']"),
  'nested regex classes': fill("[foo:bar MATCHES '", '[[', "']"),
  'regex flags': fill("[foo:bar MATCHES '", '(?a', "']"),
  'regex quotes': fill("[foo:bar MATCHES '", '\\\\Q', "']"),
  'regex quantifiers': fill("[foo:bar MATCHES 'a", '+', "']"),
  'wildcards of LIKE': fill("[foo:bar LIKE '", '%', "']"),
  'address groups': fill("[ipv6-addr:value ISSUBSET '", '::', "']"),
  'address digits': fill("[ipv4-addr:value ISSUBSET '1.1.1.", '1', "']"),
  'prefix digits': fill("[ipv4-addr:value ISSUBSET '1.1.1.1/", '0', "']"),
  'surrogate halves': fill("[foo:bar = '", '\ud800', "']"),
  'more than the bound': '['.repeat(2_000_000),
};

for (const [name, text] of Object.entries(BOMBS)) {
  test(`bomb: ${name}`, () => {
    const start = process.cpuUsage();
    examine(text);
    const { user, system } = process.cpuUsage(start);
    assert.ok(user + system < 4_000_000, `${(user + system) / 1000} ms`);
  });
}

test('a flood of remarks does not hide an error, nor grow without bound', () => {
  const remarks = '[foo:bar == 1] AND '.repeat(1_000);
  const issues = checkPattern(`${remarks}[foo:bar = h'1']`);
  assert.ok(issues.length <= 200);
  assert.equal(issues.at(-1)?.code, 'hex-invalid');
});
