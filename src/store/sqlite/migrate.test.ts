import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contractSees, movableClock } from '../contract.test.world.ts';
import { openForWriting } from './connect.ts';
import { loadDriver } from './driver.ts';
import { migrate, SCHEMA, schemaOf } from './migrate.ts';
import { migrateSqliteHouse, openSqliteHouseInProcess } from './open.ts';
import { houseFile } from './scratch.test.folder.ts';

test('a dry run tells the steps and changes nothing', async (t) => {
  const file = houseFile(t);
  const dry = await migrateSqliteHouse(file, { dryRun: true });
  assert.deepEqual([dry.from, dry.to, dry.steps.length], [0, SCHEMA, SCHEMA]);
  const database = openForWriting(await loadDriver(), file);
  assert.equal(schemaOf(database), 0);
  assert.deepEqual(database.prepare('SELECT name FROM sqlite_schema').all(), []);
  database.close();
});

test('a house is brought to the present schema once', async (t) => {
  const file = houseFile(t);
  assert.equal((await migrateSqliteHouse(file)).from, 0);
  assert.deepEqual(await migrateSqliteHouse(file), { from: SCHEMA, to: SCHEMA, steps: [] });
});

test('a newer schema is refused and left alone', async (t) => {
  const file = houseFile(t);
  const options = { file, clock: movableClock(), sees: contractSees };
  await (await openSqliteHouseInProcess(options)).close();
  const driver = await loadDriver();
  const database = openForWriting(driver, file);
  database.exec(`PRAGMA user_version = ${SCHEMA + 1}`);
  assert.throws(() => migrate(database), { code: 'schema-newer' });
  assert.equal(database.isTransaction, false);
  database.close();
  await assert.rejects(openSqliteHouseInProcess(options), { code: 'schema-newer' });
  const again = openForWriting(driver, file);
  assert.equal(schemaOf(again), SCHEMA + 1);
  again.close();
});

test('a migration that fails leaves nothing behind', async (t) => {
  const database = openForWriting(await loadDriver(), houseFile(t));
  t.after(() => database.close());
  database.exec('CREATE TABLE outbox (id INTEGER)');
  assert.throws(() => migrate(database), /outbox/);
  assert.equal(schemaOf(database), 0);
  assert.deepEqual(
    database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all().length,
    1,
  );
});
