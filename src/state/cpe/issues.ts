/** Findings on CPE names, dictionaries and applicability statements. */
import type { Issue, Severity } from '../../core/issue.ts';
import { CPE_ISSUES } from './issues.table.ts';

export type CpeIssueCode = keyof typeof CPE_ISSUES;
export type CpeIssue = Issue<CpeIssueCode>;

export function cpeIssue(
  code: CpeIssueCode,
  message: string,
  path = '',
  severity: Severity = 'error',
): CpeIssue {
  return { code, severity, clause: CPE_ISSUES[code].clause, path, message };
}

const EXCERPT = 60;

/** The beginning of a text that may be long, for a message. */
export function excerpt(text: string): string {
  return text.length <= EXCERPT ? text : `${text.slice(0, EXCERPT)}…`;
}
