/** Our own cases, each with the clause that decides it: fixtures/pattern/matching.tsv. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { type MatchProfile, matchPattern } from './index.ts';

const FIXTURES = join(import.meta.dirname, '../../../../../fixtures/pattern');
const VERDICTS = new Map<string, boolean | null>([
  ['match', true],
  ['no', false],
  ['null', null],
]);

const observed = JSON.parse(readFileSync(join(FIXTURES, 'observed.json'), 'utf8')) as Record<
  string,
  unknown[]
>;
const cases = readFileSync(join(FIXTURES, 'matching.tsv'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('# '))
  .map((line) => line.split('\t') as [string, MatchProfile, string, string, string]);

const byClause = new Map<string, typeof cases>();
for (const row of cases) byClause.set(row[0], [...(byClause.get(row[0]) ?? []), row]);

test('there are at least 300 cases, and each verdict is asked for', () => {
  assert.ok(cases.length >= 300, `${cases.length}`);
  assert.deepEqual(new Set(cases.map((row) => row[2])), new Set(VERDICTS.keys()));
  for (const name of Object.keys(observed))
    assert.ok(
      cases.some((row) => row[3] === name),
      name,
    );
});

for (const [clause, rows] of byClause) {
  test(`${clause}: ${rows.length} cases`, () => {
    for (const [, profile, verdict, name, text] of rows) {
      const pattern = JSON.parse(text) as string;
      const result = matchPattern(pattern, observed[name] as unknown[], { profile });
      const message = `${pattern} on ${name}: ${JSON.stringify(result)}`;
      assert.equal(result.matched, VERDICTS.get(verdict), message);
      assert.equal(result.bindings.length > 0, verdict === 'match', message);
      if (verdict === 'null') assert.ok(result.issues.some(isError), message);
    }
  });
}

function isError({ severity }: { readonly severity: string }): boolean {
  return severity === 'error';
}

function bindings(pattern: string, name: string, profile: MatchProfile = 'strict') {
  return matchPattern(pattern, observed[name] as unknown[], { profile }).bindings;
}

test('bindings name brackets, observation and object', () => {
  const [first, second] = bindings('[user-account:n = 2] AND [user-account:n = 1]', 'two');
  const id = 'observed-data--00000002-0000-4000-8000-000000000000';
  assert.deepEqual(first, { expression: 0, observed: 1, id, object: 'user-account--2', count: 1 });
  assert.deepEqual([second?.expression, second?.observed], [1, 0]);
  assert.equal(bindings("[file:name = 'b.dll']", 'old')[0]?.object, '2');
});

test('bindings count the times that are used, of one observation or several', () => {
  const pattern = '[user-account:n > 0] REPEATS 4 TIMES';
  assert.deepEqual(
    bindings(pattern, 'mixcount').map(({ observed: at, count }) => [at, count]),
    [
      [0, 3],
      [1, 1],
    ],
  );
  assert.equal(
    bindings('[user-account:n = 1] REPEATS 999999999 TIMES', 'million')[0]?.count,
    999_999_999,
  );
});

test('of alternatives the brackets that matched are bound', () => {
  assert.equal(bindings('[user-account:n = 9] OR [user-account:n = 1]', 'one')[0]?.expression, 1);
});

test('a hit of the profile intel says which profile it needed', () => {
  const strict = bindings("[domain-name:value = 'WWW.Example.COM.']", 'dns', 'intel');
  const intel = bindings("[domain-name:value = 'www.example.com']", 'dns', 'intel');
  assert.deepEqual([strict[0]?.profile, intel[0]?.profile], ['strict', 'intel']);
  assert.equal(bindings("[domain-name:value = 'WWW.Example.COM.']", 'dns')[0]?.profile, undefined);
});

test('different types under AND are warned of', () => {
  const { issues } = matchPattern('[a:b = 1 AND c:d = 1]', []);
  assert.ok(issues.some(({ code }) => code === 'types-exclude'));
});
