import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasSourcePrefix, hasUpperCase, isDictionaryKey, isPropertyName, isTerm } from './names.ts';

function sort(accepts: (text: string) => boolean, good: string[], bad: string[]): void {
  for (const text of good) assert.ok(accepts(text), `${text.slice(0, 20)} is one`);
  for (const text of bad) assert.ok(!accepts(text), `${text.slice(0, 20)} is none`);
}

test('§3.1, §11.1.1: property names', () => {
  sort(
    isPropertyName,
    ['abc', 'x_source_name', 'a12', 'a__', 'a'.repeat(250)],
    ['', 'ab', 'a'.repeat(251), '1abc', '_abc', 'aBc', 'a-c', 'a c', 'naïve', '__proto__'],
  );
});

test('§2.3: dictionary keys', () => {
  sort(
    isDictionaryKey,
    ['a', 'A-b_9', '0', '_', '-', 'k'.repeat(250)],
    ['', 'k'.repeat(251), 'a b', 'a.b', 'ключ', 'a/b', 'a\u0000'],
  );
});

test('§2.14: terms are lower case with hyphens for spaces', () => {
  sort(isTerm, ['a', 'remote-access', 'win32', 'c++', '日本'], ['Abc', 'a b', 'a_b', 'É']);
});

test('upper case means the ASCII letters, of keys in the STIX alphabet', () => {
  sort(hasUpperCase, ['A', 'aZ'], ['', 'abc', '0-_', 'é']);
});

test('§11.1.1: the prefix is x, the source, and then a name', () => {
  const property = (name: string) => hasSourcePrefix(name, '_');
  sort(property, ['x_acme_score', 'x_a_b'], ['x_score', 'x__score', 'x_acme_', 'acme_score', 'x_']);
  const type = (name: string) => hasSourcePrefix(name, '-');
  sort(type, ['x-acme-thing'], ['x-thing', 'x_acme_thing', 'x--thing', 'x-acme-']);
});
