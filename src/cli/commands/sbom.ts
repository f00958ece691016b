/** `cybex sbom`, as the command line knows it: what reads is loaded when it is asked for. */
import { Command } from 'commander';
import type { Context } from '../context.ts';
import { action } from '../context.ts';
import type { ExitCode } from '../print.ts';

export function sbomCommands(): Command {
  const root = new Command('sbom').description('Bills of materials and what is installed.');
  root
    .command('show')
    .description('Components of an SBOM, a lock file or a package database.')
    .argument('<file>', 'CycloneDX, SPDX, a lock file or /var/lib/dpkg/status; .gz')
    .action(action(show));
  return root;
}

type Run = (context: Context, options: object, files: readonly string[]) => Promise<ExitCode>;

const show: Run = async (context, _options, files) => {
  const { showSbom } = await import('../sbom-show.ts');
  return showSbom(context, files);
};
