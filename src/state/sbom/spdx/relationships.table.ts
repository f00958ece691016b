/** Types of relationships (SPDX 2.3 §11.1) and how they read from left to right. */
interface Reading {
  /** The words of the model. */
  readonly kind: string;
  /** `A TYPE B` says that B relates to A. */
  readonly reversed?: boolean;
}

const DEPENDS = { kind: 'depends-on' };
const NEEDED_BY = { kind: 'depends-on', reversed: true };

/** Those that say what a component needs, holds or is; every other keeps its own name. */
export const READINGS: Readonly<Record<string, Reading>> = {
  DESCRIBES: { kind: 'describes' },
  DESCRIBED_BY: { kind: 'describes', reversed: true },
  CONTAINS: { kind: 'contains' },
  CONTAINED_BY: { kind: 'contains', reversed: true },
  PACKAGE_OF: { kind: 'contains', reversed: true },
  EXPANDED_FROM_ARCHIVE: { kind: 'contains', reversed: true },
  DEPENDS_ON: DEPENDS,
  DYNAMIC_LINK: DEPENDS,
  STATIC_LINK: DEPENDS,
  HAS_PREREQUISITE: DEPENDS,
  DEPENDENCY_OF: NEEDED_BY,
  BUILD_DEPENDENCY_OF: NEEDED_BY,
  DEV_DEPENDENCY_OF: NEEDED_BY,
  OPTIONAL_DEPENDENCY_OF: NEEDED_BY,
  PROVIDED_DEPENDENCY_OF: NEEDED_BY,
  RUNTIME_DEPENDENCY_OF: NEEDED_BY,
  TEST_DEPENDENCY_OF: NEEDED_BY,
  PREREQUISITE_FOR: NEEDED_BY,
};

const OTHERS =
  'AMENDS ANCESTOR_OF BUILD_TOOL_OF COPY_OF DATA_FILE_OF DEPENDENCY_MANIFEST_OF DESCENDANT_OF ' +
  'DEV_TOOL_OF DISTRIBUTION_ARTIFACT DOCUMENTATION_OF EXAMPLE_OF FILE_ADDED FILE_DELETED ' +
  'FILE_MODIFIED GENERATED_FROM GENERATES METAFILE_OF OPTIONAL_COMPONENT_OF OTHER ' +
  'PATCH_APPLIED PATCH_FOR REQUIREMENT_DESCRIPTION_FOR SPECIFICATION_FOR TEST_CASE_OF TEST_OF ' +
  'TEST_TOOL_OF VARIANT_OF';

export const RELATIONSHIP_TYPES: readonly string[] = [
  ...Object.keys(READINGS),
  ...OTHERS.split(' '),
];
