import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RPM_TAG } from './host/rpm-header.ts';
import { goProgramOf, portOf, rpmHeaderOf, zipOf } from './made.test.table.ts';
import { type Inventory, inventoryOf } from './walk.ts';

const lines = ({ sbom }: Inventory) =>
  sbom.components.map(({ purl, name, version }) => purl ?? `${name} ${version ?? ''}`.trim());
const found = ({ sources }: Inventory) => sources.map(({ path, form }) => `${path}: ${form}`);
const codes = ({ issues }: Inventory) => issues.map(({ code, path }) => `${code} ${path}`);

const DEBIAN = 'ID=debian\nVERSION_ID="12"\nCPE_NAME="cpe:/o:debian:debian_linux:12"\n';
const STATUS = `Package: python3-x
Status: install ok installed
Architecture: all
Version: 1.0-1
`;
const METADATA = (name: string, version: string, more = '') =>
  `Metadata-Version: 2.1\nName: ${name}\nVersion: ${version}\n${more}\nDescription\nName: wrong\n`;

test('a project: one lock file is the project itself', async () => {
  const inventory = await inventoryOf(
    portOf({ 'go.mod': 'module example.org/app\ngo 1.22\nrequire a.org/b v1.0.0\n', 'x.txt': '' }),
    '/home/me/app',
  );
  assert.deepEqual(lines(inventory), ['pkg:golang/example.org/app', 'pkg:golang/a.org/b@v1.0.0']);
  assert.equal(inventory.sbom.root, 'go.mod#.');
  assert.deepEqual(codes(inventory), []);
});

test('a folder of several projects contains them; .git and node_modules are not looked into', async () => {
  const inventory = await inventoryOf(
    portOf({
      'a/Cargo.lock': '[[package]]\nname = "a"\nversion = "1.0.0"\n',
      'b/requirements.txt': 'b==1.0\n',
      'a/.git/requirements.txt': 'c==1.0\n',
      'a/node_modules/d/requirements.txt': 'd==1.0\n',
    }),
    '/srv/all/',
  );
  assert.deepEqual(lines(inventory), ['all', 'pkg:pypi/b@1.0', 'pkg:cargo/a@1.0.0']);
  assert.deepEqual(
    inventory.sbom.relations.map(({ from, to, kind }) => `${from} ${kind} ${to}`),
    ['root contains b/requirements.txt#b', 'root contains a/Cargo.lock#a@1.0.0'],
  );
});

test('a lock file takes what its form needs from beside it', async () => {
  const inventory = await inventoryOf(
    portOf({
      'x/yarn.lock': '# yarn lockfile v1\n\na@^1:\n  version "1.0.0"\n',
      'x/package.json': '{"name":"app","devDependencies":{"a":"^1"}}',
    }),
    'x',
  );
  const [part] = inventory.sbom.components.filter(({ name }) => name === 'a');
  assert.deepEqual([part?.direct, part?.development], [true, true]);
});

test('a host: packages first; what came with them counts once', async () => {
  const inventory = await inventoryOf(
    portOf({
      'etc/os-release': DEBIAN,
      'var/lib/dpkg/status': STATUS,
      'var/lib/dpkg/info/python3-x.list':
        '/.\n/usr/lib/python3/dist-packages/x-1.0.dist-info/METADATA\n/lib/jar/own.jar\n',
      'usr/lib/python3/dist-packages/x-1.0.dist-info/METADATA': METADATA('x', '1.0'),
      'usr/lib/jar/own.jar': 'no archive',
      'usr/local/lib/python3/dist-packages/y-2.0.dist-info/METADATA': METADATA(
        'Y_y',
        '2.0',
        'Requires-Dist: z (>=1)\nRequires-Dist: e; extra == "more"\nLicense-Expression: MIT\n',
      ),
      'usr/local/lib/python3/dist-packages/z-1.0.egg-info/PKG-INFO': METADATA('z', '1.0'),
      'usr/local/lib/python3/dist-packages/q.egg-info': METADATA('q', ''),
      'proc/1/requirements.txt': 'never==1.0\n',
      'var/lib/docker/overlay/requirements.txt': 'never==1.0\n',
    }),
    '/',
  );
  assert.deepEqual(lines(inventory), [
    'debian 12',
    'pkg:deb/debian/python3-x@1.0-1?arch=all&distro=debian-12',
    'pkg:pypi/z@1.0',
    'pkg:pypi/y-y@2.0',
  ]);
  const [host] = inventory.sbom.components;
  assert.deepEqual(
    [host?.type, host?.cpes],
    ['operating-system', ['cpe:/o:debian:debian_linux:12']],
  );
  assert.deepEqual(
    inventory.sbom.relations.filter(({ kind }) => kind === 'depends-on').map(({ to }) => to),
    [
      'usr/local/lib/python3/dist-packages#usr/local/lib/python3/dist-packages/z-1.0.egg-info/PKG-INFO',
    ],
  );
  assert.deepEqual(codes(inventory), [
    'inventory-entry usr/local/lib/python3/dist-packages#usr/local/lib/python3/dist-packages/q.egg-info',
  ]);
});

test('an image without dpkg: status.d', async () => {
  const inventory = await inventoryOf(
    portOf({
      'usr/lib/os-release': DEBIAN,
      'var/lib/dpkg/status.d/base': 'Package: base-files\nVersion: 12.4\nArchitecture: amd64\n',
      'var/lib/dpkg/status.d/base.md5sums': 'x',
    }),
    'image',
  );
  assert.deepEqual(lines(inventory), [
    'debian 12',
    'pkg:deb/debian/base-files@12.4?arch=amd64&distro=debian-12',
  ]);
});

test('Alpine: origin as upstream, relations by what is provided, files that are owned', async () => {
  const installed = `C:Q1aaa=
P:busybox
V:1.36.1-r15
A:x86_64
L:GPL-2.0-only
o:busybox
D:so:libc.musl-x86_64.so.1
p:cmd:busybox=1.36.1-r15
F:bin
R:busybox

P:ssl_client
V:1.36.1-r15
A:x86_64
o:busybox
D:cmd:busybox>=1 !gone musl@edge

P:musl
V:1.2.4-r2
A:x86_64
p:so:libc.musl-x86_64.so.1=1
F:usr/lib
R:x.jar
odd
`;
  const inventory = await inventoryOf(
    portOf({
      'etc/os-release': 'ID=alpine\nVERSION_ID=3.19.1\n',
      'lib/apk/db/installed': installed,
      'usr/lib/x.jar': 'no archive',
    }),
    'alpine',
  );
  const AT = 'arch=x86_64&distro=alpine-3.19.1';
  assert.deepEqual(lines(inventory), [
    'alpine 3.19.1',
    `pkg:apk/alpine/busybox@1.36.1-r15?${AT}`,
    `pkg:apk/alpine/ssl_client@1.36.1-r15?${AT}&upstream=busybox`,
    `pkg:apk/alpine/musl@1.2.4-r2?${AT}`,
  ]);
  const needs = inventory.sbom.relations.filter(({ kind }) => kind === 'depends-on');
  assert.deepEqual(
    needs.map(({ from, to }) => `${from.split('#')[1]} > ${to.split('#')[1]}`),
    ['busybox > musl', 'ssl_client > busybox', 'ssl_client > musl'],
  );
  assert.deepEqual(codes(inventory), ['inventory-syntax lib/apk/db/installed#line:24']);
});

const OPENSSL = rpmHeaderOf({
  [RPM_TAG.name]: 'openssl-libs',
  [RPM_TAG.version]: '3.0.7',
  [RPM_TAG.release]: '24.el9',
  [RPM_TAG.epoch]: [1],
  [RPM_TAG.arch]: 'x86_64',
  [RPM_TAG.sourceRpm]: 'openssl-3.0.7-24.el9.src.rpm',
  [RPM_TAG.vendor]: 'Rocky',
  [RPM_TAG.license]: 'Apache-2.0',
  [RPM_TAG.requires]: ['libc.so.6', 'rpmlib(X)'],
  [RPM_TAG.folders]: ['/usr/lib64/', '/usr/share/'],
  [RPM_TAG.folderIndexes]: [1, 0],
  [RPM_TAG.baseNames]: ['own.jar', 'libssl.so.3'],
});
const GLIBC = rpmHeaderOf({
  [RPM_TAG.name]: 'glibc',
  [RPM_TAG.version]: '2.34',
  [RPM_TAG.release]: '83.el9',
  [RPM_TAG.arch]: 'x86_64',
  [RPM_TAG.sourceRpm]: 'glibc-2.34-83.el9.src.rpm',
  [RPM_TAG.provides]: ['glibc', 'libc.so.6'],
});
const KEY = rpmHeaderOf({
  [RPM_TAG.name]: 'gpg-pubkey',
  [RPM_TAG.version]: 'x',
  [RPM_TAG.release]: 'y',
});

test('rpm: headers of the SQLite database; keys are no packages', async () => {
  const files = {
    'etc/os-release': 'ID="rocky"\nVERSION_ID="9.3"\n',
    'var/lib/rpm/rpmdb.sqlite': 'x',
    'usr/share/own.jar': 'no archive',
  };
  const rows = [
    [1, OPENSSL],
    [2, GLIBC],
    [3, KEY],
    [4, GLIBC.subarray(0, 40)],
    [5, null],
  ];
  const inventory = await inventoryOf(portOf(files, rows), 'rocky');
  const AT = 'arch=x86_64&distro=rocky-9.3';
  assert.deepEqual(lines(inventory), [
    'rocky 9.3',
    `pkg:rpm/rocky/openssl-libs@3.0.7-24.el9?${AT}&epoch=1&upstream=openssl-3.0.7-24.el9.src.rpm`.replace(
      `${AT}&epoch=1`,
      'arch=x86_64&distro=rocky-9.3&epoch=1',
    ),
    `pkg:rpm/rocky/glibc@2.34-83.el9?${AT}&upstream=glibc-2.34-83.el9.src.rpm`,
  ]);
  assert.equal(inventory.sbom.components[1]?.version, '1:3.0.7-24.el9');
  assert.ok(
    inventory.sbom.relations.some(({ kind, to }) => kind === 'depends-on' && to.includes('glibc')),
  );
  assert.deepEqual(codes(inventory), [
    'inventory-entry var/lib/rpm/rpmdb.sqlite#Packages/4',
    'inventory-entry var/lib/rpm/rpmdb.sqlite#Packages/5',
  ]);
});

test('rpm: databases that are not read are told, and the whole is incomplete', async () => {
  for (const name of ['rpmdb.sqlite', 'Packages', 'Packages.db']) {
    const files = { 'etc/os-release': 'ID=rocky\n', [`var/lib/rpm/${name}`]: 'x' };
    const inventory = await inventoryOf(portOf(files), 'rocky');
    assert.deepEqual(codes(inventory), [`inventory-unread var/lib/rpm/${name}#`]);
    assert.equal(inventory.sbom.completeness, 'incomplete');
  }
});

test('node_modules without a lock file: every manifest, looked up as Node does', async () => {
  const inventory = await inventoryOf(
    portOf({
      'package.json': '{"name":"app","version":"1.0.0","dependencies":{"a":"1"}}',
      'node_modules/a/package.json': '{"name":"a","version":"1.0.0","dependencies":{"@s/b":"1"}}',
      'node_modules/a/node_modules/@s/b/package.json':
        '{"name":"@s/b","version":"2.0.0","license":"MIT"}',
      'node_modules/@s/b/package.json': '{"name":"@s/b","version":"1.0.0"}',
      'node_modules/broken/package.json': '{',
      'node_modules/.bin/x': '',
    }),
    'app',
  );
  assert.deepEqual(lines(inventory).sort(), [
    'pkg:npm/%40s/b@1.0.0',
    'pkg:npm/%40s/b@2.0.0',
    'pkg:npm/a@1.0.0',
    'pkg:npm/app@1.0.0',
  ]);
  assert.deepEqual(found(inventory), ['node_modules/package-lock.json: node_modules']);
});

const POM = (name: string, version: string) =>
  `#made\ngroupId=org.example\nartifactId=${name}\nversion=${version}\n`;
const INNER = zipOf({ 'META-INF/maven/org.example/inner/pom.properties': POM('inner', '2.0') });

test('Java archives: properties of Maven, manifests, archives within archives', async () => {
  const outer = zipOf({
    'META-INF/MANIFEST.MF': 'Manifest-Version: 1.0\r\n',
    'META-INF/maven/org.example/outer/pom.properties': POM('outer', '1.0'),
    'META-INF/maven/org.example/merged/pom.properties': POM('merged', '3.0'),
    'META-INF/maven/org.example/odd/pom.properties': POM('odd', '${version}'),
    'BOOT-INF/lib/inner-2.0.jar': INNER,
    'A.class': 'x',
  });
  const plain = zipOf({ 'META-INF/MANIFEST.MF': 'Implementation-Version: 5.1\n Implementation\n' });
  const named = zipOf({
    'meta-inf/manifest.mf':
      'Bundle-Version: 9\r\nImplementation-Vendor-Id: com.exa\r\n mple\r\n\r\nX: y\r\n',
  });
  const inventory = await inventoryOf(
    portOf({
      'lib/outer-1.0.jar': outer,
      'lib/plain.jar': plain,
      'lib/tool-1.2.3.war': named,
      'lib/no.jar': 'x',
    }),
    'app',
  );
  assert.deepEqual(lines(inventory), [
    'app',
    'pkg:maven/org.example/outer@1.0',
    'pkg:maven/org.example/merged@3.0',
    'pkg:maven/org.example/inner@2.0',
    'plain 5.1Implementation',
    'pkg:maven/com.example/tool@1.2.3',
  ]);
  assert.deepEqual(codes(inventory), ['inventory-form lib/no.jar#lib/no.jar']);
  const contains = inventory.sbom.relations.filter(({ from }) => from !== 'root');
  assert.equal(contains.length, 2);
});

test('Java archives: bombs of sizes and of nesting are refused within their bound', async () => {
  const lies = zipOf({ 'META-INF/MANIFEST.MF': 'x'.repeat(5_000_000) }, 10);
  let deep = INNER;
  for (let i = 0; i < 8; i++) deep = zipOf({ 'in.jar': deep });
  const inventory = await inventoryOf(portOf({ 'a-1.jar': lies, 'b-1.jar': deep }), 'app');
  assert.deepEqual(
    codes(inventory).map((line) => line.split(' ')[0]),
    ['inventory-size', 'inventory-size'],
  );
});

test('programs of Go say their modules', async () => {
  const info =
    'path\texample.org/cmd\nmod\texample.org/cmd\t(devel)\t\ndep\ta.org/a\tv1.0.0\th1:x=\ndep\ta.org/b\tv1.0.0\n=>\tb.org/b\tv2.0.0\th1:y=\nbuild\t-x\n';
  const inventory = await inventoryOf(
    portOf({
      'bin/tool': goProgramOf('go1.22.1', info),
      'bin/other': 'x',
      'share/tool': goProgramOf('go1.22.1', info),
    }),
    'app',
  );
  assert.deepEqual(lines(inventory), [
    'pkg:golang/example.org/cmd',
    'pkg:golang/stdlib@1.22.1',
    'pkg:golang/a.org/a@v1.0.0',
    'pkg:golang/b.org/b@v2.0.0',
  ]);
});

test('what cannot be read is told, and the whole is incomplete', async () => {
  const inventory = await inventoryOf(portOf({ 'a/go.mod': null, 'b/x': '' }), 'x');
  assert.deepEqual(codes(inventory), ['inventory-unread a/go.mod']);
  assert.equal(inventory.sbom.completeness, 'incomplete');
  const nothing = await inventoryOf(portOf({}), 'x');
  assert.deepEqual(codes(nothing), ['inventory-unread ']);
});
