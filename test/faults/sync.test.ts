/**
 * Durable before acknowledged, as the system sees it: between reading a request and writing its
 * 2xx the process has written to the write-ahead log and the kernel has synced it.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
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
import { acknowledgements } from './trace.ts';

const POSTS = 12;
const IMPORTS = 4;
const CALLS = 'read,write,writev,sendto,sendmsg,pwrite64,pwritev,fsync,fdatasync';

test('a system-call trace shows an fsync of the log before every 2xx', async (t) => {
  const probe = spawnSync('strace', ['-qq', '-o', '/dev/null', 'true']);
  if (probe.status !== 0) return t.skip('strace does not run here: apt-get install strace');
  const data = mkdtempSync(join(tmpdir(), 'cybex-sync-'));
  t.after(() => rmSync(data, { recursive: true, force: true }));
  const trace = join(data, 'trace');
  // -D: the tracer is the grandchild, so that the hub is the process that is stopped.
  const strace = ['strace', '-D', '-f', '--seccomp-bpf', '-qq', '-y', '-ttt', '-s', '5000'];
  const under = [...strace, '-e', `trace=${CALLS}`, '-o', trace];
  const marks: string[] = [];
  const hub = await startHub({ data, store: 'sqlite', under });
  try {
    const source = new Source(7);
    const target = objectsUrl(hub.url, await mainCollection(hub.url));
    for (let n = 0; n < POSTS; n++) {
      const objects = source.objects(1 + n * 3);
      assert.equal(await post(target, ADMINISTRATOR, envelope(objects)), 202);
      marks.push(objects.at(-1)?.id ?? '');
    }
    for (let n = 0; n < IMPORTS; n++) {
      const objects = source.objects(1 + n * 50);
      await api(hub.url, 'POST', '/import?collection=main', envelope(objects));
      marks.push(objects.at(-1)?.id ?? '');
    }
  } finally {
    await hub.stop();
  }
  const found = acknowledgements(readFileSync(trace, 'latin1').split('\n'), marks);
  const posts = found.filter(({ path }) => path.includes('/taxii2/'));
  const imports = found.filter(({ path }) => path.includes('/api/v1/import'));
  assert.deepEqual([posts.length, imports.length], [POSTS, IMPORTS]);
  for (const { path, logWrites, syncs, durable } of [...posts, ...imports]) {
    assert.ok(logWrites > 0, `${path}: the log was written`);
    assert.ok(syncs > 0, `${path}: the log was synced`);
    assert.ok(durable, `${path}: its last object was in the log and synced before the 2xx`);
  }
  const sum = (of: typeof found) => of.reduce((total, { syncs }) => total + syncs, 0);
  t.diagnostic(
    `${posts.length} posts with ${sum(posts)} syncs, ${imports.length} imports with ${sum(imports)} syncs before their 2xx`,
  );
});

test('a trace without a sync is caught', () => {
  const line = (time: number, text: string) => `11 ${time}.0 ${text}`;
  const request = line(1, 'read(20<socket:[1]>, "POST /taxii2/x HTTP/1.1\\r\\n", 65536) = 24');
  const write = line(2, 'pwrite64(9</d/cybex.sqlite-wal>, "..tool--1..", 4096, 0) = 4096');
  const other = line(2, 'pwrite64(9</d/cybex.sqlite-wal>, "something", 4096, 0) = 4096');
  const sync = line(3, 'fdatasync(9</d/cybex.sqlite-wal>) = 0');
  const begun = line(3, 'fdatasync(9</d/cybex.sqlite-wal> <unfinished ...>');
  const ended = line(3, '<... fdatasync resumed>) = 0');
  const answer = line(4, 'write(20<socket:[1]>, "HTTP/1.1 202 Accepted\\r\\n", 24) = 24');
  const durable = (...lines: string[]) =>
    acknowledgements([request, ...lines, answer], ['tool--1'])[0]?.durable;
  assert.equal(durable(write, sync), true);
  assert.equal(durable(write, begun, ended), true);
  assert.equal(durable(write), false);
  assert.equal(durable(sync, write), false, 'a sync before the write is none');
  assert.equal(durable(other, sync), false, "another commit's sync is none");
  assert.equal(durable(write, begun), false, 'a sync that has not ended is none');
});
