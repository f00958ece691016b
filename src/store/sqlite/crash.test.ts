import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { contractSees, idsIn, movableClock, principal } from '../contract.test.world.ts';
import type { House } from '../port.ts';
import { openSqliteHouseInProcess } from './open.ts';
import { houseFile } from './scratch.test.folder.ts';

const INTO = '91a7b528-80eb-42ed-a74d-c6fbd5a26116';
const ROUNDS = 4;

/** Lets a child write for a moment, kills it, and returns the ids that it had told. */
async function killedWriter(file: string, round: number): Promise<string[]> {
  const entry = new URL('./crash.test.child.js', import.meta.url).pathname;
  const child = spawn(process.execPath, [entry, file, INTO, String(round)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const told: Buffer[] = [];
  child.stdout.on('data', (bytes: Buffer) => told.push(bytes));
  await once(child.stdout, 'data');
  await sleep(50 + Math.random() * 250);
  child.kill('SIGKILL');
  await once(child, 'close');
  // What stands behind the last line end was cut by the kill.
  const lines = Buffer.concat(told).toString().split('\n');
  return lines.slice(0, -1).flatMap((line) => line.split(' '));
}

async function everything(house: House): Promise<Map<string, number>> {
  const reader = house.readerFor({ principal: principal('alpha'), channel: 'feed' });
  const counts = new Map<string, number>();
  for (let after = {}; ; ) {
    const page = await reader.objects({ collection: INTO, match: {}, limit: 1_000, ...after });
    if (page.count > 0)
      for (const id of idsIn(page.body)) counts.set(id, (counts.get(id) ?? 0) + 1);
    if (!page.more || page.last === undefined) return counts;
    after = { after: page.last };
  }
}

test('what was acknowledged is there after kill -9, whole and once', async (t) => {
  const file = houseFile(t);
  const told: string[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    told.push(...(await killedWriter(file, round)));
    const house = await openSqliteHouseInProcess({
      file,
      clock: movableClock(),
      sees: contractSees,
    });
    const found = await everything(house);
    for (const id of told) assert.equal(found.get(id), 1, id);
    // Chunks have three records: none of them is half there.
    assert.equal(found.size % 3, 0);
    assert.deepEqual(await house.operations.integrity(), []);
    await house.close();
  }
  assert.ok(told.length > 0);
});
