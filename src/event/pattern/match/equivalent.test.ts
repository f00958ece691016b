/** The normal form: laws that it proves, and that it never proves what is not so. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatPattern } from '../format.ts';
import { parsePattern } from '../parse.ts';
import type { ComparisonExpression, ObservationExpression, Qualifier } from '../tree.ts';
import { equivalentPatterns } from './equivalent.ts';
import {
  comparisonExpression,
  generateCase,
  observationExpression,
  type Random,
  seeded,
} from './generate.test.fixture.ts';
import { matchPattern } from './index.ts';

const ROUNDS = Number(process.env.CYBEX_PAIRS ?? 1_500);
const SEED = Number(process.env.CYBEX_SEED ?? 20_261_122);

const PROVED: readonly (readonly [law: string, a: string, b: string])[] = [
  ['AND commutes', '[a:b = 1 AND a:c = 2]', '[a:c = 2 AND a:b = 1]'],
  ['OR absorbs', '[a:b = 1]', '[a:b = 1 OR a:b = 1 AND a:c = 2]'],
  ['IN is OR', "[a:b IN ('x', 'y')]", "[a:b = 'y' OR a:b = 'x']"],
  ['numbers', '[a:b = 5]', '[a:b = 5.0]'],
  ['octets', "[a:b = h'6162']", "[a:b = b'YWI=']"],
  ['instants', "[a:b > t'2026-01-01T00:00:00Z']", "[a:b > t'2026-01-01T00:00:00.000Z']"],
  ['NOT = is !=', '[a:b NOT = 1]', '[a:b != 1]'],
  ['NOT != is =', '[a:b NOT != 1]', '[a:b = 1]'],
  ['brackets of OR', '[a:b = 1 OR c:d = 2]', '[c:d = 2] OR [a:b = 1]'],
  [
    'AND over OR',
    '[a:b = 1] AND ([a:c = 1] OR [a:d = 1])',
    '[a:b = 1] AND [a:c = 1] OR [a:b = 1] AND [a:d = 1]',
  ],
  ['twice', '[a:b = 1] AND [a:b = 1]', '[a:b = 1] REPEATS 2 TIMES'],
  ['times', '([a:b = 1] REPEATS 2 TIMES) REPEATS 3 TIMES', '[a:b = 1] REPEATS 6 TIMES'],
  [
    'FOLLOWEDBY associates',
    '[a:b = 1] FOLLOWEDBY ([a:b = 2] FOLLOWEDBY [a:b = 3])',
    '([a:b = 1] FOLLOWEDBY [a:b = 2]) FOLLOWEDBY [a:b = 3]',
  ],
  ['WITHIN of one', '[a:b = 1] WITHIN 5 SECONDS', '[a:b = 1]'],
  [
    'WITHIN of WITHIN',
    '(([a:b = 1] AND [a:b = 2]) WITHIN 5 SECONDS) WITHIN 9 SECONDS',
    '([a:b = 2] AND [a:b = 1]) WITHIN 5 SECONDS',
  ],
  [
    'windows',
    "([a:b = 1] AND [a:b = 2]) START t'2026-01-01T00:00:00Z' STOP t'2026-01-02T00:00:00Z'",
    "[a:b = 2] START t'2026-01-01T00:00:00.0Z' STOP t'2026-01-02T00:00:00Z' AND [a:b = 1] START t'2026-01-01T00:00:00Z' STOP t'2026-01-02T00:00:00Z'",
  ],
  ['nothing at all', '[a:b = 1 AND c:d = 1]', '[e:f = 1 AND g:h = 1]'],
  ['blocks', "[ipv4-addr:value ISSUBSET '10.1.2.3/8']", "[ipv4-addr:value ISSUBSET '10.0.0.0/8']"],
  ['more of the same', '[a:b = 1] OR [a:b = 1] REPEATS 3 TIMES', '[a:b = 1]'],
];

for (const [law, a, b] of PROVED) {
  test(`proved: ${law}`, () => {
    const { equivalent, issues } = equivalentPatterns(a, b);
    assert.ok(equivalent, JSON.stringify(issues));
    assert.ok(equivalentPatterns(b, a).equivalent);
  });
}

const NOT_SHOWN: readonly (readonly [string, string])[] = [
  ['[a:b = 1] AND [a:b = 1]', '[a:b = 1]'],
  ['[a:b = 1] FOLLOWEDBY [a:b = 2]', '[a:b = 2] FOLLOWEDBY [a:b = 1]'],
  ['[a:b = 1] FOLLOWEDBY [a:b = 2]', '[a:b = 1] AND [a:b = 2]'],
  ['[a:b NOT < 1]', '[a:b >= 1]'],
  ['[a:l[*] NOT IN (1, 2)]', '[a:l[*] != 1 AND a:l[*] != 2]'],
  ["[a:b = '\u00e9']", "[a:b = 'e\u0301']"],
  ['([a:b = 1] AND [a:b = 2]) WITHIN 5 SECONDS', '([a:b = 1] AND [a:b = 2]) WITHIN 5.5 SECONDS'],
  ["[a:b = 'x']", "[a:b = h'78']"],
  ['[a:b = 1]', '[a:b = '],
];

for (const [a, b] of NOT_SHOWN) {
  test(`not shown: ${a} and ${b}`, () => assert.equal(equivalentPatterns(a, b).equivalent, false));
}

test('an invalid pattern shows nothing, not even of itself, and says why', () => {
  const { equivalent, issues } = equivalentPatterns('[a:b = ', '[a:b = ');
  assert.ok(!equivalent && issues.length === 2);
  assert.ok(!equivalentPatterns('[a:b IN (1, true)]', '[a:b IN (1, true)]').equivalent);
});

test('more terms than the bound: an issue, and nothing shown', () => {
  const clause = '(a:b = 1 OR a:c = 1 OR a:d = 1)';
  const pattern = `[${new Array(40)
    .fill(0)
    .map((_, i) => clause.replaceAll('= 1', `= ${i}`))
    .join(' AND ')}]`;
  const { equivalent, issues } = equivalentPatterns(pattern, pattern);
  assert.ok(!equivalent && issues.some(({ code }) => code === 'match-terms'));
});

test('a deep pattern has a short form', () => {
  const deep = (n: number) =>
    `${'('.repeat(n)}[a:b = 1] AND [a:b = 2]${') REPEATS 1 TIMES'.repeat(n)}`;
  assert.ok(equivalentPatterns(deep(120), '[a:b = 2] AND [a:b = 1]').equivalent);
  let nested = '[a:b = 1]';
  for (let i = 0; i < 100; i++)
    nested = `(${nested} FOLLOWEDBY [a:b = "${i}"]) WITHIN 5 SECONDS`.replaceAll('"', "'");
  assert.ok(equivalentPatterns(nested, nested).equivalent);
});

/** A pattern rewritten by laws of §9; each step holds for every observation. */
function rewrite(node: ObservationExpression, random: Random): ObservationExpression {
  const inner = rewriteBelow(node, random);
  switch (random(6)) {
    case 0:
      return { kind: 'operation', at: 0, operator: 'OR', operands: [inner, inner] };
    case 1:
      return qualified(inner, { kind: 'repeats', at: 0, times: 1 });
    case 2:
      if (inner.kind !== 'observation') return inner;
      return qualified(inner, {
        kind: 'within',
        at: 0,
        seconds: { kind: 'integer', at: 0, value: 3 },
      });
    case 3:
      if (inner.kind !== 'observation' || inner.expression.kind === 'comparison') return inner;
      if (inner.expression.operator === 'AND') return inner;
      return {
        kind: 'operation',
        at: 0,
        operator: 'OR',
        operands: inner.expression.operands.map((expression) => ({
          kind: 'observation',
          at: 0,
          expression,
        })),
      };
    default:
      return inner;
  }
}

function qualified(expression: ObservationExpression, qualifier: Qualifier): ObservationExpression {
  return { kind: 'qualified', at: 0, expression, qualifiers: [qualifier] };
}

function shuffled<T>(list: readonly T[], random: Random): T[] {
  const copy = [...list];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = random(i + 1);
    [copy[i], copy[j]] = [copy[j] as T, copy[i] as T];
  }
  return copy;
}

function rewriteBelow(node: ObservationExpression, random: Random): ObservationExpression {
  if (node.kind === 'observation') {
    return { ...node, expression: rewriteComparison(node.expression, random) };
  }
  if (node.kind === 'qualified') return { ...node, expression: rewrite(node.expression, random) };
  const operands = node.operands.map((operand) => rewrite(operand, random));
  return {
    ...node,
    operands: node.operator === 'FOLLOWEDBY' ? operands : shuffled(operands, random),
  };
}

function rewriteComparison(node: ComparisonExpression, random: Random): ComparisonExpression {
  if (node.kind === 'boolean-operation') {
    const operands = shuffled(node.operands, random).map((operand) =>
      rewriteComparison(operand, random),
    );
    return { ...node, operands };
  }
  if (node.operator === 'IN' && !node.negated && node.values.length > 1) {
    return {
      kind: 'boolean-operation',
      at: 0,
      operator: 'OR',
      operands: node.values.map((value) => ({ ...node, operator: '=' as const, value })),
    };
  }
  if ((node.operator === '=' || node.operator === '!=') && random(2) === 0) {
    return { ...node, operator: node.operator === '=' ? '!=' : '=', negated: !node.negated };
  }
  return node;
}

test(`${ROUNDS} patterns rewritten by laws: proved, and the same verdicts`, (t) => {
  let shown = 0;
  for (let i = 0; i < ROUNDS; i++) {
    const random = seeded(SEED + i);
    const { pattern, observed } = generateCase(random);
    const parsed = parsePattern(pattern);
    assert.ok(parsed.ok);
    const other = formatPattern({
      ...parsed.value,
      expression: rewrite(parsed.value.expression, random),
    });
    const message = `seed ${SEED + i}: ${pattern}\n${other}\n${JSON.stringify(observed)}`;
    assert.equal(
      matchPattern(other, observed).matched,
      matchPattern(pattern, observed).matched,
      message,
    );
    if (equivalentPatterns(pattern, other).equivalent) shown++;
  }
  t.diagnostic(`${shown} of ${ROUNDS} proved`);
  assert.ok(shown > ROUNDS * 0.95, `${shown}`);
});

test(`${ROUNDS} random pairs of small patterns: what is proved holds`, (t) => {
  let proved = 0;
  for (let i = 0; i < ROUNDS; i++) {
    const random = seeded(SEED + 7_000_000 + i);
    const inner = () =>
      random(3) === 0 ? comparisonExpression(random, 1, 'aaa') : `aaa:n = ${random(2)}`;
    const a = observationExpression(random, 1 + random(2), inner);
    const b = observationExpression(random, 1 + random(2), inner);
    if (!equivalentPatterns(a, b).equivalent) continue;
    proved++;
    for (let j = 0; j < 20; j++) {
      const { observed } = generateCase(seeded(SEED + i * 31 + j));
      const message = `seed ${SEED + i}: ${a}\n${b}\n${JSON.stringify(observed)}`;
      assert.equal(matchPattern(a, observed).matched, matchPattern(b, observed).matched, message);
    }
  }
  t.diagnostic(`${proved} of ${ROUNDS} proved`);
  assert.ok(proved > ROUNDS / 200, `${proved}`);
});
