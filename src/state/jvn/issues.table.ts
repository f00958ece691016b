/** Findings on JVN iPedia's documents: JVNRSS 2.0 and VULDEF 3. */
import type { Severity } from '../../core/issue.ts';

export interface JvnIssueMeaning {
  readonly clause: string;
  readonly severity: Severity;
  readonly meaning: string;
  readonly remedy: string;
}

const row = (
  clause: string,
  severity: Severity,
  meaning: string,
  remedy: string,
): JvnIssueMeaning => ({ clause, severity, meaning, remedy });

export const JVN_ISSUES = {
  'jvn-root': row(
    'JVNRSS 2.0; VULDEF 3',
    'error',
    'The document is neither JVNRSS nor VULDEF.',
    'Its root is rdf:RDF of RSS 1.0, or VULDEF-Document.',
  ),
  'jvn-status': row(
    'MyJVN API, Status',
    'error',
    'The answer of the API says that something failed.',
    'See its error code; ask again.',
  ),
  'jvn-id': row(
    'JVNRSS 2.0, sec:identifier; VULDEF 3, VulinfoID',
    'error',
    'The id is missing or not of the form JVNDB-YYYY-NNNNNN.',
    'Give the id of JVN iPedia.',
  ),
  'jvn-title': row(
    'RSS 1.0, title; VULDEF 3, Title',
    'error',
    'The title is missing.',
    'Give one.',
  ),
  'jvn-link': row(
    'RSS 1.0, link',
    'error',
    'The link is missing, no URL, or not that of rdf:about.',
    'Give the address of the entry in both.',
  ),
  'jvn-date': row(
    'JVNRSS 2.0, dc:date; VULDEF 3, DateFirstPublished',
    'error',
    'A time is missing or not of RFC 3339 with a zone.',
    'Write it as in 2026-11-21T18:30:00+09:00.',
  ),
  'jvn-date-order': row(
    'JVNRSS 2.0, dcterms:modified; VULDEF 3, DateLastUpdated',
    'warning',
    'The entry was changed before it was published.',
    'Check the dates.',
  ),
  'jvn-reference': row(
    'JVNRSS 2.0, sec:references',
    'error',
    'A reference has neither source nor id nor address.',
    'Give source and id, or the address.',
  ),
  'jvn-cve': row(
    'JVNRSS 2.0, sec:references; VULDEF 3, RelatedItem',
    'error',
    'A CVE id is not of the form CVE-YYYY-NNNN.',
    'Correct it.',
  ),
  'jvn-cwe': row(
    'JVNRSS 2.0, sec:references; VULDEF 3, RelatedItem',
    'error',
    'A CWE id is not of its form.',
    'Write it as CWE-79.',
  ),
  'jvn-cpe': row(
    'JVNRSS 2.0, sec:cpe; VULDEF 3, Cpe',
    'error',
    'A CPE name is not of its form.',
    'Write it as cpe:/a:vendor:product.',
  ),
  'jvn-vector': row(
    'JVNRSS 2.0, sec:cvss; VULDEF 3, Cvss',
    'error',
    'The vector is not one of its CVSS version.',
    'Correct vector or version.',
  ),
  'jvn-score': row(
    'JVNRSS 2.0, sec:cvss; VULDEF 3, Cvss',
    'warning',
    'The stated score is not that of the vector.',
    'Compute it from the vector.',
  ),
  'jvn-score-form': row(
    'JVNRSS 2.0, sec:cvss; VULDEF 3, Cvss',
    'error',
    'The score is no number from 0 to 10.',
    'Write one digit after the point.',
  ),
  'jvn-severity': row(
    'JVNRSS 2.0, sec:cvss; VULDEF 3, Cvss',
    'warning',
    'The severity is not the word for the score.',
    'Use the word of the score’s band.',
  ),
  'jvn-data': row('VULDEF 3, VulinfoData', 'error', 'The entry has no VulinfoData.', 'Add it.'),
  'jvn-overview': row(
    'VULDEF 3, VulinfoDescription',
    'warning',
    'There is no overview of the vulnerability.',
    'Add VulinfoDescription with Overview.',
  ),
  'jvn-affected': row(
    'VULDEF 3, AffectedItem',
    'warning',
    'An affected item names no product.',
    'Give Name and ProductName.',
  ),
  'jvn-related': row(
    'VULDEF 3, RelatedItem',
    'warning',
    'A related item is of no known type or names nothing.',
    'Use advisory, cwe or report, with Name and VulinfoID or URL.',
  ),
} as const satisfies Record<string, JvnIssueMeaning>;
