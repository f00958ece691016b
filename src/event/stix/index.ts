/** STIX 2.1: check, read, ids, facts. Runs in a browser too. */
export { type Checker, checkBundle, checkStix, createChecker } from './check.ts';
export { CHECK_GROUPS, CHECK_NAMES, type StixCheck } from './checks.ts';
export { STIX_CONFORMANCE, type StixConformanceRow } from './conformance.ts';
export { STIX_DIVERGENCES, type StixDivergence } from './divergences.ts';
export { factsOf } from './facts/facts.ts';
export { CONTRIBUTING_PROPERTIES, OBSERVABLE_NAMESPACE, stixId } from './id.ts';
export { identityOf, STIX_FORMAT } from './identity.ts';
export {
  STIX_ISSUES,
  type StixIssue,
  type StixIssueCode,
  type StixIssueMeaning,
  type StixLevel,
} from './issues.ts';
export { markingsOf } from './markings.ts';
export { parseStix, type StixDocument, type StixEntry } from './parse.ts';
export type { PatternChecker, PatternReport, StixOptions } from './profile.ts';
export { COMMON_RELATIONSHIPS, DEFINED_RELATIONSHIPS } from './tables/relationships.ts';
export { TLP_1, TLP_2, TLP_2_EXTENSION, tlpOf } from './tlp.ts';
export type * from './types.ts';
export { ENUMERATIONS, VOCABULARIES, type Vocabulary } from './vocab.ts';
