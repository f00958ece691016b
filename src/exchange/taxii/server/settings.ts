/** What the operator decides about the TAXII server; the defaults are those of LIMITS. */
import { LIMITS } from '../../../core/limits.ts';
import type { TaxiiRequest } from './http.ts';
import { createPageTokens, type PageTokens } from './paging.ts';

/** Opens one content coding, bounded in size and ratio; null for a coding it does not know. */
export type Inflate = (
  coding: string,
  body: AsyncIterable<Uint8Array>,
) => AsyncIterable<Uint8Array> | null;

export interface TaxiiOptions {
  /** Secret of the house for tokens and validators: at least 32 bytes, the same in every process. */
  readonly tokenKey: Uint8Array;
  /** Address under which clients reach the mount point, sub-path included, e.g. `https://x/hub`. */
  readonly publicUrl?: string;
  /** Where API roots lie: below `/taxii2/` (default) or at the mount point itself. */
  readonly rootsBelow?: '/taxii2/' | '/';
  /** Challenges of 401 (RFC 9110 §11.6.1). */
  readonly challenges?: readonly string[];
  readonly maxContentLength?: number;
  readonly pageDefault?: number;
  readonly pageMax?: number;
  /** Compress answers for those who ask; see coding.ts on what their size tells. */
  readonly gzip?: boolean;
  /** Absent: compressed request bodies are refused with 415. */
  readonly inflate?: Inflate;
  /** Page on which the error codes are explained; the code follows as fragment. */
  readonly errorDocs?: string;
  /** Told what went wrong inside, with the request, for the operator's log. */
  readonly onFault?: (error: unknown, request: TaxiiRequest) => void;
}

export interface TaxiiSettings {
  readonly tokens: PageTokens;
  readonly publicUrl: string;
  readonly rootsBelow: '/taxii2/' | '/';
  readonly challenges: readonly string[];
  readonly maxContentLength: number;
  readonly pageDefault: number;
  readonly pageMax: number;
  readonly gzip: boolean;
  readonly inflate?: Inflate;
  readonly errorDocs?: string;
  readonly onFault: (error: unknown, request: TaxiiRequest) => void;
}

/** HTTP Basic is what TAXII suggests (§1.6.9), a bearer token what machines should use. */
const CHALLENGES = ['Basic realm="TAXII", charset="UTF-8"', 'Bearer realm="TAXII"'];

/** Fills in the defaults and derives the keys; made once, not per request. */
export function taxiiSettings(options: TaxiiOptions): TaxiiSettings {
  const pageMax = Math.min(options.pageMax ?? LIMITS.taxii.pageMax, LIMITS.taxii.pageMax);
  return {
    tokens: createPageTokens(options.tokenKey),
    publicUrl: (options.publicUrl ?? '').replace(/\/$/, ''),
    rootsBelow: options.rootsBelow ?? '/taxii2/',
    challenges: options.challenges ?? CHALLENGES,
    maxContentLength: options.maxContentLength ?? LIMITS.taxii.maxContentLengthBytes,
    pageDefault: Math.min(options.pageDefault ?? LIMITS.taxii.pageDefault, pageMax),
    pageMax,
    gzip: options.gzip ?? true,
    onFault: options.onFault ?? (() => {}),
    ...(options.inflate === undefined ? {} : { inflate: options.inflate }),
    ...(options.errorDocs === undefined ? {} : { errorDocs: options.errorDocs }),
  };
}

/**
 * URL of an API root: HTTPS and absolute, or relative to the server beginning with one slash
 * (TAXII 2.1 §4.1.1); plain HTTP is never written out.
 */
export function apiRootUrl(settings: TaxiiSettings, root: string): string {
  const path = `${settings.rootsBelow}${encodeURIComponent(root)}/`;
  if (settings.publicUrl.startsWith('https://')) return settings.publicUrl + path;
  return subPath(settings.publicUrl) + path;
}

/** Path part of the public address: `` or `/hub`. */
function subPath(publicUrl: string): string {
  const path = publicUrl.replace(/^[a-z]+:\/\/[^/]*/i, '');
  return path === '' || path.startsWith('/') ? path : `/${path}`;
}
