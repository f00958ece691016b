/** Am I hit: components against the statements of the world. */
export { type Cluster, clusterClaims } from './alias.ts';
export type { ScanOptions, ScanResult } from './engine.ts';
export { type Identified, type Identity, identify } from './identity.ts';
export { EXPOSURE_ISSUES, type ExposureIssueCode } from './issues.ts';
export type {
  Basis,
  Candidate,
  Claim,
  ClaimStatus,
  Cleared,
  Confidence,
  Finding,
  FixState,
  IgnoreRule,
  Remedy,
  Suppressed,
  Undecidable,
  Undecided,
  Unidentified,
  UnidentifiedReason,
} from './model.ts';
export { coverageOf } from './read/document.ts';
export { scan } from './scan.ts';
export { type PutResult, Statements } from './statements.ts';
export { readSystem, type System } from './system.ts';
export { type ExposureChange, ExposureWatch } from './watch.ts';
