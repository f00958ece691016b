/**
 * A throw-away PostgreSQL for tests: the server that is installed, in a folder of its own, on a
 * unix socket only, with fsync on (a test of durability on a server that does not sync proves
 * nothing). `CYBEX_TEST_POSTGRES=postgres://…` uses a running server instead.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';

export const NO_SERVER = 'PostgreSQL server not found: apt-get install postgresql';

export interface PostgresServer {
  /** Connection string of its database `postgres`. */
  readonly url: string;
  /** False when the server was given: then it can be neither stopped nor killed. */
  readonly own: boolean;
  /** Ends the server: `crash` sends SIGQUIT (no checkpoint, recovery at the next start). */
  stop(how?: 'fast' | 'crash'): Promise<void>;
  start(): Promise<void>;
  /** A connection string of an empty schema; dropped with the server or by `drop`. */
  schema(): Promise<{ readonly url: string; drop(): Promise<void> }>;
  /** Stops the server and removes its folder. */
  remove(): Promise<void>;
}

export interface ServerOptions {
  /** Settings other than those of a careful operator. */
  readonly changed?: Readonly<Record<string, string>>;
  /** A program and its arguments under which the server runs, and which becomes it. */
  readonly under?: readonly string[];
}

/** Null when no server is installed and none is given that will do. */
export async function startPostgres(options: ServerOptions = {}): Promise<PostgresServer | null> {
  const given = process.env.CYBEX_TEST_POSTGRES;
  const plain = Object.keys(options).length === 0;
  if (given !== undefined && given !== '' && plain) return givenServer(given);
  const bin = binaries();
  return bin === null ? null : ownServer(bin, options);
}

function givenServer(url: string): PostgresServer {
  const refuse = () => Promise.reject(new Error('the server of CYBEX_TEST_POSTGRES is not ours'));
  return {
    url,
    own: false,
    stop: refuse,
    start: refuse,
    schema: () => freshSchema(url),
    remove: () => Promise.resolve(),
  };
}

async function ownServer(
  bin: string,
  { changed, under = [] }: ServerOptions,
): Promise<PostgresServer> {
  const account = unprivileged();
  const folder = mkdtempSync(join(tmpdir(), 'cybex-pg-'));
  const run = { ...account, cwd: folder, stdio: 'ignore' as const };
  give(folder, account);
  const data = join(folder, 'data');
  mkdirSync(data, { mode: 0o700 });
  give(data, account);
  execFileSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'cybex', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
    run,
  );
  const url = `postgres://cybex@${encodeURIComponent(folder)}/postgres`;
  let child: ChildProcess | null = null;
  process.once('exit', () => {
    child?.kill('SIGQUIT');
    rmSync(folder, { recursive: true, force: true });
  });
  const server: PostgresServer = {
    url,
    own: true,
    async start() {
      const command = [...under, join(bin, 'postgres'), '-D', data, ...settings(folder, changed)];
      child = spawn(command[0] ?? '', command.slice(1), run);
      await answering(url, child);
    },
    async stop(how = 'fast') {
      const ending = child;
      child = null;
      if (ending === null || ending.exitCode !== null) return;
      const ended = new Promise((resolve) => ending.once('exit', resolve));
      ending.kill(how === 'fast' ? 'SIGINT' : 'SIGQUIT');
      await ended;
    },
    schema: () => freshSchema(url),
    async remove() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await server.start();
  return server;
}

/** What a careful operator would run with; nothing here trades safety for speed. */
function settings(socketFolder: string, changed: ServerOptions['changed']): string[] {
  const pairs = {
    listen_addresses: '',
    unix_socket_directories: socketFolder,
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    shared_buffers: '256MB',
    max_wal_size: '1GB',
    max_connections: '60',
    logging_collector: 'off',
    ...changed,
  };
  return Object.entries(pairs).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

async function answering(url: string, child: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt++) {
    if (child.exitCode !== null) throw new Error(`postgres ended with ${child.exitCode}`);
    const client = new Client({ connectionString: url });
    client.on('error', () => {});
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await client.end().catch(() => {});
      await sleep(100);
    }
  }
  throw new Error('postgres does not answer');
}

async function freshSchema(url: string) {
  const name = `cybex_${randomBytes(6).toString('hex')}`;
  const sql = async (text: string) => {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      await client.query(text);
    } finally {
      await client.end();
    }
  };
  await sql(`CREATE SCHEMA ${name}`);
  const path = encodeURIComponent(`-c search_path=${name}`);
  return {
    url: `${url}${url.includes('?') ? '&' : '?'}options=${path}`,
    drop: () => sql(`DROP SCHEMA IF EXISTS ${name} CASCADE`),
  };
}

/** The folder with `initdb` and `postgres`, of the newest version that is 15 or later. */
function binaries(): string | null {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian) : [];
  const installed = versions
    .filter((version) => Number(version) >= 15)
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => join(debian, version, 'bin'));
  const onPath = (process.env.PATH ?? '').split(delimiter);
  const complete = (folder: string) =>
    existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres'));
  return [...installed, ...onPath].find(complete) ?? null;
}

/** PostgreSQL refuses to run as root: then it runs as the account that its package made. */
function unprivileged(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

function give(path: string, account: { uid: number; gid: number } | undefined): void {
  if (account !== undefined) chownSync(path, account.uid, account.gid);
}
