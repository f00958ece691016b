/** Names of the metrics of CVSS 2.0 (guide §2.1 to §2.3) and of their values. */
import type { MetricTitles } from './titles.ts';

const IMPACT = 'Complete, Partial, None';
const REQUIREMENT = 'High, Medium, Low';

export const TITLES_V2: readonly MetricTitles[] = [
  ['AV', 'Access Vector', 'accessVector', 'Network, Adjacent Network, Local'],
  ['AC', 'Access Complexity', 'accessComplexity', 'Low, Medium, High'],
  ['Au', 'Authentication', 'authentication', 'None, Single, Multiple'],
  ['C', 'Confidentiality Impact', 'confidentialityImpact', IMPACT],
  ['I', 'Integrity Impact', 'integrityImpact', IMPACT],
  ['A', 'Availability Impact', 'availabilityImpact', IMPACT],
  ['E', 'Exploitability', 'exploitability', 'High, Functional, Proof-of-Concept, Unproven'],
  [
    'RL',
    'Remediation Level',
    'remediationLevel',
    'Unavailable, Workaround, Temporary Fix, Official Fix',
  ],
  ['RC', 'Report Confidence', 'reportConfidence', 'Confirmed, Uncorroborated, Unconfirmed'],
  [
    'CDP',
    'Collateral Damage Potential',
    'collateralDamagePotential',
    'High, Medium-High, Low-Medium, Low, None',
  ],
  ['TD', 'Target Distribution', 'targetDistribution', 'High, Medium, Low, None'],
  ['CR', 'Confidentiality Requirement', 'confidentialityRequirement', REQUIREMENT],
  ['IR', 'Integrity Requirement', 'integrityRequirement', REQUIREMENT],
  ['AR', 'Availability Requirement', 'availabilityRequirement', REQUIREMENT],
];
