import assert from 'node:assert/strict';
import { existsSync, statSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import {
  AS_OPERATOR,
  collection,
  contractSees,
  label,
  movableClock,
  objectId,
  organisation,
  parcelHead,
  person,
  placed,
  record,
} from '../contract.test.world.ts';
import type { Parcel } from '../port.ts';
import { openForReading, openForWriting } from './connect.ts';
import { loadDriver } from './driver.ts';
import { ReadEngine } from './engine.ts';
import { prepare } from './open.ts';
import { ProvidentWriter, type Reserve, ReserveFile } from './reserve.ts';
import { houseFile } from './scratch.test.folder.ts';
import { type Job, SqliteWriter } from './writer.ts';

const INTO = '91a7b528-80eb-42ed-a74d-c6fbd5a26116';
const PAGES_IN_RESERVE = 100;

test('the file takes its room, gives it up, and takes it again', async (t) => {
  const file = houseFile(t);
  await prepare(file).then(({ release }) => release());
  const path = `${file}-reserve`;
  const reserve = new ReserveFile(file, 300_000);
  assert.deepEqual([reserve.isHeld, statSync(path).size], [true, 300_000]);
  reserve.giveUp();
  assert.deepEqual([reserve.isHeld, existsSync(path)], [false, false]);
  assert.equal(reserve.restore(), true);
  // A hub that ended while it took the room finds a part of it.
  writeFileSync(path, 'part');
  assert.equal(new ReserveFile(file, 300_000).isHeld, true);
  assert.equal(statSync(path).size, 300_000);
  const none = new ReserveFile(file, 2 ** 50);
  assert.equal(none.isHeld, false, 'where there is no room, it goes without');
});

test('on a full disk deliveries and revocations go on, content waits for room', async (t) => {
  const file = houseFile(t);
  const { release } = await prepare(file);
  const driver = await loadDriver();
  const writing = openForWriting(driver, file);
  const reading = openForReading(driver, file);
  t.after(() => {
    reading.close();
    writing.close();
    release();
  });
  // The engine reports a bound on its pages as it reports a full disk.
  const bound = (pages: number) => writing.exec(`PRAGMA max_page_count = ${pages}`);
  const size = () =>
    (writing.prepare('PRAGMA page_count').get() as { page_count: number }).page_count;
  const room = { isHeld: true, isThere: false };
  const reserve: Reserve = {
    get isHeld() {
      return room.isHeld;
    },
    giveUp() {
      room.isHeld = false;
      bound(size() + PAGES_IN_RESERVE);
    },
    restore() {
      room.isHeld ||= room.isThere;
      if (room.isHeld) bound(1_073_741_823);
      return room.isHeld;
    },
  };
  let folded = 0;
  const fold = () => {
    folded++;
  };
  const writer = new ProvidentWriter(new SqliteWriter(writing, contractSees), reserve, fold);
  const clock = movableClock();
  const run = (...jobs: Job[]) => writer.commit(jobs, clock.now());
  const codes = (...jobs: Job[]) =>
    run(...jobs).map((each) => (each.ok ? 'done' : each.error.code));
  run({
    do: 'change',
    changes: [organisation('alpha'), person('alpha'), collection(INTO)],
    entry: AS_OPERATOR,
  });
  const [opened] = run({ do: 'receive', head: parcelHead('alpha', INTO) });
  assert.ok(opened?.ok);
  const parcel = (opened.value as Parcel).id;
  const append = (sequence: number): Job => {
    const items = Array.from({ length: 30 }, (_, n) =>
      placed(
        record({ id: objectId('tool', `${sequence} ${n}`), content: 'x'.repeat(2_000) }),
        label('GREEN', 'alpha'),
      ),
    );
    const reads = { policyEpoch: 2, missingDefinitions: [] };
    return { do: 'append', chunk: { parcel, sequence, items, reads } };
  };
  const deliver = (principal: string): Job => ({
    do: 'deliver',
    delivery: { principal, collection: INTO, filter: 'f'.repeat(1_000), through: 1 },
  });
  const revoke: Job = { do: 'change', changes: [person('alpha')], entry: AS_OPERATOR };

  bound(size());
  assert.deepEqual(codes(append(0), deliver('a'), revoke), ['storage-full', 'done', 'done']);
  assert.deepEqual([room.isHeld, folded], [false, 1]);
  for (let n = 0; n < 20; n++) {
    assert.deepEqual(codes(deliver(`b ${n}`), append(0)), ['done', 'storage-full']);
  }
  room.isThere = true;
  const policy = { policyEpoch: 3, missingDefinitions: [] };
  const again = append(0);
  assert.ok(again.do === 'append');
  assert.deepEqual(codes({ ...again, chunk: { ...again.chunk, reads: policy } }), ['done']);
  assert.equal(room.isHeld, true);
  const integrity = new ReadEngine(reading, contractSees).run({ do: 'integrity' }, 0);
  assert.deepEqual(integrity, []);
});
