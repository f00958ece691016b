/**
 * The one outbound fetcher. Nothing else in the program opens a connection. Every hop is checked
 * at connect time, redirects are followed by hand and checked anew, size and time are bounded.
 */
import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import { isIP } from 'node:net';
import { Readable } from 'node:stream';
import { CybexError } from '../../core/error.ts';
import { LIMITS } from '../../core/limits.ts';
import { isPublicAddress } from './address.ts';

export interface OutboundOptions {
  /** The operator consents to http, loopback and private addresses for this URL. */
  readonly allowPrivate?: boolean;
  readonly signal?: AbortSignal;
}

export interface Outbound {
  /** A `fetch` for URLs that the operator typed. URLs out of data never get `allowPrivate`. */
  fetchFor(options: OutboundOptions): typeof fetch;
}

export function openOutbound(certificateAuthorities: readonly string[]): Outbound {
  const ca = certificateAuthorities.length > 0 ? certificateAuthorities : undefined;
  return {
    fetchFor: (options) => async (input, init) => {
      const request = new Request(input, init);
      return follow(request, options, ca ? [...ca] : undefined);
    },
  };
}

async function follow(
  first: Request,
  options: OutboundOptions,
  ca: string[] | undefined,
): Promise<Response> {
  const body = first.body === null ? null : Buffer.from(await first.arrayBuffer());
  let url = new URL(first.url);
  let headers = Object.fromEntries(first.headers);
  for (let hop = 0; hop <= LIMITS.outbound.redirects; hop++) {
    permitScheme(url, options);
    const answer = await once(url, first.method, headers, body, options, first.signal, ca);
    const location = redirectTarget(answer, url);
    if (location === null) return response(answer);
    answer.resume();
    // Credentials belong to the host that they were given for.
    if (location.origin !== url.origin) headers = withoutCredentials(headers);
    url = location;
  }
  throw new CybexError('peer', `More than ${LIMITS.outbound.redirects} redirects.`);
}

function permitScheme(url: URL, { allowPrivate = false }: OutboundOptions): void {
  if (url.protocol === 'https:' || (url.protocol === 'http:' && allowPrivate)) return;
  throw new CybexError('forbidden', `Refused to fetch ${url.origin}: only https is permitted.`, {
    remedy: 'For an address that you typed and trust, add --allow-private.',
  });
}

function once(
  url: URL,
  method: string,
  headers: Record<string, string>,
  body: Buffer | null,
  { allowPrivate = false, signal }: OutboundOptions,
  requestSignal: AbortSignal,
  ca: string[] | undefined,
): Promise<http.IncomingMessage> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (!allowPrivate && isIP(host) !== 0 && !isPublicAddress(host)) throw refusedAddress(url, host);
  const { promise, resolve, reject } = withResolvers<http.IncomingMessage>();
  const signals = [requestSignal, ...(signal ? [signal] : [])];
  const outgoing = (url.protocol === 'https:' ? https : http).request(url, {
    method,
    headers: { ...headers, ...(body ? { 'content-length': String(body.length) } : {}) },
    signal: AbortSignal.any(signals),
    timeout: LIMITS.outbound.idleMilliseconds,
    ...(ca ? { ca } : {}),
    ...(allowPrivate ? {} : { lookup: publicLookup(url) }),
  });
  outgoing.on('timeout', () => outgoing.destroy(new CybexError('peer', `${url.host} is silent.`)));
  outgoing.on('error', (cause) => {
    const known = cause instanceof CybexError || cause.name === 'AbortError';
    reject(known ? cause : new CybexError('peer', `${url.host}: ${cause.message}`, { cause }));
  });
  outgoing.on('response', resolve);
  outgoing.end(body ?? undefined);
  return promise;
}

type LookupCallback = (
  error: NodeJS.ErrnoException | null,
  address: string | LookupAddress[],
  family?: number,
) => void;

/** Refuses a name as soon as one of its addresses is not public. */
function publicLookup(url: URL) {
  return (host: string, options: { all?: boolean }, done: LookupCallback): void => {
    lookup(host, { all: true }, (error, addresses) => {
      const first = addresses?.[0];
      if (error || first === undefined) return done(error ?? new Error('no address'), '');
      const inner = addresses.find(({ address }) => !isPublicAddress(address));
      if (inner) return done(refusedAddress(url, inner.address), '');
      if (options.all) done(null, addresses);
      else done(null, first.address, first.family);
    });
  };
}

function refusedAddress(url: URL, address: string): CybexError {
  return new CybexError('forbidden', `Refused to connect to ${url.host} (${address}).`, {
    remedy: 'The address is not public. For one that you typed and trust, add --allow-private.',
  });
}

function redirectTarget(answer: http.IncomingMessage, from: URL): URL | null {
  const { statusCode = 0, headers } = answer;
  if (![301, 302, 303, 307, 308].includes(statusCode) || !headers.location) return null;
  return URL.canParse(headers.location, from.href) ? new URL(headers.location, from.href) : null;
}

function withoutCredentials(headers: Record<string, string>): Record<string, string> {
  const { authorization: _a, cookie: _c, ...rest } = headers;
  return rest;
}

function response(answer: http.IncomingMessage): Response {
  const headers = new Headers();
  for (const [name, value] of Object.entries(answer.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  const status = answer.statusCode ?? 502;
  const bodiless = status === 204 || status === 304;
  if (bodiless) answer.resume();
  const body = bodiless ? null : (Readable.toWeb(bounded(answer)) as ReadableStream<Uint8Array>);
  return new Response(body, { status, headers });
}

/** Ends the stream with an error when the peer sends more than one answer may hold. */
function bounded(answer: http.IncomingMessage): Readable {
  async function* pass(): AsyncGenerator<Buffer> {
    let bytes = 0;
    for await (const piece of answer as AsyncIterable<Buffer>) {
      bytes += piece.length;
      if (bytes > LIMITS.outbound.bytes) {
        throw new CybexError('peer', `The answer is larger than ${LIMITS.outbound.bytes} bytes.`);
      }
      yield piece;
    }
  }
  return Readable.from(pass());
}

function withResolvers<T>(): {
  promise: Promise<T>;
  resolve: (value: T) => void;
  reject: (reason: unknown) => void;
} {
  let resolve!: (value: T) => void;
  let reject!: (reason: unknown) => void;
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}
