/** TAXII 2.1 (OASIS Standard, 10 June 2021): the server as a function over a port. */
export type { TaxiiRequest, TaxiiResponse } from './http.ts';
export { TAXII_ISSUES, type TaxiiIssueCode, type TaxiiIssueRow } from './issues.ts';
export type * from './port.ts';
export { type Problem, problemOf } from './problem.ts';
export { handleTaxii, refusal } from './server.ts';
export { type TaxiiOptions, type TaxiiSettings, taxiiSettings } from './settings.ts';
