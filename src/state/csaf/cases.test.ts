/** Every test of clause 6 on documents of our own: at least two that fail and two that pass. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Change, changed, newer, older } from './cases.test.fixture.ts';
import { CASE_PLACES } from './cases.test.places.ts';
import { CASES, PORTS } from './cases.test.table.ts';
import { type CsafTestResult, checkCsaf, checkCsafOutside } from './check.ts';
import { CLAUSES } from './clauses.test.table.ts';
import type { CsafVersion } from './model/model.ts';
import { CSAF_TESTS } from './tests/index.ts';

for (const { id, title, versions, code } of CSAF_TESTS) {
  test(`${id} ${title}`, async () => {
    const cases = CASES[id];
    assert.ok(cases, `${id} has no cases`);
    for (const version of versions) {
      if (cases.only !== undefined && cases.only !== version) continue;
      const rows = CASE_PLACES[id];
      const places: readonly string[] = rows?.[version] ?? rows?.['2.1'] ?? [];
      for (const [i, change] of cases.fail.entries()) {
        const found = await resultOf(id, version, change);
        const shown = JSON.stringify([version, change, found.reason, found.issues]).slice(0, 700);
        assert.equal(found.result, 'failed', shown);
        const ours = found.issues.filter((issue) => issue.code === code).map(({ path }) => path);
        assert.equal(ours.sort().join(' '), places[i], shown);
      }
      for (const change of cases.pass) {
        const found = await resultOf(id, version, change);
        const shown = JSON.stringify([version, change, found.reason, found.issues]).slice(0, 700);
        assert.equal(found.result, 'passed', shown);
      }
    }
  });
}

async function resultOf(id: string, version: CsafVersion, change: Change) {
  const made = changed(newer(), change);
  const text = JSON.stringify(version === '2.0' ? older(made) : made);
  const report = await checkCsafOutside(text, { tests: [id], ports: PORTS });
  assert.equal(report.tests.length, 1);
  return report.tests[0] as CsafTestResult;
}

test('every test has at least two cases that fail and two that pass, all of them different', () => {
  for (const { id, versions } of CSAF_TESTS) {
    const { fail = [], pass = [], only } = CASES[id] ?? {};
    const different = (list: readonly Change[]) =>
      new Set(list.map((one) => JSON.stringify(one, (_, value) => value ?? null))).size;
    assert.ok(different(fail) >= 2 && different(pass) >= 2, `${id} has too few cases`);
    assert.ok(only === undefined || versions.length === 1, `${id} leaves a version without cases`);
  }
  assert.deepEqual(Object.keys(CASES).sort(), CSAF_TESTS.map(({ id }) => id).sort());
});

/** Clauses of a version: up to which number, and how many tests stand below some of them. */
const NUMBERS: Readonly<
  Record<
    CsafVersion,
    readonly [head: string, last: number, below: Readonly<Record<number, number>>][]
  >
> = {
  '2.0': [
    ['6.1', 33, { 27: 11 }],
    ['6.2', 20, {}],
    ['6.3', 11, {}],
  ],
  '2.1': [
    ['6.1', 61, { 27: 19, 60: 3 }],
    // 6.2.10 asked for the TLP label, which 2.1 requires.
    ['6.2', 54, { 10: 0, 39: 5, 50: 3, 54: 4 }],
    ['6.3', 22, { 19: 5, 21: 9 }],
  ],
};

for (const [version, count] of [
  ['2.0', 74],
  ['2.1', 177],
] as const) {
  test(`all ${count} tests of ${version} are there, under the titles of their clauses`, () => {
    const numbered = NUMBERS[version].flatMap(([head, last, below]) =>
      Array.from({ length: last }, (_, i) => i + 1).flatMap((n) => {
        const parts = below[n];
        if (parts === undefined) return [`${head}.${n}`];
        return Array.from({ length: parts }, (_, i) => `${head}.${n}.${i + 1}`);
      }),
    );
    assert.equal(numbered.length, count);
    const offered = CSAF_TESTS.filter(({ versions }) => versions.includes(version));
    assert.deepEqual(
      offered.map(({ id }) => id),
      numbered,
    );
    const rows = CLAUSES.trim()
      .split('\n')
      .map((line) => line.split('\t'));
    const stated = rows.filter(([, versions]) => versions?.split('+').includes(version));
    assert.deepEqual(
      offered.map(({ id, title }) => [id, title]),
      stated.map(([id, , title]) => [id, title]),
    );
    const report = checkCsaf(JSON.stringify(version === '2.0' ? older(newer()) : newer()));
    assert.deepEqual(
      report.tests.map(({ id }) => id),
      ['schema', ...numbered],
    );
  });
}

test('the document of the cases is valid itself, in both versions', async () => {
  for (const text of [JSON.stringify(newer()), JSON.stringify(older(newer()))]) {
    const report = await checkCsafOutside(text, { tests: ['basic'], ports: PORTS });
    const faults = report.tests.flatMap(({ issues }) => issues);
    assert.deepEqual(faults, []);
    assert.equal(report.valid, true);
  }
});
