/** TAXII 2.1 (OASIS Standard, 10 June 2021): client, conformance runner, and server as a function over a port. */
export {
  type CheckOptions,
  type CheckRow,
  type CheckSummary,
  checkTaxiiServer,
  exitCodeOf,
  exitCodeOfError,
  reportText,
} from './check/index.ts';
export * from './client/index.ts';
export type * from './port.ts';
export type { TaxiiRequest, TaxiiResponse } from './server/http.ts';
export { TAXII_ISSUES, type TaxiiIssueCode, type TaxiiIssueRow } from './server/issues.ts';
export { type Problem, problemOf } from './server/problem.ts';
export { handleTaxii, refusal } from './server/server.ts';
export {
  type Inflate,
  type TaxiiOptions,
  type TaxiiSettings,
  taxiiSettings,
} from './server/settings.ts';
