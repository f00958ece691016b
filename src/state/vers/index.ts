/** Version ranges (VERS) and the order of versions in every ecosystem. */
export { type CompareOptions, compareVersions } from './compare.ts';
export { VERS_CONFORMANCE, type VersConformanceRow } from './conformance.ts';
export { compileVers, type VersMatcher, versContains } from './contains.ts';
export { VERS_DIVERGENCES, type VersDivergence } from './divergences.ts';
export { VERS_ISSUES } from './issues.table.ts';
export type { VersIssue, VersIssueCode } from './issues.ts';
export { versFromAdvisory, versFromNative, versFromOsvEvents } from './native/index.ts';
export type { OsvEvent } from './native/osv.ts';
export { canonicalRange } from './order.ts';
export { parseVers } from './parse.ts';
export {
  type Comparator,
  type Constraint,
  encodeVersion,
  formatVers,
  type VersRange,
} from './range.ts';
export { type Order, VERSION_CHARS, type VersionKey, type VersionScheme } from './scheme.ts';
export { type PseudoVersion, pseudoVersion } from './schemes/golang.ts';
export { SCHEMES, versionScheme } from './schemes/registry.ts';
