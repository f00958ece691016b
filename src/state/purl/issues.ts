/** Findings on package URLs. */
import type { Issue, Severity } from '../../core/issue.ts';
import { PURL_ISSUES } from './issues.table.ts';

export type PurlIssueCode = keyof typeof PURL_ISSUES;
export type PurlIssue = Issue<PurlIssueCode>;

/** `path` is the component, e.g. `/namespace`; empty for the whole. */
export function purlIssue(
  code: PurlIssueCode,
  message: string,
  path = '',
  severity: Severity = 'error',
): PurlIssue {
  return { code, severity, clause: PURL_ISSUES[code].clause, path, message };
}

const EXCERPT = 60;

/** The beginning of a text that may be long, for a message. */
export function excerpt(text: string): string {
  return text.length <= EXCERPT ? text : `${text.slice(0, EXCERPT)}…`;
}
