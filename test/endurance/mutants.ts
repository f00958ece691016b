/** `mutants --worlds 150 --requests 50 --seed 1`: every planted leak has to be found. */
import { MUTANTS } from '../worlds/leaks.ts';
import { hunt } from '../worlds/mutants.ts';
import { count } from './arguments.ts';

export async function run(given: ReadonlyMap<string, string>): Promise<boolean> {
  const worlds = count(given, 'worlds', 150);
  const requests = count(given, 'requests', 50);
  const seed = count(given, 'seed', 1);
  const only = given.get('only') ?? '';
  const lines = ['| planted leak | found by | worlds | requests |', '|---|---|---|---|'];
  let missed = 0;
  const chosen = MUTANTS.filter(({ name }) => name.includes(only));
  for (const mutant of chosen.slice(count(given, 'from', 1) - 1)) {
    const caught = await hunt(mutant, { worlds, requests, seed });
    if (given.has('leaks')) process.stderr.write(`${caught.leak}\n`);
    if (caught.by === null) missed++;
    const by = caught.by === null ? 'NOT FOUND' : `\`${caught.by}\``;
    const line = `| ${mutant.name} | ${by} | ${caught.worlds} | ${caught.requests} |`;
    process.stderr.write(`${line}\n`);
    lines.push(line);
  }
  process.stdout.write(`${lines.join('\n')}\n${missed} not found\n`);
  return missed === 0;
}
