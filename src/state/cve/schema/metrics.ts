/** Scores in a record: FIRST's JSON forms of CVSS, and others. */
import { isJsonObject } from '../../../core/json/value.ts';
import {
  anyMember,
  every,
  exactly,
  list,
  type Members,
  number,
  object,
  pattern,
  required,
  type Shape,
  text,
  under,
  word,
} from '../../../core/shape/index.ts';
import { clause } from '../clause.ts';
import { language } from './parts.ts';

const closed = { closed: true } as const;
const score = number({ min: 0, max: 10 });
const SEVERITIES = ['NONE', 'LOW', 'MEDIUM', 'HIGH', 'CRITICAL'];
const severity = word(SEVERITIES);

const words = (text_: string) => word(text_.split(' '));
const or = (text_: string) => word([...text_.split(' '), 'NOT_DEFINED']);

const vector = (expression: RegExp, example: string) =>
  text({ form: pattern('vector of this CVSS version', expression, example) });

const V2_METRIC =
  'AV:[NAL]|AC:[LMH]|Au:[MSN]|[CIA]:[NPC]|E:(?:U|POC|F|H|ND)|RL:(?:OF|TF|W|U|ND)|RC:(?:UC|UR|C|ND)|CDP:(?:N|L|LM|MH|H|ND)|TD:(?:N|L|M|H|ND)|[CIA]R:(?:L|M|H|ND)';
const V3_METRIC =
  'AV:[NALP]|AC:[LH]|PR:[NLH]|UI:[NR]|S:[UC]|[CIA]:[NLH]|E:[XUPFH]|RL:[XOTWU]|RC:[XURC]|[CIA]R:[XLMH]|MAV:[XNALP]|MAC:[XLH]|MPR:[XNLH]|MUI:[XNR]|MS:[XUC]|M[CIA]:[XNLH]';
const V4 =
  /^CVSS:4\.0\/AV:[NALP]\/AC:[LH]\/AT:[NP]\/PR:[NLH]\/UI:[NPA]\/VC:[HLN]\/VI:[HLN]\/VA:[HLN]\/SC:[HLN]\/SI:[HLN]\/SA:[HLN](?:\/E:[XAPU])?(?:\/CR:[XHML])?(?:\/IR:[XHML])?(?:\/AR:[XHML])?(?:\/MAV:[XNALP])?(?:\/MAC:[XLH])?(?:\/MAT:[XNP])?(?:\/MPR:[XNLH])?(?:\/MUI:[XNPA])?(?:\/MVC:[XNLH])?(?:\/MVI:[XNLH])?(?:\/MVA:[XNLH])?(?:\/MSC:[XNLH])?(?:\/MSI:[XNLHS])?(?:\/MSA:[XNLHS])?(?:\/S:[XNP])?(?:\/AU:[XNY])?(?:\/R:[XAUI])?(?:\/V:[XDC])?(?:\/RE:[XLMH])?(?:\/U:(?:X|Clear|Green|Amber|Red))?$/;

const sequence = (prefix: string, metric: string) =>
  new RegExp(`^${prefix}(?:${metric})(?:/(?:${metric}))*$`);

const REQUIREMENTS = [
  'confidentialityRequirement',
  'integrityRequirement',
  'availabilityRequirement',
];

const cvss2 = object(
  {
    version: required(exactly('2.0')),
    vectorString: required(vector(sequence('', V2_METRIC), 'AV:N/AC:L/Au:N/C:P/I:P/A:P')),
    baseScore: required(score),
    temporalScore: score,
    environmentalScore: score,
    accessVector: words('NETWORK ADJACENT_NETWORK LOCAL'),
    accessComplexity: words('HIGH MEDIUM LOW'),
    authentication: words('MULTIPLE SINGLE NONE'),
    ...each(
      ['confidentialityImpact', 'integrityImpact', 'availabilityImpact'],
      words('NONE PARTIAL COMPLETE'),
    ),
    exploitability: or('UNPROVEN PROOF_OF_CONCEPT FUNCTIONAL HIGH'),
    remediationLevel: or('OFFICIAL_FIX TEMPORARY_FIX WORKAROUND UNAVAILABLE'),
    reportConfidence: or('UNCONFIRMED UNCORROBORATED CONFIRMED'),
    collateralDamagePotential: or('NONE LOW LOW_MEDIUM MEDIUM_HIGH HIGH'),
    targetDistribution: or('NONE LOW MEDIUM HIGH'),
    ...each(REQUIREMENTS, or('LOW MEDIUM HIGH')),
  },
  closed,
);

function each(names: readonly string[], shape: Shape): Members {
  return Object.fromEntries(names.map((name) => [name, shape]));
}

function cvss3(version: '3.0' | '3.1'): Shape {
  const metric = version === '3.0' ? V3_METRIC.replaceAll('PR:[', 'PR:[U') : V3_METRIC;
  const example = `CVSS:${version}/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H`;
  return object(
    {
      version: required(exactly(version)),
      vectorString: required(
        vector(sequence(`CVSS:${version.replace('.', '\\.')}/`, metric), example),
      ),
      baseScore: required(score),
      baseSeverity: required(severity),
      temporalScore: score,
      temporalSeverity: severity,
      environmentalScore: score,
      environmentalSeverity: severity,
      attackVector: words('NETWORK ADJACENT_NETWORK LOCAL PHYSICAL'),
      attackComplexity: words('HIGH LOW'),
      privilegesRequired: words('HIGH LOW NONE'),
      userInteraction: words('NONE REQUIRED'),
      scope: words('UNCHANGED CHANGED'),
      ...each(
        ['confidentialityImpact', 'integrityImpact', 'availabilityImpact'],
        words('NONE LOW HIGH'),
      ),
      exploitCodeMaturity: or('UNPROVEN PROOF_OF_CONCEPT FUNCTIONAL HIGH'),
      remediationLevel: or('OFFICIAL_FIX TEMPORARY_FIX WORKAROUND UNAVAILABLE'),
      reportConfidence: or('UNKNOWN REASONABLE CONFIRMED'),
      ...each(REQUIREMENTS, or('LOW MEDIUM HIGH')),
      modifiedAttackVector: or('NETWORK ADJACENT_NETWORK LOCAL PHYSICAL'),
      modifiedAttackComplexity: or('HIGH LOW'),
      modifiedPrivilegesRequired: or('HIGH LOW NONE'),
      modifiedUserInteraction: or('NONE REQUIRED'),
      modifiedScope: or('UNCHANGED CHANGED'),
      ...each(
        ['modifiedConfidentialityImpact', 'modifiedIntegrityImpact', 'modifiedAvailabilityImpact'],
        or('NONE LOW HIGH'),
      ),
    },
    closed,
  );
}

/** cvss-v4.0 scoreType: 4.0 lists its scores, which have one digit after the point. */
const tenth: Shape = (value, walk) => {
  score(value, walk);
  if (typeof value === 'number' && Math.round(value * 10) / 10 !== value) {
    walk.find('shape-range', `${value} has more than one digit after the point.`);
  }
};

/** cvss-v4.0 allOf: the word and the number of a severity agree. */
const severityAgrees: Shape = (value, walk) => {
  if (!isJsonObject(value)) return;
  const { baseScore, baseSeverity } = value;
  if (typeof baseScore !== 'number' || typeof baseSeverity !== 'string') return;
  if (!SEVERITIES.includes(baseSeverity) || baseScore < 0 || baseScore > 10) return;
  const right = severityOf(baseScore);
  if (right !== baseSeverity) {
    walk.find('shape-alternative', `A score of ${baseScore} is ${right}, not ${baseSeverity}.`);
  }
};

function severityOf(value: number): string {
  if (value === 0) return 'NONE';
  if (value < 4) return 'LOW';
  return value < 7 ? 'MEDIUM' : value < 9 ? 'HIGH' : 'CRITICAL';
}

const VULNERABLE = ['vulnConfidentialityImpact', 'vulnIntegrityImpact', 'vulnAvailabilityImpact'];
const SUBSEQUENT = ['subConfidentialityImpact', 'subIntegrityImpact', 'subAvailabilityImpact'];

const cvss4 = every(
  object(
    {
      version: required(exactly('4.0')),
      vectorString: required(
        vector(V4, 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N'),
      ),
      baseScore: required(tenth),
      baseSeverity: required(severity),
      threatScore: score,
      threatSeverity: severity,
      environmentalScore: score,
      environmentalSeverity: severity,
      attackVector: words('NETWORK ADJACENT LOCAL PHYSICAL'),
      attackComplexity: words('HIGH LOW'),
      attackRequirements: words('NONE PRESENT'),
      privilegesRequired: words('HIGH LOW NONE'),
      userInteraction: words('NONE PASSIVE ACTIVE'),
      ...each([...VULNERABLE, ...SUBSEQUENT], words('NONE LOW HIGH')),
      exploitMaturity: or('UNREPORTED PROOF_OF_CONCEPT ATTACKED'),
      ...each(REQUIREMENTS, or('LOW MEDIUM HIGH')),
      modifiedAttackVector: or('NETWORK ADJACENT LOCAL PHYSICAL'),
      modifiedAttackComplexity: or('HIGH LOW'),
      modifiedAttackRequirements: or('NONE PRESENT'),
      modifiedPrivilegesRequired: or('HIGH LOW NONE'),
      modifiedUserInteraction: or('NONE PASSIVE ACTIVE'),
      ...each(VULNERABLE.map(modified), or('NONE LOW HIGH')),
      modifiedSubConfidentialityImpact: or('NONE NEGLIGIBLE LOW HIGH'),
      ...each(SUBSEQUENT.slice(1).map(modified), or('NONE NEGLIGIBLE LOW HIGH SAFETY')),
      Safety: or('NEGLIGIBLE PRESENT'),
      Automatable: or('NO YES'),
      Recovery: or('AUTOMATIC USER IRRECOVERABLE'),
      valueDensity: or('DIFFUSE CONCENTRATED'),
      vulnerabilityResponseEffort: or('LOW MODERATE HIGH'),
      providerUrgency: or('CLEAR GREEN AMBER RED'),
    },
    closed,
  ),
  severityAgrees,
);

function modified(name: string): string {
  return `modified${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

const scenario = object(
  { lang: required(language), value: required(text({ min: 1, max: 4_096 })) },
  closed,
);

const other = object(
  { type: required(text({ min: 1, max: 128 })), content: required(object({}, { min: 1 })) },
  closed,
);

const FORMS = ['cvssV4_0', 'cvssV3_1', 'cvssV3_0', 'cvssV2_0', 'other'];

export const metrics = under(
  clause('metrics'),
  list(
    every(
      object(
        {
          format: text({ min: 1, max: 64 }),
          scenarios: list(scenario, { min: 1, unique: true }),
          cvssV4_0: cvss4,
          cvssV3_1: cvss3('3.1'),
          cvssV3_0: cvss3('3.0'),
          cvssV2_0: cvss2,
          other,
        },
        closed,
      ),
      anyMember(FORMS),
    ),
    { min: 1, unique: true },
  ),
);
