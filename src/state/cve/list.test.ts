/** The tree of cvelistV5. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CveListing, changedSince, cveListPath, readCveDeltas, walkCveList } from './list.ts';

test('where a record lies', () => {
  for (const [id, path] of [
    ['CVE-2026-0001', 'cves/2026/0xxx/CVE-2026-0001.json'],
    ['CVE-1999-1234', 'cves/1999/1xxx/CVE-1999-1234.json'],
    ['CVE-2026-12345', 'cves/2026/12xxx/CVE-2026-12345.json'],
    ['CVE-2026-1000001', 'cves/2026/1000xxx/CVE-2026-1000001.json'],
    [
      'CVE-2026-9007199254740993123',
      'cves/2026/9007199254740993xxx/CVE-2026-9007199254740993123.json',
    ],
    ['CVE-2026-123', null],
    ['../CVE-2026-1234', null],
  ] as const) {
    assert.equal(cveListPath(id), path);
  }
});

/** A listing of files by their paths. */
function listing(files: Readonly<Record<string, string>>): CveListing {
  return {
    list: async (folder) => [
      ...new Set(
        Object.keys(files)
          .filter((path) => path.startsWith(`${folder}/`))
          .map((path) => path.slice(folder.length + 1).split('/')[0] ?? ''),
      ),
    ],
    read: async (path) => (Object.hasOwn(files, path) ? Buffer.from(files[path] ?? '') : null),
  };
}

test('the tree is walked by number, and what lies elsewhere is left out', async () => {
  const files = {
    'cves/2026/10xxx/CVE-2026-10000.json': 'c',
    'cves/2026/9xxx/CVE-2026-9999.json': 'b',
    'cves/2026/9xxx/CVE-2026-10001.json': 'misplaced',
    'cves/2026/9xxx/readme.md': 'x',
    'cves/1999/0xxx/CVE-1999-0001.json': 'a',
    'cves/delta.json': '{}',
    'cves/recent/x/CVE-2026-1.json': 'x',
  };
  const found: string[] = [];
  for await (const { id, bytes } of walkCveList(listing(files)))
    found.push(`${id} ${Buffer.from(bytes)}`);
  assert.deepEqual(found, ['CVE-1999-0001 a', 'CVE-2026-9999 b', 'CVE-2026-10000 c']);
});

const delta = (fetchTime: string, fresh: readonly string[], updated: readonly string[] = []) => ({
  fetchTime,
  numberOfChanges: fresh.length + updated.length,
  new: fresh.map((cveId) => ({ cveId, dateUpdated: fetchTime })),
  updated: updated.map((cveId) => ({ cveId, dateUpdated: fetchTime })),
  error: [],
});

const read = (value: unknown) => readCveDeltas(Buffer.from(JSON.stringify(value)));

test('deltas are read alone and as a log', () => {
  assert.equal(
    read(delta('2026-01-01T00:00:00.000Z', ['CVE-2026-0001'])).deltas[0]?.changes[0]?.kind,
    'new',
  );
  const log = read([
    delta('2026-01-02T00:00:00.000Z', []),
    delta('2026-01-01T00:00:00.000Z', [], ['CVE-2026-0001']),
  ]);
  assert.equal(log.deltas.length, 2);
  assert.deepEqual(log.issues, []);
});

test('faults of deltas are told, and the rest is read', () => {
  const bad = {
    ...delta('2026-01-01T00:00:00.000Z', ['CVE-2026-0001', '../x']),
    numberOfChanges: 2,
    error: [{ cveId: 'CVE-2026-0009' }],
  };
  const found = read([bad, { new: [] }, 7]);
  assert.deepEqual(
    found.deltas.map(({ changes, failed }) => [changes.length, ...failed]),
    [[1, 'CVE-2026-0009']],
  );
  assert.deepEqual(
    found.issues.map(({ path }) => path),
    ['/0/new/1', '/0/numberOfChanges', '/1', '/2'],
  );
  assert.equal(readCveDeltas(Buffer.from('{')).issues.length, 1);
});

test('what changed since, each id once; a log that is too short says so', () => {
  const { deltas } = read([
    delta('2026-01-03T00:00:00.000Z', [], ['CVE-2026-0002', 'CVE-2026-0001']),
    delta('2026-01-02T00:00:00.000Z', ['CVE-2026-0002']),
    delta('2026-01-01T00:00:00.000Z', ['CVE-2026-0001']),
  ]);
  const since = (time: string) =>
    changedSince(deltas, time)?.map(({ id, kind }) => `${id} ${kind}`) ?? null;
  assert.deepEqual(since('2026-01-01T12:00:00Z'), ['CVE-2026-0002 new', 'CVE-2026-0001 updated']);
  assert.deepEqual(since('2026-01-02T12:00:00'), [
    'CVE-2026-0002 updated',
    'CVE-2026-0001 updated',
  ]);
  assert.deepEqual(since('2026-01-03T00:00:00Z'), []);
  assert.equal(since('2025-12-31T00:00:00Z'), null);
  assert.equal(changedSince([], '2026-01-01T00:00:00Z'), null);
});
