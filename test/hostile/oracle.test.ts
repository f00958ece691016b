/** Planted faults, each of which the oracle must catch: an oracle that cannot fail proves nothing. */
import assert from 'node:assert/strict';
import dns from 'node:dns';
import { existsSync, readFile } from 'node:fs';
import { createConnection } from 'node:net';
import { test } from 'node:test';
import { mutate, mutateStructure } from './mutate.ts';
import { examine, intrinsics, isPolluted, watched } from './oracle.ts';
import { caseSeed, seededRandom } from './random.ts';
import { JSON_SEEDS } from './seeds.ts';

const encoder = new TextEncoder();
const subject = (feed: () => void | Promise<void>) => ({ name: 'planted', seeds: [], feed });
const byte = Uint8Array.of(1);

test('an exception is caught, thrown or rejected', async () => {
  const thrown = subject(() => {
    throw new Error('escaped');
  });
  await assert.rejects(examine(thrown, byte), /escaped/);
  const rejected = subject(() => Promise.reject(new Error('escaped')));
  await assert.rejects(examine(rejected, byte), /escaped/);
});

test('a slow answer is caught', async () => {
  const slow = subject(() => {
    const start = process.cpuUsage();
    let spent = 0;
    while (spent < 55_000) {
      'x'.repeat(1_000_000).split('');
      const { user, system } = process.cpuUsage(start);
      spent = user + system;
    }
  });
  await assert.rejects(examine(slow, byte), /ms for 1 bytes/);
  await examine(slow, new Uint8Array(1_000_000));
});

test('pollution and changed intrinsics are caught', () => {
  const before = intrinsics();
  assert.equal(isPolluted(), false);
  Object.assign(Object.prototype, { polluted: true });
  try {
    assert.ok(isPolluted());
    assert.notDeepEqual(intrinsics(), before);
  } finally {
    Reflect.deleteProperty(Object.prototype, 'polluted');
  }
  const { parse } = JSON;
  JSON.parse = () => 1;
  try {
    assert.notDeepEqual(intrinsics(), before);
  } finally {
    JSON.parse = parse;
  }
  assert.deepEqual(intrinsics(), before);
});

test('files, sockets, name queries and processes are caught', async () => {
  const attempts: readonly (() => unknown)[] = [
    () => existsSync('/'),
    () => readFile('/nowhere', () => {}),
    () => import('node:fs/promises').then((fs) => fs.stat('/')),
    () => createConnection(9),
    () => dns.lookup('localhost', () => {}),
    () => import('node:child_process').then((processes) => processes.spawn('true')),
  ];
  for (const attempt of attempts) {
    const seen = await watched(async () => {
      try {
        await attempt();
      } catch {
        // The oracle itself makes some of them throw.
      }
    });
    assert.notDeepEqual(seen, [], attempt.toString());
  }
  assert.deepEqual(await watched(async () => void JSON.parse('1')), []);
  assert.equal(existsSync('/'), true, 'what was taken away is given back');
});

test('a seed repeats a mutant, and mutants differ', () => {
  const seeds = JSON_SEEDS.map((seed) => encoder.encode(seed));
  const made = new Set<string>();
  for (let index = 0; index < 1000; index++) {
    const mutant = mutate(seeds, seededRandom(caseSeed(7, index)));
    assert.deepEqual(mutate(seeds, seededRandom(caseSeed(7, index))), mutant);
    made.add(Buffer.from(mutant).toString('latin1'));
  }
  assert.ok(made.size > 900, `${made.size} of 1000 differ`);
});

test('mutants of structure are mostly still JSON', () => {
  const seed = encoder.encode(JSON_SEEDS[1]);
  let parsed = 0;
  for (let index = 0; index < 500; index++) {
    const mutant = mutateStructure(seed, seededRandom(index));
    assert.ok(mutant !== null);
    try {
      JSON.parse(Buffer.from(mutant).toString());
      parsed++;
    } catch {
      // a mutant that is no JSON
    }
  }
  assert.ok(parsed > 450, `${parsed} of 500`);
});
