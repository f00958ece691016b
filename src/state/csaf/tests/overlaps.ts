/** Overlapping version ranges: 6.2.50.1 to 6.2.50.3 and 6.3.19.1 to 6.3.19.5 (2.1). */
import { VersionSet } from '../model/intervals.ts';
import type { CsafModel } from '../model/model.ts';
import type { Branch } from '../model/products.ts';
import { type RangeName, readRange } from '../model/ranges.ts';
import { textOf } from '../model/values.ts';
import { CONTRADICTING, GROUP_NAMES, type Vulnerability } from '../model/vulnerability.ts';
import type { Ports } from '../ports.ts';
import { quote } from './mandatory-products.ts';
import type { Report, Run } from './test.ts';

interface Sibling {
  readonly branch: Branch;
  readonly range: RangeName | null;
  readonly set: VersionSet | null;
  /** Product id of a leaf; undefined for a branch with branches. */
  readonly product: string | undefined;
  readonly leaf: boolean;
}

type Kind = 'vers' | 'vls' | 'version';

/** Pairs of a range and a sibling that overlaps it. */
function eachOverlap(
  model: CsafModel,
  ports: Ports,
  wanted: (sibling: Sibling) => boolean,
  visit: (range: Sibling, other: Sibling) => void,
): void {
  for (const siblings of groupsOf(model, ports).values()) {
    const ranges = siblings.filter(({ set }) => set !== null);
    const others = siblings.filter(wanted);
    for (const range of ranges) {
      model.spend(others.length);
      for (const other of others) {
        if (other === range || isLaterTwin(range, other)) continue;
        if (overlap(range, other) === true) visit(range, other);
      }
    }
  }
}

/** Of two ranges only one order is tested: the operation is commutative. */
function isLaterTwin(range: Sibling, other: Sibling): boolean {
  return other.set !== null && other.branch.index < range.branch.index && range.leaf === other.leaf;
}

function overlap(range: Sibling, other: Sibling): boolean | null {
  if (range.set === null) return null;
  if (other.set !== null) return range.set.overlaps(other.set);
  return range.set.contains(other.branch.name);
}

function groupsOf(model: CsafModel, { vers }: Ports): Map<Branch | null, Sibling[]> {
  const groups = new Map<Branch | null, Sibling[]>();
  for (const branch of model.tree.branches) {
    const { category } = branch;
    if (category !== 'product_version_range' && category !== 'product_version') continue;
    const range = category === 'product_version_range' ? readRange(branch.name) : null;
    if (range !== null && range.constraints.length === 0) continue;
    const set = range === null ? null : new VersionSet(range, vers);
    const product = branch.value.product;
    const leaf = product !== undefined;
    const id = leaf ? textOf((product as { product_id?: string }).product_id) : undefined;
    const group = groups.get(branch.parent) ?? [];
    group.push({ branch, range, set, product: id, leaf });
    groups.set(branch.parent, group);
  }
  return groups;
}

function isOfKind({ range }: Sibling, kind: Kind): boolean {
  return kind === 'version' ? range === null : range?.kind === kind;
}

/** Both products have a status, and the groups relate as asked. */
function overlapIn(kind: Kind, same: boolean): Run {
  return (model, report, ports) => {
    const pairs: [Sibling, Sibling][] = [];
    const wanted = (sibling: Sibling) => sibling.leaf && isOfKind(sibling, kind);
    eachOverlap(model, ports, wanted, (range, other) => {
      if (range.product !== undefined && other.product !== undefined) pairs.push([range, other]);
    });
    for (const vulnerability of model.vulnerabilities) {
      model.spend(pairs.length);
      for (const [range, other] of pairs) reportPair(vulnerability, range, other, same, report);
    }
  };
}

function reportPair(
  vulnerability: Vulnerability,
  range: Sibling,
  other: Sibling,
  same: boolean,
  report: Report,
): void {
  const first = (vulnerability.groups.get(range.product ?? '') ?? 0) & CONTRADICTING;
  const second = (vulnerability.groups.get(other.product ?? '') ?? 0) & CONTRADICTING;
  if (first === 0 || second === 0) return;
  const shared = first & second;
  if (same ? shared === 0 : (first | second) === shared) return;
  const names = (bits: number) =>
    [...GROUP_NAMES].flatMap(([bit, name]) => ((bits & bit) === 0 ? [] : name)).join(', ');
  const where = same
    ? `are both in the group ${names(shared)}`
    : `are in the groups ${names(first)} and ${names(second)}`;
  const message = `${quote(range.product ?? '')} and ${quote(other.product ?? '')} overlap and ${where}.`;
  report(`${vulnerability.path}/product_status`, message);
}

/** Siblings that have branches themselves. */
function overlapInBranch(ranges: boolean): Run {
  return (model, report, ports) => {
    const wanted = ({ leaf, set }: Sibling) => !leaf && (set !== null) === ranges;
    eachOverlap(model, ports, wanted, (range, other) => {
      const message = `${quote(range.branch.name)} overlaps ${quote(other.branch.name)}.`;
      report(`${other.branch.path}/name`, message);
    });
  };
}

export const overlapsContradicting = {
  vers: overlapIn('vers', false),
  vls: overlapIn('vls', false),
  version: overlapIn('version', false),
} as const;

export const overlapsSame = {
  vers: overlapIn('vers', true),
  vls: overlapIn('vls', true),
  version: overlapIn('version', true),
} as const;

export const overlapsInBranch = {
  range: overlapInBranch(true),
  version: overlapInBranch(false),
} as const;
