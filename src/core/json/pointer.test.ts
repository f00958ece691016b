import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { escapeToken, getPointer, joinPointer, parsePointer, unescapeToken } from './pointer.ts';

const DOCUMENT = {
  foo: ['bar', 'baz'],
  '': 0,
  'a/b': 1,
  'c%d': 2,
  'e^f': 3,
  'g|h': 4,
  'i\\j': 5,
  'k"l': 6,
  ' ': 7,
  'm~n': 8,
};

test('RFC 6901 §5: every example', () => {
  const cases: readonly [string, unknown][] = [
    ['', DOCUMENT],
    ['/foo', ['bar', 'baz']],
    ['/foo/0', 'bar'],
    ['/', 0],
    ['/a~1b', 1],
    ['/c%d', 2],
    ['/e^f', 3],
    ['/g|h', 4],
    ['/i\\j', 5],
    ['/k"l', 6],
    ['/ ', 7],
    ['/m~0n', 8],
  ];
  for (const [pointer, value] of cases) assert.deepEqual(getPointer(DOCUMENT, pointer), value);
});

test('RFC 6901 §3 and §4: what names nothing', () => {
  const none = ['foo', '/foo/2', '/foo/-', '/foo/00', '/foo/1e0', '/foo/0/0', '/x', '/m~n', '/~2'];
  const inherited = ['/__proto__', '/constructor', '/foo/length', '/toString'];
  for (const pointer of [...none, ...inherited]) {
    assert.equal(getPointer(DOCUMENT, pointer), undefined, pointer);
  }
  assert.equal(parsePointer('/a~'), null);
  assert.equal(parsePointer('a'), null);
});

test('property: tokens survive the pointer', () => {
  assert.equal(unescapeToken('~01'), '~1');
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: fc.constantFrom('~', '/', '0', '1', 'a') })),
      (tokens) => {
        assert.deepEqual(parsePointer(joinPointer(tokens)), tokens);
        for (const token of tokens) assert.equal(unescapeToken(escapeToken(token)), token);
      },
    ),
  );
});
