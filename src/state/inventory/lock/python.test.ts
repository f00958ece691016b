import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findingLines, partLines, relationLines } from '../lines.test.table.ts';
import type { Parts } from '../model.ts';
import { lockReaderOf, readLockFile } from './readers.ts';

const SUM = 'ab'.repeat(32);
const read = (name: string, text: string, manifest?: string): Parts =>
  readLockFile(name, text, {
    beside: () => (manifest === undefined ? undefined : new TextEncoder().encode(manifest)),
  });

const POETRY = `[[package]]
name = "Alpha_One"
version = "1.0"
optional = false
python-versions = ">=3.8"
groups = ["main"]
files = [
    {file = "alpha-1.0.tar.gz", hash = "sha256:${SUM}"},
]

[package.dependencies]
beta = ">=2"
lost = "*"
perhaps = {version = "*", optional = true}

[package.extras]
x = ["y"]

[[package]]
name = "beta"
version = "2.0"
optional = true
files = [{file = "a", hash = "sha256:${SUM}"}, {file = "b", hash = "sha256:${SUM}"}]

[package.source]
type = "git"
url = "https://example.org/beta.git"
reference = "main"
resolved_reference = "abc"

[[package]]
name = "tests"
version = "3.0"
category = "dev"

[[package]]
name = "nothing"

[metadata]
lock-version = "2.1"
content-hash = "x"
`;

test('poetry.lock', () => {
  const got = read('poetry.lock', POETRY);
  assert.deepEqual(partLines(got), [
    'pkg:pypi/alpha-one@1.0 SHA-256=ababab',
    'pkg:pypi/beta@2.0?vcs_url=git%2Bhttps:%2F%2Fexample.org%2Fbeta.git%40abc optional',
    'pkg:pypi/tests@3.0 dev',
  ]);
  assert.deepEqual(relationLines(got), ['Alpha_One@1.0 > beta@2.0']);
  assert.deepEqual(findingLines(got), [
    'entry /package/3',
    'dangling /package/0/dependencies/lost',
  ]);
});

test('poetry.lock with pyproject.toml: project, direct, purposes', () => {
  const manifest = `[tool.poetry]\nname = "app"\nversion = "0.1"\n[tool.poetry.dependencies]\npython = "^3"\nalpha-one = "^1"\n[tool.poetry.group.dev.dependencies]\ntests = "*"\n`;
  assert.deepEqual(
    partLines(read('poetry.lock', POETRY, manifest)).map((line) =>
      line.replace(/\?\S+| SHA\S+/, ''),
    ),
    [
      'pkg:pypi/alpha-one@1.0 direct',
      'pkg:pypi/beta@2.0 optional',
      'pkg:pypi/tests@3.0 direct dev',
      'pkg:pypi/app@0.1 root',
    ],
  );
});

const UV = `version = 1
requires-python = ">=3.12"

[[package]]
name = "app"
version = "0.1.0"
source = { editable = "." }
dependencies = [
    { name = "alpha" },
    { name = "beta", version = "2.0", source = { registry = "https://pypi.org/simple" }, marker = "x" },
]

[package.optional-dependencies]
extra = [
    { name = "gamma" },
]

[package.dev-dependencies]
dev = [
    { name = "delta" },
]

[package.metadata]
requires-dist = [{ name = "alpha", specifier = ">=1" }]

[[package]]
name = "alpha"
version = "1.0"
source = { registry = "https://pypi.org/simple" }
sdist = { url = "https://files/alpha-1.0.tar.gz", hash = "sha256:${SUM}", size = 1 }

[[package]]
name = "beta"
version = "1.0"
source = { registry = "https://pypi.org/simple" }

[[package]]
name = "beta"
version = "2.0"
source = { registry = "https://pypi.org/simple" }
wheels = [
    { url = "https://files/b-2.0-a.whl", hash = "sha256:${SUM}", size = 1 },
    { url = "https://files/b-2.0-b.whl", hash = "sha256:${SUM}", size = 1 },
]

[[package]]
name = "gamma"
version = "3.0"
source = { git = "https://example.org/gamma?rev=1#abc" }

[[package]]
name = "delta"
version = "4.0"
source = { url = "https://example.org/delta-4.0.whl" }
dependencies = [{ name = "alpha" }, { name = "lost" }]
`;

test('uv.lock', () => {
  const got = read('uv.lock', UV);
  assert.deepEqual(partLines(got), [
    'pkg:pypi/app@0.1.0 root',
    'pkg:pypi/alpha@1.0 direct SHA-256=ababab',
    'pkg:pypi/beta@1.0',
    'pkg:pypi/beta@2.0 direct',
    'pkg:pypi/gamma@3.0?vcs_url=git%2Bhttps:%2F%2Fexample.org%2Fgamma%3Frev%3D1%23abc direct optional',
    'pkg:pypi/delta@4.0?download_url=https:%2F%2Fexample.org%2Fdelta-4.0.whl direct dev',
  ]);
  assert.deepEqual(findingLines(got), ['dangling /package/5/dependencies/1']);
  assert.deepEqual(findingLines(read('uv.lock', 'version = 2\n')), ['version /version']);
});

const PYLOCK = `lock-version = "1.0"
created-by = "us"
created-at = 2026-11-21T00:00:00Z

[[packages]]
name = "alpha"
version = "1.0"
dependencies = [{ name = "beta" }, { name = "lost" }]
wheels = [
  {name = "alpha-1.0-py3-none-any.whl", url = "https://x/alpha.whl", hashes = {sha256 = "${SUM}"}},
]

[[packages]]
name = "beta"
dependencies = []
[packages.vcs]
type = "git"
url = "https://example.org/beta.git"
commit-id = "abc"

[[packages]]
name = "gamma"
version = "3.0"
[packages.archive]
url = "https://example.org/gamma.zip"
hashes = {sha512 = "${SUM}${SUM}", strange = "1"}

[[packages]]
version = "1"
`;

test('pylock.toml (PEP 751)', () => {
  const got = read('pylock.dev.toml', PYLOCK);
  assert.deepEqual(partLines(got), [
    'pkg:pypi/alpha@1.0 SHA-256=ababab',
    'pkg:pypi/beta?vcs_url=git%2Bhttps:%2F%2Fexample.org%2Fbeta.git%40abc',
    'pkg:pypi/gamma@3.0?download_url=https:%2F%2Fexample.org%2Fgamma.zip SHA-512=ababab',
  ]);
  assert.deepEqual(findingLines(got), ['entry /packages/3', 'dangling /packages/0/dependencies/1']);
  assert.deepEqual([...got.dependenciesKnown].length, 2);
  assert.deepEqual(findingLines(read('pylock.toml', 'lock-version = "1.1"\n')), [
    'version /lock-version',
  ]);
  assert.deepEqual(findingLines(read('pylock.toml', 'lock-version = "2.0"\n')), [
    'form /lock-version',
  ]);
  assert.equal(lockReaderOf('pylock.a.b.toml'), undefined);
});

const PIPFILE = JSON.stringify({
  _meta: { 'pipfile-spec': 6, hash: { sha256: 'x' } },
  default: {
    alpha: { version: '==1.0', hashes: [`sha256:${SUM}`], index: 'pypi' },
    beta: { git: 'https://example.org/b.git', ref: 'abc' },
    here: { editable: true, path: '.' },
    loose: { version: '*' },
    wrong: 1,
  },
  develop: { alpha: { version: '==9.0' }, delta: { version: '===4.0' } },
});

test('Pipfile.lock', () => {
  const got = read(
    'Pipfile.lock',
    PIPFILE,
    '[packages]\nAlpha = "*"\n[dev-packages]\ndelta = "*"\n',
  );
  assert.deepEqual(partLines(got), [
    'pkg:pypi/alpha@1.0 direct SHA-256=ababab',
    'pkg:pypi/beta?vcs_url=git%2Bhttps:%2F%2Fexample.org%2Fb.git%40abc',
    'pkg:pypi/here',
    'pkg:pypi/loose',
    'pkg:pypi/delta@4.0 direct dev',
  ]);
  assert.deepEqual(findingLines(got), ['unpinned /default/loose', 'entry /default/wrong']);
  assert.deepEqual(findingLines(read('Pipfile.lock', '{}')), ['version /_meta/pipfile-spec']);
});
