/** Runs the cases of CSAF against modules with a planted fault, one after the other. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { readJson } from '../../src/core/json/index.ts';
import { changed, newer, older } from '../../src/state/csaf/cases.test.fixture.ts';
import { CASE_PLACES } from '../../src/state/csaf/cases.test.places.ts';
import { CASES, PORTS } from '../../src/state/csaf/cases.test.table.ts';
import { DEFAULT_PORTS } from '../../src/state/csaf/default-ports.ts';
import { CsafModel } from '../../src/state/csaf/model/model.ts';
import { csafSchema } from '../../src/state/csaf/schema/csaf.ts';
import { Walk } from '../../src/state/csaf/schema/walk.ts';
import { CSAF_TESTS } from '../../src/state/csaf/tests/index.ts';
import type { CsafTest } from '../../src/state/csaf/tests/test.ts';
import type { Mutation } from './csaf-mutations.ts';

interface Given {
  readonly folder: string;
  readonly modules: ReadonlyMap<string, string>;
  readonly mutations: readonly Mutation[];
  readonly from: number;
}

/** A case, read and indexed once; places are null where the test has to pass. */
interface Ready {
  readonly model: CsafModel;
  readonly places: string | null;
}

const READY = new Map<string, Ready[]>();

for (const { id, versions } of CSAF_TESTS) {
  const cases = CASES[id];
  if (cases === undefined) continue;
  const ready: Ready[] = [];
  for (const version of versions) {
    const model = (change: (typeof cases.fail)[number]) => {
      const made = changed(newer(), change);
      const read = readJson(JSON.stringify(version === '2.0' ? older(made) : made));
      if (!read.ok) throw new Error('a case is no JSON');
      const root = read.value as Readonly<Record<string, never>>;
      const walk = new Walk();
      csafSchema(version)(root, walk);
      return new CsafModel(root, version, walk);
    };
    const rows = CASE_PLACES[id];
    const places = rows?.[version] ?? rows?.['2.1'] ?? [];
    for (const [i, change] of cases.fail.entries())
      ready.push({ model: model(change), places: places[i] ?? '' });
    for (const change of cases.pass) ready.push({ model: model(change), places: null });
  }
  READY.set(id, ready);
}

const ALL_PORTS = { ...DEFAULT_PORTS, ...PORTS };

/** True when a case of the test comes out otherwise than it should. */
async function differs(test: CsafTest): Promise<boolean> {
  for (const { model, places } of READY.get(test.id) ?? []) {
    const found: string[] = [];
    const report = Object.assign((path: string) => void found.push(path), { remark: () => {} });
    model.refill();
    let reason: string | undefined;
    try {
      reason = (await test.run(model, report, ALL_PORTS)) as string | undefined;
    } catch {
      return true;
    }
    if (
      places === null ? found.length > 0 || reason !== undefined : found.sort().join(' ') !== places
    )
      return true;
  }
  return false;
}

const { folder, modules, mutations, from } = workerData as Given;
const place = mkdtempSync(join(tmpdir(), 'csaf-mutants-'));
const IMPORT = /(from\s*|import\s*\()(['"])(\.[^'"]+)\2/g;

/** Modules that lead to the one with the fault are loaded anew, the others as they are. */
function dependents(module: string): Set<string> {
  const found = new Set([module]);
  for (let grown = true; grown; ) {
    grown = false;
    for (const [name, source] of modules) {
      if (found.has(name) || name === 'index.js') continue;
      if (![...source.matchAll(IMPORT)].some(([, , , to]) => found.has((to ?? '').slice(2))))
        continue;
      found.add(name);
      grown = true;
    }
  }
  return found;
}

async function testsWith(mutation: Mutation, number: number): Promise<CsafTest[]> {
  const anew = dependents(mutation.module);
  const fileOf = (name: string) => join(place, `${number}-${name}`);
  for (const name of anew) {
    const source = name === mutation.module ? mutation.source : (modules.get(name) ?? '');
    const linked = source.replaceAll(IMPORT, (_, head: string, quote: string, to: string) => {
      const local = to.startsWith('./') ? to.slice(2) : '';
      const url = anew.has(local)
        ? pathToFileURL(fileOf(local)).href
        : new URL(to, pathToFileURL(join(folder, name))).href;
      return `${head}${quote}${url}${quote}`;
    });
    writeFileSync(fileOf(name), linked.replace(/^\/\/# sourceMappingURL.*$/m, ''));
  }
  const tests: CsafTest[] = [];
  for (const name of anew) {
    const made: Readonly<Record<string, unknown>> = await import(pathToFileURL(fileOf(name)).href);
    for (const value of Object.values(made))
      if (Array.isArray(value)) tests.push(...value.filter(isTest));
  }
  for (const name of anew) rmSync(fileOf(name));
  return tests;
}

function isTest(value: unknown): value is CsafTest {
  return typeof value === 'object' && value !== null && 'run' in value && 'id' in value;
}

for (let i = from; i < mutations.length; i++) {
  const mutation = mutations[i] as Mutation;
  parentPort?.postMessage({ started: i });
  let caught = false;
  try {
    for (const test of await testsWith(mutation, i)) {
      if (mutation.ids.includes(test.id) && (await differs(test))) caught = true;
    }
  } catch {
    // What cannot be loaded is caught as well.
    caught = true;
  }
  parentPort?.postMessage({ ended: i, caught });
}
rmSync(place, { recursive: true, force: true });
parentPort?.postMessage({ done: true });
