/** Shapes of NVD API 2.0: CVE, CPE and match strings (schemas cve_api_json_2.0 and its kin). */
import {
  type Form,
  flag,
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
} from '../../core/shape/index.ts';
import { parseTimestamp } from '../../core/timestamp.ts';
import { CPE_FS, CVE_ID } from '../cve/schema/forms.ts';
import { clause } from './clause.ts';

const TIME: Form = {
  name: 'time (without a zone it is UTC)',
  example: '2026-11-21T09:30:00.000',
  test: (value) => parseTimestamp(zoned(value), { offsets: true }).ok,
};

/** The time with its zone written out: NVD writes UTC without one. */
export function zoned(time: string): string {
  return /(?:Z|[+-][0-9]{2}:[0-9]{2})$/.test(time) ? time : `${time}Z`;
}

const UUID: Form = pattern(
  'UUID',
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i,
  '36FBCF0F-8CEE-474C-8A04-5075AF53FAF4',
);

const time = text({ form: TIME });
const uuid = text({ form: UUID });
const some = text({ min: 1 });
const cpe = text({ form: CPE_FS });
const texts = list(object({ lang: required(some), value: required(text()) }));
const score = number({ min: 0, max: 10 });
const operator = word(['AND', 'OR']);

const cvssData = (severity: boolean) =>
  object({
    version: required(some),
    vectorString: required(some),
    baseScore: required(score),
    ...(severity ? { baseSeverity: required(word(SEVERITIES)) } : {}),
  });

const SEVERITIES = ['NONE', 'LOW', 'MEDIUM', 'HIGH', 'CRITICAL'];

function metric(severity: boolean): Shape {
  return list(
    object({
      source: required(some),
      type: required(word(['Primary', 'Secondary'])),
      cvssData: required(cvssData(severity)),
      exploitabilityScore: score,
      impactScore: score,
    }),
  );
}

const bounds: Members = {
  versionStartIncluding: some,
  versionStartExcluding: some,
  versionEndIncluding: some,
  versionEndExcluding: some,
};

const node = object({
  operator: required(operator),
  negate: flag,
  cpeMatch: required(
    list(
      object({
        vulnerable: required(flag),
        criteria: required(cpe),
        matchCriteriaId: required(uuid),
        ...bounds,
      }),
    ),
  ),
});

export const STATUSES = [
  'Received',
  'Awaiting Analysis',
  'Awaiting Enrichment',
  'Undergoing Analysis',
  'Undergoing Enrichment',
  'Analyzed',
  'Enriched',
  'Modified',
  'Deferred',
  'Not Scheduled',
  'Rejected',
];

export const CVE_SHAPE: Shape = object({
  id: required(text({ form: CVE_ID })),
  sourceIdentifier: some,
  vulnStatus: some,
  published: required(time),
  lastModified: required(time),
  cveTags: list(
    object({
      sourceIdentifier: some,
      tags: list(word(['unsupported-when-assigned', 'exclusively-hosted-service', 'disputed'])),
    }),
  ),
  descriptions: required(under(clause('cve.descriptions'), texts)),
  metrics: under(
    clause('cve.metrics'),
    object({
      cvssMetricV40: metric(true),
      cvssMetricV31: metric(true),
      cvssMetricV30: metric(true),
      cvssMetricV2: metric(false),
    }),
  ),
  weaknesses: under(
    clause('cve.weaknesses'),
    list(
      object({
        source: required(some),
        type: required(word(['Primary', 'Secondary'])),
        description: required(texts),
      }),
    ),
  ),
  configurations: under(
    clause('cve.configurations'),
    list(object({ operator, negate: flag, nodes: required(list(node)) })),
  ),
  references: required(
    under(
      clause('cve.references'),
      list(object({ url: required(some), source: some, tags: list(some) })),
    ),
  ),
  cisaExploitAdd: some,
  cisaActionDue: some,
  cisaRequiredAction: some,
  cisaVulnerabilityName: some,
});

const named = list(object({ cpeName: required(cpe), cpeNameId: required(uuid) }));

export const CPE_SHAPE: Shape = object({
  deprecated: required(flag),
  cpeName: required(cpe),
  cpeNameId: required(uuid),
  created: required(time),
  lastModified: required(time),
  titles: list(object({ title: required(some), lang: required(some) })),
  refs: list(object({ ref: required(some), type: some })),
  deprecatedBy: list(object({ cpeName: cpe, cpeNameId: uuid })),
  deprecates: list(object({ cpeName: cpe, cpeNameId: uuid })),
});

export const MATCH_SHAPE: Shape = object({
  matchCriteriaId: required(uuid),
  criteria: required(cpe),
  ...bounds,
  created: required(time),
  lastModified: required(time),
  cpeLastModified: time,
  status: required(word(['Active', 'Inactive'])),
  matches: named,
});
