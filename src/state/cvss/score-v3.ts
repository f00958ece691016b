/**
 * Equations of CVSS 3.0 (§8) and 3.1 (§7). Numbers of values are those of metrics-v3.table.ts. The
 * versions differ in how they round up and in the modified impact under a changed scope.
 */

// Places of the metrics in the vector.
const [AV, AC, PR, UI, S, C, I, A, E, RL, RC] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;
const [CR, IR, AR, MAV, MAC, MPR, MUI, MS, MC, MI, MA] = [
  11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21,
] as const;

// Weights by number of the value; number 0 is Not Defined (3.1 §7.4).
const ATTACK_VECTOR = [0, 0.85, 0.62, 0.55, 0.2];
const ATTACK_COMPLEXITY = [0, 0.77, 0.44];
const PRIVILEGES_UNCHANGED = [0, 0.85, 0.62, 0.27];
const PRIVILEGES_CHANGED = [0, 0.85, 0.68, 0.5];
const USER_INTERACTION = [0, 0.85, 0.62];
const IMPACT = [0, 0.56, 0.22, 0];
const EXPLOIT_MATURITY = [1, 1, 0.97, 0.94, 0.91];
const REMEDIATION_LEVEL = [1, 1, 0.97, 0.96, 0.95];
const REPORT_CONFIDENCE = [1, 1, 0.96, 0.92];
const REQUIREMENT = [1, 1.5, 1, 0.5];

/** Number of the value Changed. */
const CHANGED = 1;

/** Scores of a vector of CVSS 3.0 or 3.1. */
export interface ScoresV3 {
  readonly base: number;
  readonly temporal: number;
  readonly environmental: number;
  readonly impact: number;
  readonly exploitability: number;
  readonly hasTemporal: boolean;
  readonly hasEnvironmental: boolean;
}

type Values = ArrayLike<number>;
type Round = (value: number) => number;

/** 3.1 §7.1 to §7.3, 3.0 §8.1 to §8.3, and the two sub-scores of the base score to one decimal. */
export function scoreV3(values: Values, version: '3.0' | '3.1'): ScoresV3 {
  const round = version === '3.0' ? roundUp30 : roundUp31;
  const changed = at(values, S) === CHANGED;
  const impactBase =
    1 -
    (1 - weight(IMPACT, values, C)) *
      (1 - weight(IMPACT, values, I)) *
      (1 - weight(IMPACT, values, A));
  const impact = changed
    ? 7.52 * (impactBase - 0.029) - 3.25 * power15(impactBase - 0.02)
    : 6.42 * impactBase;
  const reach = exploitability(
    at(values, AV),
    at(values, AC),
    at(values, PR),
    at(values, UI),
    changed,
  );
  const time =
    weight(EXPLOIT_MATURITY, values, E) *
    weight(REMEDIATION_LEVEL, values, RL) *
    weight(REPORT_CONFIDENCE, values, RC);
  const base = together(impact, reach, changed, round);
  return {
    base,
    temporal: round(base * time),
    environmental: environmentalScore(values, version, time, round),
    impact: Math.round(Math.max(0, impact) * 10) / 10,
    exploitability: Math.round(reach * 10) / 10,
    hasTemporal: (at(values, E) | at(values, RL) | at(values, RC)) !== 0,
    hasEnvironmental: isEnvironmental(values),
  };
}

/** Exploitability sub-score; what privileges weigh depends on the scope. */
function exploitability(av: number, ac: number, pr: number, ui: number, changed: boolean): number {
  const privileges = changed ? PRIVILEGES_CHANGED : PRIVILEGES_UNCHANGED;
  return (
    8.22 *
    (ATTACK_VECTOR[av] as number) *
    (ATTACK_COMPLEXITY[ac] as number) *
    (privileges[pr] as number) *
    (USER_INTERACTION[ui] as number)
  );
}

/** Impact and exploitability to a score: 0 without impact, 10 at most. */
function together(impact: number, reach: number, changed: boolean, round: Round): number {
  if (impact <= 0) return 0;
  return round(Math.min(changed ? 1.08 * (impact + reach) : impact + reach, 10));
}

/** 3.1 §7.3, 3.0 §8.3: a modified metric that is not defined has the value of the base metric. */
function environmentalScore(values: Values, version: string, time: number, round: Round): number {
  const changed = modified(values, MS, S) === CHANGED;
  const impact = modifiedImpact(values, version, changed);
  const reach = exploitability(
    modified(values, MAV, AV),
    modified(values, MAC, AC),
    modified(values, MPR, PR),
    modified(values, MUI, UI),
    changed,
  );
  return round(together(impact, reach, changed, round) * time);
}

function modifiedImpact(values: Values, version: string, changed: boolean): number {
  const part = (metric: number, base: number, requirement: number) =>
    1 -
    (IMPACT[modified(values, metric, base)] as number) * weight(REQUIREMENT, values, requirement);
  const impact = Math.min(1 - part(MC, C, CR) * part(MI, I, IR) * part(MA, A, AR), 0.915);
  if (!changed) return 6.42 * impact;
  const tail = version === '3.0' ? power15(impact - 0.02) : power13(impact * 0.9731 - 0.02);
  return 7.52 * (impact - 0.029) - 3.25 * tail;
}

/**
 * Roundup of 3.1, Appendix A: on an integer of hundred-thousandths, so that what binary numbers
 * add to a decimal does not count.
 */
function roundUp31(value: number): number {
  const parts = Math.round(value * 100_000);
  return parts % 10_000 === 0 ? parts / 100_000 : (Math.floor(parts / 10_000) + 1) / 10;
}

/**
 * Round up of 3.0, §8: the smallest tenth that is not below the value. The margin is for decimals
 * that binary numbers miss: no true value lies as near above a tenth (score-v3.test.ts).
 */
function roundUp30(value: number): number {
  return value === 0 ? 0 : Math.ceil(value * 10 - 1e-9) / 10;
}

function power13(value: number): number {
  const square = value * value;
  const fourth = square * square;
  return fourth * fourth * fourth * value;
}

function power15(value: number): number {
  return power13(value) * value * value;
}

function isEnvironmental(values: Values): boolean {
  for (let metric = CR; metric <= MA; metric++) if (at(values, metric) !== 0) return true;
  return false;
}

function modified(values: Values, metric: number, base: number): number {
  return at(values, metric) || at(values, base);
}

function at(values: Values, metric: number): number {
  return values[metric] as number;
}

function weight(weights: readonly number[], values: Values, metric: number): number {
  return weights[values[metric] as number] as number;
}
