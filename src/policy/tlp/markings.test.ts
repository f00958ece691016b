import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  officialMarking,
  PAP_MARKINGS,
  PAP_WHITE_MARKING,
  TLP1_MARKINGS,
  TLP2_MARKINGS,
} from './markings.ts';

/** Typed a second time, from STIX 2.1 §7.2.1.4 and the OASIS TLP 2.0 extension. */
const PUBLISHED: readonly [string, object][] = [
  ['613f2e26-407d-48c7-9eca-b8e91df99dc9', { tlp: 'CLEAR' }],
  ['34098fce-860f-48ae-8e50-ebd3cc5e41da', { tlp: 'GREEN' }],
  ['f88d31f6-486f-44da-b317-01333bde0b82', { tlp: 'AMBER' }],
  ['5e57c739-391a-4eb3-b6be-7d15ca92d5ed', { tlp: 'RED' }],
  ['94868c89-83c2-464b-929b-a1a8aa3c8487', { tlp: 'CLEAR' }],
  ['bab4a63c-aed9-4cf5-a766-dfca5abac2bb', { tlp: 'GREEN' }],
  ['55d920b0-5e8b-4f79-9ee9-91f868d9b421', { tlp: 'AMBER' }],
  ['939a9414-2ddd-4d32-a0cd-375ea402b003', { tlp: 'AMBER+STRICT' }],
  ['e828b379-4e03-4974-9ac4-e53a884c97c1', { tlp: 'RED' }],
  ['a3bea94c-b469-41dc-9cfe-d6e7daba7730', { pap: 'CLEAR' }],
  ['740d36e5-7714-4c30-961a-3ae632ceee0e', { pap: 'RED' }],
];

for (const [uuid, meaning] of PUBLISHED) {
  test(`marking-definition--${uuid} is ${JSON.stringify(meaning)}`, () => {
    assert.deepEqual(officialMarking(`marking-definition--${uuid}`), meaning);
  });
}

test('an id that differs in one digit, in case or in type is another marking', () => {
  const ids = [
    ...Object.values(TLP2_MARKINGS),
    ...Object.values(TLP1_MARKINGS),
    ...Object.values(PAP_MARKINGS),
    PAP_WHITE_MARKING,
  ];
  assert.equal(new Set(ids).size, 14);
  for (const id of ids) {
    assert.notEqual(officialMarking(id), undefined);
    for (let at = 'marking-definition--'.length; at < id.length; at++) {
      const digit = id.charAt(at);
      if (digit === '-') continue;
      const other = ((Number.parseInt(digit, 16) + 1) % 16).toString(16);
      assert.equal(officialMarking(id.slice(0, at) + other + id.slice(at + 1)), undefined);
    }
    assert.equal(officialMarking(id.toUpperCase()), undefined);
    assert.equal(officialMarking(id.replace('marking-definition', 'identity')), undefined);
    assert.equal(officialMarking(`${id} `), undefined);
  }
  // Seen in public code as AMBER+STRICT.
  const near = 'marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b03e';
  assert.equal(officialMarking(near), undefined);
  assert.equal(officialMarking('__proto__'), undefined);
});

test('TLP in words is read exactly, and nothing near it', () => {
  const words = ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'] as const;
  for (const tlp of words) assert.deepEqual(officialMarking(`TLP:${tlp}`), { tlp });
  assert.deepEqual(officialMarking('TLP:WHITE'), { tlp: 'CLEAR' });
  for (const near of ['TLP:clear', 'tlp:CLEAR', 'CLEAR', 'TLP: CLEAR', 'TLP:AMBER STRICT', 'TLP:'])
    assert.equal(officialMarking(near), undefined);
});
