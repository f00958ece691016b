/** Gemfile.lock, composer.lock, NuGet and Gradle. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findingLines, partLines, relationLines } from '../lines.test.table.ts';
import { readLockFile } from './readers.ts';

const SUM = 'ab'.repeat(32);
const GEMS = `GIT
  remote: https://example.org/forked.git
  revision: abc
  branch: main
  specs:
    forked (1.0)
      rack (~> 2.0)

PATH
  remote: .
  specs:
    mine (0.1.0)

GEM
  remote: https://rubygems.org/
  specs:
    nokogiri (1.13.10)
    nokogiri (1.13.10-x86_64-linux)
      racc (~> 1.4)
      lost
    racc (1.6.2)
    rack (2.2.6.4)
      bundler

GEM
  remote: https://gems.example.org/
  specs:
    inner (1.0.0.pre1)

PLATFORMS
  ruby
  x86_64-linux

DEPENDENCIES
  forked!
  mine!
  nokogiri (~> 1.13)

CHECKSUMS
  racc (1.6.2) sha256=${SUM}

RUBY VERSION
   ruby 3.1.2p20

BUNDLED WITH
   2.3.7
`;

test('Gemfile.lock: sources, platforms, digests', () => {
  const got = readLockFile('Gemfile.lock', GEMS);
  assert.deepEqual(partLines(got), [
    'pkg:gem/forked@1.0?vcs_url=git%2Bhttps:%2F%2Fexample.org%2Fforked.git%40abc direct',
    'pkg:gem/mine@0.1.0 direct',
    'pkg:gem/nokogiri@1.13.10 direct',
    'pkg:gem/nokogiri@1.13.10?platform=x86_64-linux direct',
    'pkg:gem/racc@1.6.2 SHA-256=ababab',
    'pkg:gem/rack@2.2.6.4',
    'pkg:gem/inner@1.0.0.pre1?repository_url=https:%2F%2Fgems.example.org%2F',
  ]);
  assert.deepEqual(relationLines(got), [
    'forked@1.0 > rack@2.2.6.4',
    'nokogiri@1.13.10-x86_64-linux > racc@1.6.2',
  ]);
  assert.deepEqual(findingLines(got), ['dangling line:20']);
});

test('Gemfile.lock: conflicts and strangers', () => {
  const got = readLockFile('gems.locked', 'GEM\n  specs:\n<<<<<<< HEAD\n    a (1)\n   odd\n');
  assert.deepEqual(findingLines(got), ['syntax line:3', 'syntax line:5']);
  assert.deepEqual(findingLines(readLockFile('Gemfile.lock', 'hello')), ['form']);
});

test('composer.lock: packages, platform, what provides another', () => {
  const lock = {
    packages: [
      {
        name: 'v/a',
        version: 'v1.0.0',
        dist: { type: 'zip', url: 'https://x/a.zip', shasum: 'ab'.repeat(20) },
        license: ['MIT'],
        require: {
          php: '>=8',
          'ext-json': '*',
          'V/B': '^1',
          'psr/log-implementation': '1',
          'v/lost': '1',
        },
      },
      { name: 'v/b', version: '1.2.3', provide: { 'psr/log-implementation': '1.0' } },
      { name: 'v/none' },
    ],
    'packages-dev': [{ name: 'v/test', version: '9.0.0' }],
  };
  const manifest = {
    name: 'me/app',
    require: { php: '*', 'v/a': '*' },
    'require-dev': { 'v/test': '*' },
  };
  const got = readLockFile('composer.lock', JSON.stringify(lock), {
    beside: () => new TextEncoder().encode(JSON.stringify(manifest)),
  });
  assert.deepEqual(partLines(got), [
    'pkg:composer/v/a@v1.0.0 direct SHA-1=ababab',
    'pkg:composer/v/b@1.2.3',
    'pkg:composer/v/test@9.0.0 direct dev',
    'pkg:composer/me/app root',
  ]);
  assert.deepEqual(relationLines(got), ['v/a > v/b', '. > v/a', '. > v/test']);
  assert.deepEqual(findingLines(got), [
    'entry /packages/2',
    'dangling /packages/0/require/v~1lost',
  ]);
});

test('NuGet packages.lock.json: frameworks, projects, names without regard to case', () => {
  const lock = {
    version: 1,
    dependencies: {
      'net8.0': {
        'A.B': {
          type: 'Direct',
          requested: '[1.0, )',
          resolved: '1.0.0',
          contentHash: 'x==',
          dependencies: { c: '2.0.0', Lost: '1' },
        },
        C: { type: 'Transitive', resolved: '2.0.0' },
        mine: { type: 'Project', dependencies: { 'a.b': '1.0.0' } },
        none: { type: 'Direct' },
      },
      'net6.0': {
        'A.B': { type: 'Transitive', resolved: '1.0.0' },
        C: { type: 'Transitive', resolved: '2.1.0' },
      },
    },
  };
  const got = readLockFile('packages.lock.json', JSON.stringify(lock));
  assert.deepEqual(partLines(got), [
    'pkg:nuget/A.B@1.0.0 direct nuget-content-hash:x==',
    'pkg:nuget/C@2.0.0',
    'mine',
    'pkg:nuget/C@2.1.0',
  ]);
  assert.deepEqual(relationLines(got), ['a.b@1.0.0 > c@2.0.0', 'mine@ > a.b@1.0.0']);
  assert.deepEqual(findingLines(got), [
    'entry /dependencies/net8.0/none',
    'dangling /dependencies/net8.0/A.B/dependencies/Lost',
  ]);
});

test('gradle.lockfile: configurations tell what tests alone need', () => {
  const text = `# This is a Gradle generated file for dependency locking.
com.example:a:1.0=compileClasspath,runtimeClasspath,testRuntimeClasspath
junit:junit:4.13=testCompileClasspath,testRuntimeClasspath
org.x:y:2
broken
a:b:c:d=x
empty=annotationProcessor
`;
  const got = readLockFile('gradle.lockfile', text);
  assert.deepEqual(partLines(got), [
    'pkg:maven/com.example/a@1.0',
    'pkg:maven/junit/junit@4.13 dev',
    'pkg:maven/org.x/y@2',
  ]);
  assert.deepEqual(findingLines(got), ['entry line:5', 'entry line:6']);
  assert.deepEqual(partLines(readLockFile('buildscript-gradle.lockfile', 'a:b:1=classpath\n')), [
    'pkg:maven/a/b@1 dev',
  ]);
});
