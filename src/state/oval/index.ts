/** OVAL 5 (ITU-T X.1526): definitions, what was collected, results, external values. */
export type {
  OvalCharacteristics,
  OvalCollected,
  OvalInterface,
  OvalItem,
  OvalItemEntity,
  OvalSystemInfo,
} from './characteristics.ts';
export { type OvalPackageClaim, packageClaims } from './claims.ts';
export { type CollectOptions, collectOval } from './collect/collect.ts';
export type { FileStatus, FileType, OvalHost, Refusal, Uname } from './collect/host.ts';
export { OVAL_CONFORMANCE, type OvalConformanceRow } from './conformance.ts';
export { OVAL_DIVERGENCES, type OvalDivergence } from './divergences.ts';
export {
  type EvaluateOptions,
  evaluateOval,
  type OvalCriteriaResult,
  type OvalDefinitionResult,
  type OvalEvaluation,
} from './evaluate/evaluate.ts';
export type { OvalTestedItem, OvalTestResult } from './evaluate/test.ts';
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
export {
  type ReadCharacteristics,
  readCharacteristics,
  readOvalVariables,
} from './read/characteristics.ts';
export { type ReadOvalDocument, readOvalDocument, sourceOf } from './read/document.ts';
export type { OvalFlag, OvalResult, OvalStatus } from './words.ts';
export { writeCharacteristics } from './write/characteristics.ts';
export { type OvalOutcome, writeResults } from './write/results.ts';
