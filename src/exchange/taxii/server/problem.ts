/**
 * Refusals and failures as TAXII error messages (TAXII 2.1 §3.6.1). The text comes from
 * issues.ts and from what the caller sent, never from inside the house: hidden and absent get the
 * same bytes, and an exception's message stays in the operator's log.
 */
import { CybexError, type ErrorCode } from '../../../core/error.ts';
import { TAXII_21 } from '../../../core/media-type.ts';
import type { TaxiiResponse } from './http.ts';
import { TAXII_ISSUES, type TaxiiIssueCode } from './issues.ts';

export interface Problem {
  readonly code: TaxiiIssueCode;
  /** One sentence on this instance, made of what the caller sent; else the table's meaning. */
  readonly description?: string;
  /** Further members of `details`, made of what the caller sent and of settings. */
  readonly details?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A value, or the reason why there is none. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem };

export function refused(
  code: TaxiiIssueCode,
  description?: string,
  details?: Readonly<Record<string, unknown>>,
): { readonly ok: false; readonly problem: Problem } {
  return {
    ok: false,
    problem: {
      code,
      ...(description === undefined ? {} : { description }),
      ...(details === undefined ? {} : { details }),
    },
  };
}

export interface ProblemContext {
  /** `WWW-Authenticate` challenges; 401 carries them all. */
  readonly challenges: readonly string[];
  /** Where the codes are explained; the code follows as fragment. */
  readonly errorDocs?: string;
  /** Identifier of the request in the operator's log, told for failures of the server only. */
  readonly requestId?: string;
}

const encoder = new TextEncoder();

/** The answer for a problem: TAXII error message, never stored by any cache. */
export function problemResponse(problem: Problem, context: ProblemContext): TaxiiResponse {
  const row = TAXII_ISSUES[problem.code];
  const message: Record<string, unknown> = {
    title: row.title,
    description: problem.description ?? row.meaning,
    error_code: problem.code,
    http_status: String(row.status),
  };
  if (row.status >= 500 && context.requestId !== undefined) message.error_id = context.requestId;
  if (context.errorDocs !== undefined) {
    message.external_details = `${context.errorDocs}#${problem.code}`;
  }
  message.details = { clause: row.clause, remedy: row.remedy, ...problem.details };
  const body = encoder.encode(JSON.stringify(message));
  const headers: Record<string, string> = {
    'content-type': TAXII_21,
    'content-length': String(body.length),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...problem.headers,
  };
  if (row.status === 401 && context.challenges.length > 0) {
    headers['www-authenticate'] = context.challenges.join(', ');
  }
  return { status: row.status, headers, body: [body] };
}

/** How the errors of the house are told; what is not here is our own fault. */
const BY_ERROR: Readonly<Partial<Record<ErrorCode, TaxiiIssueCode>>> = {
  absent: 'not-found',
  forbidden: 'forbidden',
  unauthenticated: 'unauthenticated',
  'too-large': 'too-large',
  'too-many-requests': 'too-many-requests',
  'quota-exhausted': 'quota-exhausted',
  'storage-full': 'storage-full',
  unavailable: 'unavailable',
  locked: 'unavailable',
  stale: 'unavailable',
  conflict: 'conflict',
  'not-acceptable': 'not-acceptable',
  'unsupported-media-type': 'unsupported-media-type',
};

/** Seconds after which to try again, where the house names none. */
const RETRY_SECONDS: Readonly<Partial<Record<TaxiiIssueCode, number>>> = {
  'too-many-requests': 10,
  unavailable: 5,
  'quota-exhausted': 3600,
  'storage-full': 300,
};

/** Turns anything thrown into a problem; its message does not leave the house. */
export function problemOf(thrown: unknown): Problem {
  const code =
    thrown instanceof CybexError ? (BY_ERROR[thrown.code] ?? 'internal') : ('internal' as const);
  const wait =
    thrown instanceof CybexError && thrown.retryAfter !== undefined
      ? Math.max(1, Math.ceil(thrown.retryAfter))
      : RETRY_SECONDS[code];
  return wait === undefined ? { code } : { code, headers: { 'retry-after': String(wait) } };
}
