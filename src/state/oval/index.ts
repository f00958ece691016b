/** OVAL 5 (ITU-T X.1526): definitions, what was collected, results, external values. */
export { OVAL_CONFORMANCE, type OvalConformanceRow } from './conformance.ts';
export { OVAL_DIVERGENCES, type OvalDivergence } from './divergences.ts';
export { cvesOf, definitionFacts } from './facts.ts';
export { OVAL_ISSUES, type OvalIssueMeaning } from './issues.table.ts';
export type { OvalIssue, OvalIssueCode } from './issues.ts';
export type {
  OvalCriteria,
  OvalDefinition,
  OvalDocument,
  OvalEntity,
  OvalObject,
  OvalState,
  OvalTest,
  OvalVariable,
} from './model.ts';
export { type ReadOvalDocument, readOvalDocument, sourceOf } from './read/document.ts';
