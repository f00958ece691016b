/**
 * The status of one version by one entry of `affected` (definition product, versions): the
 * algorithm of the format, with "cannot be known" carried through instead of guessed.
 */
import type { JsonObject, JsonValue } from '../../../core/json/value.ts';
import { entriesOf, objectsOf, textOf } from '../../../core/json/view.ts';
import { atLeast, atMost, below, compare, type Decision, type Scale, same } from './bounds.ts';
import { isCommit, isGit, schemeOf, type VersionOrder } from './order.ts';

export type CveStatus = 'affected' | 'unaffected' | 'unknown';

/** What one entry says. */
export interface EntryStatus {
  /** `undecidable` where several outcomes are possible. */
  readonly status: CveStatus | 'undecidable';
  /** Every outcome that is possible; one where it is decided. */
  readonly possible: readonly CveStatus[];
  /** `listed` by a version or range, by `default` alone, or the entry speaks of `other` numbering. */
  readonly basis: 'listed' | 'default' | 'other';
  /** Sentences that lead from the entry to the status. */
  readonly why: readonly string[];
}

/** Evaluates one product entry alone. */
export function entryStatus(
  product: JsonObject,
  version: string,
  order: VersionOrder,
): EntryStatus {
  const entries = objectsOf(product, 'versions');
  const fallback = statusOf(textOf(product, 'defaultStatus')) ?? 'unknown';
  if (speaksOfOther(entries, version)) {
    const numbering = isCommit(version) ? 'releases, not commits' : 'commits, not releases';
    return {
      status: fallback,
      possible: [fallback],
      basis: 'other',
      why: [`The entry speaks of ${numbering}: it is put aside.`],
    };
  }
  const why: string[] = [];
  const open = new Set<CveStatus>();
  for (const entry of entries) {
    const match = matches(entry, version, order);
    if (match === false) continue;
    const outcomes = statusesIn(entry, version, order);
    for (const outcome of outcomes) open.add(outcome);
    why.push(sentence(entry, match, outcomes));
    if (match === true) return decided(open, why, 'listed');
  }
  const stated = textOf(product, 'defaultStatus') !== undefined;
  why.push(
    stated
      ? `No entry holds ${version} for certain: defaultStatus is ${fallback}.`
      : `No entry holds ${version} for certain and there is no defaultStatus: unknown.`,
  );
  const basis = open.size === 0 ? 'default' : 'listed';
  return decided(open.add(fallback), why, basis);
}

function decided(
  open: ReadonlySet<CveStatus>,
  why: readonly string[],
  basis: 'listed' | 'default',
): EntryStatus {
  const possible = [...open];
  const [only] = possible;
  const status = possible.length === 1 && only !== undefined ? only : 'undecidable';
  return { status, possible, basis, why };
}

/** Git entries number commits, all others releases: neither says anything about the other. */
function speaksOfOther(entries: readonly JsonObject[], version: string): boolean {
  const types = entries.map((entry) => isGit(textOf(entry, 'versionType')));
  if (types.length === 0) return false;
  if (types.every(Boolean)) {
    return !isCommit(version) && !entries.some((entry) => names(entry, version));
  }
  return (
    isCommit(version) && !types.some(Boolean) && !entries.some((entry) => names(entry, version))
  );
}

function names(entry: JsonObject, version: string): boolean {
  return ['version', 'lessThan', 'lessThanOrEqual'].some((end) => textOf(entry, end) === version);
}

/** Whether the version is the entry's, or lies in its range; null where it cannot be known. */
function matches(entry: JsonObject, version: string, order: VersionOrder): Decision {
  const scale: Scale = { versionType: textOf(entry, 'versionType'), order };
  const start = textOf(entry, 'version');
  if (start === undefined) return false;
  const lessThan = textOf(entry, 'lessThan');
  const lessThanOrEqual = textOf(entry, 'lessThanOrEqual');
  if (lessThan === undefined && lessThanOrEqual === undefined) return same(version, start, scale);
  const from = atLeast(version, start, scale);
  const to =
    lessThan !== undefined
      ? below(version, lessThan, scale)
      : atMost(version, lessThanOrEqual as string, scale);
  if (from === false || to === false) return false;
  // A start or end that is this very version, in a range that is not empty, is decided without order.
  if (start === version && start !== lessThan) return to ?? true;
  if (lessThanOrEqual === version) return from ?? true;
  return from === null || to === null ? null : true;
}

/**
 * The status within a matching entry: that of the last change at or below the version. Changes may
 * come in any order (definition versions, changes); those that cannot be placed stay possible.
 */
function statusesIn(entry: JsonObject, version: string, order: VersionOrder): CveStatus[] {
  const base = statusOf(textOf(entry, 'status'));
  if (base === null) return ['unknown'];
  const scale: Scale = { versionType: textOf(entry, 'versionType'), order };
  const reached = entriesOf(entry, 'changes').flatMap((change) => reach(change, version, scale));
  const certain = reached.filter(({ decision }) => decision === true);
  const last = certain.reduce<Reached | null>((best, next) => later(best, next, scale), null);
  const status = last?.status ?? base;
  const unsure = reached.filter(({ decision }) => decision === null);
  return [...new Set([status, ...unsure.map((change) => change.status)])];
}

interface Reached {
  readonly at: string;
  readonly status: CveStatus;
  readonly decision: Decision;
}

function reach(change: JsonValue, version: string, scale: Scale): Reached[] {
  const at = textOf(change, 'at');
  const status = statusOf(textOf(change, 'status'));
  if (at === undefined || status === null) return [];
  const decision = atLeast(version, at, scale);
  return decision === false ? [] : [{ at, status, decision }];
}

function later(best: Reached | null, next: Reached, scale: Scale): Reached {
  if (best === null) return next;
  // Equal or not comparable: the one that stands later, as in the loop of the algorithm.
  return compare(best.at, next.at, scale) === 1 ? best : next;
}

export function statusOf(text: string | undefined): CveStatus | null {
  return text === 'affected' || text === 'unaffected' || text === 'unknown' ? text : null;
}

function sentence(entry: JsonObject, match: Decision, outcomes: readonly CveStatus[]): string {
  const range = rangeText(entry);
  const says = outcomes.join(' or ');
  if (match === true) return `${range} holds it: ${says}.`;
  const type = textOf(entry, 'versionType') ?? '';
  const cause = isGit(type)
    ? 'the order of commits is in the repository alone'
    : schemeOf(type) === null
      ? `versionType "${type.slice(0, 40)}" has no order that is known`
      : `it is no version of ${type}, or the ends are not`;
  return `${range} may hold it (${says}): ${cause}.`;
}

/** The entry as people read it: `1.0 ≤ v < 1.4`. */
function rangeText(entry: JsonObject): string {
  const start = short(textOf(entry, 'version') ?? '');
  const lessThan = textOf(entry, 'lessThan');
  const lessThanOrEqual = textOf(entry, 'lessThanOrEqual');
  if (lessThan !== undefined) return `${start} ≤ v < ${short(lessThan)}`;
  if (lessThanOrEqual !== undefined) return `${start} ≤ v ≤ ${short(lessThanOrEqual)}`;
  return `v = ${start}`;
}

function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
