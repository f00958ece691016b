import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LIMITS } from '../../core/limits.ts';
import { checkPattern, type Pattern, parsePattern } from './index.ts';

function read(text: string): Pattern {
  const parsed = parsePattern(text);
  assert.ok(parsed.ok, JSON.stringify(parsed.issues));
  return parsed.value;
}

function expression(text: string) {
  return read(text).expression;
}

test('the tree of one comparison', () => {
  assert.deepEqual(read("[file:hashes.'SHA-256' NOT = 'x']"), {
    kind: 'pattern',
    version: '2.1',
    expression: {
      kind: 'observation',
      at: 0,
      expression: {
        kind: 'comparison',
        at: 1,
        path: {
          kind: 'path',
          at: 1,
          type: 'file',
          steps: [
            { kind: 'key', name: 'hashes' },
            { kind: 'key', name: 'SHA-256' },
          ],
        },
        negated: true,
        operator: '=',
        value: { kind: 'string', at: 29, value: 'x' },
      },
    },
  });
});

test('§9.5.3: AND binds before OR, OR before FOLLOWEDBY; chains are one node', () => {
  const tree = expression('[a:b=1] OR [a:b=2] AND [a:b=3] AND [a:b=4] FOLLOWEDBY [a:b=5]');
  assert.ok(tree.kind === 'operation' && tree.operator === 'FOLLOWEDBY');
  const [or] = tree.operands;
  assert.ok(or?.kind === 'operation' && or.operator === 'OR' && or.operands.length === 2);
  const and = or.operands[1];
  assert.ok(and?.kind === 'operation' && and.operator === 'AND' && and.operands.length === 3);
});

test('§9.6: AND binds before OR between comparisons', () => {
  const tree = expression('[a:b = 1 OR a:b = 2 AND a:b = 3]');
  assert.ok(tree.kind === 'observation' && tree.expression.kind === 'boolean-operation');
  assert.equal(tree.expression.operator, 'OR');
  const [, and] = tree.expression.operands;
  assert.ok(and?.kind === 'boolean-operation' && and.operator === 'AND');
});

test('§9.5.1: a qualifier belongs to the expression directly before it', () => {
  const tree = expression('[a:b=1] FOLLOWEDBY [a:b=2] REPEATS 5 TIMES WITHIN 1.5 SECONDS');
  assert.ok(tree.kind === 'operation');
  const [first, second] = tree.operands;
  assert.equal(first?.kind, 'observation');
  assert.ok(second?.kind === 'qualified');
  assert.deepEqual(
    second.qualifiers.map(({ kind }) => kind),
    ['repeats', 'within'],
  );
});

test('§9.5.1: after a parenthesis it belongs to the whole group', () => {
  const tree = expression('([a:b=1] FOLLOWEDBY [a:b=2]) WITHIN 300 SECONDS');
  assert.ok(tree.kind === 'qualified' && tree.expression.kind === 'operation');
});

test('constants keep what a number cannot', () => {
  const tree = expression('[a:b = 0.10000000000000000000001]');
  assert.ok(tree.kind === 'observation' && tree.expression.kind === 'comparison');
  assert.ok(tree.expression.operator === '=' && tree.expression.value.kind === 'float');
  assert.equal(tree.expression.value.decimal, '0.10000000000000000000001');
});

test('a line feed in base64 is ignored (§9.2)', () => {
  const tree = expression("[a:b = b'AB\nI=\r\n']");
  assert.ok(tree.kind === 'observation' && tree.expression.kind === 'comparison');
  assert.ok(tree.expression.operator === '=');
  assert.deepEqual(tree.expression.value, { kind: 'binary', at: 7, base64: 'ABI=' });
});

test('all white space of Unicode separates (§9.4)', () => {
  const spaces =
    '\t\n\v\f\r \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000';
  for (const space of spaces) {
    assert.deepEqual(checkPattern(`[foo:bar${space}NOT${space}=${space}1]${space}`), [], space);
  }
  for (const other of '\u200b\u180e\ufeff\u0000') {
    assert.equal(checkPattern(`[foo:bar${other}= 1]`)[0]?.code, 'invalid-character');
  }
});

test('issues know line and column, whatever ends a line', () => {
  const [issue] = checkPattern("[foo:bar = 1]\r\nAND [foo:bar\n\r = 'x\\y']");
  assert.equal(issue?.code, 'string-escape');
  assert.deepEqual(issue?.position, { offset: 34, line: 4, column: 6 });
  assert.ok(issue.message.endsWith('(line 4, column 6)'));
});

test('all invalid constants are found in one reading', () => {
  const issues = checkPattern("[a-b:c = h'1' AND a-b:c = b'1' AND a-b:c = t'1' OR a-b:c = +1]");
  assert.deepEqual(
    issues.map(({ code }) => code),
    ['hex-invalid', 'binary-invalid', 'timestamp-invalid', 'number-plus'],
  );
});

test('a pattern that is no Unicode is refused at the place', () => {
  const [issue] = checkPattern("[foo:bar = '🦊\ud800']");
  assert.equal(issue?.code, 'not-unicode');
  assert.equal(issue?.position.offset, 14);
});

const { bytes, nodes, depth } = LIMITS.pattern;

test('the longest pattern is read, one byte more is refused', () => {
  const frame = "[foo:bar = '']".length;
  for (const [char, size] of [
    ['a', 1],
    ['é', 2],
    ['日', 3],
    ['🦊', 4],
  ] as const) {
    const count = Math.floor((bytes - frame) / size);
    const rest = 'a'.repeat(bytes - frame - count * size);
    const longest = `[foo:bar = '${char.repeat(count)}${rest}']`;
    assert.ok(parsePattern(longest).ok, char);
    assert.equal(parsePattern(`${longest} `).issues[0]?.code, 'too-large', char);
  }
});

test('the deepest nesting is read, one level more is refused', () => {
  const outer = (levels: number) => `${'('.repeat(levels)}[foo:bar = 1]${')'.repeat(levels)}`;
  assert.ok(parsePattern(outer(depth - 1)).ok);
  assert.equal(parsePattern(outer(depth)).issues[0]?.code, 'too-deep');
  const inner = (levels: number) => `[${'('.repeat(levels)}foo:bar = 1${')'.repeat(levels)}]`;
  assert.ok(parsePattern(inner(depth - 1)).ok);
  assert.equal(parsePattern(inner(depth)).issues[0]?.code, 'too-deep');
});

test('the most parts are read, one more is refused', () => {
  // Besides the constants: observation, path, step, comparison.
  const set = (constants: number) => `[foo:bar IN (${'1,'.repeat(constants - 1)}1)]`;
  assert.ok(parsePattern(set(nodes - 4)).ok);
  assert.equal(parsePattern(set(nodes - 3)).issues[0]?.code, 'too-many-nodes');
});
