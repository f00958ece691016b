/** The engine against the truth table, row by row. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TRUTH } from './index.test.table.ts';
import { faultOf, judge } from './judge.test.fixture.ts';

/** Verdicts that say: not hit. */
const NEGATIVE = new Set(['not_affected', 'fixed', 'silent', 'candidate', 'ignored']);

test('the table has at least 400 rows, of which 150 are negative', () => {
  assert.ok(TRUTH.length >= 400, `${TRUTH.length} rows`);
  const negative = TRUTH.filter(({ verdict }) => NEGATIVE.has(verdict));
  assert.ok(negative.length >= 150, `${negative.length} negative rows`);
});

test('what is hit, open or without data is the same where nobody asks what is well', () => {
  for (const row of TRUTH) {
    const [told, short] = [judge(row), judge(row, false)];
    // Closed by a VEX or a rule is listed in both.
    const well = told.verdict === 'not_affected' || told.verdict === 'fixed';
    const wanted = well && short.verdict === 'silent' ? short : told;
    assert.deepEqual(short, wanted, `${row.component} | ${row.statement}`);
  }
});

test('no row stands twice', () => {
  const written = TRUTH.map((row) => `${row.group} | ${row.component} | ${row.statement}`);
  const twice = written.filter((text, i) => written.indexOf(text) !== i);
  assert.deepEqual(twice, []);
});

for (const group of new Set(TRUTH.map((row) => row.group))) {
  test(`truth: ${group}`, () => {
    const faults = TRUTH.filter((row) => row.group === group).flatMap((row) => faultOf(row) ?? []);
    assert.deepEqual(faults, []);
  });
}
