import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CybexError } from '../../core/error.ts';
import { isContention, isLostConnection, storeError } from './connect.ts';

const failure = (code?: string) =>
  Object.assign(new Error('told'), code === undefined ? {} : { code });

test('failures of the server and the driver mean what PostgreSQL says they mean', () => {
  const rows: readonly (readonly [string | undefined, string, boolean, boolean])[] = [
    // code, meaning, connection lost, contention
    [undefined, 'unavailable', true, false],
    ['ECONNREFUSED', 'unavailable', true, false],
    ['ENOENT', 'unavailable', true, false],
    ['08006', 'unavailable', true, false],
    ['57P01', 'unavailable', true, false],
    ['57P03', 'unavailable', true, false],
    ['53300', 'unavailable', false, false],
    ['53100', 'storage-full', false, false],
    ['57014', 'unavailable', false, false],
    ['55P03', 'unavailable', false, false],
    ['40P01', 'unavailable', false, true],
    ['40001', 'unavailable', false, true],
    ['23505', 'internal', false, true],
    ['25P03', 'unavailable', false, false],
    ['25006', 'unavailable', false, false],
    ['28P01', 'unavailable', false, false],
    ['XX001', 'internal', false, false],
    ['42601', 'internal', false, false],
  ];
  for (const [code, meaning, lost, contention] of rows) {
    const error = storeError(failure(code));
    assert.equal(error.code, meaning, code);
    assert.equal((error.retryAfter ?? 0) > 0, meaning === 'unavailable', code);
    assert.equal(isLostConnection(failure(code)), lost, code);
    assert.equal(isLostConnection(error), lost, code);
    assert.equal(isContention(failure(code)), contention, code);
    assert.equal(isContention(error), contention, code);
  }
});

test('an error of the house stays what it is', () => {
  const error = new CybexError('absent', 'not there');
  assert.equal(storeError(error), error);
  assert.equal(isLostConnection(error), false);
  assert.equal(isContention(error), false);
});
