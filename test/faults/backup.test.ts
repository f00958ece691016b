import assert from 'node:assert/strict';
import { test } from 'node:test';
import { backup, isSound } from '../endurance/backup.ts';
import { NO_SERVER, startPostgres } from '../servers/postgres.ts';

for (const from of ['sqlite', 'postgres']) {
  test(`a backup of ${from} under load restores into each store, and followers notice`, async (t) => {
    const server = await startPostgres();
    await server?.remove();
    if (server === null && from !== 'sqlite') return t.skip(NO_SERVER);
    if (server === null) t.diagnostic(`without restoring into PostgreSQL: ${NO_SERVER}`);
    const figures = await backup({ objects: 600, writers: 4, seed: 5, from });
    t.diagnostic(JSON.stringify(figures));
    assert.ok(isSound(figures), JSON.stringify(figures));
    const stores = server === null ? ['sqlite'] : ['sqlite', 'postgres'];
    assert.deepEqual(Object.keys(figures.restored), stores);
  });
}
