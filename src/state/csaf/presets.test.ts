/** Which tests are run: presets, groups, ids, and what is told of other names. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newer, older } from './cases.test.fixture.ts';
import { checkCsaf } from './check.ts';
import { PRESETS } from './presets.ts';

const DOCUMENTS = {
  '2.0': JSON.stringify(older(newer())),
  '2.1': JSON.stringify(newer()),
} as const;
const idsOf = (version: '2.0' | '2.1', ...tests: string[]) =>
  checkCsaf(DOCUMENTS[version], { tests }).tests.map(({ id }) => id);

/** Tests of each choice, the schema among them. */
const COUNTS: readonly (readonly [choice: string, older: number, newer: number])[] = [
  ['schema', 1, 1],
  ['mandatory', 43, 81],
  ['recommended', 20, 62],
  ['optional', 20, 62],
  ['informative', 11, 34],
  ['basic', 44, 82],
  ['extended', 64, 144],
  ['full', 75, 178],
  ['external-request-free', 73, 176],
  ['6.1.27', 11, 19],
  ['6.1', 43, 81],
  ['6.1.27.9', 1, 1],
];

for (const [choice, twenty, twentyone] of COUNTS) {
  test(`${choice} chooses ${twenty} tests in 2.0 and ${twentyone} in 2.1`, () => {
    assert.equal(idsOf('2.0', choice).length, twenty);
    assert.equal(idsOf('2.1', choice).length, twentyone);
  });
}

test('groups say what the version calls them', () => {
  const group = (version: '2.0' | '2.1', id: string) =>
    checkCsaf(DOCUMENTS[version], { tests: [id] }).tests[0]?.group;
  assert.equal(group('2.0', '6.2.1'), 'optional');
  assert.equal(group('2.1', '6.2.1'), 'recommended');
  assert.equal(group('2.1', '6.1.1'), 'mandatory');
  assert.equal(group('2.0', '6.3.1'), 'informative');
  assert.equal(group('2.0', 'schema'), 'schema');
});

test('ids of a preset are those of the version alone, in the order of the clauses', () => {
  assert.deepEqual(idsOf('2.0', 'consistent-revision-history'), [
    ...['6.1.14', '6.1.18', '6.1.19', '6.1.21', '6.1.22', '6.2.4', '6.2.5', '6.2.6'],
  ]);
  assert.deepEqual(
    idsOf('2.1', 'consistent-revision-history'),
    PRESETS['consistent-revision-history'],
  );
  assert.deepEqual(idsOf('2.1', '6.3.1', '6.1.2', '6.1.1'), ['6.1.1', '6.1.2', '6.3.1']);
});

test('a name that nothing has is told, and no test is made up for it', () => {
  for (const [version, name] of [
    ['2.1', 'nosuch'],
    ['2.0', '6.1.40'],
    ['2.1', '6.2.10'],
    ['2.1', '__proto__'],
  ] as const) {
    const { tests, issues, valid } = checkCsaf(DOCUMENTS[version], { tests: [name, '6.1.1'] });
    assert.deepEqual(
      tests.map(({ id }) => id),
      ['6.1.1'],
      name,
    );
    assert.equal(issues[0]?.code, 'csaf-test-unknown');
    assert.ok(issues[0]?.message.includes(name));
    assert.equal(valid, true);
  }
  assert.deepEqual(checkCsaf(DOCUMENTS['2.0'], { tests: ['full'] }).issues, []);
  assert.deepEqual(checkCsaf(DOCUMENTS['2.0'], { tests: ['consistent-date-times'] }).issues, []);
});

test('what asks the world outside is not run without the means, with the reason', () => {
  for (const id of ['6.3.6', '6.3.7', '6.3.8']) {
    for (const version of ['2.0', '2.1'] as const) {
      const [found] = checkCsaf(DOCUMENTS[version], { tests: [id] }).tests;
      assert.equal(found?.result, 'notRun');
      assert.ok((found?.reason ?? '').length > 20, id);
      assert.deepEqual(found?.issues, []);
    }
  }
});
