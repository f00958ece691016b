import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Label } from '../core/label.ts';
import { labelDigest, labelText, normaliseLabel, readLabel } from './label-form.ts';

const base: Label = { tlp: 'AMBER', audience: null, owner: 'org-a', unknown: [] };
const textOf = (label: Label) => labelText(normaliseLabel(label));

test('the order in which lists and members were written makes no difference', () => {
  const one = { ...base, unknown: ['b', 'a', 'b'], iep: [{ x: 1, a: { c: 2, b: 3 } }, { y: 1 }] };
  const two = { iep: [{ y: 1 }, { a: { b: 3, c: 2 }, x: 1 }], ...base, unknown: ['a', 'b'] };
  assert.equal(textOf(one), textOf(two));
  assert.deepEqual(labelDigest(textOf(one)), labelDigest(textOf(two)));
});

test('what everyone may see is one label, whoever brought it', () => {
  const open: Label = { ...base, tlp: 'CLEAR', creator: 'identity--1' };
  assert.equal(textOf(open), textOf({ ...open, owner: 'org-b', creator: 'identity--2' }));
});

test('anything that restricts keeps the owner', () => {
  const open: Label = { ...base, tlp: 'CLEAR' };
  const restricted: Label[] = [
    { ...open, tlp: 'GREEN' },
    { ...open, audience: { organisations: [], communities: [], persons: [] } },
    { ...open, unknown: ['marking-definition--1'] },
    { ...open, iep: [{ id: 'x' }] },
    { ...open, from: '2030-01-01T00:00:00Z' },
    { ...open, until: '2030-01-01T00:00:00Z' },
  ];
  for (const label of restricted) assert.equal(normaliseLabel(label).owner, 'org-a');
});

test('nobody named and no one named stay different', () => {
  const nobody = { organisations: [], communities: [], persons: [] };
  assert.notEqual(textOf({ ...base, audience: nobody }), textOf({ ...base, audience: null }));
});

test('a label is read back from its text', () => {
  const audience = { organisations: ['org-b'], communities: [], persons: ['p'] };
  const label = normaliseLabel({ ...base, audience, pap: 'RED', until: '2030-01-01T00:00:00Z' });
  assert.deepEqual(readLabel(labelText(label)), label);
  assert.throws(() => readLabel('{"tlp":"PURPLE"}'), RangeError);
});
