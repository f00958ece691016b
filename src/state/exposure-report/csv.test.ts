import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readCsv } from '../../core/text/csv.ts';
import { csvCell, toCsv } from './csv.ts';
import { fullReport } from './report.test.fixture.ts';

test('every finding is a row, and what was not looked up too', () => {
  const rows = [...readCsv(toCsv(fullReport()))].map(({ fields }) => fields);
  const [head = []] = rows;
  assert.equal(rows.length, 1 + 2 + 3 + 1 + 1);
  assert.ok(rows.every((row) => row.length === head.length));
  const column = (name: string) => rows.slice(1).map((row) => row[head.indexOf(name)]);
  assert.deepEqual(column('status'), [
    'affected',
    'affected',
    'undecidable',
    'not_affected',
    'fixed',
    'ignored',
    'no-identity',
  ]);
  assert.equal(column('score')[0], '9.8');
  assert.equal(column('severity_scheme')[0], 'CVSS 3.1');
  assert.match(column('closed_by')[5] ?? '', /Hana Sato/);
});

test('no cell is a formula, in whatever width it begins', () => {
  const ATTACKS = [
    '=1',
    '+1',
    '-1',
    '@A1',
    '|calc',
    '%x',
    '＝1',
    '＋1',
    '－1',
    '＠A',
    ' =1',
    '\t=1',
  ];
  for (const attack of ATTACKS) assert.match(csvCell(attack), /^"'/, attack);
  for (const fine of ['1.0', 'pkg:npm/a@1', '~1', 'a=b', ''])
    assert.doesNotMatch(csvCell(fine), /^"'/);
  assert.equal(csvCell('a"b'), '"a""b"');
  assert.equal(csvCell('a\r\n=1'), '"a =1"');
});

test('any text is one field that begins no formula', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const cell = csvCell(text);
      const rows = [...readCsv(`"x","y"\r\n${cell},"end"\r\n`)];
      assert.equal(rows.length, 2);
      assert.equal(rows[1]?.fields.length, 2);
      assert.doesNotMatch(rows[1]?.fields[0] ?? '', /^\s*[=+\-@＝＋－＠]/);
    }),
  );
});
