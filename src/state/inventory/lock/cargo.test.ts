import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findingLines, partLines, relationLines } from '../lines.test.table.ts';
import { readLockFile } from './readers.ts';

const IO = 'source = "registry+https://github.com/rust-lang/crates.io-index"';
const SUM = 'a'.repeat(64);
const crate = (name: string, version: string, rest = '') =>
  `[[package]]\nname = "${name}"\nversion = "${version}"\n${rest}\n\n`;
const read = (text: string) => readLockFile('Cargo.lock', text);

type Case = readonly [
  name: string,
  text: string,
  parts: readonly string[],
  relations: readonly string[],
  findings: readonly string[],
];
const CASES: readonly Case[] = [
  [
    'the one crate without source that nobody needs is the project',
    `version = 4\n\n${crate('app', '0.1.0', 'dependencies = [\n "a",\n]')}${crate('a', '1.0.0', `${IO}\nchecksum = "${SUM}"`)}`,
    ['pkg:cargo/app@0.1.0 root', 'pkg:cargo/a@1.0.0 direct SHA-256=aaaaaa'],
    [`app@0.1.0 > a@1.0.0 registry+https://github.com/rust-lang/crates.io-index`],
    [],
  ],
  [
    'two versions are told apart by name and version',
    `version = 3\n${crate('app', '0.1.0', 'dependencies = ["a 2.0.0"]')}${crate('a', '1.0.0')}${crate('a', '2.0.0')}`,
    ['pkg:cargo/app@0.1.0', 'pkg:cargo/a@1.0.0', 'pkg:cargo/a@2.0.0 direct'],
    ['app@0.1.0 > a@2.0.0'],
    [],
  ],
  [
    'one version of two sources',
    `${crate('app', '0.1.0', 'dependencies = ["a 1.0.0 (git+https://example.org/a)"]')}${crate('a', '1.0.0', IO)}${crate('a', '1.0.0', 'source = "git+https://example.org/a#abc"')}`,
    [
      'pkg:cargo/app@0.1.0 root',
      'pkg:cargo/a@1.0.0',
      'pkg:cargo/a@1.0.0?vcs_url=git%2Bhttps:%2F%2Fexample.org%2Fa%23abc direct',
    ],
    ['app@0.1.0 > a@1.0.0 git+https://example.org/a#abc'],
    [],
  ],
  [
    'another registry',
    crate('a', '1.0.0', 'source = "sparse+https://cargo.example.org/"'),
    ['pkg:cargo/a@1.0.0?repository_url=https:%2F%2Fcargo.example.org%2F'],
    [],
    [],
  ],
  [
    'version 1: digests apart',
    `${crate('a', '1.0.0', IO)}[metadata]\n"checksum a 1.0.0 (registry+https://github.com/rust-lang/crates.io-index)" = "${SUM}"\n`,
    ['pkg:cargo/a@1.0.0 SHA-256=aaaaaa'],
    [],
    [],
  ],
  [
    'the package at the root of very old files',
    `[root]\nname = "app"\nversion = "0.1.0"\ndependencies = ["a 1.0.0 (x)"]\n${crate('a', '1.0.0', 'source = "x"')}`,
    ['pkg:cargo/app@0.1.0 root', 'pkg:cargo/a@1.0.0?repository_url=x direct'],
    ['app@0.1.0 > a@1.0.0 x'],
    [],
  ],
  [
    'what is missing, twice there, or unknown',
    `version = 9\n${crate('a', '1.0.0', 'dependencies = ["gone"]')}${crate('a', '1.0.0')}[[package]]\nname = "b"\n`,
    ['pkg:cargo/a@1.0.0 root'],
    [],
    [
      'version /version',
      'repeated /package/1',
      'entry /package/2',
      'dangling /package/0/dependencies/0',
    ],
  ],
  ['no TOML', 'version = \n', [], [], ['form line:1']],
];

for (const [name, text, parts, relations, findings] of CASES) {
  test(`Cargo.lock: ${name}`, () => {
    const got = read(text);
    assert.deepEqual(partLines(got), parts);
    assert.deepEqual(relationLines(got), relations);
    assert.deepEqual(findingLines(got), findings);
  });
}
