/** Whether a version lies in a range (VERS, "Checking if a version is contained within a range"). */
import type { Parsed } from '../../core/issue.ts';
import { type VersIssueCode, versIssue, versionIssue } from './issues.ts';
import { type KeyedConstraint, keyed, simplified, sorted } from './order.ts';
import { parseVers } from './parse.ts';
import type { VersRange } from './range.ts';
import { type Order, VERSION_CHARS, type VersionKey, type VersionScheme } from './scheme.ts';
import { versionScheme } from './schemes/registry.ts';

/** A range that was read once, for many versions. */
export interface VersMatcher {
  readonly type: string;
  /** Null for `*`, which needs no comparison. */
  readonly scheme: VersionScheme | null;
  /** Null when the text is no version of the scheme: then nothing can be said. */
  contains(version: string): boolean | null;
  containsKey(key: VersionKey): boolean;
}

/** Null when the type has no order that we know, a version is none, or the range contradicts itself. */
export function compileVers(range: VersRange): VersMatcher | null {
  const { type, constraints } = range;
  if (constraints === '*') return constant(type, type !== 'none');
  const scheme = versionScheme(type);
  const read = scheme === null ? null : keyed(scheme, constraints);
  if (scheme === null || read === null || read.length === 0) return null;
  const parts = simplified(scheme, sorted(scheme, read));
  if (contradicts(scheme, parts)) return null;
  const between = gaps(parts);
  const containsKey = (key: VersionKey) => isWithin(scheme, parts, between, key);
  return {
    type,
    scheme,
    containsKey,
    contains: (version) => {
      const key = scheme.parse(version);
      return key === null ? null : containsKey(key);
    },
  };
}

function constant(type: string, value: boolean): VersMatcher {
  return { type, scheme: null, contains: () => value, containsKey: () => value };
}

/** The same version with two comparators: §5.4 forbids it, and it could mean two things. */
function contradicts(scheme: VersionScheme, parts: readonly KeyedConstraint[]): boolean {
  return parts.some(
    ({ key }, index) =>
      index > 0 && scheme.compare((parts[index - 1] as KeyedConstraint).key, key) === 0,
  );
}

/** Equality first, then the exclusions, then the interval in which the version would stand. */
function isWithin(
  scheme: VersionScheme,
  parts: readonly KeyedConstraint[],
  between: readonly boolean[],
  key: VersionKey,
): boolean {
  const at = firstNotBelow(scheme, parts, key);
  const here = parts[at];
  if (here !== undefined && scheme.compareToBound(key, here.key) === 0) {
    return here.comparator === '=' || here.comparator === '<=' || here.comparator === '>=';
  }
  return between[at] as boolean;
}

/** Index of the first constraint whose version is not below the key, by halving. */
function firstNotBelow(
  scheme: VersionScheme,
  parts: readonly KeyedConstraint[],
  key: VersionKey,
): number {
  let low = 0;
  let high = parts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const order: Order = scheme.compareToBound(key, (parts[middle] as KeyedConstraint).key);
    if (order > 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * For each gap between constraints, whether what stands there is in the range: the nearest bound on
 * either side decides. Where a range has exclusions only, everything else is in it.
 */
function gaps(parts: readonly KeyedConstraint[]): boolean[] {
  const result = new Array<boolean>(parts.length + 1).fill(false);
  const bounds = parts.filter(({ comparator }) => comparator !== '=' && comparator !== '!=');
  if (bounds.length === 0) {
    return result.fill(parts.every(({ comparator }) => comparator === '!='));
  }
  let inside = (bounds[0] as KeyedConstraint).comparator.startsWith('<');
  for (const [index, { comparator }] of parts.entries()) {
    result[index] = inside;
    if (comparator.startsWith('>')) inside = true;
    else if (comparator.startsWith('<')) inside = false;
  }
  result[parts.length] = inside;
  return result;
}

/**
 * Whether the range contains the version. A range that breaks a rule of §5.4 but means one thing
 * is answered, with the finding; where nothing can be said there is no value.
 */
export function versContains(
  range: string | VersRange,
  version: string,
): Parsed<boolean, VersIssueCode> {
  const parsed =
    typeof range === 'string' ? parseVers(range) : { ok: true as const, value: range, issues: [] };
  if (!parsed.ok) return parsed;
  const matcher = compileVers(parsed.value);
  if (matcher === null) return { ok: false, issues: reasons(parsed.issues, parsed.value) };
  const value = matcher.contains(version);
  const issues = [...parsed.issues];
  if (value !== null) return { ok: true, value, issues };
  issues.push(versionIssue(matcher.scheme?.name ?? matcher.type, version, VERSION_CHARS));
  return { ok: false, issues };
}

function reasons(issues: Parsed<VersRange, VersIssueCode>['issues'], range: VersRange) {
  if (issues.length > 0) return issues;
  return [versIssue('vers-type-unknown', `The range of type ${range.type} cannot be evaluated.`)];
}
