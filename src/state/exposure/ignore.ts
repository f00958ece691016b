/** Ignore rules: what hides a finding, and for how long. */
import type { Issue } from '../../core/issue.ts';
import { compareTimestamps, timestampFault } from '../../core/timestamp.ts';
import { askFor, exactness } from '../vex/product.ts';
import type { ExposureIssueCode } from './issues.ts';
import type { Finding, IgnoreRule } from './model.ts';

/** Rules that may be applied, and findings on those that may not. */
export function checkRules(rules: readonly Partial<IgnoreRule>[]): {
  readonly rules: readonly IgnoreRule[];
  readonly issues: readonly Issue<ExposureIssueCode>[];
} {
  const issues: Issue<ExposureIssueCode>[] = [];
  const good = rules.filter((rule, i): rule is IgnoreRule => {
    const fault = faultOf(rule);
    if (fault === null) return true;
    issues.push({
      code: 'ignore-rule',
      severity: 'error',
      clause: 'CYBEX',
      path: `/ignores/${i}`,
      message: `${fault} The rule is not applied.`,
    });
    return false;
  });
  return { rules: good, issues };
}

function faultOf(rule: Partial<IgnoreRule>): string | null {
  for (const name of ['reason', 'author', 'expires'] as const) {
    if (typeof rule[name] !== 'string' || rule[name].trim() === '') return `It has no ${name}.`;
  }
  if (timestampFault(rule.expires ?? '', { offsets: true }) !== null) return 'Its end is no time.';
  const narrow = rule.vulnerability ?? rule.component ?? rule.path;
  return narrow === undefined ? 'It names no vulnerability, component or path.' : null;
}

/** The first rule that hides the finding at this time. */
export function ruleFor(
  finding: Finding,
  rules: readonly IgnoreRule[],
  time: string,
): IgnoreRule | null {
  return (
    rules.find((rule) => compareTimestamps(rule.expires, time) > 0 && fits(rule, finding)) ?? null
  );
}

function fits(rule: IgnoreRule, { component, vulnerability, aliases, paths }: Finding): boolean {
  const named = rule.vulnerability;
  if (named !== undefined && named !== vulnerability && !aliases.includes(named)) return false;
  if (rule.path !== undefined && !paths.some((path) => path.includes(rule.path ?? '')))
    return false;
  if (rule.component === undefined) return true;
  const names = { id: rule.component, purls: [rule.component], cpes: [], hashes: [] };
  return component.purl !== undefined && exactness(names, askFor(component.purl)) > 0;
}
