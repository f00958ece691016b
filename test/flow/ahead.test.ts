/** Reading one chunk ahead: what overlaps, what stays in order, what a failure leaves. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import type { FlowHouse } from '../../src/flow/index.ts';
import { bundle, indicator, openFlow } from './house.ts';

const CHUNK = 100;

/** The text of a bundle, object by object; `taken` tells how many of them were asked for. */
function source(objects: number) {
  const [before = '', after = ''] = bundle(7 as unknown as object).split('7');
  const state = { taken: 0 };
  async function* pieces(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(before);
    for (; state.taken < objects; state.taken++) {
      const comma = state.taken === 0 ? '' : ',';
      yield Buffer.from(comma + JSON.stringify(indicator()));
    }
    yield Buffer.from(after);
  }
  return { state, pieces: pieces() };
}

/** The same house with another writer in part. */
function withWriter(house: FlowHouse, change: Partial<FlowHouse['writer']>): FlowHouse {
  return { ...house, writer: { ...house.writer, ...change } };
}

async function quiet(): Promise<void> {
  for (let i = 0; i < 200; i++) await turn();
}

test('one chunk is read while another is stored, and no more than one', async (t) => {
  const flow = await openFlow(t);
  const { state, pieces } = source(5 * CHUNK);
  const stored: number[] = [];
  let open = () => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  const house = withWriter(flow.house, {
    async append(chunk) {
      stored.push(chunk.sequence);
      await gate;
      return flow.house.writer.append(chunk);
    },
  });
  const delivered = flow.deliverTo(house, pieces);
  await quiet();
  assert.deepEqual(stored, [0]);
  const near = Math.abs(state.taken - 2 * CHUNK) <= 1;
  assert.ok(near, `${state.taken} objects were taken`);
  open();
  const report = await delivered;
  assert.deepEqual(stored, [0, 1, 2, 3, 4, 5].slice(0, stored.length));
  assert.equal(report.stored, 5 * CHUNK);
});

test('a parcel that cannot be opened stores nothing and is the error told', async (t) => {
  const flow = await openFlow(t);
  const { pieces } = source(CHUNK);
  let appended = 0;
  const house = withWriter(flow.house, {
    receive: () => Promise.reject(new Error('the disk is full')),
    append: (chunk) => {
      appended++;
      return flow.house.writer.append(chunk);
    },
  });
  await assert.rejects(flow.deliverTo(house, pieces), /the disk is full/);
  assert.equal(appended, 0);
});

test('a chunk that cannot be stored is told although the source has gone quiet', async (t) => {
  const flow = await openFlow(t);
  const { pieces } = source(CHUNK);
  async function* stalls(): AsyncGenerator<Uint8Array> {
    for (let i = 0; i < CHUNK; i++) {
      const next = await pieces.next();
      if (!next.done) yield next.value;
    }
    const last = await pieces.next();
    if (!last.done) yield last.value;
    yield Buffer.from(`,${JSON.stringify(indicator())},`);
    await new Promise(() => {});
  }
  const house = withWriter(flow.house, {
    append: () => Promise.reject(new Error('the store went away')),
  });
  await assert.rejects(flow.deliverTo(house, stalls()), /the store went away/);
});

test('a source that breaks leaves what was stored before it', async (t) => {
  const flow = await openFlow(t);
  const { pieces } = source(3 * CHUNK);
  async function* breaks(): AsyncGenerator<Uint8Array> {
    for (let i = 0; i < 2 * CHUNK; i++) {
      const next = await pieces.next();
      if (!next.done) yield next.value;
    }
    throw new Error('the line broke');
  }
  const stored: number[] = [];
  const house = withWriter(flow.house, {
    async append(chunk) {
      const outcome = await flow.house.writer.append(chunk);
      stored.push(chunk.sequence);
      return outcome;
    },
  });
  await assert.rejects(flow.deliverTo(house, breaks()), /the line broke/);
  assert.deepEqual(stored, [0]);
});
