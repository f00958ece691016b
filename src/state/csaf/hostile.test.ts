/** Hostile documents: mutants of every kind, depth, breadth, giant numbers and endless words. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isJsonObject, readJson } from '../../core/json/index.ts';
import { LIMITS } from '../../core/limits.ts';
import { changed, type Json, newer, older } from './cases.test.fixture.ts';
import { CASES } from './cases.test.table.ts';
import { type CsafReport, checkCsaf } from './check.ts';
import { convertCsaf } from './convert/convert.ts';
import { csafMarkings } from './facts/distribution.ts';
import { csafFacts } from './facts/facts.ts';
import { csafIdentity } from './facts/identity.ts';
import { csafScores } from './facts/scores.ts';
import { fixCsaf } from './fix/fix.ts';

/** Numbers that look random and come again (mulberry32). */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

const ODD: readonly string[] = [
  ...[
    'null',
    'true',
    '-0',
    '1e400',
    '1e-400',
    '9'.repeat(400),
    '""',
    '[]',
    '{}',
    '[[]]',
    '"__proto__"',
  ],
  ...[
    '{"__proto__":{"a":1}}',
    '{"constructor":{"prototype":1}}',
    '"\\u0000"',
    '"\\ud800"',
    '"9999-12-31T23:59:60Z"',
  ],
  ...[
    '"vers:npm/>=1|<2"',
    '">=1|<2"',
    '"CVSS:4.0/AV:N"',
    '"cpe:2.3:a:*"',
    '"pkg:npm/%00"',
    '"ffffffff-ffff-ffff-ffff-ffffffffffff"',
  ],
  `"${'a'.repeat(5_000)}"`,
  `"${'1.'.repeat(2_000)}1"`,
  `"vers:npm/${'>=1|'.repeat(800)}<2"`,
  `${'['.repeat(100)}${']'.repeat(100)}`,
  `${'['.repeat(200)}${']'.repeat(200)}`,
];

/** One to four faults: bytes turned, cut, doubled; values put in the place of others. */
function mutant(text: string, next: (below: number) => number): string {
  let made = text;
  for (let left = 1 + next(4); left > 0; left--) {
    const at = next(made.length);
    const end = Math.min(made.length, at + 1 + next(30));
    const kind = next(6);
    if (kind === 0) made = made.slice(0, at) + String.fromCharCode(next(256)) + made.slice(at + 1);
    else if (kind === 1) made = made.slice(0, at) + made.slice(end);
    else if (kind === 2) made = made.slice(0, end) + made.slice(at);
    else if (kind === 3) made = inPlace(made, at, ODD[next(ODD.length)] as string);
    else if (kind === 4) made = inPlace(made, at, valueAfter(made, next(made.length)));
    else made = made.slice(0, at) + (ODD[next(ODD.length)] as string) + made.slice(at);
  }
  return made;
}

/** Puts a value in the place of the text or number that follows. */
function inPlace(text: string, from: number, value: string): string {
  const found = VALUE.exec(text.slice(from));
  if (found === null) return text;
  const at = from + found.index + 1;
  return text.slice(0, at) + value + text.slice(at + (found[1] ?? '').length);
}

function valueAfter(text: string, from: number): string {
  return VALUE.exec(text.slice(from))?.[1] ?? 'null';
}

const VALUE = /[:,[]("[^"]*"|-?\d+(?:\.\d+)?)/;

/** What every report promises, whatever it was given. */
function sound(report: CsafReport): void {
  const failed = report.tests.some(
    ({ group, result }) => result === 'failed' && (group === 'mandatory' || group === 'schema'),
  );
  assert.equal(
    report.valid,
    report.version !== '' && !failed && report.issues.every(({ severity }) => severity !== 'error'),
  );
  for (const { result, reason, issues, clause } of report.tests) {
    assert.equal(result === 'notRun', reason !== undefined);
    assert.ok(clause.startsWith('CSAF 2.'));
    for (const { path, message } of issues) assert.ok(/^(?:\/|$)/.test(path) && message !== '');
  }
}

test('10,000 mutants of documents of both versions are answered, never thrown at', () => {
  const next = random(20261122);
  const ids = Object.keys(CASES);
  let read = 0;
  let valid = 0;
  for (let i = 0; i < 10_000; i++) {
    // Mutants of the cases reach the places that one right document has not.
    const cases = CASES[ids[next(ids.length)] as string];
    const changes = [...(cases?.fail ?? []), ...(cases?.pass ?? [])];
    const made = changed(newer(), changes[next(changes.length)] ?? {});
    const text = mutant(JSON.stringify(next(2) === 0 ? older(made) : made), next);
    const report = checkCsaf(text);
    sound(report);
    if (report.version !== '') read++;
    if (report.valid) valid++;
    const root = readJson(text);
    if (root.ok && isJsonObject(root.value)) {
      csafIdentity(root.value);
      csafFacts(root.value);
      csafMarkings(root.value);
      csafScores(root.value);
    }
    if (i % 10 === 0) fixCsaf(text);
    if (i % 10 === 5) convertCsaf(text);
  }
  // The mutants are near enough to documents to tell something.
  assert.ok(read > 2_000 && valid > 100 && valid < read, `${read} read, ${valid} valid`);
});

const TREE = '/product_tree/branches';
const leaf = (id: string): Json => ({
  category: 'product_version',
  name: id,
  product: { name: id, product_id: id },
});

function answered(text: string): CsafReport {
  const report = checkCsaf(text, { tests: ['basic'] });
  sound(report);
  return report;
}

test('100,000 branches are legal', () => {
  const branches = Array.from({ length: 100_000 }, (_, i) => leaf(`P${i}`));
  const report = answered(
    JSON.stringify(
      changed(newer(), {
        [TREE]: branches,
        '/product_tree/product_groups': undefined,
        '/product_tree/product_paths': undefined,
        '/vulnerabilities': undefined,
      }),
    ),
  );
  assert.equal(
    report.valid,
    true,
    JSON.stringify(report.tests.filter(({ result }) => result === 'failed')).slice(0, 500),
  );
});

test('branches nested beyond the depth of JSON are refused, up to it they are answered', () => {
  const nested = (levels: number): string => {
    const open = '{"category":"product_family","name":"x","branches":[';
    return `${open.repeat(levels)}${JSON.stringify(leaf('X'))}${']}'.repeat(levels)}`;
  };
  const made = (levels: number) =>
    JSON.stringify(changed(newer(), { [TREE]: ['@'] })).replace('"@"', nested(levels));
  assert.equal(answered(made(40)).version, '2.1');
  for (const levels of [200, 100_000]) {
    const report = answered(made(levels));
    assert.equal(report.valid, false);
    assert.equal(report.issues[0]?.code, 'json-depth');
  }
});

test('giant numbers are no scores, and break nothing', () => {
  for (const number of ['1e400', '-1e400', '9'.repeat(10_000), '0.'.padEnd(10_000, '1')]) {
    const text = JSON.stringify(newer()).replace('9.8', number);
    const report = answered(text);
    assert.equal(report.valid, false, number.slice(0, 10));
  }
});

/** Places for long words: each is looked at by a pattern or a reader. */
const LONG: readonly (readonly [place: string, word: (length: number) => Json])[] = [
  ['/document/title', (n) => 'a '.repeat(n / 2)],
  ['/document/category', (n) => `${'a-'.repeat(n / 2)}a`],
  ['/document/lang', (n) => `en${'-abcdefgh'.repeat(n / 9)}`],
  ['/document/license_expression', (n) => `${'('.repeat(n / 2)}MIT${')'.repeat(n / 2)}`],
  ['/document/license_expression', (n) => `MIT${' OR MIT'.repeat(n / 7)}`],
  ['/document/tracking/version', (n) => `1.0.0-${'a.'.repeat(n / 2)}a`],
  ['/document/tracking/id', (n) => `a${' '.repeat(n)}a`],
  ['/document/tracking/current_release_date', (n) => `2024-01-01T00:00:00.${'0'.repeat(n)}Z`],
  ['/document/publisher/namespace', (n) => `https://example.com/${'%41'.repeat(n / 3)}`],
  [
    '/product_tree/branches/0/branches/0/branches/0/name',
    (n) => `vers:npm/${'>=1|<2|'.repeat(n / 7)}3`,
  ],
  ['/product_tree/branches/0/branches/0/branches/0/name', (n) => `${'before '.repeat(n / 7)}1`],
  [
    '/product_tree/full_product_names/0/product_identification_helper/cpe',
    (n) => `cpe:2.3:a:${'\\!'.repeat(n / 2)}:b:1:*:*:*:*:*:*:*`,
  ],
  [
    '/product_tree/full_product_names/0/product_identification_helper/cpe',
    (n) => `cpe:/a${':%01'.repeat(n / 4)}`,
  ],
  [
    '/product_tree/full_product_names/0/product_identification_helper/purls',
    (n) => [`pkg:npm/${'a/'.repeat(n / 2)}b@1`],
  ],
  [
    '/product_tree/full_product_names/0/product_identification_helper/model_numbers',
    (n) => ['*?\\'.repeat(n / 3)],
  ],
  ['/vulnerabilities/0/cve', (n) => `CVE-2024-${'1'.repeat(n)}`],
  [
    '/vulnerabilities/0/metrics/0/content/cvss_v3/vectorString',
    (n) => `CVSS:3.1${'/AV:N'.repeat(n / 5)}`,
  ],
];

// A quadratic look at a million characters takes minutes: the test would not end in its time.
test('words of a megabyte are looked at in their length, not in its square', {
  timeout: 60_000,
}, () => {
  for (const [place, word] of LONG) {
    const report = answered(JSON.stringify(changed(newer(), { [place]: word(1_000_000) })));
    assert.equal(report.version, '2.1', place);
  }
});

test('what would multiply is bounded: groups of groups of products', () => {
  const ids = Array.from({ length: 3_000 }, (_, i) => `P${i}`);
  const groups = Array.from({ length: 3_000 }, (_, i) => ({ group_id: `G${i}`, product_ids: ids }));
  const all = groups.map(({ group_id }) => group_id);
  const root = changed(newer(), {
    [TREE]: ids.map(leaf),
    '/product_tree/product_groups': groups as unknown as Json,
    '/vulnerabilities/0/remediations': Array.from({ length: 30 }, () => ({
      category: 'workaround',
      details: 'x',
      group_ids: all,
    })) as unknown as Json,
  });
  const report = answered(JSON.stringify(root));
  assert.ok(report.tests.some(({ result, reason }) => result === 'notRun' && reason !== undefined));
});

test('more than the bound is refused before it is read', () => {
  const report = checkCsaf(new Uint8Array(64), { maxBytes: 32 });
  assert.equal(report.issues[0]?.code, 'json-size');
  assert.ok(LIMITS.csaf.documentBytes >= 150 * 1024 * 1024);
});
