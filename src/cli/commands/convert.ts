/** `cybex convert`, as the command line knows it: what converts is loaded when it is asked for. */
import { Command } from 'commander';
import type { Context } from '../context.ts';
import { action } from '../context.ts';
import type { ExitCode } from '../print.ts';

export function convertCommand(): Command {
  return new Command('convert')
    .description('Convert a document into another format, and say what was lost.')
    .argument('<file>', 'CVE or OSV record, CSAF or OpenVEX document, .gz, or - for stdin')
    .requiredOption('--to <format>', 'stix, csaf, openvex or cve')
    .option('--from <format>', 'format, when it must be this one')
    .option('--losses <file>', 'write the report of losses here, as JSON')
    .option('--strict', 'a loss counts as a finding (exit 1)')
    .option('--now <time>', 'time of the result; without it, the last change of the document')
    .option('--namespace <uuid>', 'UUID in which ids of the result are made')
    .option('--created-by <id>', 'identity that STIX objects name as their creator')
    .action(action(run));
}

async function run(
  context: Context,
  options: Readonly<Record<string, unknown>>,
  files: readonly string[],
): Promise<ExitCode> {
  const { runConvert } = await import('../convert-document.ts');
  return runConvert(context, options, files);
}
