/** The store on PostgreSQL. */
export { openPostgresHouse, type PostgresOptions, restorePostgresHouse } from './house.ts';
