/** STIX patterns (STIX 2.1 §9, STIX 2.0 part 5): read, check, write, walk. */
export { checkPattern, checkTree } from './check.ts';
export { PATTERN_CONFORMANCE, type PatternConformanceRow } from './conformance.ts';
export { PATTERN_DIVERGENCES, type PatternDivergence } from './divergences.ts';
export { formatConstant, formatPath, formatPattern, formatQualifier } from './format.ts';
export { type InspectedComparison, inspect, type PatternInspection } from './inspect.ts';
export { PATTERN_ISSUES } from './issues.table.ts';
export type { PatternIssue, PatternIssueCode, Position } from './issues.ts';
export { constantBytes } from './literals.ts';
export { type ParsedPattern, type PatternOptions, parsePattern } from './parse.ts';
export type * from './tree.ts';
export { type ComparisonFact, comparisons, walkPattern } from './walk.ts';
