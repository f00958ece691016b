/** Planted faults: each fits the engine, and a few are hunted here; `endurance -- exposure` hunts all. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { FAULTS } from './faults.ts';
import { Laboratory, misplaced } from './hunt.ts';

const QUICK = [
  'the epoch of the package URL is ignored',
  'AND is flattened into OR',
  'the release of the distribution is ignored',
  'one part of a product is enough',
  'anybody may close a finding',
];

test('every planted fault fits the engine as it is', () => {
  assert.ok(FAULTS.length >= 20);
  assert.equal(new Set(FAULTS.map(({ name }) => name)).size, FAULTS.length);
  assert.deepEqual(FAULTS.flatMap(misplaced), []);
});

const laboratory = new Laboratory();
after(() => laboratory.close());

for (const name of QUICK) {
  test(`found by the truth table: ${name}`, (t) => {
    const fault = FAULTS.find((each) => each.name === name);
    assert.ok(fault);
    const { rows, wrong } = laboratory.hunt(fault);
    assert.ok(wrong.length > 0, `not found in ${rows} rows`);
    assert.ok(wrong.length < rows / 2, 'the engine does not run at all');
    t.diagnostic(`by ${wrong.length} of ${rows} rows, ${wrong[0]}`);
  });
}

test('without a fault no row is wrong', () => {
  const { wrong } = laboratory.hunt({ name: 'none', tells: '', changes: [] });
  assert.deepEqual(wrong, []);
});
