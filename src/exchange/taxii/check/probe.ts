/** Raw requests of the conformance runner: nothing is retried into shape, everything is kept as seen. */
import type { Clock } from '../../../core/clock.ts';
import { CybexError } from '../../../core/error.ts';
import { TAXII_21 } from '../../../core/media-type.ts';
import { authorizationOf, type Fetch, type TaxiiAuth } from '../client/index.ts';
import { readRetryAfter, type sleep } from '../client/retry.ts';
import { demandSecure } from '../client/url.ts';

export interface Exchange {
  readonly method: string;
  readonly url: URL;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as a JSON object; undefined when it is none. */
  readonly json: Readonly<Record<string, unknown>> | undefined;
}

export interface Ask {
  readonly method?: string;
  readonly accept?: string;
  readonly body?: string;
  readonly contentType?: string;
  /** `given` (default), none at all, or those of nobody. */
  readonly credentials?: 'given' | 'none' | 'wrong';
}

export interface ProbeOptions {
  readonly fetch: Fetch;
  readonly auth: TaxiiAuth;
  readonly origin: string;
  readonly userAgent: string;
  readonly allowInsecure: boolean;
  readonly timeoutMs: number;
  readonly clock: Clock;
  readonly sleep: typeof sleep;
  readonly signal?: AbortSignal;
  readonly observe: (exchange: Exchange) => void;
}

export interface Probe {
  send(url: URL, ask?: Ask): Promise<Exchange>;
  readonly options: ProbeOptions;
}

/** A server that limits rates is waited for, within reason. */
const WAITS_MAX = 5;
const WAIT_SECONDS_MAX = 60;
const BODY_BYTES_MAX = 64 * 1024 * 1024;

export function createProbe(options: ProbeOptions): Probe {
  const given = authorizationOf(options.auth);
  // A user that cannot exist: a real name with a wrong password could lock its owner out.
  const nobody = { user: `nobody-${globalThis.crypto.randomUUID()}`, password: 'wrong' };
  const wrong = authorizationOf(
    options.auth !== 'none' && 'bearer' in options.auth
      ? { bearer: globalThis.crypto.randomUUID() }
      : { basic: nobody },
  );
  const authorization = { given, none: undefined, wrong };
  return {
    options,
    async send(url, ask = {}) {
      demandSecure(url, options.allowInsecure);
      const value = authorization[ask.credentials ?? 'given'];
      const headers: Record<string, string> = {
        accept: ask.accept ?? TAXII_21,
        'user-agent': options.userAgent,
        ...(ask.body === undefined ? {} : { 'content-type': ask.contentType ?? TAXII_21 }),
        // Credentials stay with the server that they were given for.
        ...(value !== undefined && url.origin === options.origin ? { authorization: value } : {}),
      };
      for (let waits = 0; ; waits++) {
        const exchange = await once(options, url, ask, headers);
        const seconds = readRetryAfter(exchange.headers.get('retry-after'), options.clock.now());
        const busy = exchange.status === 429 || exchange.status === 503;
        if (!busy || seconds === undefined || seconds > WAIT_SECONDS_MAX || waits === WAITS_MAX) {
          options.observe(exchange);
          return exchange;
        }
        await options.sleep(seconds * 1000, options.signal);
      }
    },
  };
}

async function once(
  options: ProbeOptions,
  url: URL,
  ask: Ask,
  headers: Record<string, string>,
): Promise<Exchange> {
  const method = ask.method ?? 'GET';
  const timeout = AbortSignal.timeout(options.timeoutMs);
  const signal =
    options.signal === undefined ? timeout : AbortSignal.any([timeout, options.signal]);
  try {
    const response = await options.fetch(url.href, {
      method,
      headers,
      redirect: 'manual',
      signal,
      ...(ask.body === undefined ? {} : { body: ask.body }),
    });
    const bytes = await readBounded(response);
    const text = new TextDecoder().decode(bytes);
    const json = parseObject(bytes);
    return { method, url, status: response.status, headers: response.headers, text, json };
  } catch (cause) {
    options.signal?.throwIfAborted();
    const reason = cause instanceof Error ? (cause.cause ?? cause) : cause;
    throw new CybexError('unavailable', `${method} ${url.href}: ${reasonText(reason)}`, { cause });
  }
}

function reasonText(reason: unknown): string {
  return reason instanceof Error ? reason.message : String(reason);
}

async function readBounded(response: Response): Promise<Uint8Array> {
  const declared = Number(response.headers.get('content-length') ?? 0);
  if (declared > BODY_BYTES_MAX) {
    await response.body?.cancel();
    throw new Error(`the answer announces ${declared} bytes`);
  }
  return new Uint8Array(await response.arrayBuffer());
}

function parseObject(bytes: Uint8Array): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** The members of a list that are objects; empty when there is no such list. */
export function listOf(exchange: Exchange, member: string): readonly Record<string, unknown>[] {
  const value = exchange.json?.[member];
  if (!Array.isArray(value)) return [];
  return value.filter((item) => typeof item === 'object' && item !== null && !Array.isArray(item));
}
