/** Settings: strength of the sources, secrets by file, findings with their origin. */
import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'smol-toml';
import { commentedFile, settingRows } from './file.ts';
import { environmentName, loadSettings } from './load.ts';
import { SETTING_NAMES } from './schema.ts';

const directory = mkdtempSync(join(tmpdir(), 'cybex-config-'));

function file(name: string, text: string): string {
  const path = join(directory, name);
  writeFileSync(path, text);
  return path;
}

test('flags are stronger than the environment, the environment than the file, all than defaults', () => {
  const path = file('a.toml', 'port = 1\ntitle = "file"\nlog-level = "warn"\n');
  const loaded = loadSettings({
    flags: { port: '3' },
    environment: { CYBEX_PORT: '2', CYBEX_TITLE: 'environment' },
    file: path,
  });
  assert.ok(loaded.ok);
  const { port, title, host } = loaded.settings;
  assert.deepEqual(
    [port, title, loaded.settings['log-level'], host],
    [3, 'environment', 'warn', '127.0.0.1'],
  );
  const origins = Object.fromEntries(loaded.origins.map(({ name, origin }) => [name, origin]));
  assert.deepEqual(
    [origins.port, origins.title, origins['log-level'], origins.host],
    ['--port', 'CYBEX_TITLE', path, 'default'],
  );
});

test('a secret may come from a file named by the environment', () => {
  const path = file('token', `${'s'.repeat(40)}\n`);
  const loaded = loadSettings({ flags: {}, environment: { CYBEX_ADMIN_TOKEN_FILE: path } });
  assert.ok(loaded.ok);
  assert.equal(loaded.settings['admin-token'], 's'.repeat(40));
});

const WRONG: readonly (readonly [string, Record<string, string>, string | null, RegExp])[] = [
  ['a port that is none', { CYBEX_PORT: 'many' }, null, /port \(CYBEX_PORT\)/],
  ['a short administrator token', { CYBEX_ADMIN_TOKEN: 'short' }, null, /32 characters/],
  ['an unknown store', { CYBEX_STORE: 'mysql://x' }, null, /store \(CYBEX_STORE\)/],
  ['an unknown key, with the nearest one', {}, 'prot = 1', /unknown key prot; did you mean port\?/],
  ['a file that is not TOML', {}, 'port = = 1', /wrong\.toml/],
  [
    'a secret file that is not there',
    { CYBEX_STORE_FILE: '/nowhere' },
    null,
    /there is no such file/,
  ],
];

for (const [what, environment, text, expected] of WRONG) {
  test(`${what} is a finding`, () => {
    const path = text === null ? {} : { file: file('wrong.toml', text) };
    const loaded = loadSettings({ flags: {}, environment, ...path });
    assert.ok(!loaded.ok);
    assert.match(loaded.problems.join('\n'), expected);
  });
}

test('the commented file names every setting, is TOML, and changes nothing', () => {
  const text = commentedFile();
  for (const name of SETTING_NAMES) assert.ok(text.includes(environmentName(name)), name);
  assert.deepEqual(Object.keys(parse(text)), []);
  assert.equal(settingRows().length, SETTING_NAMES.length);
});

test('every setting that is uncommented at its default is still right', () => {
  const text = commentedFile().replace(/^# (?=[a-z-]+ = (?!""))/gm, '');
  const loaded = loadSettings({ flags: {}, environment: {}, file: file('all.toml', text) });
  assert.ok(loaded.ok, loaded.ok ? '' : loaded.problems.join('\n'));
});
