/** Findings on CVE records beside those of their shape. */
import type { Severity } from '../../core/issue.ts';
import { clause } from './clause.ts';

export interface CveIssueMeaning {
  readonly clause: string;
  readonly severity: Severity;
  readonly meaning: string;
  readonly remedy: string;
}

const row = (
  definition: string,
  severity: Severity,
  meaning: string,
  remedy: string,
): CveIssueMeaning => ({ clause: clause(definition), severity, meaning, remedy });

export const CVE_ISSUES = {
  'cve-language-repeated': row(
    'descriptions',
    'error',
    'Two entries are in one and the same English: which one counts is not said.',
    'Join them; another region (en-GB beside en) may have its own entry.',
  ),
  'cve-purl': row(
    'product packageURL',
    'error',
    'The text is no package URL.',
    'Write it as pkg:TYPE/NAMESPACE/NAME, percent-encoded where needed.',
  ),
  'cve-purl-version': row(
    'product packageURL',
    'error',
    'A package URL here must not have a version: versions stand in "versions".',
    'Take the version, and the qualifier vers, out of the package URL.',
  ),
  'cve-purl-type': row(
    'product packageURL',
    'warning',
    'A package URL of the type generic or swid names no package of a known collection.',
    'Use the type of the collection, or vendor and product.',
  ),
  'cve-cpe-text': row(
    'product cpes',
    'warning',
    'The text contains a CPE name, and more than it.',
    'Leave only the CPE name.',
  ),
  'cve-version-type-early': row(
    'product versions (5.0)',
    'warning',
    'In 5.0 a single version has no versionType: that came with 5.1.',
    'Take versionType out, or let dataVersion be 5.1 or later.',
  ),
  'cve-version-type-custom': row(
    'product versionType',
    'info',
    'The versions of this range follow no order that is known: only its ends can be decided.',
    'Name the scheme (semver, python, maven, rpm, git …) where there is one.',
  ),
  'cve-range-empty': row(
    'product versions',
    'warning',
    'The range holds no version: its end is not above its start.',
    'Check start and end.',
  ),
  'cve-range-overlap': row(
    'product versions',
    'warning',
    'An earlier entry covers this one and says otherwise: the first entry counts.',
    'Make the ranges disjoint, or use "changes".',
  ),
  'cve-range-version': row(
    'product versions',
    'warning',
    'A version is not one of the scheme that versionType names.',
    'Write it as the scheme does, or name another scheme.',
  ),
  'cve-changes-order': row(
    'product changes',
    'warning',
    'The changes are not in ascending order of their versions.',
    'Sort them by "at".',
  ),
  'cve-changes-outside': row(
    'product changes',
    'warning',
    'A change lies outside its range and never takes effect.',
    'Move it into the range, or leave it out.',
  ),
  'cve-version-repeated': row(
    'product versions',
    'warning',
    'A version is listed twice with different statuses: the first entry counts.',
    'Leave one of them.',
  ),
  'cve-version-words': row(
    'product version',
    'info',
    'The version holds words or several versions, which no tool can match.',
    'Use one version, or version with lessThan or lessThanOrEqual.',
  ),
  'cve-date-order': row(
    'cveMetadata',
    'warning',
    'Dates contradict each other: reserved, published, updated come in this order.',
    'Check the dates.',
  ),
  'cve-replaced-self': row(
    'cnaRejectedContainer replacedBy',
    'error',
    'The record is said to be replaced by itself.',
    'Name the record that is to be used.',
  ),
  'cve-cwe-text': row(
    'problemTypes',
    'info',
    'The problem type names a weakness in its text and not in cweId.',
    'Give cweId.',
  ),
  'cve-cwe-type': row(
    'problemTypes',
    'warning',
    'cweId and the CWE id in the description differ, or type is not CWE.',
    'Let all three agree.',
  ),
  'cve-base64': row(
    'description supportingMedia',
    'warning',
    'The media is said to be base64 and is not.',
    'Encode it, or leave base64 out.',
  ),
  'cve-score': row(
    'metrics',
    'warning',
    'A stated score or severity is not the one of its vector.',
    'Compute it from the vector.',
  ),
  'cve-vector': row(
    'metrics',
    'error',
    'The vector is not one of its CVSS version.',
    'Correct the vector as the message says.',
  ),
  'cve-metric-differs': row(
    'metrics',
    'warning',
    'A metric beside the vector says otherwise than the vector.',
    'Let both agree; the vector counts.',
  ),
  'cve-severity': row(
    'metrics',
    'warning',
    'The severity word is not the one of the stated score.',
    'Use the word of the score’s band.',
  ),
  'cve-version-later': row(
    'dataVersion',
    'warning',
    'The record is of a later version of the format than is known here.',
    'It was checked as 5.2.',
  ),
} as const satisfies Record<string, CveIssueMeaning>;
