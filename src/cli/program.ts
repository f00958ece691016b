/** The commands, noun-verb; every help has an example that works. */
import { Command } from 'commander';
import type { SettingRow } from '../hub/config/schema.ts';
import { SETTING_NAMES, SETTINGS } from '../hub/config/schema.ts';
import { VERSION } from '../index.ts';
import { backupCommands } from './commands/backup.ts';
import { checkCommand } from './commands/check.ts';
import { configCommands } from './commands/config.ts';
import { directoryCommands } from './commands/directory.ts';
import { exchangeCommands } from './commands/exchange.ts';
import { importCommand } from './commands/import.ts';
import { operateCommands } from './commands/operate.ts';
import { previewCommand } from './commands/preview.ts';
import { serveCommand } from './commands/serve.ts';
import { taxiiCommands } from './commands/taxii.ts';

export function program(): Command {
  const root = new Command('cybex')
    .description('An exchange point for cybersecurity information (ITU-T X.1500, CYBEX).')
    .version(VERSION)
    .option('--json', 'one line of JSON on stdout, for programs')
    .option('--quiet', 'no talk on stderr')
    .option('--debug', 'show the stack of an error')
    .option('--lang <en|ja>', 'language of what people read')
    .option('--config <file>', 'settings file (default: cybex.toml in this folder)')
    .option('--hub <url>', 'speak to the hub at this address instead of the local one')
    .option('--token-file <file>', 'file with the token for --hub')
    .showSuggestionAfterError()
    .showHelpAfterError('(add --help for the whole list)')
    .configureHelp({ showGlobalOptions: true });
  addSettingFlags(root);
  const commands = [
    serveCommand(),
    importCommand(),
    checkCommand(),
    previewCommand(),
    ...exchangeCommands(),
    ...directoryCommands(),
    ...operateCommands(),
    ...backupCommands(),
    ...configCommands(),
    taxiiCommands(),
    new Command('rpc').description('Every pure function, JSON Lines on stdin and stdout.'),
  ];
  for (const command of commands) root.addCommand(command);
  root.exitOverride((error) => {
    process.exit(error.exitCode === 0 ? 0 : 2);
  });
  return root;
}

/** Settings are flags of every command: `--data` means the same place everywhere. */
function addSettingFlags(root: Command): void {
  for (const name of SETTING_NAMES) {
    const row: SettingRow = SETTINGS[name];
    // A secret in argv is in everybody's process list: file, CYBEX_* or CYBEX_*_FILE only.
    if (row.secret && name !== 'store') continue;
    if (name === 'authorities') continue;
    root.option(`--${name} <value>`, row.help);
  }
}
