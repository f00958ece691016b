/** Table of: the informative tests, clause 6.3. */

import {
  branchCategories,
  cvss2Only,
  cvss30,
  essentialExtension,
  extensionAt,
  grammar,
  missing,
  missingCvss4,
  nestedProductPath,
  qualitativeRating,
  shortHash,
  spelling,
  unregisteredIdSystem,
  unresolvedOtherUrls,
  unresolvedSelfUrls,
  vAsIndicator,
  versionRange,
} from './informative.ts';
import { overlapsInBranch, overlapsSame } from './overlaps.ts';
import { extensionClass, licenceStands } from './recommended-document.ts';
import {
  nonLatestDecisionPoint,
  ssvcExtendedNotClear,
  ssvcUnregisteredNotClear,
} from './recommended-scores.ts';
import { ONLY_21, test } from './test.ts';

const EXTENSION_REMEDY = 'Readers that do not know the extension miss what it says.';

export const INFORMATIVE_TESTS = [
  test(
    'csaf-cvss-2-only',
    [
      '6.3.1',
      'Use of CVSS v2 as the only Scoring System',
      'A product has no other score than CVSS v2.',
      'Add a vector of CVSS v3.1 or v4.0.',
    ],
    cvss2Only,
  ),
  test(
    'csaf-cvss-3-0',
    ['6.3.2', 'Use of CVSS v3.0', 'CVSS v3.0 is used.', 'Upgrade the vector to v3.1.'],
    cvss30,
  ),
  test(
    'csaf-missing-cve',
    ['6.3.3', 'Missing CVE', 'A vulnerability has no CVE.', 'Have one assigned.'],
    missing('cve', 'cve'),
  ),
  test(
    'csaf-missing-cwe',
    ['6.3.4', 'Missing CWE', 'A vulnerability has no CWE.', 'Name its weakness.'],
    missing('cwe', 'cwes'),
  ),
  test(
    'csaf-short-hash',
    [
      '6.3.5',
      'Use of Short Hash',
      'A hash value is shorter than 64 characters.',
      'Add a hash value of sha256 or longer.',
    ],
    shortHash,
  ),
  test(
    'csaf-url-not-resolving',
    [
      '6.3.6',
      'Use of non-self Referencing URLs Failing to Resolve',
      'A URL does not resolve.',
      'Correct or remove it.',
    ],
    unresolvedOtherUrls,
  ),
  test(
    'csaf-self-url-not-resolving',
    [
      '6.3.7',
      'Use of self Referencing URLs Failing to Resolve',
      'The URL of the document itself does not resolve.',
      'Publish the document there, or correct the URL.',
    ],
    unresolvedSelfUrls,
  ),
  test(
    'csaf-spelling',
    ['6.3.8', 'Spell Check', 'A spell check finds unknown words.', 'Correct them.'],
    spelling,
  ),
  test(
    'csaf-branch-categories',
    [
      '6.3.9',
      'Branch Categories',
      'The path to a product lacks vendor, product_name or product_version in this order.',
      'Build the tree from these three.',
    ],
    branchCategories,
  ),
  test(
    'csaf-use-of-version-range',
    [
      '6.3.10',
      'Usage of Product Version Range',
      'A range of versions is hard to match.',
      'Enumerate the versions where that is possible.',
    ],
    versionRange,
  ),
  test(
    'csaf-v-as-version-indicator',
    [
      '6.3.11',
      'Usage of V as Version Indicator',
      'A version begins with the letter v.',
      'Leave it out unless the vendor writes it.',
    ],
    vAsIndicator,
  ),
  test(
    'csaf-missing-cvss-4',
    [
      '6.3.12',
      'Missing CVSS v4.0',
      'A scored or affected product has no CVSS v4.0.',
      'Add a vector of CVSS v4.0.',
    ],
    missingCvss4,
    ONLY_21,
  ),
  test(
    'csaf-non-latest-ssvc',
    [
      '6.3.13',
      'Usage of Non-Latest SSVC Decision Point Version',
      'A decision point is not of its newest version.',
      'Decide with the newest version.',
    ],
    nonLatestDecisionPoint,
    ONLY_21,
  ),
  test(
    'csaf-unregistered-ssvc-not-clear',
    [
      '6.3.14',
      'Usage of Unregistered SSVC Decision Point Base Namespace in Non TLP:CLEAR Document',
      'Decision points of an unregistered namespace are used.',
      'Make sure that the readers know them.',
    ],
    ssvcUnregisteredNotClear,
    ONLY_21,
  ),
  test(
    'csaf-extended-ssvc-not-clear',
    [
      '6.3.15',
      'Usage of SSVC Decision Point Namespace with Extension in Non TLP:CLEAR Document',
      'Decision points of an extended namespace are used.',
      'Make sure that the readers know them.',
    ],
    ssvcExtendedNotClear,
    ONLY_21,
  ),
  test(
    'csaf-grammar',
    ['6.3.16', 'Grammar Check', 'A grammar check finds faults.', 'Correct them.'],
    grammar,
    ONLY_21,
  ),
  test(
    'csaf-unregistered-license',
    [
      '6.3.17',
      'Use of Unregistered License',
      'A licence is listed neither by SPDX nor in the LicenseDB.',
      'Prefer a licence that readers know.',
    ],
    licenceStands(['own', 'missing'], 'is in neither list of licences'),
    ONLY_21,
  ),
  test(
    'csaf-qualitative-rating',
    [
      '6.3.18',
      'Use of Qualitative Severity Rating',
      'A qualitative severity rating is used.',
      'Give a CVSS vector where one is known.',
    ],
    qualitativeRating,
    ONLY_21,
  ),
  test(
    'csaf-overlap-vers-same',
    [
      '6.3.19.1',
      'Overlapping Product Version Range with vers in Same Product Status Group',
      'Two version ranges of one status group overlap.',
      'Split the ranges so that no version is in both.',
    ],
    overlapsSame.vers,
    ONLY_21,
  ),
  test(
    'csaf-overlap-vls-same',
    [
      '6.3.19.2',
      'Overlapping Product Version Range with vls in Same Product Status Group',
      'Two version ranges of one status group overlap.',
      'Split the ranges so that no version is in both.',
    ],
    overlapsSame.vls,
    ONLY_21,
  ),
  test(
    'csaf-overlap-version-same',
    [
      '6.3.19.3',
      'Overlapping Product Version Range with Product Version in Same Product Status Group',
      'A version lies in a range of its status group.',
      'Exclude the version from the range.',
    ],
    overlapsSame.version,
    ONLY_21,
  ),
  test(
    'csaf-overlap-range-in-branch',
    [
      '6.3.19.4',
      'Overlapping Product Version Range with Product Version Range in Branch',
      'Two sibling branches are version ranges that overlap.',
      'Split the ranges so that no version is in both.',
    ],
    overlapsInBranch.range,
    ONLY_21,
  ),
  test(
    'csaf-overlap-version-in-branch',
    [
      '6.3.19.5',
      'Overlapping Product Version Range with Product Version in Branch',
      'A branch is a version that a sibling range contains.',
      'Exclude the version from the range.',
    ],
    overlapsInBranch.version,
    ONLY_21,
  ),
  test(
    'csaf-unregistered-id-system',
    [
      '6.3.20',
      'Use of Unregistered ID System',
      'An id is of a system that RVISC does not list.',
      'Use the registered name of the system, a URL, where there is one.',
    ],
    unregisteredIdSystem,
    ONLY_21,
  ),
  test(
    'csaf-essential-extension',
    ['6.3.21.1', 'Extension Category Essential', 'An extension is essential.', EXTENSION_REMEDY],
    essentialExtension,
    ONLY_21,
  ),
  test(
    'csaf-experimental-extension-not-clear',
    [
      '6.3.21.2',
      'Usage of Experimental Extension in Non TLP:CLEAR Document',
      'An experimental extension is used.',
      EXTENSION_REMEDY,
    ],
    extensionClass(['experimental'], 'not-clear'),
    ONLY_21,
  ),
  test(
    'csaf-extension-at-document',
    [
      '6.3.21.3',
      'Usage of Extension at Document Level',
      'The document has extensions.',
      EXTENSION_REMEDY,
    ],
    extensionAt('document'),
    ONLY_21,
  ),
  test(
    'csaf-extension-at-branches',
    [
      '6.3.21.4',
      'Usage of Extension in Product Tree Branch Path',
      'A product of a branch has extensions.',
      EXTENSION_REMEDY,
    ],
    extensionAt('branches'),
    ONLY_21,
  ),
  test(
    'csaf-extension-at-full-product-names',
    [
      '6.3.21.5',
      'Usage of Extension in Product Tree Full Product Names Path',
      'A product has extensions.',
      EXTENSION_REMEDY,
    ],
    extensionAt('full_product_names'),
    ONLY_21,
  ),
  test(
    'csaf-extension-at-product-paths',
    [
      '6.3.21.6',
      'Usage of Extension in Product Tree Product Paths Path',
      'A product path has extensions.',
      EXTENSION_REMEDY,
    ],
    extensionAt('product_paths'),
    ONLY_21,
  ),
  test(
    'csaf-extension-at-metrics',
    [
      '6.3.21.7',
      'Usage of Extension in Vulnerabilities Metrics Path',
      'A metric has extensions.',
      EXTENSION_REMEDY,
    ],
    extensionAt('metrics'),
    ONLY_21,
  ),
  test(
    'csaf-extension-at-vulnerabilities',
    [
      '6.3.21.8',
      'Usage of Extension at Vulnerabilities Level',
      'A vulnerability has extensions.',
      EXTENSION_REMEDY,
    ],
    extensionAt('vulnerabilities'),
    ONLY_21,
  ),
  test(
    'csaf-extension-at-root',
    ['6.3.21.9', 'Usage of Extension at Root Level', 'The root has extensions.', EXTENSION_REMEDY],
    extensionAt('root'),
    ONLY_21,
  ),
  test(
    'csaf-nested-product-path',
    [
      '6.3.22',
      'Nested Product Path',
      'A product path refers to a product that another product path forms.',
      'Write one path through all parts where that is right.',
    ],
    nestedProductPath,
    ONLY_21,
  ),
] as const;
