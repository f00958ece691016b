/** `mutants --worlds 300 --requests 50 --seed 1`: every planted leak has to be found. */
import { MUTANTS } from '../worlds/leaks.ts';
import { hunt } from '../worlds/mutants.ts';
import { count } from './arguments.ts';

export async function run(given: ReadonlyMap<string, string>): Promise<boolean> {
  const worlds = count(given, 'worlds', 300);
  const requests = count(given, 'requests', 50);
  const seed = count(given, 'seed', 1);
  const only = given.get('only') ?? '';
  const lines = [
    '| planted leak | what a stranger would learn | found by | in world | by its request |',
    '|---|---|---|---|---|',
  ];
  let missed = 0;
  const chosen = MUTANTS.filter(({ name }) => name.includes(only));
  for (const mutant of chosen.slice(count(given, 'from', 1) - 1)) {
    const caught = await hunt(mutant, { worlds, requests, seed });
    if (given.has('leaks')) process.stderr.write(`${caught.leak}\n`);
    if (caught.by === null) missed++;
    const { by, seed: world, request } = caught;
    const found = by === null ? 'SURVIVED' : `\`${by}\``;
    const line = `| ${mutant.name} | ${mutant.tells} | ${found} | ${world ?? ''} | ${request ?? ''} |`;
    process.stderr.write(`${line}\n`);
    lines.push(line);
  }
  const caughtAll = `${lines.length - 2 - missed} of ${lines.length - 2} found`;
  process.stdout.write(`${lines.join('\n')}\n${caughtAll}\n`);
  return missed === 0;
}
