import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { contractSees, movableClock } from '../contract.test.world.ts';
import { isSafe, loadDriver } from './driver.ts';
import { lockHouse } from './lock.ts';
import { openSqliteHouseInProcess } from './open.ts';
import { houseFile } from './scratch.test.folder.ts';

test('an engine is safe from 3.51.3 on', () => {
  const rows: [string, boolean][] = [
    ['3.51.3', true],
    ['3.51.4', true],
    ['3.52.0', true],
    ['4.0.0', true],
    ['3.51.2', false],
    ['3.50.4', false],
    ['2.99.99', false],
    ['', false],
  ];
  for (const [version, safe] of rows) assert.equal(isSafe(version), safe, version);
});

test('the engine at hand is a safe one', async () => {
  const driver = await loadDriver();
  const database = new driver(':memory:');
  const row = database.prepare('SELECT sqlite_version() AS version').get();
  database.close();
  assert.ok(isSafe((row as { version: string }).version));
});

test('a second opening is refused and names the holder; closing frees the house', async (t) => {
  const file = houseFile(t);
  const options = { file, clock: movableClock(), sees: contractSees };
  const house = await openSqliteHouseInProcess(options);
  await assert.rejects(openSqliteHouseInProcess(options), {
    code: 'locked',
    message: new RegExp(`in use by process ${process.pid}$`),
  });
  await house.close();
  await (await openSqliteHouseInProcess(options)).close();
});

test('another process holds the lock until it dies, however it dies', async (t) => {
  const file = houseFile(t);
  const driver = await loadDriver();
  const module = new URL('./lock.js', import.meta.url).href;
  const script = `
    const { lockHouse } = await import(${JSON.stringify(module)});
    const { loadDriver } = await import(${JSON.stringify(new URL('./driver.js', import.meta.url).href)});
    lockHouse(await loadDriver(), ${JSON.stringify(file)});
    process.stdout.write('held');
    setInterval(() => {}, 1000);`;
  const holder = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  t.after(() => holder.kill('SIGKILL'));
  await once(holder.stdout, 'data');
  assert.throws(() => lockHouse(driver, file), {
    code: 'locked',
    message: new RegExp(`process ${holder.pid}$`),
  });
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  lockHouse(driver, file).release();
});
