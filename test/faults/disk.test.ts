import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diskFull, isSound, NO_MOUNT } from '../endurance/faults.ts';

test('disk full at two random bytes: nothing acknowledged is lost, reads go on, writing resumes', async (t) => {
  const figures = await diskFull({ levels: 2, writers: 8, seed: 11 }, () => {});
  if (figures === null) return t.skip(NO_MOUNT);
  t.diagnostic(JSON.stringify(figures));
  assert.ok(isSound(figures), JSON.stringify(figures));
});
