/** An applicability statement in whatever form it comes. */
import type { Issue } from '../../core/issue.ts';
import type { Applicability } from './applicability.ts';
import { cpeIssue } from './issues.ts';
import { readPlatforms } from './language.ts';
import { readNvdConfiguration } from './nvd.ts';

export interface Statement {
  /** Null when there is nothing to evaluate. */
  readonly test: Applicability | null;
  readonly issues: readonly Issue[];
}

/** XML of the applicability language, JSON text, or a JSON value. Platforms: one is enough. */
export function readApplicability(expression: unknown): Statement {
  if (typeof expression !== 'string') return readNvdConfiguration(expression);
  if (/^\ufeff?\s*</.test(expression)) return readLanguage(expression);
  try {
    return readNvdConfiguration(JSON.parse(expression));
  } catch {
    const message = 'The text is neither XML of the applicability language nor JSON.';
    return { test: null, issues: [cpeIssue('cpe-expression', message)] };
  }
}

function readLanguage(xml: string): Statement {
  const { platforms, issues } = readPlatforms(xml);
  const tests = platforms.map(({ test }) => test);
  if (tests.length === 0) return { test: null, issues };
  if (tests.length === 1) return { test: tests[0] as Applicability, issues };
  return { test: { kind: 'or', negate: false, tests }, issues };
}
