import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { StixMap } from './findings.ts';
import { markingsOf } from './markings.ts';
import { TLP_1, TLP_2, tlpOf } from './tlp.ts';

const RED = 'marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed';
const GREEN = 'marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da';

function indicator(more: StixMap): StixMap {
  return { type: 'indicator', name: 'n', labels: ['a', 'b'], ...more };
}

function granular(...list: unknown[]) {
  return markingsOf(indicator({ granular_markings: list }));
}

test('an object without markings declares none', () => {
  assert.deepEqual(markingsOf(indicator({})), {
    object: [],
    granular: [],
    unresolvedSelectors: false,
  });
});

test('object and granular markings come as they are written', () => {
  const selectors = ['name', 'labels.[1]'];
  const marked = indicator({
    object_marking_refs: [GREEN],
    granular_markings: [{ marking_ref: RED, selectors }],
  });
  assert.deepEqual(markingsOf(marked), {
    object: [GREEN],
    granular: [{ marking: RED, selectors }],
    unresolvedSelectors: false,
  });
});

test('a language says nothing about who may read', () => {
  const found = granular({ lang: 'ja', selectors: ['name'] });
  assert.deepEqual(found.granular, []);
  assert.equal(found.unresolvedSelectors, false);
});

test('a selector that leads nowhere, or cannot be read, is told', () => {
  const bad: unknown[] = [
    [],
    ['nothing'],
    ['labels.[2]'],
    ['labels.[0].x'],
    ['name.[0]'],
    ['labels.0'],
    ['labels.[-1]'],
    ['labels.['],
    ['[0]'],
    [''],
    ['name', 'nothing'],
    ['name', 7],
    'name',
    undefined,
    ['__proto__'],
    ['constructor'],
    ['labels.length'],
  ];
  for (const selectors of bad) {
    const found = granular({ marking_ref: RED, selectors });
    assert.equal(found.unresolvedSelectors, true, JSON.stringify(selectors));
    assert.equal(found.granular[0]?.marking, RED, 'the marking itself is not lost');
  }
});

test('markings of a wrong shape never pass for none', () => {
  for (const value of [RED, null, 7, {}, [7], [RED, null]]) {
    const found = markingsOf(indicator({ object_marking_refs: value }));
    assert.equal(found.unresolvedSelectors, true, JSON.stringify(value));
  }
  for (const value of [RED, null, {}, [RED], [null], [{}], [{ selectors: ['name'] }]]) {
    const found = markingsOf(indicator({ granular_markings: value }));
    assert.equal(found.unresolvedSelectors, true, JSON.stringify(value));
  }
});

function defines(more: StixMap) {
  return markingsOf({ type: 'marking-definition', id: RED, ...more }).defines;
}

test('§7.2.1: what a marking definition defines', () => {
  assert.deepEqual(defines({ definition_type: 'tlp', definition: { tlp: 'red' } }), {
    id: RED,
    kind: 'tlp',
    tlp: 'red',
  });
  assert.deepEqual(defines({ definition_type: 'statement', definition: { statement: '©' } }), {
    id: RED,
    kind: 'statement',
  });
  const iep = { name: 'policy' };
  assert.deepEqual(defines({ definition_type: 'iep', definition: iep }), {
    id: RED,
    kind: 'iep',
    iep,
  });
  assert.deepEqual(defines({ definition_type: 'tlp', definition: 'red' }), {
    id: RED,
    kind: 'tlp',
  });
  assert.deepEqual(defines({}), { id: RED, kind: '' });
});

test('extensions carry TLP 2.0, PAP and IEP', () => {
  const tlp2 = 'extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d';
  const pap = 'extension-definition--f8d78575-edfd-406e-8e84-6162a8450f5b';
  const iep = 'extension-definition--762e2e97-ee51-43e5-a9ea-165fbb862c4a';
  const other = 'extension-definition--a932fcc6-e032-476c-826f-cb970a5a1ade';
  const level = { extension_type: 'property-extension', tlp_2_0: 'amber+strict' };
  assert.deepEqual(defines({ extensions: { [tlp2]: level } }), {
    id: RED,
    kind: 'tlp',
    tlp: 'amber+strict',
  });
  assert.deepEqual(defines({ extensions: { [pap]: { pap: 'red' } } }), {
    id: RED,
    kind: 'pap',
    pap: 'red',
  });
  assert.deepEqual(defines({ extensions: { [iep]: { name: 'p' } } }), {
    id: RED,
    kind: 'iep',
    iep: { name: 'p' },
  });
  assert.deepEqual(defines({ extensions: { [other]: {} } }), { id: RED, kind: other });
  assert.deepEqual(defines({ extensions: {} }), { id: RED, kind: '' });
  assert.deepEqual(defines({ extensions: { [tlp2]: { tlp_2_0: 7 } } }), { id: RED, kind: tlp2 });
});

test('only marking definitions define', () => {
  assert.equal(markingsOf(indicator({ definition_type: 'tlp' })).defines, undefined);
});

test('the official markings: four of TLP 1, five of TLP 2.0, no id in both', () => {
  const levels = (map: typeof TLP_1) => [...map.values()].map(({ level }) => level).sort();
  assert.deepEqual(levels(TLP_1), ['amber', 'green', 'red', 'white']);
  assert.deepEqual(levels(TLP_2), ['amber', 'amber+strict', 'clear', 'green', 'red']);
  assert.equal(new Set([...TLP_1.keys(), ...TLP_2.keys()]).size, 9);
  assert.equal(tlpOf(RED)?.name, 'TLP:RED');
  assert.equal(tlpOf(RED.toUpperCase()), undefined);
});
