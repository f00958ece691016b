/** Rules on versions and ranges (definition product, versions). */
import type { JsonObject } from '../../../core/json/value.ts';
import { objectsOf, textOf } from '../../../core/json/view.ts';
import type { CveFindings } from '../issues.ts';
import { compare, type Scale } from '../status/bounds.ts';
import { isGit, schemeOf } from '../status/order.ts';
import type { ContainerRule, RuleContext } from './rule.ts';

type Path = readonly (string | number)[];

export const versionsAreDecidable: ContainerRule = ({ value, path }, findings, context) => {
  objectsOf(value, 'affected').forEach((product, i) => {
    const entries = objectsOf(product, 'versions');
    const base = [...path, 'affected', i, 'versions'];
    entries.forEach((entry, j) => {
      const at = [...base, j];
      if (endOf(entry) === null) singleIsOneVersion(entry, at, findings);
      else rangeIsSound(entry, at, findings, context);
    });
    earlierDoesNotCover(entries, base, findings, context);
  });
};

function endOf(entry: JsonObject): string | null {
  return textOf(entry, 'lessThan') ?? textOf(entry, 'lessThanOrEqual') ?? null;
}

/** What people write into a version where a range belongs. */
const WORDS =
  /^(?:all|any|n\/a|unspecified|-)$|[<>]|\b(?:before|prior|through|earlier|and|to|below|versions?)\b|,\s/i;

function singleIsOneVersion(entry: JsonObject, at: Path, findings: CveFindings): void {
  const version = textOf(entry, 'version') ?? '';
  if (WORDS.test(version.slice(0, 200))) {
    findings.add('cve-version-words', [...at, 'version'], `"${version.slice(0, 60)}"`);
  }
}

function rangeIsSound(
  entry: JsonObject,
  at: Path,
  findings: CveFindings,
  { order }: RuleContext,
): void {
  const versionType = textOf(entry, 'versionType');
  const scheme = schemeOf(versionType);
  const whole = textOf(entry, 'version') === '0' && endOf(entry) === '*';
  if (scheme === null && versionType !== undefined && !isGit(versionType) && !whole) {
    findings.add(
      'cve-version-type-custom',
      [...at, 'versionType'],
      `"${versionType.slice(0, 40)}"`,
    );
  }
  if (scheme === null) return;
  const scale: Scale = { versionType, order };
  endsAreVersions(entry, at, findings, scale);
  rangeHoldsSomething(entry, at, findings, scale);
  changesAreInside(entry, at, findings, scale);
}

/** An end that is compared with itself and gives nothing is no version of the scheme. */
function endsAreVersions(entry: JsonObject, at: Path, findings: CveFindings, scale: Scale): void {
  for (const name of ['version', 'lessThan', 'lessThanOrEqual']) {
    const end = textOf(entry, name);
    if (end === undefined || end === '0' || end.endsWith('*')) continue;
    // Without any order of the scheme nothing can be said of its versions.
    if (compare('1.0.0', '1.0.0', scale) !== null && compare(end, end, scale) === null) {
      findings.add('cve-range-version', [...at, name], `"${end.slice(0, 60)}"`);
    }
  }
}

function rangeHoldsSomething(
  entry: JsonObject,
  at: Path,
  findings: CveFindings,
  scale: Scale,
): void {
  const start = textOf(entry, 'version');
  const lessThan = textOf(entry, 'lessThan');
  const lessThanOrEqual = textOf(entry, 'lessThanOrEqual');
  const end = lessThan ?? lessThanOrEqual;
  if (start === undefined || end === undefined || start === '0' || end.endsWith('*')) return;
  const order = start === end ? 0 : compare(start, end, scale);
  if (order === 1 || (order === 0 && lessThan !== undefined)) {
    findings.add('cve-range-empty', at, `${start.slice(0, 40)} to ${end.slice(0, 40)}`);
  }
}

function changesAreInside(entry: JsonObject, at: Path, findings: CveFindings, scale: Scale): void {
  const changes = objectsOf(entry, 'changes').map((change) => textOf(change, 'at') ?? '');
  const start = textOf(entry, 'version') ?? '';
  const end = endOf(entry) ?? '*';
  changes.forEach((change, i) => {
    const before = start !== '0' && compare(change, start, scale) === -1;
    const after = !end.endsWith('*') && compare(change, end, scale) === 1;
    const never = textOf(entry, 'lessThan') !== undefined && change === end;
    if (before || after || never) {
      findings.add('cve-changes-outside', [...at, 'changes', i, 'at'], `"${change.slice(0, 40)}"`);
    }
    const previous = changes[i - 1];
    if (previous !== undefined && compare(previous, change, scale) === 1) {
      findings.add('cve-changes-order', [...at, 'changes', i, 'at'], `"${change.slice(0, 40)}"`);
    }
  });
}

/** The algorithm takes the first entry that holds a version: a later contradiction never speaks. */
function earlierDoesNotCover(
  entries: readonly JsonObject[],
  base: Path,
  findings: CveFindings,
  { order }: RuleContext,
): void {
  const seen = new Map<string, string>();
  entries.forEach((entry, j) => {
    const version = textOf(entry, 'version') ?? '';
    const status = textOf(entry, 'status') ?? '';
    if (endOf(entry) === null) {
      const first = seen.get(version);
      if (first !== undefined && first !== status) {
        findings.add('cve-version-repeated', [...base, j], `"${version.slice(0, 60)}"`);
      }
      seen.set(version, first ?? status);
    }
    // Quadratic in the ranges of one product: looked at for as many as people write.
    const earlier = entries.slice(Math.max(0, j - 50), j);
    if (earlier.some((other) => covers(other, entry, order) && otherwise(other, entry))) {
      findings.add('cve-range-overlap', [...base, j]);
    }
  });
}

function otherwise(first: JsonObject, second: JsonObject): boolean {
  return (
    textOf(first, 'status') !== textOf(second, 'status') && objectsOf(first, 'changes').length === 0
  );
}

/** True when the range `first` certainly holds the start of `second`. */
function covers(first: JsonObject, second: JsonObject, order: RuleContext['order']): boolean {
  const end = endOf(first);
  const versionType = textOf(first, 'versionType');
  const [from, at] = [textOf(first, 'version'), textOf(second, 'version')];
  if (end === null || from === undefined || at === undefined || schemeOf(versionType) === null) {
    return false;
  }
  const scale: Scale = { versionType, order };
  const above = from === '0' || from === at || compare(from, at, scale) === -1;
  if (!above) return false;
  if (end === '*') return true;
  return !end.endsWith('*') && compare(at, end, scale) === -1;
}

/** 5.0: a single version has no versionType (it came with 5.1). */
export const singlesHaveNoType: ContainerRule = ({ value, path }, findings) => {
  objectsOf(value, 'affected').forEach((product, i) => {
    objectsOf(product, 'versions').forEach((entry, j) => {
      if (endOf(entry) !== null || textOf(entry, 'versionType') === undefined) return;
      findings.add('cve-version-type-early', [
        ...path,
        'affected',
        i,
        'versions',
        j,
        'versionType',
      ]);
    });
  });
};
