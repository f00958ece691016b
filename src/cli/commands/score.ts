/** `cybex score`, as the command line knows it: what scores is loaded when it is asked for. */
import { Command } from 'commander';
import type { Context } from '../context.ts';
import { action } from '../context.ts';
import type { ExitCode } from '../print.ts';

export function scoreCommand(): Command {
  return new Command('score')
    .description('Score CVSS 2.0, 3.0, 3.1, 4.0 and CWSS vectors, without a hub.')
    .argument('<vector...>', 'vectors, or - for one on each line of stdin')
    .option('--explain', 'what each metric costs, the costliest first')
    .option('--if <metrics>', 'also the score with these metrics changed, e.g. E:U/MAV:A')
    .action(action(run));
}

async function run(
  context: Context,
  options: Readonly<Record<string, unknown>>,
  words: readonly string[],
): Promise<ExitCode> {
  const { runScore } = await import('../score-vectors.ts');
  return runScore(context, options, words);
}
