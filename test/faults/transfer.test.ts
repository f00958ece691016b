/**
 * A house with one of everything goes from SQLite to PostgreSQL and back: every row that means
 * anything is the same on each side, and each side finds itself sound.
 */
import assert from 'node:assert/strict';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { ArchiveReader, ArchiveWriter } from '../../src/store/archive.ts';
import {
  circle,
  contractSees,
  entry,
  HOUR,
  label,
  NAMES,
  ORG,
  objectId,
  openWorld,
  placed,
  principal,
  record,
  version,
  type World,
} from '../../src/store/contract.test.world.ts';
import type { ChunkItem, House } from '../../src/store/port.ts';
import { openPostgresHouse, restorePostgresHouse } from '../../src/store/postgres/index.ts';
import {
  fillSqliteHouse,
  openSqliteHouseInProcess,
  withSqliteSource,
} from '../../src/store/sqlite/index.ts';
import { TRANSFER_TABLES, type TransferSource, transfer } from '../../src/store/transfer.ts';
import { NO_SERVER, startPostgres } from '../servers/postgres.ts';

type Rows = ReadonlyMap<string, readonly string[]>;

test('SQLite to an archive and back: every row, position, label, leaf and salt', async (t) => {
  const folder = folderOf(t);
  const { house, file } = await furnished(t, folder);
  const wanted = await rowsOfFile(file);
  for (const table of TRANSFER_TABLES) {
    assert.ok((wanted.get(table) ?? []).length > 0, `the world has a row of ${table}`);
  }
  const archive = join(folder, 'archive');
  await withSqliteSource(file, (source) => transfer(source, new ArchiveWriter(archive)));
  const again = join(folder, 'again.db');
  await fillSqliteHouse(again, new ArchiveReader(archive));
  assertSame(await rowsOfFile(again), wanted);
  await sameAnswers(house, await openFile(t, again));
});

test('SQLite to PostgreSQL and back', async (t) => {
  const server = await startPostgres();
  if (server === null) return t.skip(NO_SERVER);
  t.after(() => server.remove());
  const folder = folderOf(t);
  const { house, file } = await furnished(t, folder);
  const wanted = await rowsOfFile(file);
  const { url } = await server.schema();
  await withSqliteSource(file, (source) => restorePostgresHouse(url, source));
  const there = await openPostgresHouse({ url, sees: contractSees });
  t.after(() => there.close());
  await sameAnswers(house, there);
  const archive = join(folder, 'archive');
  await there.operations.backup(archive);
  assertSame(await rowsOf(new ArchiveReader(archive)), wanted);
  const back = join(folder, 'back.db');
  await fillSqliteHouse(back, new ArchiveReader(archive));
  assertSame(await rowsOfFile(back), wanted);
  await sameAnswers(house, await openFile(t, back));
  await assert.rejects(
    withSqliteSource(file, (source) => restorePostgresHouse(url, source)),
    { code: 'conflict' },
    'a place that holds a house is not overwritten',
  );
});

test('an archive that is cut short or altered leaves the place empty', async (t) => {
  const folder = folderOf(t);
  const { file } = await furnished(t, folder);
  const archive = join(folder, 'archive');
  await withSqliteSource(file, (source) => transfer(source, new ArchiveWriter(archive)));
  const bytes = readFileSync(archive);
  const altered = Buffer.from(bytes);
  altered[bytes.length >> 1] = (altered[bytes.length >> 1] ?? 0) ^ 1;
  for (const [name, damaged] of Object.entries({ cut: bytes.subarray(0, -1), altered })) {
    const broken = join(folder, name);
    writeFileSync(broken, damaged);
    const target = join(folder, `${name}.db`);
    await assert.rejects(fillSqliteHouse(target, new ArchiveReader(broken)));
    const house = await openFile(t, target);
    const state = await house.operations.state();
    assert.deepEqual([state.records, state.leaves, state.policyEpoch], [0, 0, 1]);
  }
});

function folderOf(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'cybex-transfer-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function openFile(t: TestContext, file: string): Promise<House> {
  const clock = { now: () => Date.now() * 1000 };
  const house = await openSqliteHouseInProcess({ file, clock, sees: contractSees });
  t.after(() => house.close());
  return house;
}

/** A house in which every table of a transfer has a row; `file` is a backup of it. */
async function furnished(t: TestContext, folder: string): Promise<{ house: House; file: string }> {
  const world = await openWorld(t, async (_, setup) => {
    const house = await openSqliteHouseInProcess({ file: join(folder, 'house.db'), ...setup });
    t.after(() => house.close());
    const none = () => Promise.reject(new Error('not asked for'));
    return { house, reopen: none, restore: none };
  });
  assert.ok(world);
  await furnish(world);
  const file = join(folder, 'backup');
  await world.house.operations.backup(file);
  return { house: world.house, file };
}

async function furnish(world: World): Promise<void> {
  const { house } = world;
  const into = await world.collection({ alias: 'main' });
  const other = await world.collection();
  const green = label('GREEN', 'alpha');
  const marking = 'marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da';
  const one = objectId('tool', 'one');
  const facts = {
    title: 'A tool – 道具 a.b\\c',
    aliases: ['x-1'],
    external: ['CVE-2026-1234'],
    edges: [{ kind: 'created_by', target: 'identity--0f3f1c52-6f0e-4d3b-9a57-1f0a6f5f2a01' }],
    observables: [{ kind: 'ipv4-addr', value: '198.51.100.7' }],
    text: "it's (50%) 'quoted' \"text\" ガ",
  };
  await world.deliver(
    'alpha',
    into,
    placed(record({ id: one, facts, creator: 'identity--a' }), green),
    placed(record({ id: one, version: version(2) }), green),
    placed(record({ id: one, content: 'another', creator: 'identity--a' }), green),
    placed(record({ id: objectId('tool', 'held') }), {
      ...green,
      from: new Date(world.clock.now() / 1000 + 3_600_000).toISOString(),
    }),
    placed(record({ id: objectId('tool', 'gone'), title: 'goes away' }), green),
    placed(record({ id: objectId('tool', 'erased'), title: 'unspeakable' }), green),
    placed(
      record({
        id: marking,
        type: 'marking-definition',
        version: '',
        defines: { id: marking, kind: 'statement' },
      }),
      label('CLEAR', 'alpha'),
    ),
    refused,
  );
  await world.deliver('beta', into, placed(record({ id: one, spaces: 3 }), green));
  await world.deliver('beta', other, placed(record({ id: one }), label('AMBER', 'beta')));
  await removeAndErase(world, into);
  await world.change(circle(['alpha', 'beta', 'gamma'], 2));
  await house.operations.keep('feed:a', { cursor: '道' });
  await house.operations.secret('pages');
  await house.writer.deliver({
    principal: 'person-beta',
    collection: into,
    filter: 'f',
    through: (await house.operations.state()).lastPosition,
  });
  await house.writer.saveStatus({
    id: '2d086da7-4bdc-4f91-900e-d77486753710',
    apiRoot: 'api1',
    organisation: ORG.beta,
    status: 'complete',
    requested: world.clock.now() - HOUR,
    total: 0,
    successes: [],
    failures: [],
    pending: 0,
  });
}

const refused: ChunkItem = {
  kind: 'refused',
  gap: Buffer.from(','),
  bytes: Buffer.from('{"id": "日本'),
  path: '/objects/7',
  id: '',
  version: '',
  issues: [],
};

async function removeAndErase(world: World, into: string): Promise<void> {
  const reader = world.reader('alpha', 'interactive');
  for (const [name, act] of [
    ['gone', 'remove'],
    ['erased', 'erase'],
  ] as const) {
    const id = objectId('tool', name);
    const handles = await reader.authorise(into, id, { versions: ['all'] });
    assert.equal(await world.house.writer[act](handles, entry(`object.${act}`, id)), 1);
  }
}

async function rowsOfFile(file: string): Promise<Rows> {
  const copy = `${file}.read`;
  copyFileSync(file, copy);
  return withSqliteSource(copy, rowsOf);
}

/** Rows as text, table by table; lists without an order of their own are put into one. */
async function rowsOf(source: TransferSource): Promise<Rows> {
  const rows = new Map<string, string[]>();
  for await (const batch of source.batches()) {
    const texts = batch.rows.map((row) =>
      JSON.stringify(
        Object.entries(row)
          .filter(([name]) => !name.startsWith('key'))
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([name, value]) => [name, comparable(name, value)]),
      ),
    );
    rows.set(batch.table, [...(rows.get(batch.table) ?? []), ...texts]);
  }
  for (const list of rows.values()) list.sort();
  return rows;
}

function comparable(name: string, value: string | number | Uint8Array | null): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex');
  if (name === 'sources') return (JSON.parse(String(value)) as string[]).sort();
  if (!['words', 'values', 'edges'].includes(name)) return value;
  return [...new Set(String(value).split(' '))].sort();
}

function assertSame(found: Rows, wanted: Rows): void {
  for (const table of TRANSFER_TABLES) {
    assert.deepEqual(found.get(table), wanted.get(table), `rows of ${table}`);
  }
}

/** What each organisation is answered, pages and searches, and what the house says of itself. */
async function sameAnswers(one: House, two: House): Promise<void> {
  for (const house of [one, two]) assert.deepEqual(await house.operations.integrity(), []);
  const states = await Promise.all([one.operations.state(), two.operations.state()]);
  // What counts as bytes and as a schema is each store's own.
  const told = states.map(({ bytes, schema, ...state }) => state);
  assert.deepEqual(told[1], told[0]);
  const { collections } = await one.operations.directory();
  for (const { id } of collections) {
    for (const name of [...NAMES, 'anonymous'] as const) {
      const answers = await Promise.all([one, two].map((house) => answersOf(house, name, id)));
      assert.deepEqual(answers[1], answers[0]);
    }
  }
}

async function answersOf(house: House, name: Parameters<typeof principal>[0], collection: string) {
  const reader = house.readerFor({ principal: principal(name), channel: 'feed' });
  const query = { collection, match: { versions: ['all' as const] }, limit: 100 };
  const page = await reader.objects(query);
  const manifest = await reader.manifest(query);
  return {
    body: Buffer.from(page.body).toString(),
    rows: manifest.rows,
    epochs: [page.feedEpoch, page.viewEpoch],
  };
}
