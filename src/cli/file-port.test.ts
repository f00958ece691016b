import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { inventoryOf, RPM_QUERY } from '../state/inventory/index.ts';
import { parsePurl } from '../state/purl/index.ts';
import { loadDriver } from '../store/sqlite/driver.ts';
import { filePortOf } from './file-port.ts';

const HERE = mkdtempSync(join(tmpdir(), 'cybex-port-'));
after(() => rmSync(HERE, { recursive: true }));
const inside = join(HERE, 'inside');
mkdirSync(join(inside, 'a'), { recursive: true });
writeFileSync(join(HERE, 'secret'), 'secret');
writeFileSync(join(inside, 'a/file'), 'text');
symlinkSync(join(HERE, 'secret'), join(inside, 'link'));
symlinkSync(HERE, join(inside, 'folder'));

test('files of the folder, and none that a link leads to', async () => {
  const port = await filePortOf(inside);
  const most = 100;
  assert.equal(new TextDecoder().decode((await port.read('a/file', most)) ?? undefined), 'text');
  for (const path of ['link', 'folder/secret', '../secret', 'a/../../secret', 'a', 'nothing']) {
    assert.equal(await port.read(path, most), null, path);
  }
  assert.equal(await port.read('a/file', 3), null, 'more than the bound');
  assert.equal(await port.list('folder'), null);
  assert.equal(await port.list('..'), null);
  assert.deepEqual(await port.list(''), [
    { name: 'a', kind: 'folder' },
    { name: 'folder', kind: 'link' },
    { name: 'link', kind: 'link' },
  ]);
});

test('rows of a database, read only', async () => {
  const Driver = await loadDriver();
  const database = new Driver(join(inside, 'rpmdb.sqlite'));
  database.exec('CREATE TABLE Packages (hnum INTEGER PRIMARY KEY, blob BLOB NOT NULL)');
  database.exec("INSERT INTO Packages VALUES (1, x'00ff')");
  database.close();
  const port = await filePortOf(inside);
  const rows = await port.rows?.('rpmdb.sqlite', RPM_QUERY);
  assert.deepEqual(JSON.parse(JSON.stringify(rows)), [[1, { 0: 0, 1: 255 }]]);
  assert.equal(await port.rows?.('rpmdb.sqlite', 'DROP TABLE Packages'), null);
  assert.equal(await port.rows?.('a/file', RPM_QUERY), null);
});

test('this machine: the deb packages of the whole inventory equal those of dpkg-query', async (t) => {
  const format =
    '${db:Status-Status}\\t${Package}\\t${Version}\\t${Architecture}\\t${source:Package}\\t${source:Version}\\n';
  const asked = spawnSync('dpkg-query', ['-W', '-f', format], { encoding: 'utf8' });
  if (asked.status !== 0) return t.skip('there is no dpkg here');
  const port = await filePortOf('/');
  // The databases alone: the rest of the disk has no deb packages, and takes its time.
  const databases = /^(?:etc|usr\/lib|var\/lib\/dpkg)(?:\/|$)/;
  const only = {
    ...port,
    list: async (path: string) =>
      path === '' ? [] : databases.test(path) ? port.list(path) : null,
  };
  const { sbom } = await inventoryOf(only, '/');
  const lines = sbom.components.flatMap(({ purl = '' }) => {
    const parsed = parsePurl(purl);
    if (!parsed.ok || parsed.value.type !== 'deb') return [];
    const { name, version, qualifiers } = parsed.value;
    const [source, of] = (qualifiers.upstream ?? name).split('@');
    return [['installed', name, version, qualifiers.arch, source, of ?? version].join('\t')];
  });
  const expected = asked.stdout.split('\n').filter((line) => line.startsWith('installed\t'));
  t.diagnostic(`${expected.length} packages`);
  assert.deepEqual(lines.sort(), expected.sort());
});
