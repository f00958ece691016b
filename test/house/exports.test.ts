/** What the package offers is there, nothing else is, and importing it does nothing. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { importsOf, ROOT, source } from './sources.ts';

interface Manifest {
  readonly name: string;
  readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
}

const MANIFEST = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Manifest;

const SUBPATHS = Object.keys(MANIFEST.exports).filter((path) => !path.endsWith('.json'));
const nameOf = (subpath: string) => MANIFEST.name + subpath.slice(1);

/** Files that the exports name and the build has not. */
function missing(exports: Manifest['exports'], exists: (path: string) => boolean): string[] {
  return Object.values(exports)
    .flatMap((target) => (typeof target === 'string' ? [target] : Object.values(target)))
    .filter((path) => !exists(join(ROOT, path)));
}

test('every exported file is in the build', () => {
  assert.deepEqual(missing(MANIFEST.exports, existsSync), []);
  assert.deepEqual(missing({ '.': { default: './dist/nothing.js' } }, existsSync), [
    './dist/nothing.js',
  ]);
});

/** Runs a module in a fresh process whose imports resolve as inside the package. */
function run(code: string) {
  const args = ['--input-type=module', '--eval', code];
  return spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8', timeout: 20_000 });
}

test('nothing else of the package is reachable', () => {
  for (const inner of [
    'core/clock',
    'dist/src/index.js',
    'event/pattern',
    'src/index.ts',
    'store',
  ]) {
    const { status, stderr } = run(`await import('${MANIFEST.name}/${inner}')`);
    assert.ok(status !== 0 && stderr.includes('ERR_PACKAGE_PATH_NOT_EXPORTED'), inner);
  }
});

/** Says what an import has done to the process besides loading modules. */
const WATCH = (specifier: string) => `
const state = () => JSON.stringify([
  // zod keeps its registry in a global, so that two copies of it share one.
  Object.getOwnPropertyNames(globalThis).filter((name) => !name.startsWith('__zod_')).sort(),
  process.eventNames().map((name) => [String(name), process.listenerCount(name)]).sort(),
  process.env,
  process.cwd(),
  process.exitCode ?? null,
  Object.getOwnPropertyNames(Array.prototype).concat(Object.getOwnPropertyNames(Object.prototype)),
]);
const before = state();
await import(${JSON.stringify(specifier)});
if (state() !== before) throw new Error('the import changed the process');
await new Promise((resolve) => setImmediate(resolve));
const held = process.getActiveResourcesInfo().filter((name) => !/^(TTYWrap|PipeWrap|CloseReq|Immediate)$/.test(name));
if (held.length > 0) throw new Error('the import holds ' + held);
`;

for (const subpath of SUBPATHS) {
  test(`importing ${nameOf(subpath)} does nothing but load it`, () => {
    const { status, stdout, stderr } = run(WATCH(nameOf(subpath)));
    assert.deepEqual([status, stdout, stderr], [0, '', '']);
  });

  test(`${nameOf(subpath)} can be required`, () => {
    const code = `const { createRequire } = await import('node:module');
const names = Object.keys(createRequire(process.cwd() + '/x.cjs')('${nameOf(subpath)}'));
if (names.length === 0 || names.includes('default')) throw new Error(names.join());`;
    const { status, stderr } = run(code);
    assert.equal(status, 0, stderr);
  });
}

test('an import that does something is found', () => {
  for (const deed of [
    'globalThis.x = 1',
    'process.on("exit", () => {})',
    'setInterval(() => {}, 1000)',
    'process.env.X = "1"',
    'console.log("hello")',
    'Array.prototype.x = 1',
  ]) {
    const { status, stdout } = run(WATCH(`data:text/javascript,${encodeURIComponent(deed)}`));
    assert.ok(status !== 0 || stdout !== '', deed);
  }
});

/** Modules of Node that the compiled file reaches, with the way to them. */
function nodeModules(
  entry: string,
  way: readonly string[] = [],
  seen = new Set<string>(),
): string[] {
  if (seen.has(entry)) return [];
  seen.add(entry);
  const here = [...way, entry];
  return importsOf(source(entry, readFileSync(join(ROOT, entry), 'utf8'))).flatMap((edge) => {
    if (edge.target !== '') return nodeModules(edge.target, here, seen);
    return edge.specifier.startsWith('node:') ? [[...here, edge.specifier].join(' → ')] : [];
  });
}

for (const subpath of [
  './stix',
  './pattern',
  './policy',
  './cve',
  './cwe',
  './jvn',
  './nvd',
  './osv',
  './oval',
  './cvss',
  './cwss',
  './ssvc',
  './epss',
  './kev',
]) {
  test(`${nameOf(subpath)} also runs in a browser: it reaches no module of Node`, () => {
    const target = MANIFEST.exports[subpath];
    assert.ok(typeof target === 'object');
    assert.deepEqual(nodeModules((target.default as string).slice(2)), []);
  });
}

test('a module of Node that is reached is found', () => {
  assert.notDeepEqual(nodeModules('dist/src/core/digest.js'), []);
  assert.notDeepEqual(nodeModules('dist/src/core/digest.test.js'), []);
});
