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

// How far one step of an equivalence set reaches in the table of scores. EQ3 and EQ6 are one set
// (table 30), whose levels are 00, 01, 10, 11, 21.
const EQ4_STEP = 3;
const JOINT_STEP = 9;
const EQ2_STEP = 45;
const EQ1_STEP = 90;
const JOINT_21 = 4;
const JOINT_LEVELS = ['00', '01', '10', '11', '21'];

/** A common multiple of all depths: shares of a distance are integers of this size. */
const WHOLE = 840;

// WHOLE divided by the depth of each level (§8.2: steps from its highest to its lowest vector). EQ2
// and EQ5 need none: where they have a lower level, they have one vector.
const EQ1_SHARE = [WHOLE, WHOLE / 4];
const JOINT_SHARE = [WHOLE / 7, WHOLE / 6, WHOLE / 8, WHOLE / 8];
const EQ4_SHARE = [WHOLE / 6, WHOLE / 5];

// Sums of the numbers of values in the highest severity vectors of each level. A level with
// several of them has the same sum for all, so that the distance from any is a difference of sums.
const EQ1_TOP = [3, 4];
const JOINT_TOP = [6, 9, 7, 9];
const EQ4_TOP = [1, 3];

/** Scores in tenths, and names, of the macro vectors by EQ1, EQ2, EQ3+EQ6, EQ4, EQ5. */
const SCORES = new Uint8Array(270);
const NAMES: string[] = [];
fillTables();

/** Score and macro vector of a vector of CVSS 4.0. */
export interface ScoresV4 {
  readonly score: number;
  /** Levels of EQ1 to EQ6, e.g. `000100`. */
  readonly macroVector: string;
  readonly hasThreat: boolean;
  readonly hasEnvironmental: boolean;
}

type Values = ArrayLike<number>;

/**
 * §8.2; numbers of values are those of metrics.table.ts, 1 being the most severe one. Modified
 * metrics replace base metrics (§4.2); E:X counts as A and the requirements' X as H (§8.2).
 */
export function scoreV4(values: Values): ScoresV4 {
  const av = either(values, MAV, AV);
  const pr = either(values, MPR, PR);
  const ui = either(values, MUI, UI);
  const vc = either(values, MVC, VC);
  const vi = either(values, MVI, VI);
  const va = either(values, MVA, VA);
  const cr = at(values, CR) || 1;
  const ir = at(values, IR) || 1;
  const ar = at(values, AR) || 1;
  // Subsequent systems count from Safety, 0, which only modified metrics can have.
  const sc = either(values, MSC, SC);
  const si = at(values, MSI) === 0 ? at(values, SI) : at(values, MSI) - 1;
  const sa = at(values, MSA) === 0 ? at(values, SA) : at(values, MSA) - 1;

  const eq1 = levelOfEq1(av, pr, ui);
  const eq2 = either(values, MAC, AC) === 1 && either(values, MAT, AT) === 1 ? 0 : 1;
  const joint = levelOfJoint(vc, vi, va, cr, ir, ar);
  const eq4 = si === 0 || sa === 0 ? 0 : sc === 1 || si === 1 || sa === 1 ? 1 : 2;
  const eq5 = (at(values, E) || 1) - 1;
  const here = eq1 * EQ1_STEP + eq2 * EQ2_STEP + joint * JOINT_STEP + eq4 * EQ4_STEP + eq5;
  const score = SCORES[here] as number;

  // From each set the way to the next lower macro vector, times the part of it that is gone. A set
  // without a lower one is left out; EQ2 and EQ5 have nothing gone, and still count in the mean.
  let sets = (eq5 < 2 ? 1 : 0) + (eq2 < 1 ? 1 : 0);
  let gone = 0;
  if (eq1 < 2) {
    gone +=
      (score - scoreAt(here + EQ1_STEP)) * (av + pr + ui - of(EQ1_TOP, eq1)) * of(EQ1_SHARE, eq1);
    sets++;
  }
  if (joint < JOINT_21) {
    const steps = vc + vi + va + cr + ir + ar - of(JOINT_TOP, joint);
    gone += (score - lowerJoint(here, joint)) * steps * of(JOINT_SHARE, joint);
    sets++;
  }
  if (eq4 < 2) {
    gone +=
      (score - scoreAt(here + EQ4_STEP)) * (sc + si + sa - of(EQ4_TOP, eq4)) * of(EQ4_SHARE, eq4);
    sets++;
  }
  // None of the six impacts: 0, as in the reference calculator.
  const none = vc + vi + va + sc + si + sa === 18;
  return {
    score: none ? 0 : lessMean(score, gone, sets) / 10,
    macroVector: NAMES[here] as string,
    hasThreat: at(values, E) !== 0,
    hasEnvironmental: isEnvironmental(values),
  };
}

/** Table 24. */
function levelOfEq1(av: number, pr: number, ui: number): number {
  if (av + pr + ui === 3) return 0;
  const physical = 4;
  return av === physical || (av > 1 && pr > 1 && ui > 1) ? 2 : 1;
}

/** Table 30: EQ3 by the impacts, EQ6 by those that meet a high requirement. */
function levelOfJoint(
  vc: number,
  vi: number,
  va: number,
  cr: number,
  ir: number,
  ar: number,
): number {
  if (vc > 1 && vi > 1 && va > 1) return JOINT_21;
  const eq3 = vc + vi === 2 ? 0 : 1;
  const eq6 = vc + cr === 2 || vi + ir === 2 || va + ar === 2 ? 0 : 1;
  return 2 * eq3 + eq6;
}

/** 00 has two below it, of which the higher score counts; 01 and 10 have 11, 11 has 21. */
function lowerJoint(here: number, joint: number): number {
  const next = scoreAt(here + JOINT_STEP);
  if (joint > 1) return next;
  const second = scoreAt(here + 2 * JOINT_STEP);
  return joint === 1 ? second : Math.max(next, second);
}

/** The score less the mean of what is gone, in tenths, a half rounded up. */
function lessMean(score: number, gone: number, sets: number): number {
  if (sets === 0) return score;
  const unit = WHOLE * sets;
  return Math.floor((2 * (score * unit - gone) + unit) / (2 * unit));
}

function fillTables(): void {
  for (const [row, scores] of MACRO_VECTOR_SCORES.entries()) {
    const [eq12, eq3, eq4] = [Math.floor(row / 9), Math.floor(row / 3) % 3, row % 3];
    const list = scores.split(' ');
    const sixes = list.length / 3;
    for (const [place, score] of list.entries()) {
      const joint = eq3 === 2 ? JOINT_21 : 2 * eq3 + (place % sixes);
      const eq5 = Math.floor(place / sixes);
      const index = eq12 * EQ2_STEP + joint * JOINT_STEP + eq4 * EQ4_STEP + eq5;
      const [third, sixth] = JOINT_LEVELS[joint] as string;
      SCORES[index] = Number(score);
      NAMES[index] = `${eq12 >> 1}${eq12 & 1}${third}${eq4}${eq5}${sixth}`;
    }
  }
}

function isEnvironmental(values: Values): boolean {
  for (let metric = CR; metric <= MSA; metric++) if (at(values, metric) !== 0) return true;
  return false;
}

function scoreAt(index: number): number {
  return SCORES[index] as number;
}

function of(list: readonly number[], level: number): number {
  return list[level] as number;
}

function either(values: Values, metric: number, base: number): number {
  return at(values, metric) || at(values, base);
}

function at(values: Values, metric: number): number {
  return values[metric] as number;
}
