import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createPageTokens, type WalkContext } from './paging.ts';

const KEY = new Uint8Array(32).fill(9);
const tokens = createPageTokens(KEY);
const CONTEXT: WalkContext = { caller: 'p-1', collection: 'c-1', filters: '["objects"]' };
const CURSOR = { position: 1_767_225_600_000_000, tie: 3 };

test('a token opens in its own context and gives back the place', () => {
  const position = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });
  const context = fc.record({ caller: fc.string(), collection: fc.string(), filters: fc.string() });
  fc.assert(
    fc.property(context, position, position, fc.string(), (where, place, tie, epoch) => {
      const cursor = { position: place, tie };
      const opened = tokens.open(where, tokens.seal(where, cursor, epoch));
      assert.deepEqual(opened, { ...cursor, epoch: tokens.epochTag(epoch) });
    }),
    { numRuns: 300 },
  );
});

test('a token opens in no other context and under no other key', () => {
  const token = tokens.seal(CONTEXT, CURSOR, 'e');
  const others: readonly WalkContext[] = [
    { ...CONTEXT, caller: 'p-2' },
    { ...CONTEXT, collection: 'c-2' },
    { ...CONTEXT, filters: '["manifest"]' },
    { caller: 'p-1c', collection: '-1', filters: CONTEXT.filters },
    { caller: 'p-', collection: '1c-1', filters: CONTEXT.filters },
    { caller: 'p-1', collection: 'c-1[', filters: '"objects"]' },
  ];
  for (const other of others) assert.equal(tokens.open(other, token), null);
  assert.equal(createPageTokens(new Uint8Array(32).fill(8)).open(CONTEXT, token), null);
  assert.deepEqual(createPageTokens(KEY).open(CONTEXT, token)?.position, CURSOR.position);
});

test('a token with any character changed, cut or added does not open', () => {
  const token = tokens.seal(CONTEXT, CURSOR, 'e');
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=+/ %';
  for (let i = 0; i < token.length; i++) {
    for (const char of alphabet) {
      if (char === token[i]) continue;
      const changed = token.slice(0, i) + char + token.slice(i + 1);
      assert.equal(tokens.open(CONTEXT, changed), null, changed);
    }
    assert.equal(tokens.open(CONTEXT, token.slice(0, i)), null);
    assert.equal(tokens.open(CONTEXT, token.slice(i)) === null || i === 0, true);
  }
  for (const more of ['A', '=', '==', ' ', '\n', token]) {
    assert.equal(tokens.open(CONTEXT, token + more), null);
    assert.equal(tokens.open(CONTEXT, more + token), null);
  }
});

test('arbitrary text does not open', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 120 }), (text) => {
      assert.equal(tokens.open(CONTEXT, text), null);
    }),
    { numRuns: 2000 },
  );
});

test('a token shows neither position nor tie: one step apart differs in half of the bits', () => {
  const bits = (token: string) =>
    [...Buffer.from(token, 'base64url')].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const base = bits(tokens.seal(CONTEXT, CURSOR, 'e'));
  let differing = 0;
  for (let step = 1; step <= 200; step++) {
    const other = bits(tokens.seal(CONTEXT, { ...CURSOR, tie: CURSOR.tie + step }, 'e'));
    differing += [...other].filter((bit, i) => bit !== base[i]).length;
  }
  const share = differing / (200 * base.length);
  assert.ok(share > 0.48 && share < 0.52, `share of differing bits ${share}`);
  assert.doesNotMatch(tokens.seal(CONTEXT, CURSOR, 'e'), /1767225600/);
});

test('the same page gives the same token; other epochs give others', () => {
  assert.equal(tokens.seal(CONTEXT, CURSOR, 'e'), tokens.seal({ ...CONTEXT }, { ...CURSOR }, 'e'));
  assert.notEqual(tokens.seal(CONTEXT, CURSOR, 'e'), tokens.seal(CONTEXT, CURSOR, 'f'));
  assert.notEqual(tokens.epochTag('e'), tokens.epochTag('f'));
});

test('digests tell parts and purposes apart', () => {
  const all = [
    tokens.digest('a', 'b', 'c'),
    tokens.digest('a', 'bc'),
    tokens.digest('a', '', 'bc'),
    tokens.digest('ab', 'c'),
    tokens.digest('a', 'b', 'c', ''),
    createPageTokens(new Uint8Array(32).fill(8)).digest('a', 'b', 'c'),
  ];
  assert.equal(new Set(all).size, all.length);
  assert.match(all[0] ?? '', /^[\w-]{22}$/);
});

test('a short key is refused at once', () => {
  assert.throws(() => createPageTokens(new Uint8Array(31)), RangeError);
});
