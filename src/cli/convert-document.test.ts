/** `cybex convert` as people call it: what is on which stream, and how it ends. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';

const folder = mkdtempSync(join(tmpdir(), 'cybex-convert-'));
after(() => rmSync(folder, { recursive: true }));

const record = join(folder, 'record.json');
const RECORD = {
  schema_version: '1.7.0',
  id: 'GHSA-2345-6789-cfgh',
  modified: '2026-11-20T10:00:00Z',
  summary: 'Gate opens for all',
};
writeFileSync(record, JSON.stringify(RECORD));

function cybex(...args: readonly string[]) {
  const main = join(import.meta.dirname, 'main.js');
  return spawnSync(process.execPath, [main, 'convert', ...args], {
    encoding: 'utf8',
    cwd: folder,
    env: { PATH: process.env.PATH, LANG: 'C' },
  });
}

test('the result is on stdout and nothing else; what was lost is a table on stderr', () => {
  const { stdout, stderr, status } = cybex(record, '--to', 'stix');
  assert.equal(status, 0);
  assert.equal(JSON.parse(stdout).type, 'bundle');
  assert.match(stderr, /^not carried \(1\)\s+why\n\/schema_version {2}/);
  assert.equal(cybex(record, '--to', 'stix').stdout, stdout);
});

test('a report in a file, and a loss as a finding', () => {
  const report = join(folder, 'losses.json');
  const { status } = cybex(record, '--to', 'stix', '--losses', report, '--strict');
  assert.equal(status, 1);
  assert.deepEqual(
    JSON.parse(readFileSync(report, 'utf8')).map(({ path }: { path: string }) => path),
    ['/schema_version'],
  );
});

test('--json is one line with everything in it', () => {
  const { stdout, stderr } = cybex(record, '--to', 'stix', '--json');
  const answer = JSON.parse(stdout);
  assert.equal(answer.format, 'stix-2.1');
  assert.equal(answer.losses.length, 1);
  assert.equal(stderr, '');
});

test('time, namespace and creator are given, or refused with what would be right', () => {
  const creator = 'identity--6f1f2a10-7f7c-4c43-9d0a-20a5b3f0c111';
  const given = ['--now', '2026-11-22T00:00:00Z', '--created-by', creator];
  const { stdout } = cybex(record, '--to', 'stix', ...given);
  const vulnerability = JSON.parse(stdout).objects.find(
    ({ type }: { type: string }) => type === 'vulnerability',
  );
  assert.equal(vulnerability.modified, '2026-11-22T00:00:00.000Z');
  assert.equal(vulnerability.created_by_ref, creator);
  for (const wrong of [
    ['--now', 'today'],
    ['--namespace', 'mine'],
    ['--created-by', 'me'],
  ]) {
    assert.equal(cybex(record, '--to', 'stix', ...wrong).status, 2, wrong.join(' '));
  }
});

test('wrong use ends with 2, what cannot be converted with 1', () => {
  assert.equal(cybex('nothing.json', '--to', 'stix').status, 2);
  assert.equal(cybex(record, '--to', 'pdf').status, 2);
  assert.equal(cybex(record, '--to', 'stix', '--losses', join(folder, 'no', 'x')).status, 2);
  const other = cybex(record, '--to', 'openvex');
  assert.equal(other.status, 1);
  assert.equal(other.stdout, '');
  assert.match(other.stderr, /bridge-pair/);
});
