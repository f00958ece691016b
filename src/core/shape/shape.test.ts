import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { JsonValue } from '../json/value.ts';
import {
  anyMember,
  anything,
  byMember,
  checkShape,
  DATE,
  DATE_TIME,
  EMAIL,
  either,
  every,
  exactly,
  type Form,
  flag,
  IRI_REFERENCE,
  integer,
  later,
  list,
  number,
  object,
  oneMember,
  pattern,
  required,
  type Shape,
  sameKey,
  text,
  together,
  URI,
  URI_REFERENCE,
  UUID,
  under,
  word,
} from './index.ts';

const found = (shape: Shape, value: JsonValue) =>
  checkShape(shape, value, 'T §1').map(({ code, path }) => `${code} ${path}`);

const pair = text({ min: 2, max: 3 });
const person = object(
  { name: required(text({ min: 1 })), age: integer({ min: 0 }) },
  { closed: true },
);

const CASES: readonly [string, Shape, JsonValue, readonly string[]][] = [
  ['a string', text(), 'a', []],
  ['no string', text(), 1, ['shape-type ']],
  ['lengths in code points: two', pair, '🐱🐱', []],
  ['lengths in code points: one', pair, '🐱', ['shape-length ']],
  ['lengths in code points: four units, three characters', pair, '🐱ab', []],
  ['too long', pair, 'abcd', ['shape-length ']],
  ['empty where one is asked for', text({ min: 1 }), '', ['shape-length ']],
  ['a flag', flag, false, []],
  ['no flag', flag, 'true', ['shape-type ']],
  ['number at its bounds', number({ min: 0, max: 10 }), 10, []],
  ['number below', number({ min: 0 }), -0.1, ['shape-range ']],
  ['number not above', number({ above: 0 }), 0, ['shape-range ']],
  ['number not below', number({ below: 1 }), 1, ['shape-range ']],
  ['1.0 is an integer', integer(), 1.0, []],
  ['a fraction is none', integer(), 1.5, ['shape-type ']],
  ['a word', word(['a', 'b']), 'b', []],
  ['a word in other case', word(['a']), 'A', ['shape-word ']],
  ['a word of another type', word(['1']), 1, ['shape-type ']],
  ['exactly', exactly(null), null, []],
  ['not exactly', exactly(1), 2, ['shape-word ']],
  ['list', list(flag, { min: 1, max: 2 }), [true], []],
  ['list too short', list(flag, { min: 1 }), [], ['shape-count ']],
  ['list too long', list(flag, { max: 1 }), [true, false], ['shape-count ']],
  ['list of something else', list(flag), [true, 1, null], ['shape-type /1', 'shape-type /2']],
  ['no list', list(flag), { 0: true }, ['shape-type ']],
  ['repeated', list(anything, { unique: true }), [1, '1', 1.0], ['shape-repeated /2']],
  [
    'repeated whatever the order of members',
    list(anything, { unique: true }),
    [
      { a: 1, b: [2] },
      { b: [2], a: 1 },
    ],
    ['shape-repeated /1'],
  ],
  ['an object', person, { name: 'x', age: 3 }, []],
  [
    'several findings at once',
    person,
    { Name: 'x', age: -1 },
    ['shape-unknown /Name', 'shape-range /age', 'shape-missing '],
  ],
  ['null is not absent', person, { name: 'x', age: null }, ['shape-type /age']],
  ['no object', person, [], ['shape-type ']],
  ['names', object({}, { names: pattern('x-name', /^x-/, 'x-1') }), { y: 1 }, ['shape-name /y']],
  [
    'names in a closed object',
    object({}, { names: pattern('x', /^x-/, 'x-1'), closed: true, rest: flag }),
    {
      'x-1': 1,
      y: true,
    },
    ['shape-type /x-1', 'shape-unknown /y'],
  ],
  ['rest', object({ a: flag }, { rest: text() }), { a: true, 'b/c': 1 }, ['shape-type /b~1c']],
  ['too few members', object({}, { min: 1 }), {}, ['shape-count ']],
  ['too many members', object({}, { max: 1 }), { a: 1, b: 1 }, ['shape-count ']],
  ['any of two', anyMember(['a', 'b']), { c: 1 }, ['shape-missing ']],
  ['any of two, one given', anyMember(['a', 'b']), { b: 1 }, []],
  ['one of two', oneMember(['a', 'b']), { a: 1, b: 1 }, ['shape-alternative ']],
  ['together', together('a', ['b']), { a: 1 }, ['shape-missing ']],
  ['together, not asked', together('a', ['b']), { c: 1 }, []],
  [
    'by member',
    byMember('t', { x: object({ y: required(flag) }) }, anything),
    { t: 'x' },
    ['shape-missing '],
  ],
  [
    'by member, unknown',
    byMember('t', { x: object({ y: required(flag) }) }, anything),
    { t: 'toString' },
    [],
  ],
  ['either', either([text(), flag]), true, []],
  ['either, none', either([text(), flag]), 1, ['shape-type ']],
  [
    'either, the nearest speaks',
    either([flag, object({ a: object({ b: flag }) })]),
    { a: { b: 1 } },
    ['shape-type /a/b'],
  ],
  [
    'either, exclusive',
    either([text(), text({ max: 1 })], { exclusive: true }),
    'a',
    ['shape-alternative '],
  ],
  [
    'either, exclusive, one',
    either([text({ min: 2 }), text({ max: 1 })], { exclusive: true }),
    'a',
    [],
  ],
];

for (const [name, shape, value, expected] of CASES) {
  test(`shape: ${name}`, () => assert.deepEqual(found(shape, value), expected));
}

const FORMS: readonly [Form, readonly string[], readonly string[]][] = [
  [
    DATE_TIME,
    ['2026-11-21T00:00:00Z', '2026-11-21t00:00:00.5+09:00'],
    ['2026-02-29T00:00:00Z', '2026-11-21', '2026-11-21 00:00:00Z'],
  ],
  [DATE, ['2024-02-29'], ['2026-02-29', '2026-2-1', '2026-11-21T00:00:00Z']],
  [UUID, ['7d444840-9dc0-41d1-b245-5ffdce74fad2'], ['7d4448409dc041d1b2455ffdce74fad2', '']],
  [EMAIL, ['a@example.org', 'csirt+x@例え.jp'], ['a', 'a@', '@b', 'a@b@c', 'a b@c', 'A <a@b>']],
  [
    URI,
    [
      'https://example.org/a?b#c',
      'urn:uuid:x',
      'mailto:a@b',
      'https://[2001:db8::1]:443/',
      'https://u:p@h:1/',
    ],
    [
      'example.org',
      '/a',
      'https://exa mple.org',
      'https://example.org/%zz',
      'https://h:port/',
      'https://例え.jp/',
      'https://[::1',
      'https://a@b@c/',
      'a:b#c#d',
    ],
  ],
  [URI_REFERENCE, ['/a', 'a/b', '#x', '', '../a:b', 'https://example.org'], ['1:2', 'a b', '%']],
  [IRI_REFERENCE, ['https://例え.jp/勧告', '勧告', ''], ['a b', '1:2', 'https://例え.jp/<']],
];

for (const [form, good, bad] of FORMS) {
  test(`form: ${form.name}`, () => {
    assert.ok(form.test(form.example), form.example);
    for (const each of good) assert.equal(form.test(each), true, each);
    for (const each of bad) assert.equal(form.test(each), false, each);
  });
}

test('a shape contains itself, and says where deep down', () => {
  const tree: Shape = object({ name: required(text()), inside: list(later(() => tree)) });
  const value = { name: 'a', inside: [{ name: 'b', inside: [{ name: 1 }] }] };
  assert.deepEqual(found(tree, value), ['shape-type /inside/0/inside/0/name']);
});

test('the innermost clause is named, and the outer one again afterwards', () => {
  const shape = every(object({ a: under('T §2', flag), b: flag }));
  const clauses = checkShape(shape, { a: 1, b: 1 }, 'T §1').map(({ clause }) => clause);
  assert.deepEqual(clauses, ['T §2', 'T §1']);
});

test('findings end at the bound', () => {
  const many = Array.from({ length: 1000 }, () => 1);
  assert.equal(checkShape(list(flag), many, 'T', 7).length, 7);
});

test('a member __proto__ is a member like any other', () => {
  const value = JSON.parse('{"__proto__": 1, "a": true}') as JsonValue;
  assert.deepEqual(found(object({ a: flag }, { closed: true }), value), [
    'shape-unknown /__proto__',
  ]);
});

test('equality is that of JSON Schema', () => {
  const json = fc.jsonValue() as fc.Arbitrary<JsonValue>;
  fc.assert(
    fc.property(json, (value) => {
      const again = JSON.parse(JSON.stringify(value)) as JsonValue;
      assert.equal(sameKey(value), sameKey(again));
    }),
  );
  fc.assert(
    fc.property(json, json, (a, b) => {
      let equal = true;
      try {
        assert.deepStrictEqual(JSON.parse(JSON.stringify(a)), JSON.parse(JSON.stringify(b)));
      } catch {
        equal = false;
      }
      assert.equal(sameKey(a) === sameKey(b), equal);
    }),
  );
});
