/** `cybex oval` beside OpenSCAP, definition by definition; skipped where it is not installed. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';

const MAIN = join(import.meta.dirname, 'main.js');
const FIXTURES = join(import.meta.dirname, '../../../fixtures/oval');
const ENVIRONMENT = { PATH: '/usr/bin:/bin', LANG: 'C', LC_ALL: 'C', OVAL_FIXTURE: 'of the test' };

function cybex(words: readonly string[], input = '') {
  return spawnSync(process.execPath, [MAIN, 'oval', ...words], {
    encoding: 'utf8',
    input,
    env: ENVIRONMENT,
    maxBuffer: 1 << 28,
  });
}

/** A folder with the files that the fixture speaks of, and the fixture that speaks of it. */
function place(t: TestContext) {
  const folder = mkdtempSync(join(tmpdir(), 'cybex-oval-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const root = join(folder, 'root');
  mkdirSync(join(root, 'sub/sub2'), { recursive: true });
  const lines = [
    '# gate',
    'open=yes',
    'wait=30',
    'user=anna:bash',
    'user=hana:sh',
    'user=root:dash',
  ];
  writeFileSync(join(root, 'gate.conf'), `${lines.join('\n')}\nlist = b,c,d  \n`);
  writeFileSync(join(root, 'other.conf'), '# other\nopen=no\n');
  writeFileSync(join(root, 'sub/sub2/deep.conf'), 'deep\n');
  for (const name of ['gate.conf', 'other.conf']) chmodSync(join(root, name), 0o644);
  const source = readFileSync(join(FIXTURES, 'definitions.xml'), 'utf8');
  const definitions = join(folder, 'definitions.xml');
  writeFileSync(definitions, source.replaceAll('/srv/oval-fixture', root));
  return { folder, root, definitions };
}

interface Row {
  readonly id: string;
  readonly result: string;
}

const rowsOf = (stdout: string) =>
  (JSON.parse(stdout) as Row[]).map(({ id, result }) => `${id} ${result}`);

const OSCAP = spawnSync('oscap', ['--version']).status === 0;
const WITHOUT = 'oscap (package openscap-scanner) is not installed, so nothing was compared';

test('eval: definition by definition what oscap finds on this host', {
  skip: !OSCAP && WITHOUT,
}, (t) => {
  const { folder, root, definitions } = place(t);
  const results = join(folder, 'oscap.xml');
  const words = ['oval', 'eval', '--skip-valid', '--results', results, definitions];
  spawnSync('oscap', words, { env: ENVIRONMENT, encoding: 'utf8' });
  const ours = rowsOf(cybex(['eval', definitions, '--paths', root, '--json']).stdout);
  assert.ok(ours.length >= 140);
  assert.deepEqual(ours.sort(), resultsOf(results).sort());
});

function resultsOf(file: string): string[] {
  const found = readFileSync(file, 'utf8').matchAll(
    /<definition definition_id="([^"]+)"[^>]*? result="([^"]+)"/g,
  );
  return [...found].map(([, id, result]) => `${id} ${result}`);
}

/** Hosts that differ in their packages and files, by number. */
function vary(root: string, folder: string, number: number): string {
  const files = ['open=yes', 'OPEN=YES', `wait=${number * 3}`, 'gate then wait', '# some danger'];
  const users = ['bash', 'sh', 'dash', 'zsh'].slice(0, number % 5);
  const chosen = files.filter((_, i) => ((number * 7) >> i) & 1);
  const lines = [...chosen, ...users.map((shell, i) => `user=u${i}:${shell}`)];
  if (number % 6 === 5) rmSync(join(root, 'gate.conf'));
  else writeFileSync(join(root, 'gate.conf'), `${lines.join('\n')}\n`);
  chmodSync(join(root, 'other.conf'), number % 2 === 0 ? 0o744 : 0o666);
  const dpkg = join(folder, `status-${number}`);
  const version = ['0.0.9-1', '1.0-1', '99:1-1', '98.9~rc1-2', '1.0'][number % 5];
  const state = number % 7 === 6 ? 'deinstall ok config-files' : 'install ok installed';
  writeFileSync(
    dpkg,
    `Package: dpkg\nStatus: ${state}\nArchitecture: ${number % 3 ? 'amd64' : 'riscv64'}\nVersion: ${version}\n`,
  );
  return dpkg;
}

test('analyse: what oscap finds over 24 collected files', { skip: !OSCAP && WITHOUT }, (t) => {
  const { folder, root, definitions } = place(t);
  const met = new Set<string>();
  for (let number = 0; number < 24; number++) {
    writeFileSync(join(root, 'gate.conf'), '');
    const dpkg = vary(root, folder, number);
    const characteristics = join(folder, `host-${number}.xml`);
    const results = join(folder, 'oscap.xml');
    const collected = ['--paths', root, '--dpkg', dpkg, '--characteristics', characteristics];
    cybex(['eval', definitions, ...collected]);
    const theirs = ['oval', 'analyse', '--skip-valid', '--results', results, definitions];
    spawnSync('oscap', [...theirs, characteristics], { env: ENVIRONMENT, encoding: 'utf8' });
    const words = ['analyse', definitions, '--characteristics', characteristics, '--json'];
    const ours = rowsOf(cybex(words).stdout);
    assert.deepEqual(ours.sort(), resultsOf(results).sort(), `host ${number}`);
    met.add(ours.join());
  }
  assert.ok(met.size >= 20, `only ${met.size} of the hosts differ`);
});
