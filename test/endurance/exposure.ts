/** `exposure`: every fault planted in the exposure engine has to be found by the truth table. */
import { FAULTS } from '../exposure/faults.ts';
import { Laboratory } from '../exposure/hunt.ts';

export function run(given: ReadonlyMap<string, string>): Promise<boolean> {
  const only = given.get('only') ?? '';
  const lines = ['| planted fault | what a user would be told | rows that find it | one of them |'];
  lines.push('|---|---|---|---|');
  let missed = 0;
  const laboratory = new Laboratory();
  try {
    for (const fault of FAULTS.filter(({ name }) => name.includes(only))) {
      const { wrong } = laboratory.hunt(fault);
      if (wrong.length === 0) missed++;
      const found = wrong.length === 0 ? 'SURVIVED' : String(wrong.length);
      const row = (wrong[0] ?? '').replaceAll('|', '/');
      const line = `| ${fault.name} | ${fault.tells} | ${found} | ${row} |`;
      process.stderr.write(`${line}\n`);
      lines.push(line);
    }
  } finally {
    laboratory.close();
  }
  const count = lines.length - 2;
  process.stdout.write(`${lines.join('\n')}\n${count - missed} of ${count} found\n`);
  return Promise.resolve(missed === 0);
}
