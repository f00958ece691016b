/** OSV records of schema 1.x: check, ask. */

export { checkOsv } from './check.ts';
export { aliasClaimOf } from './claim.ts';
export { OSV_CONFORMANCE, type OsvConformanceRow } from './conformance.ts';
export { OSV_DIVERGENCES, type OsvDivergence } from './divergences.ts';
export { OSV_ISSUES, type OsvIssueMeaning } from './issues.table.ts';
export type { OsvIssue, OsvIssueCode } from './issues.ts';
export { baseOf, isDistribution } from './rules.ts';
export {
  type OsvAnswer,
  type OsvExtent,
  type OsvExtentAnswer,
  type OsvPackage,
  osvStatus,
  readOsvExtent,
  speaksOf,
} from './status.ts';
