/** One file, taken under load, verified, with the oldest ones of the folder let go. */
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { CybexError } from '../../core/error.ts';
import { microsToTimestamp } from '../../core/timestamp.ts';
import type { Hub } from '../hub.ts';

const KEPT_AS = 'backup/last';
const NAME = /^cybex-\d{8}T\d{6}\d*Z\.backup$/;

export interface BackupOrder {
  /** A file, or a directory in which a file named by the time is made. */
  readonly to: string;
  /** In a directory: how many to keep. */
  readonly keep?: number | undefined;
}

export interface BackupNote {
  readonly file: string;
  readonly at: string;
  readonly bytes: number;
}

export async function backupTo(
  hub: Hub,
  order: BackupOrder,
  put: (line: unknown) => void,
): Promise<BackupNote> {
  return hub.jobs.run('backup', order.to, async (job) => {
    const at = microsToTimestamp(hub.clock.now());
    const file = await targetFile(order, at);
    const partial = `${file}.partial`;
    put({ job: job.id, file });
    const bytes = await hub.house.operations.backup(partial, (done, total) => {
      job.progress({ done, failed: 0, total });
      put({ progress: { done, total } });
    });
    // Renamed only when complete: a broken run leaves nothing that looks like a backup.
    await rename(partial, file);
    if (order.keep !== undefined) await letGo(dirname(file), order.keep);
    const note: BackupNote = { file, at, bytes };
    await hub.house.operations.keep(KEPT_AS, note);
    put({ backup: note });
    return note;
  });
}

export async function lastBackup(hub: Hub): Promise<BackupNote | null> {
  const kept = await hub.house.operations.kept(KEPT_AS);
  return (kept.get(KEPT_AS) as BackupNote | undefined) ?? null;
}

/** Who keeps several, or ends the name with a slash, means a directory, there or not yet. */
async function targetFile({ to, keep }: BackupOrder, at: string): Promise<string> {
  if (keep !== undefined || to.endsWith('/')) await mkdir(to, { recursive: true, mode: 0o700 });
  const kind = await stat(to).catch(() => null);
  if (kind?.isDirectory()) return join(to, `cybex-${at.replace(/[-:.]/g, '')}.backup`);
  if (kind !== null) {
    throw new CybexError('conflict', `${to} is there already.`, {
      remedy: 'Name a new file, or a directory to put it in.',
    });
  }
  return to;
}

async function letGo(directory: string, keep: number): Promise<void> {
  const names = (await readdir(directory)).filter((name) => NAME.test(basename(name))).sort();
  for (const name of names.slice(0, Math.max(0, names.length - keep))) {
    await rm(join(directory, name));
  }
}
