import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CybexError } from '../core/error.ts';
import { tellError } from './log.ts';

test('an error is told with its codes, its places and its causes, not with what it quotes', () => {
  const quoting = Object.assign(new Error('value "secret" violates x_pkey'), {
    code: '23505',
    constraint: 'x_pkey',
    detail: 'Key (id)=(secret) already exists.',
  });
  const error = new CybexError('internal', 'the database reports 23505', { cause: quoting });
  const told = tellError(error) as Record<string, unknown> & { cause: Record<string, unknown> };
  assert.equal(told.message, 'the database reports 23505');
  assert.equal(told.code, 'internal');
  assert.deepEqual([told.cause.code, told.cause.constraint], ['23505', 'x_pkey']);
  assert.match(String((told.at as string[])[0]), /log\.test/);
  assert.doesNotMatch(JSON.stringify(told), /secret/);
});

test('a message that looks like a place, other values and long causes do no harm', () => {
  const error = new Error('x\n    at secret (here)\n at /tmp/secret');
  assert.doesNotMatch(JSON.stringify(tellError(error)), /secret/);
  assert.equal(tellError('secret'), 'string');
  const ring = new Error('ring');
  ring.cause = ring;
  assert.ok(JSON.stringify(tellError(ring)).length < 10_000);
});
