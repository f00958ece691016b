import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  AS_OPERATOR,
  collection,
  contractSees,
  idsIn,
  label,
  movableClock,
  objectId,
  organisation,
  parcelHead,
  person,
  placed,
  principal,
  record,
} from '../contract.test.world.ts';
import type { Parcel } from '../port.ts';
import { openForReading, openForWriting } from './connect.ts';
import { loadDriver } from './driver.ts';
import { ReadEngine } from './engine.ts';
import { prepare } from './open.ts';
import { houseFile } from './scratch.test.folder.ts';
import { type Job, SqliteWriter } from './writer.ts';

const INTO = '91a7b528-80eb-42ed-a74d-c6fbd5a26116';

test('on a full disk nothing is acknowledged, reads go on, and writing resumes by itself', async (t) => {
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
  const writer = new SqliteWriter(writing, contractSees);
  const reader = new ReadEngine(reading, contractSees);
  const clock = movableClock();
  const run = (...jobs: Job[]) => writer.commit(jobs, clock.now());
  const changes = [organisation('alpha'), person('alpha'), collection(INTO)];
  run({ do: 'change', changes, entry: AS_OPERATOR });
  const [opened] = run({ do: 'receive', head: parcelHead('alpha', INTO) });
  assert.ok(opened?.ok);
  const parcel = opened.value as Parcel;
  const append = (sequence: number): Job => {
    const names = Array.from({ length: 50 }, (_, n) => `${sequence} ${n}`);
    const items = names.map((name) =>
      placed(
        record({ id: objectId('tool', name), content: 'x'.repeat(2_000) }),
        label('GREEN', 'alpha'),
      ),
    );
    const reads = { policyEpoch: 2, missingDefinitions: [] };
    return { do: 'append', chunk: { parcel: parcel.id, sequence, items, reads } };
  };
  const visible = () => {
    const viewer = { principal: principal('alpha'), channel: 'feed' as const };
    const query = { collection: INTO, match: {}, limit: 1_000 };
    const page = reader.run({ do: 'objects', viewer, query }, clock.now()) as { body: Uint8Array };
    return idsIn(page.body).length;
  };
  // The engine reports a bound on its pages as it reports a full disk.
  const pages = (writing.prepare('PRAGMA page_count').get() as { page_count: number }).page_count;
  writing.exec(`PRAGMA max_page_count = ${pages + 120}`);
  let stored = 0;
  let failure = run(append(0), { do: 'keep', name: 'beside', value: 0 });
  while (failure.every((each) => each.ok)) {
    stored++;
    assert.ok(stored < 20, 'the bound is reached');
    failure = run(append(stored), { do: 'keep', name: 'beside', value: stored });
  }
  const [refused] = failure;
  assert.ok(refused?.ok === false && refused.error.code === 'storage-full');
  assert.equal(writing.isTransaction, false);
  assert.equal(visible(), stored * 50);
  writing.exec('PRAGMA max_page_count = 1073741823');
  const [again] = run(append(stored));
  assert.ok(again?.ok, 'the chunk that was refused is taken as soon as there is room');
  assert.equal(visible(), (stored + 1) * 50);
  assert.deepEqual(reader.run({ do: 'integrity' }, 0), []);
});
