/**
 * One row per route of the native API. The server, the OpenAPI description and the access matrix
 * are all made from these rows, so that none of them can forget a route.
 */
import type { z } from 'zod';
import type { Principal } from '../../core/principal.ts';
import { mayWrite } from '../access.ts';
import type { Authenticated } from '../auth/authenticate.ts';
import type { DirectoryIndex } from '../directory.ts';
import type { Hub } from '../hub.ts';

/** Least standing that a route asks for. Records are filtered by policy whatever the standing. */
export type Standing =
  | 'anyone'
  | 'signed-in'
  | 'contributor'
  | 'org-admin'
  | 'operator'
  | 'site-admin';

export interface Call<Query, Body> {
  readonly hub: Hub;
  readonly caller: Authenticated;
  readonly principal: Principal;
  readonly directory: DirectoryIndex;
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: Query;
  readonly body: Body;
  /** The request's body as it arrives, for routes whose body is `bytes`. */
  readonly stream: AsyncIterable<Uint8Array>;
  readonly signal: AbortSignal;
}

export type Answer =
  | { readonly json: unknown; readonly status?: number }
  | { readonly bytes: Uint8Array; readonly type: string; readonly headers?: Record<string, string> }
  | { readonly stream: AsyncIterable<Uint8Array>; readonly type: string }
  /** JSON Lines, each sent as it comes; an error becomes the last line. */
  | { readonly lines: AsyncIterable<unknown>; readonly headers?: Record<string, string> };

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below /api/v1, with `:name` parameters. */
  readonly path: string;
  readonly summary: string;
  readonly standing: Standing;
  readonly query?: z.ZodType;
  /** A schema for a JSON body; `bytes` for a body that streams. */
  readonly body?: z.ZodType | 'bytes';
  readonly answer: (call: Call<never, never>) => Promise<Answer>;
}

/** Keeps the types of query and body together with the handler that uses them. */
export function route<Q extends z.ZodType = z.ZodUnknown, B extends z.ZodType = z.ZodUnknown>(row: {
  readonly method: Route['method'];
  readonly path: string;
  readonly summary: string;
  readonly standing: Standing;
  readonly query?: Q;
  readonly body?: B | 'bytes';
  readonly answer: (call: Call<z.output<Q>, z.output<B>>) => Promise<Answer>;
}): Route {
  return row as unknown as Route;
}

export function hasStanding({ principal, scope }: Authenticated, standing: Standing): boolean {
  if (standing === 'anyone') return true;
  if (principal.kind === 'anonymous' || !scope.includes('api')) return false;
  if (standing === 'signed-in') return true;
  if (standing === 'contributor') return mayWrite(principal);
  const administers = standing === 'operator' || standing === 'site-admin';
  if (administers && !scope.includes('admin')) return false;
  return principal.roles.includes(standing);
}
