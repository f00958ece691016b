/**
 * The equations of 3.0 and 3.1 against exact decimals, stage by stage: every input that a stage can
 * get, so that every vector has the score of exact arithmetic.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Decimal, ONE } from './decimal.test.fixture.ts';
import { scoreCvss } from './index.ts';

type Weights = Readonly<Record<string, string>>;
type Version = '3.0' | '3.1';

// Written anew from 3.1 §7.4, which 3.0 §8.4 has too.
const AV: Weights = { N: '0.85', A: '0.62', L: '0.55', P: '0.2' };
const AC: Weights = { L: '0.77', H: '0.44' };
const PR_UNCHANGED: Weights = { N: '0.85', L: '0.62', H: '0.27' };
const PR_CHANGED: Weights = { N: '0.85', L: '0.68', H: '0.5' };
const UI: Weights = { N: '0.85', R: '0.62' };
const CIA: Weights = { H: '0.56', L: '0.22', N: '0' };
const E: Weights = { X: '1', H: '1', F: '0.97', P: '0.94', U: '0.91' };
const RL: Weights = { X: '1', U: '1', W: '0.97', T: '0.96', O: '0.95' };
const RC: Weights = { X: '1', C: '1', R: '0.96', U: '0.92' };
const REQ: Weights = { H: '1.5', M: '1', L: '0.5', X: '1' };

const VERSIONS: readonly Version[] = ['3.0', '3.1'];
const SCOPES = ['U', 'C'] as const;
const REACHES = product([AV, AC, PR_CHANGED, UI].map((weights) => Object.keys(weights)));
const IMPACTS = product([CIA, CIA, CIA].map((weights) => Object.keys(weights)));
const REQUIREMENTS = product([REQ, REQ, REQ].map((weights) => Object.keys(weights)));

function product(lists: readonly (readonly string[])[]): string[][] {
  return lists.reduce<string[][]>(
    (made, list) => made.flatMap((head) => list.map((item) => [...head, item])),
    [[]],
  );
}

const weight = (weights: Weights, code = '') => Decimal.of(weights[code] as string);

/** In tenths: 3.0 §8, or 3.1 Appendix A on the exact value. */
function roundUp(value: Decimal, version: Version): bigint {
  if (version === '3.0') return value.ceil(1);
  const parts = value.round(5);
  return parts % 10_000n === 0n ? parts / 10_000n : parts / 10_000n + 1n;
}

function reachOf(scope: string, [av, ac, pr, ui]: readonly string[]): Decimal {
  const privileges = weight(scope === 'C' ? PR_CHANGED : PR_UNCHANGED, pr);
  return Decimal.of('8.22')
    .times(weight(AV, av))
    .times(weight(AC, ac))
    .times(privileges)
    .times(weight(UI, ui));
}

function baseImpact(scope: string, impacts: readonly string[]): Decimal {
  const part = (at: number) => ONE.minus(weight(CIA, impacts[at]));
  const all = ONE.minus(part(0).times(part(1)).times(part(2)));
  if (scope === 'U') return Decimal.of('6.42').times(all);
  const tail = Decimal.of('3.25').times(all.minus(Decimal.of('0.02')).power(15));
  return Decimal.of('7.52')
    .times(all.minus(Decimal.of('0.029')))
    .minus(tail);
}

function modifiedImpact(
  version: Version,
  scope: string,
  impacts: readonly string[],
  requirements: readonly string[],
): Decimal {
  const part = (at: number) =>
    ONE.minus(weight(CIA, impacts[at]).times(weight(REQ, requirements[at])));
  const all = ONE.minus(part(0).times(part(1)).times(part(2))).min(Decimal.of('0.915'));
  if (scope === 'U') return Decimal.of('6.42').times(all);
  const tail =
    version === '3.0'
      ? all.minus(Decimal.of('0.02')).power(15)
      : all.times(Decimal.of('0.9731')).minus(Decimal.of('0.02')).power(13);
  return Decimal.of('7.52')
    .times(all.minus(Decimal.of('0.029')))
    .minus(Decimal.of('3.25').times(tail));
}

function together(version: Version, scope: string, impact: Decimal, reach: Decimal): bigint {
  if (!impact.positive) return 0n;
  const sum = impact.plus(reach);
  const scaled = scope === 'C' ? Decimal.of('1.08').times(sum) : sum;
  return roundUp(scaled.min(Decimal.of(10)), version);
}

function vector(
  version: Version,
  scope: string,
  [av, ac, pr, ui]: readonly string[],
  [c, i, a]: readonly string[],
): string {
  return `CVSS:${version}/AV:${av}/AC:${ac}/PR:${pr}/UI:${ui}/S:${scope}/C:${c}/I:${i}/A:${a}`;
}

function scores(text: string) {
  const scored = scoreCvss(text);
  assert.ok(scored.ok && scored.value.version !== '4.0', text);
  return scored.value;
}

const tenths = (value: number) => BigInt(Math.round(value * 10));

for (const version of VERSIONS) {
  const byBase = new Map<bigint, string>();

  test(`${version}: every base score is that of exact arithmetic`, () => {
    for (const scope of SCOPES) {
      for (const impacts of IMPACTS) {
        const impact = baseImpact(scope, impacts);
        for (const reach of REACHES) {
          const text = vector(version, scope, reach, impacts);
          const exact = together(version, scope, impact, reachOf(scope, reach));
          assert.equal(tenths(scores(text).base), exact, text);
          byBase.set(exact, text);
        }
      }
    }
    assert.ok(byBase.size > 80);
  });

  test(`${version}: every temporal score is that of exact arithmetic`, () => {
    for (const [base, text] of byBase) {
      for (const [e, rl, rc] of product([E, RL, RC].map((weights) => Object.keys(weights)))) {
        const whole = `${text}/E:${e}/RL:${rl}/RC:${rc}`;
        const value = new Decimal(base, 1)
          .times(weight(E, e))
          .times(weight(RL, rl))
          .times(weight(RC, rc));
        assert.equal(tenths(scores(whole).temporal), roundUp(value, version), whole);
      }
    }
  });

  test(`${version}: every environmental score is that of exact arithmetic`, () => {
    for (const scope of SCOPES) {
      const reaches = REACHES.map((reach) => [reach, reachOf(scope, reach)] as const);
      for (const impacts of IMPACTS) {
        for (const requirements of REQUIREMENTS) {
          const impact = modifiedImpact(version, scope, impacts, requirements);
          const [cr, ir, ar] = requirements;
          for (const [reach, exactReach] of reaches) {
            const text = `${vector(version, scope, reach, impacts)}/CR:${cr}/IR:${ir}/AR:${ar}`;
            const exact = together(version, scope, impact, exactReach);
            assert.equal(tenths(scores(text).environmental), exact, text);
          }
        }
      }
    }
  });

  test(`${version}: a modified metric stands for the base metric`, () => {
    const base = vector(version, 'U', ['P', 'H', 'H', 'R'], ['N', 'N', 'N']);
    for (const scope of SCOPES) {
      for (const [av, ac, pr, ui] of REACHES) {
        for (const [c, i, a] of IMPACTS.filter((_, at) => at % 5 === 0)) {
          const text = `${base}/MAV:${av}/MAC:${ac}/MPR:${pr}/MUI:${ui}/MS:${scope}/MC:${c}/MI:${i}/MA:${a}`;
          const plain = vector(version, scope, [av, ac, pr, ui] as string[], [c, i, a] as string[]);
          assert.equal(scores(text).environmental, scores(`${plain}/CR:M`).environmental, text);
          assert.equal(scores(text).base, 0);
        }
      }
    }
  });
}

test('the worked differences between 3.0 and 3.1', () => {
  const text = (version: Version) => vector(version, 'C', ['N', 'L', 'N', 'R'], ['H', 'H', 'H']);
  assert.equal(scores(text('3.1')).base, 9.6);
  // The modified impact of 3.1 has another exponent: even without an environmental metric.
  assert.equal(scores(text('3.1')).environmental, 9.7);
  assert.equal(scores(text('3.0')).environmental, 9.6);
});

test('the score is the environmental, else the temporal, else the base score', () => {
  const base = vector('3.1', 'C', ['N', 'L', 'N', 'R'], ['H', 'H', 'H']);
  const cases: readonly (readonly [more: string, score: number, name: string, severity: string])[] =
    [
      ['', 9.6, 'CVSS-B', 'Critical'],
      ['/E:X/RL:X/RC:X/CR:X/MAV:X', 9.6, 'CVSS-B', 'Critical'],
      ['/E:U', 8.8, 'CVSS-BT', 'High'],
      ['/MC:N/MI:N/MA:N', 0, 'CVSS-BE', 'None'],
      ['/E:U/MC:N/MI:N/MA:L', 4.3, 'CVSS-BTE', 'Medium'],
    ];
  for (const [more, score, name, severity] of cases) {
    const value = scores(base + more);
    assert.deepEqual([value.score, value.name, value.severity], [score, name, severity], more);
  }
});
