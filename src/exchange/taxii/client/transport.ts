/** One TAXII request with credentials, negotiation, limits, timeouts and bounded retries. */
import type { Clock } from '../../../core/clock.ts';
import { CybexError, type ErrorCode } from '../../../core/error.ts';
import { TAXII_21 } from '../../../core/media-type.ts';
import { type Answer, BrokenBody, refusal } from './answer.ts';
import { TaxiiError } from './error.ts';
import { isPassing, pauseMs, type RetryPolicy } from './retry.ts';
import { demandSecure } from './url.ts';

/** The part of the standard fetch that is used; give another to go through a proxy or a test. */
export type Fetch = (input: string, init: RequestInit) => Promise<Response>;

export interface TransportOptions {
  readonly fetch: Fetch;
  /** Value of the Authorization header. */
  readonly authorization?: string;
  /** Origins that get the credentials. */
  readonly origins: ReadonlySet<string>;
  readonly userAgent: string;
  readonly signal?: AbortSignal;
  readonly retry: RetryPolicy;
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  readonly random: () => number;
  readonly clock: Clock;
  /** Longest silence on the line, in milliseconds. */
  readonly timeoutMs: number;
  readonly maxResponseBytes: number;
  readonly allowInsecure: boolean;
}

export interface TaxiiRequest {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly url: URL;
  readonly accept?: string;
  readonly body?: Uint8Array;
  readonly signal?: AbortSignal;
}

/** Sends a request until it is answered, refused for good or out of attempts; then reads it. */
export type Transport = <T>(request: TaxiiRequest, read: (answer: Answer) => T) => Promise<T>;

export function createTransport(options: TransportOptions): Transport {
  return async (request, read) => {
    demandSecure(request.url, options.allowInsecure);
    const signal = joinSignals(options.signal, request.signal);
    for (let attempt = 1; ; attempt++) {
      signal?.throwIfAborted();
      const result = await attemptOnce(options, request, read, attempt, signal);
      if ('value' in result) return result.value;
      signal?.throwIfAborted();
      if (!mayRepeat(options.retry, result.error, attempt)) throw result.error;
      const pause = pauseMs(options.retry, attempt, result.error.retryAfter, options.random);
      await options.sleep(pause, signal);
    }
  };
}

/**
 * Every TAXII request may be repeated: GET and DELETE are idempotent, and §5.5 makes an exact
 * duplicate in a POST a success.
 */
function mayRepeat(policy: RetryPolicy, error: TaxiiError, attempt: number): boolean {
  if (attempt >= policy.attempts) return false;
  if ((error.retryAfter ?? 0) > policy.maxRetryAfterSeconds) return false;
  return error.status === undefined ? error.code === 'unavailable' : isPassing(error.status);
}

async function attemptOnce<T>(
  options: TransportOptions,
  request: TaxiiRequest,
  read: (answer: Answer) => T,
  attempts: number,
  signal: AbortSignal | undefined,
): Promise<{ value: T } | { error: TaxiiError }> {
  const line = `${request.method} ${request.url.href}`;
  let answer: Answer;
  try {
    answer = await exchange(options, request, line, attempts, signal);
  } catch (cause) {
    return { error: cause instanceof TaxiiError ? cause : unreachable(line, cause, attempts) };
  }
  if (answer.status < 200 || answer.status > 299) {
    return { error: refusal(answer, options.clock.now()) };
  }
  try {
    return { value: read(answer) };
  } catch (cause) {
    if (cause instanceof BrokenBody) return { error: unreachable(line, cause, attempts) };
    throw cause;
  }
}

async function exchange(
  options: TransportOptions,
  request: TaxiiRequest,
  line: string,
  attempts: number,
  outer: AbortSignal | undefined,
): Promise<Answer> {
  const watch = watchdog(options.timeoutMs, outer);
  try {
    const response = await options.fetch(request.url.href, {
      method: request.method,
      headers: headersOf(options, request),
      // A redirect could carry the request elsewhere; the user is told the new address instead.
      redirect: 'manual',
      signal: watch.signal,
      ...(request.body === undefined ? {} : { body: request.body as Uint8Array<ArrayBuffer> }),
    });
    const body = await readBody(response, options.maxResponseBytes, line, watch.touch);
    return { request: line, status: response.status, headers: response.headers, body, attempts };
  } finally {
    watch.stop();
  }
}

function headersOf(options: TransportOptions, request: TaxiiRequest): Record<string, string> {
  const trusted = options.origins.has(request.url.origin);
  return {
    // §3.1: a request for TAXII content names the media type with its version.
    accept: request.accept ?? TAXII_21,
    'user-agent': options.userAgent,
    ...(request.body === undefined ? {} : { 'content-type': TAXII_21 }),
    ...(options.authorization !== undefined && trusted
      ? { authorization: options.authorization }
      : {}),
  };
}

async function readBody(
  response: Response,
  maxBytes: number,
  line: string,
  touch: () => void,
): Promise<Uint8Array> {
  const reader = response.body?.getReader();
  if (reader === undefined) return new Uint8Array(0);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return joinBytes(chunks, size);
    touch();
    size += value.byteLength;
    if (size > maxBytes) {
      await reader.cancel().catch(() => undefined);
      throw new TaxiiError(`${line}: the answer is longer than ${maxBytes} bytes`, {
        request: line,
        code: 'too-large',
        remedy: 'ask for smaller pages (limit), or raise maxResponseBytes',
      });
    }
    chunks.push(value);
  }
}

/** Joins pieces of a known total size. */
export function joinBytes(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const [first] = chunks;
  if (chunks.length === 1 && first !== undefined) return first;
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
}

function unreachable(line: string, cause: unknown, attempts: number): TaxiiError {
  const reason = cause instanceof Error ? reasonOf(cause) : String(cause);
  return new TaxiiError(`${line}: ${reason}`, {
    request: line,
    attempts,
    cause,
    ...(cause instanceof CybexError ? refusedHere(cause) : {}),
  });
}

/** Our own side refused the address: asking again does not help, the remedy does. */
function refusedHere({ code, remedy }: CybexError): { code?: ErrorCode; remedy?: string } {
  return {
    ...(code === 'forbidden' ? { code } : {}),
    ...(remedy === undefined ? {} : { remedy }),
  };
}

/** fetch hides the reason one level down. */
function reasonOf(error: Error): string {
  const { message, cause } = error;
  if (!(cause instanceof Error) || message.includes(cause.message)) return message;
  return `${message}: ${cause.message}`;
}

function joinSignals(a?: AbortSignal, b?: AbortSignal): AbortSignal | undefined {
  return a === undefined || b === undefined ? (a ?? b) : AbortSignal.any([a, b]);
}

/** Aborts when nothing was heard for `timeoutMs`, or when the outer signal aborts. */
function watchdog(timeoutMs: number, outer: AbortSignal | undefined) {
  const silence = new AbortController();
  const expire = () => silence.abort(new Error(`nothing was heard for ${timeoutMs} ms`));
  let timer = setTimeout(expire, timeoutMs);
  return {
    signal: outer === undefined ? silence.signal : AbortSignal.any([silence.signal, outer]),
    touch() {
      clearTimeout(timer);
      timer = setTimeout(expire, timeoutMs);
    },
    stop() {
      clearTimeout(timer);
    },
  };
}
