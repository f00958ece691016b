/** Backup, verify, restore, migrate: one file, taken under load, checked before it counts. */
import { resolve } from 'node:path';
import { Command } from 'commander';
import type { Context } from '../context.ts';
import { action } from '../context.ts';

type Options = Readonly<Record<string, unknown>>;

interface Line {
  readonly progress?: { readonly done: number; readonly total: number };
  readonly backup?: { readonly file: string; readonly bytes: number; readonly at: string };
}

export function backupCommands(): Command[] {
  const backup = new Command('backup')
    .description(
      'Write one consistent file while the hub goes on. It holds the secrets of the house.',
    )
    .option('--to <path>', 'a new file, or a directory', '.')
    .option('--keep <count>', 'in a directory: keep so many')
    .action(action(takeBackup));
  backup
    .command('verify')
    .argument('<file>')
    .description('Check a backup without restoring it.')
    .action(action(verify));
  const restore = new Command('restore')
    .description('Fill an empty store from a backup and verify it. Starts a new feed epoch.')
    .argument('<file>')
    .action(action(restoreBackup));
  const migrate = new Command('migrate')
    .description('Bring an older store to the present schema.')
    .option('--dry-run', 'say what would be done')
    .action(action(runMigrations));
  return [backup, restore, migrate];
}

async function takeBackup(context: Context, options: Options): Promise<void> {
  await context.withHub(async (hub) => {
    const json = {
      to: directoryOrFile(String(options.to)),
      ...(options.keep === undefined ? {} : { keep: Number(options.keep) }),
    };
    for await (const line of hub.lines<Line>({ method: 'POST', path: '/backup', json })) {
      if (line.progress) context.print.progress(`${line.progress.done} of ${line.progress.total}`);
      if (line.backup) {
        const { file, bytes } = line.backup;
        context.print.data(line.backup, () => `${file}  ${(bytes / 1e6).toFixed(1)} MB`);
      }
    }
  });
}

/** The hub has another working directory; a slash at the end still says that it is a directory. */
function directoryOrFile(path: string): string {
  return path.endsWith('/') ? `${resolve(path)}/` : resolve(path);
}

async function verify(
  context: Context,
  _options: Options,
  [file = '']: readonly string[],
): Promise<1 | 0> {
  const { verifyBackup } = await import('../../hub/restore.ts');
  const report = await verifyBackup(resolve(file));
  context.print.data(report, () =>
    report.problems.length > 0 ? report.problems.join('\n') : `sound: ${report.records} records`,
  );
  return report.problems.length > 0 ? 1 : 0;
}

async function restoreBackup(
  context: Context,
  _options: Options,
  [file = '']: readonly string[],
): Promise<1 | 0> {
  const { restore } = await import('../../hub/restore.ts');
  const { settings, dataDirectory, print } = context;
  const progress = (done: number, total: number) => print.progress(`${done} of ${total} rows`);
  const report = await restore(resolve(file), { settings, dataDirectory, progress });
  print.data(report, () =>
    report.problems.length > 0
      ? report.problems.join('\n')
      : `restored and verified: ${report.records} records; followers start a new feed epoch`,
  );
  return report.problems.length > 0 ? 1 : 0;
}

async function runMigrations(context: Context, options: Options): Promise<void> {
  const { migrations } = await import('../../hub/restore.ts');
  const { settings, dataDirectory, print } = context;
  const steps = await migrations({ settings, dataDirectory }, options.dryRun === true);
  print.data({ steps }, () =>
    steps.length > 0 ? steps.join('\n') : 'the schema is the present one',
  );
}
