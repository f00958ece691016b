import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { cvssMetrics, formatCvss, parseCvss, scoreCvss } from './index.ts';
import type { CvssVersion } from './metric.ts';
import { jsonWord } from './titles.ts';

const CORPUS = join(process.env.CYBEX_CORPORA ?? '../shared/corpora', 'cvss');
const ABSENT = 'corpus cvss absent: set CYBEX_CORPORA';
const CASES: readonly (readonly [version: CvssVersion, count: number])[] = [
  ['2.0', 729],
  ['3.0', 2_592],
  ['3.1', 2_592],
  ['4.0', 1_058],
];

function rows(name: string): string[][] {
  const [, ...lines] = readFileSync(join(CORPUS, name), 'utf8').trim().split('\n');
  return lines.map((line) => line.split('\t'));
}

for (const [version, count] of CASES) {
  test(`the scores of v${version}-base.tsv`, (t) => {
    if (!existsSync(CORPUS)) return t.skip(ABSENT);
    const cases = rows(`v${version}-base.tsv`);
    assert.equal(cases.length, count);
    for (const [vector = '', base, temporal, environmental] of cases) {
      const scored = scoreCvss(vector);
      assert.ok(scored.ok, vector);
      const { value } = scored;
      // The list writes -0.0 where it means 0.0.
      assert.equal(
        value.version === '4.0' ? value.score : value.base,
        Math.abs(Number(base)),
        vector,
      );
      if (value.version === '4.0') continue;
      if (temporal) assert.equal(value.temporal, Number(temporal), vector);
      if (environmental) assert.equal(value.environmental, Number(environmental), vector);
    }
  });

  test(`the vectors of v${version}-base.tsv are written as they were read`, (t) => {
    if (!existsSync(CORPUS)) return t.skip(ABSENT);
    for (const [vector = ''] of rows(`v${version}-base.tsv`)) {
      const parsed = parseCvss(vector);
      assert.ok(parsed.ok, vector);
      assert.equal(formatCvss(parsed.value), vector);
    }
  });

  test(`members and words of the schema cvss-v${version}.json`, (t) => {
    if (!existsSync(CORPUS)) return t.skip(ABSENT);
    const schema = JSON.parse(readFileSync(join(CORPUS, `schemas/cvss-v${version}.json`), 'utf8'));
    for (const { member, values, group } of cvssMetrics(version)) {
      const type: string = schema.properties[member].$ref.split('/').at(-1);
      const words = values.map(([, title]) => jsonWord(title));
      if (group !== 'base') words.push('NOT_DEFINED');
      assert.deepEqual(words.sort(), [...schema.definitions[type].enum].sort(), member);
    }
  });
}

test('the vectors on the boundary', (t) => {
  if (!existsSync(CORPUS)) return t.skip(ABSENT);
  const cases = rows('v4.0-rounding-boundary.tsv');
  assert.equal(cases.length, 6);
  for (const [vector = '', expected] of cases) {
    const scored = scoreCvss(vector);
    assert.equal(scored.ok && scored.value.score, Number(expected), vector);
  }
});
