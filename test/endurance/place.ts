/** Where the house of a run lies. */
import { NO_SERVER, startPostgres } from '../servers/postgres.ts';

/**
 * `--store sqlite`, `--store postgres` (a server of the run's own, synced to the disk as an
 * operator would run it) or `--store postgres://…`.
 */
export async function withStore<T>(
  given: ReadonlyMap<string, string>,
  work: (store: string) => Promise<T>,
): Promise<T> {
  const store = given.get('store') ?? 'sqlite';
  if (store !== 'postgres') return work(store);
  const server = await startPostgres();
  if (server === null) throw new Error(NO_SERVER);
  try {
    return await work((await server.schema()).url);
  } finally {
    await server.remove();
  }
}
