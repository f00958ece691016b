/** Software bills of materials: CycloneDX and SPDX, read into one model. */
export { SBOM_ISSUES, type SbomIssueCode } from './issues.ts';
export { type LicenseFault, licenseFault } from './license-expression.ts';
export type { Completeness, Component, Hash, Relation, Sbom, Supplier } from './model.ts';
export { qualityOf } from './quality.ts';
export { type ReadSbom, readSbom } from './read.ts';
