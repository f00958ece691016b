/** Findings on a pattern: an issue that also knows its place in the text. */
import type { Issue, Severity } from '../../core/issue.ts';
import { LineCounter } from '../../core/json/position.ts';
import { LIMITS } from '../../core/limits.ts';
import { PATTERN_ISSUES } from './issues.table.ts';

export type PatternIssueCode = keyof typeof PATTERN_ISSUES;

export interface Position {
  /** UTF-16 code units before the place: an index into the JavaScript string. */
  readonly offset: number;
  /** From 1; LF, CR LF and CR end a line. */
  readonly line: number;
  /** From 1, in UTF-16 code units. */
  readonly column: number;
}

export interface PatternIssue extends Issue<PatternIssueCode> {
  readonly position: Position;
}

/** How a rule reports: `at` is the offset of the place. */
export type Report = (
  code: PatternIssueCode,
  severity: Severity,
  message: string,
  at: number,
) => void;

/** The beginning of a text that may be long, for a message. */
export function excerpt(text: string): string {
  if (text.length <= EXCERPT) return text;
  const cut = text.slice(0, EXCERPT);
  return `${cut.replace(/[\ud800-\udbff]$/, '')}…`;
}

const EXCERPT = 60;

/**
 * Findings on one text, as many as `LIMITS` allows. Half of the room is kept for errors, so that a
 * flood of remarks cannot make a bad pattern look good.
 */
export class IssueList {
  readonly issues: PatternIssue[] = [];
  readonly #text: string;
  #lines: LineCounter | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /** `offset` is the place in the text. */
  add(code: PatternIssueCode, severity: Severity, message: string, offset: number): void {
    const room = LIMITS.json.issuesPerRecord / (severity === 'error' ? 1 : 2);
    if (this.issues.length >= room) return;
    this.#lines ??= new LineCounter(this.#text);
    const { line, column } = this.#lines.position(offset);
    this.issues.push({
      code,
      severity,
      clause: PATTERN_ISSUES[code].clause,
      path: '',
      message: `${message} (line ${line}, column ${column})`,
      position: { offset, line, column },
    });
  }
}
