/** CWSS 1.0.1: factors, weights, formula, vectors. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  CWSS_FACTORS,
  CWSS_ISSUES,
  type CwssIssueCode,
  formatCwss,
  parseCwss,
  scoreCwss,
} from './index.ts';

/** The example of §4.1 with the weight that its table gives. */
const EXAMPLE =
  '(TI:H,0.9/AP:A,1.0/AL:A,1.0/IC:N,1.0/FC:T,1.0/RP:L,0.9/RL:A,1.0/AV:I,1.0/AS:N,1.0/IN:T,0.9/SC:A,1.0/BI:C,1.0/DI:H,1.0/EX:H,1.0/EC:N,1.0/P:NA,1.0)';

/** The highest of everything. */
const HIGHEST =
  '(TI:C,1.0/AP:A,1.0/AL:A,1.0/IC:N,1.0/FC:T,1.0/RP:N,1.0/RL:A,1.0/AV:I,1.0/AS:N,1.0/IN:A,1.0/SC:A,1.0/BI:C,1.0/DI:H,1.0/EX:H,1.0/EC:N,1.0/P:W,1.0)';

function scores(text: string) {
  const scored = scoreCwss(text);
  assert.ok(scored.ok, `${text} ${JSON.stringify(scored.issues)}`);
  return scored.value;
}

/** The highest vector with some factors otherwise. */
function highestBut(changes: Readonly<Record<string, string>>): string {
  const pieces = HIGHEST.slice(1, -1)
    .split('/')
    .map((piece) => {
      const name = piece.slice(0, piece.indexOf(':'));
      return Object.hasOwn(changes, name) ? `${name}:${changes[name]}` : piece;
    });
  return `(${pieces.join('/')})`;
}

// [what is changed, base, attack surface, environmental, score], computed by hand from §3.
const FACTS: readonly (readonly [
  Readonly<Record<string, string>>,
  number,
  number,
  number,
  number,
])[] = [
  [{}, 100, 1, 1, 100],
  [{ TI: 'H,0.9' }, 96, 1, 1, 96],
  [{ TI: 'M,0.6' }, 84, 1, 1, 84],
  [{ TI: 'L,0.3' }, 72, 1, 1, 72],
  [{ TI: 'N,0' }, 0, 1, 1, 0],
  [{ TI: 'N,0.0', AP: 'N,0.1' }, 0, 1, 1, 0],
  [{ TI: 'D,0.6' }, 84, 1, 1, 84],
  [{ TI: 'UK,0.5' }, 80, 1, 1, 80],
  [{ TI: 'NA,1.0' }, 100, 1, 1, 100],
  [{ TI: 'Q,0.25' }, 70, 1, 1, 70],
  [{ TI: 'Q,0' }, 0, 1, 1, 0],
  [{ AP: 'N,0.1' }, 82, 1, 1, 82],
  [{ AP: 'RU,0.7', AL: 'N,0.7' }, 88, 1, 1, 88],
  [{ AL: 'S,0.9' }, 98, 1, 1, 98],
  [{ AL: 'E,1.0' }, 100, 1, 1, 100],
  [{ IC: 'C,0.0' }, 0, 1, 1, 0],
  [{ IC: 'B,0.3' }, 30, 1, 1, 30],
  [{ IC: 'D,0.6' }, 60, 1, 1, 60],
  [{ FC: 'F,0.0' }, 80, 1, 1, 80],
  [{ FC: 'LT,0.8' }, 96, 1, 1, 96],
  [{ FC: 'D,0.8' }, 96, 1, 1, 96],
  [{ RP: 'A,0.1' }, 100, 0.82, 1, 82],
  [{ RP: 'L,0.9', RL: 'N,0.7' }, 100, 0.92, 1, 92],
  [{ AV: 'P,0.2' }, 100, 0.84, 1, 84],
  [{ AV: 'U,0.5' }, 100, 0.9, 1, 90],
  [{ AV: 'D,0.75' }, 100, 0.95, 1, 95],
  [{ AS: 'S,0.7' }, 100, 0.985, 1, 98.5],
  [{ IN: 'NI,0.0' }, 100, 0.85, 1, 85],
  [{ IN: 'H,0.1' }, 100, 0.865, 1, 86.5],
  [{ SC: 'P,0.1' }, 100, 0.82, 1, 82],
  [{ BI: 'N,0.0' }, 100, 1, 0, 0],
  [{ BI: 'L,0.3' }, 100, 1, 0.65, 65],
  [{ DI: 'L,0.2' }, 100, 1, 0.88, 88],
  [{ EX: 'N,0.0' }, 100, 1, 0.8, 80],
  [{ DI: 'L,0.2', EX: 'N,0.0' }, 100, 1, 0.68, 68],
  [{ EC: 'C,0.1' }, 100, 1, 0.1, 10],
  [{ EC: 'I,0.5' }, 100, 1, 0.5, 50],
  [{ P: 'L,0.7' }, 100, 1, 0.955, 95.5],
  [{ P: 'D,0.85' }, 100, 1, 0.9775, 97.8],
  [{ RP: 'Q,0', RL: 'Q,0', AV: 'Q,0', SC: 'Q,0', IN: 'Q,0', AS: 'Q,0' }, 100, 0, 1, 0],
];

for (const [changes, base, attackSurface, environmental, score] of FACTS) {
  test(`fact: ${JSON.stringify(changes)} scores ${score}`, () => {
    const vector = highestBut(changes);
    assert.deepEqual(scores(vector), { base, attackSurface, environmental, score });
    const parsed = parseCwss(vector);
    assert.ok(parsed.ok);
    assert.deepEqual(parsed.issues, []);
    assert.deepEqual(parseCwss(formatCwss(parsed.value)), parsed);
  });
}

test('the example of §4.1: 96 × 0.965 × 1 = 92.6', () => {
  assert.deepEqual(scores(EXAMPLE), {
    base: 96,
    attackSurface: 0.965,
    environmental: 1,
    score: 92.6,
  });
  const printed = EXAMPLE.replace('BI:C,1.0', 'BI:C,0.9');
  const scored = scoreCwss(printed);
  assert.ok(scored.ok);
  assert.equal(scored.value.score, 92.6);
  assert.deepEqual(
    scored.issues.map(({ code, severity }) => [code, severity]),
    [['cwss-weight-differs', 'warning']],
  );
});

const without = (name: string) => HIGHEST.replace(new RegExp(`${name}:[^/)]*/?`), '');

const NEGATIVE: readonly (readonly [text: string, ...codes: CwssIssueCode[]])[] = [
  ['', 'cwss-empty'],
  ['  ', 'cwss-empty'],
  ['x'.repeat(5_000), 'cwss-long'],
  [HIGHEST.slice(1), 'cwss-parentheses'],
  [HIGHEST.slice(0, -1), 'cwss-parentheses'],
  [`${HIGHEST} `, 'cwss-parentheses', 'cwss-weight'],
  [highestBut({ TI: 'X,1.0' }), 'cwss-value'],
  [highestBut({ TI: 'c,1.0' }), 'cwss-value'],
  [highestBut({ TI: ',1.0' }), 'cwss-value'],
  [highestBut({ TI: 'U,0.5' }), 'cwss-value'],
  [highestBut({ AV: 'UK,0.5' }), 'cwss-value'],
  [highestBut({ AP: 'U,0.5' }), 'cwss-value'],
  [highestBut({ DI: 'N,0.0' }), 'cwss-value'],
  [highestBut({ DI: 'C,1.0' }), 'cwss-value'],
  [highestBut({ IN: 'N,0.0' }), 'cwss-value'],
  [highestBut({ FC: 'N,0.0' }), 'cwss-value'],
  [highestBut({ P: '__proto__,1.0' }), 'cwss-value'],
  [highestBut({ TI: 'Q' }), 'cwss-weight-missing'],
  [highestBut({ TI: 'Q,' }), 'cwss-weight'],
  [highestBut({ TI: 'Q,1.1' }), 'cwss-weight'],
  [highestBut({ TI: 'Q,-0.1' }), 'cwss-weight'],
  [highestBut({ TI: 'Q,0x1' }), 'cwss-weight'],
  [highestBut({ TI: 'Q,1e-3' }), 'cwss-weight'],
  [highestBut({ TI: 'Q,NaN' }), 'cwss-weight'],
  [highestBut({ TI: 'Q,0,5' }), 'cwss-syntax'],
  [highestBut({ TI: 'C,1.0,1.0' }), 'cwss-syntax'],
  [highestBut({ TI: 'C,high' }), 'cwss-weight'],
  [highestBut({ TI: 'C:1.0' }), 'cwss-syntax', 'cwss-factor-missing'],
  [HIGHEST.replace('/AP', '//AP'), 'cwss-syntax'],
  [HIGHEST.replace('TI:', 'ti:'), 'cwss-factor-unknown', 'cwss-factor-missing'],
  [HIGHEST.replace('/P:', '/RE:0,1/P:'), 'cwss-factor-unknown'],
  [HIGHEST.replace(')', '/P:W,1.0)'), 'cwss-factor-repeated'],
  [without('TI'), 'cwss-factor-missing'],
  [without('IN'), 'cwss-factor-missing'],
  [without('EC'), 'cwss-factor-missing'],
  ['()', 'cwss-syntax', ...CWSS_FACTORS.map((): CwssIssueCode => 'cwss-factor-missing')],
  [
    highestBut({ TI: 'X,1', AP: 'Q', AL: 'A,2' }),
    'cwss-value',
    'cwss-weight-missing',
    'cwss-weight',
  ],
];

for (const [text, ...codes] of NEGATIVE) {
  test(`refused: ${codes[0]} ${text.slice(0, 50)}`, () => {
    const scored = scoreCwss(text);
    assert.equal(scored.ok, false);
    assert.deepEqual(
      scored.issues.map(({ code }) => code),
      codes,
    );
    for (const { message, clause } of scored.issues) {
      assert.ok(message.length > 10 && message.length < 200);
      assert.match(clause, /^CWSS 1\.0\.1 §/);
    }
  });
}

const REMARKS: readonly (readonly [text: string, code: CwssIssueCode])[] = [
  [HIGHEST.slice(1, -1), 'cwss-parentheses'],
  [highestBut({ TI: 'C' }), 'cwss-weight-missing'],
  [highestBut({ TI: 'C,0.9' }), 'cwss-weight-differs'],
  [HIGHEST.replace('TI:C,1.0/AP:A,1.0', 'AP:A,1.0/TI:C,1.0'), 'cwss-order'],
];

for (const [text, code] of REMARKS) {
  test(`scored with a remark: ${code}`, () => {
    const scored = scoreCwss(text);
    assert.equal(scored.ok && scored.value.score, 100);
    assert.deepEqual(
      scored.issues.map((issue) => [issue.code, issue.severity]),
      [[code, 'warning']],
    );
  });
}

test('16 factors in three groups; each has Default, Unknown and Not Applicable', () => {
  assert.equal(CWSS_FACTORS.length, 16);
  const counts = ['base', 'attackSurface', 'environmental'].map(
    (group) => CWSS_FACTORS.filter((factor) => factor.group === group).length,
  );
  assert.deepEqual(counts, [5, 6, 5]);
  for (const { name, values } of CWSS_FACTORS) {
    const weights = new Map(values.map(([code, , weight]) => [code, weight]));
    assert.equal(weights.get(name === 'AV' ? 'U' : 'UK'), 0.5, name);
    assert.equal(weights.get('NA'), 1, name);
    assert.ok(weights.has('D'), name);
    assert.equal(new Set(values.map(([code]) => code)).size, values.length, name);
    assert.ok(values.every(([, , weight]) => weight >= 0 && weight <= 1));
  }
});

const vectors = fc
  .tuple(
    ...CWSS_FACTORS.map(({ name, values }) =>
      fc.oneof(
        fc.constantFrom(...values.map(([code, , weight]) => `${name}:${code},${weight}`)),
        fc.integer({ min: 0, max: 1_000 }).map((parts) => `${name}:Q,${parts / 1_000}`),
      ),
    ),
  )
  .map((pieces) => `(${pieces.join('/')})`);

test('any vector: the score keeps to its scale and survives writing and reading', () => {
  fc.assert(
    fc.property(vectors, (text) => {
      const parsed = parseCwss(text);
      assert.ok(parsed.ok);
      const value = scores(text);
      assert.ok(value.base >= 0 && value.base <= 100);
      assert.ok(value.attackSurface >= 0 && value.attackSurface <= 1);
      assert.ok(value.environmental >= 0 && value.environmental <= 1);
      assert.ok(value.score >= 0 && value.score <= 100);
      assert.ok(
        Math.abs(value.score - value.base * value.attackSurface * value.environmental) < 0.06,
      );
      assert.deepEqual(scores(formatCwss(parsed.value)), value);
      assert.deepEqual(scoreCwss(parsed.value), scoreCwss(text));
    }),
    { numRuns: 500 },
  );
});

test('10,000 mutants give a result each', () => {
  const pieces = fc.constantFrom(...'():/,.QTI01-\u0000日\ud800', '//', '1e9', '__proto__');
  let refused = 0;
  fc.assert(
    fc.property(vectors, fc.nat(), fc.nat(4), pieces, (text, place, cut, piece) => {
      const at = place % (text.length + 1);
      const scored = scoreCwss(text.slice(0, at) + piece + text.slice(at + cut));
      for (const { code } of scored.issues) assert.ok(Object.hasOwn(CWSS_ISSUES, code));
      if (!scored.ok) refused++;
    }),
    { numRuns: 10_000 },
  );
  assert.ok(refused > 2_000, `${refused} refused`);
});
