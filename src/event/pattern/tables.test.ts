import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { PATTERN_CONFORMANCE, PATTERN_DIVERGENCES, PATTERN_ISSUES } from './index.ts';

const OWN: ReadonlySet<string> = new Set(['too-large', 'too-many-nodes', 'too-deep', 'comment']);
const codes = Object.keys(PATTERN_ISSUES);

test('every finding answers a clause, or is a bound or remark of our own', () => {
  const answered = new Set<string>(PATTERN_CONFORMANCE.flatMap((row) => row.codes));
  assert.deepEqual(
    codes.filter((code) => !answered.has(code) && !OWN.has(code)),
    [],
  );
});

test('every row of findings is written as sentences', () => {
  for (const [code, row] of Object.entries(PATTERN_ISSUES)) {
    assert.match(code, /^[a-z]+(-[a-z]+)*$/);
    assert.match(row.clause, /^(STIX 2\.[01]|CYBEX limits)/);
    assert.match(row.meaning, /^[A-Z].*\.$/, code);
    assert.match(row.remedy, /[.]$/, code);
  }
});

test('every finding has a case in the fixtures, save those that need a large one', () => {
  const folder = join(import.meta.dirname, '../../../../fixtures/pattern');
  const text = ['valid.tsv', 'invalid.tsv']
    .map((f) => readFileSync(join(folder, f), 'utf8'))
    .join();
  const large = ['too-large', 'too-many-nodes', 'too-deep', 'not-unicode'];
  const seen = new Set(text.split(/[\t\n,]/));
  assert.deepEqual(
    codes.filter((code) => !seen.has(code)),
    large,
  );
});

test('every divergence names a finding, or says that the pattern is valid here', () => {
  for (const { ours } of PATTERN_DIVERGENCES) {
    assert.ok(ours.startsWith('valid') || codes.includes(ours), ours);
  }
});
