import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MATCHING_CONFORMANCE, MATCHING_DIVERGENCES, MATCHING_ISSUES } from './index.ts';

test('every row of findings is written as sentences', () => {
  for (const [code, row] of Object.entries(MATCHING_ISSUES)) {
    assert.match(code, /^[a-z]+(-[a-z]+)*$/);
    assert.match(row.clause, /^(STIX 2\.[01]|CYBEX limits)/);
    assert.match(row.meaning, /^[A-Z].*\.$/, code);
    assert.match(row.remedy, /[.]$/, code);
  }
});

test('every divergence cites a clause and says why in sentences', () => {
  for (const { clause, why } of MATCHING_DIVERGENCES) {
    assert.match(clause, /^STIX 2\.1 §/);
    assert.match(why, /\.$/);
  }
});

test('every finding answers a clause, or is a bound of our own', () => {
  const answered = new Set<string>(MATCHING_CONFORMANCE.flatMap((row) => row.codes));
  assert.deepEqual(
    Object.keys(MATCHING_ISSUES).filter((code) => !answered.has(code)),
    ['match-terms'],
  );
});
