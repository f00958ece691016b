/** How findings on OSV records are made. */
import type { Issue } from '../../core/issue.ts';
import { joinPointer } from '../../core/json/pointer.ts';
import type { ShapeIssueCode } from '../../core/shape/index.ts';
import { OSV_ISSUES } from './issues.table.ts';

export type OsvIssueCode = keyof typeof OSV_ISSUES | ShapeIssueCode;

export type OsvIssue = Issue<OsvIssueCode>;

export type Path = readonly (string | number)[];

/** Findings of the prose rules on one record. */
export class OsvFindings {
  readonly issues: OsvIssue[] = [];

  add(code: keyof typeof OSV_ISSUES, path: Path, detail = ''): void {
    const { clause, severity, meaning, remedy } = OSV_ISSUES[code];
    const message = `${detail === '' ? '' : `${detail}: `}${meaning} ${remedy}`;
    this.issues.push({ code, severity, clause, path: joinPointer([...path]), message });
  }
}

/** The beginning of a text of the input, quoted. */
export function shown(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}
