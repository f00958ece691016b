/** `cybex taxii check URL`: does any TAXII 2.1 server keep to the standard? */
import { Command } from 'commander';
import type { TaxiiAuth } from '../../exchange/taxii/index.ts';
import type { Context } from '../context.ts';
import { action } from '../context.ts';
import { readGivenFile } from '../given-file.ts';
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
    .action(action(check));
  return command;
}

function authOf(options: Options): TaxiiAuth {
  if (typeof options.secretFile !== 'string') return 'none';
  const secret = readGivenFile(options.secretFile).trim();
  if (typeof options.user === 'string') return { basic: { user: options.user, password: secret } };
  return { bearer: secret };
}

async function check(
  context: Context,
  options: Options,
  [url = '']: readonly string[],
): Promise<ExitCode> {
  const { checkTaxiiServer, exitCodeOf, headingText, rowText, summaryText } = await import(
    '../../exchange/taxii/check/index.ts'
  );
  const { openOutbound } = await import('../../hub/outbound/fetch.ts');
  const { proxyOf } = await import('../../hub/outbound/proxy.ts');
  const { print } = context;
  const rows = checkTaxiiServer({
    url,
    auth: authOf(options),
    // The operator typed this address: it may be his own test server.
    fetch: openOutbound([], proxyOf(process.env)).fetchFor({ allowPrivate: true }),
    ...(typeof options.read === 'string' ? { readCollection: options.read } : {}),
    ...(typeof options.write === 'string' ? { writeCollection: options.write } : {}),
  });
  if (!print.json) print.data(null, () => headingText(language()));
  for (;;) {
    const next = await rows.next();
    if (next.done) {
      print.data(next.value, () => summaryText(next.value, language()));
      return exitCodeOf(next.value);
    }
    print.data(next.value, () => rowText(next.value, language()));
  }
}
