/**
 * The SQLite engine that is at hand: `node:sqlite` where the platform brings a safe one, else the
 * same interface from a package with its binary inside. Nothing is compiled or downloaded.
 */
import { CybexError } from '../../core/error.ts';

export type SqlValue = number | bigint | string | Uint8Array | null;

export interface Statement {
  run(...parameters: SqlValue[]): { changes: number | bigint; lastInsertRowid: number | bigint };
  get(...parameters: SqlValue[]): unknown;
  all(...parameters: SqlValue[]): unknown[];
  iterate(...parameters: SqlValue[]): IterableIterator<unknown>;
  setReturnArrays(on: boolean): void;
}

/** The part of `DatabaseSync` that both engines have. */
export interface Database {
  readonly isTransaction: boolean;
  exec(sql: string): void;
  prepare(sql: string): Statement;
  close(): void;
}

export interface DatabaseOptions {
  readonly readOnly?: boolean;
  /** Milliseconds to wait for a lock. */
  readonly timeout?: number;
}

export type Driver = new (file: string, options?: DatabaseOptions) => Database;

/** Older versions can damage a write-ahead log under concurrent checkpoints. */
const OLDEST = [3, 51, 3] as const;

let loaded: Promise<Driver> | null = null;

/** The engine; throws CybexError `unsupported` when no safe one is installed. */
export function loadDriver(): Promise<Driver> {
  loaded ??= findDriver();
  return loaded;
}

async function findDriver(): Promise<Driver> {
  const found: string[] = [];
  for (const { name, version } of engines()) {
    const driver = await importDriver(name);
    if (driver === null) continue;
    const sqlite = version ?? versionOf(driver);
    if (isSafe(sqlite)) return driver;
    found.push(`${name} has SQLite ${sqlite}`);
  }
  throw new CybexError(
    'unsupported',
    `no safe SQLite engine: ${found.join(', ') || 'none found'}`,
    {
      remedy: `Install @photostructure/sqlite, or a Node with SQLite ${OLDEST.join('.')} or newer.`,
    },
  );
}

/** In order of preference. The platform's own is only loaded, with its warning, when it is safe. */
function engines(): { readonly name: string; readonly version?: string }[] {
  const engine = { name: '@photostructure/sqlite' };
  const own = process.versions.sqlite;
  const major = Number.parseInt(process.versions.node, 10);
  if (major < 24 || own === undefined || !isSafe(own)) return [engine];
  return [{ name: 'node:sqlite', version: own }, engine];
}

async function importDriver(name: string): Promise<Driver | null> {
  try {
    const module = (await import(name)) as { DatabaseSync: Driver };
    return module.DatabaseSync;
  } catch {
    return null;
  }
}

function versionOf(driver: Driver): string {
  const database = new driver(':memory:');
  const row = database.prepare('SELECT sqlite_version() AS version').get();
  database.close();
  return (row as { version: string }).version;
}

/** True for versions from 3.51.3 on. */
export function isSafe(version: string): boolean {
  const parts = version.split('.').map(Number);
  for (const [i, least] of OLDEST.entries()) {
    const part = parts[i] ?? 0;
    if (part !== least) return part > least;
  }
  return true;
}
