/** Which of two versions comes first. */
import type { Parsed } from '../../core/issue.ts';
import { excerpt, type VersIssue, type VersIssueCode, versIssue, versionIssue } from './issues.ts';
import type { Order, VersionKey, VersionScheme } from './scheme.ts';
import { VERSION_CHARS } from './scheme.ts';
import { versionScheme } from './schemes/registry.ts';

export interface CompareOptions {
  /**
   * deb and rpm: what a missing epoch means when the other version has one. `zero`, the default, is
   * what the package managers do; `ignore` drops both, for inventories that lost their epochs.
   */
  readonly missingEpoch?: 'zero' | 'ignore';
}

/** -1 when `a` comes before `b`; no value when one of them is no version of the scheme. */
export function compareVersions(
  scheme: string,
  a: string,
  b: string,
  options: CompareOptions = {},
): Parsed<Order, VersIssueCode> {
  const found = versionScheme(scheme);
  if (found === null) {
    const message = `The scheme ${excerpt(scheme)} has no order that is known here.`;
    return { ok: false, issues: [versIssue('vers-type-unknown', message)] };
  }
  const [left, right] = options.missingEpoch === 'ignore' ? withoutLoneEpoch(a, b) : [a, b];
  const x = found.parse(left);
  const y = found.parse(right);
  const issues = [...readIssues(found, a, x), ...readIssues(found, b, y)];
  if (x === null || y === null) return { ok: false, issues };
  return { ok: true, value: found.compare(x, y), issues };
}

function readIssues(scheme: VersionScheme, text: string, key: VersionKey | null): VersIssue[] {
  if (key === null) return [versionIssue(scheme.name, text, VERSION_CHARS)];
  if (scheme.strict(text)) return [];
  const message = `"${excerpt(text)}" was understood, but ${scheme.name} writes versions otherwise.`;
  return [versIssue('version-form', message, 'info')];
}

const EPOCH = /^\d{1,10}:/;

function withoutLoneEpoch(a: string, b: string): [string, string] {
  if (EPOCH.test(a) === EPOCH.test(b)) return [a, b];
  return [a.replace(EPOCH, ''), b.replace(EPOCH, '')];
}
