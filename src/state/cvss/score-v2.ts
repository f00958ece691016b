/** Equations of CVSS 2.0 (guide §3.2). Numbers of values are those of metrics-v2.table.ts. */

// Places of the metrics in the vector.
const [AV, AC, AU, C, I, A, E, RL, RC, CDP, TD, CR, IR, AR] = [
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13,
] as const;

// Weights by number of the value; number 0 is Not Defined (§3.2.1 to §3.2.3).
const ACCESS_VECTOR = [0, 1, 0.646, 0.395];
const ACCESS_COMPLEXITY = [0, 0.71, 0.61, 0.35];
const AUTHENTICATION = [0, 0.704, 0.56, 0.45];
const IMPACT = [0, 0.66, 0.275, 0];
const EXPLOITABILITY = [1, 1, 0.95, 0.9, 0.85];
const REMEDIATION_LEVEL = [1, 1, 0.95, 0.9, 0.87];
const REPORT_CONFIDENCE = [1, 1, 0.95, 0.9];
const COLLATERAL_DAMAGE = [0, 0.5, 0.4, 0.3, 0.1, 0];
const TARGET_DISTRIBUTION = [1, 1, 0.75, 0.25, 0];
const REQUIREMENT = [1, 1.51, 1, 0.5];

/** Scores of a vector of CVSS 2.0. */
export interface ScoresV2 {
  readonly base: number;
  readonly temporal: number;
  readonly environmental: number;
  readonly impact: number;
  readonly exploitability: number;
  readonly hasTemporal: boolean;
  readonly hasEnvironmental: boolean;
}

type Values = ArrayLike<number>;

/** §3.2: base, temporal and environmental score, and the two sub-scores to one decimal. */
export function scoreV2(values: Values): ScoresV2 {
  const impact =
    10.41 *
    (1 -
      (1 - weight(IMPACT, values, C)) *
        (1 - weight(IMPACT, values, I)) *
        (1 - weight(IMPACT, values, A)));
  const exploitability =
    20 *
    weight(ACCESS_VECTOR, values, AV) *
    weight(ACCESS_COMPLEXITY, values, AC) *
    weight(AUTHENTICATION, values, AU);
  const time =
    weight(EXPLOITABILITY, values, E) *
    weight(REMEDIATION_LEVEL, values, RL) *
    weight(REPORT_CONFIDENCE, values, RC);
  const base = baseScore(impact, exploitability);
  const temporal = tenth(base * time);
  const hasEnvironmental =
    (at(values, CDP) | at(values, TD) | at(values, CR) | at(values, IR) | at(values, AR)) !== 0;
  return {
    base,
    temporal,
    environmental: hasEnvironmental ? environmentalScore(values, exploitability, time) : temporal,
    impact: tenth(impact),
    exploitability: tenth(exploitability),
    hasTemporal: (at(values, E) | at(values, RL) | at(values, RC)) !== 0,
    hasEnvironmental,
  };
}

/** §3.2.1. */
function baseScore(impact: number, exploitability: number): number {
  const some = impact === 0 ? 0 : 1.176;
  return tenth((0.6 * impact + 0.4 * exploitability - 1.5) * some);
}

/**
 * §3.2.3: the temporal score again with the adjusted impact, then collateral damage and target
 * distribution. Low requirements can make the adjusted base score negative; the score itself ends
 * at 0, as all scores do (§1.2).
 */
function environmentalScore(values: Values, exploitability: number, time: number): number {
  const part = (metric: number, requirement: number) =>
    1 - weight(IMPACT, values, metric) * weight(REQUIREMENT, values, requirement);
  const impact = Math.min(10, 10.41 * (1 - part(C, CR) * part(I, IR) * part(A, AR)));
  const temporal = tenth(baseScore(impact, exploitability) * time);
  const damage = weight(COLLATERAL_DAMAGE, values, CDP);
  const score = (temporal + (10 - temporal) * damage) * weight(TARGET_DISTRIBUTION, values, TD);
  return Math.max(0, tenth(score));
}

/**
 * round_to_1_decimal, halves away from zero. The margin is for decimals that binary numbers miss:
 * no true value of the equations lies as near to a half without being one (score-v2.test.ts).
 */
function tenth(value: number): number {
  const size = Math.floor(Math.abs(value) * 10 + 0.5 + 1e-9) / 10;
  return value < 0 && size > 0 ? -size : size;
}

function at(values: Values, metric: number): number {
  return values[metric] as number;
}

function weight(weights: readonly number[], values: Values, metric: number): number {
  return weights[values[metric] as number] as number;
}
