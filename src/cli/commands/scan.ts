/** `cybex scan`, as the command line knows it: what scans is loaded when it is asked for. */
import { Command } from 'commander';
import type { Context } from '../context.ts';
import { action } from '../context.ts';
import type { ExitCode } from '../print.ts';

export function scanCommand(): Command {
  const scan = new Command('scan')
    .description('Look for known vulnerabilities in a bill of materials, without a network.')
    .argument('<sbom>', 'CycloneDX, SPDX, a lock file, a folder, or - for stdin')
    .option('--advisories <path...>', 'OSV, CVE and NVD records, CSAF: files or folders')
    .option('--index <file>', 'index of advisories, from cybex scan index build')
    .option('--kev <file...>', 'catalogues of exploited vulnerabilities, JSON or CSV')
    .option('--epss <file>', 'EPSS scores of a day, CSV')
    .option('--vex <path...>', 'OpenVEX, CSAF or CycloneDX VEX: files or folders')
    .option('--trust <name...>', 'suppliers whose VEX may close a finding')
    .option('--supplier <name...>', 'the same as --trust')
    .option('--ignores <file>', 'rules that hide findings, each with reason, author and end')
    .option('--distro <release>', 'release of packages that do not name theirs, e.g. debian-12')
    .option('--format <name>', 'table, json, sarif, cyclonedx, openvex or csv')
    .option('--output <file>', 'write the report there instead of to stdout')
    .option('--author <name>', 'who states it, for openvex')
    .option('--fail-on <policy>', 'which findings give exit 1, e.g. "kev or cvss3>=high"; or @FILE')
    .option('--max-age <period>', 'oldest that data may be: 12h, 7d, 4w or never')
    .option(
      '--accept <reason...>',
      'no-identity, no-version or no-ecosystem is no reason for exit 3',
    )
    .action(action(run));
  return scan.addCommand(indexCommands(scan));
}

function indexCommands(scan: Command): Command {
  // `--output` is a flag of scan as well, which takes it wherever it stands.
  const whole = (options: object) => ({ ...scan.opts(), ...options });
  const index = new Command('index').description(
    'Advisories of the world in one file, for scans without a network.',
  );
  index
    .command('build')
    .description('Build an index from files that are here; nothing is fetched.')
    .requiredOption(
      '--from <path...>',
      'all.zip of OSV, cvelistV5, CSAF folders, NVD pages, KEV, EPSS: files, ZIPs, folders',
    )
    .option('-o, --output <file>', 'the index')
    .option('--as-of <time>', 'day on which the sources were fetched, where they say less')
    .action(
      action(async (context, options) => (await indexes()).buildIndex(context, whole(options))),
    );
  index
    .command('update')
    .description('Put newer editions into an index.')
    .argument('<file>', 'the index')
    .requiredOption('--delta <path...>', 'what has changed, in the same forms')
    .option('-o, --output <file>', 'write a new index and leave this one')
    .option('--as-of <time>', 'day on which the sources were fetched, where they say less')
    .action(
      action(async (context, options, args) =>
        (await indexes()).updateIndex(context, whole(options), args),
      ),
    );
  index
    .command('show')
    .description('Sources, dates and counts of an index.')
    .argument('<file>', 'the index')
    .option('--verify', 'read every byte against its digest')
    .action(
      action(async (context, options, args) => (await indexes()).showIndex(context, options, args)),
    );
  return index;
}

function indexes() {
  return import('../scan-index.ts');
}

async function run(
  context: Context,
  options: Readonly<Record<string, unknown>>,
  files: readonly string[],
): Promise<ExitCode> {
  const { runScan } = await import('../scan-sbom.ts');
  return runScan(context, options, files);
}
