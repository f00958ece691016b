/** Files of this machine for an inventory: below one folder, never out of it, never by a link. */
import { access, constants, lstat, readdir, readFile, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import type { FilePort, FolderEntry } from '../state/inventory/index.ts';
import { loadDriver } from '../store/sqlite/driver.ts';

/** The port for a folder that is there. */
export async function filePortOf(folder: string): Promise<FilePort> {
  const root = await realpath(folder);
  /** Null for what a link leads to, or leads out of the folder by. */
  const inside = async (path: string): Promise<string | null> => {
    const whole = join(root, path);
    const real = await realpath(whole).catch(() => null);
    if (real === null) return null;
    return real === root || real.startsWith(root.endsWith(sep) ? root : root + sep) ? real : null;
  };
  const regular = async (path: string, most: number): Promise<string | null> => {
    const file = await inside(path);
    const kind = file === null ? null : await lstat(file).catch(() => null);
    return kind?.isFile() && kind.size <= most ? file : null;
  };
  return {
    async list(path) {
      const real = await inside(path);
      return real === null ? null : entriesOf(real);
    },
    async read(path, most) {
      const file = await regular(path, most);
      return file === null ? null : readFile(file).catch(() => null);
    },
    async executable(path) {
      const file = join(root, path);
      return access(file, constants.X_OK).then(
        () => true,
        () => false,
      );
    },
    inflate(bytes, most) {
      try {
        return inflateRawSync(bytes, { maxOutputLength: Math.max(1, most) });
      } catch {
        return null;
      }
    },
    async rows(path, sql) {
      const file = await regular(path, Number.POSITIVE_INFINITY);
      return file === null ? null : rowsOf(file, sql);
    },
  };
}

async function entriesOf(folder: string): Promise<readonly FolderEntry[] | null> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => null);
  if (entries === null) return null;
  return entries
    .map((entry) => ({
      name: entry.name,
      kind: entry.isFile()
        ? ('file' as const)
        : entry.isDirectory()
          ? ('folder' as const)
          : entry.isSymbolicLink()
            ? ('link' as const)
            : ('other' as const),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** The database of another program: opened for reading, and closed at once. */
async function rowsOf(file: string, sql: string): Promise<unknown[][] | null> {
  const Driver = await loadDriver();
  try {
    const database = new Driver(file, { readOnly: true });
    try {
      const statement = database.prepare(sql);
      statement.setReturnArrays(true);
      return statement.all() as unknown[][];
    } finally {
      database.close();
    }
  } catch {
    return null;
  }
}
