/** Which endpoint a path names (TAXII 2.1 §3.1), from the form of the path alone. */
import { type Outcome, refused } from './problem.ts';

export type Route =
  | { readonly endpoint: 'discovery' }
  | { readonly endpoint: 'api-root'; readonly root: string }
  | { readonly endpoint: 'status'; readonly root: string; readonly status: string }
  | { readonly endpoint: 'collections'; readonly root: string }
  | { readonly endpoint: 'collection'; readonly root: string; readonly collection: string }
  | { readonly endpoint: 'manifest'; readonly root: string; readonly collection: string }
  | { readonly endpoint: 'objects'; readonly root: string; readonly collection: string }
  | {
      readonly endpoint: 'object' | 'versions';
      readonly root: string;
      readonly collection: string;
      readonly object: string;
    };

export type Endpoint = Route['endpoint'];
export type CollectionRoute = Extract<Route, { readonly collection: string }>;

/** Methods that each endpoint defines, HEAD and OPTIONS beside them (RFC 9110 §9.1). */
export const METHODS: Readonly<Record<Endpoint, readonly string[]>> = {
  discovery: ['GET'],
  'api-root': ['GET'],
  status: ['GET'],
  collections: ['GET'],
  collection: ['GET'],
  manifest: ['GET'],
  objects: ['GET', 'POST'],
  object: ['GET', 'DELETE'],
  versions: ['GET'],
};

/** Value of the Allow header of an endpoint. */
export function allowed(endpoint: Endpoint): string {
  const [first = 'GET', ...others] = METHODS[endpoint];
  return [first, 'HEAD', ...others, 'OPTIONS'].join(', ');
}

/** Characters that no identifier holds and that a store may choke on (NUL in PostgreSQL). */
export function hasControl(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x20 || unit === 0x7f) return true;
  }
  return false;
}

/** Percent-decodes one segment or one part of a query; null when it is not UTF-8 text. */
export function decodePart(text: string): string | null {
  if (!text.includes('%')) return hasControl(text) ? null : text;
  try {
    const decoded = decodeURIComponent(text);
    return hasControl(decoded) ? null : decoded;
  } catch {
    return null;
  }
}

/**
 * Splits the path before decoding, so that an encoded slash is part of a name and `..` is a name
 * like any other. One trailing slash belongs to the endpoint (§3.1); its absence is forgiven.
 */
function segmentsOf(path: string): string[] | null {
  const inner = path.startsWith('/') ? path.slice(1) : path;
  const whole = inner.endsWith('/') ? inner.slice(0, -1) : inner;
  if (whole === '') return [];
  const segments: string[] = [];
  for (const part of whole.split('/')) {
    const segment = decodePart(part);
    if (segment === null) return null;
    segments.push(segment);
  }
  return segments;
}

/** Reads `{root}/…`; null when no endpoint has this form. */
function insideRoot(segments: readonly string[]): Route | null {
  const [root, area, name, part, object, versions] = segments;
  if (root === undefined || segments.length > 6 || segments.includes('')) return null;
  if (area === undefined) return { endpoint: 'api-root', root };
  if (area === 'status' && name !== undefined && part === undefined) {
    return { endpoint: 'status', root, status: name };
  }
  if (area !== 'collections') return null;
  if (name === undefined) return { endpoint: 'collections', root };
  const collection = name;
  if (part === undefined) return { endpoint: 'collection', root, collection };
  if (part === 'manifest' && object === undefined) {
    return { endpoint: 'manifest', root, collection };
  }
  if (part !== 'objects') return null;
  if (object === undefined) return { endpoint: 'objects', root, collection };
  if (versions === undefined) return { endpoint: 'object', root, collection, object };
  return versions === 'versions' ? { endpoint: 'versions', root, collection, object } : null;
}

/** `/taxii2/` is discovery (§8.2.1); API roots lie below `base`. */
export function routeOf(path: string, base: '/taxii2/' | '/'): Outcome<Route> {
  const segments = segmentsOf(path);
  if (segments === null) return refused('malformed-path');
  if (segments.length === 1 && segments[0] === 'taxii2') {
    return { ok: true, value: { endpoint: 'discovery' } };
  }
  const below = base === '/' ? segments : segments[0] === 'taxii2' ? segments.slice(1) : [];
  const route = insideRoot(below);
  return route === null ? refused('not-found') : { ok: true, value: route };
}
