/** One criterion of an NVD node: a name and, beside it, a range of versions. */
import { compareValues, includesName } from './compare.ts';
import { type CpeVersion, compareCpeVersions, versionOfName } from './version.ts';
import { ANY, ATTRIBUTES, hasWildcard, NA, type Wfn } from './wfn.ts';

export interface VersionBound {
  readonly text: string;
  readonly version: CpeVersion;
  readonly including: boolean;
}

export interface Criterion {
  readonly kind: 'name';
  readonly name: Wfn;
  readonly start: VersionBound | null;
  readonly end: VersionBound | null;
  /** False for what the product runs on or with. Facts of the applicability language: true. */
  readonly vulnerable: boolean;
  /** `matchCriteriaId` of NVD; null where there is none. */
  readonly id: string | null;
}

/** `possible`: the name says too little (its version is unknown, say) to decide. */
export type CriterionMatch = 'yes' | 'no' | 'possible';

/** Whether every product of the asset's name is one that the criterion means. */
export function matchCriterion(criterion: Criterion, asset: Wfn): CriterionMatch {
  if (includesName(criterion.name, asset)) return matchRange(criterion, asset);
  return isLessSpecific(criterion, asset) ? 'possible' : 'no';
}

/** NVD: bounds are compared with the version; NA is no version and lies in no range. */
function matchRange({ start, end }: Criterion, asset: Wfn): CriterionMatch {
  if (start === null && end === null) return 'yes';
  if (asset.version === NA) return 'no';
  if (asset.version === ANY || hasWildcard(asset.version)) return 'possible';
  return isWithin(versionOfName(asset.version, asset.update), start, end) ? 'yes' : 'no';
}

/** Whether the version lies between the bounds. */
export function isWithin(
  version: CpeVersion,
  start: VersionBound | null,
  end: VersionBound | null,
): boolean {
  if (start !== null) {
    const order = compareCpeVersions(version, start.version);
    if (order < 0 || (order === 0 && !start.including)) return false;
  }
  if (end === null) return true;
  const order = compareCpeVersions(version, end.version);
  return order < 0 || (order === 0 && end.including);
}

/** No attribute excludes the asset, but it leaves open what the criterion asks for. */
function isLessSpecific(criterion: Criterion, asset: Wfn): boolean {
  for (const attribute of ATTRIBUTES) {
    const found = asset[attribute];
    if (found === ANY || hasWildcard(found)) continue;
    const relation = compareValues(criterion.name[attribute], found);
    if (relation !== 'superset' && relation !== 'equal') return false;
  }
  if (asset.version === ANY || hasWildcard(asset.version)) return true;
  return matchRange(criterion, asset) !== 'no';
}
