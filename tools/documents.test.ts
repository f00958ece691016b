import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compare } from './agreement.ts';
import { conformanceDocument } from './make-conformance.ts';
import { divergencesDocument } from './make-divergences.ts';
import { errorsDocument } from './make-errors.ts';
import { cell, code, part, replacePart, table } from './markdown.ts';
import { declaredNames, findTables, textOf } from './tables.ts';

test('a cell stays one cell, whatever stands in it', () => {
  assert.equal(cell('a | b\nc'), 'a \\| b c');
  assert.equal(cell('<script> *x* [y]'), '&lt;script> \\*x\\* \\[y\\]');
  assert.equal(code('a|b'), '`a\\|b`');
  assert.equal(code('a`b'), '``a`b``');
  assert.equal(table(['a', 'b'], [['1', '2']]), '| a | b |\n| --- | --- |\n| 1 | 2 |');
});

test('a part is replaced between its markers, and what is around it stays', () => {
  const text = `by hand\n\n${part('x', 'old')}\n\nby hand too\n`;
  assert.equal(replacePart(text, 'x', 'new'), `by hand\n\n${part('x', 'new')}\n\nby hand too\n`);
  assert.equal(replacePart(text, 'y', 'new'), null);
});

test('tables are found by the name of an exported constant only', () => {
  const source = `
    export const NOT_TOP_LEVEL_ISSUES = {};
export const A_ISSUES: Record<string, x> = {};
const B_ISSUES = {};
export const C_ISSUES_OLD = {};
export const D_CONFORMANCE = [];
`;
  assert.deepEqual(declaredNames(source, 'ISSUES'), ['A_ISSUES']);
  assert.deepEqual(declaredNames(source, 'CONFORMANCE'), ['D_CONFORMANCE']);
});

test('every kind of table has some, and members become text', async () => {
  for (const kind of ['ISSUES', 'CONFORMANCE', 'DIVERGENCES'] as const) {
    assert.ok((await findTables(kind)).some(({ name }) => name === `PATTERN_${kind}`));
  }
  assert.equal(textOf({ codes: ['a', 'b'] }, 'codes'), 'a, b');
  assert.equal(textOf({ case: null }, 'case'), '');
  assert.equal(textOf({ status: 404 }, 'status'), '404');
});

test('the documents hold every code, and keep what was written by hand', async () => {
  const errors = await errorsDocument();
  for (const name of ['`absent`', '`hex-invalid`', '`json-syntax`'])
    assert.ok(errors.includes(name));
  assert.ok((await conformanceDocument('')).includes('STIX 2.1 §9.5.1'));
  const present = `# Mine\n\n${part('tables', 'OUTDATED')}\n\n## Also mine\n`;
  const written = await divergencesDocument(present);
  assert.ok(written.startsWith('# Mine\n') && written.endsWith('## Also mine\n'));
  assert.ok(written.includes('number-plus') && !written.includes('OUTDATED'));
  assert.equal(await divergencesDocument(written), written);
});

test('a disagreement is counted and named', async (t) => {
  const { mkdtempSync, rmSync, writeFileSync } = await import('node:fs');
  const { tmpdir } = await import('node:os');
  const { join } = await import('node:path');
  const folder = mkdtempSync(join(tmpdir(), 'cybex-'));
  t.after(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'list.json'), '[{"id":"a","v":"x"},{"id":"b","v":"y"}]');
  const list = compare<{ id: string; v: string }>(
    folder,
    'list.json',
    ({ v }) => v,
    () => 'x',
  );
  assert.deepEqual(list, {
    name: 'list.json',
    total: 2,
    disagreements: [{ id: 'b', expected: 'y', ours: 'x' }],
  });
});
