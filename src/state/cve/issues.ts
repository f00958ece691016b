/** How findings on CVE records are made. */
import type { Issue } from '../../core/issue.ts';
import { joinPointer } from '../../core/json/pointer.ts';
import type { ShapeIssueCode } from '../../core/shape/index.ts';
import { CVE_ISSUES } from './issues.table.ts';

export type CveIssueCode = keyof typeof CVE_ISSUES | ShapeIssueCode;

export type CveIssue = Issue<CveIssueCode>;

type Path = readonly (string | number)[];

/** Findings of the prose rules on one record. */
export class CveFindings {
  readonly issues: CveIssue[] = [];

  /** `detail` comes before the sentences of the table. */
  add(code: keyof typeof CVE_ISSUES, path: Path, detail = ''): void {
    const { clause, severity, meaning, remedy } = CVE_ISSUES[code];
    const said = detail === '' ? '' : `${detail}: `;
    const message = `${said}${meaning} ${remedy}`;
    this.issues.push({ code, severity, clause, path: joinPointer([...path]), message });
  }
}
