import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkStix } from './check.ts';
import { STIX_ISSUES, type StixIssueCode } from './issues.ts';
import type { StixOptions } from './profile.ts';
import { TABLES } from './tables/index.ts';

const FIXTURES = 'fixtures/stix';

interface Row {
  readonly file: string;
  readonly code: StixIssueCode;
  readonly severity: string;
  readonly clause: string;
  readonly path: string;
  readonly options?: StixOptions;
}

function read(name: string): unknown {
  return JSON.parse(readFileSync(join(FIXTURES, name), 'utf8'));
}

const index = read('index.json') as { valid: string[]; invalid: Row[] };

test('the index lists every file once', () => {
  for (const folder of ['valid', 'invalid'] as const) {
    const listed = index[folder].map((row) => (typeof row === 'string' ? row : row.file));
    const files = readdirSync(join(FIXTURES, folder)).map((file) => `${folder}/${file}`);
    assert.deepEqual([...listed].sort(), files.sort());
  }
});

test('every finding has a fixture', () => {
  const shown = new Set(index.invalid.map((row) => row.code));
  const missing = (Object.keys(STIX_ISSUES) as StixIssueCode[]).filter((code) => !shown.has(code));
  assert.deepEqual(missing, []);
});

test('every object type has a valid fixture', () => {
  const shown = new Set(index.valid.map((file) => (read(file) as { type: string }).type));
  assert.deepEqual(
    [...TABLES.keys()].filter((type) => !shown.has(type)),
    [],
  );
});

for (const file of index.valid) {
  test(`${file} has no finding, not even when strict`, () => {
    assert.deepEqual(checkStix(read(file), { strict: true }), []);
  });
}

for (const row of index.invalid) {
  test(`${row.file}: ${row.code} at ${row.path.slice(0, 60) || 'the root'}`, () => {
    const issues = checkStix(read(row.file), row.options);
    const found = issues.find(({ code, path }) => code === row.code && path === row.path);
    assert.ok(found, JSON.stringify(issues));
    assert.equal(found.severity, row.severity);
    assert.equal(found.clause, row.clause);
    // One thing is wrong in each file: no error besides the one meant.
    const others = issues.filter(({ code, severity }) => severity === 'error' && code !== row.code);
    assert.deepEqual(others, []);
  });
}
