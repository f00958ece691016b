/** Software bills of materials: CycloneDX and SPDX, read into one model. */
export {
  diffSboms,
  type LicenseChange,
  type SbomDiff,
  type VersionChange,
} from './compare/diff.ts';
export { componentsNamed, type FoundPaths, pathsTo } from './compare/paths.ts';
export { SBOM_ISSUES, type SbomIssueCode } from './issues.ts';
export { type LicenseFault, licenseFault } from './license-expression.ts';
export type { Completeness, Component, Hash, Relation, Sbom, Supplier } from './model.ts';
export { qualityOf } from './quality.ts';
export { type ReadSbom, readSbom } from './read.ts';
export type { SpdxAssessment, SpdxSecurity, SpdxVulnerability } from './spdx3/security.ts';
export { writeCycloneDx } from './write/cyclonedx.ts';
export type { WriteOptions } from './write/options.ts';
export { writeSpdx } from './write/spdx.ts';
