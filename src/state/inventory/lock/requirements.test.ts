import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findingLines, partLines, relationLines } from '../lines.test.table.ts';
import { lockReaderOf, readLockFile } from './readers.ts';

const DIGEST = '0123456789abcdef'.repeat(4);
type Case = readonly [line: string, parts: readonly string[], findings?: readonly string[]];
const CASES: readonly Case[] = [
  ['a==1.0', ['pkg:pypi/a@1.0']],
  ['a == 1.0', ['pkg:pypi/a@1.0']],
  ['a===1.0-weird', ['pkg:pypi/a@1.0-weird']],
  ['a (==1.0)', ['pkg:pypi/a@1.0']],
  ['a[x,y]==1.0', ['pkg:pypi/a@1.0']],
  ['a==1.0; python_version < "3.9"', ['pkg:pypi/a@1.0']],
  ['a==1.0 # why', ['pkg:pypi/a@1.0']],
  ['a==1.0 --no-binary=a', ['pkg:pypi/a@1.0']],
  ['Some_Name.x==1.0', ['pkg:pypi/some-name-x@1.0']],
  ['a==1!2.0.post1+local', ['pkg:pypi/a@1%212.0.post1%2Blocal']],
  [`a==1.0 --hash=sha256:${DIGEST}`, ['pkg:pypi/a@1.0 SHA-256=012345']],
  [`a==1.0 \\\n    --hash=sha256:${DIGEST} `, ['pkg:pypi/a@1.0 SHA-256=012345']],
  ['a==1.0 --hash=sha256:zz', ['pkg:pypi/a@1.0']],
  ['a', ['pkg:pypi/a'], ['unpinned line:1']],
  ['a>=1.0', ['pkg:pypi/a'], ['unpinned line:1']],
  ['a==1.*', ['pkg:pypi/a'], ['unpinned line:1']],
  ['a==1.0,!=1.0.1', ['pkg:pypi/a'], ['unpinned line:1']],
  ['a~=1.0', ['pkg:pypi/a'], ['unpinned line:1']],
  ['a @ https://example.org/a.zip', ['pkg:pypi/a?download_url=https:%2F%2Fexample.org%2Fa.zip']],
  [
    'a @ git+https://example.org/a@v1',
    ['pkg:pypi/a?vcs_url=git%2Bhttps:%2F%2Fexample.org%2Fa%40v1'],
  ],
  [
    '-e git+https://example.org/a.git#egg=a',
    ['pkg:pypi/a?vcs_url=git%2Bhttps:%2F%2Fexample.org%2Fa.git%23egg%3Da'],
  ],
  [
    'https://example.org/a_b-1.2-py3-none-any.whl',
    ['pkg:pypi/a-b@1.2?download_url=https:%2F%2Fexample.org%2Fa_b-1.2-py3-none-any.whl'],
  ],
  ['./here', [], ['entry line:1']],
  ['-r other.txt', [], ['include line:1']],
  ['--constraint=c.txt', [], ['include line:1']],
  ['-i https://example.org/simple', []],
  ['--pre', []],
  ['# a==1.0', []],
  ['', []],
  ['a b c', [], ['entry line:1']],
  ['==1.0', [], ['entry line:1']],
  ['a==1.0\nA==2.0', ['pkg:pypi/a@1.0'], ['repeated line:2']],
];

for (const [text, parts, findings = []] of CASES) {
  test(`requirements.txt: ${text.slice(0, 60)}`, () => {
    const got = readLockFile('requirements.txt', text);
    assert.deepEqual(partLines(got), parts);
    assert.deepEqual(findingLines(got), findings);
  });
}

test('the comments of pip-compile say who needs whom, and what the project asks for', () => {
  const text = `asgiref==3.7.2
    # via django
django==4.2
    # via
    #   -r requirements.in
    #   rest
rest==1.0  # via -r requirements.in
    # via -r requirements.in
`;
  const got = readLockFile('requirements.txt', text);
  assert.deepEqual(partLines(got), [
    'pkg:pypi/asgiref@3.7.2',
    'pkg:pypi/django@4.2 direct',
    'pkg:pypi/rest@1.0 direct',
  ]);
  assert.deepEqual(relationLines(got), ['django > asgiref', 'rest > django']);
});

test('names of requirement files', () => {
  const yes = [
    'requirements.txt',
    'requirements-dev.txt',
    'dev-requirements.txt',
    'a/b/requirements.prod.txt',
  ];
  const no = ['requirements.in', 'my.txt', 'requirementsx.txt', 'requirements.txt.bak'];
  for (const name of yes) assert.equal(lockReaderOf(name)?.kind, 'requirements', name);
  for (const name of no) assert.equal(lockReaderOf(name), undefined, name);
});
