/** Am I hit: components against the statements of the world. */
export { type Cluster, clusterClaims } from './alias.ts';
export { type Identified, type Identity, identify } from './identity.ts';
export { EXPOSURE_ISSUES, type ExposureIssueCode } from './issues.ts';
export type {
  Basis,
  Claim,
  Confidence,
  Finding,
  IgnoreRule,
  Suppressed,
  Undecidable,
  Unidentified,
} from './model.ts';
export { type ScanOptions, type ScanResult, scan } from './scan.ts';
