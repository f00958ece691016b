/** The fixture itself is tested: a house of two organisations in memory of one process. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openFlow } from './flow.fixture.ts';

test('the fixture has two organisations and an open collection', async (t) => {
  const flow = await openFlow(t);
  const { organisations, collections } = await flow.house.directory();
  assert.deepEqual(
    organisations.map(({ name }) => name),
    ['Operator', 'Other'],
  );
  assert.equal(collections.length, 1);
});
