/** `cybex scan`, as the command line knows it: what scans is loaded when it is asked for. */
import { Command } from 'commander';
import type { Context } from '../context.ts';
import { action } from '../context.ts';
import type { ExitCode } from '../print.ts';

export function scanCommand(): Command {
  return new Command('scan')
    .description('Look for known vulnerabilities in a bill of materials, without a network.')
    .argument('<sbom>', 'CycloneDX or SPDX file, .gz, or - for stdin')
    .requiredOption('--advisories <path...>', 'OSV and CVE records, CSAF: files or folders')
    .option('--vex <path...>', 'OpenVEX, CSAF or CycloneDX VEX: files or folders', [])
    .option('--supplier <name...>', 'authors whose VEX may close a finding', [])
    .option('--ignores <file>', 'rules that hide findings, each with reason, author and end')
    .option('--distro <release>', 'release of packages that do not name theirs, e.g. debian-12')
    .action(action(run));
}

async function run(
  context: Context,
  options: Readonly<Record<string, unknown>>,
  files: readonly string[],
): Promise<ExitCode> {
  const { runScan } = await import('../scan-sbom.ts');
  return runScan(context, options, files);
}
