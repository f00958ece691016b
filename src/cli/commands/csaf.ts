/** `cybex csaf`, as the command line knows it: what writes advisories is loaded when asked for. */
import { Command, Option } from 'commander';
import type { Context } from '../context.ts';
import { action } from '../context.ts';
import type { ExitCode } from '../print.ts';

type Work = 'new' | 'fix' | 'bump' | 'name';

export function csafCommands(): Command {
  return new Command('csaf')
    .description('Write, mend and name security advisories (CSAF 2.0 and 2.1), without a hub.')
    .addCommand(newCommand())
    .addCommand(fixCommand())
    .addCommand(bumpCommand())
    .addCommand(nameCommand());
}

function newCommand(): Command {
  return new Command('new')
    .description('Write an advisory from vulnerability records and a list of products.')
    .argument('[record...]', 'CVE or OSV records')
    .option('--form <file>', 'what the advisory says, as JSON; flags go before it')
    .option('--products <file>', 'JSON list of products with vendor, name, version, status')
    .option('--id <id>', 'tracking id')
    .option('--title <text>', 'title; default: that of the first record')
    .option('--publisher <name>', 'name of the publisher')
    .option('--namespace <url>', 'URL under the control of the publisher')
    .addOption(new Option('--csaf <version>', 'version of CSAF').choices(['2.0', '2.1']))
    .option('--category <profile>', 'csaf_security_advisory, csaf_vex, …')
    .option('--tlp <level>', 'CLEAR, GREEN, AMBER, AMBER+STRICT (2.1), RED')
    .addOption(statusOption())
    .option('--lang <tag>', 'language of the advisory, e.g. ja')
    .option('--base-url <url>', 'where it will be published; makes its own reference')
    .option('--out <path>', 'file or folder to write to; a folder gets the right name')
    .action(run('new'));
}

function statusOption(): Option {
  return new Option('--status <status>', 'draft, interim or final').choices([
    'draft',
    'interim',
    'final',
  ]);
}

function fixCommand(): Command {
  return new Command('fix')
    .description('Mend what a machine can mend, and say what was done and what is left.')
    .argument('<file>', 'a CSAF document, .gz, or - for stdin')
    .option('--tests <id...>', 'tests whose findings are mended; presets, groups, ids')
    .option('--write', 'write it back to the file')
    .action(run('fix'));
}

function bumpCommand(): Command {
  return new Command('bump')
    .description('Make the next version of a document: number, dates, revision history.')
    .argument('<file>', 'a CSAF document, .gz, or - for stdin')
    .requiredOption('--summary <text>', 'what the new version brings')
    .addOption(
      new Option('--level <level>', 'what counts up in a semantic version').choices([
        'major',
        'minor',
        'patch',
      ]),
    )
    .addOption(statusOption())
    .option('--write', 'write it back to the file')
    .action(run('bump'));
}

function nameCommand(): Command {
  return new Command('name')
    .description('The file name that a document must have.')
    .argument('<file...>', 'files, folders, .gz, or - for stdin')
    .action(run('name'));
}

function run(work: Work) {
  return action(
    async (
      context: Context,
      options: Readonly<Record<string, unknown>>,
      words: readonly string[],
    ): Promise<ExitCode> => {
      const { CSAF_WORK } = await import('../csaf-author.ts');
      return CSAF_WORK[work](context, options, words);
    },
  );
}
