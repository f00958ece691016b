/** The work that one match may do, counted in steps and never by a clock. */
import { LIMITS } from '../../../core/limits.ts';
import type { MatchIssues, PatternMatchIssueCode } from './issues.ts';
import type { JsonObject, ObservedItem } from './observed.ts';

/** What the parts of a matcher share while they look at one list of observations. */
export class Work {
  readonly #findings: MatchIssues;
  /** The observation that is being looked at. */
  item: ObservedItem | undefined;
  #left: number;

  constructor(findings: MatchIssues, observations: number) {
    this.#findings = findings;
    this.#left = LIMITS.match.steps + observations * LIMITS.match.stepsPerObservation;
  }

  /** Takes steps; false when none are left, which makes the answer unknown. */
  spend(steps: number): boolean {
    this.#left -= steps;
    if (this.#left >= 0) return true;
    this.note('match-steps', 'The search was given up.');
    return false;
  }

  get exhausted(): boolean {
    return this.#left < 0;
  }

  /** The object that a reference of the observation names. */
  find(reference: string): JsonObject | undefined {
    return this.item?.find(reference);
  }

  note(code: PatternMatchIssueCode, message: string): void {
    const { item } = this;
    const general = code === 'match-steps' || code === 'match-slots' || item === undefined;
    this.#findings.add(code, 'error', message, general ? '' : `/${item.index}`);
  }
}
