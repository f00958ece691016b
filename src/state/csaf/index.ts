/** CSAF 2.0 and 2.1 (OASIS): documents checked against schema and tests. */
export { authorCsaf, type CsafAuthored, type CsafAuthorOptions } from './author/advisory.ts';
export { type Bumped, type BumpLevel, type BumpOptions, bumpCsaf } from './author/bump.ts';
export type {
  CsafAdvisoryInput,
  CsafCombinedInput,
  CsafNoteInput,
  CsafProductInput,
  CsafReferenceInput,
  CsafRemediationInput,
  CsafStatusName,
  CsafVulnerabilityInput,
} from './author/input.ts';
export { buildProductTree, type CsafBuiltTree, productKey } from './author/product-tree.ts';
export { type CsafRecordInput, fromRecord } from './author/record.ts';
export {
  type CsafOptions,
  type CsafReport,
  type CsafTestResult,
  checkCsaf,
  checkCsafOutside,
  type TestResult,
} from './check.ts';
export { CSAF_CONFORMANCE, type CsafConformanceRow } from './conformance.ts';
export { type CsafConversion, convertCsaf } from './convert/convert.ts';
export type { ConvertOptions } from './convert/ledger.ts';
export { CSAF_DIVERGENCES, type CsafDivergence } from './divergences.ts';
export {
  type CsafDistribution,
  csafDistribution,
  csafMarkings,
  SHARING_GROUP_MARKING,
} from './facts/distribution.ts';
export { csafFacts } from './facts/facts.ts';
export { csafIdentity, csafRecordId } from './facts/identity.ts';
export { type CsafScore, csafScores } from './facts/scores.ts';
export { csafFilename, isCsafFilename } from './filename.ts';
export { type CsafFix, type CsafFixed, type CsafFixOptions, fixCsaf } from './fix/fix.ts';
export { CSAF_ISSUES, type CsafIssue, type CsafIssueCode } from './issues.ts';
export type { CsafVersion } from './model/model.ts';
export type {
  CvssPort,
  CwePort,
  OutsidePorts,
  Ports,
  PurlPort,
  SsvcPort,
  VersPort,
} from './ports.ts';
export { PRESETS } from './presets.ts';
export { PROFILES, type Profile, type ProfileName, profileOf } from './profiles.ts';
export { CSAF_TESTS } from './tests/index.ts';
export type { CsafTest, TestGroup } from './tests/test.ts';
