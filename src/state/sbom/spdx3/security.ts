/** What an SPDX 3 document says of vulnerabilities (profile Security). */
import { memberOf, objectsOf, textOf } from '../../../core/json/member.ts';
import type { JsonObject } from '../../../core/json/value.ts';
import { type Graph, idsOf, type Node } from './graph.ts';
import { isBelow } from './model.ts';

export interface SpdxVulnerability {
  readonly ref: string;
  /** CVE ids and other names, as written. */
  readonly ids: readonly string[];
  readonly path: string;
}

/** One assessment; which members it has depends on what it is about. */
export interface SpdxAssessment {
  readonly kind: 'vex' | 'cvss' | 'epss' | 'ssvc' | 'exploit-catalog';
  /** VEX: the four words of its minimum requirements, with underscores. */
  readonly status?: 'affected' | 'not_affected' | 'fixed' | 'under_investigation';
  readonly vulnerability: string;
  readonly products: readonly string[];
  /** The element within the products that was looked at. */
  readonly component?: string;
  readonly justification?: string;
  readonly impact?: string;
  readonly action?: string;
  readonly score?: number;
  readonly severity?: string;
  readonly vector?: string;
  readonly probability?: number;
  readonly percentile?: number;
  readonly decision?: string;
  readonly catalog?: string;
  readonly locator?: string;
  readonly suppliedBy?: string;
  readonly published?: string;
  readonly modified?: string;
  readonly withdrawn?: string;
  readonly path: string;
}

export interface SpdxSecurity {
  readonly vulnerabilities: readonly SpdxVulnerability[];
  readonly assessments: readonly SpdxAssessment[];
}

const STATUS = {
  security_VexAffectedVulnAssessmentRelationship: 'affected',
  security_VexNotAffectedVulnAssessmentRelationship: 'not_affected',
  security_VexFixedVulnAssessmentRelationship: 'fixed',
  security_VexUnderInvestigationVulnAssessmentRelationship: 'under_investigation',
} as const;
const KINDS: Readonly<Record<string, SpdxAssessment['kind']>> = {
  security_CvssV2VulnAssessmentRelationship: 'cvss',
  security_CvssV3VulnAssessmentRelationship: 'cvss',
  security_CvssV4VulnAssessmentRelationship: 'cvss',
  security_EpssVulnAssessmentRelationship: 'epss',
  security_SsvcVulnAssessmentRelationship: 'ssvc',
  security_ExploitCatalogVulnAssessmentRelationship: 'exploit-catalog',
};

/** Vulnerabilities with their names, and every assessment of one. */
export function securityOf(graph: Graph): SpdxSecurity {
  const vulnerabilities = graph.nodes
    .filter(({ type }) => isBelow(type, 'security_Vulnerability'))
    .map(({ id, object, path }) => ({ ref: id, ids: idsSaid(object, path), path }));
  const assessments = graph.nodes.flatMap((node) => assessmentOf(node) ?? []);
  return { vulnerabilities, assessments };
}

function idsSaid(object: JsonObject, path: string): readonly string[] {
  const ids = [...objectsOf(object, 'externalIdentifier', path)].flatMap(({ entry }) => {
    const type = textOf(entry, 'externalIdentifierType');
    return type === 'cve' || type === 'securityOther' ? (textOf(entry, 'identifier') ?? []) : [];
  });
  const name = textOf(object, 'name');
  return [...new Set(name === undefined ? ids : [...ids, name])];
}

function assessmentOf({ type, object, path }: Node): SpdxAssessment | null {
  const status = Object.hasOwn(STATUS, type) ? STATUS[type as keyof typeof STATUS] : undefined;
  const kind = status === undefined ? KINDS[type] : 'vex';
  if (kind === undefined || !(status !== undefined || Object.hasOwn(KINDS, type))) return null;
  const [vulnerability] = idsOf(object, 'from', path);
  if (vulnerability === undefined) return null;
  const texts = {
    component: idsOf(object, 'security_assessedElement', path)[0],
    justification: textOf(object, 'security_justificationType'),
    impact: textOf(object, 'security_impactStatement'),
    action: textOf(object, 'security_actionStatement'),
    severity: textOf(object, 'security_severity'),
    vector: textOf(object, 'security_vectorString'),
    decision: textOf(object, 'security_decisionType'),
    catalog: textOf(object, 'security_catalogType'),
    locator: textOf(object, 'security_locator'),
    suppliedBy: idsOf(object, 'suppliedBy', path)[0],
    published: textOf(object, 'security_publishedTime'),
    modified: textOf(object, 'security_modifiedTime'),
    withdrawn: textOf(object, 'security_withdrawnTime'),
    score: numberOf(object, 'security_score'),
    probability: numberOf(object, 'security_probability'),
    percentile: numberOf(object, 'security_percentile'),
  };
  const said = Object.fromEntries(Object.entries(texts).filter(([, each]) => each !== undefined));
  const products = idsOf(object, 'to', path);
  return {
    kind,
    ...(status === undefined ? {} : { status }),
    vulnerability,
    products,
    ...said,
    path,
  };
}

function numberOf(object: JsonObject, name: string): number | undefined {
  const value = memberOf(object, name);
  const number = typeof value === 'string' && value !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}
