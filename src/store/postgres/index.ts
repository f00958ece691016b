/** The store on PostgreSQL. */
export {
  migratePostgresHouse,
  openPostgresHouse,
  type PostgresOptions,
  restorePostgresHouse,
} from './house.ts';
