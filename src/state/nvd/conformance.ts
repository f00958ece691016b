/** What NVD API 2.0 gives, and which finding answers each deviation. */
import type { NvdIssueCode } from './check.ts';
import { clause } from './clause.ts';

export interface NvdConformanceRow {
  readonly clause: string;
  readonly level: 'MUST' | 'SHOULD' | 'MAY';
  readonly meaning: string;
  readonly codes: readonly NvdIssueCode[];
}

export const NVD_CONFORMANCE: readonly NvdConformanceRow[] = [
  {
    clause: clause('response'),
    level: 'MUST',
    meaning: 'Format, version, totals; as many records as the page says.',
    codes: ['nvd-envelope', 'nvd-count'],
  },
  {
    clause: clause('cve'),
    level: 'MUST',
    meaning: 'Id, times in UTC, descriptions, references.',
    codes: ['shape-missing', 'shape-form', 'nvd-date-order', 'nvd-english', 'nvd-status'],
  },
  {
    clause: clause('cve.metrics'),
    level: 'MUST',
    meaning: 'Vectors, scores and severities of each CVSS version by source and type.',
    codes: ['shape-word', 'nvd-vector', 'nvd-score'],
  },
  {
    clause: clause('cve.weaknesses'),
    level: 'MUST',
    meaning: 'CWE ids, or NVD’s words for none.',
    codes: ['nvd-weakness'],
  },
  {
    clause: clause('cve.configurations'),
    level: 'MUST',
    meaning: 'AND and OR of nodes with CPE 2.3 criteria and one bound each way.',
    codes: [
      'shape-word',
      'shape-form',
      'nvd-range-both',
      'nvd-range-fixed',
      'nvd-negate',
      'nvd-no-applicability',
    ],
  },
  {
    clause: clause('cpe'),
    level: 'MUST',
    meaning: 'Names with ids, titles, and what replaces deprecated ones.',
    codes: ['shape-form', 'nvd-deprecated-by', 'nvd-deprecated-self'],
  },
  {
    clause: clause('matchString'),
    level: 'MUST',
    meaning: 'Criteria with their bounds and the names they match.',
    codes: ['shape-form', 'shape-word', 'nvd-range-both'],
  },
];
