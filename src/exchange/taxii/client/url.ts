/** Addresses of the endpoints of TAXII 2.1 §3.1, and who gets the credentials. */
import { CybexError } from '../../../core/error.ts';

/** `first`, `last`, `all` or a version's timestamp (§3.4.1). */
export interface TaxiiMatchQuery {
  readonly id?: string | readonly string[];
  readonly type?: string | readonly string[];
  readonly version?: string | readonly string[];
  readonly specVersion?: string | readonly string[];
}

/** Names of the match fields in a URL, in the order in which they are written. */
const MATCH_FIELDS = [
  ['id', 'id'],
  ['type', 'type'],
  ['version', 'version'],
  ['specVersion', 'spec_version'],
] as const;

/** The filters as URL query parameters, in one order: equal filters give equal text. */
export function matchParameters(match: TaxiiMatchQuery = {}): [string, string][] {
  const parameters: [string, string][] = [];
  for (const [name, field] of MATCH_FIELDS) {
    const value = match[name];
    const values = typeof value === 'string' ? [value] : (value ?? []);
    // §3.4: several values are separated by a comma, without spaces.
    if (values.length > 0) parameters.push([`match[${field}]`, values.join(',')]);
  }
  return parameters;
}

export function withParameters(url: URL, parameters: readonly (readonly [string, string])[]): URL {
  const target = new URL(url);
  for (const [name, value] of parameters) target.searchParams.append(name, value);
  return target;
}

/**
 * The discovery address: `https://host` stands for `https://host/taxii2/` (§8.2.1), every other
 * address is taken as written, with the trailing slash that §3.1 demands.
 */
export function discoveryUrl(text: string): URL {
  const url = parseUrl(text);
  if (url.pathname === '/') url.pathname = '/taxii2/';
  return slashed(url);
}

/** An API root as advertised (§4.1.1): absolute, or relative to the server's root. */
export function apiRootUrl(advertised: string, discovery: URL): URL {
  return slashed(new URL(advertised, discovery));
}

/** Joins path segments below a base that ends in a slash; the result ends in a slash (§3.1). */
export function below(base: URL, ...segments: readonly string[]): URL {
  const url = new URL(base);
  url.pathname += segments.map((segment) => `${encodeURIComponent(segment)}/`).join('');
  return url;
}

function slashed(url: URL): URL {
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  return url;
}

function parseUrl(text: string): URL {
  let url: URL;
  try {
    url = new URL(text);
  } catch (cause) {
    throw new CybexError('invalid-argument', `"${text}" is not a URL`, { cause });
  }
  if (url.username !== '' || url.password !== '') {
    throw new CybexError('invalid-argument', 'credentials do not belong into the URL', {
      remedy: 'give them as `auth`: URLs end up in logs and histories',
    });
  }
  url.hash = '';
  return url;
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * §8.5.1: a client initiates requests over HTTPS. Plain HTTP is for this machine only, unless the
 * caller says otherwise: everything, credentials included, would be readable on the way.
 */
export function demandSecure(url: URL, allowInsecure: boolean): void {
  if (url.protocol === 'https:') return;
  if (url.protocol === 'http:' && (allowInsecure || LOOPBACK.test(url.hostname))) return;
  throw new CybexError('invalid-argument', `${url.origin} is not HTTPS (TAXII 2.1 §8.5.1)`, {
    remedy: 'use an https: address, or set allowInsecure for a network that you trust',
  });
}
