import assert from 'node:assert/strict';
import { test } from 'node:test';
import { doubles, type Joining } from '../endurance/doubles.ts';

const JOINED: Joining = { reader: 'late', group: 'GREEN', collection: 'main', begun: 10, done: 12 };

/** Doubles of one record, met at these times. */
function of(
  times: readonly number[],
  given: { reader?: string; collection?: string; group?: string; sent?: number } = {},
  joinings: readonly Joining[] = [JOINED],
) {
  const { reader = 'member', collection = 'main', group = 'GREEN', sent = 1 } = given;
  const movable = () => ({ group, sent });
  return doubles({ name: reader, collection }, new Map([['a', times]]), movable, joinings);
}

test('a record that is met once is no double', () => {
  assert.deepEqual(of([5]), { offeredAnew: 0, offeredToOthers: 0, withoutEvent: 0 });
});

test('one joining excuses one more meeting, after it, of what it widens', () => {
  assert.deepEqual(of([5, 20]), { offeredAnew: 0, offeredToOthers: 1, withoutEvent: 0 });
  assert.deepEqual(of([11, 20], { reader: 'late' }), {
    offeredAnew: 1,
    offeredToOthers: 0,
    withoutEvent: 0,
  });
  const second = { ...JOINED, reader: 'latest', begun: 30, done: 31 };
  assert.equal(of([5, 20, 40], {}, [JOINED, second]).offeredToOthers, 2);
});

test('every other double is a fault', () => {
  const faults = (...given: Parameters<typeof of>) => of(...given).withoutEvent;
  assert.equal(faults([5, 9]), 1, 'before anybody joined');
  assert.equal(faults([5, 20, 21]), 1, 'more often than somebody joined');
  assert.equal(faults([5, 20], { group: 'CLEAR' }), 1, 'a label that the newcomer saw before');
  assert.equal(faults([5, 20], { collection: 'second' }), 1, 'where the newcomer does not follow');
  assert.equal(faults([13, 20], { sent: 13 }), 1, 'sent when the newcomer saw it already');
  assert.equal(faults([5, 20], {}, []), 1, 'nobody joined');
});
