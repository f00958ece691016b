import assert from 'node:assert/strict';
import { test } from 'node:test';
import { comparisons, inspect, parsePattern, walkPattern } from './index.ts';

function read(text: string) {
  const parsed = parsePattern(text);
  assert.ok(parsed.ok, JSON.stringify(parsed.issues));
  return parsed.value;
}

const PATTERN = read(
  "([file:hashes.'SHA-256' = 'x' AND file:size NOT IN (1, 2)] WITHIN 5 SECONDS OR " +
    "[EXISTS url:value]) START t'2016-06-01T00:00:00Z' STOP t'2016-07-01T00:00:00Z'",
);

test('the walk meets every node once, parents first, in the order of the text', () => {
  const kinds: string[] = [];
  walkPattern(PATTERN, (node) => kinds.push(node.kind));
  assert.deepEqual(kinds, [
    'pattern',
    'qualified',
    'operation',
    'qualified',
    'observation',
    'boolean-operation',
    'comparison',
    'path',
    'string',
    'comparison',
    'path',
    'integer',
    'integer',
    'within',
    'integer',
    'observation',
    'comparison',
    'path',
    'start-stop',
    'timestamp',
    'timestamp',
  ]);
});

test('comparisons are flat facts', () => {
  const facts = comparisons(PATTERN).map(({ type, path, operator, negated, values }) => [
    type,
    path,
    operator,
    negated,
    values.length,
  ]);
  assert.deepEqual(facts, [
    ['file', "file:hashes.'SHA-256'", '=', false, 1],
    ['file', 'file:size', 'IN', true, 2],
    ['url', 'url:value', 'EXISTS', false, 0],
  ]);
});

test('the inspection sums up, and a type named __proto__ is only a name', () => {
  const found = inspect(read("[__proto__:constructor[*][3] NOT LIKE 'a' OR foo:bar IN (1,2)]"));
  assert.deepEqual(found.comparisons.get('__proto__'), [
    { path: ['constructor', '*', 3], operator: 'NOT LIKE', value: "'a'" },
  ]);
  assert.deepEqual(found.comparisons.get('foo'), [
    { path: ['bar'], operator: 'IN', value: '(1, 2)' },
  ]);
  assert.deepEqual([found.operators, found.qualifiers], [[], []]);
});
