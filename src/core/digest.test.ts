import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sha256 } from './digest.ts';

test('SHA-256 of "abc" is the value of FIPS 180-2 appendix B.1', () => {
  assert.equal(
    sha256('abc').toString('hex'),
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  );
  assert.deepEqual(sha256('a', 'bc'), sha256('abc'));
});
