/** Findings of a match: those of the pattern keep their place in the text. */
import type { Issue, Severity } from '../../../core/issue.ts';
import { LIMITS } from '../../../core/limits.ts';
import type { PatternIssue } from '../issues.ts';
import { MATCHING_ISSUES } from './issues.table.ts';

export type PatternMatchIssueCode = keyof typeof MATCHING_ISSUES;

/** A finding on observations or on the work itself; `path` points into the list of observed. */
export type MatchIssue = Issue<PatternMatchIssueCode> | PatternIssue;

/** Findings of one match, each once for its place, as many as `LIMITS` allows. */
export class MatchIssues {
  readonly issues: MatchIssue[] = [];
  readonly #seen = new Set<string>();

  add(code: PatternMatchIssueCode, severity: Severity, message: string, path = ''): void {
    if (this.issues.length >= LIMITS.json.issuesPerRecord) return;
    const key = `${code} ${path} ${path === '' ? message : ''}`;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    const { clause } = MATCHING_ISSUES[code];
    this.issues.push({ code, severity, clause, path, message });
  }
}
