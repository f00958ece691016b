/**
 * Content coding of answers (RFC 9110 §8.4).
 *
 * What compression tells: whoever can put objects of his own on the page of another caller and
 * watches the length of the encrypted answers could guess, try by try, what stands beside them
 * (CRIME, BREACH). Nothing secret of the session is on a page (no cookie, no anti-forgery token),
 * but objects of others are. Therefore the length is blurred by a comment in the gzip header whose
 * length is a keyed function of the page: the same page has always the same length, so repeating a
 * request averages nothing away. Who needs more switches `gzip` off.
 */
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import type { TaxiiRequest } from './http.ts';
import { acceptsGzip } from './media.ts';
import type { TaxiiSettings } from './settings.ts';

const compress = promisify(gzip);

/** Shorter answers fit into one packet either way. */
export const GZIP_BYTES_MIN = 1400;
/** Most of the gain at a third of the time of the default level; pages are asked for by machines. */
const LEVEL = 3;
const COMMENT_FLAG = 0x10;
const HEADER_BYTES = 10;

export function wantsGzip(request: TaxiiRequest, settings: TaxiiSettings): boolean {
  return settings.gzip && acceptsGzip(request.header('accept-encoding'));
}

/** Puts a comment of 0 … 63 bytes into the header of a gzip member (RFC 1952 §2.3). */
export function blurLength(member: Buffer, seed: string): Uint8Array[] {
  const length = (seed.charCodeAt(0) * 131 + seed.charCodeAt(1)) % 64;
  const header = Buffer.from(member.subarray(0, HEADER_BYTES));
  header[3] = (header[3] ?? 0) | COMMENT_FLAG;
  return [header, Buffer.from(`${'.'.repeat(length)}\0`), member.subarray(HEADER_BYTES)];
}

/** Compresses off the main thread; `seed` is a keyed digest of the page. */
export async function gzipPieces(pieces: readonly Uint8Array[], seed: string) {
  const whole = pieces.length === 1 && pieces[0] !== undefined ? pieces[0] : Buffer.concat(pieces);
  const member = await compress(whole, { level: LEVEL, strategy: constants.Z_DEFAULT_STRATEGY });
  return blurLength(member, seed);
}
