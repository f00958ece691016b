/** VEX in every form: OpenVEX, CSAF, CycloneDX, read into statements and weighed. */
export { VEX_CONFORMANCE, type VexConformanceRow } from './conformance.ts';
export { VEX_DIVERGENCES, type VexDivergence } from './divergences.ts';
export { type FilteredSarif, filterSarif } from './filter.ts';
export { VEX_ISSUES, type VexIssueCode } from './issues.ts';
export { type MergedOpenVex, mergeOpenVex } from './merge.ts';
export { type ProductNames, VEX_STATUSES, type VexStatement, type VexStatus } from './model.ts';
export { type ReadVex, readVex, readVexDocument, vexStatementsOf } from './read.ts';
export {
  type VexAnswer,
  type VexQuestion,
  type VexTrust,
  vexStatus,
  type WeighedStatement,
} from './status.ts';
