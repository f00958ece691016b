/** CWE (ITU-T X.1524): the list in all its releases, catalogues with their views and relations. */
export { type CweAdvice, CweCatalogue, RESEARCH_VIEW } from './catalogue.ts';
export { type CweIssue, type CweIssueCode, checkEntry } from './check.ts';
export { CWE_CONFORMANCE, type CweConformanceRow } from './conformance.ts';
export type { CweEntry, CweKind, CweRelation, CweUsage } from './entry.ts';
export { CWE_ISSUES, type CweIssueMeaning } from './issues.table.ts';
export { type ReadCatalogue, readCweCatalogue } from './read.ts';
export {
  type CweRelease,
  CweReleases,
  type CweWeakness,
  cweReleases,
  parseCweReleases,
} from './releases.ts';
