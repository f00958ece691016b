import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parsePurl } from '../../purl/index.ts';
import { findingLines, partLines, relationLines } from '../lines.test.table.ts';
import { readDpkg } from './dpkg.ts';
import { distroOf, readOsRelease } from './os-release.ts';

const BOOKWORM = readOsRelease(new TextEncoder().encode('ID=debian\nVERSION_ID="12"\n'));
const read = (text: string) =>
  readDpkg({ path: 'var/lib/dpkg/status', bytes: new TextEncoder().encode(text) }, BOOKWORM);
const deb = (name: string, version: string, more = '', status = 'install ok installed') =>
  `Package: ${name}\nStatus: ${status}\nArchitecture: amd64\nVersion: ${version}\n${more}\n`;
const AT = 'arch=amd64&distro=debian-12';

type Case = readonly [
  name: string,
  text: string,
  parts: readonly string[],
  relations?: readonly string[],
  findings?: readonly string[],
];
const CASES: readonly Case[] = [
  ['one package', deb('zip', '3.0-13'), [`pkg:deb/debian/zip@3.0-13?${AT}`]],
  [
    'another source, and another version of it',
    deb('libc6', '2.36-9', 'Source: glibc\n') + deb('b', '1:2-1+b1', 'Source: bsrc (1:2-1)\n'),
    [
      `pkg:deb/debian/libc6@2.36-9?${AT}&upstream=glibc`,
      `pkg:deb/debian/b@1:2-1%2Bb1?${AT}&upstream=bsrc%401:2-1`,
    ],
  ],
  [
    'the same source with another version (a binary-only upload)',
    deb('a', '1-1+b1', 'Source: a (1-1)\n'),
    [`pkg:deb/debian/a@1-1%2Bb1?${AT}&upstream=a%401-1`],
  ],
  [
    'only what is installed',
    deb('gone', '1', '', 'deinstall ok config-files') +
      deb('half', '1', '', 'install reinstreq half-installed') +
      deb('held', '1', '', 'hold ok installed') +
      'Package: purged\nStatus: purge ok not-installed\nArchitecture: amd64\n\n',
    [`pkg:deb/debian/held@1?${AT}`],
    [],
    ['entry line:6'],
  ],
  [
    'two architectures of one package',
    deb('libx', '1') +
      deb('libx', '1').replace('amd64', 'i386') +
      deb('app', '1', 'Depends: libx\n'),
    [
      `pkg:deb/debian/libx@1?${AT}`,
      'pkg:deb/debian/libx@1?arch=i386&distro=debian-12',
      `pkg:deb/debian/app@1?${AT}`,
    ],
    ['app:amd64 > libx:amd64'],
  ],
  [
    'alternatives, versions, qualifiers, what is provided',
    deb('app', '1', 'Pre-Depends: init (>= 1)\nDepends: gone | mta:any (>= 2), x\n') +
      deb('init', '2') +
      deb('postfix', '3', 'Provides: mta (= 3),\n other\n'),
    [`pkg:deb/debian/app@1?${AT}`, `pkg:deb/debian/init@2?${AT}`, `pkg:deb/debian/postfix@3?${AT}`],
    ['app:amd64 > init:amd64', 'app:amd64 > postfix:amd64'],
  ],
  [
    'status.d: no state, all that lies there is installed',
    'Package: base-files\nArchitecture: amd64\nVersion: 12.4\nDescription: x\n y\n .\n z\n',
    [`pkg:deb/debian/base-files@12.4?${AT}`],
  ],
  [
    'what lacks a version, and lines that are none',
    'Package: a\nStatus: install ok installed\n\n\n\n continued\nno field\nPackage: b\nStatus: install ok installed\nVersion: 1\nArchitecture: all\nVersion: 2\n',
    ['pkg:deb/debian/b@1?arch=all&distro=debian-12'],
    [],
    ['entry line:1', 'syntax line:6', 'syntax line:7'],
  ],
  [
    'the same package twice',
    deb('a', '1') + deb('a', '1'),
    [`pkg:deb/debian/a@1?${AT}`],
    [],
    ['repeated line:6'],
  ],
  ['nothing', '', []],
];

for (const [name, text, parts, relations, findings = []] of CASES) {
  test(`dpkg: ${name}`, () => {
    const got = read(text);
    assert.deepEqual(partLines(got), parts);
    if (relations !== undefined) assert.deepEqual(relationLines(got), relations);
    assert.deepEqual(findingLines(got), findings);
  });
}

test('os-release: quotes, escapes, and releases without a number', () => {
  const release = (text: string) => readOsRelease(new TextEncoder().encode(text));
  const named = release(
    'ID="alpine"\nVERSION_ID=3.19.1\nPRETTY_NAME="A \\"B\\" \\$C"\n# x\nID_LIKE=\n',
  );
  assert.equal(named?.prettyName, 'A "B" $C');
  assert.equal(distroOf(named), 'alpine-3.19.1');
  assert.equal(distroOf(release("ID=debian\nVERSION_CODENAME='trixie'\n")), 'debian-trixie');
  assert.equal(distroOf(release('ID=arch\n')), 'arch');
  assert.equal(release('NAME=x\n'), null);
  assert.equal(release('ID=../../x\n'), null);
  assert.deepEqual(release('ID=rocky\nID_LIKE="rhel centos fedora"\n')?.like, [
    'rhel',
    'centos',
    'fedora',
  ]);
});

test('this machine: exactly what dpkg-query says is installed, with its source packages', (t) => {
  const format =
    '${db:Status-Status}\\t${Package}\\t${Version}\\t${Architecture}\\t${source:Package}\\t${source:Version}\\n';
  const asked = spawnSync('dpkg-query', ['-W', '-f', format], { encoding: 'utf8' });
  const database = '/var/lib/dpkg/status';
  if (asked.status !== 0 || !existsSync(database)) return t.skip('there is no dpkg here');
  const expected = asked.stdout
    .split('\n')
    .filter((line) => line.startsWith('installed\t'))
    .map((line) => line.slice('installed\t'.length))
    .sort();
  const release = readOsRelease(readFileSync('/etc/os-release'));
  const got = readDpkg({ path: database, bytes: readFileSync(database) }, release);
  const lines = got.components.map(({ purl = '' }) => {
    const parsed = parsePurl(purl);
    assert.ok(parsed.ok && parsed.issues.length === 0, purl);
    const { name, version, qualifiers } = parsed.value;
    const [source, sourceVersion] = (qualifiers.upstream ?? name).split('@');
    return [name, version, qualifiers.arch, source, sourceVersion ?? version].join('\t');
  });
  t.diagnostic(`${expected.length} packages installed`);
  assert.deepEqual(lines.sort(), expected);
});
