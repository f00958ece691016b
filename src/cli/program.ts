/** The commands, noun-verb; every help has an example that works. */
import { Command, Option } from 'commander';
import type { SettingName, SettingRow } from '../hub/config/schema.ts';
import { SETTING_NAMES, SETTINGS } from '../hub/config/schema.ts';
import { VERSION } from '../index.ts';
import { backupCommands } from './commands/backup.ts';
import { checkCommand } from './commands/check.ts';
import { completionCommand } from './commands/completion.ts';
import { configCommands } from './commands/config.ts';
import { convertCommand } from './commands/convert.ts';
import { csafCommands } from './commands/csaf.ts';
import { directoryCommands } from './commands/directory.ts';
import { exchangeCommands } from './commands/exchange.ts';
import { importCommand } from './commands/import.ts';
import { matchCommand } from './commands/match.ts';
import { operateCommands } from './commands/operate.ts';
import { ovalCommands } from './commands/oval.ts';
import { previewCommand } from './commands/preview.ts';
import { sbomCommands } from './commands/sbom.ts';
import { scanCommand } from './commands/scan.ts';
import { scoreCommand } from './commands/score.ts';
import { serveCommand } from './commands/serve.ts';
import { taxiiCommands } from './commands/taxii.ts';
import { EXAMPLES } from './examples.table.ts';
import { translate, translated } from './japanese.ts';
import { messages } from './language.ts';
import { columns } from './print.ts';
import { reportWrongUse } from './wrong-use.ts';

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
    .configureOutput({ outputError: () => {} })
    .configureHelp({ showGlobalOptions: true })
    .addHelpText('after', settingsHelp);
  addSettingFlags(root);
  const commands = [
    serveCommand(),
    importCommand(),
    checkCommand(),
    convertCommand(),
    scanCommand(),
    sbomCommands(),
    ovalCommands(),
    scoreCommand(),
    matchCommand(),
    csafCommands(),
    previewCommand(),
    ...exchangeCommands(),
    ...directoryCommands(),
    ...operateCommands(),
    ...backupCommands(),
    ...configCommands(),
    taxiiCommands(),
    completionCommand(),
    new Command('rpc').description('Every pure function, JSON Lines on stdin and stdout.'),
  ];
  for (const command of commands) root.addCommand(command);
  root.exitOverride((error) => {
    // What asks for help, or gets it for want of a verb, has been shown it already.
    if (error.exitCode === 0) process.exit(0);
    process.exit(error.code === 'commander.help' ? 2 : reportWrongUse(error, process.argv));
  });
  passDown(root);
  translate(root);
  return root;
}

/** Suggestions, exit codes and examples hold for every noun and verb, not for the root alone. */
function passDown(command: Command, path: readonly string[] = []): void {
  for (const child of command.commands) {
    const here = [...path, child.name()];
    child.copyInheritedSettings(command);
    typosFirst(child);
    const example = EXAMPLES[here.join(' ')];
    if (child.name() === 'serve') child.addHelpText('after', settingsHelp);
    if (example) child.addHelpText('after', () => `\n${translated('Example:')}\n  ${example}`);
    passDown(child, here);
  }
}

/** What commander asks a command for and does not declare. */
interface Complaints {
  args: string[];
  missingMandatoryOptionValue(option: Option): void;
  unknownOption(flag: string): void;
}

/** `--colection main` is a typo with a suggestion, not the lack of `--collection`. */
function typosFirst(command: Command): void {
  const complaints = command as unknown as Complaints;
  const missing = complaints.missingMandatoryOptionValue;
  complaints.missingMandatoryOptionValue = (option) => {
    const unknown = complaints.args.find((word) => /^-./.test(word));
    if (unknown !== undefined) complaints.unknownOption(unknown);
    missing.call(complaints, option);
  };
}

/** Settings are flags of every command: `--data` means the same place everywhere. */
function addSettingFlags(root: Command): void {
  for (const name of flagNames()) {
    const row: SettingRow = SETTINGS[name];
    root.addOption(new Option(`--${name} <value>`, row.help).hideHelp(name !== 'data'));
    if (isOnByDefault(row)) root.addOption(new Option(`--no-${name}`).hideHelp());
  }
}

function flagNames(): SettingName[] {
  return SETTING_NAMES.filter((name) => {
    const row: SettingRow = SETTINGS[name];
    // A secret in argv is in everybody's process list: file, CYBEX_* or CYBEX_*_FILE only.
    if (row.secret && name !== 'store') return false;
    // A table has no place on a command line; consent is given to each URL by itself.
    return name !== 'authorities' && name !== 'allow-private';
  });
}

function isOnByDefault(row: SettingRow): boolean {
  return row.schema.safeParse(undefined).data === true;
}

/** Below the help of the program and of serve; anywhere else they would bury what is asked for. */
export function settingsHelp(): string {
  const rows = flagNames().map((name) => {
    const row: SettingRow = SETTINGS[name];
    return [`  --${name}${isOnByDefault(row) ? `, --no-${name}` : ''}`, translated(row.help)];
  });
  return `\n${messages().settings}\n${columns(rows).join('\n')}`;
}
