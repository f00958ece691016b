/** Metrics of CVSS 3.0 and 3.1 (§2 to §4, order of §6): the same in both. */
import { group, type MetricSet } from './metric.ts';

const VECTOR = 'N:Network, A:Adjacent Network, L:Local, P:Physical';
const COMPLEXITY = 'L:Low, H:High';
const LEVEL = 'N:None, L:Low, H:High';
const INTERACTION = 'N:None, R:Required';
const SCOPE = 'C:Changed, U:Unchanged';
const IMPACT = 'H:High, L:Low, N:None';
const REQUIREMENT = 'H:High, M:Medium, L:Low';

const METRICS = [
  ...group('base', [
    ['AV', 'Attack Vector', 'attackVector', VECTOR],
    ['AC', 'Attack Complexity', 'attackComplexity', COMPLEXITY],
    ['PR', 'Privileges Required', 'privilegesRequired', LEVEL],
    ['UI', 'User Interaction', 'userInteraction', INTERACTION],
    ['S', 'Scope', 'scope', SCOPE],
    ['C', 'Confidentiality Impact', 'confidentialityImpact', IMPACT],
    ['I', 'Integrity Impact', 'integrityImpact', IMPACT],
    ['A', 'Availability Impact', 'availabilityImpact', IMPACT],
  ]),
  ...group('temporal', [
    [
      'E',
      'Exploit Code Maturity',
      'exploitCodeMaturity',
      'H:High, F:Functional, P:Proof-of-Concept, U:Unproven',
    ],
    [
      'RL',
      'Remediation Level',
      'remediationLevel',
      'U:Unavailable, W:Workaround, T:Temporary Fix, O:Official Fix',
    ],
    ['RC', 'Report Confidence', 'reportConfidence', 'C:Confirmed, R:Reasonable, U:Unknown'],
  ]),
  ...group('environmental', [
    ['CR', 'Confidentiality Requirement', 'confidentialityRequirement', REQUIREMENT],
    ['IR', 'Integrity Requirement', 'integrityRequirement', REQUIREMENT],
    ['AR', 'Availability Requirement', 'availabilityRequirement', REQUIREMENT],
    ['MAV', 'Modified Attack Vector', 'modifiedAttackVector', VECTOR],
    ['MAC', 'Modified Attack Complexity', 'modifiedAttackComplexity', COMPLEXITY],
    ['MPR', 'Modified Privileges Required', 'modifiedPrivilegesRequired', LEVEL],
    ['MUI', 'Modified User Interaction', 'modifiedUserInteraction', INTERACTION],
    ['MS', 'Modified Scope', 'modifiedScope', SCOPE],
    ['MC', 'Modified Confidentiality Impact', 'modifiedConfidentialityImpact', IMPACT],
    ['MI', 'Modified Integrity Impact', 'modifiedIntegrityImpact', IMPACT],
    ['MA', 'Modified Availability Impact', 'modifiedAvailabilityImpact', IMPACT],
  ]),
];

export const METRICS_V30: MetricSet = {
  version: '3.0',
  prefix: 'CVSS:3.0/',
  notDefined: 'X',
  metrics: METRICS,
};

export const METRICS_V31: MetricSet = {
  version: '3.1',
  prefix: 'CVSS:3.1/',
  notDefined: 'X',
  metrics: METRICS,
};
