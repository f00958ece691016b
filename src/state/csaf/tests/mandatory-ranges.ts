/** Mandatory tests on version ranges (2.1 §3.1.3.3.2). */
import type { CsafModel } from '../model/model.ts';
import type { Branch } from '../model/products.ts';
import { isSorted, type RangeName, readRange, singleVersion } from '../model/ranges.ts';
import type { Ports } from '../ports.ts';
import { quote } from './mandatory-products.ts';
import { ONLY_21, type Report, test } from './test.ts';

export function eachRange(
  model: CsafModel,
  visit: (range: RangeName, branch: Branch) => void,
): void {
  for (const branch of model.tree.branches) {
    if (branch.category === 'product_version_range') visit(readRange(branch.name), branch);
  }
}

/** 6.1.50: the name is a VERS in canonical form, or a vls. */
function versionRangeRules(model: CsafModel, report: Report, { vers }: Ports): void {
  eachRange(model, (range, branch) => {
    const path = `${branch.path}/name`;
    if (range.fault !== null) {
      report(path, `${quote(branch.name)} does not follow the rules: ${range.fault}.`);
    } else if (isSorted(range, vers) === false) {
      const message = `${quote(branch.name)} is not canonical: its versions are not in order.`;
      report(path, message);
    } else if (
      range.kind === 'vers' &&
      range.scheme !== 'all' &&
      !vers?.isSupported(range.scheme)
    ) {
      report.remark(path, `The VERS type ${quote(range.scheme)} is not supported here.`);
    }
  });
}

/** 6.1.59: a range is more than one version. */
function singleVersionAsRange(model: CsafModel, report: Report): void {
  eachRange(model, (range, branch) => {
    const version = singleVersion(range);
    if (version === undefined) return;
    const message = `${quote(branch.name)} identifies the single version ${quote(version)}.`;
    report(`${branch.path}/name`, message);
  });
}

export const MANDATORY_RANGE_TESTS = [
  test(
    'csaf-product-version-range-rules',
    [
      '6.1.50',
      'Product Version Range Rules',
      'The name of a version range is neither a canonical VERS nor a VERS-like specifier.',
      'Write it like vers:semver/>=1.0.0|<1.4.2, without spaces and in order.',
    ],
    versionRangeRules,
    ONLY_21,
  ),
  test(
    'csaf-single-version-as-range',
    [
      '6.1.59',
      'Single Version as Product Version Range',
      'A version range identifies a single version.',
      'Use the category product_version.',
    ],
    singleVersionAsRange,
    ONLY_21,
  ),
] as const;
