import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Label } from '../../core/label.ts';
import { LabelBook } from '../label-book.ts';
import { labelDigest, labelText } from '../label-form.ts';
import { LabelView } from '../label-view.ts';
import { ViewBits } from './view-bits.ts';

const MINE = 'mine';
const viewer = { kind: 'person' as const, id: 'p', organisation: MINE, communities: [], roles: [] };
const at = (second: number) => `2030-01-01T00:00:${String(second).padStart(2, '0')}Z`;
const START = Date.UTC(2030, 0, 1) * 1_000;

interface Draw {
  readonly seen: boolean;
  readonly own: boolean;
  readonly from: number | null;
  readonly until: number | null;
}

const drawn: fc.Arbitrary<Draw> = fc.record({
  seen: fc.boolean(),
  own: fc.boolean(),
  from: fc.option(fc.integer({ min: 1, max: 50 })),
  until: fc.option(fc.integer({ min: 1, max: 50 })),
});

function labelOf({ seen, own, from, until }: Draw, n: number): Label {
  return {
    tlp: seen ? 'GREEN' : 'RED',
    audience: null,
    owner: own ? MINE : 'other',
    creator: String(n),
    unknown: [],
    ...(from !== null && { from: at(from) }),
    ...(until !== null && { until: at(until) }),
  };
}

const bit = (bits: Buffer, id: number) => ((bits[id >> 3] ?? 0) >> (id & 7)) & 1;

test('a bit says what the view says, label by label and second by second', () => {
  fc.assert(
    fc.property(fc.array(drawn, { maxLength: 40 }), fc.nat(40), (draws, split) => {
      const book = new LabelBook();
      const view = new LabelView(viewer, 'feed', (_, label) => label.tlp === 'GREEN');
      const bits = new ViewBits();
      const add = (from: number, to: number) => {
        for (const [index, draw] of draws.slice(from, to).entries()) {
          const text = labelText(labelOf(draw, from + index));
          book.add({ id: from + index + 1, digest: labelDigest(text), text });
        }
      };
      for (const second of [0, 10, 25, 60]) {
        if (second === 0) add(0, split);
        if (second === 25) add(split, draws.length);
        bits.bringUpTo(view, book, START + second * 1_000_000);
        let hidden = 0;
        for (let id = 1; id <= book.highest; id++) {
          const { seen, own, from, until } = draws[id - 1] ?? assert.fail();
          const visible = seen && (own || until === null || until > second);
          assert.equal(bit(bits.visible, id), visible ? 1 : 0);
          assert.equal(bit(bits.owned, id), seen && own && from !== null ? 1 : 0);
          if (!visible || (from !== null && !own)) hidden++;
        }
        assert.equal(bits.seesEverything, hidden === 0);
      }
    }),
  );
});
