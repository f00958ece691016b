/** Findings on aliases. */
import type { Severity } from '../../core/issue.ts';

export type AliasIssueCode = 'alias-two-cves' | 'alias-contested' | 'alias-too-large';

export const ALIAS_ISSUES: Readonly<
  Record<
    AliasIssueCode,
    {
      readonly clause: string;
      readonly severity: Severity;
      readonly meaning: string;
      readonly remedy: string;
    }
  >
> = {
  'alias-two-cves': {
    clause: 'OSV 1.7, aliases',
    severity: 'warning',
    meaning: 'Aliases would join several live CVE ids, which name different vulnerabilities.',
    remedy: 'They are kept apart; correct the source that joins them.',
  },
  'alias-contested': {
    clause: 'OSV 1.7, aliases',
    severity: 'warning',
    meaning: 'The id is claimed for several live CVE ids and belongs to none of them here.',
    remedy: 'Correct the source that names it for the wrong one.',
  },
  'alias-too-large': {
    clause: 'CYBEX limits',
    severity: 'warning',
    meaning: 'More ids are joined than one vulnerability has; they are kept apart.',
    remedy: 'Find the source whose aliases are no aliases.',
  },
};
