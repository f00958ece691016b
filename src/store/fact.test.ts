import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Facts } from '../core/record.ts';
import { factKey, factKeys, searchedText } from './fact.ts';

const facts: Facts = {
  title: 'Title',
  aliases: ['Alias'],
  external: ['CVE-2026-1'],
  edges: [
    { kind: 'created_by_ref', target: 'identity--1' },
    { kind: 'object_refs', target: 'identity--1' },
  ],
  observables: [
    { kind: 'file:name', value: 'x' },
    { kind: 'file:path', value: 'x' },
  ],
  text: 'Text',
};

test('a value has one key, however often and where it stands', () => {
  assert.deepEqual(factKeys(facts), [
    { use: 'value', key: factKey('x') },
    { use: 'value', key: factKey('CVE-2026-1') },
    { use: 'pointsAt', key: factKey('identity--1') },
  ]);
});

test('keys are short, whatever the value, and tell case and length apart', () => {
  const keys = ['x', 'X', 'xx', 'y'.repeat(100_000), ''].map(factKey);
  assert.equal(new Set(keys).size, keys.length);
  for (const key of keys) assert.match(key, /^[0-9a-f]{24}$/);
});

test('words are looked for in titles, names, ids elsewhere and text', () => {
  assert.equal(searchedText(facts), 'Title\nAlias\nCVE-2026-1\nText');
});
