/** Both artefacts as a stranger gets them: an empty project, a machine without a registry. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { runInNewContext } from 'node:vm';
import { build } from 'esbuild';
import { type Packed, pack } from '../../tools/pack.ts';
import { ROOT } from '../house/sources.ts';
import { plainEnvironment, run, startHub } from '../journey/hub-process.ts';

const PACKAGES_MAX = 5;
const MEGABYTES_MAX = 5;
const LIBRARIES = ['stix', 'pattern', 'policy', 'taxii', 'cvss', 'cwss', 'ssvc', 'epss', 'kev'];

let folder: string;
let packed: Packed;
let project: string;

before(async () => {
  folder = mkdtempSync(join(lonelyFolder(), 'cybex-package-'));
  packed = pack(folder);
  project = join(folder, 'project');
  mkdirSync(project);
  writeFileSync(join(project, 'package.json'), '{"private":true,"type":"module"}\n');
  const installed = await run(
    'npm',
    ['install', '--prefer-offline', '--ignore-scripts', packed.library],
    {
      cwd: project,
      env: {
        npm_config_audit: 'false',
        npm_config_fund: 'false',
        npm_config_update_notifier: 'false',
      },
    },
  );
  assert.equal(installed.code, 0, installed.stderr);
});

after(() => rmSync(folder, { recursive: true, force: true }));

/** Where no folder above has packages: they would be found in place of those that are missing. */
function lonelyFolder(): string {
  const crowded = (place: string): boolean =>
    existsSync(join(place, 'node_modules')) ||
    (place !== dirname(place) && crowded(dirname(place)));
  const place = [tmpdir(), '/var/tmp', '/dev/shm'].find(
    (path) => existsSync(path) && !crowded(path),
  );
  assert.ok(place, 'every temporary folder lies below a node_modules');
  return place;
}

function inProject(name: string, text: string): string {
  const file = join(project, name);
  writeFileSync(file, text);
  return file;
}

function filesBelow(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function megabytes(files: readonly string[]): number {
  return files.reduce((sum, file) => sum + statSync(file).size, 0) / 1e6;
}

test('the library brings at most five packages and five megabytes', (t) => {
  const modules = join(project, 'node_modules');
  const files = filesBelow(modules);
  const packages = files.filter((file) =>
    /node_modules\/(@[^/]+\/)?[^/@]+\/package\.json$/.test(file),
  );
  const size = megabytes(files);
  const tarball = statSync(packed.library).size / 1e6;
  t.diagnostic(
    `${packages.length} package, ${size.toFixed(2)} MB unpacked, ${tarball.toFixed(2)} MB packed`,
  );
  assert.ok(packages.length >= 1 && packages.length <= PACKAGES_MAX, packages.join('\n'));
  assert.ok(size <= MEGABYTES_MAX, `${size} MB`);
});

test('what is shipped is the program, its types and their sources; no test, no map that leads nowhere', () => {
  const own = join(project, 'node_modules/cybex');
  const files = filesBelow(own).map((file) => file.slice(own.length + 1));
  assert.deepEqual(files.filter(isTestMaterial), []);
  const fromModules = files.filter((file) => /\.(js|ts)$/.test(file));
  const testing = /from '(node:test|node:assert[^']*|fast-check)'/;
  assert.deepEqual(
    fromModules.filter((file) => testing.test(readFileSync(join(own, file), 'utf8'))),
    [],
    'what only tests use has .test. in its name',
  );
  for (const file of ['README.md', 'LICENSE', 'data/sample/SOURCE.md', 'docs/errors.md']) {
    assert.ok(files.includes(file), file);
  }
  const maps = files.filter((file) => file.endsWith('.d.ts.map'));
  assert.ok(maps.length > 100);
  for (const map of maps) {
    const { sources } = JSON.parse(readFileSync(join(own, map), 'utf8')) as { sources: string[] };
    for (const source of sources) {
      assert.ok(existsSync(join(own, map, '..', source)), `${map} leads to ${source}`);
    }
  }
  const modules = files.filter((file) => file.endsWith('.js'));
  for (const file of modules) {
    assert.ok(!readFileSync(join(own, file), 'utf8').includes('sourceMappingURL'), file);
  }
});

/** Whatever its folder: what is for tests alone says so in its name. */
function isTestMaterial(file: string): boolean {
  return (
    /\.test\.|(^|\/)(contract|crash|memory-house|mutants?)[.-]|fixture|arbitrar/i.test(file) ||
    /^(test|bench|tools|fixtures|node_modules)\//.test(file)
  );
}

test('the list of what npm would publish from here holds no test material either', async (t) => {
  const { stdout, code, stderr } = await run(
    'npm',
    ['pack', '--dry-run', '--json', '--ignore-scripts'],
    { cwd: ROOT },
  );
  assert.equal(code, 0, stderr);
  const [listed] = JSON.parse(stdout) as [
    { files: { path: string }[]; size: number; unpackedSize: number },
  ];
  t.diagnostic(
    `${listed.files.length} files, ${(listed.size / 1e6).toFixed(2)} MB packed, ${(listed.unpackedSize / 1e6).toFixed(2)} MB unpacked`,
  );
  assert.ok(listed.files.length > 100);
  assert.deepEqual(listed.files.map(({ path }) => path).filter(isTestMaterial), []);
});

test('test material is recognised', () => {
  for (const file of [
    'dist/src/store/contract.test.suite.js',
    'dist/src/store/contract-ingest.js',
    'dist/src/exchange/taxii/server/memory-house.js',
    'dist/src/policy/policy.test.arbitraries.js',
    'test/hub/hub.ts',
    'fixtures/stix/valid/indicator.json',
  ]) {
    assert.ok(isTestMaterial(file), file);
  }
  for (const file of ['dist/src/hub/memory.js', 'docs/errors.md', 'dist/src/store/port.d.ts']) {
    assert.ok(!isTestMaterial(file), file);
  }
});

const USE = `
const { ok, value, issues } = stix.parseStix('{"type":"ipv4-addr","value":"198.51.100.256"}');
if (ok || value.objects.length !== 0 || issues.length === 0) throw new Error('stix');
if (!pattern.parsePattern("[domain-name:value = 'a.example']").ok) throw new Error('pattern');
if (policy.writeTlp('AMBER+STRICT') !== 'TLP:AMBER+STRICT') throw new Error('policy');
if (typeof taxii.createTaxiiClient !== 'function') throw new Error('taxii');
const scored = cvss.scoreCvss('CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H');
if (!scored.ok || scored.value.score !== 9.8) throw new Error('cvss');
if (cwss.scoreCwss('(TI:H,0.9)').ok) throw new Error('cwss');
if (!ssvc.decideSsvc('cisa:DT_BOD2604:1.0.0', {}).ok) throw new Error('ssvc');
if (epss.readEpss('').ok || kev.readKev(null, 'x').issues.length === 0) throw new Error('epss, kev');
console.log('works');
`;

test('an ES module imports it', async () => {
  const imports = LIBRARIES.map((name) => `import * as ${name} from 'cybex/${name}';`).join('\n');
  const file = inProject('use.mjs', imports + USE);
  const { stdout, stderr } = await run(process.execPath, [file], { cwd: project });
  assert.equal(stdout, 'works\n', stderr);
});

test('require() loads it', async () => {
  const imports = LIBRARIES.map((name) => `const ${name} = require('cybex/${name}');`).join('\n');
  const file = inProject('use.cjs', imports + USE);
  const { stdout, stderr } = await run(process.execPath, [file], { cwd: project });
  assert.equal(stdout, 'works\n', stderr);
});

const TYPED = `
import { parseStix, STIX_ISSUES, type StixIssueCode } from 'cybex/stix';
import { parsePattern } from 'cybex/pattern';
import { decide } from 'cybex/policy';
import { createTaxiiClient } from 'cybex/taxii';

const { value, issues } = parseStix(new Uint8Array(0));
for (const object of value.objects) {
  if (object.type === 'indicator') {
    const pattern: string = object.pattern;
    // @ts-expect-error an indicator has no value
    object.value;
    // @ts-expect-error what was parsed is not changed
    object.pattern = pattern;
  }
  if (object.type === 'ipv4-addr') {
    const text: string = object.value;
    void text;
  }
}
const known: StixIssueCode = 'stix-ipv4';
// @ts-expect-error codes are a closed set
const unknown: StixIssueCode = 'stix-nothing';
const remedy: string = STIX_ISSUES[known].remedy;
const parsed = parsePattern('');
if (parsed.ok) parsed.value; else parsed.issues[0]?.message;
// @ts-expect-error no value where it is not ok
if (!parsed.ok) parsed.value;
// @ts-expect-error a decision needs a principal
decide();
const client = createTaxiiClient({ url: 'https://taxii.example/taxii2/', auth: 'none' });
void [issues, unknown, remedy, client];
`;

for (const [module, moduleResolution] of [
  ['nodenext', 'nodenext'],
  ['esnext', 'bundler'],
]) {
  test(`its types are found and narrow under ${moduleResolution}, without the types of Node`, async () => {
    inProject('typed.ts', TYPED);
    const compilerOptions = {
      module,
      moduleResolution,
      target: 'es2023',
      lib: ['es2023', 'dom', 'dom.iterable', 'dom.asynciterable'],
      types: [],
      strict: true,
      skipLibCheck: false,
      noEmit: true,
    };
    const config = inProject(
      'tsconfig.json',
      JSON.stringify({ compilerOptions, files: ['typed.ts'] }),
    );
    const compiler = join(ROOT, 'node_modules/.bin/tsc');
    const { code, stdout } = await run(compiler, ['-p', config], { cwd: project });
    assert.equal(code, 0, stdout);
  });
}

/** A bundle for a browser, minified, with everything that it is made of. */
async function bundle(entry: string) {
  const result = await build({
    stdin: { contents: entry, resolveDir: project },
    bundle: true,
    format: 'iife',
    globalName: 'made',
    platform: 'browser',
    target: 'es2022',
    minify: true,
    metafile: true,
    write: false,
    logLevel: 'silent',
  });
  return { text: result.outputFiles[0]?.text ?? '', inputs: Object.keys(result.metafile.inputs) };
}

const BROWSER: readonly (readonly [name: string, entry: string, use: string, gives: unknown])[] = [
  [
    'cybex/pattern',
    "export { parsePattern } from 'cybex/pattern';",
    `made.parsePattern("[url:value = 'x']").ok`,
    true,
  ],
  [
    'cybex/stix',
    "export { parseStix } from 'cybex/stix';",
    `made.parseStix('{"type":"ipv4-addr","value":"198.51.100.256"}').ok`,
    false,
  ],
  [
    'cybex/policy',
    "export { writeTlp } from 'cybex/policy';",
    `made.writeTlp('AMBER+STRICT')`,
    'TLP:AMBER+STRICT',
  ],
  [
    'cybex/cvss',
    "export { explainCvss, parseCvss, scoreCvss, toCvssJson } from 'cybex/cvss';",
    `made.scoreCvss('CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H').value.score`,
    10,
  ],
  ...(
    [
      ['cwss', 'scoreCwss', `made.scoreCwss('(TI:H,0.9)').ok`, false],
      ['cpe', 'parseCpe', `made.parseCpe('cpe:2.3:a:a:b:1:*:*:*:*:*:*:*').ok`, true],
      ['purl', 'parsePurl', `made.parsePurl('pkg:npm/a@1').value.name`, 'a'],
      ['vers', 'versContains', `made.versContains('vers:npm/>=1.0.0', '2.0.0').value`, true],
      ['csaf', 'checkCsaf', `made.checkCsaf(new TextEncoder().encode('{}')).valid`, false],
      ['cve', 'checkCve', `made.checkCve({}).length > 0`, true],
      ['osv', 'checkOsv', `made.checkOsv({}).length > 0`, true],
      ['sbom', 'readSbom', `made.readSbom(new TextEncoder().encode('{}')).sbom`, null],
      ['inventory', 'readLockFile', `made.readLockFile('Cargo.lock', '').components.length`, 0],
      ['vex', 'readVex', `made.readVex(new TextEncoder().encode('{}')).statements.length`, 0],
    ] as const
  ).map(
    ([name, made, use, gives]) =>
      [`cybex/${name}`, `export { ${made} } from 'cybex/${name}';`, use, gives] as const,
  ),
];

for (const [name, entry, use, gives] of BROWSER) {
  test(`${name} runs in a browser: a tree-shaken bundle with nothing of Node`, async (t) => {
    const { text, inputs } = await bundle(entry);
    t.diagnostic(
      `${name}: ${(text.length / 1000).toFixed(1)} kB minified of ${inputs.length} modules`,
    );
    assert.deepEqual(
      inputs.filter((input) => input.startsWith('node:')),
      [],
    );
    const world = { TextDecoder, TextEncoder, URL };
    assert.equal(runInNewContext(`${text};${use}`, world), gives);
  });
}

test('cvss is small: every version read and scored in less than 15 kB', async () => {
  const { text } = await bundle("export { parseCvss, scoreCvss } from 'cybex/cvss';");
  assert.ok(text.length < 15_000, `${text.length} bytes`);
});

test('a bundle that needs Node is found', async () => {
  await assert.rejects(bundle("import 'node:crypto';"), /node:crypto/);
});

test('what is not used is shaken off', async () => {
  const [one, all] = await Promise.all([
    bundle("export { writeTlp } from 'cybex/policy';"),
    bundle("export * from 'cybex/policy';"),
  ]);
  assert.ok(one.text.length * 3 < all.text.length, `${one.text.length} of ${all.text.length}`);
});

test('the command of the library says which packages it lacks', async () => {
  const { code, stderr } = await run(join(project, 'node_modules/.bin/cybex'), ['status'], {
    cwd: project,
  });
  assert.equal(code, 3);
  assert.match(stderr, /^error: CYBEX is installed as a library here; the command needs \S+ too/);
  assert.match(stderr, /\nwhat to do: npm install .*fastify@/);
});

test('the archive starts where no registry is', async (t) => {
  const place = join(folder, 'unpacked');
  mkdirSync(place);
  assert.equal(spawnSync('tar', ['xzf', packed.archive, '-C', place]).status, 0);
  const [name = ''] = readdirSync(place);
  const root = join(place, name);
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  assert.equal(name, `cybex-${manifest.version}`);
  const dev = ['typescript', '@biomejs', 'esbuild', 'playwright-core', 'fast-check'];
  for (const folder of dev) assert.ok(!existsSync(join(root, 'node_modules', folder)), folder);
  t.diagnostic(
    `${(statSync(packed.archive).size / 1e6).toFixed(1)} MB packed, ${megabytes(filesBelow(root)).toFixed(1)} MB unpacked`,
  );
  // A folder that holds nothing but what was unpacked, and no npm on the way.
  const hub = await startHub({
    command: join(root, 'bin/cybex'),
    commandArgs: [],
    cwd: root,
    env: { ...plainEnvironment(), PATH: join(process.execPath, '..') },
  });
  t.after(() => hub.stop());
  assert.match(hub.stdout(), /bin\/cybex .*preview --as anonymous/);
  assert.equal((await fetch(`${hub.url}/readyz`)).status, 200);
  const checked = await run(
    join(root, 'bin/cybex'),
    ['check', 'fixtures/stix/invalid/ipv4.octet.json'],
    {
      cwd: root,
    },
  );
  assert.equal(checked.code, 1, checked.stderr);
});
