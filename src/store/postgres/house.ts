/** A house on PostgreSQL 15 or later. Several processes may open the same database. */
import { type Clock, systemClock } from '../../core/clock.ts';
import { CybexError } from '../../core/error.ts';
import type { House, Reader, Sees, Viewer } from '../port.ts';
import { type TransferSource, transfer } from '../transfer.ts';
import { type Connections, connections, rowsOf, sql, storeError } from './connect.ts';
import { Current } from './current.ts';
import { checkDurable } from './durability.ts';
import { Incoming } from './incoming.ts';
import { migrate } from './migrate.ts';
import { PostgresOperations } from './operations.ts';
import { WriteQueue } from './queue.ts';
import { PostgresReader } from './reader.ts';
import { Visit } from './visit.ts';
import { PostgresWriter } from './writer.ts';

export interface PostgresOptions {
  /** `postgres://user@host/database`; `?options=-c search_path=…` chooses a schema of its own. */
  readonly url: string;
  readonly sees: Sees;
  readonly clock?: Clock;
}

const LEAST_VERSION = 150_000;
const SECRETS = sql(`SELECT name, bytes FROM secret WHERE name IN ('slot', 'view')`);

/** Opens the house; an empty database becomes a new one, an older schema is migrated. */
export async function openPostgresHouse(options: PostgresOptions): Promise<House> {
  const { url, sees, clock = systemClock() } = options;
  const connected = connections(url);
  try {
    await prepare(connected);
    const secrets = await secretsOf(connected);
    const current = new Current(clock, sees, secrets.view);
    const queue = new WriteQueue(connected, current, clock, secrets.slot);
    await queue.open();
    return new PostgresHouse(connected, current, queue, clock, sees);
  } catch (error) {
    await connected.end().catch(() => {});
    throw storeError(error);
  }
}

/** Fills an empty database from a copy of a house; nothing is left there when it fails. */
export async function restorePostgresHouse(
  url: string,
  source: TransferSource,
  progress?: (done: number, total: number) => void,
): Promise<void> {
  const connected = connections(url);
  try {
    await prepare(connected);
    const client = await connected.unhurried();
    try {
      await transfer(source, new Incoming(client), progress);
    } finally {
      await client.end().catch(() => {});
    }
  } catch (error) {
    throw storeError(error);
  } finally {
    await connected.end();
  }
}

/** Brings a database to the present schema, or with `dryRun` tells the steps. */
export async function migratePostgresHouse(
  url: string,
  options: { readonly dryRun?: boolean } = {},
): Promise<string[]> {
  const connected = connections(url);
  try {
    const client = await connected.unhurried();
    try {
      return await migrate(client, options);
    } finally {
      await client.end();
    }
  } catch (error) {
    throw storeError(error);
  } finally {
    await connected.end();
  }
}

async function prepare(connected: Connections): Promise<void> {
  const client = await connected.unhurried();
  try {
    const version =
      await client.query(`SELECT current_setting('server_version_num')::integer AS number,
      current_setting('server_encoding') AS encoding`);
    const { number, encoding } = version.rows[0] as { number: number; encoding: string };
    if (number < LEAST_VERSION || encoding !== 'UTF8') {
      throw new CybexError('unsupported', `PostgreSQL ${number} with encoding ${encoding}`, {
        remedy: 'Use PostgreSQL 15 or later and a database with encoding UTF8.',
      });
    }
    await checkDurable(client);
    await migrate(client);
  } finally {
    await client.end();
  }
}

async function secretsOf({ work }: Connections) {
  const rows = await rowsOf<{ name: string; bytes: Uint8Array }>(work, SECRETS);
  const bytes = (name: string) => {
    const found = rows.find((row) => row.name === name);
    if (found === undefined) throw new CybexError('internal', `the house has lost its ${name} key`);
    return found.bytes;
  };
  return { slot: bytes('slot'), view: bytes('view') };
}

class PostgresHouse implements House {
  readonly kind = 'postgres';
  readonly writer: PostgresWriter;
  readonly operations: PostgresOperations;
  readonly #connections: Connections;
  readonly #current: Current;
  readonly #queue: WriteQueue;
  readonly #clock: Clock;

  constructor(
    connected: Connections,
    current: Current,
    queue: WriteQueue,
    clock: Clock,
    sees: Sees,
  ) {
    this.#connections = connected;
    this.#current = current;
    this.#queue = queue;
    this.#clock = clock;
    this.writer = new PostgresWriter(queue, connected, clock, sees);
    this.operations = new PostgresOperations(connected, queue);
  }

  readerFor(viewer: Viewer): Reader {
    return new PostgresReader(new Visit(this.#connections, this.#current, this.#clock, viewer));
  }

  #closing: Promise<void> | null = null;

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    // A database that is gone can not be told; rows that are held come free by themselves.
    await this.writer.letGo().catch(() => {});
    await this.#queue.close();
    await this.#connections.end();
  }
}
