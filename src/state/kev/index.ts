/** KEV: catalogues of known exploited vulnerabilities, CISA's and others in its form. */
export {
  type KevCatalogue,
  type KevEntry,
  type KevIssue,
  type KevIssueCode,
  type KevReading,
  readKev,
  readKevCsv,
} from './catalogue.ts';
export { KEV_CONFORMANCE, type KevConformanceRow } from './conformance.ts';
export { KEV_ISSUES } from './issues.table.ts';
export { compareKev, type KevAnswer, type KevChanges, lookupKev } from './lookup.ts';
