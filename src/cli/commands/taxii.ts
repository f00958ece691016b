/** `cybex taxii check URL`: does any TAXII 2.1 server keep to the standard? */
import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import type { TaxiiAuth } from '../../exchange/taxii/index.ts';
import type { Context } from '../context.ts';
import { action } from '../context.ts';
import { language } from '../language.ts';
import type { ExitCode } from '../print.ts';

type Options = Readonly<Record<string, unknown>>;

export function taxiiCommands(): Command {
  const command = new Command('taxii').description('TAXII 2.1 tools.');
  command
    .command('check')
    .description('Check a TAXII 2.1 server clause by clause; exit 1 when it fails one.')
    .argument('<url>', 'discovery address')
    .option('--user <name>', 'user name for Basic; the password comes from --secret-file')
    .option('--secret-file <file>', 'password, or bearer token when there is no --user')
    .option('--read <collection>', 'collection to read')
    .option('--write <collection>', 'collection in which test objects may be put and deleted')
    .addHelpText(
      'after',
      '\nExample:\n  cybex taxii check http://localhost:8460/taxii2/ --secret-file token --write main',
    )
    .action(action(check));
  return command;
}

function authOf(options: Options): TaxiiAuth {
  if (typeof options.secretFile !== 'string') return 'none';
  const secret = readFileSync(options.secretFile, 'utf8').trim();
  if (typeof options.user === 'string') return { basic: { user: options.user, password: secret } };
  return { bearer: secret };
}

async function check(
  context: Context,
  options: Options,
  [url = '']: readonly string[],
): Promise<ExitCode> {
  const { checkTaxiiServer, reportText, exitCodeOf } = await import(
    '../../exchange/taxii/check/index.ts'
  );
  const { openOutbound } = await import('../../hub/outbound/fetch.ts');
  const report = await checkTaxiiServer({
    url,
    auth: authOf(options),
    // The operator typed this address: it may be his own test server.
    fetch: openOutbound([]).fetchFor({ allowPrivate: true }),
    ...(typeof options.read === 'string' ? { readCollection: options.read } : {}),
    ...(typeof options.write === 'string' ? { writeCollection: options.write } : {}),
  });
  context.print.data(report, () => reportText(report, language()));
  return exitCodeOf(report);
}
