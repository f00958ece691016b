import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cutPage, type PageRow } from './page.ts';

const rows = fc
  .array(fc.record({ step: fc.constantFrom(0, 0, 1, 5), size: fc.nat(50) }), { maxLength: 30 })
  .map((steps) => {
    let position = 1;
    return steps.map(({ step, size }, tie): PageRow => {
      position += step;
      return { position, tie, size };
    });
  });

test('walking by added_after from page to page gives every row once', () => {
  fc.assert(
    fc.property(
      rows,
      fc.integer({ min: 1, max: 8 }),
      fc.option(fc.nat(200)),
      (all, limit, bytes) => {
        const bounds = { limit, split: false, ...(bytes === null ? {} : { maxBytes: bytes }) };
        const seen: PageRow[] = [];
        let after = 0;
        for (;;) {
          const rest = all.filter((row) => row.position > after);
          const cut = cutPage(rest, true, bounds);
          assert.ok(cut !== null);
          seen.push(...rest.slice(0, cut.take));
          assert.equal(cut.more, seen.length < all.length);
          if (!cut.more) break;
          assert.ok(cut.take > 0);
          after = seen.at(-1)?.position ?? 0;
        }
        assert.deepEqual(seen, all);
      },
    ),
  );
});

test('walking by cursor never exceeds the limit', () => {
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 8 }), (all, limit) => {
      let rest: readonly PageRow[] = all;
      let given = 0;
      for (let more = true; more; ) {
        const cut = cutPage(rest, true, { limit, split: true });
        assert.ok(cut !== null && cut.take <= limit);
        given += cut.take;
        rest = rest.slice(cut.take);
        more = cut.more;
      }
      assert.equal(given, all.length);
    }),
  );
});

test('more rows are asked for only while the end of the page is not known', () => {
  const row = (position: number): PageRow => ({ position, tie: 0, size: 1 });
  const bounds = { limit: 2, split: false };
  assert.equal(cutPage([row(1), row(2)], false, bounds), null);
  assert.deepEqual(cutPage([row(1), row(2), row(3)], false, bounds), { take: 2, more: true });
  assert.deepEqual(cutPage([row(1), row(2), row(2)], false, bounds), { take: 1, more: true });
  assert.equal(cutPage([row(1), row(1), row(1)], false, bounds), null);
  assert.deepEqual(cutPage([row(1), row(1), row(1), row(2)], false, bounds), {
    take: 3,
    more: true,
  });
  assert.deepEqual(cutPage([row(1), row(1), row(1)], true, bounds), { take: 3, more: false });
  assert.deepEqual(cutPage([row(1), row(1), row(1)], false, { ...bounds, split: true }), {
    take: 2,
    more: true,
  });
});

test('a page stops before its bodies exceed the bytes, but gives one record at least', () => {
  const row = (position: number, size: number): PageRow => ({ position, tie: 0, size });
  const all = [row(1, 10), row(2, 10), row(3, 10)];
  const cut = (maxBytes: number) => cutPage(all, true, { limit: 9, split: true, maxBytes })?.take;
  assert.equal(cut(0), 1);
  assert.equal(cut(20), 1);
  assert.equal(cut(21), 2);
  assert.equal(cut(31), 2);
  assert.equal(cut(32), 3);
});
