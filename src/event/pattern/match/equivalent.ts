/** Whether two patterns match the same: proved, or not shown. */
import { LIMITS } from '../../../core/limits.ts';
import { checkTree } from '../check.ts';
import type { PatternIssue } from '../issues.ts';
import { type PatternOptions, parsePattern } from '../parse.ts';
import { type MatchIssue, MatchIssues } from './issues.ts';
import { isFatal } from './match.ts';
import { Keys, normalForm, TooManyTerms } from './normal-form.ts';

export interface Equivalence {
  /** True is proved; false is only not shown: the two may match the same all the same. */
  readonly equivalent: boolean;
  /** Those of both patterns; why nothing was compared, where that is so. */
  readonly issues: readonly MatchIssue[];
}

/** Compares the normal forms of two patterns; of an invalid one nothing is shown. */
export function equivalentPatterns(
  a: string,
  b: string,
  options: PatternOptions = {},
): Equivalence {
  const findings = new MatchIssues();
  const keys = new Keys();
  const left = read(a, options, keys, findings);
  const right = read(b, options, keys, findings);
  const issues = [...left.issues, ...right.issues, ...findings.issues];
  const equivalent = left.key !== null && right.key !== null && left.key === right.key;
  return { equivalent, issues };
}

interface Reading {
  readonly key: string | null;
  readonly issues: readonly PatternIssue[];
}

function read(text: string, options: PatternOptions, keys: Keys, findings: MatchIssues): Reading {
  const parsed = parsePattern(text, options);
  if (!parsed.ok) return { key: null, issues: parsed.issues };
  const issues = [...parsed.issues, ...checkTree(parsed.value, text)];
  if (issues.some(isFatal)) return { key: null, issues };
  try {
    return {
      key: normalForm(parsed.value.expression, keys)
        .map(({ key }) => key)
        .join(' '),
      issues,
    };
  } catch (error) {
    if (!(error instanceof TooManyTerms)) throw error;
    const most = LIMITS.match.terms;
    findings.add('match-terms', 'error', `The normal form has more than ${most} terms.`);
    return { key: null, issues };
  }
}
