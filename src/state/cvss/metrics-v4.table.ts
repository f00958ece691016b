/** Metrics of CVSS 4.0 (§2 to §5, order of §7, table 23). */
import { group, type MetricSet } from './metric.ts';

const VECTOR = 'N:Network, A:Adjacent, L:Local, P:Physical';
const COMPLEXITY = 'L:Low, H:High';
const REQUIREMENTS = 'N:None, P:Present';
const LEVEL = 'N:None, L:Low, H:High';
const INTERACTION = 'N:None, P:Passive, A:Active';
const IMPACT = 'H:High, L:Low, N:None';
const IMPACT_OR_SAFETY = `S:Safety, ${IMPACT}`;
const REQUIREMENT = 'H:High, M:Medium, L:Low';

export const METRICS_V4: MetricSet = {
  version: '4.0',
  prefix: 'CVSS:4.0/',
  notDefined: 'X',
  metrics: [
    ...group('base', [
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
    ]),
    ...group('threat', [
      ['E', 'Exploit Maturity', 'exploitMaturity', 'A:Attacked, P:Proof-of-Concept, U:Unreported'],
    ]),
    ...group('environmental', [
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
      [
        'MSC',
        'Modified Subsequent System Confidentiality',
        'modifiedSubConfidentialityImpact',
        IMPACT,
      ],
      [
        'MSI',
        'Modified Subsequent System Integrity',
        'modifiedSubIntegrityImpact',
        IMPACT_OR_SAFETY,
      ],
      [
        'MSA',
        'Modified Subsequent System Availability',
        'modifiedSubAvailabilityImpact',
        IMPACT_OR_SAFETY,
      ],
    ]),
    ...group('supplemental', [
      ['S', 'Safety', 'Safety', 'P:Present, N:Negligible'],
      ['AU', 'Automatable', 'Automatable', 'Y:Yes, N:No'],
      ['R', 'Recovery', 'Recovery', 'A:Automatic, U:User, I:Irrecoverable'],
      ['V', 'Value Density', 'valueDensity', 'D:Diffuse, C:Concentrated'],
      [
        'RE',
        'Vulnerability Response Effort',
        'vulnerabilityResponseEffort',
        'L:Low, M:Moderate, H:High',
      ],
      [
        'U',
        'Provider Urgency',
        'providerUrgency',
        'Red:Red, Amber:Amber, Green:Green, Clear:Clear',
      ],
    ]),
  ],
};
