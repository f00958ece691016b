/** Table of: mandatory tests on product ids, groups and branches. */

import {
  branchesRecursionDepth,
  circularDefinitionOfProductId,
  missingDefinitionOfGroupId,
  missingDefinitionOfProductId,
  multipleDefinitionOfGroupId,
  multipleDefinitionOfProductId,
  multipleStars,
  sameHashAlgorithm,
  stackedBranchCategories,
  versionInPathWithRange,
  versionRangeInProductVersion,
} from './mandatory-products.ts';
import { ONLY_21, test } from './test.ts';

export const MANDATORY_PRODUCT_TESTS = [
  test(
    'csaf-missing-definition-of-product-id',
    [
      '6.1.1',
      'Missing Definition of Product ID',
      'A product id is used that the product tree does not define.',
      'Define it in the product tree, or correct the id.',
    ],
    missingDefinitionOfProductId,
  ),
  test(
    'csaf-multiple-definition-of-product-id',
    [
      '6.1.2',
      'Multiple Definition of Product ID',
      'A product id is defined more than once.',
      'Give each product an id of its own.',
    ],
    multipleDefinitionOfProductId,
  ),
  test(
    'csaf-circular-definition-of-product-id',
    [
      '6.1.3',
      'Circular Definition of Product ID',
      'A product is made of parts that lead back to itself.',
      'Refer to the parts, not to the product that they form.',
    ],
    circularDefinitionOfProductId,
  ),
  test(
    'csaf-missing-definition-of-product-group-id',
    [
      '6.1.4',
      'Missing Definition of Product Group ID',
      'A product group id is used that the product tree does not define.',
      'Define the group in /product_tree/product_groups, or correct the id.',
    ],
    missingDefinitionOfGroupId,
  ),
  test(
    'csaf-multiple-definition-of-product-group-id',
    [
      '6.1.5',
      'Multiple Definition of Product Group ID',
      'A product group id is defined more than once.',
      'Give each group an id of its own.',
    ],
    multipleDefinitionOfGroupId,
  ),
  test(
    'csaf-multiple-use-of-same-hash-algorithm',
    [
      '6.1.25',
      'Multiple Use of Same Hash Algorithm',
      'One file has several hash values of the same algorithm.',
      'Keep one value per algorithm.',
    ],
    sameHashAlgorithm,
  ),
  test(
    'csaf-version-range-in-product-version',
    [
      '6.1.31',
      'Version Range in Product Version',
      'A branch of category product_version names a range of versions.',
      'Use the category product_version_range, or enumerate the versions.',
    ],
    versionRangeInProductVersion,
  ),
  test(
    'csaf-branches-recursion-depth',
    [
      '6.1.34',
      'Branches Recursion Depth',
      'The path to a product contains more than 30 times branches.',
      'Flatten the product tree.',
    ],
    branchesRecursionDepth,
    ONLY_21,
  ),
  test(
    'csaf-multiple-stars-in-model-number',
    [
      '6.1.43',
      'Use of Multiple Stars in Model Number',
      'A model number contains more than one unescaped star.',
      'Keep one star, or escape those that are part of the number with a backslash.',
    ],
    multipleStars('model_numbers'),
    ONLY_21,
  ),
  test(
    'csaf-multiple-stars-in-serial-number',
    [
      '6.1.44',
      'Use of Multiple Stars in Serial Number',
      'A serial number contains more than one unescaped star.',
      'Keep one star, or escape those that are part of the number with a backslash.',
    ],
    multipleStars('serial_numbers'),
    ONLY_21,
  ),
  test(
    'csaf-stacked-branch-categories',
    [
      '6.1.57',
      'Stacked Branch Categories',
      'A branch category other than product_family stands twice along a path.',
      'Use every category once per path.',
    ],
    stackedBranchCategories,
    ONLY_21,
  ),
  test(
    'csaf-product-version-with-range',
    [
      '6.1.58',
      'Use of product_version in one Path with product_version_range',
      'A path to a product has both a version and a range of versions.',
      'Keep the one that is meant.',
    ],
    versionInPathWithRange,
    ONLY_21,
  ),
  test(
    'csaf-multiple-stars-in-sku',
    [
      '6.1.61',
      'Use of Multiple Stars in SKU',
      'A stock keeping unit contains more than one unescaped star.',
      'Keep one star, or escape those that are part of the unit with a backslash.',
    ],
    multipleStars('skus'),
    ONLY_21,
  ),
] as const;
