import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sha256 } from '../core/digest.ts';
import {
  compareCursors,
  keyedSlot,
  type MembershipIdentity,
  Placement,
  throttle,
  WINDOW,
  windowEnd,
} from './position.ts';

const secret = sha256('the house');
const collection = '91a7b528-80eb-42ed-a74d-c6fbd5a26116';

function identity(content: number, label: number): MembershipIdentity {
  const id = `indicator--${content}`;
  const names = { collection, format: 'stix', type: 'indicator', id, version: '' };
  return { ...names, contentDigest: sha256(`c${content}`), labelDigest: sha256(`l${label}`) };
}

interface Item {
  readonly content: number;
  readonly label: number;
}

function place(items: readonly Item[], end = 10 * WINDOW) {
  const placement = new Placement(end);
  return items.map((item) => ({
    ...item,
    ...placement.place(`1/${item.label}`, keyedSlot(secret, identity(item.content, item.label))),
  }));
}

const items = fc.uniqueArray(fc.record({ content: fc.nat(500), label: fc.nat(3) }), {
  maxLength: 200,
  selector: (item) => `${item.content}/${item.label}`,
});

test('the interval of a commit follows the clock and never reaches into the one before', () => {
  assert.equal(windowEnd(0, 1_000_000), 1_000_000);
  assert.equal(windowEnd(1_000_000, 1_000_001), 1_000_000 + WINDOW);
  assert.equal(windowEnd(1_000_000, 1), 1_000_000 + WINDOW);
});

test('commits are slowed once positions are a second ahead of the clock', () => {
  assert.equal(throttle(1_000_000, 1_000_000), 0);
  assert.equal(throttle(2_000_000 - WINDOW, 1_000_000), 0);
  assert.equal(throttle(2_000_000 - WINDOW + 5, 1_000_000), 5);
  assert.equal(throttle(9_000_000, 1_000_000), WINDOW);
});

test('a position does not depend on memberships of other labels in the commit', () => {
  fc.assert(
    fc.property(items, fc.nat(3), (all, seen) => {
      const withOthers = place(all).filter((item) => item.label === seen);
      const alone = place(all.filter((item) => item.label === seen));
      assert.deepEqual(withOthers, alone);
    }),
  );
});

test('every position lies in the interval, and one label shares none', () => {
  fc.assert(
    fc.property(items, (all) => {
      const placed = place(all);
      for (const { position } of placed) {
        assert.ok(position > 9 * WINDOW && position <= 10 * WINDOW);
      }
      const own = new Set(placed.map((item) => `${item.label}/${item.position}`));
      assert.equal(own.size, placed.length);
    }),
  );
});

test('a lane takes as many memberships as the interval has slots, and says when it is full', () => {
  const placement = new Placement(WINDOW);
  const positions = new Set<number>();
  for (let i = 0; i < WINDOW; i++) {
    positions.add(placement.place('1/1', { slot: 7, tie: i }).position);
  }
  assert.equal(positions.size, WINDOW);
  assert.throws(() => placement.place('1/1', { slot: 7, tie: 0 }), /more than/);
  assert.equal(placement.place('1/2', { slot: 7, tie: 0 }).position, 8);
});

test('another secret, label, content or collection gives another slot', () => {
  const base = identity(1, 1);
  const slots = [
    keyedSlot(secret, base),
    keyedSlot(sha256('another house'), base),
    keyedSlot(secret, identity(1, 2)),
    keyedSlot(secret, identity(2, 1)),
    keyedSlot(secret, { ...base, collection: '52892447-4d7e-4f70-b94d-d7f22742ff63' }),
    keyedSlot(secret, { ...base, version: '2026-01-01T00:00:00Z' }),
  ];
  assert.equal(new Set(slots.map((each) => `${each.slot}/${each.tie}`)).size, slots.length);
});

test('the order is by position, then by tie', () => {
  const order = [
    { position: 2, tie: 1 },
    { position: 1, tie: 9 },
    { position: 1, tie: 3 },
  ].sort(compareCursors);
  assert.deepEqual(
    order.map((each) => each.tie),
    [3, 9, 1],
  );
});
