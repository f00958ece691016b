/** Names of the metrics of CVSS 4.0 (§2 to §5) and of their values. */
import type { MetricTitles } from './titles.ts';

const VECTOR = 'Network, Adjacent, Local, Physical';
const COMPLEXITY = 'Low, High';
const REQUIREMENTS = 'None, Present';
const LEVEL = 'None, Low, High';
const INTERACTION = 'None, Passive, Active';
const IMPACT = 'High, Low, None';
const IMPACT_OR_SAFETY = 'Safety, High, Low, None';
const REQUIREMENT = 'High, Medium, Low';

export const TITLES_V4: readonly MetricTitles[] = [
  ['AV', 'Attack Vector', 'attackVector', VECTOR],
  ['AC', 'Attack Complexity', 'attackComplexity', COMPLEXITY],
  ['AT', 'Attack Requirements', 'attackRequirements', REQUIREMENTS],
  ['PR', 'Privileges Required', 'privilegesRequired', LEVEL],
  ['UI', 'User Interaction', 'userInteraction', INTERACTION],
  ['VC', 'Vulnerable System Confidentiality Impact', 'vulnConfidentialityImpact', IMPACT],
  ['VI', 'Vulnerable System Integrity Impact', 'vulnIntegrityImpact', IMPACT],
  ['VA', 'Vulnerable System Availability Impact', 'vulnAvailabilityImpact', IMPACT],
  ['SC', 'Subsequent System Confidentiality Impact', 'subConfidentialityImpact', IMPACT],
  ['SI', 'Subsequent System Integrity Impact', 'subIntegrityImpact', IMPACT],
  ['SA', 'Subsequent System Availability Impact', 'subAvailabilityImpact', IMPACT],
  ['E', 'Exploit Maturity', 'exploitMaturity', 'Attacked, Proof-of-Concept, Unreported'],
  ['CR', 'Confidentiality Requirement', 'confidentialityRequirement', REQUIREMENT],
  ['IR', 'Integrity Requirement', 'integrityRequirement', REQUIREMENT],
  ['AR', 'Availability Requirement', 'availabilityRequirement', REQUIREMENT],
  ['MAV', 'Modified Attack Vector', 'modifiedAttackVector', VECTOR],
  ['MAC', 'Modified Attack Complexity', 'modifiedAttackComplexity', COMPLEXITY],
  ['MAT', 'Modified Attack Requirements', 'modifiedAttackRequirements', REQUIREMENTS],
  ['MPR', 'Modified Privileges Required', 'modifiedPrivilegesRequired', LEVEL],
  ['MUI', 'Modified User Interaction', 'modifiedUserInteraction', INTERACTION],
  [
    'MVC',
    'Modified Vulnerable System Confidentiality',
    'modifiedVulnConfidentialityImpact',
    IMPACT,
  ],
  ['MVI', 'Modified Vulnerable System Integrity', 'modifiedVulnIntegrityImpact', IMPACT],
  ['MVA', 'Modified Vulnerable System Availability', 'modifiedVulnAvailabilityImpact', IMPACT],
  ['MSC', 'Modified Subsequent System Confidentiality', 'modifiedSubConfidentialityImpact', IMPACT],
  ['MSI', 'Modified Subsequent System Integrity', 'modifiedSubIntegrityImpact', IMPACT_OR_SAFETY],
  [
    'MSA',
    'Modified Subsequent System Availability',
    'modifiedSubAvailabilityImpact',
    IMPACT_OR_SAFETY,
  ],
  ['S', 'Safety', 'Safety', 'Present, Negligible'],
  ['AU', 'Automatable', 'Automatable', 'Yes, No'],
  ['R', 'Recovery', 'Recovery', 'Automatic, User, Irrecoverable'],
  ['V', 'Value Density', 'valueDensity', 'Diffuse, Concentrated'],
  ['RE', 'Vulnerability Response Effort', 'vulnerabilityResponseEffort', 'Low, Moderate, High'],
  ['U', 'Provider Urgency', 'providerUrgency', 'Red, Amber, Green, Clear'],
];
