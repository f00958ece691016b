/** A server that does not keep what it acknowledges is refused, at the start and on the way. */
import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { Client } from 'pg';
import { CybexError } from '../../src/core/error.ts';
import {
  AS_OPERATOR,
  collection,
  contractSees,
  organisation,
  parcelHead,
  person,
  uuid,
} from '../../src/store/contract.test.world.ts';
import { openPostgresHouse, restorePostgresHouse } from '../../src/store/postgres/index.ts';
import { optionDroppingPooler } from './pooler.ts';
import { NO_SERVER, type ServerOptions, startPostgres } from './postgres.ts';

async function schemaOn(t: TestContext, options?: ServerOptions): Promise<string | null> {
  const server = await startPostgres(options);
  if (server === null) {
    t.skip(NO_SERVER);
    return null;
  }
  t.after(() => server.remove());
  return (await server.schema()).url;
}

const open = (url: string) => openPostgresHouse({ url, sees: contractSees });

/** The refusal says what is wrong and what helps. */
const refusal = (message: RegExp, remedy: RegExp) => (error: unknown) => {
  assert.ok(error instanceof CybexError);
  assert.equal(error.code, 'unavailable');
  assert.match(error.message, message);
  assert.match(error.remedy ?? '', remedy);
  return true;
};

test('a server without fsync is refused, for a new house and for a restore', async (t) => {
  const url = await schemaOn(t, { changed: { fsync: 'off' } });
  if (url === null) return;
  await assert.rejects(open(url), refusal(/fsync=off/, /postgresql\.conf/));
  const nothing = {} as Parameters<typeof restorePostgresHouse>[1];
  await assert.rejects(restorePostgresHouse(url, nothing), refusal(/fsync=off/, /reload/));
});

test('asynchronous commit: the server may have it as its default, the store may not', async (t) => {
  const url = await schemaOn(t, { changed: { synchronous_commit: 'off' } });
  if (url === null) return;
  const house = await open(url);
  t.after(() => house.close());
  assert.deepEqual(await house.operations.integrity(), []);
  const asked = url.replace(
    'options=',
    `options=${encodeURIComponent('-c synchronous_commit=off ')}`,
  );
  await assert.rejects(open(asked), refusal(/synchronous_commit=off/, /options of the store/));
});

test('a pooler that drops the settings of sessions is refused', async (t) => {
  const url = await schemaOn(t);
  if (url === null) return;
  const pooler = await optionDroppingPooler(url);
  t.after(() => pooler.close());
  await assert.rejects(open(pooler.url), refusal(/drops the settings/, /session mode/));
});

test('a server that is set otherwise under an open house is found out', async (t) => {
  const server = await startPostgres({ changed: { full_page_writes: 'off' } });
  if (server === null) return t.skip(NO_SERVER);
  t.after(() => server.remove());
  const { url } = await server.schema();
  const house = await open(url);
  t.after(() => house.close());
  assert.deepEqual(await house.operations.integrity(), ['server-unsafe: full_page_writes=off']);
  const into = uuid('durable');
  await house.operations.change(
    [organisation('alpha'), person('alpha'), collection(into)],
    AS_OPERATOR,
  );
  // Its role is given another default, and its connections are cut: the next one has the options.
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query('ALTER ROLE cybex SET synchronous_commit = off');
  await client.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'cybex writer'",
  );
  await client.end();
  const parcel = await house.writer.receive(parcelHead('alpha', into));
  assert.equal((await house.operations.parcel(parcel.id))?.id, parcel.id);
});
