/** Many at once: followers beside writers, two processes, a backup under load. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, type TestContext, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  AS_OPERATOR,
  CIRCLE,
  circle,
  idsIn,
  label,
  NAMES,
  type Name,
  type OpenContractHouse,
  objectId,
  openWorld,
  parcelHead,
  placed,
  principal,
  record,
} from './contract.test.world.ts';
import type { Cursor, House, Reader } from './port.ts';

/** Small, repeatable randomness for delays; the suite's inputs come from fast-check. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state / 2 ** 32;
  };
}

/** Posts `chunks` chunks of a few records each and returns the ids that were acknowledged. */
async function write(house: House, by: Name, into: string, chunks: number, seed: number) {
  const random = dice(seed);
  const written: string[] = [];
  const policyEpoch = await house.operations.policyEpoch();
  const parcel = await house.writer.receive(parcelHead(by, into));
  for (let sequence = 0; sequence < chunks; sequence++) {
    const size = 1 + Math.floor(random() * 12);
    const ids = Array.from({ length: size }, (_, n) =>
      objectId('tool', `${seed} ${sequence} ${n}`),
    );
    const items = ids.map((id) =>
      placed(record({ id }), label(random() < 0.5 ? 'CLEAR' : 'GREEN', by)),
    );
    const reads = { policyEpoch, missingDefinitions: [] };
    const outcome = await house.writer.append({ parcel: parcel.id, sequence, items, reads });
    assert.equal(outcome.kind, 'committed');
    written.push(...ids);
    if (random() < 0.5) await sleep(random() * 4);
  }
  return written;
}

/** Follows a collection until told to end and nothing is left; fails on a repeated object. */
async function follow(
  reader: Reader,
  collection: string,
  by: 'after' | 'addedAfter',
  end: () => boolean,
) {
  const seen = new Set<string>();
  let last: Cursor | undefined;
  for (;;) {
    const ending = end();
    const place = last && (by === 'after' ? { after: last } : { addedAfter: last.position });
    const page = await reader.objects({ collection, match: {}, limit: 17, ...place });
    for (const id of idsIn(page.body)) {
      assert.ok(!seen.has(id), `${id} came twice`);
      seen.add(id);
    }
    if (page.last !== undefined) last = page.last;
    else if (ending) return seen;
    else await sleep(2);
  }
}

function folder(t: TestContext): string {
  const path = mkdtempSync(join(tmpdir(), 'cybex-backup-'));
  t.after(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

export function loadContract(name: string, open: OpenContractHouse): void {
  describe(`${name}: many at once`, () => {
    test('followers beside eight writers miss nothing and get nothing twice', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const into = await world.collection();
      let writing = true;
      const followers = [
        follow(world.reader('beta'), into, 'after', () => !writing),
        follow(world.reader('gamma'), into, 'addedAfter', () => !writing),
      ];
      const houses = [world.house, (await world.outside.second?.()) ?? world.house];
      const written = await Promise.all(
        Array.from({ length: 8 }, (_, n) =>
          write(houses[n % 2] ?? world.house, NAMES[n % 4] ?? 'alpha', into, 12, n + 1),
        ),
      );
      writing = false;
      for (const seen of await Promise.all(followers)) {
        assert.deepEqual([...seen].sort(), written.flat().sort());
      }
      assert.deepEqual(await world.house.operations.integrity(), []);
    });

    test('the same content from eight writers at once is stored once', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const into = await world.collection();
      const houses = [world.house, (await world.outside.second?.()) ?? world.house];
      const policyEpoch = await world.house.operations.policyEpoch();
      const items = Array.from({ length: 20 }, (_, n) =>
        placed(record({ id: objectId('tool', `raced ${n}`) }), label('GREEN', 'alpha')),
      );
      const outcomes = await Promise.all(
        Array.from({ length: 8 }, async (_, n) => {
          const { writer } = houses[n % 2] ?? world.house;
          const parcel = await writer.receive(parcelHead('alpha', into));
          const order = n % 3 === 0 ? [...items].reverse() : items;
          const reads = { policyEpoch, missingDefinitions: [] };
          return writer.append({ parcel: parcel.id, sequence: 0, items: order, reads });
        }),
      );
      const kinds = outcomes.flatMap((one) =>
        one.kind === 'committed' ? one.items.map((item) => item.kind) : [one.kind],
      );
      assert.equal(kinds.filter((kind) => kind === 'stored').length, 20);
      assert.equal(kinds.filter((kind) => kind === 'duplicate').length, 140);
      const { records, memberships } = await world.house.operations.state();
      assert.deepEqual([records, memberships], [20, 20]);
    });

    test('a revocation in one process acts in the other at once', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const second = await world.outside.second?.();
      if (second === undefined) return t.skip(`${name} has one process`);
      const into = await world.collection();
      const audience = { organisations: [], communities: [CIRCLE], persons: [] };
      const item = placed(
        record({ id: objectId('tool', 'x') }),
        label('AMBER', 'alpha', { audience }),
      );
      await world.deliver('alpha', into, item);
      const reader = second.readerFor({ principal: principal('beta'), channel: 'feed' });
      const count = async () =>
        (await reader.objects({ collection: into, match: {}, limit: 5 })).count;
      for (let round = 0; round < 10; round++) {
        assert.equal(await count(), 1);
        await world.change(circle(['alpha'], 2 * round + 2));
        assert.equal(await count(), 0);
        await second.operations.change([circle(['alpha', 'beta'], 2 * round + 3)], AS_OPERATOR);
      }
      const secret = await world.house.operations.secret('shared');
      assert.deepEqual(await second.operations.secret('shared'), secret);
    });

    test('a backup under load holds what was acknowledged before it began', async (t) => {
      const world = await openWorld(t, open);
      if (world === null) return;
      const into = await world.collection();
      const before = await write(world.house, 'alpha', into, 20, 77);
      await world.house.operations.secret('kept');
      const file = join(folder(t), 'backup');
      const progress: number[] = [];
      const [size] = await Promise.all([
        world.house.operations.backup(file, (done, total) => progress.push(done / total)),
        write(world.house, 'beta', into, 20, 78),
        write(world.house, 'gamma', into, 20, 79),
      ]);
      assert.ok(size > 0);
      assert.ok(progress.every((share) => share >= 0 && share <= 1));
      const restored = await world.outside.restore(file);
      t.after(() => restored.close());
      const walk = async (house: House) => {
        const reader = house.readerFor({ principal: principal('delta'), channel: 'feed' });
        const page = await reader.objects({ collection: into, match: {}, limit: 1_000 });
        const rows = await reader.manifest({ collection: into, match: {}, limit: 1_000 });
        return { ids: idsIn(page.body), body: Buffer.from(page.body).toString(), rows: rows.rows };
      };
      const [there, here] = [await walk(restored), await walk(world.house)];
      assert.ok(before.every((id) => there.ids.includes(id)));
      assert.deepEqual(there.rows, here.rows.slice(0, there.rows.length));
      assert.ok(here.body.startsWith(there.body));
      const [state, original] = [
        await restored.operations.state(),
        await world.house.operations.state(),
      ];
      assert.deepEqual([state.id, state.policyEpoch], [original.id, original.policyEpoch]);
      assert.deepEqual(
        Buffer.from(await restored.operations.secret('kept')),
        Buffer.from(await world.house.operations.secret('kept')),
      );
      assert.deepEqual(
        await restored.operations.directory(),
        await world.house.operations.directory(),
      );
      assert.deepEqual(await restored.operations.integrity(), []);
    });
  });
}
