/** Planted leaks: each still fits the hub, and a few are hunted here; `endurance -- mutants` hunts all. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MUTANTS } from './leaks.ts';
import { hunt, misplaced } from './mutants.ts';

/** Found within few worlds. */
const QUICK = [
  'the view epoch changes with hidden records',
  'the last version is the last of all, not the last visible one',
  'objects are counted before the policy',
];

test('every planted leak fits the hub as it is', () => {
  assert.ok(MUTANTS.length >= 12);
  assert.equal(new Set(MUTANTS.map(({ name }) => name)).size, MUTANTS.length);
  assert.deepEqual(MUTANTS.flatMap(misplaced), []);
});

for (const name of QUICK) {
  test(`found by the worlds: ${name}`, async (t) => {
    const mutant = MUTANTS.find((each) => each.name === name);
    assert.ok(mutant);
    const { by, worlds } = await hunt(mutant, { worlds: 30, requests: 50, seed: 1 });
    assert.ok(by !== null, `not found in ${worlds} worlds`);
    t.diagnostic(`by ${by} in world ${worlds}`);
  });
}
