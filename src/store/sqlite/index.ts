/** The SQLite store: one file, one process, its engines in this thread or in workers. */
export { fillSqliteHouse, renewSqliteHouse, withSqliteSource } from './carry.ts';
export type { MigrationReport } from './migrate.ts';
export {
  type InProcessOptions,
  migrateSqliteHouse,
  openSqliteHouseInProcess,
} from './open.ts';
export { openSqliteHouse, type ThreadedOptions } from './open-threaded.ts';
export { serveStoreWorker } from './worker.ts';
