/** What only this store can meet: a server that stops, connections that break, other schemas. */
import assert from 'node:assert/strict';
import { after, type TestContext, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { systemClock } from '../../src/core/clock.ts';
import { CybexError } from '../../src/core/error.ts';
import {
  AS_OPERATOR,
  collection,
  contractSees,
  idsIn,
  label,
  objectId,
  organisation,
  parcelHead,
  person,
  placed,
  principal,
  record,
  uuid,
} from '../../src/store/contract.test.world.ts';
import type { ChunkOutcome, House } from '../../src/store/port.ts';
import { connections } from '../../src/store/postgres/connect.ts';
import { openPostgresHouse } from '../../src/store/postgres/index.ts';
import { declarePresence, migrate } from '../../src/store/postgres/migrate.ts';
import { MIGRATIONS, SCHEMA } from '../../src/store/postgres/migrations/index.ts';
import { NO_SERVER, type PostgresServer, startPostgres } from './postgres.ts';

let server: Promise<PostgresServer | null> | undefined;
after(async () => (await server)?.remove());

const INTO = uuid('faults');

interface Place {
  readonly server: PostgresServer;
  readonly url: string;
  open(): Promise<House>;
}

/** An empty schema on the shared server; null, with the reason told, when there is none. */
async function place(t: TestContext): Promise<Place | null> {
  server ??= startPostgres();
  const running = await server;
  if (running === null) {
    t.skip(NO_SERVER);
    return null;
  }
  const { url, drop } = await running.schema();
  const opened: House[] = [];
  t.after(async () => {
    for (const house of opened) await house.close();
    await drop();
  });
  return {
    server: running,
    url,
    async open() {
      const house = await openPostgresHouse({ url, sees: contractSees, clock: systemClock() });
      opened.push(house);
      return house;
    },
  };
}

async function furnish(house: House): Promise<number> {
  const changes = [organisation('alpha'), person('alpha'), collection(INTO)];
  return house.operations.change(changes, AS_OPERATOR);
}

async function ask(url: string, text: string, values: unknown[] = []) {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text, values)).rows;
  } finally {
    await client.end();
  }
}

const item = (name: string) =>
  placed(record({ id: objectId('tool', name) }), label('CLEAR', 'alpha'));

/** Tries until the store takes it; gives the outcome and how often it was told to come back. */
async function stubbornly<T>(work: () => Promise<T>): Promise<{ value: T; refusals: number }> {
  for (let refusals = 0; refusals < 200; refusals++) {
    try {
      return { value: await work(), refusals };
    } catch (error) {
      assert.ok(error instanceof CybexError, String(error));
      assert.equal(error.code, 'unavailable', error.message);
      assert.ok((error.retryAfter ?? 0) > 0);
      await sleep(50);
    }
  }
  throw new Error('the store does not come back');
}

/** A writer that repeats what was not acknowledged, with the same sequence number. */
async function write(house: House, name: string, chunks: number, policyEpoch: number) {
  const acknowledged: string[] = [];
  let refusals = 0;
  const opened = await stubbornly(() => house.writer.receive(parcelHead('alpha', INTO)));
  for (let sequence = 0; sequence < chunks; sequence++) {
    const names = [0, 1, 2].map((n) => `${name} ${sequence} ${n}`);
    const chunk = {
      parcel: opened.value.id,
      sequence,
      items: names.map(item),
      reads: { policyEpoch, missingDefinitions: [] },
    };
    const told = await stubbornly<ChunkOutcome>(() => house.writer.append(chunk));
    assert.ok(told.value.kind === 'committed');
    assert.deepEqual(
      told.value.items.map(({ kind }) => kind),
      ['stored', 'stored', 'stored'],
      'a chunk that is sent again is answered as it was',
    );
    refusals += told.refusals;
    acknowledged.push(...names.map((each) => objectId('tool', each)));
  }
  return { acknowledged, refusals };
}

async function everything(house: House): Promise<string[]> {
  const reader = house.readerFor({ principal: principal('alpha'), channel: 'feed' });
  const ids: string[] = [];
  let page = await reader.objects({ collection: INTO, match: {}, limit: 500 });
  ids.push(...idsIn(page.body));
  while (page.more && page.last !== undefined) {
    page = await reader.objects({ collection: INTO, match: {}, limit: 500, after: page.last });
    ids.push(...idsIn(page.body));
  }
  return ids;
}

test('a crash of the server loses nothing acknowledged and stores nothing twice', async (t) => {
  const at = await place(t);
  if (at === null) return;
  if (!at.server.own) return t.skip('the server of CYBEX_TEST_POSTGRES is not ours to crash');
  const house = await at.open();
  const epoch = await furnish(house);
  const writers = [0, 1, 2, 3].map((n) => write(house, `writer ${n}`, 30, epoch));
  const crashes = (async () => {
    for (let crash = 0; crash < 3; crash++) {
      await sleep(60);
      await at.server.stop('crash');
      await sleep(20);
      await at.server.start();
    }
  })();
  const written = await Promise.all(writers);
  await crashes;
  const { value: ids } = await stubbornly(() => everything(house));
  assert.deepEqual([...ids].sort(), written.flatMap((one) => one.acknowledged).sort());
  assert.deepEqual(await house.operations.integrity(), []);
  t.diagnostic(`told to come back ${written.reduce((sum, one) => sum + one.refusals, 0)} times`);
});

test('connections that are cut off are made anew', async (t) => {
  const at = await place(t);
  if (at === null) return;
  const house = await at.open();
  const epoch = await furnish(house);
  let cutting = true;
  const cuts = (async () => {
    while (cutting) {
      await sleep(25);
      await ask(
        at.url,
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE application_name LIKE 'cybex %' AND pid <> pg_backend_pid()`,
      );
    }
  })();
  const written = await Promise.all([0, 1, 2].map((n) => write(house, `cut ${n}`, 25, epoch)));
  const reads = await Promise.all(
    [1, 2, 3, 4].map(() => stubbornly(() => house.operations.state())),
  );
  cutting = false;
  await cuts;
  assert.equal(reads.length, 4);
  const { value: ids } = await stubbornly(() => everything(house));
  assert.deepEqual([...ids].sort(), written.flatMap((one) => one.acknowledged).sort());
  assert.deepEqual(await house.operations.integrity(), []);
});

test('a connection that is cut off between two statements fails the second, not the process', async (t) => {
  const at = await place(t);
  if (at === null) return;
  const connected = connections(at.url);
  try {
    for (const pool of [connected.pages, connected.work]) {
      const client = await pool.connect();
      const { rows } = await client.query('SELECT pg_backend_pid() AS pid');
      await ask(at.url, 'SELECT pg_terminate_backend($1)', [rows[0].pid]);
      await sleep(200);
      await assert.rejects(client.query('SELECT 1'));
      client.release(true);
      assert.equal((await pool.query('SELECT 1 AS one')).rows[0].one, 1);
    }
  } finally {
    await connected.end();
  }
});

test('without a server the store says so, with a time to come back', async (t) => {
  const at = await place(t);
  if (at === null) return;
  if (!at.server.own) return t.skip('the server of CYBEX_TEST_POSTGRES is not ours to stop');
  const house = await at.open();
  await furnish(house);
  await at.server.stop();
  const away = { code: 'unavailable' };
  await assert.rejects(house.operations.state(), away);
  await assert.rejects(house.writer.receive(parcelHead('alpha', INTO)), away);
  await assert.rejects(everything(house), away);
  await assert.rejects(at.open(), away);
  await at.server.start();
  assert.equal((await stubbornly(() => house.operations.state())).value.records, 0);
  await stubbornly(() => house.writer.receive(parcelHead('alpha', INTO)));
});

test('processes that start together on an empty database open one house', async (t) => {
  const at = await place(t);
  if (at === null) return;
  const houses = await Promise.all([at.open(), at.open(), at.open()]);
  const states = await Promise.all(houses.map((house) => house.operations.state()));
  assert.equal(new Set(states.map((state) => state.id)).size, 1);
});

test('processes of different schemas refuse each other', async (t) => {
  const at = await place(t);
  if (at === null) return;
  const later = [...MIGRATIONS, { name: '9999-later', statements: ['CREATE TABLE later (x int)'] }];
  const client = new Client({ connectionString: at.url });
  await client.connect();
  t.after(() => client.end());

  const house = await at.open();
  const epoch = await furnish(house);
  assert.deepEqual(await migrate(client, { migrations: later, dryRun: true }), ['9999-later']);
  await assert.rejects(migrate(client, { migrations: later }), { code: 'schema-mismatch' });
  assert.equal((await house.operations.state()).schema, SCHEMA);
  await house.close();

  assert.deepEqual(await migrate(client, { migrations: later }), ['9999-later']);
  assert.deepEqual(await migrate(client, { migrations: later }), []);
  await assert.rejects(at.open(), { code: 'schema-newer' });
  await assert.rejects(declarePresence(client, SCHEMA), { code: 'schema-newer' });
  await assert.rejects(declarePresence(client, SCHEMA + 2), { code: 'schema-mismatch' });
  assert.ok(epoch > 0);
});

test('a process whose database was migrated under it stops working on it', async (t) => {
  const at = await place(t);
  if (at === null) return;
  const house = await at.open();
  const epoch = await furnish(house);
  await ask(at.url, 'UPDATE house SET schema = schema + 1');
  await ask(at.url, 'UPDATE sequencer SET schema = schema + 1');
  const parcel = await house.writer.receive(parcelHead('alpha', INTO));
  const reads = { policyEpoch: epoch, missingDefinitions: [] };
  const chunk = { parcel: parcel.id, sequence: 0, items: [item('old')], reads };
  await assert.rejects(house.writer.append(chunk), { code: 'schema-newer' });
  await assert.rejects(everything(house), { code: 'schema-newer' });
});

test('a failed migration leaves the database as it was', async (t) => {
  const at = await place(t);
  if (at === null) return;
  const client = new Client({ connectionString: at.url });
  await client.connect();
  t.after(() => client.end());
  await migrate(client);
  const broken = [
    ...MIGRATIONS,
    { name: '9999-broken', statements: ['CREATE TABLE half (x int)', 'CREATE NONSENSE'] },
  ];
  await assert.rejects(migrate(client, { migrations: broken }), /syntax/);
  assert.deepEqual(await ask(at.url, "SELECT to_regclass('half') AS half"), [{ half: null }]);
  const house = await at.open();
  assert.equal((await house.operations.state()).schema, SCHEMA);
});
