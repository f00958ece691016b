/** Every verdict of the corpus stix-patterns, or a row of the divergences. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { MATCHING_DIVERGENCES } from './divergences.ts';
import { matchPattern } from './index.ts';

const CORPUS = join(process.env.CYBEX_CORPORA ?? '../shared/corpora', 'stix-patterns');
const VERDICTS = new Map<boolean | null, string>([
  [true, 'match'],
  [false, 'nomatch'],
  [null, 'error'],
]);

interface MatchingCase {
  readonly id: string;
  readonly pattern: string;
  readonly observed: string;
  readonly expected: 'match' | 'nomatch' | 'error';
}

function read<T>(name: string): T {
  return JSON.parse(readFileSync(join(CORPUS, name), 'utf8')) as T;
}

test('every verdict of matching.json, or a reason', (t) => {
  if (!existsSync(CORPUS)) return t.skip('corpus stix-patterns absent: set CYBEX_CORPORA');
  const observations = read<Record<string, unknown[]>>('observations.json');
  const cases = read<MatchingCase[]>('matching.json');
  assert.ok(cases.length > 280);
  const explained = new Set(MATCHING_DIVERGENCES.map((row) => row.case));
  const wrong: string[] = [];
  for (const { id, pattern, observed, expected } of cases) {
    const result = matchPattern(pattern, observations[observed] as unknown[]);
    const verdict = VERDICTS.get(result.matched);
    const agrees = verdict === expected;
    if (agrees === explained.has(id)) wrong.push(`${id}: ${verdict} ${JSON.stringify(result)}`);
    if (result.matched === true) assert.ok(result.bindings.length > 0, id);
    if (result.matched === null) assert.ok(result.issues.length > 0, id);
  }
  assert.deepEqual(wrong, []);
});
