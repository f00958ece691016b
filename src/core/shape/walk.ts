/**
 * Where a check stands in a value, and what it found. The path is a stack that becomes a JSON
 * pointer only for a finding: most values have none, and documents of 150 MB are walked.
 */
import type { Issue } from '../issue.ts';
import { joinPointer } from '../json/pointer.ts';
import { LIMITS } from '../limits.ts';
import { SHAPE_ISSUES, type ShapeIssueCode } from './issues.ts';

export class Walk {
  /** Member names and indexes from the root to the value looked at. */
  readonly path: (string | number)[] = [];
  readonly findings: Issue<ShapeIssueCode>[] = [];
  /** Clause of the innermost shape that names one. */
  clause: string;
  readonly #most: number;
  /** Findings over the bound are counted, not kept. */
  uncounted = 0;

  constructor(clause: string, most: number = LIMITS.shape.issues) {
    this.clause = clause;
    this.#most = most;
  }

  /** A finding at the value looked at, or at one of its members. */
  find(code: ShapeIssueCode, message: string, member?: string | number): void {
    if (this.findings.length >= this.#most) {
      this.uncounted++;
      return;
    }
    const { severity } = SHAPE_ISSUES[code];
    const place = member === undefined ? this.path : [...this.path, member];
    this.findings.push({ code, severity, clause: this.clause, path: joinPointer(place), message });
  }

  /** How many findings so far, kept or not. */
  get count(): number {
    return this.findings.length + this.uncounted;
  }

  /** What `check` finds at this place, without keeping it. */
  attempt(check: (walk: Walk) => void): readonly Issue<ShapeIssueCode>[] {
    const trial = new Walk(this.clause, LIMITS.shape.issuesPerAlternative);
    trial.path.push(...this.path);
    check(trial);
    return trial.findings;
  }

  /** Takes over what an attempt found. */
  keep(findings: readonly Issue<ShapeIssueCode>[]): void {
    for (const finding of findings) {
      if (this.findings.length < this.#most) this.findings.push(finding);
      else this.uncounted++;
    }
  }
}
