/** Numbered migrations: under a lock, all or nothing, never backwards. */
import { randomBytes, randomUUID } from 'node:crypto';
import { CybexError } from '../../core/error.ts';
import type { Database } from './driver.ts';
import { SCHEMA_1 } from './schema.ts';

interface Migration {
  /** Schema that this leads to. */
  readonly schema: number;
  readonly what: string;
  apply(database: Database): void;
}

/** In order, without gaps. A released one is never edited. */
const MIGRATIONS: readonly Migration[] = [
  {
    schema: 1,
    what: 'the first tables of a house',
    apply(database) {
      database.exec(SCHEMA_1);
      database
        .prepare('INSERT INTO house VALUES (1, ?, ?, 1, 0, 0, 0, 0, 0, 0)')
        .run(randomUUID(), randomUUID());
      const secret = database.prepare('INSERT INTO secret VALUES (?, ?)');
      for (const name of ['house:slots', 'house:views']) secret.run(name, randomBytes(32));
    },
  },
  {
    schema: 2,
    what: 'each format of a collection on a shelf of its own',
    // What stands in a house of schema 1 stands on the shelf that bears its collection's name.
    apply() {},
  },
];

/** Schema that this program writes. */
export const SCHEMA = MIGRATIONS.length;

export interface MigrationReport {
  readonly from: number;
  readonly to: number;
  /** What was done, or would be done by a dry run, in order. */
  readonly steps: readonly string[];
}

/**
 * Brings a house to the present schema. Throws CybexError `schema-newer` when a newer program has
 * written it; nothing is changed then. With `dryRun` it only tells.
 */
export function migrate(
  database: Database,
  options: { readonly dryRun?: boolean } = {},
): MigrationReport {
  if (options.dryRun === true) return pending(database);
  // EXCLUSIVE: no other connection reads half a schema, and two processes cannot both migrate.
  database.exec('BEGIN EXCLUSIVE');
  try {
    const report = pending(database);
    for (const migration of MIGRATIONS.slice(report.from)) migration.apply(database);
    if (report.from < report.to) database.exec(`PRAGMA user_version = ${SCHEMA}`);
    database.exec('COMMIT');
    return report;
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

function pending(database: Database): MigrationReport {
  const from = schemaOf(database);
  if (from > SCHEMA) {
    throw new CybexError('schema-newer', `the store has schema ${from}, this program ${SCHEMA}`, {
      remedy: 'Run the newer version of the program that wrote it.',
    });
  }
  return { from, to: SCHEMA, steps: MIGRATIONS.slice(from).map((each) => each.what) };
}

/** Schema of the open file; 0 when it is empty. */
export function schemaOf(database: Database): number {
  const row = database.prepare('PRAGMA user_version').get() as { user_version: number };
  return row.user_version;
}
