/** Connections to PostgreSQL: how they are made, what their failures mean, when one tries again. */
import { Client, type ClientBase, type ClientConfig, Pool, type QueryResult } from 'pg';
import { sha256 } from '../../core/digest.ts';
import { CybexError, type ErrorCode } from '../../core/error.ts';
import { LIMITS } from '../../core/limits.ts';
import { SESSION_MARK } from './durability.ts';
import { PARSERS } from './wire.ts';

/** A statement that the server prepares once for each connection. */
export interface Sql {
  readonly name: string;
  readonly text: string;
}

/** Names a statement by its text, so that the same text is prepared once. */
export function sql(text: string): Sql {
  return { name: `c${sha256(text).toString('hex').slice(0, 20)}`, text };
}

/** What runs statements: a connection, or the pool where each statement stands alone. */
export interface Runner {
  query(config: {
    name: string;
    text: string;
    values: unknown[];
  }): Promise<Pick<QueryResult, 'rows' | 'rowCount'>>;
}

/** The rows of a prepared statement; `Row` is what its columns are, as the statement says. */
export async function rowsOf<Row>(
  runner: Runner,
  statement: Sql,
  ...values: readonly unknown[]
): Promise<Row[]> {
  const { rows } = await runner.query({ ...statement, values: [...values] });
  return rows as Row[];
}

/** The one row of a statement that always has one. */
export async function rowOf<Row>(
  runner: Runner,
  statement: Sql,
  ...values: readonly unknown[]
): Promise<Row> {
  const [row] = await rowsOf<Row>(runner, statement, ...values);
  if (row === undefined) throw new CybexError('internal', 'the store has lost its house row');
  return row;
}

/** Runs a statement for its effect; gives the number of rows it touched. */
export async function execute(
  runner: Runner,
  statement: Sql,
  ...values: readonly unknown[]
): Promise<number> {
  const { rowCount } = await runner.query({ ...statement, values: [...values] });
  return rowCount ?? 0;
}

/**
 * A table that has grown since it was last analysed looks small to the planner, which would then
 * read it whole for each row of another. The statements here are joined in the order in which they
 * are written, through indexes; the planner is left the choice of the index.
 */
const AS_WRITTEN = { jit: 'off', enable_seqscan: 'off', join_collapse_limit: '1' };

/**
 * Settings of the connections that serve pages. Their statements are prepared once with one plan,
 * which must walk an index in its order and stop at the limit; a planner that guesses a tenth of
 * the table behind an unknown limit would rather sort it.
 */
const PAGE_SETTINGS = {
  ...AS_WRITTEN,
  plan_cache_mode: 'force_generic_plan',
  enable_sort: 'off',
  enable_bitmapscan: 'off',
  enable_hashjoin: 'off',
  enable_mergejoin: 'off',
  enable_material: 'off',
  enable_memoize: 'off',
  max_parallel_workers_per_gather: '0',
  statement_timeout: String(LIMITS.postgres.pageTimeoutMillis),
};

const WORK_SETTINGS = {
  ...AS_WRITTEN,
  plan_cache_mode: 'force_custom_plan',
  statement_timeout: String(LIMITS.postgres.workTimeoutMillis),
};

/** The writer holds the sequencer's lock: a process that hangs must lose it soon. */
const WRITE_SETTINGS = {
  ...AS_WRITTEN,
  synchronous_commit: 'on',
  lock_timeout: String(LIMITS.postgres.lockTimeoutMillis),
  statement_timeout: String(LIMITS.postgres.workTimeoutMillis),
  idle_in_transaction_session_timeout: String(LIMITS.postgres.idleTransactionMillis),
};

export interface Connections {
  /** Pages: prepared plans that walk indexes. */
  readonly pages: Pool;
  /** Everything else that reads. */
  readonly work: Pool;
  /** A new connection for the writer. */
  writer(): Promise<Client>;
  /** A new connection without time limits, for migrations and backups. */
  unhurried(): Promise<Client>;
  end(): Promise<void>;
}

export function connections(url: string): Connections {
  const pool = (name: string, max: number, settings: Readonly<Record<string, string>>) => {
    const made = new Pool({ ...config(url, name, settings), max, idleTimeoutMillis: 60_000 });
    // An idle connection that the server ends is not an error of anybody's request.
    made.on('error', () => {});
    // Nor is one that ends between two statements of a request: the second of them fails of it.
    made.on('connect', (client) => client.on('error', () => {}));
    return made;
  };
  const single = async (name: string, settings: Readonly<Record<string, string>>) => {
    const client = new Client(config(url, name, settings));
    client.on('error', () => {});
    await client.connect().catch((error: unknown) => {
      throw storeError(error);
    });
    return client;
  };
  const pages = pool('pages', LIMITS.postgres.pageConnections, PAGE_SETTINGS);
  const work = pool('work', LIMITS.postgres.workConnections, WORK_SETTINGS);
  return {
    pages,
    work,
    writer: () => single('writer', WRITE_SETTINGS),
    unhurried: () => single('maintenance', { jit: 'off', synchronous_commit: 'on' }),
    async end() {
      await Promise.all([pages.end(), work.end()]);
    },
  };
}

function config(
  url: string,
  role: string,
  settings: Readonly<Record<string, string>>,
): ClientConfig {
  const marked = { ...settings, [SESSION_MARK]: role };
  const options = Object.entries(marked).map(([name, value]) => `-c ${name}=${value}`);
  const given = givenOptions(url);
  return {
    connectionString: withoutOptions(url),
    application_name: `cybex ${role}`,
    // The operator's own options come last and win.
    options: [...options, ...given].join(' '),
    connectionTimeoutMillis: LIMITS.postgres.connectTimeoutMillis,
    keepAlive: true,
    types: PARSERS as unknown as NonNullable<ClientConfig['types']>,
  };
}

function givenOptions(url: string): string[] {
  const found = /[?&]options=([^&]*)/.exec(url)?.[1];
  return found === undefined ? [] : [decodeURIComponent(found)];
}

function withoutOptions(url: string): string {
  return url.replace(/([?&])options=[^&]*&?/, '$1').replace(/[?&]$/, '');
}

/** What PostgreSQL's classes of errors mean to a caller (PostgreSQL manual, appendix A). */
const MEANING: readonly (readonly [prefix: string, code: ErrorCode, message: string])[] = [
  ['08', 'unavailable', 'the connection to the database is broken'],
  ['57P', 'unavailable', 'the database is stopping or starting'],
  ['53100', 'storage-full', 'the disk of the database is full'],
  ['53', 'unavailable', 'the database has no resources left'],
  ['57014', 'unavailable', 'the database took too long'],
  ['55P03', 'unavailable', 'another process holds the lock for too long'],
  ['40', 'unavailable', 'the transaction was in the way of another one'],
  ['25P03', 'unavailable', 'the transaction was idle for too long'],
  ['25006', 'unavailable', 'the database is a replica or takes nothing'],
  ['58', 'unavailable', 'the database server has a fault of its machine'],
  ['28', 'unavailable', 'the database refuses this user'],
  ['3D000', 'unavailable', 'there is no such database'],
  ['XX001', 'internal', 'the database reports damaged data'],
];

/** Any failure of the driver or the server as an error of the house. */
export function storeError(error: unknown): CybexError {
  if (error instanceof CybexError) return error;
  const code = sqlState(error);
  if (code === undefined || isSystemCode(code)) {
    const why = error instanceof Error ? error.message : String(error);
    return unavailable(`the database does not answer (${why})`, error);
  }
  const meaning = MEANING.find(([prefix]) => code.startsWith(prefix));
  if (meaning?.[1] === 'unavailable') return unavailable(meaning[2], error);
  if (meaning !== undefined) return new CybexError(meaning[1], meaning[2], { cause: error });
  return new CybexError('internal', `the database reports ${code}`, { cause: error });
}

function unavailable(message: string, cause: unknown): CybexError {
  const retryAfter = LIMITS.postgres.retryAfterSeconds;
  return new CybexError('unavailable', message, { retryAfter, cause });
}

/** True when the statement may not have reached the server, or its answer was lost. */
export function isLostConnection(error: unknown): boolean {
  if (error instanceof CybexError)
    return error.cause !== undefined && isLostConnection(error.cause);
  const code = sqlState(error);
  return (
    code === undefined || isSystemCode(code) || code.startsWith('08') || code.startsWith('57P')
  );
}

/** True when two transactions were in each other's way: the same work succeeds when repeated. */
export function isContention(error: unknown): boolean {
  const code = sqlState(error instanceof CybexError ? error.cause : error);
  return code === '40P01' || code === '40001' || code === '23505';
}

function sqlState(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** ECONNREFUSED, ENOENT (no socket), EPIPE …: codes of the operating system. */
function isSystemCode(code: string): boolean {
  return /^E[A-Z]+$/.test(code);
}

/**
 * Runs what only reads; a connection that broke (the server was restarted, say) is tried once more
 * on a new one.
 */
export async function reading<T>(pool: Pool, work: (runner: Runner) => Promise<T>): Promise<T> {
  try {
    return await withConnection(pool, work);
  } catch (error) {
    if (!isLostConnection(error)) throw storeError(error);
  }
  return withConnection(pool, work).catch((error: unknown) => {
    throw storeError(error);
  });
}

/** All statements of `work` see one snapshot of the database. */
export function inSnapshot<T>(pool: Pool, work: (runner: Runner) => Promise<T>): Promise<T> {
  return reading(pool, (runner) => snapshotOf(runner as ClientBase, work));
}

/** One snapshot on a connection of its own, without time limits: for what reads the whole house. */
export async function withSnapshot<T>(
  connected: Connections,
  work: (runner: Client) => Promise<T>,
): Promise<T> {
  const client = await connected.unhurried();
  try {
    return await snapshotOf(client, () => work(client));
  } catch (error) {
    throw storeError(error);
  } finally {
    await client.end().catch(() => {});
  }
}

async function snapshotOf<T>(
  client: ClientBase,
  work: (runner: ClientBase) => Promise<T>,
): Promise<T> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  try {
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    if (!isLostConnection(error)) await client.query('ROLLBACK').catch(() => {});
    throw error;
  }
}

/** For a statement of a page's snapshot that asks the text index, which is read by bitmap only. */
export async function withTextIndex<T>(runner: Runner, work: () => Promise<T>): Promise<T> {
  const client = runner as ClientBase;
  await client.query(
    'SET LOCAL enable_bitmapscan = on; SET LOCAL plan_cache_mode = force_custom_plan',
  );
  const result = await work();
  await client.query(
    'SET LOCAL enable_bitmapscan = off; SET LOCAL plan_cache_mode = force_generic_plan',
  );
  return result;
}

async function withConnection<T>(pool: Pool, work: (runner: Runner) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    return await work(client);
  } catch (error) {
    if (isLostConnection(error)) broken = error as Error;
    throw error;
  } finally {
    client.release(broken);
  }
}
