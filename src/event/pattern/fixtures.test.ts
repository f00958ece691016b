import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkPattern, formatPattern, type PatternVersion, parsePattern } from './index.ts';

const FIXTURES = join(import.meta.dirname, '../../../../fixtures/pattern');

/** Rows of a fixture; their fields are separated by tabs. */
function rows(name: string): string[][] {
  const lines = readFileSync(join(FIXTURES, name), 'utf8').split('\n');
  return lines.filter((line) => line !== '' && !line.startsWith('# ')).map((l) => l.split('\t'));
}

test('valid patterns: no error, the remarks named, the canonical text', () => {
  const cases = rows('valid.tsv');
  assert.ok(cases.length > 140);
  for (const [version, remarks = '', pattern = '', canonical = ''] of cases) {
    const options = { version: version as PatternVersion };
    const issues = checkPattern(pattern, options);
    const codes = issues.map((issue) => issue.code).sort();
    assert.deepEqual(codes, remarks === '-' ? [] : remarks.split(','), pattern);
    assert.ok(
      issues.every((issue) => issue.severity !== 'error'),
      pattern,
    );
    const parsed = parsePattern(pattern, options);
    assert.ok(parsed.ok, pattern);
    assert.equal(formatPattern(parsed.value), canonical === '=' ? pattern : canonical);
  }
});

test('the canonical text of a valid pattern is its own canonical text', () => {
  for (const [version, , pattern = '', canonical = ''] of rows('valid.tsv')) {
    const text = canonical === '=' ? pattern : canonical;
    const parsed = parsePattern(text, { version: version as PatternVersion });
    assert.ok(parsed.ok && formatPattern(parsed.value) === text, text);
  }
});

test('invalid patterns: the first error is the one named', () => {
  const cases = rows('invalid.tsv');
  assert.ok(cases.length > 190);
  for (const [version, code, pattern = ''] of cases) {
    const issues = checkPattern(pattern, { version: version as PatternVersion });
    const errors = issues.filter((issue) => issue.severity === 'error');
    assert.equal(errors[0]?.code, code, `${pattern} ${JSON.stringify(errors[0])}`);
  }
});
