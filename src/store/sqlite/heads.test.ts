import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Cursor } from '../port.ts';
import { loadDriver } from './driver.ts';
import { HeadReader, type HeadSource, LAST_TIE, type Order } from './heads.ts';
import { migrate } from './migrate.ts';
import { choosePlan, type Plan } from './plan.ts';
import type { ViewedShelf } from './shelf.ts';

interface Row extends Cursor {
  readonly label: number;
  readonly type: number;
}

const driver = await loadDriver();

/** A database with just these memberships of collection 1, and as many of another. */
function withRows(rows: readonly Row[]) {
  const database = new driver(':memory:');
  migrate(database);
  database.exec('PRAGMA foreign_keys = OFF');
  const insert = database.prepare(
    `INSERT INTO membership (collection, position, tie, label, contest, type, spec, object, record,
       size, preference, since, version_key, born) VALUES (?, ?, ?, ?, 0, ?, 1, 1, 1, 1, 2, 0, '', 0)`,
  );
  for (const { position, tie, label, type } of rows) {
    insert.run(1, position, tie, label, type);
    insert.run(2, position + 1, tie, label, type);
  }
  return database;
}

/** Everything that a source gives, in batches of `count`. */
function drain(source: HeadSource, order: Order, count: number): Cursor[] {
  const seen: Cursor[] = [];
  let after: Cursor =
    order === 'oldest'
      ? { position: -1, tie: 0 }
      : { position: Number.MAX_SAFE_INTEGER, tie: LAST_TIE };
  for (;;) {
    const { heads, complete } = source(after, count);
    assert.ok(heads.length <= count);
    seen.push(...heads.map(({ position, tie }) => ({ position, tie })));
    after = heads.at(-1) ?? after;
    if (complete) return seen;
  }
}

const rows = fc
  .array(
    fc.record({
      step: fc.oneof({ weight: 9, arbitrary: fc.nat(20) }, fc.nat(1_000_000)),
      label: fc.nat(5),
      type: fc.nat(3),
    }),
    { minLength: 1, maxLength: 120 },
  )
  .map((steps) => {
    let position = 1_000;
    return steps.map(({ step, label, type }, tie): Row => {
      position += step;
      return { position, tie, label, type };
    });
  });

test('every plan gives the same rows in the same order, in batches of any size', () => {
  const keys = fc.subarray([0, 1, 2, 3, 4, 5], { minLength: 1 });
  const estimate = fc.constantFrom(1, 50, 5_000, 1_000_000);
  fc.assert(
    fc.property(
      rows,
      keys,
      fc.constantFrom<'label' | 'type'>('label', 'type'),
      fc.constantFrom<Order>('oldest', 'newest'),
      fc.integer({ min: 1, max: 30 }),
      estimate,
      (all, wanted, axis, order, count, guess) => {
        const database = withRows(all);
        const reader = new HeadReader(database, order);
        const sign = order === 'oldest' ? 1 : -1;
        const sorted = [...all].sort((a, b) => sign * (a.position - b.position || a.tie - b.tie));
        const plain = ({ position, tie }: Row) => ({ position, tie });
        // The estimate only steers the width of the windows.
        const lanes: Plan = { by: axis, keys: wanted, rows: guess };
        assert.deepEqual(
          drain(reader.planned(1, lanes), order, count),
          sorted.filter((row) => wanted.includes(row[axis])).map(plain),
        );
        assert.deepEqual(
          drain(reader.planned(1, { by: 'place' }), order, count),
          sorted.map(plain),
        );
        database.close();
      },
    ),
    { numRuns: 60 },
  );
});

test('a plan without keys gives nothing', () => {
  const database = withRows([{ position: 1, tie: 1, label: 1, type: 1 }]);
  const source = new HeadReader(database).planned(1, { by: 'label', keys: [], rows: 0 });
  assert.deepEqual(source({ position: 0, tie: 0 }, 5), { heads: [], complete: true });
  database.close();
});

function shelf(total: number, visible: number, labels: number, types: [number, number][]) {
  const keys = Array.from({ length: labels }, (_, n) => n + 1);
  const viewed: ViewedShelf = {
    total,
    visible,
    labels: keys,
    types: new Map(types),
    whole: total === visible,
    timed: false,
  };
  return viewed;
}

test('the order of positions is walked where most is seen, and the labels where little is', () => {
  const rows: [ViewedShelf, number[] | null, Plan['by']][] = [
    [shelf(100_000, 100_000, 1, []), null, 'place'],
    [shelf(100_000, 100_000, 100_000, []), null, 'place'],
    [shelf(100_000, 60_000, 20, []), null, 'place'],
    [shelf(1_000_000, 1_000, 1, []), null, 'label'],
    [shelf(1_000_000, 1_000, 100, []), null, 'label'],
    [shelf(100_000, 100_000, 1, [[7, 50]]), [7], 'type'],
    [shelf(100_000, 100_000, 1, [[7, 99_000]]), [7], 'place'],
    [shelf(100_000, 10, 1, [[7, 50_000]]), [7], 'label'],
  ];
  for (const [viewed, types, by] of rows) {
    assert.equal(choosePlan(viewed, types, 101).by, by, `${viewed.visible} of ${viewed.total}`);
  }
});
