/**
 * The matcher against the brute force on random patterns and observations. `CYBEX_PAIRS` and
 * `CYBEX_SEED` choose another run; endurance asks for 100,000 pairs.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsePattern } from '../parse.ts';
import { bruteMatch, TooLarge } from './brute.test.fixture.ts';
import { generateCase, seeded } from './generate.test.fixture.ts';
import { matchPattern } from './index.ts';

const PAIRS = Number(process.env.CYBEX_PAIRS ?? 1_500);
const SEED = Number(process.env.CYBEX_SEED ?? 20_261_122);

test(`${PAIRS} random pairs: the verdict of the brute force`, (t) => {
  const counts = new Map<boolean | null, number>();
  let skipped = 0;
  for (let i = 0; i < PAIRS; i++) {
    const { pattern, observed, plain } = generateCase(seeded(SEED + i));
    const parsed = parsePattern(pattern);
    assert.ok(parsed.ok, pattern);
    const expected = tryBrute(parsed.value.expression, plain);
    if (expected === undefined) {
      skipped++;
      continue;
    }
    const { matched, bindings, issues } = matchPattern(pattern, observed);
    if (matched === null && issues.some(({ code }) => code === 'match-steps')) {
      skipped++;
      continue;
    }
    const message = `seed ${SEED + i}: ${pattern}\n${JSON.stringify(observed)}`;
    assert.equal(matched, expected, message);
    assert.equal(bindings.length > 0, matched === true, message);
    counts.set(matched, (counts.get(matched) ?? 0) + 1);
  }
  const shown = [...counts].map(([verdict, count]) => `${verdict} ${count}`).join(', ');
  t.diagnostic(`${shown}, too large ${skipped}`);
  // A generator that hardly ever matches, or is hardly ever tried, would test nothing.
  assert.ok((counts.get(true) ?? 0) > PAIRS * 0.3, shown);
  assert.ok((counts.get(null) ?? 0) > 0, shown);
  assert.ok(skipped < PAIRS / 50, `${skipped}`);
});

function tryBrute(...args: Parameters<typeof bruteMatch>): boolean | null | undefined {
  try {
    return bruteMatch(...args);
  } catch (error) {
    if (error instanceof TooLarge) return undefined;
    throw error;
  }
}
