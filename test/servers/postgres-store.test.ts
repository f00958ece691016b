/** The contract suite on PostgreSQL, with a second process over the same database. */
import { after } from 'node:test';
import { ArchiveReader } from '../../src/store/archive.ts';
import { storeContract } from '../../src/store/contract.test.suite.ts';
import type { House } from '../../src/store/port.ts';
import { openPostgresHouse, restorePostgresHouse } from '../../src/store/postgres/index.ts';
import { NO_SERVER, type PostgresServer, startPostgres } from './postgres.ts';

let server: Promise<PostgresServer | null> | undefined;
after(async () => (await server)?.remove());

storeContract('postgres', async (t, setup) => {
  server ??= startPostgres();
  const running = await server;
  if (running === null) return NO_SERVER;
  const schema = await running.schema();
  const opened: House[] = [];
  const open = async (url: string) => {
    const house = await openPostgresHouse({ url, ...setup });
    opened.push(house);
    return house;
  };
  t.after(async () => {
    for (const house of opened) await house.close();
    await schema.drop();
  });
  let house = await open(schema.url);
  return {
    house,
    async reopen() {
      await house.close();
      house = await open(schema.url);
      return house;
    },
    second: () => open(schema.url),
    async restore(file) {
      const place = await running.schema();
      t.after(() => place.drop());
      await restorePostgresHouse(place.url, new ArchiveReader(file));
      return open(place.url);
    },
  };
});
