/** CPE 2.3 (X.1528): names, matching, dictionaries, applicability. */
export {
  type Applicability,
  type EvaluateOptions,
  type Evaluation,
  type ExternalCheck,
  evaluate,
  type Hit,
  type LogicalTest,
  type Truth,
} from './applicability.ts';
export {
  type AttributeRelation,
  compareNames,
  compareValues,
  includesName,
  type NameComparison,
  type NameRelation,
} from './compare.ts';
export { CPE_CONFORMANCE, type CpeConformanceRow } from './conformance.ts';
export {
  type Criterion,
  type CriterionMatch,
  isWithin,
  matchCriterion,
  type VersionBound,
} from './criterion.ts';
export {
  CpeDictionary,
  type Deprecation,
  type DeprecationType,
  type DictionaryEntry,
  type Resolution,
} from './dictionary.ts';
export { readDictionaryNvd } from './dictionary-nvd.ts';
export { type ReadDictionary, readDictionaryXml } from './dictionary-xml.ts';
export { CPE_DIVERGENCES, type CpeDivergence } from './divergences.ts';
export { bindToFs } from './formatted-string.ts';
export { CPE_ISSUES } from './issues.table.ts';
export type { CpeIssue, CpeIssueCode } from './issues.ts';
export { type Platform, type PlatformSpecification, readPlatforms } from './language.ts';
export { type CpeAsset, CpeMatcher, prepareAsset } from './matcher.ts';
export { type ReadApplicability, readNvdConfiguration } from './nvd.ts';
export { type ParsedCpe, parseCpe } from './parse.ts';
export { readApplicability, type Statement } from './read-applicability.ts';
export { bindToUri } from './uri.ts';
export { type CpeVersion, compareCpeVersions, readCpeVersion } from './version.ts';
export {
  ANY,
  ATTRIBUTES,
  type Attribute,
  type CpeValue,
  hasWildcard,
  NA,
  plain,
  quote,
  type Wfn,
  wfn,
} from './wfn.ts';
export { formatWfn } from './wfn-text.ts';
