/** Package URLs (ECMA-427): read, build, check, and what they are called elsewhere. */
export { buildPurl } from './build.ts';
export { PURL_CONFORMANCE, type PurlConformanceRow } from './conformance.ts';
export { PURL_DIVERGENCES, type PurlDivergence } from './divergences.ts';
export {
  ECOSYSTEMS,
  type Ecosystem,
  type EcosystemPackage,
  ecosystemOf,
  packageOfPurl,
  purlOfPackage,
} from './ecosystems.ts';
export { formatPurl } from './format.ts';
export { PURL_ISSUES } from './issues.table.ts';
export type { PurlIssue, PurlIssueCode } from './issues.ts';
export type { Purl, PurlComponents } from './model.ts';
export { goModulePaths, type NameRule, nameKey } from './names.ts';
export { type ParsedPurl, parsePurl, validatePurl } from './parse.ts';
export { COMMON_QUALIFIERS, PURL_TYPES, type PurlType } from './types.table.ts';
