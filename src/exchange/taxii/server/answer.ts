/** Successful answers: TAXII media type, validators (RFC 9110 §8.8, §13), caching, coding. */
import { TAXII_21 } from '../../../core/media-type.ts';
import { GZIP_BYTES_MIN, gzipPieces, wantsGzip } from './coding.ts';
import { bodyLength, type TaxiiRequest, type TaxiiResponse } from './http.ts';
import type { TaxiiSettings } from './settings.ts';

const encoder = new TextEncoder();

/** What an answer depends on beside its URL. */
const VARY = 'accept, accept-encoding, authorization';
/** Kept by the caller's own cache only, and asked for anew every time: rights change. */
const REVALIDATE = 'private, no-cache';

export function jsonPiece(value: unknown): Uint8Array {
  return encoder.encode(JSON.stringify(value));
}

/** True when If-None-Match names this validator, in either coding (RFC 9110 §13.1.2). */
export function isKnown(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  return ifNoneMatch.split(',').some((part) => {
    const given = part.trim().replace(/^W\//, '');
    return given === '*' || given === `"${tag}"` || given === `"${tag}-gzip"`;
  });
}

function entityTag(tag: string, coded: boolean): string {
  return coded ? `"${tag}-gzip"` : `"${tag}"`;
}

/** 304: the caller has this page already. */
export function notModified(tag: string, coded: boolean): TaxiiResponse {
  return {
    status: 304,
    headers: { etag: entityTag(tag, coded), 'cache-control': REVALIDATE, vary: VARY },
    body: null,
  };
}

export interface Answer {
  readonly pieces: readonly Uint8Array[];
  /** Strong validator without quotes. */
  readonly tag: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** 200 with a body that may be validated and compressed. */
export async function answer(
  request: TaxiiRequest,
  settings: TaxiiSettings,
  { pieces, tag, headers }: Answer,
): Promise<TaxiiResponse> {
  const length = bodyLength(pieces);
  const coded = length >= GZIP_BYTES_MIN && wantsGzip(request, settings);
  if (isKnown(request.header('if-none-match'), tag)) return notModified(tag, coded);
  const body = coded ? await gzipPieces(pieces, tag) : pieces;
  return {
    status: 200,
    headers: {
      'content-type': TAXII_21,
      'content-length': String(coded ? bodyLength(body) : length),
      ...(coded ? { 'content-encoding': 'gzip' } : {}),
      etag: entityTag(tag, coded),
      'cache-control': REVALIDATE,
      'x-content-type-options': 'nosniff',
      vary: VARY,
      ...headers,
    },
    body,
  };
}

/** 200 or 202 with a resource that changes by itself and is never kept. */
export function fresh(status: number, resource: unknown): TaxiiResponse {
  const body = jsonPiece(resource);
  return {
    status,
    headers: {
      'content-type': TAXII_21,
      'content-length': String(body.length),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      vary: VARY,
    },
    body: [body],
  };
}

/** A resource of the server's description: small, the same until the directory changes. */
export function described(
  request: TaxiiRequest,
  settings: TaxiiSettings,
  resource: unknown,
): Promise<TaxiiResponse> {
  const piece = jsonPiece(resource);
  const tag = settings.tokens.digest('resource', piece);
  return answer(request, settings, { pieces: [piece], tag });
}
