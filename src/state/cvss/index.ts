/** CVSS 2.0, 3.0, 3.1 and 4.0 (ITU-T X.1521): read, score, explain, change, exchange as JSON. */

export { CVSS_CONFORMANCE, type CvssConformanceRow } from './conformance.ts';
export { CVSS_DIVERGENCES, type CvssDivergence } from './divergences.ts';
export { type CvssAlternative, type CvssDriver, explainCvss } from './explain.ts';
export { CVSS_ISSUES } from './issues.table.ts';
export type { CvssIssue, CvssIssueCode } from './issues.ts';
export { type CvssJson, checkCvssJson, toCvssJson } from './json.ts';
export type { CvssVersion, MetricGroup } from './metric.ts';
export {
  type CvssName,
  type CvssScore,
  type EquationScore,
  type MacroVectorScore,
  scoreCvss,
} from './score.ts';
export { type CvssSeverity, cvssSeverity } from './severity.ts';
export { cvssMetrics, type Metric, type MetricValue } from './titles.ts';
export {
  type CvssParsed,
  type CvssVector,
  changeCvss,
  formatCvss,
  parseCvss,
} from './vector.ts';
