/**
 * CVSS 4.0 §8: the macro vector of a vector, and interpolation inside it. All of it is integers:
 * scores in tenths, distances in steps, shares over one denominator. So a score that lies exactly
 * between two tenths is seen to do so, and is rounded up.
 */
import { MACRO_VECTOR_SCORES } from './lookup-v4.table.ts';

// Places of the metrics in the vector.
const [AV, AC, AT, PR, UI, VC, VI, VA, SC, SI, SA] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;
const [E, CR, IR, AR, MAV, MAC, MAT, MPR, MUI] = [11, 12, 13, 14, 15, 16, 17, 18, 19] as const;
const [MVC, MVI, MVA, MSC, MSI, MSA] = [20, 21, 22, 23, 24, 25] as const;

/** EQ3 and EQ6 are one (table 30): 00, 01, 10, 11, 21. */
const JOINT = ['00', '01', '10', '11', '21'] as const;
const JOINT_21 = 4;

// How far one step of an equivalence set reaches in the table of scores.
const EQ5_STEP = 1;
const EQ4_STEP = 3;
const JOINT_STEP = 9;
const EQ2_STEP = 45;
const EQ1_STEP = 90;

/** Scores of the macro vectors in tenths, by EQ1, EQ2, EQ3+EQ6, EQ4, EQ5. */
const SCORES = flatten();

/** A common multiple of all depths: shares of a distance are integers of this size. */
const WHOLE = 840;

// WHOLE divided by the depth of each level (§8.2: steps from its highest to its lowest vector). EQ2
// and EQ5 need none: where they have a lower level, they have one vector.
const EQ1_SHARE = [WHOLE, WHOLE / 4, WHOLE / 5];
const JOINT_SHARE = [WHOLE / 7, WHOLE / 6, WHOLE / 8, WHOLE / 8, WHOLE / 10];
const EQ4_SHARE = [WHOLE / 6, WHOLE / 5, WHOLE / 4];

// Steps of the highest severity vectors of each level. A level with several of them has the same
// number for all, so that the distance from any is the difference of two numbers.
const EQ1_TOP = [0, 1, 3];
const JOINT_TOP = [0, 3, 1, 3, 3];
const EQ4_TOP = [1, 3, 6];

/** What is scored: the metrics that are left after defaults and modified metrics, as steps. */
interface Steps {
  av: number;
  pr: number;
  ui: number;
  ac: number;
  at: number;
  vc: number;
  vi: number;
  va: number;
  sc: number;
  si: number;
  sa: number;
  cr: number;
  ir: number;
  ar: number;
  e: number;
}

/** Score and macro vector of a vector of CVSS 4.0. */
export interface ScoresV4 {
  readonly score: number;
  /** Levels of EQ1 to EQ6, e.g. `000100`. */
  readonly macroVector: string;
  readonly hasThreat: boolean;
  readonly hasEnvironmental: boolean;
}

type Values = ArrayLike<number>;

/** §8.2; numbers of values are those of metrics-v4.table.ts. */
export function scoreV4(values: Values): ScoresV4 {
  const steps = effective(values);
  const levels = levelsOf(steps);
  return {
    score: (hasImpact(steps) ? interpolate(steps, levels) : 0) / 10,
    macroVector: macroVector(levels),
    hasThreat: at(values, E) !== 0,
    hasEnvironmental: isEnvironmental(values),
  };
}

/** Modified metrics replace base metrics (§4.2); E:X counts as A, requirements X as H (§8.2). */
function effective(values: Values): Steps {
  return {
    av: either(values, MAV, AV) - 1,
    pr: either(values, MPR, PR) - 1,
    ui: either(values, MUI, UI) - 1,
    ac: either(values, MAC, AC) - 1,
    at: either(values, MAT, AT) - 1,
    vc: either(values, MVC, VC) - 1,
    vi: either(values, MVI, VI) - 1,
    va: either(values, MVA, VA) - 1,
    // Steps of subsequent systems count from Safety, which only modified metrics can have.
    sc: either(values, MSC, SC),
    si: at(values, MSI) === 0 ? at(values, SI) : at(values, MSI) - 1,
    sa: at(values, MSA) === 0 ? at(values, SA) : at(values, MSA) - 1,
    cr: orHighest(values, CR),
    ir: orHighest(values, IR),
    ar: orHighest(values, AR),
    e: orHighest(values, E),
  };
}

/** None of the six impacts: no equation is needed, as in the reference calculator. */
function hasImpact({ vc, vi, va, sc, si, sa }: Steps): boolean {
  return vc + vi + va < 6 || sc + si + sa < 9;
}

interface Levels {
  eq1: number;
  eq2: number;
  joint: number;
  eq4: number;
  eq5: number;
}

/** Tables 24 to 30. Step 0 is the highest value of each metric; of SI and SA it is Safety. */
function levelsOf(steps: Steps): Levels {
  const { av, pr, ui, ac, at: requirements, sc, si, sa } = steps;
  const none = av !== 0 && pr !== 0 && ui !== 0;
  const physical = 3;
  return {
    eq1: av + pr + ui === 0 ? 0 : none || av === physical ? 2 : 1,
    eq2: ac + requirements === 0 ? 0 : 1,
    joint: jointLevel(steps),
    eq4: si === 0 || sa === 0 ? 0 : sc === 1 || si === 1 || sa === 1 ? 1 : 2,
    eq5: steps.e,
  };
}

/** Table 30: EQ3 by the impacts, EQ6 by those that meet a high requirement. */
function jointLevel({ vc, vi, va, cr, ir, ar }: Steps): number {
  if (vc !== 0 && vi !== 0 && va !== 0) return JOINT_21;
  const eq3 = vc === 0 && vi === 0 ? 0 : 1;
  const eq6 = vc + cr === 0 || vi + ir === 0 || va + ar === 0 ? 0 : 1;
  return 2 * eq3 + eq6;
}

/**
 * §8.2, the algorithm: from each equivalence set, the way to the next lower macro vector times the
 * part of it that is gone; their mean is taken from the score. Result in tenths.
 */
function interpolate(steps: Steps, { eq1, eq2, joint, eq4, eq5 }: Levels): number {
  const here =
    eq1 * EQ1_STEP + eq2 * EQ2_STEP + joint * JOINT_STEP + eq4 * EQ4_STEP + eq5 * EQ5_STEP;
  const score = SCORES[here] as number;
  let sets = eq5 < 2 ? 1 : 0;
  let gone = 0;
  if (eq1 < 2) {
    const way = score - (SCORES[here + EQ1_STEP] as number);
    gone +=
      way *
      (steps.av + steps.pr + steps.ui - (EQ1_TOP[eq1] as number)) *
      (EQ1_SHARE[eq1] as number);
    sets++;
  }
  if (eq2 < 1) sets++; // its level 0 has one vector: nothing is gone of the way
  if (joint < JOINT_21) {
    const way = score - lowerJoint(here, joint);
    const { vc, vi, va, cr, ir, ar } = steps;
    gone +=
      way *
      (vc + vi + va + cr + ir + ar - (JOINT_TOP[joint] as number)) *
      (JOINT_SHARE[joint] as number);
    sets++;
  }
  if (eq4 < 2) {
    const way = score - (SCORES[here + EQ4_STEP] as number);
    gone +=
      way *
      (steps.sc + steps.si + steps.sa - (EQ4_TOP[eq4] as number)) *
      (EQ4_SHARE[eq4] as number);
    sets++;
  }
  if (sets === 0) return score;
  const unit = WHOLE * sets;
  return Math.floor((2 * (score * unit - gone) + unit) / (2 * unit));
}

/** 00 has two below it, of which the higher score counts; 01 and 10 have 11, 11 has 21. */
function lowerJoint(here: number, joint: number): number {
  const next = SCORES[here + JOINT_STEP] as number;
  if (joint === 3) return next;
  const second = SCORES[here + 2 * JOINT_STEP] as number;
  if (joint === 1) return second;
  return joint === 0 ? Math.max(next, second) : next;
}

function macroVector({ eq1, eq2, joint, eq4, eq5 }: Levels): string {
  const [eq3, eq6] = JOINT[joint] as string;
  return `${eq1}${eq2}${eq3}${eq4}${eq5}${eq6}`;
}

/** The table's rows in the order of the steps above. */
function flatten(): Uint8Array {
  const scores = new Uint8Array(270);
  for (const [levels, row] of MACRO_VECTOR_SCORES) {
    const [eq1 = 0, eq2 = 0, eq3 = 0, eq4 = 0] = Array.from(levels, Number);
    const first = eq1 * EQ1_STEP + eq2 * EQ2_STEP + eq4 * EQ4_STEP;
    const sixes = row.length / 3;
    for (const [place, score] of row.entries()) {
      const joint = eq3 === 2 ? JOINT_21 : 2 * eq3 + (place % sixes);
      scores[first + joint * JOINT_STEP + Math.floor(place / sixes) * EQ5_STEP] = score;
    }
  }
  return scores;
}

function isEnvironmental(values: Values): boolean {
  for (let metric = CR; metric <= MSA; metric++) if (at(values, metric) !== 0) return true;
  return false;
}

function either(values: Values, metric: number, base: number): number {
  return at(values, metric) || at(values, base);
}

function orHighest(values: Values, metric: number): number {
  return at(values, metric) === 0 ? 0 : at(values, metric) - 1;
}

function at(values: Values, metric: number): number {
  return values[metric] as number;
}
