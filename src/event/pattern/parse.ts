/** The door of the parser: text in, tree or findings out, never an exception. */
import { hasErrors, type Parsed } from '../../core/issue.ts';
import { LIMITS } from '../../core/limits.ts';
import { IssueList, type PatternIssue, type PatternIssueCode } from './issues.ts';
import { Lexer, PatternStop } from './lexer.ts';
import { failContinuation, parseObservationExpression } from './parse-observation.ts';
import type { Pattern, PatternVersion } from './tree.ts';

export interface PatternOptions {
  /** Version of the pattern language; 2.1 when absent. */
  readonly version?: PatternVersion;
}

/** A parse whose issues know their place in the text. */
export type ParsedPattern = Parsed<Pattern, PatternIssueCode> & {
  readonly issues: readonly PatternIssue[];
};

/**
 * Reads a pattern. `ok` is false when it does not parse or has an invalid constant: such a pattern
 * must not match anything (STIX 2.1 §9.4). Rules beyond that are the work of `checkPattern`.
 */
export function parsePattern(text: string, options: PatternOptions = {}): ParsedPattern {
  const version = options.version ?? '2.1';
  const refusal = refuse(text);
  if (refusal !== null) return { ok: false, issues: refusal };
  const lexer = new Lexer(text, version);
  try {
    lexer.next();
    if (lexer.kind === 'end') lexer.fail('empty', 'The pattern is empty.', 0);
    const expression = parseObservationExpression(lexer);
    if (lexer.kind !== 'end') {
      failContinuation(lexer, 'AND, OR, FOLLOWEDBY, a qualifier or the end');
    }
    const { issues } = lexer.issues;
    if (hasErrors(issues)) return { ok: false, issues };
    return { ok: true, value: { kind: 'pattern', version, expression }, issues };
  } catch (error) {
    if (error instanceof PatternStop) return { ok: false, issues: lexer.issues.issues };
    throw error;
  }
}

/** What is not worth or not safe to read at all. */
function refuse(text: string): readonly PatternIssue[] | null {
  const { bytes } = LIMITS.pattern;
  if (text.length > bytes || (text.length * 3 > bytes && utf8Length(text) > bytes)) {
    return single(text, 'too-large', `The pattern is longer than ${bytes} bytes.`, 0);
  }
  const lone = text.search(/\p{Surrogate}/u);
  if (lone < 0) return null;
  return single(text, 'not-unicode', 'Half of a surrogate pair stands here.', lone);
}

function single(text: string, code: PatternIssueCode, message: string, at: number) {
  const list = new IssueList(text);
  list.add(code, 'error', message, at);
  return list.issues;
}

function utf8Length(text: string): number {
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    length += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit <= 0xdfff) ? 2 : 3;
  }
  return length;
}
