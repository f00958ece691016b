/** CWSS 1.0.1 (ITU-T X.1525): vectors of weaknesses and their score. */
export { CWSS_CONFORMANCE, type CwssConformanceRow } from './conformance.ts';
export { CWSS_DIVERGENCES, type CwssDivergence } from './divergences.ts';
export type { CwssFactor, CwssGroup, CwssValue } from './factor.ts';
export { CWSS_FACTORS } from './factors.table.ts';
export { CWSS_ISSUES } from './issues.table.ts';
export { type CwssScore, type CwssScored, scoreCwss } from './score.ts';
export {
  type CwssChoice,
  type CwssIssueCode,
  type CwssVector,
  formatCwss,
  parseCwss,
} from './vector.ts';
