/** Ignore rules: what hides a finding, and for how long. */
import type { Issue } from '../../core/issue.ts';
import { compareTimestamps, timestampFault } from '../../core/timestamp.ts';
import type { Sbom } from '../sbom/index.ts';
import { askFor, exactness } from '../vex/product.ts';
import type { ExposureIssueCode } from './issues.ts';
import type { Finding, IgnoreRule } from './model.ts';

/** Rules that may be applied, and findings on those that may not. */
export function checkRules(
  rules: readonly Partial<IgnoreRule>[],
  time: string,
): {
  readonly rules: readonly IgnoreRule[];
  readonly issues: readonly Issue<ExposureIssueCode>[];
} {
  const issues: Issue<ExposureIssueCode>[] = [];
  const good = rules.filter((rule, i): rule is IgnoreRule => {
    const fault = faultOf(rule);
    if (fault === null) {
      if (isOver(rule as IgnoreRule, time)) issues.push(expired(rule as IgnoreRule, i));
      return true;
    }
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
  const narrow = rule.vulnerability ?? rule.component ?? rule.path ?? rule.asset;
  return narrow === undefined ? 'It names no vulnerability, component, path or asset.' : null;
}

function isOver({ expires }: IgnoreRule, time: string): boolean {
  return compareTimestamps(expires, time) <= 0;
}

function expired({ expires, author }: IgnoreRule, index: number): Issue<ExposureIssueCode> {
  return {
    code: 'ignore-expired',
    severity: 'info',
    clause: 'CYBEX',
    path: `/ignores/${index}`,
    message: `The rule of ${author} ended at ${expires}: what it hid is open again.`,
  };
}

/** The first rule that hides the finding at this time. */
export function ruleFor(
  finding: Finding,
  rules: readonly IgnoreRule[],
  time: string,
  asset: Sbom,
): IgnoreRule | null {
  return rules.find((rule) => !isOver(rule, time) && fits(rule, finding, asset)) ?? null;
}

/** The asset by the identity of its SBOM, or by package URL, CPE or name of what it is about. */
function isAsset(named: string, { root, identity, components }: Sbom): boolean {
  if (named === identity) return true;
  const subject = components.find(({ ref }) => ref === root);
  if (subject === undefined) return false;
  if (named === subject.name || subject.cpes.includes(named)) return true;
  return subject.purl !== undefined && means(named, subject.purl);
}

function means(named: string, purl: string): boolean {
  return exactness({ id: named, purls: [named], cpes: [], hashes: [] }, askFor(purl)) > 0;
}

function fits(
  rule: IgnoreRule,
  { component, vulnerability, aliases, paths }: Finding,
  asset: Sbom,
): boolean {
  if (rule.asset !== undefined && !isAsset(rule.asset, asset)) return false;
  const named = rule.vulnerability;
  if (named !== undefined && named !== vulnerability && !aliases.includes(named)) return false;
  if (rule.path !== undefined && !paths.some((path) => path.includes(rule.path ?? '')))
    return false;
  if (rule.component === undefined) return true;
  if (rule.component === component.ref || component.cpes.includes(rule.component)) return true;
  return component.purl !== undefined && means(rule.component, component.purl);
}
