/** What the checker says of a regular expression. */
import type { OvalIssueCode } from '../issues.ts';
import { compileRegex } from './index.ts';

/** The finding on an expression; null where it can be run. */
export function regexFinding(
  source: string,
): { readonly code: OvalIssueCode; readonly reason: string } | null {
  const compiled = compileRegex(source);
  if (compiled.ok) return null;
  const { kind, reason } = compiled.fault;
  return { code: kind === 'broken' ? 'oval-pattern' : 'oval-pattern-unsupported', reason };
}
