/** Findings on a vector or a score object. */
import type { Issue, Severity } from '../../core/issue.ts';
import { CVSS_LIMITS } from '../../core/vector-limits.ts';
import type { CVSS_ISSUES } from './issues.table.ts';
import type { CvssVersion } from './metric.ts';

export type CvssIssueCode = keyof typeof CVSS_ISSUES;

export interface CvssIssue extends Issue<CvssIssueCode> {
  /** UTF-16 code units before the place in the vector string; 0 for what is nowhere in it. */
  readonly position: number;
}

/** Where each version defines its vector string. */
const VECTOR_CLAUSES: Readonly<Record<CvssVersion, string>> = {
  '2.0': 'CVSS 2.0 §2.4',
  '3.0': 'CVSS 3.0 §6',
  '3.1': 'CVSS 3.1 §6',
  '4.0': 'CVSS 4.0 §7',
};

/** Findings on one vector or object, as many as `LIMITS` allows. */
export class CvssIssues {
  readonly issues: CvssIssue[] = [];
  // The meanings of the codes stay out of what a browser loads; so the clause is given here.
  #clause = 'CVSS 4.0 §7; 3.1 §6; 2.0 §2.4';

  /** From here on the findings are on a vector string of this version, or on the named clause. */
  concern(version: CvssVersion | { readonly clause: string }): void {
    this.#clause = typeof version === 'string' ? VECTOR_CLAUSES[version] : version.clause;
  }

  add(
    code: CvssIssueCode,
    message: string,
    place: { position?: number; path?: string; severity?: Severity } = {},
  ): void {
    if (this.issues.length >= CVSS_LIMITS.issues) return;
    const { position, path = '', severity = 'error' } = place;
    this.issues.push({
      code,
      severity,
      clause: this.#clause,
      path,
      message: position === undefined ? message : `${message} (character ${position + 1})`,
      position: position ?? 0,
    });
  }
}
