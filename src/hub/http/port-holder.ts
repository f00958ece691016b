/** Who listens on a TCP port, as far as the system tells (Linux: proc(5), `net/tcp` and `fd`). */
import { readdir, readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';

const LISTENING = '0A';

/** `process 123 (nginx)`; null when it belongs to somebody else or the system does not tell. */
export async function portHolder(port: number): Promise<string | null> {
  const sockets = new Set<string>();
  for (const table of ['/proc/net/tcp', '/proc/net/tcp6']) {
    const text = await readFile(table, 'utf8').catch(() => '');
    for (const inode of listenersIn(text, port)) sockets.add(`socket:[${inode}]`);
  }
  if (sockets.size === 0) return null;
  const processes = await readdir('/proc').catch(() => []);
  for (const id of processes.filter((name) => /^\d+$/.test(name))) {
    if (await holds(id, sockets)) return named(id);
  }
  return null;
}

/** Inodes of the sockets that listen on a port, from the text of /proc/net/tcp. */
export function listenersIn(text: string, port: number): string[] {
  const wanted = port.toString(16).toUpperCase().padStart(4, '0');
  return text.split('\n').flatMap((line) => {
    const [, local = '', , state, , , , , , inode = ''] = line.trim().split(/\s+/);
    return state === LISTENING && local.endsWith(`:${wanted}`) ? [inode] : [];
  });
}

/** Other users' processes do not show what they have open. */
async function holds(id: string, sockets: ReadonlySet<string>): Promise<boolean> {
  const folder = `/proc/${id}/fd`;
  const files = await readdir(folder).catch(() => []);
  const targets = await Promise.all(
    files.map((file) => readlink(join(folder, file)).catch(() => '')),
  );
  return targets.some((target) => sockets.has(target));
}

async function named(id: string): Promise<string> {
  const name = await readFile(`/proc/${id}/comm`, 'utf8').catch(() => '');
  return `process ${id}${name === '' ? '' : ` (${name.trim()})`}`;
}
