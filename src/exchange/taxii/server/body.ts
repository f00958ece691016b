/** The body of a POST: media type, content coding and max_content_length (TAXII 2.1 §4.2.1, §5.5). */
import { CybexError } from '../../../core/error.ts';
import type { TaxiiRequest } from './http.ts';
import { isEnvelopeType } from './media.ts';
import { type Outcome, type Problem, refused } from './problem.ts';
import type { TaxiiSettings } from './settings.ts';

export interface BoundedBody {
  readonly bytes: AsyncIterable<Uint8Array>;
  /** True once more than the bound has arrived, whatever the reader made of the error. */
  readonly overflowed: () => boolean;
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

/** Passes bytes on and throws at the first one beyond the bound. */
function bounded(source: AsyncIterable<Uint8Array>, bytesMax: number): BoundedBody {
  let length = 0;
  async function* counted() {
    for await (const piece of source) {
      length += piece.length;
      if (length > bytesMax) throw new CybexError('too-large', `body above ${bytesMax} bytes`);
      yield piece;
    }
  }
  return { bytes: counted(), overflowed: () => length > bytesMax };
}

export function tooLarge(bytesMax: number): Problem {
  return { code: 'too-large', details: { max_content_length: bytesMax } };
}

/** True when Content-Length alone says that the body is above the bound. */
function declaredTooLong(request: TaxiiRequest, bytesMax: number): boolean {
  const declared = request.header('content-length');
  return declared !== undefined && /^\d+$/.test(declared) && Number(declared) > bytesMax;
}

/** Opens the content coding of the body, when the house can (RFC 9110 §15.5.16 names the remedy). */
function decoded(request: TaxiiRequest, settings: TaxiiSettings, raw: BoundedBody) {
  const coding = (request.header('content-encoding') ?? 'identity').trim().toLowerCase();
  if (coding === 'identity' || coding === '') return raw;
  const opened = settings.inflate?.(coding, raw.bytes) ?? null;
  if (opened === null) return null;
  const inner = bounded(opened, settings.maxContentLength);
  return { bytes: inner.bytes, overflowed: () => raw.overflowed() || inner.overflowed() };
}

/** The body as the house may read it, or why it may not. */
export function requestBody(request: TaxiiRequest, settings: TaxiiSettings): Outcome<BoundedBody> {
  if (!isEnvelopeType(request.header('content-type'))) return refused('unsupported-media-type');
  if (declaredTooLong(request, settings.maxContentLength)) {
    return { ok: false, problem: tooLarge(settings.maxContentLength) };
  }
  const raw = bounded(request.body ?? nothing(), settings.maxContentLength);
  const body = decoded(request, settings, raw);
  if (body !== null) return { ok: true, value: body };
  const codings = settings.inflate === undefined ? 'identity' : 'gzip, identity';
  return {
    ok: false,
    problem: { code: 'unsupported-coding', headers: { 'accept-encoding': codings } },
  };
}
