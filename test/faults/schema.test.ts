/** Schemas: there is one released so far, and a house of it must open in every later version. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { Client } from 'pg';
import {
  AS_OPERATOR,
  contractSees,
  movableClock,
  organisation,
  principal,
} from '../../src/store/contract.test.world.ts';
import { migratePostgresHouse, openPostgresHouse } from '../../src/store/postgres/index.ts';
import { migrate } from '../../src/store/postgres/migrate.ts';
import { MIGRATIONS } from '../../src/store/postgres/migrations/index.ts';
import { openForWriting } from '../../src/store/sqlite/connect.ts';
import { loadDriver } from '../../src/store/sqlite/driver.ts';
import { migrateSqliteHouse, openSqliteHouseInProcess } from '../../src/store/sqlite/index.ts';
import { command } from '../endurance/house.ts';
import { ROOT } from '../house/sources.ts';
import { NO_SERVER, startPostgres } from '../servers/postgres.ts';

const DUMP = join(ROOT, 'fixtures/store/schema-1.sql');
const sees = contractSees;

function folderOf(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'cybex-schema-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test('a house of the first schema opens, is sound and answers', async (t) => {
  const file = join(folderOf(t), 'house.db');
  const database = openForWriting(await loadDriver(), file);
  database.exec('PRAGMA foreign_keys = OFF');
  database.exec(readFileSync(DUMP, 'utf8'));
  database.close();
  const { from } = await migrateSqliteHouse(file, { dryRun: true });
  assert.equal(from, 1);
  const house = await openSqliteHouseInProcess({ file, clock: movableClock(), sees });
  t.after(() => house.close());
  assert.deepEqual(await house.operations.integrity(), []);
  const [collection] = (await house.operations.directory()).collections;
  const reader = house.readerFor({ principal: principal('alpha'), channel: 'feed' });
  const page = await reader.objects({ collection: collection?.id ?? '', match: {}, limit: 10 });
  assert.equal(page.count, 2);
});

test('one file opened twice: the second is told who holds it', async (t) => {
  const file = join(folderOf(t), 'house.db');
  const options = { file, clock: movableClock(), sees };
  const house = await openSqliteHouseInProcess(options);
  t.after(() => house.close());
  await assert.rejects(openSqliteHouseInProcess(options), {
    code: 'locked',
    message: new RegExp(`process ${process.pid}`),
  });
});

test('cybex migrate --dry-run tells the steps, of a store that is there', async (t) => {
  const data = folderOf(t);
  const none = await command(['migrate', '--dry-run', '--data', data]);
  assert.notEqual(none.code, 0);
  const file = join(data, 'cybex.sqlite');
  const clock = movableClock();
  await (await openSqliteHouseInProcess({ file, clock, sees })).close();
  const present = await command(['migrate', '--dry-run', '--data', data]);
  assert.equal(present.code, 0, present.err);
  assert.match(present.out, /present/);
});

test('a PostgreSQL house of another schema is refused, whoever works on it', async (t) => {
  const server = await startPostgres();
  if (server === null) return t.skip(NO_SERVER);
  t.after(() => server.remove());
  const { url } = await server.schema();
  assert.ok((await migratePostgresHouse(url, { dryRun: true })).length > 0);
  const house = await openPostgresHouse({ url, sees });
  assert.deepEqual(await migratePostgresHouse(url, { dryRun: true }), []);
  await house.close();
  const client = new Client({ connectionString: url });
  await client.connect();
  const schema = (change: string) =>
    client.query(
      `UPDATE house SET schema = schema ${change}; UPDATE sequencer SET schema = schema ${change}`,
    );
  await schema('+ 1');
  await assert.rejects(openPostgresHouse({ url, sees }), { code: 'schema-newer' });
  await schema('- 1');
  const running = await openPostgresHouse({ url, sees });
  t.after(() => running.close());
  const next = { name: 'next', statements: ['CREATE TABLE next (id integer)'] };
  await assert.rejects(
    migrate(client, { migrations: [...MIGRATIONS, next] }),
    { code: 'schema-mismatch' },
    'a newer program does not migrate what an older one works on',
  );
  await schema('+ 1');
  await client.end();
  await assert.rejects(
    running.operations.change([organisation('alpha')], AS_OPERATOR),
    'an older program commits no more',
  );
});
