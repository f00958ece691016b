/** What the OSV schema asks, and which finding answers each. */
import { clause } from './clause.ts';
import type { OsvIssueCode } from './issues.ts';

export interface OsvConformanceRow {
  readonly clause: string;
  readonly level: 'MUST' | 'SHOULD' | 'MAY';
  readonly meaning: string;
  readonly codes: readonly OsvIssueCode[];
  readonly note?: string;
}

type Given = readonly [
  string,
  OsvConformanceRow['level'],
  string,
  readonly OsvIssueCode[],
  string?,
];

const ROWS: readonly Given[] = [
  [
    'schema_version',
    'SHOULD',
    'SemVer without v; absent counts as 1.0.0; a later schema only adds members.',
    ['shape-form', 'osv-schema-version', 'osv-version-later'],
  ],
  [
    'id',
    'MUST',
    'Prefix of a database, hyphen, entry.',
    ['shape-missing', 'osv-id-form', 'osv-id-prefix'],
    'A prefix that is not listed is a warning: databases come.',
  ],
  [
    'modified',
    'MUST',
    'Present, in UTC with Z; the entry modified last counts.',
    ['shape-missing', 'shape-form', 'osv-date-order'],
  ],
  [
    'withdrawn',
    'MUST',
    'In UTC with Z; a withdrawn record makes no statement.',
    ['shape-form', 'osv-date-order'],
    'osvStatus answers nothing.',
  ],
  [
    'aliases',
    'MUST',
    'Ids of the same vulnerability, never of what lies up- or downstream.',
    ['osv-alias-self', 'osv-alias-upstream', 'osv-alias-many', 'osv-alias-distribution'],
  ],
  [
    'upstream',
    'MUST',
    'Ids of the vulnerabilities that the record bundles or packages: edges, never aliases.',
    ['osv-alias-upstream'],
  ],
  ['related', 'MUST', 'Ids of others: edges.', ['osv-alias-upstream']],
  ['summary', 'SHOULD', 'One line of at most 120 characters.', ['osv-summary-long']],
  [
    'severity',
    'MUST',
    'Vectors of the named CVSS version, or an Ubuntu priority; for the record or for packages.',
    ['shape-word', 'osv-vector', 'osv-priority', 'osv-severity-twice'],
  ],
  [
    'affected[].package',
    'MUST',
    'A defined ecosystem and a name; purl without version.',
    [
      'shape-missing',
      'osv-ecosystem',
      'osv-ecosystem-release',
      'osv-purl',
      'osv-purl-version',
      'osv-purl-other',
      'osv-package-missing',
    ],
  ],
  [
    'affected[].ranges',
    'MUST',
    'SEMVER, ECOSYSTEM or GIT; commits need their repository.',
    ['shape-word', 'shape-missing', 'osv-semver', 'osv-version', 'osv-commit'],
  ],
  [
    'affected[].ranges[].events',
    'MUST',
    'One kind in each event, introduced at least once, fixed or last_affected.',
    ['shape-alternative', 'shape-missing', 'osv-range-empty'],
  ],
  ['affected[].ranges[].events', 'SHOULD', 'Sorted.', ['osv-events-order']],
  [
    'affected[].versions',
    'SHOULD',
    'Enumerated where ranges cannot be evaluated.',
    ['osv-versions-missing', 'osv-versions-listed'],
  ],
  [
    'Evaluation',
    'MUST',
    'Affected when a range holds the version or versions lists it; introduced 0 is before all; limits bound.',
    [],
    'osvStatus; what no order decides is undecidable.',
  ],
  ['references', 'MUST', 'A type of the list and a URL.', ['shape-word', 'shape-form']],
  ['credits', 'MUST', 'A name, and a type of the list.', ['shape-word', 'shape-missing']],
];

export const OSV_CONFORMANCE: readonly OsvConformanceRow[] = ROWS.map(
  ([field, level, meaning, codes, note]) => ({
    clause: clause(field),
    level,
    meaning,
    codes,
    ...(note === undefined ? {} : { note }),
  }),
);
