/** Conversions between two formats, each with a report of what could not be carried. */
export {
  CONVERSIONS,
  type Conversion,
  type Converted,
  type ConvertOptions,
  canConvert,
  convert,
  recognise,
  type SourceFormat,
  TARGET_FORMATS,
  type TargetFormat,
} from './convert/index.ts';
export {
  csafToOpenVex,
  type DocumentContext,
  type MadeDocument,
  openVexToCsaf,
} from './csaf-openvex/index.ts';
export { projectCsaf } from './csaf-stix/index.ts';
export { type CnaSkeleton, csafToCve, cveToCsaf } from './cve-csaf/index.ts';
export { projectCve } from './cve-stix/index.ts';
export { BRIDGE_ISSUES, type BridgeIssueCode } from './issues.ts';
export type { Mapping, MappingRow } from './mapping/index.ts';
export { CONVERSION_MAPPINGS } from './mappings.ts';
export { projectOsv } from './osv-stix/index.ts';
export {
  EXTENSION_AUTHOR,
  type Projection,
  type ProjectionContext,
  type Score,
  VULNERABILITY_EXTENSION,
  VULNERABILITY_EXTENSION_DEFINITION,
  type VulnerabilityFacts,
} from './projection/index.ts';
