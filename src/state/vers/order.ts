/** The rules on the sequence of constraints (VERS §5.4). */
import { excerpt, type VersIssue, versIssue, versionIssue } from './issues.ts';
import type { Constraint, VersRange } from './range.ts';
import { VERSION_CHARS, type VersionKey, type VersionScheme } from './scheme.ts';
import { versionScheme } from './schemes/registry.ts';

/** A constraint whose version was read. */
export interface KeyedConstraint extends Constraint {
  readonly key: VersionKey;
}

/** Null when a version is no version of the scheme. */
export function keyed(
  scheme: VersionScheme,
  constraints: readonly Constraint[],
): KeyedConstraint[] | null {
  const result: KeyedConstraint[] = [];
  for (const { comparator, version } of constraints) {
    const key = scheme.parse(version);
    if (key === null) return null;
    result.push({ comparator, version, key });
  }
  return result;
}

/** By version; equal versions keep their order. */
export function sorted(
  scheme: VersionScheme,
  constraints: readonly KeyedConstraint[],
): KeyedConstraint[] {
  return [...constraints].sort((a, b) => scheme.compare(a.key, b.key));
}

/** The range with its constraints sorted by version; unchanged where they cannot be compared. */
export function canonicalRange(range: VersRange): VersRange {
  if (range.constraints === '*') return range;
  const scheme = versionScheme(range.type);
  const read = scheme === null ? null : keyed(scheme, range.constraints);
  if (scheme === null || read === null) return range;
  const constraints = sorted(scheme, read).map(({ comparator, version }) => ({
    comparator,
    version,
  }));
  return { type: range.type, constraints };
}

/** What breaks §5.4, and, as warnings, the versions that cannot be compared. */
export function checkOrder(range: VersRange): VersIssue[] {
  const scheme = versionScheme(range.type);
  if (scheme === null || range.constraints === '*') return [];
  const issues: VersIssue[] = [];
  for (const { version } of range.constraints) {
    if (issues.length >= MOST_ISSUES) break;
    if (scheme.parse(version) === null) {
      issues.push({ ...versionIssue(scheme.name, version, VERSION_CHARS), severity: 'warning' });
    }
  }
  const read = issues.length === 0 ? keyed(scheme, range.constraints) : null;
  if (read === null) return issues;
  const inOrder = sorted(scheme, read);
  return [
    ...unsorted(scheme, read),
    ...duplicates(scheme, inOrder),
    ...badSequence(inOrder),
    ...redundant(inOrder),
  ];
}

const MOST_ISSUES = 20;

/** "Constraints shall be sorted by version order." */
function unsorted(scheme: VersionScheme, constraints: readonly KeyedConstraint[]): VersIssue[] {
  const at = constraints.findIndex(
    ({ key }, index) =>
      index > 0 && scheme.compare((constraints[index - 1] as KeyedConstraint).key, key) > 0,
  );
  if (at < 0) return [];
  const { version } = constraints[at] as KeyedConstraint;
  return [versIssue('vers-unsorted', `"${excerpt(version)}" comes before what stands before it.`)];
}

/** "Each version can occur only once in any constraint, regardless of the comparators." */
function duplicates(scheme: VersionScheme, inOrder: readonly KeyedConstraint[]): VersIssue[] {
  const at = inOrder.findIndex(
    ({ key }, index) =>
      index > 0 && scheme.compare((inOrder[index - 1] as KeyedConstraint).key, key) === 0,
  );
  if (at < 0) return [];
  const { version } = inOrder[at] as KeyedConstraint;
  return [versIssue('vers-duplicate', `The version "${excerpt(version)}" stands twice.`)];
}

const isLower = ({ comparator }: Constraint) => comparator === '>' || comparator === '>=';
const isUpper = ({ comparator }: Constraint) => comparator === '<' || comparator === '<=';

/** The last three rules of §5.4. */
function badSequence(inOrder: readonly KeyedConstraint[]): VersIssue[] {
  const counted = inOrder.filter(({ comparator }) => comparator !== '!=');
  const afterEqual = counted.find(
    (constraint, index) => isUpper(constraint) && counted[index - 1]?.comparator === '=',
  );
  const bounds = counted.filter(({ comparator }) => comparator !== '=');
  const repeated = bounds.find((bound, index) => {
    const previous = bounds[index - 1];
    return previous !== undefined && isLower(previous) === isLower(bound);
  });
  const wrong = repeated ?? afterEqual;
  if (wrong === undefined) return [];
  const text = wrong.comparator + excerpt(wrong.version);
  return [versIssue('vers-sequence', `"${text}" cannot follow the constraint before it.`)];
}

/** Valid by §5.4, but the interval says it already. */
function redundant(inOrder: readonly KeyedConstraint[]): VersIssue[] {
  const counted = inOrder.filter(({ comparator }) => comparator !== '!=');
  const inside = counted.find(({ comparator }, index) => {
    const previous = counted[index - 1];
    return comparator === '=' && previous !== undefined && isLower(previous);
  });
  if (inside === undefined) return [];
  const message = `"${excerpt(inside.version)}" lies in an interval of the range.`;
  return [versIssue('vers-redundant', message, 'warning')];
}

/**
 * VERS, "Simplifying constraints": drops the bounds and versions that change nothing. Takes sorted
 * constraints and gives sorted ones.
 */
export function simplified(
  scheme: VersionScheme,
  inOrder: readonly KeyedConstraint[],
): KeyedConstraint[] {
  const kept: KeyedConstraint[] = [];
  /** Places in `kept` of the constraints that are no `!=`. */
  const counted: number[] = [];
  const dropped = new Set<number>();
  for (const constraint of inOrder) {
    if (constraint.comparator === '!=') {
      kept.push(constraint);
      continue;
    }
    let last = counted.at(-1);
    if (last !== undefined && isLower(kept[last] as Constraint) && !isUpper(constraint)) continue;
    while (last !== undefined && isUpper(constraint) && !isLower(kept[last] as Constraint)) {
      dropped.add(last);
      counted.pop();
      last = counted.at(-1);
    }
    counted.push(kept.length);
    kept.push(constraint);
  }
  return withoutRepeats(
    scheme,
    kept.filter((_, index) => !dropped.has(index)),
  );
}

function withoutRepeats(
  scheme: VersionScheme,
  inOrder: readonly KeyedConstraint[],
): KeyedConstraint[] {
  return inOrder.filter(({ comparator, key }, index) => {
    const previous = inOrder[index - 1];
    return (
      previous === undefined ||
      previous.comparator !== comparator ||
      scheme.compare(previous.key, key) !== 0
    );
  });
}
