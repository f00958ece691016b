/** What a scan found, in the forms that people and programs read, and what makes it fail. */
export { toCsv } from './csv.ts';
export { toCycloneDx } from './cyclonedx.ts';
export { SCAN_DIVERGENCES, type ScanDivergence } from './divergences.ts';
export { VulnerabilityBook } from './facts.ts';
export { decidePolicy, type ReadPolicy, readPolicy, readPolicyFile } from './fail-on.ts';
export { gapsOf, sourceName } from './gaps.ts';
export { toJson } from './json.ts';
export type {
  AnyFinding,
  DataSource,
  FindingName,
  Gap,
  GapCode,
  KevMark,
  PolicyOutcome,
  Rated,
  Rating,
  ScanExit,
  ScanReport,
  VulnerabilityFacts,
} from './model.ts';
export { componentName, findingsOf } from './model.ts';
export { type OpenVexOptions, toOpenVex } from './openvex.ts';
export { byUrgency, worstRating } from './rank.ts';
export { type SarifOptions, toSarif } from './sarif.ts';
export { ecosystemsOf, kindOf, SourceLedger, sourcesOf } from './sources.ts';
