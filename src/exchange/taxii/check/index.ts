/** A conformance runner that can be pointed at any TAXII 2.1 server. */
export {
  CLAUSE_IDS,
  CLAUSES,
  type Clause,
  type ClauseId,
  type Level,
  type Need,
} from './clauses.ts';
export {
  type CheckSummary,
  exitCodeOf,
  exitCodeOfError,
  headingText,
  type Language,
  reportText,
  rowText,
  summaryText,
} from './report.ts';
export { type CheckOptions, checkTaxiiServer } from './run.ts';
export type { CheckRow, Evidence, Result } from './verdict.ts';
