/**
 * `csaf-mutants [--only 6.1.9] [--survivors 1]`: faults are planted in every test function of CSAF,
 * one at a time; the cases of that test have to come out otherwise.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { CSAF_TESTS } from '../../src/state/csaf/tests/index.ts';
import { type Mutation, mutationsOf } from './csaf-mutations.ts';

const FOLDER = join(dirname(fileURLToPath(import.meta.url)), '../../src/state/csaf/tests');

/** A fault may make a loop endless: that is caught too. */
const PATIENCE_MILLIS = 15_000;

export async function run(given: ReadonlyMap<string, string>): Promise<boolean> {
  const only = given.get('only');
  const modules = new Map(
    readdirSync(FOLDER)
      .filter((name) => name.endsWith('.js') && !name.includes('.test.'))
      .map((name) => [name, readFileSync(join(FOLDER, name), 'utf8')]),
  );
  const mutations = mutationsOf(modules).filter(
    ({ ids }) => only === undefined || ids.includes(only),
  );
  // Without a fault nothing may come out otherwise, or the hunt tells nothing.
  const ids = CSAF_TESTS.map(({ id }) => id);
  const controls = [...modules].map(([module, source]) => ({
    module,
    source,
    ids,
    line: 0,
    what: '',
  }));
  const still = await hunt(modules, controls);
  const wrong = controls.filter((_, i) => still[i] === true).map(({ module }) => module);
  if (wrong.length > 0) {
    process.stdout.write(`without any fault the cases differ in ${wrong.join(', ')}\n`);
    return false;
  }
  const caught = await hunt(modules, mutations);
  const survivors = mutations.filter((_, i) => caught[i] !== true);
  if (given.has('survivors')) {
    for (const { module, line, what, ids } of survivors)
      process.stderr.write(`${module}:${line} ${what} (${ids.slice(0, 4).join(' ')})\n`);
  }
  return tell(mutations, caught, only);
}

function tell(
  mutations: readonly Mutation[],
  caught: readonly (boolean | undefined)[],
  only: string | undefined,
): boolean {
  const lines = ['| test | planted | caught |', '|---|---:|---:|'];
  let bare = 0;
  for (const { id, title } of CSAF_TESTS) {
    if (only !== undefined && id !== only) continue;
    const own = mutations.flatMap(({ ids }, i) => (ids.includes(id) ? [caught[i] === true] : []));
    const found = own.filter(Boolean).length;
    if (found === 0) bare++;
    lines.push(`| ${id} ${title} | ${own.length} | ${found} |`);
  }
  const all = caught.filter(Boolean).length;
  process.stdout.write(`${lines.join('\n')}\n${all} of ${mutations.length} faults caught; `);
  process.stdout.write(`${bare} tests without a fault that was caught\n`);
  return bare === 0;
}

/** True at the place of each mutation that the cases caught. */
async function hunt(
  modules: ReadonlyMap<string, string>,
  mutations: readonly Mutation[],
): Promise<boolean[]> {
  const caught: boolean[] = [];
  for (let from = 0; from < mutations.length; ) {
    from = await work({ folder: FOLDER, modules, mutations, from }, caught);
  }
  return caught;
}

/** Works on until the end or until a mutation hangs; gives where to go on. */
function work(workerData: object, caught: boolean[]): Promise<number> {
  const worker = new Worker(new URL('./csaf-mutant-worker.js', import.meta.url), { workerData });
  return new Promise((resolve, reject) => {
    let at = 0;
    let timer: NodeJS.Timeout | undefined;
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        caught[at] = true;
        void worker.terminate().then(() => resolve(at + 1));
      }, PATIENCE_MILLIS);
    };
    worker.on(
      'message',
      (said: { started?: number; ended?: number; caught?: boolean; done?: true }) => {
        wait();
        if (said.started !== undefined) at = said.started;
        if (said.ended !== undefined) caught[said.ended] = said.caught === true;
        if (said.done !== true) return;
        clearTimeout(timer);
        resolve(Number.POSITIVE_INFINITY);
      },
    );
    worker.on('error', reject);
    wait();
  });
}
