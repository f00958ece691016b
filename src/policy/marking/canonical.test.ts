import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Label } from '../../core/label.ts';
import { sees } from '../decide/sees.ts';
import { channels, labels, principals } from '../policy.test.arbitraries.ts';
import { canonicalLabel, isShallow, normaliseLabel, stableJson } from './canonical.ts';

const clear: Label = { tlp: 'CLEAR', audience: null, owner: '', unknown: [] };

test('what everyone may see is one label, whoever delivered it', () => {
  const delivered: readonly Label[] = [
    clear,
    { ...clear, owner: 'org-a' },
    { ...clear, owner: 'org-b', creator: 'identity--1' },
    { ...clear, owner: 'org-a', pap: 'CLEAR', iep: [] },
  ];
  for (const label of delivered) assert.deepEqual(normaliseLabel(label), clear);
  assert.equal(new Set(delivered.map(canonicalLabel)).size, 1);
});

test('whatever holds somebody back keeps its owner', () => {
  const nobody = { organisations: [], communities: [], persons: [] };
  const held: readonly Partial<Label>[] = [
    { tlp: 'GREEN' },
    { audience: nobody },
    { unknown: ['marking-definition--x'] },
    { from: '2026-01-01T00:00:00Z' },
    { until: '2026-01-01T00:00:00Z' },
    { iep: [{ tlp: 'white' }] },
  ];
  for (const part of held) {
    const label = { ...clear, ...part, owner: 'org-a', creator: 'identity--1' };
    assert.equal(normaliseLabel(label).owner, 'org-a');
    assert.equal(normaliseLabel(label).creator, 'identity--1');
  }
  assert.equal(normaliseLabel({ ...clear, pap: 'GREEN' }).pap, 'GREEN');
});

test('lists are sets: order, repetition and the case of a UUID do not make another label', () => {
  const id = 'C0000000-0000-4000-8000-00000000000A';
  const audience = { organisations: ['b', 'a', 'b', ''], communities: [id], persons: ['p', 'p'] };
  const label: Label = { ...clear, tlp: 'GREEN', audience, unknown: ['y', 'x', 'y'] };
  const normal = normaliseLabel(label);
  assert.deepEqual(normal.audience, {
    organisations: ['a', 'b'],
    communities: [id.toLowerCase()],
    persons: ['p'],
  });
  assert.deepEqual(normal.unknown, ['x', 'y']);
});

test('IEP statements that differ in the order of members only are one', () => {
  const one: Label = { ...clear, tlp: 'GREEN', iep: [{ a: 1, b: { c: 2, d: 3 } }] };
  const two: Label = {
    ...one,
    iep: [
      { b: { d: 3, c: 2 }, a: 1 },
      { a: 1, b: { c: 2, d: 3 } },
    ],
  };
  assert.equal(canonicalLabel(one), canonicalLabel(two));
  assert.notEqual(canonicalLabel(one), canonicalLabel({ ...one, iep: [{ a: 1 }] }));
});

test('the canonical text is JSON with sorted members', () => {
  assert.equal(
    canonicalLabel({ ...clear, tlp: 'AMBER', owner: 'org-a', until: '2026-01-01T00:00:00Z' }),
    '{"audience":null,"owner":"org-a","tlp":"AMBER","unknown":[],"until":"2026-01-01T00:00:00Z"}',
  );
  assert.equal(
    stableJson({ b: [1, { d: null, c: 'x' }], a: true }),
    '{"a":true,"b":[1,{"c":"x","d":null}]}',
  );
  const own = JSON.parse('{"__proto__":{"x":1}}');
  assert.equal(stableJson(own), '{"__proto__":{"x":1}}');
});

test('normal form is idempotent, and the canonical text decides between labels', () => {
  fc.assert(
    fc.property(labels, labels, (a, b) => {
      const normal = normaliseLabel(a);
      assert.deepEqual(normaliseLabel(normal), normal);
      assert.equal(canonicalLabel(normal), canonicalLabel(a));
      const same = canonicalLabel(a) === canonicalLabel(b);
      if (same) assert.deepEqual(normal, normaliseLabel(b));
      else assert.notDeepEqual(normal, normaliseLabel(b));
    }),
    { numRuns: 20_000 },
  );
});

test('normal form changes nobody’s view', () => {
  fc.assert(
    fc.property(labels, principals, channels, (label, principal, channel) => {
      const now = 1_780_000_000_000_000;
      assert.equal(
        sees(principal, normaliseLabel(label), channel, now),
        sees(principal, label, channel, now),
      );
    }),
    { numRuns: 20_000 },
  );
});

test('depth is measured without running deep', () => {
  let deep: unknown = 'x';
  for (let i = 0; i < 1_000_000; i++) deep = [deep];
  assert.equal(isShallow(deep), false);
  assert.equal(isShallow([[['x']]], 3), true);
  assert.equal(isShallow([[['x']]], 2), false);
});
