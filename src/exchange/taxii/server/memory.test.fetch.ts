/** Requests without a socket: for the tests of the server, and a `fetch` for those of the client. */
import { TAXII_21 } from '../../../core/media-type.ts';
import type { TaxiiRequest, TaxiiResponse } from './http.ts';
import { type MemoryCaller, type MemoryHousehold, NOBODY } from './memory.test.house.ts';
import { handleTaxii } from './server.ts';
import type { TaxiiSettings } from './settings.ts';

export interface RequestParts {
  /** Header names in lower case; `accept` is TAXII 2.1 unless given, undefined takes it away. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  /** Text, bytes, pieces, or anything else as JSON. */
  readonly body?: unknown;
}

function piecesOf(body: unknown): Uint8Array[] {
  if (typeof body === 'string') return [new TextEncoder().encode(body)];
  if (body instanceof Uint8Array) return [body];
  if (Array.isArray(body) && body.every((piece) => piece instanceof Uint8Array)) return body;
  return [new TextEncoder().encode(JSON.stringify(body))];
}

async function* streamOf(pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* pieces;
}

/** A request as the hub would hand it over; `url` is path and query. */
export function taxiiRequest(method: string, url: string, parts: RequestParts = {}): TaxiiRequest {
  const headers: Record<string, string | undefined> = {
    accept: TAXII_21,
    ...(parts.body === undefined ? {} : { 'content-type': TAXII_21 }),
    ...parts.headers,
  };
  const mark = url.indexOf('?');
  return {
    method,
    path: mark < 0 ? url : url.slice(0, mark),
    query: mark < 0 ? '' : url.slice(mark + 1),
    header: (name) => headers[name],
    body: parts.body === undefined ? null : streamOf(piecesOf(parts.body)),
    id: 'request-1',
  };
}

export function bodyText(response: TaxiiResponse): string {
  return Buffer.concat(response.body ?? []).toString('utf8');
}

/** Finds the caller by the Authorization header; what is not in the table is nobody. */
export type Callers = Readonly<Record<string, MemoryCaller>>;

/** A `fetch` that ends in the server function; any host will do. */
export function memoryFetch(
  household: MemoryHousehold,
  settings: TaxiiSettings,
  callers: Callers,
): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const { pathname, search } = new URL(request.url);
    const bytes = request.body === null ? undefined : new Uint8Array(await request.arrayBuffer());
    const caller = callers[request.headers.get('authorization') ?? ''] ?? NOBODY;
    const asked: TaxiiRequest = {
      method: request.method,
      path: pathname,
      query: search.slice(1),
      header: (name) => request.headers.get(name) ?? undefined,
      body: bytes === undefined ? null : streamOf([bytes]),
    };
    const response = await handleTaxii(asked, household.houseFor(caller), settings);
    const headers = new Headers(response.headers);
    // A fetch gives the body decoded; the coding is undone here as an agent would.
    const coded = headers.get('content-encoding') === 'gzip';
    const whole = Buffer.concat(response.body ?? []);
    const body = coded ? (await import('node:zlib')).gunzipSync(whole) : whole;
    const bare = [204, 304].includes(response.status) || request.method === 'HEAD';
    return new Response(bare ? null : body, { status: response.status, headers });
  };
}
