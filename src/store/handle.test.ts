import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAuthorised, authorise } from './handle.ts';

test('only what a reader gave out is a handle', () => {
  const handle = authorise(7, 'org-a', true);
  assertAuthorised([handle]);
  assert.throws(() => assertAuthorised([handle, { ...handle }]), { code: 'invalid-argument' });
  assert.throws(() => Object.assign(handle, { membership: 8 }), TypeError);
});
