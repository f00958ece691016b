import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isKnown } from './assigned.ts';
import { tokenize } from './tokenize.ts';

test('the table holds the 144,697 characters of Unicode 14.0 and nothing unassigned', () => {
  const assigned = /[^\p{Cn}\p{Cs}\p{Co}]/u;
  let characters = 0;
  for (let point = 0; point <= 0x10ffff; point++) {
    if (point >= 0x20000 && point <= 0x3fffd) continue;
    if (!isKnown(point)) continue;
    const character = String.fromCodePoint(point);
    assert.match(character, assigned, point.toString(16));
    if (!/\p{Cc}/u.test(character)) characters++;
  }
  assert.equal(characters, 144_697 - HAN_OF_14);
});

/** Extensions B to G and the compatibility supplement of Unicode 14.0. */
const HAN_OF_14 = [
  [0x20000, 0x2a6df],
  [0x2a700, 0x2b738],
  [0x2b740, 0x2b81d],
  [0x2b820, 0x2cea1],
  [0x2ceb0, 0x2ebe0],
  [0x2f800, 0x2fa1d],
  [0x30000, 0x3134a],
].reduce((sum, [first = 0, last = 0]) => sum + last - first + 1, 0);

test('what is newer separates, on every platform; new ideographs do not', () => {
  assert.deepEqual(tokenize('a\u088fb'), ['a', 'b']); // Arabic, Unicode 17
  assert.deepEqual(tokenize('a\ua7cbb'), ['a', 'b']); // Latin, Unicode 16
  assert.deepEqual(tokenize('a\u{1e6c0}b'), ['a', 'b']); // Tai Yo, Unicode 17
  assert.deepEqual(tokenize('\u{32000}'), ['\u{32000}']); // Han extension H, Unicode 15
  assert.deepEqual(tokenize('\ud800'), []);
});
