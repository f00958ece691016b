/** `cybex match`: hits, exit codes, and what is not told in silence. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

const ROOT = join(import.meta.dirname, '../../..');
const FIXTURES = 'fixtures/pattern';
const EVENTS = `${FIXTURES}/events.json`;

function cybex(words: readonly string[], input = '') {
  const main = join(ROOT, 'dist/src/cli/main.js');
  const environment = { ...process.env, LANG: 'C', NO_COLOR: '1' };
  const options = { cwd: ROOT, encoding: 'utf8' as const, input, env: environment };
  return spawnSync(process.execPath, [main, 'match', ...words], options);
}

function lines(stdout: string): { matched: boolean | null; hits: unknown[][]; id?: string }[] {
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

test('indicators against observed data: hits are findings', () => {
  const { status, stdout, stderr } = cybex([`${FIXTURES}/indicators.json`, EVENTS]);
  assert.equal(status, 1, stderr);
  assert.match(stdout, /Command server/);
  assert.doesNotMatch(stdout, /Dropper|Never seen/);
  assert.match(stderr, /another pattern language/);
  assert.match(stderr, /1 hit of 4 patterns in 4 observations/);
});

test('the profile intel finds other spellings, and the JSON says which it needed', () => {
  const words = [`${FIXTURES}/indicators.json`, EVENTS, '--profile', 'intel', '--json'];
  const { status, stdout } = cybex([...words, '--exit-zero']);
  assert.equal(status, 0);
  const verdicts = lines(stdout);
  assert.deepEqual(
    verdicts.map(({ matched }) => matched),
    [true, true, true, false],
  );
  assert.equal(verdicts[0]?.hits.length, 2);
  assert.equal(verdicts[2]?.hits[0]?.length, 2);
  assert.match(stdout, /"profile":"intel"/);
});

test('nothing matched is exit 0, wrong use 2, what cannot be told 3', () => {
  assert.equal(cybex(["[url:value = 'x']", EVENTS]).status, 0);
  assert.equal(cybex(['[url:value = ', EVENTS]).status, 2);
  assert.equal(cybex(["[url:value = 'x']", 'absent.json']).status, 2);
  assert.equal(cybex([EVENTS, EVENTS]).status, 2);
  assert.equal(cybex(["[url:value = 'x']", '-'], 'no JSON').status, 2);
  const { status, stderr } = cybex(["[url:value MATCHES '(?=h)']", EVENTS]);
  assert.equal(status, 3);
  assert.match(stderr, /regex-unsupported/);
});

test('observed data on each line of stdin', () => {
  const at = '2026-01-01T00:00:00Z';
  const line = (value: string) =>
    JSON.stringify({
      type: 'observed-data',
      first_observed: at,
      last_observed: at,
      number_observed: 1,
      objects: { 0: { type: 'url', value } },
    });
  const { status, stdout } = cybex(
    ["[url:value = 'b']", '-', '--json'],
    `${line('a')}\n${line('b')}\n`,
  );
  assert.equal(status, 1);
  assert.match(stdout, /"observed":1/);
});

test('revoked indicators are not matched, and that is said', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cybex-match-'));
  const file = join(folder, 'revoked.json');
  writeFileSync(file, JSON.stringify({ type: 'indicator', id: 'indicator--1', revoked: true }));
  const { status, stderr } = cybex([file, EVENTS]);
  rmSync(folder, { recursive: true });
  assert.equal(status, 0);
  assert.match(stderr, /indicator--1 is revoked/);
});
