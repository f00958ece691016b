/**
 * Durable before acknowledged on PostgreSQL, as the system sees it: the server's log that holds a
 * request's objects is synced before the server answers COMMIT, and that before the hub's 2xx.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import {
  ADMINISTRATOR,
  api,
  envelope,
  mainCollection,
  objectsUrl,
  post,
  Source,
  startHub,
} from '../endurance/house.ts';
import { NO_SERVER, startPostgres } from '../servers/postgres.ts';
import { commits } from './wal-trace.ts';

const POSTS = 10;
const IMPORTS = 3;
const CALLS = 'recvfrom,read,sendto,write,pwrite64,pwritev,fsync,fdatasync';

/** A server under a tracer, or null with the reason told. */
async function tracedServer(t: TestContext) {
  if (spawnSync('strace', ['-qq', '-o', '/dev/null', 'true']).status !== 0) {
    t.skip('strace does not run here: apt-get install strace');
    return null;
  }
  const folder = mkdtempSync(join(tmpdir(), 'cybex-wal-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  // The server runs as another account, and its tracer with it.
  chmodSync(folder, 0o777);
  const trace = join(folder, 'trace');
  const strace = ['strace', '-D', '-f', '--seccomp-bpf', '-qq', '-y', '-ttt', '-s', '2000000'];
  const server = await startPostgres({ under: [...strace, '-e', `trace=${CALLS}`, '-o', trace] });
  if (server === null) {
    t.skip(NO_SERVER);
    return null;
  }
  t.after(() => server.remove());
  const { url } = await server.schema();
  const lines = async () => {
    await server.stop();
    await sleep(500);
    return readFileSync(trace, 'latin1').split('\n');
  };
  return { url, lines };
}

interface Asked {
  readonly mark: string;
  readonly from: number;
  readonly until: number;
}

async function timed(mark: string, work: () => Promise<unknown>): Promise<Asked> {
  const from = Date.now() / 1000;
  await work();
  // The clock is read in whole milliseconds, downwards.
  return { mark, from, until: (Date.now() + 1) / 1000 };
}

test('a trace of the server shows a synced log before COMMIT is answered, and that before the 2xx', async (t) => {
  const server = await tracedServer(t);
  if (server === null) return;
  const data = mkdtempSync(join(tmpdir(), 'cybex-sync-'));
  t.after(() => rmSync(data, { recursive: true, force: true }));
  const asked: Asked[] = [];
  const hub = await startHub({ data, store: server.url });
  try {
    const source = new Source(8);
    const target = objectsUrl(hub.url, await mainCollection(hub.url));
    for (let n = 0; n < POSTS + IMPORTS; n++) {
      const objects = source.objects(1 + n * 5);
      const body = envelope(objects);
      const send = async () => {
        if (n >= POSTS) await api(hub.url, 'POST', '/import?collection=main', body);
        else assert.equal(await post(target, ADMINISTRATOR, body), 202);
      };
      asked.push(await timed(objects.at(-1)?.id ?? '', send));
    }
  } finally {
    await hub.stop();
  }
  const lines = await server.lines();
  for (const { mark, from, until } of asked) {
    const during = commits(lines, mark).filter((one) => one.asked >= from && one.answered <= until);
    assert.ok(during.length > 0, 'commits were answered while the request was open');
    assert.ok(
      during.some(({ durable }) => durable),
      `${mark} was in the log and synced before its COMMIT was answered and the hub's 2xx came`,
    );
  }
  const syncs = lines.filter((line) => /(?:fsync|fdatasync)\(\d+<[^>]*pg_wal/.test(line)).length;
  t.diagnostic(`${asked.length} requests acknowledged; ${syncs} syncs of the log in the trace`);
});

test('a server that does not wait for its log is caught by the same trace', async (t) => {
  const server = await tracedServer(t);
  if (server === null) return;
  const found = new Map<string, boolean>();
  const client = new Client({ connectionString: server.url });
  await client.connect();
  await client.query('CREATE TABLE kept (x text)');
  const asked: Asked[] = [];
  for (const waits of ['on', 'off']) {
    await client.query(`SET synchronous_commit = ${waits}`);
    const mark = `mark-of-a-commit-that-waits-${waits}-`.repeat(3);
    const insert = async () => {
      await client.query('BEGIN');
      await client.query('INSERT INTO kept VALUES ($1)', [mark]);
      await client.query('COMMIT');
    };
    asked.push(await timed(mark, insert));
    await sleep(1000);
  }
  await client.end();
  const lines = await server.lines();
  for (const { mark, from, until } of asked) {
    const during = commits(lines, mark).filter((one) => one.asked >= from && one.answered <= until);
    assert.equal(during.length, 1);
    found.set(mark.split('-')[6] ?? '', during[0]?.durable === true);
  }
  assert.deepEqual(
    [...found],
    [
      ['on', true],
      ['off', false],
    ],
  );
});

test('a trace of a commit that nothing covers is caught', () => {
  const line = (process: number, time: number, text: string) => `${process} ${time}.0 ${text}`;
  const ask = line(
    7,
    1,
    'recvfrom(9<socket:[1]>, "Q\\0\\0\\0\\vCOMMIT\\0", 8192, 0, NULL, NULL) = 12',
  );
  const write = line(7, 2, 'pwrite64(5</d/pg_wal/01>, "..tool--1..", 8192, 0) = 8192');
  const sync = line(7, 3, 'fdatasync(5</d/pg_wal/01>) = 0');
  const begun = line(8, 3, 'fdatasync(5</d/pg_wal/01> <unfinished ...>');
  const ended = line(8, 4, '<... fdatasync resumed>) = 0');
  const answer = line(
    7,
    5,
    'sendto(9<socket:[1]>, "C\\0\\0\\0\\vCOMMIT\\0Z\\0\\0\\0\\5I", 18, 0, NULL, 0) = 18',
  );
  const durable = (...lines: string[]) => commits(lines, 'tool--1')[0]?.durable;
  assert.equal(durable(ask, write, sync, answer), true);
  assert.equal(durable(ask, write, begun, ended, answer), true, "another process's sync will do");
  assert.equal(durable(write, ask, sync, answer), true, 'the log may be written before');
  assert.equal(durable(ask, write, answer), false);
  assert.equal(durable(ask, sync, write, answer), false, 'a sync before the write is none');
  assert.equal(durable(write, sync, ask, answer), false, 'the commit itself is not in it');
  assert.equal(
    durable(ask, write, begun, answer, ended),
    false,
    'a sync that has not ended is none',
  );
});
