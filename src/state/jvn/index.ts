/** JVN iPedia: JVNRSS 2.0 and VULDEF 3, Japanese as it is written. */
export { checkEntry, type JvnIssue, type JvnIssueCode } from './check.ts';
export { aliasClaimOf } from './claim.ts';
export { JVN_CONFORMANCE, type JvnConformanceRow } from './conformance.ts';
export {
  type JvnEntry,
  type JvnProduct,
  type JvnReference,
  type JvnScore,
  readItem,
  readVulinfo,
} from './entry.ts';
export { cvesOf } from './facts.ts';
export { JVN_ISSUES, type JvnIssueMeaning } from './issues.table.ts';
