/** What CVE Record Format asks, and which finding answers each. */
import { clause } from './clause.ts';
import type { CveIssueCode } from './issues.ts';

export interface CveConformanceRow {
  readonly clause: string;
  readonly level: 'MUST' | 'SHOULD' | 'MAY';
  readonly meaning: string;
  readonly codes: readonly CveIssueCode[];
  readonly note?: string;
}

type Given = readonly [
  definition: string,
  level: CveConformanceRow['level'],
  meaning: string,
  codes: readonly CveIssueCode[],
  note?: string,
];

const FORM = [
  'shape-type',
  'shape-missing',
  'shape-unknown',
  'shape-form',
  'shape-length',
] as const;
const LISTS = ['shape-count', 'shape-repeated', 'shape-word'] as const;

const ROWS: readonly Given[] = [
  ['root', 'MUST', 'dataType, dataVersion, cveMetadata and containers, and nothing else.', FORM],
  [
    'dataVersion',
    'MUST',
    'A version 5 of the format; 5.0, 5.1 and 5.2 are told apart.',
    ['shape-form', 'cve-version-later'],
  ],
  [
    'cveMetadata',
    'MUST',
    'Members, ids and times by state; a time without zone is GMT.',
    [...FORM, 'shape-word', 'shape-range'],
  ],
  [
    'cveMetadata',
    'SHOULD',
    'Reserved, published and updated follow each other.',
    ['cve-date-order'],
  ],
  [
    'cnaPublishedContainer',
    'MUST',
    'Provider, descriptions, affected and references; own members begin with x_.',
    FORM,
  ],
  [
    'cnaRejectedContainer',
    'MUST',
    'Provider and reasons; replacedBy names other records.',
    [...FORM, 'cve-replaced-self'],
  ],
  [
    'adpContainer',
    'MUST',
    'Provider and something more; several may stand beside the CNA’s.',
    [...FORM, 'shape-count'],
  ],
  [
    'descriptions',
    'MUST',
    'One entry at least is English, none of them twice in the same English.',
    ['shape-count', 'cve-language-repeated'],
    'The second half is a rule of the CVE Services.',
  ],
  ['description supportingMedia', 'SHOULD', 'What is said to be base64 is.', ['cve-base64']],
  [
    'references',
    'MUST',
    'URIs of RFC 3986, 1 to 512, with tags of the list or x_.',
    [...FORM, ...LISTS],
  ],
  [
    'product',
    'MUST',
    'Vendor and product, or collection and package, or (5.2) a package URL alone; versions or defaultStatus.',
    ['shape-missing', 'shape-alternative', 'shape-unknown'],
  ],
  [
    'product packageURL',
    'MUST',
    'A package URL without version.',
    ['cve-purl', 'cve-purl-version', 'cve-purl-type'],
  ],
  ['product cpes', 'MUST', 'CPE names of 2.2 or 2.3.', ['shape-form', 'cve-cpe-text']],
  [
    'product versions',
    'MUST',
    'A single version, or a range with versionType and one upper end.',
    ['shape-missing', 'shape-alternative', 'cve-version-type-early'],
  ],
  [
    'product versions',
    'MUST',
    'The status of a version is that of the first entry that holds it, else defaultStatus, else unknown.',
    [],
    'cveStatus; what no order decides is undecidable and never guessed.',
  ],
  [
    'product versions',
    'SHOULD',
    'Ranges hold something, do not contradict each other, and are of their scheme.',
    [
      'cve-range-empty',
      'cve-range-overlap',
      'cve-range-version',
      'cve-version-repeated',
      'cve-version-words',
    ],
  ],
  [
    'product changes',
    'SHOULD',
    'Changes are sorted; readers sort them themselves.',
    ['cve-changes-order', 'cve-changes-outside'],
  ],
  ['product versionType', 'SHOULD', 'custom is avoided.', ['cve-version-type-custom']],
  ['cpeApplicability', 'MUST', 'Nodes of the applicability language with CPE 2.3 criteria.', FORM],
  [
    'problemTypes',
    'MUST',
    'Texts with CWE ids; id, type and text agree.',
    [...FORM, 'cve-cwe-text', 'cve-cwe-type'],
  ],
  ['impacts', 'MUST', 'CAPEC ids with English texts.', FORM],
  [
    'metrics',
    'MUST',
    'CVSS in FIRST’s JSON forms, or another score under other.',
    [...FORM, 'shape-range', 'cve-vector'],
  ],
  [
    'metrics',
    'SHOULD',
    'Scores, severities and metrics are those of the vector.',
    ['cve-score', 'cve-severity', 'cve-metric-differs'],
  ],
  ['timeline', 'MUST', 'Events with time, language and text.', FORM],
  ['credits', 'MUST', 'People with the listed roles.', [...FORM, 'shape-word']],
  ['taxonomyMappings', 'MUST', 'Relations with subject, name and object.', FORM],
  ['tags', 'MUST', 'Tags of the list of CNAs or ADPs, or x_.', ['shape-word', 'shape-form']],
];

export const CVE_CONFORMANCE: readonly CveConformanceRow[] = ROWS.map(
  ([definition, level, meaning, codes, note]) => ({
    clause: clause(definition),
    level,
    meaning,
    codes,
    ...(note === undefined ? {} : { note }),
  }),
);
