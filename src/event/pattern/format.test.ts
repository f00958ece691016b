import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatConstant, formatPattern, parsePattern } from './index.ts';
import { KEYWORDS } from './lexer.ts';
import { canonicalDecimal } from './literals.ts';
import type {
  Comparison,
  ComparisonExpression,
  Constant,
  ObjectPath,
  Observation,
  ObservationExpression,
  PathStep,
  Pattern,
  Qualifier,
} from './tree.ts';

const at = 0;
const text = fc.string({ unit: 'binary', maxLength: 12 });
const word = fc
  .stringMatching(/^[a-zA-Z_][a-zA-Z0-9_-]{0,8}$/)
  .filter((name) => !KEYWORDS.has(name));
const key = fc.oneof(word, text, fc.constantFrom(...KEYWORDS));
const digits = fc.stringMatching(/^[0-9]{1,20}$/);
const pad = (value: number, length: number) => String(value).padStart(length, '0');

const timestamp = fc
  .tuple(
    fc.integer({ min: 0, max: 9999 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
    fc.integer({ min: 0, max: 86_399 }),
    fc.option(digits),
  )
  .map(([year, month, day, second, fraction]) => {
    const time = [second / 3600, (second / 60) % 60, second % 60].map((n) => pad(Math.trunc(n), 2));
    const date = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
    const value = `${date}T${time.join(':')}${fraction === null ? '' : `.${fraction}`}Z`;
    return { kind: 'timestamp', at, value } as const;
  });

const float = fc.tuple(fc.boolean(), digits, digits).map(([negative, whole, fraction]) => {
  const decimal = canonicalDecimal(`${negative ? '-' : ''}${whole}.${fraction}`);
  return { kind: 'float', at, value: Number(decimal), decimal } as const;
});

const integer = fc.maxSafeInteger().map((n) => ({ kind: 'integer', at, value: n + 0 }) as const);
const string = text.map((value) => ({ kind: 'string', at, value }) as const);
const bytes = fc.uint8Array({ maxLength: 12 });

const constant: fc.Arbitrary<Constant> = fc.oneof(
  string,
  integer,
  float,
  timestamp,
  fc.boolean().map((value) => ({ kind: 'boolean', at, value }) as const),
  bytes.map((b) => ({ kind: 'hex', at, hex: Buffer.from(b).toString('hex') }) as const),
  bytes.map((b) => ({ kind: 'binary', at, base64: Buffer.from(b).toString('base64') }) as const),
);

const step: fc.Arbitrary<PathStep> = fc.oneof(
  key.map((name) => ({ kind: 'key', name }) as const),
  fc.nat().map((index) => ({ kind: 'index', index }) as const),
  fc.constant({ kind: 'any' } as const),
);

const path: fc.Arbitrary<ObjectPath> = fc
  .tuple(word, key, fc.array(step, { maxLength: 4 }))
  .map(([type, name, more]) => ({
    kind: 'path',
    at,
    type,
    steps: [{ kind: 'key', name }, ...more],
  }));

const ordered = constant.filter(({ kind }) => kind !== 'boolean');
const base = { kind: fc.constant('comparison' as const), at: fc.constant(0), path };
const negated = fc.boolean();

const comparison: fc.Arbitrary<Comparison> = fc.oneof(
  fc.record({ ...base, negated, operator: fc.constantFrom('=', '!='), value: constant }),
  fc.record({ ...base, negated, operator: fc.constantFrom('<', '<=', '>', '>='), value: ordered }),
  fc.record({
    ...base,
    negated,
    operator: fc.constantFrom('LIKE', 'MATCHES', 'ISSUBSET', 'ISSUPERSET'),
    value: string,
  }),
  fc.record({
    ...base,
    negated,
    operator: fc.constant('IN' as const),
    values: fc.array(constant, { maxLength: 4 }),
  }),
  fc.record({ ...base, negated, operator: fc.constant('EXISTS' as const) }),
);

const comparisonExpression = fc.letrec<{ node: ComparisonExpression }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    comparison,
    fc.record({
      kind: fc.constant('boolean-operation' as const),
      at: fc.constant(0),
      operator: fc.constantFrom('AND', 'OR'),
      operands: fc.array(tie('node'), { minLength: 2, maxLength: 3 }),
    }),
  ),
})).node;

const observation: fc.Arbitrary<Observation> = comparisonExpression.map((expression) => ({
  kind: 'observation',
  at,
  expression,
}));

const qualifier: fc.Arbitrary<Qualifier> = fc.oneof(
  fc
    .oneof(integer, float)
    .filter(({ value }) => value > 0)
    .map((seconds) => ({ kind: 'within', at, seconds }) as const),
  fc.integer({ min: 1 }).map((times) => ({ kind: 'repeats', at, times }) as const),
  fc
    .tuple(timestamp, timestamp)
    .map(([start, stop]) => ({ kind: 'start-stop', at, start, stop }) as const),
);

const qualifiers = fc.uniqueArray(qualifier, { minLength: 1, selector: ({ kind }) => kind });

const observationExpression = fc.letrec<{ node: ObservationExpression }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    observation,
    fc.record({
      kind: fc.constant('qualified' as const),
      at: fc.constant(0),
      expression: tie('node'),
      qualifiers,
    }),
    fc.record({
      kind: fc.constant('operation' as const),
      at: fc.constant(0),
      operator: fc.constantFrom('AND', 'OR', 'FOLLOWEDBY'),
      operands: fc.array(tie('node'), { minLength: 2, maxLength: 3 }),
    }),
  ),
})).node;

/** Any tree of STIX 2.1 without two qualifiers of one type in one place. */
const arbitraryPattern: fc.Arbitrary<Pattern> = observationExpression.map((expression) => ({
  kind: 'pattern',
  version: '2.1',
  expression,
}));

/** A tree without its places. */
function meaning(tree: unknown): unknown {
  return JSON.parse(JSON.stringify(tree, (key, value) => (key === 'at' ? undefined : value)));
}

test('what is written is read again as the same tree', () => {
  fc.assert(
    fc.property(arbitraryPattern, (tree) => {
      const parsed = parsePattern(formatPattern(tree));
      assert.ok(parsed.ok, JSON.stringify(parsed.issues));
      assert.deepEqual(meaning(parsed.value), meaning(tree));
    }),
    { numRuns: 1_000 },
  );
});

test('places in the tree are places in the text', () => {
  fc.assert(
    fc.property(arbitraryPattern, (tree) => {
      const text = formatPattern(tree);
      const parsed = parsePattern(text);
      assert.ok(parsed.ok);
      JSON.stringify(parsed.value, (_, node) => {
        if (node?.kind === 'path') assert.ok(text.startsWith(`${node.type}:`, node.at));
        if (node?.kind === 'observation') assert.equal(text[node.at], '[');
        if (node?.kind === 'string') assert.ok(text.startsWith(formatConstant(node), node.at));
        return node;
      });
    }),
    { numRuns: 300 },
  );
});

test('white space between tokens changes nothing', () => {
  const text = '([a-b:c.d[*] NOT IN (1, 2) OR EXISTS a-b:e] AND [a-b:c >= 3]) WITHIN 5 SECONDS';
  const gaps = /(?<=[[\]():,.=])|(?=[[\]():,.>])| /g;
  for (const space of ['', ' ', '\n', '\t\r\n', '\u3000 ', '/* */', '// x\n']) {
    const parsed = parsePattern(text.replace(gaps, (gap) => gap + space));
    assert.ok(parsed.ok, JSON.stringify(parsed.issues));
    assert.equal(formatPattern(parsed.value), text);
  }
});
