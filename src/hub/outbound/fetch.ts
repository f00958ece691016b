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
import { connectThrough, NO_PROXY_AT_ALL, type ProxyChoice } from './proxy.ts';

export interface OutboundOptions {
  /** The operator consents to http, loopback and private addresses for this URL. */
  readonly allowPrivate?: boolean;
  readonly signal?: AbortSignal;
}

export interface Outbound {
  /** A `fetch` for URLs that the operator typed. URLs out of data never get `allowPrivate`. */
  fetchFor(options: OutboundOptions): typeof fetch;
}

/** How this machine reaches the world. */
interface Surroundings {
  readonly ca: string[] | undefined;
  readonly proxyFor: ProxyChoice;
}

export function openOutbound(
  certificateAuthorities: readonly string[],
  proxyFor: ProxyChoice = NO_PROXY_AT_ALL,
): Outbound {
  const ca = certificateAuthorities.length > 0 ? [...certificateAuthorities] : undefined;
  return {
    fetchFor: (options) => async (input, init) => {
      const request = new Request(input, init);
      return follow(request, options, { ca, proxyFor });
    },
  };
}

async function follow(
  first: Request,
  options: OutboundOptions,
  surroundings: Surroundings,
): Promise<Response> {
  const body = first.body === null ? null : Buffer.from(await first.arrayBuffer());
  let url = new URL(first.url);
  let headers = Object.fromEntries(first.headers);
  for (let hop = 0; hop <= LIMITS.outbound.redirects; hop++) {
    permitScheme(url, options);
    const signals = [first.signal, ...(options.signal ? [options.signal] : [])];
    const request = { url, method: first.method, headers, body, signal: AbortSignal.any(signals) };
    const answer = await once(request, options, surroundings);
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

interface OneRequest {
  readonly url: URL;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | null;
  readonly signal: AbortSignal;
}

async function once(
  { url, method, headers, body, signal }: OneRequest,
  { allowPrivate = false }: OutboundOptions,
  { ca, proxyFor }: Surroundings,
): Promise<http.IncomingMessage> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (!allowPrivate && isIP(host) !== 0 && !isPublicAddress(host)) throw refusedAddress(url, host);
  const { promise, resolve, reject } = withResolvers<http.IncomingMessage>();
  const outgoing = (url.protocol === 'https:' ? https : http).request(url, {
    method,
    headers: { ...headers, ...(body ? { 'content-length': String(body.length) } : {}) },
    signal,
    timeout: LIMITS.outbound.idleMilliseconds,
    ...(ca ? { ca } : {}),
    ...(allowPrivate ? {} : { lookup: publicLookup(url) }),
    ...(await tunnelled(url, signal, allowPrivate, { ca, proxyFor })),
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

/** The connection through the proxy of the surroundings, where there is one for this URL. */
async function tunnelled(
  url: URL,
  signal: AbortSignal,
  allowPrivate: boolean,
  { ca, proxyFor }: Surroundings,
): Promise<https.RequestOptions> {
  const proxy = proxyFor(url);
  if (proxy === null) return {};
  if (!allowPrivate) await refuseInnerName(url);
  const socket = await connectThrough(proxy, url, { signal, ...(ca ? { ca } : {}) });
  // Without an agent nothing else says that 443 need not stand in the host header.
  return { createConnection: () => socket, defaultPort: 443 };
}

/**
 * The proxy looks the name up itself, and may stand where names of the inside are known: what
 * this machine can look up is checked before; what it cannot is the proxy's to refuse.
 */
function refuseInnerName(url: URL): Promise<void> {
  const { promise, resolve, reject } = withResolvers<void>();
  lookup(url.hostname.replace(/^\[|\]$/g, ''), { all: true }, (error, addresses) => {
    const inner = error ? undefined : addresses.find(({ address }) => !isPublicAddress(address));
    if (inner) reject(refusedAddress(url, inner.address));
    else resolve();
  });
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
