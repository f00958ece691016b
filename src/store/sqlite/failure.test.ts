import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CybexError } from '../../core/error.ts';
import { storeFailure } from './failure.ts';

test('each result code of the engine has one meaning', () => {
  const rows: [number, string][] = [
    [13, 'storage-full'],
    [778, 'storage-full'],
    [4874, 'storage-full'],
    [5, 'unavailable'],
    [517, 'unavailable'],
    [6, 'unavailable'],
    [8, 'unavailable'],
    [10, 'unavailable'],
    [266, 'unavailable'],
    [14, 'unavailable'],
    [11, 'internal'],
    [26, 'internal'],
    [1, 'internal'],
    [1555, 'internal'],
  ];
  for (const [errcode, code] of rows) {
    const failure = storeFailure(Object.assign(new Error('engine'), { errcode }));
    assert.equal(failure.code, code, `${errcode}`);
  }
});

test('what already has a meaning keeps it; what is no engine’s is internal', () => {
  const known = new CybexError('conflict', 'chunk 3 comes next');
  assert.equal(storeFailure(known), known);
  assert.equal(storeFailure(new TypeError('x')).code, 'internal');
  assert.equal(storeFailure('text').code, 'internal');
});
