/** Table of: recommended tests on products and their identification. */
import { statusRemediation } from './mandatory-vulnerabilities.ts';
import { overlapsContradicting } from './overlaps.ts';
import {
  hardwareAndSoftware,
  inconsistentHelper,
  missingFixedProduct,
  missingHelper,
  missingMetric,
  missingRemediation,
  misuseAtVendorName,
  onlyHashAlgorithm,
  rangeWithoutVers,
  sameHelper,
  unknownHashAlgorithm,
  unknownVersType,
  unusedProductId,
  upperOpenRange,
} from './recommended-products.ts';
import { ONLY_21, test } from './test.ts';

export const RECOMMENDED_PRODUCT_TESTS = [
  test(
    'csaf-unused-definition-of-product-id',
    [
      '6.2.1',
      'Unused Definition of Product ID',
      'A product is defined and never used.',
      'Remove the definition, or give the product a status.',
    ],
    unusedProductId,
  ),
  test(
    'csaf-missing-remediation',
    [
      '6.2.2',
      'Missing Remediation',
      'An affected product, or one under investigation, has no remediation.',
      'Add one; none_available and no_fix_planned are remediations too.',
    ],
    missingRemediation,
  ),
  test(
    'csaf-missing-metric',
    [
      '6.2.3',
      'Missing Metric',
      'No score (2.0) or metric (2.1) covers an affected product.',
      'Add one.',
    ],
    missingMetric,
  ),
  test(
    'csaf-md5-only',
    [
      '6.2.8',
      'Use of MD5 as the only Hash Algorithm',
      'A file is identified by MD5 alone.',
      'Add a hash value of sha256 or better.',
    ],
    onlyHashAlgorithm('md5'),
  ),
  test(
    'csaf-sha1-only',
    [
      '6.2.9',
      'Use of SHA-1 as the only Hash Algorithm',
      'A file is identified by SHA-1 alone.',
      'Add a hash value of sha256 or better.',
    ],
    onlyHashAlgorithm('sha1'),
  ),
  test(
    'csaf-missing-product-identification-helper',
    [
      '6.2.16',
      'Missing Product Identification Helper',
      'A product has no helper by which machines could find it.',
      'Add a CPE, package URL, hash, model or serial number.',
    ],
    missingHelper,
  ),
  test(
    'csaf-range-without-vers',
    [
      '6.2.18',
      'Product Version Range without vers',
      'A version range is not written as VERS.',
      'Write it like vers:semver/<1.4.2.',
    ],
    rangeWithoutVers,
  ),
  test(
    'csaf-discouraged-status-remediation',
    [
      '6.2.27',
      'Discouraged Product Status Remediation Combination',
      'A remediation names a product for whose status it is discouraged.',
      'Correct the status or the category; the standard has a table of both.',
    ],
    statusRemediation('discouraged'),
    ONLY_21,
  ),
  test(
    'csaf-hardware-and-software',
    [
      '6.2.31',
      'Hardware and Software',
      'A product with serial or model numbers stands in no product path.',
      'Describe hardware and software apart and combine them by a product path.',
    ],
    hardwareAndSoftware,
    ONLY_21,
  ),
  test(
    'csaf-same-helper',
    [
      '6.2.32',
      'Use of Same Product Identification Helper for Different Products',
      'Two products have the same value of a helper.',
      'Give each product values of its own.',
    ],
    sameHelper,
    ONLY_21,
  ),
  test(
    'csaf-missing-fixed-product',
    [
      '6.2.39.1',
      'Missing Fixed Product',
      'An affected product has no corresponding fixed version in the same vulnerability.',
      'Add the fixed version to the product tree and to fixed.',
    ],
    missingFixedProduct,
    ONLY_21,
  ),
  test(
    'csaf-inconsistent-helper',
    [
      '6.2.42',
      'Inconsistent Product Identification Helper',
      'A CPE or package URL says less, more or else than the branches of the product.',
      'Bring the helper and the branches in line.',
    ],
    inconsistentHelper,
    ONLY_21,
  ),
  test(
    'csaf-misuse-at-vendor-name',
    [
      '6.2.48',
      'Misuse at Vendor Name',
      '"Open Source" is given as the vendor.',
      'Name the project or organisation that makes the product.',
    ],
    misuseAtVendorName,
    ONLY_21,
  ),
  test(
    'csaf-upper-open-range',
    [
      '6.2.49',
      'Upper Open Ended Product Version Range',
      'A version range has no upper end, so that it says of versions to come what nobody knows.',
      'End it with the newest known version.',
    ],
    upperOpenRange,
    ONLY_21,
  ),
  test(
    'csaf-overlap-vers-contradicting',
    [
      '6.2.50.1',
      'Overlapping Product Version Range with vers in Contradicting Product Status Group',
      'Two version ranges overlap and have contradicting status.',
      'Split the ranges so that no version is in both.',
    ],
    overlapsContradicting.vers,
    ONLY_21,
  ),
  test(
    'csaf-overlap-vls-contradicting',
    [
      '6.2.50.2',
      'Overlapping Product Version Range with vls in Contradicting Product Status Group',
      'Two version ranges overlap and have contradicting status.',
      'Split the ranges so that no version is in both.',
    ],
    overlapsContradicting.vls,
    ONLY_21,
  ),
  test(
    'csaf-overlap-version-contradicting',
    [
      '6.2.50.3',
      'Overlapping Product Version Range with Product Version in Contradicting Product Status Group',
      'A version lies in a range of contradicting status.',
      'Exclude the version from the range.',
    ],
    overlapsContradicting.version,
    ONLY_21,
  ),
  test(
    'csaf-unknown-vers-type',
    [
      '6.2.51',
      'Unknown VERS Type',
      'A VERS type is not registered, or not supported here.',
      'Use a registered type, e.g. semver, deb, rpm or intdot.',
    ],
    unknownVersType,
    ONLY_21,
  ),
  test(
    'csaf-unknown-hash-algorithm',
    [
      '6.2.52',
      'Unknown Hash Algorithm',
      'A hash algorithm is none of those that the standard mentions.',
      'Use e.g. sha256, sha512 or blake2b512, written so.',
    ],
    unknownHashAlgorithm,
    ONLY_21,
  ),
] as const;
