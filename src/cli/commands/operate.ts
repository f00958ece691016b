/** Looking after a hub: status, doctor, jobs, quarantine, audit, sample. */
import { Command } from 'commander';
import { action } from '../context.ts';
import { table } from '../print.ts';

type Row = Readonly<Record<string, unknown>>;

export function operateCommands(): Command[] {
  return [
    statusCommand(),
    doctorCommand(),
    jobCommand(),
    quarantineCommand(),
    auditCommand(),
    sampleCommand(),
  ];
}

function statusCommand(): Command {
  return new Command('status')
    .description('State of the hub; exit 1 when something needs you.')
    .action(
      action(async (context) => {
        const status = await context.withHub((hub) =>
          hub.json<Row>({ method: 'GET', path: '/status' }),
        );
        const warnings = warningsOf(status);
        const rows = Object.entries(status).map(([name, value]) => [
          name,
          typeof value === 'object' ? JSON.stringify(value) : String(value),
        ]);
        context.print.data(status, () => [table(['', ''], rows), ...warnings].join('\n').trim());
        return warnings.length > 0 ? 1 : 0;
      }),
    );
}

const DAY_MILLISECONDS = 86_400_000;

function warningsOf(status: Row): string[] {
  const warnings: string[] = [];
  const backup = status.backup as { at: string } | null;
  const now = Date.parse(String(status.now));
  if (backup === null) warnings.push('warning: there is no backup yet; cybex backup --to DIR');
  else if (now - Date.parse(backup.at) > DAY_MILLISECONDS) {
    warnings.push('warning: the newest backup is older than a day');
  }
  const feeds = status.feeds as readonly { name: string; alarm: boolean }[];
  for (const { name, alarm } of feeds)
    if (alarm) warnings.push(`warning: feed ${name} has a problem`);
  if (Number(status.quarantined) > 0) warnings.push('warning: something is in quarantine');
  return warnings;
}

function doctorCommand(): Command {
  return new Command('doctor')
    .description('Check store, indexes, memberships and log; exit 1 when something is wrong.')
    .action(
      action(async (context) => {
        const { problems } = await context.withHub((hub) =>
          hub.json<{ problems: string[] }>({ method: 'POST', path: '/integrity' }),
        );
        context.print.data({ problems }, () =>
          problems.length > 0 ? problems.join('\n') : 'sound',
        );
        return problems.length > 0 ? 1 : 0;
      }),
    );
}

function jobCommand(): Command {
  const command = new Command('job').description('Long work.');
  command
    .command('list')
    .description('Running and recent jobs.')
    .action(
      action(async (context) => {
        const { jobs } = await context.withHub((hub) =>
          hub.json<{ jobs: Row[] }>({ method: 'GET', path: '/jobs' }),
        );
        const columns = ['id', 'kind', 'subject', 'state', 'done', 'failed', 'rate', 'why'];
        const rows = jobs.map((job) => columns.map((column) => String(job[column] ?? '')));
        context.print.data(jobs, () => table(columns, rows));
      }),
    );
  command
    .command('show')
    .argument('<id>')
    .description('Follow one job until it ends.')
    .action(
      action(async (context, _options, [id = '']) => {
        await context.withHub(async (hub) => {
          for await (const view of hub.lines<Row>({ method: 'GET', path: `/jobs/${id}/events` })) {
            context.print.data(
              view,
              () => `${view.state}: ${view.done} done, ${view.failed} failed, ${view.rate}/s`,
            );
          }
        });
      }),
    );
  return command;
}

function quarantineCommand(): Command {
  const command = new Command('quarantine').description('What was not accepted, and why.');
  command
    .command('list')
    .description('Newest first, with place and clause.')
    .option('--limit <count>', 'at most so many', '100')
    .action(
      action(async (context, options) => {
        const { quarantine } = await context.withHub((hub) =>
          hub.json<{ quarantine: Row[] }>({
            method: 'GET',
            path: '/quarantine',
            query: { limit: String(options.limit) },
          }),
        );
        const rows = quarantine.map((row) => {
          const [issue] = row.issues as { message: string; code: string; clause: string }[];
          const why = issue ? `${issue.message} [${issue.code}, ${issue.clause}]` : '';
          return [String(row.received), String(row.path), String(row.id), why];
        });
        context.print.data(quarantine, () => table(['received', 'path', 'id', 'why'], rows));
      }),
    );
  return command;
}

function auditCommand(): Command {
  return new Command('audit')
    .description('The audit trail, as JSON lines or RFC 5424 syslog lines.')
    .option('--after <id>', 'only rows after this one', '0')
    .option('--limit <count>', 'at most so many', '1000')
    .option('--syslog', 'RFC 5424 lines')
    .action(
      action(async (context, options) => {
        const query = {
          after: String(options.after),
          limit: String(options.limit),
          form: options.syslog === true ? 'syslog' : 'json',
        };
        await context.withHub(async (hub) => {
          for await (const piece of hub.bytes({ method: 'GET', path: '/audit', query })) {
            process.stdout.write(piece);
          }
        });
      }),
    );
}

function sampleCommand(): Command {
  const command = new Command('sample').description('The sample exchange.');
  command
    .command('remove')
    .description('Remove the sample collection, its organisations and what lies in it.')
    .action(
      action(async (context) => {
        const row = await context.withHub((hub) =>
          hub.json<Row>({ method: 'DELETE', path: '/sample' }),
        );
        context.print.data(row, () => `removed ${row.records} records of the sample`);
      }),
    );
  return command;
}
