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

/** What every code means to who gets it, and what helps; docs/errors.md is made from it. */
export const ERROR_CODES: Readonly<
  Record<ErrorCode, { readonly meaning: string; readonly remedy: string }>
> = {
  absent: {
    meaning: 'It is not there, or not for you: one answer for both.',
    remedy: 'Check the id; ask its owner whether you may have it.',
  },
  forbidden: {
    meaning: 'You may see it, and may not do this with it.',
    remedy: 'Ask the operator for the role or grant that the action needs.',
  },
  unauthenticated: {
    meaning: 'Who asks is not known, or the credential is wrong or has ended.',
    remedy: 'Send a valid token, password or certificate.',
  },
  'invalid-argument': {
    meaning: 'An argument or setting is missing or has a value that is not possible.',
    remedy: 'The message names it and what is possible.',
  },
  'too-large': {
    meaning: 'The request or file is larger than the bound for its kind.',
    remedy: 'Split it; the message names the bound.',
  },
  'too-many-requests': {
    meaning: 'More requests came in than one caller may send in this time.',
    remedy: 'Wait for the seconds that Retry-After says.',
  },
  'quota-exhausted': {
    meaning: 'The organisation has used up what it may store.',
    remedy: 'Remove records, or ask the operator for more.',
  },
  'storage-full': {
    meaning: 'The disk or database of the hub is full; nothing was stored, reading goes on.',
    remedy: 'The operator makes room; then send again.',
  },
  unavailable: {
    meaning: 'The hub or its database cannot answer now.',
    remedy: 'Try again after the seconds that Retry-After says.',
  },
  stale: {
    meaning: 'What a decision rested on has changed meanwhile.',
    remedy: 'Read again and decide again.',
  },
  conflict: {
    meaning: 'It is in a state that the action does not fit, or exists already.',
    remedy: 'Read its present state; the message says what stands in the way.',
  },
  'schema-newer': {
    meaning: 'The store was written by a newer version of the program.',
    remedy: 'Run that version, or restore a backup that fits this one.',
  },
  'schema-mismatch': {
    meaning: 'Another process with another schema version uses the store.',
    remedy: 'Run one version on one store.',
  },
  locked: {
    meaning: 'Another process holds the store or the job.',
    remedy: 'Stop it, or let it do the work; the message names it where it is known.',
  },
  'not-acceptable': {
    meaning: 'The form that the Accept header asks for is not offered.',
    remedy: 'Ask for one that is; the message lists them.',
  },
  'unsupported-media-type': {
    meaning: 'The Content-Type is not taken here.',
    remedy: 'Send one that is; the message lists them.',
  },
  unsupported: {
    meaning: 'This format, version or feature is not built.',
    remedy: 'The README lists what is.',
  },
  peer: {
    meaning: 'The other side of a connection broke its protocol or cannot be reached.',
    remedy: 'The message names the peer and what it did; ask its operator.',
  },
  internal: {
    meaning: 'A fault of this program.',
    remedy: 'Report it with the request id; the log has the cause.',
  },
};
