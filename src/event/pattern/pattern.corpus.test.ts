import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { hasErrors } from '../../core/issue.ts';
import { PATTERN_DIVERGENCES } from './divergences.ts';
import {
  checkPattern,
  formatPattern,
  inspect,
  type PatternVersion,
  parsePattern,
} from './index.ts';

const CORPUS = join(process.env.CYBEX_CORPORA ?? '../shared/corpora', 'stix-patterns');
const ABSENT = 'corpus stix-patterns absent: set CYBEX_CORPORA';
const VERSIONS: readonly PatternVersion[] = ['2.0', '2.1'];

interface SyntaxCase {
  readonly id: string;
  readonly pattern: string;
  readonly expected: 'valid' | 'invalid';
}

interface MatchingCase {
  readonly id: string;
  readonly pattern: string;
  readonly stix_version: PatternVersion;
  readonly expected: 'match' | 'nomatch' | 'error';
}

interface InspectionCase {
  readonly id: string;
  readonly pattern: string;
  readonly expected: {
    readonly qualifiers?: readonly string[];
    readonly observation_ops?: readonly string[];
    readonly comparisons?: Readonly<Record<string, readonly unknown[]>>;
  };
}

function read<T>(name: string): T[] {
  return JSON.parse(readFileSync(join(CORPUS, name), 'utf8')) as T[];
}

const explained = new Map(PATTERN_DIVERGENCES.map((row) => [row.case, row]));

for (const version of VERSIONS) {
  test(`the verdicts of syntax-${version}.json, or a reason`, (t) => {
    if (!existsSync(CORPUS)) return t.skip(ABSENT);
    const cases = read<SyntaxCase>(`syntax-${version}.json`);
    assert.ok(cases.length > 80);
    for (const { id, pattern, expected } of cases) {
      const issues = checkPattern(pattern, { version });
      const verdict = hasErrors(issues) ? 'invalid' : 'valid';
      const row = explained.get(id);
      if (row === undefined) assert.equal(verdict, expected, `${id} ${pattern}: ${show(issues)}`);
      else assert.ok(issues.some((issue) => issue.code === row.ours) && verdict !== expected, id);
    }
  });

  test(`what is valid in syntax-${version}.json survives writing and reading`, (t) => {
    if (!existsSync(CORPUS)) return t.skip(ABSENT);
    for (const { id, pattern } of read<SyntaxCase>(`syntax-${version}.json`)) {
      const first = parsePattern(pattern, { version });
      if (!first.ok) continue;
      const text = formatPattern(first.value);
      const second = parsePattern(text, { version });
      assert.ok(second.ok, `${id}: ${text}`);
      assert.equal(formatPattern(second.value), text, id);
      assert.deepEqual(inspect(second.value), inspect(first.value), id);
    }
  });

  test(`the facts of inspection-${version}.json`, (t) => {
    if (!existsSync(CORPUS)) return t.skip(ABSENT);
    const cases = read<InspectionCase>(`inspection-${version}.json`);
    assert.ok(cases.length > 15);
    for (const { id, pattern, expected } of cases) {
      const parsed = parsePattern(pattern, { version });
      assert.ok(parsed.ok, `${id} ${show(parsed.issues)}`);
      const found = inspect(parsed.value);
      if (expected.qualifiers) assert.deepEqual(found.qualifiers, expected.qualifiers, id);
      if (expected.observation_ops) assert.deepEqual(found.operators, expected.observation_ops, id);
      if (expected.comparisons) {
        assert.deepEqual(rows(found.comparisons), expected.comparisons, id);
      }
    }
  });
}

test('every pattern of matching.json reads, unless the reference refuses it', (t) => {
  if (!existsSync(CORPUS)) return t.skip(ABSENT);
  const cases = read<MatchingCase>('matching.json');
  assert.ok(cases.length > 280);
  for (const { id, pattern, expected, stix_version: version } of cases) {
    const parsed = parsePattern(pattern, { version });
    if (expected !== 'error') assert.ok(parsed.ok, `${id} ${pattern}: ${show(parsed.issues)}`);
  }
});

test('every case of the divergences exists', (t) => {
  if (!existsSync(CORPUS)) return t.skip(ABSENT);
  const ids = new Set(
    VERSIONS.flatMap((v) => read<SyntaxCase>(`syntax-${v}.json`)).map(({ id }) => id),
  );
  for (const row of PATTERN_DIVERGENCES)
    assert.ok(row.case === null || ids.has(row.case), `${row.case}`);
});

function rows(comparisons: ReturnType<typeof inspect>['comparisons']): Record<string, unknown[]> {
  return Object.fromEntries(
    [...comparisons].map(([type, list]) => [
      type,
      list.map(({ path, operator, value }) => [path, operator, value]),
    ]),
  );
}

function show(issues: readonly { readonly code: string; readonly message: string }[]): string {
  return issues.map((issue) => `${issue.code}: ${issue.message}`).join('; ');
}
