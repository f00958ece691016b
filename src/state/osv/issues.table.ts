/** Findings on OSV records beside those of their shape. */
import type { Severity } from '../../core/issue.ts';
import { clause } from './clause.ts';

export interface OsvIssueMeaning {
  readonly clause: string;
  readonly severity: Severity;
  readonly meaning: string;
  readonly remedy: string;
}

const row = (
  field: string,
  severity: Severity,
  meaning: string,
  remedy: string,
): OsvIssueMeaning => ({ clause: clause(field), severity, meaning, remedy });

export const OSV_ISSUES = {
  'osv-id-form': row(
    'id',
    'error',
    'The id is not of the form DB-ENTRYID.',
    'Write the prefix of the database, a hyphen, and the entry.',
  ),
  'osv-id-prefix': row(
    'id',
    'warning',
    'The prefix is of no database that the schema lists.',
    'Use a listed prefix, or register the database.',
  ),
  'osv-schema-version': row(
    'schema_version',
    'info',
    'There is no schema_version: the record counts as 1.0.0.',
    'Name the version of the schema.',
  ),
  'osv-version-later': row(
    'schema_version',
    'warning',
    'The record is of a later schema than is known here; unknown members are left alone.',
    'Nothing, or update this program.',
  ),
  'osv-date-order': row(
    'modified',
    'warning',
    'Dates contradict each other: nothing was published or withdrawn after its last modification.',
    'Check published, modified and withdrawn.',
  ),
  'osv-alias-self': row('aliases', 'warning', 'The record names itself.', 'Leave its own id out.'),
  'osv-alias-upstream': row(
    'aliases',
    'error',
    'An id stands both among the aliases and upstream or related: it cannot be the same vulnerability and another one.',
    'Leave it in one of them.',
  ),
  'osv-alias-many': row(
    'aliases',
    'warning',
    'The record is an alias of several CVE ids, which are different vulnerabilities.',
    'Name those that the record bundles under upstream or related.',
  ),
  'osv-alias-distribution': row(
    'aliases',
    'warning',
    'A distribution’s record names a CVE as its alias: what it packages lies upstream.',
    'Name it under upstream.',
  ),
  'osv-severity-twice': row(
    'affected[].severity',
    'error',
    'Severity is given for the record and for a package.',
    'Give it in one of the two places.',
  ),
  'osv-vector': row(
    'severity[].score',
    'error',
    'The score is no vector of the type that is named.',
    'Correct the vector, or the type.',
  ),
  'osv-priority': row(
    'severity[].score',
    'error',
    'The score is no Ubuntu priority.',
    'Use negligible, low, medium, high or critical.',
  ),
  'osv-ecosystem': row(
    'affected[].package',
    'error',
    'The ecosystem is none that the schema defines.',
    'Use a listed name, exactly as written.',
  ),
  'osv-ecosystem-release': row(
    'affected[].package',
    'warning',
    'The ecosystem needs a release behind a colon.',
    'Write it as in Alpine:v3.16.',
  ),
  'osv-purl': row(
    'affected[].package',
    'error',
    'purl is no package URL.',
    'Write it as pkg:TYPE/NAME.',
  ),
  'osv-purl-version': row(
    'affected[].package',
    'error',
    'purl has a version, which belongs into ranges and versions.',
    'Take it out.',
  ),
  'osv-purl-other': row(
    'affected[].package',
    'warning',
    'purl names another package than ecosystem and name.',
    'Let both agree.',
  ),
  'osv-package-missing': row(
    'affected[].package',
    'warning',
    'Without a package only ranges of commits say what is affected.',
    'Name the package.',
  ),
  'osv-semver': row(
    'affected[].ranges[].type',
    'error',
    'A version of a SEMVER range is none of SemVer 2.0.0.',
    'Write MAJOR.MINOR.PATCH without v, or use ECOSYSTEM.',
  ),
  'osv-version': row(
    'affected[].ranges[].type',
    'warning',
    'A version is none of its ecosystem.',
    'Write it as the ecosystem does.',
  ),
  'osv-commit': row(
    'affected[].ranges[].type',
    'error',
    'A version of a GIT range is no full hash of a commit.',
    'Write all 40 or 64 hexadecimal digits, or 0.',
  ),
  'osv-range-empty': row(
    'affected[].ranges[].events',
    'warning',
    'The range holds no version.',
    'Check the order of introduced and fixed.',
  ),
  'osv-events-order': row(
    'affected[].ranges[].events',
    'info',
    'The events are not sorted.',
    'Sort them by version.',
  ),
  'osv-versions-missing': row(
    'affected[].versions',
    'warning',
    'Nothing says which versions are affected.',
    'Give ranges or versions.',
  ),
  'osv-versions-listed': row(
    'affected[].versions',
    'info',
    'Ranges of commits alone cannot be evaluated without the repository.',
    'List the affected versions.',
  ),
  'osv-summary-long': row(
    'summary',
    'info',
    'The summary is longer than 120 characters or than a line.',
    'Shorten it; the rest belongs into details.',
  ),
} as const satisfies Record<string, OsvIssueMeaning>;
