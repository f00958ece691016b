/** Errors of the house as RFC 9457 problem documents, for the native API. */

import type { ErrorCode } from '../../core/error.ts';
import { CybexError } from '../../core/error.ts';

export const STATUS_OF: Readonly<Record<ErrorCode, number>> = {
  absent: 404,
  forbidden: 403,
  unauthenticated: 401,
  'invalid-argument': 400,
  'too-large': 413,
  'too-many-requests': 429,
  'quota-exhausted': 429,
  'storage-full': 507,
  unavailable: 503,
  stale: 503,
  conflict: 409,
  'schema-newer': 503,
  'schema-mismatch': 503,
  locked: 503,
  'not-acceptable': 406,
  'unsupported-media-type': 415,
  unsupported: 501,
  peer: 502,
  internal: 500,
};

export interface Problem {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: {
    readonly type: string;
    readonly title: string;
    readonly status: number;
    readonly code: ErrorCode;
    readonly detail?: string;
    readonly remedy?: string;
    readonly request: string;
  };
}

/** What we did wrong ourselves is told by its request id alone; the log has the rest. */
export function problemOf(error: unknown, request: string): Problem {
  const known = error instanceof CybexError ? error : null;
  const code: ErrorCode = known?.code ?? 'internal';
  const status = STATUS_OF[code];
  return {
    status,
    headers: {
      'content-type': 'application/problem+json',
      ...(status === 401 ? { 'www-authenticate': 'Basic realm="cybex", charset="UTF-8"' } : {}),
      ...(known?.retryAfter === undefined ? {} : { 'retry-after': String(known.retryAfter) }),
    },
    body: {
      type: `urn:cybex:error:${code}`,
      title: code,
      status,
      code,
      ...(known ? { detail: known.message } : {}),
      ...(known?.remedy === undefined ? {} : { remedy: known.remedy }),
      request,
    },
  };
}
