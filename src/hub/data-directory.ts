/** The data directory must be local and writable; anything else is refused with the remedy. */
import { access, constants, mkdir, readFile, realpath, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { CybexError } from '../core/error.ts';

/** File of the SQLite store below the data directory. */
export const STORE_NAME = 'cybex.sqlite';

/** SQLite's locks and shared memory do not work across machines; a WAL there gets corrupted. */
const NETWORK_FILE_SYSTEMS = new Set([
  'nfs',
  'nfs4',
  'cifs',
  'smb3',
  'smbfs',
  'afs',
  'ceph',
  'glusterfs',
  'fuse.sshfs',
  'fuse.glusterfs',
  '9p',
  'lustre',
]);

const USABLE = constants.R_OK | constants.W_OK | constants.X_OK;

export async function usableDirectory(directory: string): Promise<void> {
  try {
    await makeDirectory(resolve(directory));
    await access(directory, USABLE);
  } catch (cause) {
    throw new CybexError('unavailable', `The data directory ${directory} cannot be written to.`, {
      remedy: 'Give another with --data, or make this one yours.',
      cause,
    });
  }
  const kind = await fileSystemOf(await realpath(directory));
  if (kind !== null && NETWORK_FILE_SYSTEMS.has(kind)) {
    throw new CybexError('unsupported', `${directory} lies on a network file system (${kind}).`, {
      remedy: 'Use a local disk, or --store postgres:… for a store on another machine.',
    });
  }
}

/** Step by step: below /proc and its like Node's own recursive form never ends. */
async function makeDirectory(path: string): Promise<void> {
  if (path === dirname(path) || (await stat(path).catch(() => null)) !== null) return;
  await makeDirectory(dirname(path));
  await mkdir(path, { mode: 0o700 });
}

/** Null where the system does not tell (anything but Linux). */
async function fileSystemOf(path: string): Promise<string | null> {
  const mounts = await readFile('/proc/self/mounts', 'utf8').catch(() => '');
  return fileSystemIn(mounts, path);
}

/** The type of the longest mount point that contains the path, from the text of /proc/mounts. */
export function fileSystemIn(mounts: string, path: string): string | null {
  let best = '';
  let kind: string | null = null;
  for (const line of mounts.split('\n')) {
    const [, point = '', type = ''] = line.split(' ');
    const mount = point.replace(/\\040/g, ' ');
    const inside = path === mount || path.startsWith(mount.endsWith('/') ? mount : `${mount}/`);
    if (inside && mount.length >= best.length) {
      best = mount;
      kind = type;
    }
  }
  return kind;
}
