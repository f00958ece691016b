/** NVD API 2.0: CVE, CPE and match strings. */
export {
  checkEnvelope,
  checkNvd,
  type NvdIssue,
  type NvdIssueCode,
  type NvdKind,
} from './check.ts';
export { NVD_CONFORMANCE, type NvdConformanceRow } from './conformance.ts';
export { hasApplicability, type NvdMatch, nvdMatches } from './facts.ts';
export { NVD_ISSUES, type NvdIssueMeaning } from './issues.table.ts';
