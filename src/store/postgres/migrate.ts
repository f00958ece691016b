/**
 * Opening a database: it is brought to this program's schema under a lock, or refused. Each process
 * holds a shared lock that says "a program of some schema works here" as long as it is connected;
 * a migration needs that lock alone, so that no old program goes on in a new schema.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import { CybexError } from '../../core/error.ts';
import { MIGRATIONS, type Migration, SCHEMA } from './migrations/index.ts';

/** One number for each (database, schema): the space of advisory locks belongs to the database. */
const LOCK_KEY = `hashtextextended('cybex ' || current_schema(), 0)`;

/** Tries, a tenth of a second apart, to be the only program on the database. */
const ATTEMPTS = 30;

export interface MigrationOptions {
  /** For tests: other migrations than the program's own. */
  readonly migrations?: readonly Migration[];
  /** Only tells what would be done. */
  readonly dryRun?: boolean;
}

/** Names of the migrations that were applied (or would be). */
export async function migrate(client: Client, options: MigrationOptions = {}): Promise<string[]> {
  const migrations = options.migrations ?? MIGRATIONS;
  const found = await schemaOf(client);
  refuseNewer(found, migrations.length);
  const pending = migrations.slice(found);
  if (pending.length === 0 || options.dryRun === true) return pending.map(({ name }) => name);
  await alone(client, migrations.length, async (now) => {
    await client.query('BEGIN');
    try {
      for (const { statements } of migrations.slice(now)) {
        for (const statement of statements) await client.query(statement);
      }
      if (now === 0) await furnish(client);
      await client.query('UPDATE house SET schema = $1', [migrations.length]);
      await client.query('UPDATE sequencer SET schema = $1', [migrations.length]);
      await client.query('COMMIT');
    } catch (error) {
      await client.query('ROLLBACK');
      throw error;
    }
  });
  return pending.map(({ name }) => name);
}

/** Declares on this connection that a program of our schema works here; held until it closes. */
export async function declarePresence(client: Client, schema: number = SCHEMA): Promise<void> {
  const { rows } = await client.query(`SELECT pg_try_advisory_lock_shared(${LOCK_KEY}) AS held`);
  if (rows[0]?.held !== true) {
    throw new CybexError('schema-mismatch', 'the database is being migrated', {
      remedy: 'Start again when the migration is over.',
      retryAfter: 5,
    });
  }
  checkSchema(await schemaOf(client), schema);
}

/** Throws when a program of schema `ours` must not work on a database of schema `found`. */
export function checkSchema(found: number, ours: number = SCHEMA): void {
  refuseNewer(found, ours);
  if (found < ours) {
    throw new CybexError('schema-mismatch', `the database has schema ${found}, not ${ours}`, {
      remedy: 'Stop the older processes and start this version: it migrates the database.',
    });
  }
}

function refuseNewer(found: number, ours: number): void {
  if (found <= ours) return;
  throw new CybexError(
    'schema-newer',
    `the database has schema ${found}; this program knows ${ours}`,
    {
      remedy: 'Run the version of the program that migrated this database, or a later one.',
    },
  );
}

/** 0 for an empty database. */
async function schemaOf(client: Client): Promise<number> {
  const table = await client.query(
    `SELECT to_regclass(quote_ident(current_schema()) || '.house') IS NOT NULL AS found`,
  );
  if (table.rows[0]?.found !== true) return 0;
  const { rows } = await client.query('SELECT schema FROM house');
  return Number(rows[0]?.schema ?? 0);
}

/**
 * Runs `work` on the schema that is found while no other program works on the house; refuses when
 * one does. Does nothing when somebody else has brought it to `wanted` in the meantime.
 */
async function alone(
  client: Client,
  wanted: number,
  work: (found: number) => Promise<void>,
): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const { rows } = await client.query(`SELECT pg_try_advisory_lock(${LOCK_KEY}) AS held`);
    const found = await schemaOf(client);
    if (rows[0]?.held === true) {
      try {
        refuseNewer(found, wanted);
        if (found < wanted) await work(found);
      } finally {
        await client.query(`SELECT pg_advisory_unlock(${LOCK_KEY})`);
      }
      return;
    }
    if (found === wanted) return;
    // Another process that started at the same time may be migrating, which does not take long.
    await sleep(100);
  }
  throw new CybexError('schema-mismatch', 'another process works on this database', {
    remedy: 'Stop every process of the older version before this one migrates the database.',
  });
}

/** The rows that a house begins with. */
async function furnish(client: Client): Promise<void> {
  await client.query(
    `INSERT INTO house (id, schema, feed_epoch, policy_epoch, labels, pairs)
     VALUES ($1, 0, $2, 1, 0, 0)`,
    [randomUUID(), randomUUID()],
  );
  await client.query(
    `INSERT INTO sequencer (schema, last_position, policy_epoch, labels, pairs, membership_ids,
       leaves, audits, records, memberships, quarantined, bytes)
     VALUES (0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0)`,
  );
  for (const name of ['slot', 'view']) {
    await client.query('INSERT INTO secret (name, bytes) VALUES ($1, $2)', [name, randomBytes(32)]);
  }
}
