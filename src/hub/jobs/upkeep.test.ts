import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CybexError } from '../../core/error.ts';
import type { Hub } from '../hub.ts';
import { Upkeep } from './upkeep.ts';

/** One round over a hub of which only this much is there; gives the steps that failed. */
async function round(correlate: () => Promise<number>, release: () => Promise<object>) {
  const failed: string[] = [];
  const done: string[] = [];
  let over: () => void = () => {};
  const ended = new Promise<void>((resolve) => {
    over = resolve;
  });
  const hub = {
    clock: { now: () => 0 },
    log: { error: ({ step }: { step: string }) => failed.push(step) },
    house: {
      writer: { release, retain: async () => ({ deleted: 0 }) },
      operations: {
        kept: async () => {
          done.push('kept');
          over();
          return new Map();
        },
      },
    },
    directory: { current: async () => ({ collections: [] }) },
  } as unknown as Hub;
  const upkeep = new Upkeep(hub, async () => {
    try {
      return await correlate();
    } finally {
      setTimeout(over, 200);
    }
  });
  upkeep.start();
  await ended;
  await upkeep.stop();
  return { failed, done };
}

test('a step that fails holds up no other', async () => {
  let released = 0;
  const { failed, done } = await round(
    async () => {
      throw new Error('a row of the outbox');
    },
    async () => {
      released++;
      return { released: 0 };
    },
  );
  assert.deepEqual([failed[0], released >= 1, done.length >= 1], ['outbox', true, true]);
});

test('a store that takes nothing ends the round', async () => {
  let released = 0;
  const { failed } = await round(
    async () => {
      throw new CybexError('storage-full', 'the disk of the store is full');
    },
    async () => {
      released++;
      return { released: 0 };
    },
  );
  assert.deepEqual([failed, released], [['outbox'], 0]);
});
