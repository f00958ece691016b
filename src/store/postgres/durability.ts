/**
 * Whether the server keeps what it acknowledges. A 2xx of ours promises that the record survives a
 * power failure; a server that answers COMMIT before its log is on the disk cannot hold that.
 */
import type { ClientBase } from 'pg';
import { CybexError } from '../../core/error.ts';
import { LIMITS } from '../../core/limits.ts';

/** A setting of our own: a session that does not have it did not get the others either. */
export const SESSION_MARK = 'cybex.session';

interface ServerSettings {
  readonly fsync: string;
  readonly synchronous_commit: string;
  readonly full_page_writes: string;
  readonly session: string | null;
  readonly replica: boolean;
}

const SETTINGS = `SELECT current_setting('fsync') AS fsync,
  current_setting('synchronous_commit') AS synchronous_commit,
  current_setting('full_page_writes') AS full_page_writes,
  current_setting('${SESSION_MARK}', true) AS session, pg_is_in_recovery() AS replica`;

interface Fault {
  readonly found: (settings: ServerSettings) => boolean;
  readonly message: string;
  readonly remedy: string;
}

/** In the order in which an operator has to put them right. */
const FAULTS: readonly Fault[] = [
  {
    found: ({ session }) => session === null || session === '',
    message: 'what stands between this program and PostgreSQL drops the settings of its sessions',
    remedy:
      'Connect to the server directly, or through a pooler in session mode that passes them on.',
  },
  {
    found: ({ replica }) => replica,
    message: 'the database is a replica, which can be behind and takes nothing',
    remedy: 'Connect to the primary server.',
  },
  {
    found: ({ fsync }) => fsync === 'off',
    message: 'the database server runs with fsync=off: a power failure takes what it acknowledged',
    remedy: 'Set fsync = on in postgresql.conf and reload the server.',
  },
  {
    // Every other value waits for the server's own disk; they differ in what its replicas do.
    found: ({ synchronous_commit: commit }) => commit === 'off',
    message: 'synchronous_commit=off: the database acknowledges before its log is on the disk',
    remedy: 'Take synchronous_commit=off out of the options of the store.',
  },
];

/** Throws `unavailable` on a server, or through a pooler, that cannot keep what is acknowledged. */
export async function checkDurable(client: ClientBase): Promise<void> {
  const settings = await settingsOf(client);
  const fault = FAULTS.find(({ found }) => found(settings));
  if (fault === undefined) return;
  const { remedy } = fault;
  const retryAfter = LIMITS.postgres.retryAfterSeconds;
  throw new CybexError('unavailable', fault.message, { remedy, retryAfter });
}

/** The same while the house is open, for who examines it: a server can be set otherwise meanwhile. */
export async function durabilityFindings(client: ClientBase): Promise<string[]> {
  const settings = await settingsOf(client);
  const found = FAULTS.filter((fault) => fault.found(settings)).map(({ message }) => message);
  // Right on a file system that never tears a page; on others a crash can damage the store.
  if (settings.full_page_writes === 'off') found.push('full_page_writes=off');
  return found.map((message) => `server-unsafe: ${message}`);
}

async function settingsOf(client: ClientBase): Promise<ServerSettings> {
  const { rows } = await client.query(SETTINGS);
  const [settings] = rows as ServerSettings[];
  if (settings === undefined) throw new CybexError('internal', 'the database tells no settings');
  return settings;
}
