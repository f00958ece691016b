/** What goes wrong between a TAXII client and a server, as one class with everything a caller needs. */
import { CybexError, type ErrorCode } from '../../../core/error.ts';

/** The error message of TAXII 2.1 §3.6.1, as far as the server filled it. */
export interface TaxiiErrorMessage {
  readonly title: string;
  readonly description?: string;
  readonly error_id?: string;
  readonly error_code?: string;
  readonly http_status?: string;
  readonly external_details?: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

export interface TaxiiErrorDetails {
  /** Method and URL without credentials. */
  readonly request: string;
  /** HTTP status; absent when no answer came. */
  readonly status?: number;
  /** Seconds that the server asked to wait (Retry-After). */
  readonly retryAfter?: number;
  readonly taxii?: TaxiiErrorMessage;
  /** How often the request was sent. */
  readonly attempts?: number;
  readonly cause?: unknown;
  readonly code?: ErrorCode;
  readonly remedy?: string;
}

/** An answer that is not the asked one, or no answer at all. */
export class TaxiiError extends CybexError {
  readonly status: number | undefined;
  readonly taxii: TaxiiErrorMessage | undefined;
  readonly request: string;
  readonly attempts: number;

  constructor(message: string, details: TaxiiErrorDetails) {
    super(details.code ?? codeOfStatus(details.status), message, {
      ...(details.retryAfter === undefined ? {} : { retryAfter: details.retryAfter }),
      ...(details.cause === undefined ? {} : { cause: details.cause }),
      ...(details.remedy === undefined ? {} : { remedy: details.remedy }),
    });
    this.name = 'TaxiiError';
    this.status = details.status;
    this.taxii = details.taxii;
    this.request = details.request;
    this.attempts = details.attempts ?? 1;
  }
}

const CODES: ReadonlyMap<number, ErrorCode> = new Map([
  [400, 'invalid-argument'],
  [401, 'unauthenticated'],
  [403, 'forbidden'],
  [404, 'absent'],
  [406, 'not-acceptable'],
  [409, 'conflict'],
  [413, 'too-large'],
  [415, 'unsupported-media-type'],
  [422, 'invalid-argument'],
  [429, 'too-many-requests'],
  [501, 'unsupported'],
  [502, 'unavailable'],
  [503, 'unavailable'],
  [504, 'unavailable'],
  [507, 'storage-full'],
]);

function codeOfStatus(status: number | undefined): ErrorCode {
  if (status === undefined) return 'unavailable';
  return CODES.get(status) ?? 'peer';
}

/** Reads an error message leniently: what is no error object gives undefined. */
export function readErrorMessage(value: unknown): TaxiiErrorMessage | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const source = value as Record<string, unknown>;
  if (typeof source.title !== 'string') return undefined;
  const message: Record<string, unknown> = { title: source.title };
  for (const name of ['description', 'error_id', 'error_code', 'external_details']) {
    if (typeof source[name] === 'string') message[name] = source[name];
  }
  // §3.6.1 says string; several servers send a number.
  const status = source.http_status;
  if (typeof status === 'string' || typeof status === 'number') message.http_status = `${status}`;
  const details = source.details;
  if (typeof details === 'object' && details !== null) message.details = details;
  return message as unknown as TaxiiErrorMessage;
}
