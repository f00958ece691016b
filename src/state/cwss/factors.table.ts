/**
 * The 16 factors of CWSS 1.0.1 (ITU-T X.1525) §2.3 to §2.5, in the order of a vector, with the
 * weights of all values.
 */
import type { CwssFactor, CwssGroup, CwssValue } from './factor.ts';

function factor(
  group: CwssGroup,
  name: string,
  title: string,
  standard: number,
  values: readonly CwssValue[],
): CwssFactor {
  // Default, Unknown and Not Applicable are values of every factor; Access Vector has a code of
  // its own for Unknown.
  const unknown = name === 'AV' ? 'U' : 'UK';
  const everywhere: readonly CwssValue[] = [
    ['D', 'Default', standard],
    [unknown, 'Unknown', 0.5],
    ['NA', 'Not Applicable', 1],
  ];
  return { name, title, group, values: [...values, ...everywhere] };
}

const IMPACT: readonly CwssValue[] = [
  ['C', 'Critical', 1],
  ['H', 'High', 0.9],
  ['M', 'Medium', 0.6],
  ['L', 'Low', 0.3],
  ['N', 'None', 0],
];

const LAYER: readonly CwssValue[] = [
  ['A', 'Application', 1],
  ['S', 'System', 0.9],
  ['N', 'Network', 0.7],
  ['E', 'Enterprise Infrastructure', 1],
];

function control(complete: number): readonly CwssValue[] {
  return [
    ['N', 'None', 1],
    ['L', 'Limited', 0.9],
    ['M', 'Moderate', 0.7],
    ['I', 'Indirect (Defense-in-Depth)', 0.5],
    ['B', 'Best-Available', 0.3],
    ['C', 'Complete', complete],
  ];
}

const BASE = [
  factor('base', 'TI', 'Technical Impact', 0.6, IMPACT),
  factor('base', 'AP', 'Acquired Privilege', 0.7, [
    ['A', 'Administrator', 1],
    ['P', 'Partially-Privileged User', 0.9],
    ['RU', 'Regular User', 0.7],
    ['L', 'Limited / Guest', 0.6],
    ['N', 'None', 0.1],
  ]),
  factor('base', 'AL', 'Acquired Privilege Layer', 0.9, LAYER),
  factor('base', 'IC', 'Internal Control Effectiveness', 0.6, control(0)),
  factor('base', 'FC', 'Finding Confidence', 0.8, [
    ['T', 'Proven True', 1],
    ['LT', 'Proven Locally True', 0.8],
    ['F', 'Proven False', 0],
  ]),
];

const ATTACK_SURFACE = [
  factor('attackSurface', 'RP', 'Required Privilege', 0.7, [
    ['N', 'None', 1],
    ['L', 'Limited / Guest', 0.9],
    ['RU', 'Regular User', 0.7],
    ['P', 'Partially-Privileged User', 0.6],
    ['A', 'Administrator', 0.1],
  ]),
  factor('attackSurface', 'RL', 'Required Privilege Layer', 0.9, LAYER),
  factor('attackSurface', 'AV', 'Access Vector', 0.75, [
    ['I', 'Internet', 1],
    ['R', 'Intranet', 0.8],
    ['V', 'Private Network', 0.8],
    ['A', 'Adjacent Network', 0.7],
    ['L', 'Local', 0.5],
    ['P', 'Physical', 0.2],
  ]),
  factor('attackSurface', 'AS', 'Authentication Strength', 0.85, [
    ['S', 'Strong', 0.7],
    ['M', 'Moderate', 0.8],
    ['W', 'Weak', 0.9],
    ['N', 'None', 1],
  ]),
  factor('attackSurface', 'IN', 'Level of Interaction', 0.55, [
    ['A', 'Automated', 1],
    ['T', 'Typical / Limited', 0.9],
    ['M', 'Moderate', 0.8],
    ['O', 'Opportunistic', 0.3],
    ['H', 'High', 0.1],
    ['NI', 'No interaction', 0],
  ]),
  factor('attackSurface', 'SC', 'Deployment Scope', 0.7, [
    ['A', 'All', 1],
    ['M', 'Moderate', 0.9],
    ['R', 'Rare', 0.5],
    ['P', 'Potentially Reachable', 0.1],
  ]),
];

const ENVIRONMENTAL = [
  factor('environmental', 'BI', 'Business Impact', 0.6, IMPACT),
  factor('environmental', 'DI', 'Likelihood of Discovery', 0.6, [
    ['H', 'High', 1],
    ['M', 'Medium', 0.6],
    ['L', 'Low', 0.2],
  ]),
  factor('environmental', 'EX', 'Likelihood of Exploit', 0.6, [
    ['H', 'High', 1],
    ['M', 'Medium', 0.6],
    ['L', 'Low', 0.2],
    ['N', 'None', 0],
  ]),
  factor('environmental', 'EC', 'External Control Effectiveness', 0.6, control(0.1)),
  factor('environmental', 'P', 'Prevalence', 0.85, [
    ['W', 'Widespread', 1],
    ['H', 'High', 0.9],
    ['C', 'Common', 0.8],
    ['L', 'Limited', 0.7],
  ]),
];

export const CWSS_FACTORS: readonly CwssFactor[] = [...BASE, ...ATTACK_SURFACE, ...ENVIRONMENTAL];
