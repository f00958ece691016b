import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Client } from 'pg';
import { NO_SERVER, startPostgres } from './postgres.ts';

test('the test server syncs, keeps schemas apart and comes back after a crash', async (t) => {
  const server = await startPostgres();
  if (server === null) return t.skip(NO_SERVER);
  t.after(() => server.remove());
  const one = await server.schema();
  const two = await server.schema();
  const ask = async (url: string, text: string) => {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query(text)).rows;
    } finally {
      await client.end();
    }
  };
  assert.deepEqual(await ask(one.url, 'SHOW fsync'), [{ fsync: 'on' }]);
  await ask(one.url, 'CREATE TABLE kept AS SELECT 1 AS x');
  assert.deepEqual(await ask(two.url, "SELECT to_regclass('kept') AS found"), [{ found: null }]);
  if (server.own) {
    await server.stop('crash');
    await server.start();
  }
  assert.deepEqual(await ask(one.url, 'SELECT x FROM kept'), [{ x: 1 }]);
  await one.drop();
  await two.drop();
});
