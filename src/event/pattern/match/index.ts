/** Matching of STIX patterns (STIX 2.1 §9) against observed data. */
export { MATCHING_CONFORMANCE, type PatternMatchConformanceRow } from './conformance.ts';
export { MATCHING_DIVERGENCES, type PatternMatchDivergence } from './divergences.ts';
export { type Equivalence, equivalentPatterns } from './equivalent.ts';
export { MATCHING_ISSUES } from './issues.table.ts';
export type { MatchIssue, PatternMatchIssueCode } from './issues.ts';
export {
  type CompiledPattern,
  compilePattern,
  type MatchBinding,
  type MatchOptions,
  type MatchProfile,
  type MatchResult,
  matchPattern,
} from './match.ts';
export {
  type ObservedItem,
  type ObservedSet,
  observationsApart,
  readObserved,
} from './observed.ts';
