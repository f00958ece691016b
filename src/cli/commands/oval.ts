/** `cybex oval`, as the command line knows it: what evaluates is loaded when it is asked for. */
import { Command } from 'commander';
import type { Context } from '../context.ts';
import { action } from '../context.ts';
import type { ExitCode } from '../print.ts';

const collect = (value: string, before: readonly string[] = []) => [...before, value];

export function ovalCommands(): Command {
  const root = new Command('oval').description('OVAL definitions: checked, evaluated, explained.');
  root
    .command('check')
    .description('Check OVAL documents: definitions, characteristics, results, variables.')
    .argument('<file...>', 'files, folders, .gz, or - for stdin')
    .option('--strict', 'findings on SHOULD clauses count as errors')
    .action(action(runCheck));
  evaluated(root.command('analyse'))
    .description('Evaluate definitions over what was collected from a host.')
    .requiredOption('--characteristics <file>', 'system characteristics of the host')
    .action(action(runAnalyse));
  evaluated(root.command('eval'))
    .description('Evaluate definitions on this host: only on the files that you allow.')
    .option('--paths <folder>', 'files below may be read; more than once', collect)
    .option('--dpkg <file>', 'state of dpkg (default /var/lib/dpkg/status)')
    .option('--rpm <file>', 'packages of rpm: name|epoch|version|release|arch|key a line')
    .option('--characteristics <file>', 'write what was collected here')
    .action(action(runHere));
  return root;
}

function evaluated(command: Command): Command {
  return command
    .argument('<file>', 'definitions; .gz')
    .option('--id <id>', 'this definition; more than once (default: all)', collect)
    .option('--variables <file>', 'values of external variables')
    .option('--results <file>', 'write the results document here');
}

type Run = (
  context: Context,
  options: Readonly<Record<string, unknown>>,
  files: readonly string[],
) => Promise<ExitCode>;

const runCheck: Run = async (context, options, files) => {
  const check = await import('./check.ts');
  return check.runCheck(context, { ...options, format: 'oval' }, files);
};

const runAnalyse: Run = async (context, options, files) => {
  const { analyseOval } = await import('../oval-run.ts');
  return analyseOval(context, options, files[0] ?? '-');
};

const runHere: Run = async (context, options, files) => {
  const { evaluateHere } = await import('../oval-run.ts');
  return evaluateHere(context, options, files[0] ?? '-');
};
