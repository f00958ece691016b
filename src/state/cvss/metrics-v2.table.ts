/** Metrics of CVSS 2.0 (guide §2.1 to §2.3, order of §2.4). */
import { group, type MetricSet } from './metric.ts';

const IMPACT = 'C:Complete, P:Partial, N:None';
const REQUIREMENT = 'H:High, M:Medium, L:Low';

export const METRICS_V2: MetricSet = {
  version: '2.0',
  prefix: '',
  notDefined: 'ND',
  metrics: [
    ...group('base', [
      ['AV', 'Access Vector', 'accessVector', 'N:Network, A:Adjacent Network, L:Local'],
      ['AC', 'Access Complexity', 'accessComplexity', 'L:Low, M:Medium, H:High'],
      ['Au', 'Authentication', 'authentication', 'N:None, S:Single, M:Multiple'],
      ['C', 'Confidentiality Impact', 'confidentialityImpact', IMPACT],
      ['I', 'Integrity Impact', 'integrityImpact', IMPACT],
      ['A', 'Availability Impact', 'availabilityImpact', IMPACT],
    ]),
    ...group('temporal', [
      [
        'E',
        'Exploitability',
        'exploitability',
        'H:High, F:Functional, POC:Proof-of-Concept, U:Unproven',
      ],
      [
        'RL',
        'Remediation Level',
        'remediationLevel',
        'U:Unavailable, W:Workaround, TF:Temporary Fix, OF:Official Fix',
      ],
      [
        'RC',
        'Report Confidence',
        'reportConfidence',
        'C:Confirmed, UR:Uncorroborated, UC:Unconfirmed',
      ],
    ]),
    ...group('environmental', [
      [
        'CDP',
        'Collateral Damage Potential',
        'collateralDamagePotential',
        'H:High, MH:Medium-High, LM:Low-Medium, L:Low, N:None',
      ],
      ['TD', 'Target Distribution', 'targetDistribution', 'H:High, M:Medium, L:Low, N:None'],
      ['CR', 'Confidentiality Requirement', 'confidentialityRequirement', REQUIREMENT],
      ['IR', 'Integrity Requirement', 'integrityRequirement', REQUIREMENT],
      ['AR', 'Availability Requirement', 'availabilityRequirement', REQUIREMENT],
    ]),
  ],
};
