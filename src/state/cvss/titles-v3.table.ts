/** Names of the metrics of CVSS 3.0 and 3.1 (§2 to §4) and of their values. */
import type { MetricTitles } from './titles.ts';

const VECTOR = 'Network, Adjacent Network, Local, Physical';
const COMPLEXITY = 'Low, High';
const LEVEL = 'None, Low, High';
const INTERACTION = 'None, Required';
const SCOPE = 'Changed, Unchanged';
const IMPACT = 'High, Low, None';
const REQUIREMENT = 'High, Medium, Low';

export const TITLES_V3: readonly MetricTitles[] = [
  ['AV', 'Attack Vector', 'attackVector', VECTOR],
  ['AC', 'Attack Complexity', 'attackComplexity', COMPLEXITY],
  ['PR', 'Privileges Required', 'privilegesRequired', LEVEL],
  ['UI', 'User Interaction', 'userInteraction', INTERACTION],
  ['S', 'Scope', 'scope', SCOPE],
  ['C', 'Confidentiality Impact', 'confidentialityImpact', IMPACT],
  ['I', 'Integrity Impact', 'integrityImpact', IMPACT],
  ['A', 'Availability Impact', 'availabilityImpact', IMPACT],
  [
    'E',
    'Exploit Code Maturity',
    'exploitCodeMaturity',
    'High, Functional, Proof-of-Concept, Unproven',
  ],
  [
    'RL',
    'Remediation Level',
    'remediationLevel',
    'Unavailable, Workaround, Temporary Fix, Official Fix',
  ],
  ['RC', 'Report Confidence', 'reportConfidence', 'Confirmed, Reasonable, Unknown'],
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
];
