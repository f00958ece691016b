/** The formula of CWSS 1.0.1 §3: three sub-scores, multiplied. */
import type { Issue } from '../../core/issue.ts';
import { type CwssIssueCode, type CwssVector, formatCwss, parseCwss } from './vector.ts';

export interface CwssScore {
  /** Base Finding sub-score, 0 to 100. */
  readonly base: number;
  /** Attack Surface sub-score, 0 to 1. */
  readonly attackSurface: number;
  /** Environmental sub-score, 0 to 1. */
  readonly environmental: number;
  /** Product of the three, 0.0 to 100.0, to one decimal. These are no bands of CVSS. */
  readonly score: number;
}

export type CwssScored =
  | {
      readonly ok: true;
      readonly value: CwssScore;
      readonly issues: readonly Issue<CwssIssueCode>[];
    }
  | { readonly ok: false; readonly issues: readonly Issue<CwssIssueCode>[] };

/** Scores a vector; what is wrong with it comes as issues. */
export function scoreCwss(vector: string | CwssVector): CwssScored {
  const parsed = parseCwss(typeof vector === 'string' ? vector : formatCwss(vector));
  if (!parsed.ok) return parsed;
  const weight = (name: string) => parsed.value[name]?.weight ?? 0;
  const base = baseFinding(weight);
  const surface = attackSurface(weight);
  const environment = environmental(weight);
  const value: CwssScore = {
    base: decimal(base, 6),
    attackSurface: decimal(surface, 6),
    environmental: decimal(environment, 6),
    score: decimal(base * surface * environment, 1),
  };
  return { ok: true, value, issues: parsed.issues };
}

type Weight = (name: string) => number;

/** §3.1: without technical impact there is no finding. */
function baseFinding(weight: Weight): number {
  const sum = 10 * weight('TI') + 5 * (weight('AP') + weight('AL')) + 5 * weight('FC');
  return weight('TI') === 0 ? 0 : sum * weight('IC') * 4;
}

/** §3.2. */
function attackSurface(weight: Weight): number {
  const reach = 20 * (weight('RP') + weight('RL') + weight('AV'));
  return (reach + 20 * weight('SC') + 15 * weight('IN') + 5 * weight('AS')) / 100;
}

/** §3.3: without business impact the environment makes the score nothing. */
function environmental(weight: Weight): number {
  const sum = 10 * weight('BI') + 3 * weight('DI') + 4 * weight('EX') + 3 * weight('P');
  return weight('BI') === 0 ? 0 : (sum * weight('EC')) / 20;
}

/** Rounded to so many decimals, halves up; the margin is for decimals that binary numbers miss. */
function decimal(value: number, places: number): number {
  const unit = 10 ** places;
  return Math.floor(value * unit + 0.5 + 1e-7) / unit;
}
