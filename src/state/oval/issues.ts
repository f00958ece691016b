/** How findings on OVAL documents are made. */
import type { Issue } from '../../core/issue.ts';
import { OVAL_ISSUES } from './issues.table.ts';

export type OvalIssueCode = keyof typeof OVAL_ISSUES;
export type OvalIssue = Issue<OvalIssueCode>;

/** Tells a finding: its code, where, and what stands there. */
export type Find = (code: OvalIssueCode, path: string, detail?: string) => void;

export function ovalIssue(code: OvalIssueCode, path: string, detail = ''): OvalIssue {
  const { clause, severity, meaning, remedy } = OVAL_ISSUES[code];
  const message = `${detail === '' ? '' : `${detail}: `}${meaning} ${remedy}`;
  return { code, severity, clause, path, message };
}

/** A text of the input as it may stand in a message. */
export function shown(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}
