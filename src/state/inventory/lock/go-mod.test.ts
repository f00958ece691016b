import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findingLines, partLines, relationLines } from '../lines.test.table.ts';
import { readLockFile } from './readers.ts';

const read = (text: string, sum?: string) =>
  readLockFile('go.mod', text, {
    beside: (name) =>
      name === 'go.sum' && sum !== undefined ? new TextEncoder().encode(sum) : undefined,
  });
const ROOT = 'pkg:golang/example.org/app root';
const HEAD = 'module example.org/app\n\ngo 1.22\n';

type Case = readonly [name: string, text: string, parts: string[], findings?: string[]];
const CASES: readonly Case[] = [
  ['nothing needed', HEAD, [ROOT]],
  [
    'single lines and blocks, direct and indirect',
    `${HEAD}require example.com/a v1.0.0\nrequire (\n\texample.com/b/v2 v2.1.0 // indirect\n\tgopkg.in/c.v3 v3.0.1 // kept\n)\n`,
    [
      ROOT,
      'pkg:golang/example.com/a@v1.0.0 direct',
      'pkg:golang/example.com/b/v2@v2.1.0',
      'pkg:golang/gopkg.in/c.v3@v3.0.1 direct',
    ],
  ],
  [
    'pseudo-versions and +incompatible stay as they are',
    `${HEAD}require example.com/a v0.0.0-20240102030405-abcdefabcdef\nrequire example.com/b v4.0.0+incompatible\n`,
    [
      ROOT,
      'pkg:golang/example.com/a@v0.0.0-20240102030405-abcdefabcdef direct',
      'pkg:golang/example.com/b@v4.0.0%2Bincompatible direct',
    ],
  ],
  [
    'replacements: by version, for all, by a folder',
    `${HEAD}require (\n a.org/a v1.0.0\n a.org/b v1.0.0\n a.org/c v1.0.0\n)\nreplace a.org/a v1.0.0 => b.org/a v1.0.1\nreplace a.org/a => b.org/never v9.0.0\nreplace (\n a.org/b => b.org/b v2.0.0\n a.org/c => ../c\n)\n`,
    [
      ROOT,
      'pkg:golang/b.org/a@v1.0.1 direct',
      'pkg:golang/b.org/b@v2.0.0 direct',
      'a.org/c direct',
    ],
  ],
  [
    'a replacement of another version does not count',
    `${HEAD}require a.org/a v1.0.0\nreplace a.org/a v0.9.0 => b.org/a v1.0.1\n`,
    [ROOT, 'pkg:golang/a.org/a@v1.0.0 direct'],
  ],
  [
    'comments, quotes, Windows line ends, other directives',
    'module "example.org/app" // the app\r\ngo 1.22\r\ntoolchain go1.22.1\r\n// require a.org/never v1.0.0\r\nexclude a.org/x v1.0.0\r\nretract v1.0.0\r\nrequire `a.org/a` v1.0.0 // indirect\r\n',
    [ROOT, 'pkg:golang/a.org/a@v1.0.0'],
  ],
  ['before 1.17', 'module example.org/app\ngo 1.16\n', [ROOT], ['incomplete']],
  ['no go line means 1.16', 'module example.org/app\n', [ROOT], ['incomplete']],
  ['no module', 'go 1.22\n', [], ['form']],
  [
    'requirements that are none',
    `${HEAD}require a.org/a\nrequire a.org/a v1.0.0\nrequire a.org/a v1.0.1\nreplace a.org/b\nrequire (\n`,
    [ROOT, 'pkg:golang/a.org/a@v1.0.0 direct'],
    ['syntax', 'syntax line:7', 'entry line:4', 'repeated line:6'],
  ],
];

for (const [name, text, parts, findings = []] of CASES) {
  test(`go.mod: ${name}`, () => {
    const got = read(text);
    assert.deepEqual(partLines(got), parts);
    assert.deepEqual(findingLines(got), findings);
  });
}

test('go.sum gives the digest of the module, not that of its go.mod', () => {
  const sum = 'a.org/a v1.0.0 h1:AAA=\na.org/a v1.0.0/go.mod h1:BBB=\na.org/b v1.0.0 h1:CCC=\n';
  const got = read(`${HEAD}require a.org/a v1.0.0\n`, sum);
  assert.deepEqual(partLines(got), [ROOT, 'pkg:golang/a.org/a@v1.0.0 direct go-h1:h1:AAA=']);
  assert.deepEqual(relationLines(got), ['. > a.org/a']);
});
