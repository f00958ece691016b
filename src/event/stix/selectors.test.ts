import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseSelector, resolvesSelector } from './selectors.ts';

test('§7.2.3: names and list indexes', () => {
  const rows: readonly (readonly [string, unknown])[] = [
    ['description', ['description']],
    ['external_references.[0].source_name', ['external_references', 0, 'source_name']],
    ['a.[10].[2]', ['a', 10, 2]],
    ['hashes.SHA-256', ['hashes', 'SHA-256']],
    ['', null],
    ['.', null],
    ['a.', null],
    ['.a', null],
    ['a..b', null],
    ['[0]', null],
    ['a.[]', null],
    ['a.[x]', null],
    ['a.[-1]', null],
    ['a.[1.5]', null],
    ['a[0]', null],
    ['a.[0', null],
    ['a.0]', null],
    [`a.[${'9'.repeat(16)}]`, null],
    ['a'.repeat(10_000), ['a'.repeat(10_000)]],
    ['a'.repeat(10_001), null],
  ];
  for (const [text, steps] of rows) assert.deepEqual(parseSelector(text), steps, text.slice(0, 40));
});

/** Every path of a value, by walking it. */
function paths(value: unknown, prefix: (string | number)[]): (string | number)[][] {
  const here = prefix.length === 0 ? [] : [prefix];
  if (Array.isArray(value)) {
    return [...here, ...value.flatMap((item, index) => paths(item, [...prefix, index]))];
  }
  if (typeof value !== 'object' || value === null) return here;
  return [
    ...here,
    ...Object.entries(value).flatMap(([key, item]) => paths(item, [...prefix, key])),
  ];
}

test('every path of an object is found by its selector, and none beyond', () => {
  const key = fc.stringMatching(/^[a-z_]{1,6}$/);
  const { tree } = fc.letrec<{ tree: unknown; leaf: unknown }>((tie) => ({
    leaf: fc.constantFrom(1, 'x', true),
    tree: fc.oneof(
      { maxDepth: 3 },
      tie('leaf'),
      fc.array(tie('tree'), { maxLength: 3 }),
      fc.dictionary(key, tie('tree'), { maxKeys: 3 }),
    ),
  }));
  fc.assert(
    fc.property(fc.dictionary(key, tree, { maxKeys: 4 }), (object) => {
      for (const path of paths(object, [])) {
        const text = path.map((step) => (typeof step === 'number' ? `[${step}]` : step)).join('.');
        const steps = parseSelector(text);
        assert.deepEqual(steps, path);
        assert.ok(resolvesSelector(path, object), text);
        assert.ok(!resolvesSelector([...path, 'no-such-name'], object));
        assert.ok(!resolvesSelector([...path, 1_000], object));
      }
    }),
  );
});
