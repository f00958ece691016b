import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  factTokens,
  joinTokens,
  keyToken,
  labelToken,
  lexemes,
  splitTokens,
  tokenOf,
  tsquery,
} from './words.ts';

test('no word of a text passes for a label, a value or an edge', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const facts = { title: text, aliases: [], external: [], edges: [], observables: [], text };
      for (const token of factTokens(facts)) {
        const codes = [...token].map((character) => character.codePointAt(0) ?? 0);
        assert.ok(codes.every((code) => code > 0x20));
      }
    }),
  );
});

test('tokens come apart as they were put together, without labels', () => {
  const facts = {
    title: 'Blue wiper',
    aliases: ['BlueErase'],
    external: ['CVE-2024-3094'],
    edges: [{ kind: 'uses', target: 'tool--1' }],
    observables: [{ kind: 'url:value', value: `https://example.com/${'x'.repeat(5_000)}` }],
    text: '脆弱性',
  };
  const tokens = factTokens(facts);
  const parts = splitTokens(lexemes([...tokens, labelToken(7), labelToken(12)]));
  assert.equal(joinTokens(parts), lexemes(tokens));
  assert.deepEqual(parts.values.split(' ').length, 2);
  assert.equal(parts.edges, keyToken('pointsAt', 'tool--1').slice(1));
  assert.ok(
    tokens.every((token) => Buffer.byteLength(token) < 2_046),
    'PostgreSQL takes them',
  );
  assert.deepEqual(splitTokens(''), { words: '', values: '', edges: '' });
});

test('a query quotes what it asks for', () => {
  assert.equal(tsquery([tokenOf('word', "o'brien\\")], null), "'o''brien\\\\'");
  assert.equal(tsquery(['a', 'b'], [3]), `'a' & 'b' & ('${labelToken(3)}')`);
});
