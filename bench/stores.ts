/** Where the hubs of a run keep their houses: each gets an empty one. */
import { NO_SERVER, startPostgres } from '../test/servers/postgres.ts';

export interface Stores {
  /** Value of `--store` for one hub; `drop` when the hub has ended. */
  fresh(): Promise<{ readonly url: string; drop(): Promise<void> }>;
  close(): Promise<void>;
}

/** `sqlite`; `postgres` for a throw-away server on this machine, synced as a real one; or a URL of one. */
export async function openStores(store: string): Promise<Stores> {
  if (store === 'sqlite') {
    return { fresh: async () => ({ url: store, drop: async () => {} }), close: async () => {} };
  }
  if (store !== 'postgres') process.env.CYBEX_TEST_POSTGRES = store;
  const server = await startPostgres();
  if (server === null) throw new Error(NO_SERVER);
  return { fresh: () => server.schema(), close: () => server.remove() };
}
