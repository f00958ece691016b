/** `cybex sbom`, as the command line knows it: what reads is loaded when it is asked for. */
import { Command, Option } from 'commander';
import type { Context } from '../context.ts';
import { action } from '../context.ts';
import type { ExitCode } from '../print.ts';

const GIVEN = 'CycloneDX, SPDX, a lock file, a package database, or a folder';

export function sbomCommands(): Command {
  const root = new Command('sbom').description('Bills of materials and what is installed.');
  root
    .command('show')
    .description('Components of an SBOM, a lock file, a package database or a folder.')
    .argument('<file>', GIVEN)
    .action(action(show));
  root
    .command('make')
    .description('Write an SBOM of a folder, an unpacked image or this host.')
    .argument('<folder>', 'a project, an unpacked image, or / for this host')
    .addOption(
      new Option('--format <name>', 'cyclonedx (1.6) or spdx (2.3), both as JSON')
        .choices(['cyclonedx', 'spdx'])
        .default('cyclonedx'),
    )
    .option('--name <name>', 'what the SBOM is about; default: the project, the host or the folder')
    .option('--release <version>', 'its version')
    .option('--author <name>', 'who makes the SBOM')
    .action(action(make));
  root
    .command('diff')
    .description('What came, went and changed between two SBOMs.')
    .argument('<before>', GIVEN)
    .argument('<after>', GIVEN)
    .action(action(diff));
  root
    .command('paths')
    .description('How a component got in: every way from the whole to it, the shortest first.')
    .argument('<file>', GIVEN)
    .argument('<component>', 'package URL with or without version, name, or name@version')
    .action(action(paths));
  root
    .command('quality')
    .description('How much an SBOM is worth: minimum elements, duplicates, what stands alone.')
    .argument('<file>', GIVEN)
    .action(action(quality));
  return root;
}

type Run = (
  context: Context,
  options: Readonly<Record<string, unknown>>,
  words: readonly string[],
) => Promise<ExitCode>;

const show: Run = async (context, _options, words) => {
  const { showSbom } = await import('../sbom-show.ts');
  return showSbom(context, words);
};
const make: Run = async (context, options, words) => {
  const { makeSbom } = await import('../sbom-make.ts');
  return makeSbom(context, options, words);
};
const diff: Run = async (context, _options, words) => {
  const { diffOfSboms } = await import('../sbom-compare.ts');
  return diffOfSboms(context, words);
};
const paths: Run = async (context, _options, words) => {
  const { pathsInSbom } = await import('../sbom-compare.ts');
  return pathsInSbom(context, words);
};
const quality: Run = async (context, _options, words) => {
  const { qualityOfSbom } = await import('../sbom-compare.ts');
  return qualityOfSbom(context, words);
};
