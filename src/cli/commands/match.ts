/** `cybex match`, as the command line knows it: what matches is loaded when it is asked for. */
import { Command, Option } from 'commander';
import type { Context } from '../context.ts';
import { action } from '../context.ts';
import type { ExitCode } from '../print.ts';

export function matchCommand(): Command {
  return new Command('match')
    .description('Match STIX patterns or indicators against observed data, without a hub.')
    .argument('<pattern>', 'a pattern, or a file with indicators (STIX)')
    .argument('<observed...>', 'bundles of observed data: files, folders, .gz, or - for stdin')
    .addOption(
      new Option('--profile <name>', 'strict: as the standard says; intel: other spellings too')
        .choices(['strict', 'intel'])
        .default('strict'),
    )
    .option('--exit-zero', 'exit 0 although something matched')
    .action(action(run));
}

async function run(
  context: Context,
  options: Readonly<Record<string, unknown>>,
  words: readonly string[],
): Promise<ExitCode> {
  const { runMatch } = await import('../match-patterns.ts');
  return runMatch(context, options, words);
}
