/** Findings on SSVC. */
import type { Issue, Severity } from '../../core/issue.ts';
import { LIMITS } from '../../core/limits.ts';
import type { ShapeIssueCode } from '../../core/shape/index.ts';
import { SSVC_ISSUES } from './issues.table.ts';

export type SsvcIssueCode = keyof typeof SSVC_ISSUES;
export type SsvcIssue = Issue<SsvcIssueCode | ShapeIssueCode>;

export class SsvcIssues {
  readonly issues: SsvcIssue[] = [];

  add(code: SsvcIssueCode, message: string, path = '', severity: Severity = 'error'): void {
    if (this.issues.length >= LIMITS.json.issuesPerRecord) return;
    this.issues.push({ code, severity, clause: SSVC_ISSUES[code].clause, path, message });
  }

  get failed(): boolean {
    return this.issues.some(({ severity }) => severity === 'error');
  }
}
