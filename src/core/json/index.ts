/** JSON for the house: reading, cutting, canonical form, places. */
export {
  CANONICAL_ISSUES,
  type CanonicalIssueCode,
  canonicalize,
  canonicalizeText,
} from './canonical.ts';
export {
  type CutElement,
  type CutEnd,
  type CutGap,
  type CutOptions,
  type CutPiece,
  cutBytes,
  cutJson,
} from './cut.ts';
export { JSON_ISSUES, type JsonIssueCode, type JsonIssueMeaning, jsonIssue } from './issue.ts';
export { type Location, locate } from './locate.ts';
export type { JsonOptions } from './options.ts';
export { escapeToken, getPointer, joinPointer, parsePointer, unescapeToken } from './pointer.ts';
export { countMembers, readFully, readJson } from './read.ts';
export type { Guard } from './scan.ts';
export { encodeUtf8 } from './utf8.ts';
export { isJsonObject, type JsonArray, type JsonObject, type JsonValue } from './value.ts';
