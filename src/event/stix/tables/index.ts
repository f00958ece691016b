/** All property tables by object type. */
import { DOMAIN_TABLES } from './domain.ts';
import { META_TABLES } from './meta.ts';
import { OBSERVABLE_TABLES } from './observables.ts';
import { RELATION_TABLES } from './relations.ts';
import type { Table } from './shape.ts';

export { CUSTOM_OBSERVABLE_TABLE, CUSTOM_TABLE } from './meta.ts';
export type { Table } from './shape.ts';

/** Property tables of the object types of STIX 2.1. */
export const TABLES: ReadonlyMap<string, Table> = new Map([
  ...[...DOMAIN_TABLES, ...RELATION_TABLES, ...META_TABLES].map(
    (table) => [table.name, table] as const,
  ),
  ...OBSERVABLE_TABLES,
]);
