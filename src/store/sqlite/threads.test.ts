import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  AS_OPERATOR,
  collection,
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
import type { House } from '../port.ts';
import { openSqliteHouse } from './open-threaded.ts';
import { houseFile } from './scratch.test.folder.ts';
import { packJob, unpackJob } from './wire.ts';
import type { Job } from './writer.ts';

const INTO = '91a7b528-80eb-42ed-a74d-c6fbd5a26116';

async function opened(t: { after(done: () => Promise<void>): void }, file: string): Promise<House> {
  const workerModule = new URL('./restless.test.worker.js', import.meta.url);
  const house = await openSqliteHouse({ file, clock: movableClock(), workerModule });
  t.after(() => house.close());
  const people = (['alpha', 'delta'] as const).flatMap((name) => [
    organisation(name),
    person(name),
  ]);
  await house.operations.change([...people, collection(INTO)], AS_OPERATOR);
  return house;
}

const readerOf = (house: House, who: 'alpha' | 'delta') =>
  house.readerFor({ principal: principal(who), channel: 'feed' });
const page = { collection: INTO, match: {}, limit: 5 };

async function post(house: House, name: string): Promise<void> {
  const parcel = await house.writer.receive(parcelHead('alpha', INTO));
  const items = [placed(record({ id: objectId('tool', name) }), label('GREEN', 'alpha'))];
  const policyEpoch = await house.operations.policyEpoch();
  const reads = { policyEpoch, missingDefinitions: [] };
  await house.writer.append({ parcel: parcel.id, sequence: 0, items, reads });
}

test('a page that is given back is empty at once, and the next one is whole', async (t) => {
  const house = await opened(t, houseFile(t));
  await post(house, 'one');
  const reader = readerOf(house, 'alpha');
  const first = await reader.objects(page);
  const kept = Buffer.from(first.body);
  assert.ok(kept.length > 0);
  assert.ok(first.release);
  first.release();
  first.release();
  const second = await reader.objects(page);
  assert.equal(first.body.length, 0);
  assert.deepEqual(Buffer.from(second.body), kept);
  const third = await reader.objects(page);
  assert.deepEqual(Buffer.from(third.body), kept);
  assert.deepEqual(Buffer.from(second.body), kept);
});

test('a reader that dies fails its calls, and the next one finds a new reader', async (t) => {
  const house = await opened(t, houseFile(t));
  await post(house, 'one');
  assert.equal((await readerOf(house, 'alpha').objects(page)).count, 1);
  const results = await Promise.allSettled([
    readerOf(house, 'delta').objects(page),
    readerOf(house, 'alpha').objects(page),
  ]);
  assert.deepEqual(
    results.map((each) => each.status === 'rejected' && each.reason.code),
    ['unavailable', 'unavailable'],
  );
  await sleep(300);
  assert.equal((await readerOf(house, 'alpha').objects(page)).count, 1);
});

test('a writer that dies fails its jobs, loses nothing, and writing goes on', async (t) => {
  const house = await opened(t, houseFile(t));
  await post(house, 'one');
  const delta = principal('delta');
  await assert.rejects(house.writer.reoffer(delta.organisation, delta, delta), {
    code: 'unavailable',
  });
  await sleep(300);
  await post(house, 'two');
  assert.equal((await readerOf(house, 'alpha').objects(page)).count, 2);
  assert.deepEqual(await house.operations.integrity(), []);
});

test('closing waits for what was given to the writer', async (t) => {
  const file = houseFile(t);
  const workerModule = new URL('./restless.test.worker.js', import.meta.url);
  const clock = movableClock();
  const house = await openSqliteHouse({ file, clock, workerModule });
  const kept = Promise.all(
    Array.from({ length: 50 }, (_, n) => house.operations.keep(`value:${n}`, n)),
  );
  await house.close();
  await kept;
  const again = await openSqliteHouse({ file, clock, workerModule });
  t.after(() => again.close());
  assert.equal((await again.operations.kept('value:')).size, 50);
});

test('a chunk comes out of the wire as it went in', () => {
  const gap = Buffer.from('xx,yy').subarray(2, 3);
  const job: Job = {
    do: 'append',
    chunk: {
      parcel: 'p',
      sequence: 0,
      items: [
        { ...placed(record({ id: 'tool--1' }), label('CLEAR', 'alpha')), gap } as never,
        {
          kind: 'refused',
          gap,
          bytes: Buffer.alloc(0),
          path: '/objects/1',
          id: '',
          version: '',
          issues: [],
        },
      ],
      closingGap: Buffer.from(']}'),
      reads: { policyEpoch: 1, missingDefinitions: [] },
    },
  };
  const { work, bytes } = packJob(job);
  const plain = (value: unknown) =>
    JSON.stringify(value, (_name, member) =>
      member?.type === 'Buffer' || member instanceof Uint8Array
        ? Buffer.from(member.data ?? member).toString('hex')
        : member,
    );
  const back = unpackJob(structuredClone(work), bytes);
  assert.deepEqual(JSON.parse(plain(back)), JSON.parse(plain(job)));
  // A view into a larger buffer must not carry the rest of it along.
  assert.ok(bytes !== undefined && bytes.buffer.byteLength < 1_000);
});
