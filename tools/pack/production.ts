/** The packages that the running hub needs, as the lock file tells them. */
import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';

export interface LockFile {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

interface LockedPackage {
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly optional?: boolean;
}

/** Folders (`node_modules/x`) of production; those marked optional exist on some platforms only. */
export function productionFolders(lock: LockFile): { folder: string; optional: boolean }[] {
  return Object.entries(lock.packages)
    .filter(([folder, { dev, devOptional }]) => folder !== '' && !dev && !devOptional)
    .map(([folder, { optional = false }]) => ({ folder, optional }));
}

/** Copies them from one tree to another; throws when one is missing that no platform may lack. */
export function copyProduction(lock: LockFile, from: string, to: string): readonly string[] {
  const folders = productionFolders(lock);
  const present = folders.filter(({ folder }) => existsSync(join(from, folder)));
  const missing = folders.filter((row) => !row.optional && !present.includes(row));
  if (missing.length > 0) {
    const names = missing.map(({ folder }) => folder).join(', ');
    throw new Error(`${names}: not installed; run npm ci first`);
  }
  for (const { folder } of present) {
    const nested = join(from, folder, 'node_modules');
    cpSync(join(from, folder), join(to, folder), {
      recursive: true,
      // A nested package has its own line in the lock file, and may be for development only.
      filter: (path) => !path.startsWith(nested),
    });
  }
  return present.map(({ folder }) => folder);
}
