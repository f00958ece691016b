/**
 * `npm run endurance -- NAME --argument VALUE …`: the long runs, with counts as arguments. Each
 * prints its figures and ends with exit code 1 when something was found.
 */
import { parseArguments } from './arguments.ts';

type Run = (given: ReadonlyMap<string, string>) => Promise<boolean>;

/** Loaded by name, so that a run needs nothing of the others. */
const RUNS: Readonly<Record<string, () => Promise<{ readonly run: Run }>>> = {
  backup: () => import('./backup.ts'),
  crash: () => import('./crash.ts'),
  exposure: () => import('./exposure.ts'),
  'csaf-mutants': () => import('./csaf-mutants.ts'),
  'csaf-size': () => import('./csaf-size.ts'),
  faults: () => import('./faults.ts'),
  feed: () => import('./feed.ts'),
  worlds: () => import('./worlds.ts'),
  mutants: () => import('./mutants.ts'),
  patterns: () => import('./patterns.ts'),
};

const [name = '', ...rest] = process.argv.slice(2);
const load = Object.hasOwn(RUNS, name) ? RUNS[name] : undefined;
const given = parseArguments(rest);
if (load === undefined || given === null) {
  process.stderr.write(
    `usage: npm run endurance -- ${Object.keys(RUNS).join('|')} [--name value …]\n`,
  );
  process.exit(2);
}
const { run } = await load();
process.exitCode = (await run(given)) ? 0 : 1;
