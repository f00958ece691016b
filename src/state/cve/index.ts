/** CVE Record Format 5.0, 5.1, 5.2 (ITU-T X.1520): check, read, ask, write. */
export {
  authorCve,
  type CveAuthor,
  type CveBody,
  type CveWritten,
  editCve,
  exportCna,
  rejectCve,
} from './author.ts';
export { type CveBodyKind, type CveCheckOptions, checkCve, checkCveBody } from './check.ts';
export { CVE_CONFORMANCE, type CveConformanceRow } from './conformance.ts';
export { type CveContainer, containersOf } from './containers.ts';
export { CVE_DIVERGENCES, type CveDivergence } from './divergences.ts';
export { CVE_ISSUES, type CveIssueMeaning } from './issues.table.ts';
export type { CveIssue, CveIssueCode } from './issues.ts';
export {
  type CveChange,
  type CveDelta,
  type CveListEntry,
  type CveListing,
  changedSince,
  cveListPath,
  type ReadDeltas,
  readCveDeltas,
  walkCveList,
} from './list.ts';
export { type CveAnswer, cveStatus } from './status/answer.ts';
export { ecosystemOrder } from './status/ecosystems.ts';
export { type CveStatus, type EntryStatus, entryStatus } from './status/entry.ts';
export type { VersionOrder } from './status/order.ts';
export { type CveProduct, foldedName, packageOf } from './status/product.ts';
