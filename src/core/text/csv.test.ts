import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readCsv } from './csv.ts';

const rows = (text: string) => [...readCsv(text)].map(({ fields }) => fields);

const CASES: readonly (readonly [text: string, rows: readonly (readonly string[])[]])[] = [
  ['', []],
  ['a', [['a']]],
  [
    'a,b\n1,2\n',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'a,b\r\n1,2',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  ['\ufeffa,b', [['a', 'b']]],
  [
    'a,,\n,',
    [
      ['a', '', ''],
      ['', ''],
    ],
  ],
  ['"a,b",c', [['a,b', 'c']]],
  ['"say ""x""",y', [['say "x"', 'y']]],
  ['"two\nlines",z\nnext', [['two\nlines', 'z'], ['next']]],
  ['a\n\n\nb', [['a'], ['b']]],
  ['""', []],
  ['"",', [['', '']]],
  ['a\rb,c', [['a\rb', 'c']]],
  ['日本,"語,"', [['日本', '語,']]],
];

for (const [text, expected] of CASES) {
  test(`CSV ${JSON.stringify(text)}`, () => assert.deepEqual(rows(text), expected));
}

test('lines are counted, broken quotations are marked', () => {
  const records = [...readCsv('h\n"a\nb",1\n"x"y,2\n"open,3\n4')];
  assert.deepEqual(
    records.map(({ line, broken }) => [line, broken]),
    [
      [1, false],
      [2, false],
      [4, true],
      [5, true],
    ],
  );
  assert.deepEqual(records[3]?.fields, ['open,3\n4']);
});

test('what is written is read', () => {
  const quoted = (field: string) => `"${field.replaceAll('"', '""')}"`;
  const field = fc.string({ unit: fc.constantFrom(...'a",\n\r;日 ') });
  fc.assert(
    fc.property(
      fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { maxLength: 5 }),
      (table) => {
        const text = table.map((row) => row.map(quoted).join(',')).join('\r\n');
        assert.deepEqual(rows(text), table);
      },
    ),
  );
});

test('a text without end of quotation is read once, not again and again', () => {
  assert.equal(rows('"'.repeat(200_001)).length, 1);
  assert.equal(rows('"",'.repeat(100_000)).length, 1);
});
