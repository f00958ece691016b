import assert from 'node:assert/strict';
import { test } from 'node:test';
import { label, placed, record } from '../contract.test.world.ts';
import { WriteQueue } from './queue.ts';
import { type Job, type JobResult, SqliteWriter } from './writer.ts';

/** A writer that notes its commits and answers each job with its number. */
class Noting extends SqliteWriter {
  static readonly commits: number[] = [];

  static make(): Noting {
    return Object.create(Noting.prototype) as Noting;
  }

  override wait(): number {
    return 0;
  }

  override commit(jobs: readonly Job[]): JobResult[] {
    Noting.commits.push(jobs.length);
    return jobs.map((job) =>
      job.do === 'keep' && job.value === 'bad'
        ? { ok: false, error: Object.assign(new Error('bad'), { code: 'conflict' }) as never }
        : { ok: true, value: job.do },
    );
  }
}

const keep = (value: string): Job => ({ do: 'keep', name: 'n', value });
const append = (items: number): Job => ({
  do: 'append',
  chunk: {
    parcel: 'p',
    sequence: 0,
    items: Array.from({ length: items }, () =>
      placed(record({ id: 'tool--1' }), label('CLEAR', 'alpha')),
    ),
    reads: { policyEpoch: 1, missingDefinitions: [] },
  },
});

test('what waits is committed together, and one failure is one job’s', async () => {
  Noting.commits.length = 0;
  const queue = new WriteQueue(Noting.make());
  const results = await Promise.allSettled(
    ['a', 'bad', 'c'].map((value) => queue.push(keep(value), 1)),
  );
  assert.deepEqual(
    results.map((each) => each.status),
    ['fulfilled', 'rejected', 'fulfilled'],
  );
  assert.deepEqual(Noting.commits, [3]);
});

test('a commit takes no more memberships than it has slots for', async () => {
  Noting.commits.length = 0;
  const queue = new WriteQueue(Noting.make());
  await Promise.all(Array.from({ length: 45 }, () => queue.push(append(100), 1)));
  assert.deepEqual(Noting.commits, [20, 20, 5]);
});

test('a closed queue finishes what it has and takes nothing more', async () => {
  const queue = new WriteQueue(Noting.make());
  const last = queue.push(keep('last'), 1);
  await queue.close();
  assert.equal(await last, 'keep');
  await assert.rejects(queue.push(keep('late'), 1), { code: 'unavailable' });
});
