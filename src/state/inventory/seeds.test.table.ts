/** One file of every kind, small and full of what the kind has; and how they are damaged. */

import { addJavaArchive } from './archive/jar.ts';
import { readAssetList } from './asset-list.ts';
import { readApk } from './host/apk.ts';
import { readDpkg } from './host/dpkg.ts';
import { addGoBinary } from './host/go-binary.ts';
import { addPythonPackage } from './host/python-installed.ts';
import { readRpmList, readRpmRows } from './host/rpm.ts';
import { RPM_TAG } from './host/rpm-header.ts';
import { readLockFile } from './lock/readers.ts';
import { goProgramOf, portOf, rpmHeaderOf, zipOf } from './made.test.table.ts';
import type { Parts } from './model.ts';
import { PartsList } from './parts.ts';

export interface Seed {
  readonly name: string;
  readonly bytes: Uint8Array;
  read(bytes: Uint8Array): Parts;
}

const bytesOf = (text: string) => new TextEncoder().encode(text);

function lock(name: string, text: string, beside: Readonly<Record<string, string>> = {}): Seed {
  const around = {
    beside: (other: string) =>
      Object.hasOwn(beside, other) ? bytesOf(beside[other] ?? '') : undefined,
  };
  return { name, bytes: bytesOf(text), read: (bytes) => readLockFile(name, bytes, around) };
}

const NPM = JSON.stringify({
  name: 'app',
  version: '1.0.0',
  lockfileVersion: 3,
  packages: {
    '': { name: 'app', version: '1.0.0', dependencies: { a: '^1', w: '*' } },
    'node_modules/a': { version: '1.0.0', integrity: 'sha512-AAAA', dependencies: { '@s/b': '1' } },
    'node_modules/a/node_modules/@s/b': { version: '2.0.0', dev: true, license: 'MIT' },
    'node_modules/w': { resolved: 'w', link: true },
    w: { version: '0.0.1', devDependencies: { a: '1' } },
  },
});
const NPM_OLD = JSON.stringify({
  name: 'app',
  lockfileVersion: 1,
  dependencies: {
    a: { version: '1.0.0', requires: { b: '1' }, dependencies: { b: { version: '1.0.0' } } },
    c: { version: 'npm:d@1.0.0', optional: true },
  },
});
const CARGO = `version = 4

[[package]]
name = "app"
version = "0.1.0"
dependencies = [
 "a 1.0.0 (registry+https://github.com/rust-lang/crates.io-index)",
 "b",
]

[[package]]
name = "a"
version = "1.0.0"
source = "registry+https://github.com/rust-lang/crates.io-index"
checksum = "${'ab'.repeat(32)}"

[[package]]
name = "b"
version = "2.0.0"
source = "git+https://example.org/b?rev=1#2"
`;
const GO = `module example.org/app

go 1.22

require (
	example.com/a v1.0.0
	example.com/b v1.0.0 // indirect
)

replace example.com/b => example.com/c v1.0.1
`;
const PIP = `a==1.0 \\
    --hash=sha256:${'ab'.repeat(32)}
    # via b
b[x]==2.0 ; python_version > "3"
    # via -r requirements.in
c @ git+https://example.org/c@v1
d>=1
`;
const DPKG = `Package: libc6
Status: install ok installed
Architecture: amd64
Source: glibc (2.36-9)
Version: 2.36-9+deb12u1
Provides: libc6-compat
Description: x
 y

Package: app
Status: install ok installed
Architecture: amd64
Version: 1:2.0-1
Depends: libc6 (>= 2.3) | musl, gone
`;

const YARN = `# yarn lockfile v1

"@s/a@^1.0.0", "@s/a@^1.2.0":
  version "1.2.3"
  resolved "https://registry.yarnpkg.com/@s/a/-/a-1.2.3.tgz#0123456789abcdef0123456789abcdef01234567"
  dependencies:
    b "^2.0.0"

b@^2.0.0:
  version "2.0.0"
`;
const BERRY = `__metadata:
  version: 8

"a@npm:^1.0.0, a@npm:^1.2.0":
  version: 1.2.3
  resolution: "a@npm:1.2.3"
  dependencies:
    app: "workspace:."
  linkType: hard

"app@workspace:.":
  version: 0.0.0-use.local
  resolution: "app@workspace:."
  dependencies:
    a: "npm:^1.0.0"
`;
const PNPM = `lockfileVersion: '9.0'

importers:

  .:
    dependencies:
      a:
        specifier: ^1.0.0
        version: 1.0.0(b@2.0.0)

packages:

  a@1.0.0:
    resolution: {integrity: sha512-AAAA, tarball: x}
    deprecated: |-
      Old:
       # really

  b@2.0.0:
    resolution: {integrity: x}

snapshots:

  a@1.0.0(b@2.0.0):
    dependencies:
      b: 2.0.0
  b@2.0.0: {}
`;
const PNPM_OLD = `lockfileVersion: 5.4
dependencies:
  a: 1.0.0_b@2.0.0
packages:
  /a/1.0.0_b@2.0.0:
    dependencies: {b: 2.0.0}
  /b/2.0.0: {dev: true}
`;
const POETRY = `[[package]]
name = "a"
version = "1.0"
groups = ["main", "dev"]
files = [
    {file = "a.whl", hash = "sha256:${'ab'.repeat(32)}"},
]

[package.dependencies]
b = {version = "*", markers = "x"}

[[package]]
name = "b"
version = "2.0"

[package.source]
type = "git"
url = "https://example.org/b"

[metadata]
lock-version = "2.1"
`;
const PYPROJECT = `[project]
name = "app"
dependencies = ["a>=1"]
[tool.poetry.group.x.dependencies]
b = "*"
`;
const UV = `version = 1
[[package]]
name = "app"
source = { virtual = "." }
dependencies = [{ name = "a", version = "1.0" }]
[package.dev-dependencies]
dev = [{ name = "b" }]
[[package]]
name = "a"
version = "1.0"
wheels = [{ url = "https://x/a.whl", hash = "sha256:${'ab'.repeat(32)}" }]
[[package]]
name = "b"
version = "2.0"
source = { git = "https://example.org/b#1" }
`;
const PYLOCK = `lock-version = "1.0"
[[packages]]
name = "a"
version = "1.0"
dependencies = [{ name = "b" }]
wheels = [{ name = "a.whl", hashes = { sha256 = "${'ab'.repeat(32)}" } }]
[[packages]]
name = "b"
vcs = { type = "git", url = "https://example.org/b", commit-id = "1" }
`;
const PIPFILE = JSON.stringify({
  _meta: { 'pipfile-spec': 6 },
  default: { a: { version: '==1.0', hashes: [`sha256:${'ab'.repeat(32)}`] } },
  develop: { b: { git: 'https://example.org/b', ref: '1' } },
});
const GEMS = `GIT
  remote: https://example.org/f.git
  revision: abc
  specs:
    f (1.0)
      rack (~> 2.0)

GEM
  remote: https://rubygems.org/
  specs:
    rack (2.2.6-x86_64-linux)

DEPENDENCIES
  f!

CHECKSUMS
  rack (2.2.6-x86_64-linux) sha256=${'ab'.repeat(32)}
`;
const COMPOSER = JSON.stringify({
  packages: [
    { name: 'v/a', version: 'v1.0.0', require: { php: '8', 'v/b': '1' }, license: ['MIT'] },
    { name: 'v/b', version: '1.0.0', replace: { 'v/c': '1' }, dist: { shasum: 'ab'.repeat(20) } },
  ],
  'packages-dev': [{ name: 'v/t', version: '1' }],
});
const NUGET = JSON.stringify({
  version: 2,
  dependencies: {
    net8: {
      A: { type: 'Direct', resolved: '1.0', contentHash: 'x', dependencies: { b: '1' } },
      B: { type: 'Transitive', resolved: '2.0' },
    },
  },
});
const GRADLE = `# gradle
com.example:a:1.0=compileClasspath,testRuntimeClasspath
junit:junit:4.13=testCompileClasspath
empty=
`;

const ASSETS = `"Name";Vendor;version;CPE;purl;owner
"a ""b""";x;="1.10";cpe:2.3:a:x:a:1:*:*:*:*:*:*:*;pkg:npm/a@1;me
`;
const APK = `C:Q1aaa=
P:busybox
V:1.36.1-r15
A:x86_64
L:GPL-2.0-only
o:busybox
D:so:libc.so.1
p:cmd:busybox=1
F:bin
R:busybox

P:musl
V:1.2.4-r2
p:so:libc.so.1=1
D:busybox !x
`;
const RPM = `openssl-libs\t1\t3.0.7\t24.el9\tx86_64\topenssl-3.0.7-24.el9.src.rpm\t(none)\tApache-2.0\tRocky
glibc\t(none)\t2.34\t83.el9\tx86_64\tglibc-2.34-83.el9.src.rpm\t(none)\tLGPL\tRocky
`;
const HEADER = rpmHeaderOf({
  [RPM_TAG.name]: 'a',
  [RPM_TAG.version]: '1.0',
  [RPM_TAG.release]: '1.el9',
  [RPM_TAG.epoch]: [1],
  [RPM_TAG.provides]: ['a', 'b'],
  [RPM_TAG.folders]: ['/usr/'],
  [RPM_TAG.folderIndexes]: [0],
  [RPM_TAG.baseNames]: ['x'],
});
const POM = (name: string) => `groupId=org.example\nartifactId=${name}\nversion=1.0\n`;
const JAR = zipOf({
  'META-INF/maven/org.example/outer/pom.properties': POM('outer'),
  'META-INF/MANIFEST.MF': 'Bundle-Version: 1\n',
  'lib/inner-1.0.jar': zipOf({ 'META-INF/maven/org.example/inner/pom.properties': POM('inner') }),
});
const inflated = portOf({}).inflate ?? (() => null);

export const SEEDS: readonly Seed[] = [
  lock('package-lock.json', NPM),
  lock('npm-shrinkwrap.json', NPM_OLD, { 'package.json': '{"dependencies":{"a":"1"}}' }),
  lock('Cargo.lock', CARGO),
  lock('go.mod', GO, { 'go.sum': 'example.com/a v1.0.0 h1:AAAA=\n' }),
  lock('requirements.txt', PIP),
  lock('yarn.lock', YARN, { 'package.json': '{"dependencies":{"b":"^2.0.0"}}' }),
  { ...lock('yarn.lock', BERRY), name: 'yarn.lock of 4' },
  lock('pnpm-lock.yaml', PNPM),
  { ...lock('pnpm-lock.yaml', PNPM_OLD), name: 'pnpm-lock.yaml of 7' },
  lock('poetry.lock', POETRY, { 'pyproject.toml': PYPROJECT }),
  lock('uv.lock', UV),
  lock('pylock.toml', PYLOCK),
  lock('Pipfile.lock', PIPFILE, { Pipfile: '[packages]\na = "*"\n' }),
  lock('Gemfile.lock', GEMS),
  lock('composer.lock', COMPOSER, { 'composer.json': '{"name":"v/app","require":{"v/a":"1"}}' }),
  lock('packages.lock.json', NUGET),
  lock('gradle.lockfile', GRADLE),
  {
    name: 'dpkg status',
    bytes: bytesOf(DPKG),
    read: (bytes) => readDpkg({ path: 'status', bytes }, null),
  },
  {
    name: 'asset list',
    bytes: bytesOf(ASSETS),
    read: (bytes) => readAssetList('assets.csv', bytes).parts,
  },
  {
    name: 'apk installed',
    bytes: bytesOf(APK),
    read: (bytes) => readApk({ path: 'installed', bytes }, null).parts,
  },
  {
    name: 'rpm -qa',
    bytes: bytesOf(RPM),
    read: (bytes) => readRpmList({ path: 'rpms', bytes }, null),
  },
  {
    name: 'rpm header',
    bytes: HEADER,
    read: (bytes) => readRpmRows('rpmdb', [[1, bytes]], null).parts,
  },
  {
    name: 'Java archive',
    bytes: JAR,
    read: (bytes) => {
      const list = new PartsList('outer-1.0.jar', 'Java archive');
      addJavaArchive('outer-1.0.jar', bytes, inflated, list);
      return list.done();
    },
  },
  {
    name: 'Python metadata',
    bytes: bytesOf('Name: a\nVersion: 1.0\nRequires-Dist: b; x\n\nText\n'),
    read: (bytes) => {
      const list = new PartsList('site-packages', 'Python packages');
      addPythonPackage('a-1.0.dist-info/METADATA', bytes, list);
      return list.done();
    },
  },
  {
    name: 'Go build information',
    bytes: goProgramOf('go1.22.1', 'path\ta.org/x\nmod\ta.org/x\tv1.0.0\ndep\tb.org/y\tv1.0.0\n'),
    read: (bytes) => {
      const list = new PartsList('x', 'Go build information');
      addGoBinary('x', bytes, list);
      return list.done();
    },
  },
];

/** Numbers below 1, the same ones each time (mulberry32 over the letters of the name). */
export function randomOf(name: string): () => number {
  let state = 0;
  for (const char of name) state = (Math.imul(state, 31) + char.charCodeAt(0)) | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const SIGNS = '\n \t"\'{}[]():,=#@-./\\0\u0000<>|&*?%~';

/** One to four wounds: bytes flipped, cut out, doubled, moved, or signs put in. */
export function mutantOf(bytes: Uint8Array, random: () => number): Uint8Array {
  let mutant = Array.from(bytes);
  const below = (most: number) => Math.floor(random() * most);
  for (let wounds = 1 + below(4); wounds > 0; wounds--) {
    const at = below(mutant.length + 1);
    const end = Math.min(mutant.length, at + 1 + below(random() < 0.3 ? mutant.length : 12));
    const kind = below(5);
    if (kind === 0 && at < mutant.length) mutant[at] = below(256);
    else if (kind === 1) mutant.splice(at, end - at);
    else if (kind === 2) mutant.splice(at, 0, ...mutant.slice(at, end));
    else if (kind === 3) mutant.splice(at, 0, SIGNS.charCodeAt(below(SIGNS.length)));
    else {
      const moved = mutant.splice(at, end - at);
      mutant.splice(below(mutant.length + 1), 0, ...moved);
    }
    mutant = mutant.slice(0, 20_000);
  }
  return Uint8Array.from(mutant);
}
