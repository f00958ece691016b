/** `cybex oval` as people and programs run it. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
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

test('check: the fixtures are without error', () => {
  const files = ['definitions.xml', 'characteristics.xml'].map((name) => join(FIXTURES, name));
  const { status, stdout } = cybex(['check', ...files]);
  assert.deepEqual([status, stdout.match(/valid oval/g)?.length], [0, 2]);
});

test('analyse: results for people and programs, and by exit code', () => {
  const files = [
    join(FIXTURES, 'definitions.xml'),
    '--characteristics',
    join(FIXTURES, 'characteristics.xml'),
  ];
  const all = cybex(['analyse', ...files, '--json']);
  assert.equal(all.status, 1);
  assert.ok(rowsOf(all.stdout).length >= 140);
  const one = cybex(['analyse', ...files, '--id', 'oval:example:def:10']);
  assert.equal(one.status, 0);
  assert.match(one.stdout, /oval:example:def:10 +false +vulnerability +no-such-package is below 1/);
  assert.equal(cybex(['analyse', ...files, '--id', 'oval:example:def:20']).status, 3);
  assert.equal(cybex(['analyse', ...files, '--id', 'oval:example:def:999']).status, 2);
  assert.equal(cybex(['analyse', files[0] ?? '', '--characteristics', 'gone.xml']).status, 2);
  assert.equal(cybex(['analyse', files[0] ?? '', '--characteristics', files[0] ?? '']).status, 2);
});

test('eval: only what is allowed is read, and links do not lead out of it', (t) => {
  const { folder, root, definitions } = place(t);
  const outside = join(folder, 'secret');
  writeFileSync(outside, 'open=yes\n');
  rmSync(join(root, 'gate.conf'));
  symlinkSync(outside, join(root, 'gate.conf'));
  const setting = 'oval:example:def:61';
  const run = (...more: string[]) => {
    const words = ['eval', definitions, '--id', setting, ...more, '--json'];
    return rowsOf(cybex(words).stdout)[0];
  };
  assert.equal(run('--paths', root), `${setting} unknown`);
  assert.equal(run(), `${setting} unknown`);
  assert.equal(run('--paths', folder), `${setting} true`);
});

test('eval: documents are written that check without fault', (t) => {
  const { folder, root, definitions } = place(t);
  const written = ['results.xml', 'characteristics.xml'].map((name) => join(folder, name));
  const [results = '', characteristics = ''] = written;
  const words = ['--paths', root, '--results', results, '--characteristics', characteristics];
  cybex(['eval', definitions, ...words]);
  const { stdout, stderr } = cybex(['check', results, characteristics]);
  assert.deepEqual([stdout.match(/ 0 errors, 0 warnings/g)?.length, stderr], [2, '']);
});

test('eval: packages of rpm from their list', (t) => {
  const { folder, definitions } = place(t);
  const list = join(folder, 'rpm.txt');
  const result = () => {
    const words = ['eval', definitions, '--id', 'oval:example:def:17', '--rpm', list, '--json'];
    return rowsOf(cybex(words).stdout)[0];
  };
  writeFileSync(list, 'bash|(none)|0.9|1.el9|x86_64|199e2f91fd431d51\n');
  assert.equal(result(), 'oval:example:def:17 true');
  writeFileSync(list, 'bash||5.1.8|9.el9|x86_64|\n');
  assert.equal(result(), 'oval:example:def:17 false');
});
