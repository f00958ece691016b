/** EPSS: daily scores with their model and date. */
export { EPSS_CONFORMANCE, type EpssConformanceRow } from './conformance.ts';
export { EpssDay, type EpssIssueCode, type EpssRead, type EpssScore, readEpss } from './day.ts';
export { type EpssChange, EpssHistory } from './history.ts';
export { EPSS_ISSUES } from './issues.table.ts';
