/** SSVC: decision points, decision tables as data, decisions with what is not known. */
export { SSVC_CONFORMANCE, type SsvcConformanceRow } from './conformance.ts';
export {
  decideSsvc,
  findSsvcTable,
  type SsvcDecided,
  type SsvcDecision,
  type SsvcInput,
} from './decide.ts';
export { SSVC_ISSUES } from './issues.table.ts';
export type { SsvcIssue, SsvcIssueCode } from './issues.ts';
export type { SsvcPoint, SsvcTable, SsvcValue } from './model.ts';
export { isNamespace as isSsvcNamespace } from './namespace.ts';
export { SSVC_TABLES } from './policies.table.ts';
export {
  readSsvcPoint,
  readSsvcSelections,
  readSsvcTable,
  type SsvcParsed,
  type SsvcSelections,
} from './read.ts';
