import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PATTERN_MATCH_DIVERGENCES, PATTERN_MATCH_ISSUES } from './index.ts';

test('every row of findings is written as sentences', () => {
  for (const [code, row] of Object.entries(PATTERN_MATCH_ISSUES)) {
    assert.match(code, /^[a-z]+(-[a-z]+)*$/);
    assert.match(row.clause, /^(STIX 2\.[01]|CYBEX limits)/);
    assert.match(row.meaning, /^[A-Z].*\.$/, code);
    assert.match(row.remedy, /[.]$/, code);
  }
});

test('every divergence cites a clause and says why in sentences', () => {
  for (const { clause, why } of PATTERN_MATCH_DIVERGENCES) {
    assert.match(clause, /^STIX 2\.1 §/);
    assert.match(why, /\.$/);
  }
});
