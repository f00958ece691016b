/** Whether a version lies at or above, below, or at most at an end of a range. */
import { isGit, schemeOf, type VersionOrder } from './order.ts';

/** True or false where the scheme decides; null where it cannot be known. */
export type Decision = boolean | null;

export interface Scale {
  readonly versionType: string | undefined;
  readonly order: VersionOrder;
}

/** `start` ≤ `version`. By convention 0 is the earliest of all (definition version). */
export function atLeast(version: string, start: string, scale: Scale): Decision {
  if (start === '0' || start === version) return true;
  const order = compare(version, start, scale);
  return order === null ? null : order >= 0;
}

/** `version` < `end`; an end may finish in an asterisk: an arbitrarily large number there. */
export function below(version: string, end: string, scale: Scale): Decision {
  if (end === '*') return true;
  if (end.endsWith('*')) return belowBranchEnd(version, end, scale);
  if (end === version || end === '0') return false;
  const order = compare(version, end, scale);
  return order === null ? null : order < 0;
}

/** `version` ≤ `end`. Records use the asterisk here too, with the same meaning. */
export function atMost(version: string, end: string, scale: Scale): Decision {
  if (end.endsWith('*')) return below(version, end, scale);
  if (end === version) return true;
  const order = compare(version, end, scale);
  return order === null ? null : order <= 0;
}

/** Equal as the scheme says; without a scheme only what is written alike. */
export function same(version: string, other: string, scale: Scale): Decision {
  if (version === other) return true;
  if (scale.versionType === undefined || isGit(scale.versionType)) return false;
  const order = compare(version, other, scale);
  // A single version under an unknown scheme is still one version: another text is another one.
  return order === null ? false : order === 0;
}

export function compare(a: string, b: string, { versionType, order }: Scale): -1 | 0 | 1 | null {
  const scheme = schemeOf(versionType);
  return scheme === null ? null : order(scheme, a, b);
}

/**
 * `1.4.*`: every version of the branch 1.4 is below it. Decided by the number before the asterisk:
 * the first version of the next branch is the first that is not below.
 */
function belowBranchEnd(version: string, end: string, scale: Scale): Decision {
  const branch = end.slice(0, -1).replace(/[.\-_+~]$/, '');
  if (branch === '' || version === branch) return true;
  // Not `1.40`: what follows the branch must be no digit.
  const rest = version.startsWith(branch) ? version.slice(branch.length) : null;
  if (rest !== null && !/^[0-9]/.test(rest)) return true;
  const next = nextBranch(branch);
  if (next === null) return null;
  // A pre-release of the next branch sorts below its first release, and above this whole branch.
  if (version.startsWith(next) && !/^[0-9]/.test(version.slice(next.length))) return false;
  for (const first of [next, `${next}.0`, `${next}.0.0`]) {
    const order = compare(version, first, scale);
    if (order !== null) return order < 0;
  }
  return null;
}

/** `1.4` → `1.5`; null where the branch does not end in a number of reasonable length. */
function nextBranch(branch: string): string | null {
  const last = /[0-9]{1,15}$/.exec(branch);
  if (last === null) return null;
  return `${branch.slice(0, last.index)}${Number(last[0]) + 1}`;
}
