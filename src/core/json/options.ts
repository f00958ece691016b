import type { Severity } from '../issue.ts';
import type { JsonIssueCode } from './issue.ts';

/** Bounds of the reader, which may be narrower than those of the house, and severities. */
export interface JsonOptions {
  /** Longest text read; default LIMITS.json.recordBytes. */
  readonly maxBytes?: number;
  /** Deepest nesting read; default and at most LIMITS.json.depth. */
  readonly depth?: number;
  /** Most members of one object; default LIMITS.json.keysPerObject. */
  readonly keysPerObject?: number;
  /** Other severities than those of JSON_ISSUES, e.g. big integers as errors. */
  readonly severities?: Partial<Record<JsonIssueCode, Severity>>;
}
