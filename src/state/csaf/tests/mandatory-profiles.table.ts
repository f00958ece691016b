/** Table of: mandatory tests on profiles (6.1.26 and 6.1.27.1 to 6.1.27.19). */

import {
  ADVISORY,
  ADVISORY_OR_VEX,
  actionStatement,
  affectedProducts,
  correspondingAffectedProducts,
  documentNotes,
  documentReferences,
  ENDED,
  eachHas,
  endedHistory,
  endedNotes,
  forProfiles,
  INFORMATION,
  impactStatement,
  noProductTree,
  noVulnerabilities,
  productTree,
  prohibitedCategoryName,
  reasoning,
  supersedingDocument,
  vexProductStatus,
  vulnerabilitiesExist,
  vulnerabilityId,
} from './mandatory-profiles.ts';
import { ONLY_21, test } from './test.ts';

export const MANDATORY_PROFILE_TESTS = [
  test(
    'csaf-prohibited-category-name',
    [
      '6.1.26',
      'Prohibited Document Category Name',
      'The category looks like the name of a profile and is none.',
      "Write the profile's value exactly, or choose another category.",
    ],
    prohibitedCategoryName,
  ),
  test(
    'csaf-profile-document-notes',
    [
      '6.1.27.1',
      'Document Notes',
      'The document has no note of category description, details, general or summary.',
      'Add one.',
    ],
    forProfiles(INFORMATION, documentNotes),
  ),
  test(
    'csaf-profile-document-references',
    [
      '6.1.27.2',
      'Document References',
      'The document refers to no external source.',
      'Add a reference of category external.',
    ],
    forProfiles(INFORMATION, documentReferences),
  ),
  test(
    'csaf-profile-no-vulnerabilities',
    [
      '6.1.27.3',
      'Vulnerabilities',
      'A document of this profile has vulnerabilities.',
      'Remove them, or choose another category.',
    ],
    forProfiles(['csaf_informational_advisory', ...ENDED], noVulnerabilities),
  ),
  test(
    'csaf-profile-product-tree',
    [
      '6.1.27.4',
      'Product Tree',
      'An advisory or VEX has no product tree.',
      'Add /product_tree with the products that the vulnerabilities are about.',
    ],
    forProfiles(ADVISORY_OR_VEX, productTree),
  ),
  test(
    'csaf-profile-vulnerability-notes',
    [
      '6.1.27.5',
      'Vulnerability Notes',
      'A vulnerability has no notes.',
      'Describe it in a note, e.g. of category description.',
    ],
    forProfiles(ADVISORY_OR_VEX, eachHas('notes')),
  ),
  test(
    'csaf-profile-product-status',
    [
      '6.1.27.6',
      'Product Status',
      'A vulnerability does not say which products have which status.',
      'Add product_status.',
    ],
    forProfiles(ADVISORY, eachHas('product_status')),
  ),
  test(
    'csaf-vex-product-status',
    [
      '6.1.27.7',
      'VEX Product Status',
      'A VEX states none of fixed, known_affected, known_not_affected, under_investigation.',
      'Add one of these lists to product_status.',
    ],
    forProfiles(['csaf_vex'], vexProductStatus),
  ),
  test(
    'csaf-vex-vulnerability-id',
    [
      '6.1.27.8',
      'Vulnerability ID',
      'A vulnerability of a VEX has neither a CVE nor another id, or not for each product.',
      'Add cve or ids.',
    ],
    forProfiles(['csaf_vex'], vulnerabilityId),
  ),
  test(
    'csaf-vex-impact-statement',
    [
      '6.1.27.9',
      'Impact Statement',
      'A VEX does not say why a product is not affected.',
      'Add a flag, or a threat of category impact, for the product.',
    ],
    forProfiles(['csaf_vex'], impactStatement),
  ),
  test(
    'csaf-vex-action-statement',
    [
      '6.1.27.10',
      'Action Statement',
      'A VEX does not say what to do about an affected product.',
      'Add a remediation for the product.',
    ],
    forProfiles(['csaf_vex'], actionStatement),
  ),
  test(
    'csaf-profile-vulnerabilities',
    [
      '6.1.27.11',
      'Vulnerabilities',
      'An advisory or VEX has no vulnerabilities.',
      'Add /vulnerabilities, or choose another category.',
    ],
    forProfiles(ADVISORY_OR_VEX, vulnerabilitiesExist),
  ),
  test(
    'csaf-profile-affected-products',
    [
      '6.1.27.12',
      'Affected Products',
      'A vulnerability of a security advisory lists no affected product.',
      'Add product_status/known_affected.',
    ],
    forProfiles(['csaf_security_advisory'], affectedProducts),
    ONLY_21,
  ),
  test(
    'csaf-profile-corresponding-affected',
    [
      '6.1.27.13',
      'Corresponding Affected Products',
      'A fixed product has no corresponding affected version in the same vulnerability.',
      'List the versions that were affected.',
    ],
    forProfiles(['csaf_security_advisory'], correspondingAffectedProducts),
    ONLY_21,
  ),
  test(
    'csaf-ended-document-notes',
    [
      '6.1.27.14',
      'Document Notes for Withdrawn and Superseded',
      'A withdrawn or superseded document has no note of category description.',
      'Add a note that says why.',
    ],
    forProfiles(ENDED, endedNotes),
    ONLY_21,
  ),
  test(
    'csaf-ended-product-tree',
    [
      '6.1.27.15',
      'Product Tree for Withdrawn and Superseded',
      'A withdrawn or superseded document has a product tree.',
      'Remove it.',
    ],
    forProfiles(ENDED, noProductTree),
    ONLY_21,
  ),
  test(
    'csaf-ended-revision-history',
    [
      '6.1.27.16',
      'Revision History for Withdrawn and Superseded',
      'The history of a withdrawn or superseded document has fewer than two items.',
      'Keep the item of the release and add that of the withdrawal.',
    ],
    forProfiles(ENDED, endedHistory),
    ONLY_21,
  ),
  test(
    'csaf-reasoning-for-withdrawal',
    [
      '6.1.27.17',
      'Reasoning for Withdrawal',
      'A withdrawn document does not have exactly one note that says why.',
      'Add a note of category description with the title "Reasoning for Withdrawal".',
    ],
    forProfiles(['csaf_withdrawn'], reasoning('Reasoning for Withdrawal')),
    ONLY_21,
  ),
  test(
    'csaf-reasoning-for-supersession',
    [
      '6.1.27.18',
      'Reasoning for Supersession',
      'A superseded document does not have exactly one note that says why.',
      'Add a note of category description with the title "Reasoning for Supersession".',
    ],
    forProfiles(['csaf_superseded'], reasoning('Reasoning for Supersession')),
    ONLY_21,
  ),
  test(
    'csaf-superseding-document',
    [
      '6.1.27.19',
      'Reference to Superseding Document',
      'A superseded document does not refer to the one that replaces it.',
      'Add a reference of category external whose summary begins with "Superseding Document".',
    ],
    forProfiles(['csaf_superseded'], supersedingDocument),
    ONLY_21,
  ),
] as const;
