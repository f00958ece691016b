import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LIMITS } from '../../../core/limits.ts';
import { readYaml } from './read.ts';

/** The only document; null for what is refused. */
function plain(text: string): unknown {
  const read = readYaml(text);
  if (!read.ok) return { refused: read.issue.path };
  assert.equal(read.documents.length, 1);
  return JSON.parse(JSON.stringify(read.documents[0]));
}

const CASES: readonly (readonly [text: string, value: unknown])[] = [
  ['', null],
  ['# only\n', null],
  ['a: 1\nb: x y\n', { a: '1', b: 'x y' }],
  ['a: 1.10\nb: true\nc: 0x1\n', { a: '1.10', b: 'true', c: '0x1' }],
  ['a:\nb: ~\nc: null\nd: ""\n', { a: null, b: null, c: null, d: '' }],
  ['a: b:c\nd: http://x/y\n', { a: 'b:c', d: 'http://x/y' }],
  ['a: x # why\n# more\nb: y#z\n', { a: 'x', b: 'y#z' }],
  ['a:\n  b:\n    c: 1\n  d: 2\ne: 3\n', { a: { b: { c: '1' }, d: '2' }, e: '3' }],
  ['a:\n- x\n- y\nb: 1\n', { a: ['x', 'y'], b: '1' }],
  [
    'a:\n  - x\n  - b: 1\n    c: 2\n  -\n    d: 3\n  - - e\n    - f\n',
    { a: ['x', { b: '1', c: '2' }, { d: '3' }, ['e', 'f']] },
  ],
  ['- a\n-\n- b\n', ['a', null, 'b']],
  ["\"a b\": 'it''s'\n'c': \"\\u0041\\n\\x42\\\"\\\\\"\n", { 'a b': "it's", c: 'A\nB"\\' }],
  ['/@s/a/1.0.0:\n  x: 1\n', { '/@s/a/1.0.0': { x: '1' } }],
  ["'@s/a@1.0.0(b@2)':\n  x: 1\n", { '@s/a@1.0.0(b@2)': { x: '1' } }],
  [
    'a: {b: 1, "c": [x, {d: y}], e: , f: http://g/h}\n',
    { a: { b: '1', c: ['x', { d: 'y' }], e: null, f: 'http://g/h' } },
  ],
  ['a: {}\nb: []\nc: [ ]\n', { a: {}, b: [], c: [] }],
  ['a: {b: 1,\n  c: [x,\n  y]}\nd: 2\n', { a: { b: '1', c: ['x', 'y'] }, d: '2' }],
  ['a: |\n  x\n   y\n\n  z\nb: 1\n', { a: 'x\n y\n\nz\n', b: '1' }],
  ['a: |-\n  x # kept\n  y: z\nb: >-\n  u\n  v\n', { a: 'x # kept\ny: z', b: 'u v' }],
  ['? "a, b"\n: x: 1\nc: 2\n', { refused: 'line:2' }],
  ['? "a, b"\n:\n  x: 1\nc: 2\n', { 'a, b': { x: '1' }, c: '2' }],
  ['? a b\n: 1\n? c\n', { 'a b': '1', c: null }],
  ['---\na: 1\n', { a: '1' }],
  ['%YAML 1.2\n---\na: 1\n...\n', { a: '1' }],
  ['\ufeffa: 1\r\nb: 2\r\n', { a: '1', b: '2' }],
  ['a: &x 1\n', { refused: 'line:1' }],
  ['a: *x\n', { refused: 'line:1' }],
  ['a: !!str 1\n', { refused: 'line:1' }],
  ['<<: {a: 1}\n', { refused: 'line:1' }],
  ['a: 1\na: 2\n', { refused: 'line:2' }],
  ['a: {b: 1, b: 2}\n', { refused: 'line:1' }],
  ['a: 1\n  b: 2\n', { refused: 'line:2' }],
  ['a:\n\tb: 1\n', { refused: 'line:2' }],
  ['a: b: c\n', { refused: 'line:1' }],
  ['a: "x\n', { refused: 'line:1' }],
  ['a: "\\q"\n', { refused: 'line:1' }],
  ['a: "x" y\n', { refused: 'line:1' }],
  ['a: [x\n', { refused: 'line:1' }],
  ['a: [x}\n', { refused: 'line:1' }],
  ['a: [x] y\n', { refused: 'line:1' }],
  ['a: {b: 1} c: 2\n', { refused: 'line:1' }],
  ['a: @x\n', { refused: 'line:1' }],
  ['a: 1\n- b\n', { refused: 'line:2' }],
];

for (const [text, value] of CASES) {
  test(`YAML: ${JSON.stringify(text).slice(0, 70)}`, () => assert.deepEqual(plain(text), value));
}

test('several documents', () => {
  const read = readYaml('---\na: 1\n---\nb: 2\n');
  assert.deepEqual(read.ok && JSON.stringify(read.documents), '[{"a":"1"},{"b":"2"}]');
});

test('__proto__ is a key like any other', () => {
  const read = readYaml('__proto__:\n  x: 1\na: {__proto__: {y: 1}}\n');
  assert.ok(read.ok);
  assert.deepEqual(Object.keys(read.documents[0] as object), ['__proto__', 'a']);
  assert.equal(({} as Record<string, unknown>).x, undefined);
});

test('nesting beyond the bound is refused, whatever opens it', () => {
  const deep = LIMITS.inventory.depth + 2;
  const lines = Array.from({ length: 2_000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n');
  for (const text of [
    `a: ${'['.repeat(200_000)}`,
    `a: ${'{a: '.repeat(deep)}`,
    lines,
    '- '.repeat(200_000),
  ]) {
    const read = readYaml(text);
    assert.equal(read.ok ? '' : read.issue.code, 'inventory-size', text.slice(0, 20));
  }
});

test('a flow collection over more text than the bound is refused', () => {
  const read = readYaml(`a: [${'x,\n'.repeat(LIMITS.inventory.manifestBytes)}]`);
  assert.equal(read.ok ? '' : read.issue.code, 'inventory-size');
});
