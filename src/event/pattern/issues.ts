/** Findings on a pattern: an issue that also knows its place in the text. */
import type { Issue, Severity } from '../../core/issue.ts';
import { PATTERN_ISSUES } from './issues.table.ts';

export type PatternIssueCode = keyof typeof PATTERN_ISSUES;

export interface IssueEntry {
  readonly clause: string;
  readonly meaning: string;
  readonly remedy: string;
}

export interface Position {
  /** UTF-16 code units before the place: an index into the JavaScript string. */
  readonly offset: number;
  /** From 1; CR, LF and CR LF end a line. */
  readonly line: number;
  /** From 1, in Unicode code points. */
  readonly column: number;
}

export interface PatternIssue extends Issue<PatternIssueCode> {
  readonly position: Position;
}

/** Line and column of an offset; computed only when something is found. */
export function positionAt(text: string, offset: number): Position {
  let line = 1;
  let lineStart = 0;
  for (let i = 0; i < offset; i++) {
    const char = text.charCodeAt(i);
    if (char !== 0x0a && (char !== 0x0d || text.charCodeAt(i + 1) === 0x0a)) continue;
    line++;
    lineStart = i + 1;
  }
  return { offset, line, column: codePoints(text, lineStart, offset) + 1 };
}

export function patternIssue(
  code: PatternIssueCode,
  severity: Severity,
  message: string,
  position: Position,
): PatternIssue {
  return {
    code,
    severity,
    clause: PATTERN_ISSUES[code].clause,
    path: '',
    message: `${message} (line ${position.line}, column ${position.column})`,
    position,
  };
}

function codePoints(text: string, start: number, end: number): number {
  let count = 0;
  for (let i = start; i < end; i++) {
    const unit = text.charCodeAt(i);
    const trailing = unit >= 0xdc00 && unit <= 0xdfff && i > start;
    if (!trailing || !isLeading(text.charCodeAt(i - 1))) count++;
  }
  return count;
}

function isLeading(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}
