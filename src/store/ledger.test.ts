import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Reservations, reservedThrough } from './ledger.ts';

const delivery = (through: number, filter = '') => ({
  principal: 'p',
  collection: 'c',
  filter,
  through,
});

test('a delivery within the reserved block costs nothing', () => {
  const reservations = new Reservations();
  assert.equal(reservations.covers(delivery(5)), false);
  reservations.reserved(delivery(5), 100);
  assert.equal(reservations.covers(delivery(100)), true);
  assert.equal(reservations.covers(delivery(101)), false);
  assert.equal(reservations.covers(delivery(5, 'other')), false);
});

test('forgetting a line only means that it is written again', () => {
  const reservations = new Reservations(2);
  for (const filter of ['a', 'b', 'c']) reservations.reserved(delivery(1, filter), 9);
  assert.deepEqual(
    ['a', 'b', 'c'].map((filter) => reservations.covers(delivery(1, filter))),
    [false, true, true],
  );
});

test('a line reaches one block ahead, or to the end, and never less than delivered', () => {
  assert.equal(reservedThrough(10, 500, 900), 500);
  assert.equal(reservedThrough(10, null, 900), 900);
  assert.equal(reservedThrough(1_000, null, 900), 1_000);
});
