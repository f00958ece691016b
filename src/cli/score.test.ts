/** `cybex score` as people and programs run it. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';

const MAIN = join(import.meta.dirname, 'main.js');
const V31 = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H';
const V4 = 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H';
const CWSS =
  '(TI:H,0.9/AP:A,1.0/AL:A,1.0/IC:N,1.0/FC:T,1.0/RP:L,0.9/RL:A,1.0/AV:I,1.0/AS:N,1.0/IN:T,0.9/SC:A,1.0/BI:C,1.0/DI:H,1.0/EX:H,1.0/EC:N,1.0/P:NA,1.0)';

function cybex(words: readonly string[], input = '') {
  const environment = { ...process.env, LANG: 'C', LC_ALL: 'C' };
  return spawnSync(process.execPath, [MAIN, 'score', ...words], {
    encoding: 'utf8',
    input,
    env: environment,
  });
}

test('scores for people: one block a vector', () => {
  const { status, stdout, stderr } = cybex([V31, V4, CWSS, 'AV:N/AC:L/Au:N/C:N/I:N/A:C']);
  assert.deepEqual([status, stderr], [0, '']);
  assert.deepEqual(stdout.trim().split('\n'), [
    `9.8  Critical  CVSS-B  ${V31}`,
    '  base 9.8  temporal 9.8  environmental 9.8  impact 5.9  exploitability 3.9',
    `10.0  Critical  CVSS-B  ${V4}`,
    '  macro vector 000100',
    `92.6  CWSS  ${CWSS}`,
    '  base 96  attack surface 0.965  environmental 1',
    '7.8  High  CVSS-B  AV:N/AC:L/Au:N/C:N/I:N/A:C',
    '  base 7.8  temporal 7.8  environmental 7.8  impact 6.9  exploitability 10.0',
  ]);
});

test('what if, and what it rests on', () => {
  const { stdout } = cybex([V31, '--if', 'E:U/MAV:P', '--explain']);
  const lines = stdout.split('\n');
  assert.match(lines[2] ?? '', /^ {2}if {2}6\.2 {2}Medium {2}-3\.6 {2}CVSS:3\.1\/.*\/E:U\/MAV:P$/);
  assert.match(lines[3] ?? '', /metric.*costs.*else/);
  assert.match(stdout, /AV:N +Attack Vector: Network +3\.0 +P 6\.8, /);
});

test('faults: exit 1, the place, the rest is scored all the same', () => {
  const { status, stdout, stderr } = cybex(['CVSS:3.1/AV:N/AC:L/PR:N/ui:N/S:U/C:H/I:H/A:H', V31]);
  assert.equal(status, 1);
  assert.match(stdout, /^9\.8 /);
  assert.match(stderr, /Did you mean UI\? \(character 25\) \[cvss-metric-unknown, CVSS 3\.1 §6\]/);
  assert.match(stderr, /what to do: /);
});

test('a remark does not fail, a change that is not possible does', () => {
  assert.equal(cybex(['(AV:N/AC:L/Au:N/C:N/I:N/A:C)']).status, 0);
  assert.equal(cybex([V31, '--if', 'AV:X']).status, 1);
  assert.equal(cybex([V31, '--if', 'nonsense']).status, 2);
  assert.equal(cybex([]).status, 2);
});

test('for programs: one line of JSON a vector, also from stdin', () => {
  const { status, stdout, stderr } = cybex(['-', '--json', '--if', 'E:U'], `${V31}\n\nno\n${V4}\n`);
  assert.deepEqual([status, stderr], [1, '']);
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.deepEqual(
    lines.map(({ vector, version, score, severity, name }) => [
      vector,
      version,
      score,
      severity,
      name,
    ]),
    [
      [V31, '3.1', 9.8, 'Critical', 'CVSS-B'],
      ['no', undefined, null, undefined, undefined],
      [V4, '4.0', 10, 'Critical', 'CVSS-B'],
    ],
  );
  assert.deepEqual(lines[0].whatIf, {
    vector: `${V31}/E:U`,
    score: 9,
    severity: 'Critical',
    delta: -0.8,
  });
  assert.ok(lines[1].issues.length > 0);
});
