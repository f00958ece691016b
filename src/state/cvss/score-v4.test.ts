/** The algorithm of 4.0 §8.2 written out with vectors and fractions, against ours. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cvssMetrics, scoreCvss } from './index.ts';
import { MACRO_VECTOR_SCORES } from './lookup-v4.table.ts';

const LOOKUP = new Map<string, number>();
for (const [place, row] of MACRO_VECTOR_SCORES.entries()) {
  const levels = [
    Math.floor(place / 18),
    Math.floor(place / 9) % 2,
    Math.floor(place / 3) % 3,
    place % 3,
  ];
  const [eq1, eq2, eq3, eq4] = levels;
  const sixes = eq3 === 2 ? ['1'] : ['0', '1'];
  for (const [at, score] of row.split(' ').entries()) {
    const [eq5, eq6] = [Math.floor(at / sixes.length), sixes[at % sixes.length]];
    LOOKUP.set(`${eq1}${eq2}${eq3}${eq4}${eq5}${eq6}`, Number(score));
  }
}

type Values = Readonly<Record<string, string>>;

// §2 to §4: values from the most severe on.
const ORDER: Readonly<Record<string, string>> = {
  AV: 'NALP',
  PR: 'NLH',
  UI: 'NPA',
  AC: 'LH',
  AT: 'NP',
  VC: 'HLN',
  VI: 'HLN',
  VA: 'HLN',
  SC: 'HLN',
  SI: 'SHLN',
  SA: 'SHLN',
  CR: 'HML',
  IR: 'HML',
  AR: 'HML',
};

// Tables 24 to 30: metrics and highest severity vectors by level.
const EQ1 = { metrics: 'AV PR UI', tops: ['NNN', 'ANN NLN NNP', 'PNN ALP'] };
const EQ2 = { metrics: 'AC AT', tops: ['LN', 'LP HN'] };
const JOINT = {
  metrics: 'VC VI VA CR IR AR',
  tops: {
    '00': 'HHHHHH',
    '01': 'HHHMMM HHLMMH',
    '10': 'LHHHHH HLHHHH',
    '11': 'HLHMHM HLLMHH LHHHMM LHLHMH LLHHHM',
    '21': 'LLLHHH',
  } as Readonly<Record<string, string>>,
};
const EQ4 = { metrics: 'SC SI SA', tops: ['HSS', 'HHH', 'LLL'] };
// Depths of the levels.
const DEPTHS = {
  eq1: [1, 4, 5],
  eq2: [1, 2],
  joint: { '00': 7, '01': 6, '10': 8, '11': 8, '21': 10 } as Readonly<Record<string, number>>,
  eq4: [6, 5, 4],
};

function effective(given: Values): Values {
  const values: Record<string, string> = {};
  for (const metric of Object.keys(ORDER)) {
    const modified = given[`M${metric}`];
    const own = modified && modified !== 'X' ? modified : given[metric];
    values[metric] = own && own !== 'X' ? own : 'H';
  }
  const threat = given.E ?? 'X';
  return { ...values, E: threat === 'X' ? 'A' : threat };
}

function levels(v: Values): string {
  const { AV, PR, UI, AC, AT, VC, VI, VA, SC, SI, SA, CR, IR, AR } = v;
  const some = AV === 'N' || PR === 'N' || UI === 'N';
  const eq1 = AV === 'N' && PR === 'N' && UI === 'N' ? 0 : some && AV !== 'P' ? 1 : 2;
  const eq2 = AC === 'L' && AT === 'N' ? 0 : 1;
  const eq3 = VC === 'H' && VI === 'H' ? 0 : VC === 'H' || VI === 'H' || VA === 'H' ? 1 : 2;
  const high = SC === 'H' || SI === 'H' || SA === 'H';
  const eq4 = SI === 'S' || SA === 'S' ? 0 : high ? 1 : 2;
  const eq5 = 'APU'.indexOf(v.E as string);
  const met =
    (CR === 'H' && VC === 'H') || (IR === 'H' && VI === 'H') || (AR === 'H' && VA === 'H');
  return `${eq1}${eq2}${eq3}${eq4}${eq5}${met ? 0 : 1}`;
}

/** Steps from the first highest vector that is nowhere below the vector. */
function distance(values: Values, names: string, tops: string): number {
  const metrics = names.split(' ');
  for (const top of tops.split(' ')) {
    const steps = metrics.map((metric, at) => {
      const order = ORDER[metric] as string;
      return order.indexOf(values[metric] as string) - order.indexOf(top[at] as string);
    });
    if (steps.every((step) => step >= 0)) return steps.reduce((sum, step) => sum + step, 0);
  }
  throw new Error(`no highest vector for ${JSON.stringify(values)}`);
}

/** Score in tenths. */
function reference(given: Values): { score: number; macro: string } {
  const v = effective(given);
  const macro = levels(v);
  if (['VC', 'VI', 'VA', 'SC', 'SI', 'SA'].every((metric) => v[metric] === 'N'))
    return { score: 0, macro };
  const score = LOOKUP.get(macro) as number;
  const digit = (at: number) => Number(macro[at]);
  const next = (...at: number[]) =>
    LOOKUP.get(
      Array.from(macro, (own, place) => (at.includes(place) ? Number(own) + 1 : own)).join(''),
    );
  const joint = `${macro[2]}${macro[5]}`;
  const lowerJoint =
    joint === '00'
      ? Math.max(next(5) as number, next(2) as number)
      : joint === '10'
        ? next(5)
        : joint === '21'
          ? undefined
          : next(2);
  const ways: (readonly [lower: number | undefined, steps: number, depth: number])[] = [
    [
      next(0),
      distance(v, EQ1.metrics, EQ1.tops[digit(0)] as string),
      DEPTHS.eq1[digit(0)] as number,
    ],
    [
      next(1),
      distance(v, EQ2.metrics, EQ2.tops[digit(1)] as string),
      DEPTHS.eq2[digit(1)] as number,
    ],
    [
      lowerJoint,
      distance(v, JOINT.metrics, JOINT.tops[joint] as string),
      DEPTHS.joint[joint] as number,
    ],
    [
      next(3),
      distance(v, EQ4.metrics, EQ4.tops[digit(3)] as string),
      DEPTHS.eq4[digit(3)] as number,
    ],
    [next(4), 0, 1],
  ];
  const counted = ways.filter(([lower]) => lower !== undefined);
  if (counted.length === 0) return { score, macro };
  // Fractions over one denominator.
  const denominator = counted.reduce((all, [, , depth]) => all * depth, 1) * counted.length;
  const gone = counted.reduce(
    (sum, [lower, steps, depth]) =>
      sum + ((score - (lower as number)) * steps * denominator) / (depth * counted.length),
    0,
  );
  return {
    score: Math.floor((2 * (score * denominator - gone) + denominator) / (2 * denominator)),
    macro,
  };
}

/** Mulberry32. */
function generator(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

function scoreOf(text: string) {
  const scored = scoreCvss(text);
  assert.ok(scored.ok && scored.value.version === '4.0', text);
  return scored.value;
}

const METRICS = cvssMetrics('4.0');

test('40,000 vectors of all groups have the score of the algorithm as it is written', () => {
  const random = generator(20_261_122);
  const macros = new Set<string>();
  for (let n = 0; n < 40_000; n++) {
    const values: Record<string, string> = {};
    for (const { name, group, values: known } of METRICS) {
      const choice = random(group === 'base' ? known.length : known.length + 2);
      if (choice <= known.length) values[name] = known[choice]?.[0] ?? 'X';
    }
    const text = `CVSS:4.0/${Object.entries(values)
      .map((pair) => pair.join(':'))
      .join('/')}`;
    const { score, macro } = reference(values);
    const ours = scoreOf(text);
    assert.equal(Math.round(ours.score * 10), score, text);
    assert.equal(ours.macroVector, macro, text);
    macros.add(macro);
  }
  assert.ok(macros.size > 250, `${macros.size} macro vectors met`);
});

test('the table has 270 macro vectors, and no way down leads up', () => {
  assert.equal(LOOKUP.size, 270);
  for (const [macro, score] of LOOKUP) {
    for (let at = 0; at < 6; at++) {
      const lower = LOOKUP.get(macro.slice(0, at) + (Number(macro[at]) + 1) + macro.slice(at + 1));
      assert.ok(lower === undefined || lower <= score, macro);
    }
  }
});

const WORST = 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H';
const NO_IMPACT = 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:N/VI:N/VA:N/SC:N/SI:N/SA:N';

test('edges of the scale, defaults and names', () => {
  const cases: readonly (readonly [text: string, score: number, name: string, severity: string])[] =
    [
      [WORST, 10, 'CVSS-B', 'Critical'],
      [`${WORST}/E:X/CR:X/MAV:X/S:P/AU:Y/R:I/V:C/RE:H/U:Red`, 10, 'CVSS-B', 'Critical'],
      [`${WORST}/E:A`, 10, 'CVSS-BT', 'Critical'],
      [`${WORST}/E:U`, 9.1, 'CVSS-BT', 'Critical'],
      [`${WORST}/CR:H/IR:H/AR:H`, 10, 'CVSS-BE', 'Critical'],
      [`${WORST}/E:P/MSI:S`, 9.8, 'CVSS-BTE', 'Critical'],
      [NO_IMPACT, 0, 'CVSS-B', 'None'],
      [`${NO_IMPACT}/E:A/CR:H`, 0, 'CVSS-BTE', 'None'],
      [`${WORST}/MVC:N/MVI:N/MVA:N/MSC:N/MSI:N/MSA:N`, 0, 'CVSS-BE', 'None'],
      [`${NO_IMPACT}/MSA:S`, 8.9, 'CVSS-BE', 'High'],
    ];
  for (const [text, score, name, severity] of cases) {
    const value = scoreOf(text);
    assert.deepEqual([value.score, value.name, value.severity], [score, name, severity], text);
  }
});

test('supplemental metrics never change the score', () => {
  const random = generator(7);
  const supplemental = METRICS.filter(({ group }) => group === 'supplemental');
  const base = 'CVSS:4.0/AV:L/AC:H/AT:P/PR:L/UI:P/VC:L/VI:N/VA:H/SC:N/SI:L/SA:N/E:P/MSI:S';
  const { score, name } = scoreOf(base);
  for (let n = 0; n < 200; n++) {
    const more = supplemental.map(
      ({ name, values }) => `/${name}:${values[random(values.length)]?.[0]}`,
    );
    const value = scoreOf(base + more.join(''));
    assert.deepEqual([value.score, value.name], [score, name]);
  }
});
