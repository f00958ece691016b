/**
 * No record, count, token, position, error or header lets a principal tell a hidden object from an
 * absent one. Few worlds here; `npm run endurance -- worlds` runs a thousand.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareWorlds, describeLeak } from './worlds.ts';

const WORLDS = 40;
const REQUESTS = 50;

test('a world with a hidden object answers as the same world without it', async (t) => {
  const report = await compareWorlds({
    worlds: WORLDS,
    requests: REQUESTS,
    // Other worlds every day, and the same ones all day.
    seed: Math.floor(Date.now() / 86_400_000) * 1_000,
    milliseconds: 40_000,
    stopAtLeak: true,
  });
  assert.deepEqual(report.leaks.map(describeLeak), []);
  const { worlds, requests, statuses } = report;
  assert.equal(requests, worlds * REQUESTS);
  assert.ok(worlds >= 3, `${worlds} worlds`);
  // Answers that say something, beside refusals that are easily alike.
  assert.ok((statuses.get(200) ?? 0) > requests / 4);
  assert.ok((statuses.get(404) ?? 0) > 0);
  t.diagnostic(`${worlds} worlds, ${requests} requests in each half`);
});
