/** Findings on NVD records beside those of their shape. */
import type { Severity } from '../../core/issue.ts';
import { clause } from './clause.ts';

export interface NvdIssueMeaning {
  readonly clause: string;
  readonly severity: Severity;
  readonly meaning: string;
  readonly remedy: string;
}

const row = (
  member: string,
  severity: Severity,
  meaning: string,
  remedy: string,
): NvdIssueMeaning => ({ clause: clause(member), severity, meaning, remedy });

export const NVD_ISSUES = {
  'nvd-envelope': row(
    'response',
    'error',
    'What stands around the records is not that of NVD API 2.0.',
    'format, version and totals are as the API gives them.',
  ),
  'nvd-count': row(
    'response',
    'error',
    'The page does not hold as many records as it says.',
    'Fetch the page again: it was cut.',
  ),
  'nvd-date-order': row(
    'cve.lastModified',
    'warning',
    'The record was changed before it was published or made.',
    'Check the dates.',
  ),
  'nvd-english': row('cve.descriptions', 'warning', 'No description is in English.', 'Add one.'),
  'nvd-vector': row(
    'cve.metrics',
    'error',
    'The vector is not one of its CVSS version.',
    'Correct it.',
  ),
  'nvd-score': row(
    'cve.metrics',
    'warning',
    'A stated score or severity is not that of its vector.',
    'Compute it from the vector.',
  ),
  'nvd-range-both': row(
    'cve.configurations',
    'error',
    'A bound is given as including and as excluding.',
    'Leave one of them.',
  ),
  'nvd-range-fixed': row(
    'cve.configurations',
    'warning',
    'A name with a version of its own also has a range of versions.',
    'Leave ANY (*) as the version, or take the range out.',
  ),
  'nvd-weakness': row(
    'cve.weaknesses',
    'error',
    'A weakness is neither a CWE id nor one of NVD’s two words.',
    'Use CWE-n, NVD-CWE-noinfo or NVD-CWE-Other.',
  ),
  'nvd-status': row(
    'cve.vulnStatus',
    'warning',
    'The status is none that NVD has published.',
    'It is treated as not analysed.',
  ),
  'nvd-no-applicability': row(
    'cve.configurations',
    'info',
    'NVD has not analysed the record: nothing here says what it applies to.',
    'Count it as without applicability, never as not affected.',
  ),
  'nvd-negate': row(
    'cve.configurations',
    'info',
    'A node is negated, which few readers follow.',
    'Nothing.',
  ),
  'nvd-deprecated-by': row(
    'cpe.deprecatedBy',
    'warning',
    'The name is deprecated and no other is named, or the other way round.',
    'Name what replaces it.',
  ),
  'nvd-deprecated-self': row(
    'cpe.deprecatedBy',
    'error',
    'The name is deprecated by itself.',
    'Name what replaces it.',
  ),
} as const satisfies Record<string, NvdIssueMeaning>;
