/**
 * Errors of the operating world and of wrong use. Input does not raise errors (see issue.ts).
 * The union is closed: an edge (TAXII, native API, command line) maps every code to its own form.
 */

export type ErrorCode =
  | 'absent' // not there, or not for this principal: one answer for both
  | 'forbidden' // visible, but the action is not permitted
  | 'unauthenticated'
  | 'invalid-argument'
  | 'too-large'
  | 'too-many-requests'
  | 'quota-exhausted'
  | 'storage-full'
  | 'unavailable'
  | 'stale' // what a decision rested on has changed: decide again
  | 'conflict'
  | 'schema-newer'
  | 'schema-mismatch'
  | 'locked'
  | 'not-acceptable'
  | 'unsupported-media-type'
  | 'unsupported'
  | 'peer' // the other side of a connection misbehaved
  | 'internal';

export interface CybexErrorDetails {
  /** Seconds after which the caller may try again. */
  readonly retryAfter?: number;
  /** What the operator or the caller can do about it. */
  readonly remedy?: string;
  readonly cause?: unknown;
}

export class CybexError extends Error {
  readonly code: ErrorCode;
  readonly retryAfter: number | undefined;
  readonly remedy: string | undefined;

  constructor(code: ErrorCode, message: string, details: CybexErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'CybexError';
    this.code = code;
    this.retryAfter = details.retryAfter;
    this.remedy = details.remedy;
  }
}
