/**
 * The equations of 2.0 against exact decimals, stage by stage: every input that a stage can get.
 * So every one of the vectors of 2.0 has the score of exact arithmetic.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Decimal, ONE, ZERO } from './decimal.test.fixture.ts';
import { scoreCvss } from './index.ts';

type Weights = Readonly<Record<string, string>>;

// Written anew from the guide, §3.2.
const AV: Weights = { L: '0.395', A: '0.646', N: '1.0' };
const AC: Weights = { H: '0.35', M: '0.61', L: '0.71' };
const AU: Weights = { M: '0.45', S: '0.56', N: '0.704' };
const CIA: Weights = { N: '0.0', P: '0.275', C: '0.660' };
const E: Weights = { U: '0.85', POC: '0.9', F: '0.95', H: '1.00', ND: '1.00' };
const RL: Weights = { OF: '0.87', TF: '0.90', W: '0.95', U: '1.00', ND: '1.00' };
const RC: Weights = { UC: '0.90', UR: '0.95', C: '1.00', ND: '1.00' };
const CDP: Weights = { N: '0', L: '0.1', LM: '0.3', MH: '0.4', H: '0.5', ND: '0' };
const TD: Weights = { N: '0', L: '0.25', M: '0.75', H: '1.00', ND: '1.00' };
const REQ: Weights = { L: '0.5', M: '1.0', H: '1.51', ND: '1.0' };

const IMPACTS = product([Object.keys(CIA), Object.keys(CIA), Object.keys(CIA)]);
const REQUIREMENTS = product([Object.keys(REQ), Object.keys(REQ), Object.keys(REQ)]);
const REACHES = product([Object.keys(AV), Object.keys(AC), Object.keys(AU)]);
const TIMES = product([Object.keys(E), Object.keys(RL), Object.keys(RC)]);

function product(lists: readonly (readonly string[])[]): string[][] {
  return lists.reduce<string[][]>(
    (made, list) => made.flatMap((head) => list.map((item) => [...head, item])),
    [[]],
  );
}

const weight = (weights: Weights, code = '') => Decimal.of(weights[code] as string);

function exactBase(
  reach: readonly string[],
  impacts: readonly string[],
  requirements?: readonly string[],
): bigint {
  const part = (at: number) => {
    const impact = weight(CIA, impacts[at]);
    return ONE.minus(requirements ? impact.times(weight(REQ, requirements[at])) : impact);
  };
  let impact = Decimal.of('10.41').times(ONE.minus(part(0).times(part(1)).times(part(2))));
  if (requirements) impact = impact.min(Decimal.of(10));
  const exploitability = Decimal.of(20)
    .times(weight(AV, reach[0]))
    .times(weight(AC, reach[1]))
    .times(weight(AU, reach[2]));
  const sum = Decimal.of('0.6')
    .times(impact)
    .plus(Decimal.of('0.4').times(exploitability))
    .minus(Decimal.of('1.5'));
  return sum.times(impact.positive ? Decimal.of('1.176') : ZERO).round(1);
}

function exactTemporal(base: bigint, [e, rl, rc]: readonly string[]): bigint {
  return new Decimal(base, 1)
    .times(weight(E, e))
    .times(weight(RL, rl))
    .times(weight(RC, rc))
    .round(1);
}

function vector(reach: readonly string[], impacts: readonly string[], more = ''): string {
  const [av, ac, au] = reach;
  const [c, i, a] = impacts;
  return `AV:${av}/AC:${ac}/Au:${au}/C:${c}/I:${i}/A:${a}${more}`;
}

function scores(text: string) {
  const scored = scoreCvss(text);
  assert.ok(scored.ok && scored.value.version === '2.0', text);
  return scored.value;
}

const tenths = (value: number) => BigInt(Math.round(value * 10));

/** A vector for every base score and every adjusted base score that there is. */
const byBase = new Map<bigint, string>();
const byAdjusted = new Map<bigint, string>();

test('every base score is that of exact arithmetic', () => {
  for (const reach of REACHES) {
    for (const impacts of IMPACTS) {
      const text = vector(reach, impacts);
      const exact = exactBase(reach, impacts);
      assert.equal(tenths(scores(text).base), exact, text);
      byBase.set(exact, text);
    }
  }
  assert.ok(byBase.size > 70);
});

test('every temporal score is that of exact arithmetic', () => {
  for (const [base, text] of byBase) {
    for (const time of TIMES) {
      const whole = `${text}/E:${time[0]}/RL:${time[1]}/RC:${time[2]}`;
      assert.equal(tenths(scores(whole).temporal), exactTemporal(base, time), whole);
    }
  }
});

test('every adjusted base score is that of exact arithmetic, below zero ends at zero', () => {
  let negative = 0;
  for (const reach of REACHES) {
    for (const impacts of IMPACTS) {
      for (const requirements of REQUIREMENTS) {
        const [cr, ir, ar] = requirements;
        const text = vector(reach, impacts, `/CDP:N/TD:H/CR:${cr}/IR:${ir}/AR:${ar}`);
        const exact = exactBase(reach, impacts, requirements);
        if (exact < 0n) negative++;
        assert.equal(tenths(scores(text).environmental), exact < 0n ? 0n : exact, text);
        byAdjusted.set(exact, vector(reach, impacts, `/CR:${cr}/IR:${ir}/AR:${ar}`));
      }
    }
  }
  assert.ok(negative > 0 && byAdjusted.size > 90);
});

test('every environmental score is that of exact arithmetic', () => {
  for (const [adjusted, text] of byAdjusted) {
    const [head, requirements] = [
      text.slice(0, text.indexOf('/CR')),
      text.slice(text.indexOf('/CR')),
    ];
    for (const time of TIMES) {
      const temporal = new Decimal(exactTemporal(adjusted, time), 1);
      for (const [cdp, td] of product([Object.keys(CDP), Object.keys(TD)])) {
        const whole = `${head}/E:${time[0]}/RL:${time[1]}/RC:${time[2]}/CDP:${cdp}/TD:${td}${requirements}`;
        const damage = Decimal.of(10).minus(temporal).times(weight(CDP, cdp));
        const exact = temporal.plus(damage).times(weight(TD, td)).round(1);
        const scored = scores(whole);
        const given = [cdp, td].some((code) => code !== 'ND') || /[CIA]R:(?!ND)/.test(requirements);
        if (given) assert.equal(tenths(scored.environmental), exact < 0n ? 0n : exact, whole);
        else assert.equal(scored.environmental, scored.temporal, whole);
      }
    }
  }
});

test('environmental metrics that are all ND change nothing', () => {
  const nothing = '/CDP:ND/TD:ND/CR:ND/IR:ND/AR:ND';
  const scored = scores(`${vector(['N', 'L', 'N'], ['C', 'C', 'C'])}${nothing}`);
  assert.equal(scored.environmental, scored.base);
  assert.equal(scored.name, 'CVSS-B');
});

test('the example of the guide, §3.3', () => {
  // CVE-2002-0392: base 7.8, temporal 6.4, environmental 9.2 with high damage and targets.
  const text = 'AV:N/AC:L/Au:N/C:N/I:N/A:C/E:F/RL:OF/RC:C/CDP:H/TD:H/CR:M/IR:M/AR:H';
  const { base, temporal, environmental, score, severity, name } = scores(text);
  assert.deepEqual([base, temporal, environmental, score], [7.8, 6.4, 9.2, 9.2]);
  assert.deepEqual([severity, name], ['High', 'CVSS-BTE']);
});
