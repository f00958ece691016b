/** The listeners: one on TCP (or a socket file), one local socket for the operator's own commands. */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { chmod, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { createSecureContext } from 'node:tls';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { fastify } from 'fastify';
import { CybexError } from '../../core/error.ts';
import { LIMITS } from '../../core/limits.ts';
import { API_ROUTES } from '../api/index.ts';
import type { Hub } from '../hub.ts';
import { mountPages } from '../pages/index.ts';
import { mountApi } from './api-plugin.ts';
import type { Proxies } from './caller.ts';
import { trustedProxies } from './caller.ts';
import { isLoopback } from './loopback.ts';
import { mountOperating } from './operate-plugin.ts';
import { portHolder } from './port-holder.ts';
import type { Problem } from './problem.ts';
import { problemOf } from './problem.ts';
import { mountTaxii } from './taxii-plugin.ts';

export interface Listening {
  /** Address to print, e.g. `http://localhost:8460`. */
  readonly address: string;
  /** New certificates take effect without a restart. */
  reload(): void;
  close(): Promise<void>;
}

/**
 * Refuses, before anything is founded or stored, what `listen` could only refuse later: a first
 * start that ends without a listener would have shown its administrator token to nobody.
 */
export async function tryListener(hub: Hub): Promise<void> {
  const { settings } = hub;
  permitListener(hub, isSecure(hub));
  if (isSecure(hub)) tls(hub);
  if (settings.listen || settings.port === 0) return;
  const probe = createServer();
  try {
    probe.listen({ host: settings.host, port: settings.port });
    await once(probe, 'listening');
  } catch (error) {
    throw await listenFailed(error, hub);
  } finally {
    await new Promise((closed) => probe.close(closed));
  }
}

export async function listen(hub: Hub): Promise<Listening> {
  const { settings } = hub;
  const secure = isSecure(hub);
  permitListener(hub, secure);
  const proxies = trustedProxies(settings['trust-proxy']);
  const server = build(hub, proxies, settings['public-url'] ?? '', false, secure ? tls(hub) : null);
  try {
    if (settings.listen) {
      const path = settings.listen.slice('unix:'.length);
      await server.listen({ path });
    } else {
      await server.listen({ host: settings.host, port: settings.port });
    }
  } catch (error) {
    throw await listenFailed(error, hub);
  }
  const bound = server.server.address();
  if (typeof bound === 'object' && bound !== null) hub.listening(bound.port);
  return {
    address: hub.address(),
    reload: () => {
      if (!secure) return;
      const options = tls(hub);
      (server.server as unknown as { setSecureContext(o: object): void }).setSecureContext(options);
    },
    close: () => server.close(),
  };
}

/** The operator's door: a socket file that only the user who runs the hub can open. */
export async function listenLocally(hub: Hub, path: string): Promise<() => Promise<void>> {
  await rm(path, { force: true });
  const server = build(hub, () => false, '', true, null);
  const umask = process.umask(0o177);
  try {
    await server.listen({ path });
  } finally {
    process.umask(umask);
  }
  await chmod(path, 0o600);
  return async () => {
    await server.close();
    await rm(path, { force: true });
  };
}

/** One method and path that the server answers. */
export interface MountedRoute {
  readonly method: string;
  /** With `:name` parameters and `*`. */
  readonly path: string;
}

/**
 * The server that `listen` would open, for who drives it in process. `seen` is told of every route
 * as it is mounted.
 */
export function serverFor(hub: Hub, seen?: (route: MountedRoute) => void): FastifyInstance {
  const { settings } = hub;
  const proxies = trustedProxies(settings['trust-proxy']);
  return build(hub, proxies, settings['public-url'] ?? '', false, null, seen);
}

function build(
  hub: Hub,
  proxies: Proxies,
  publicUrl: string,
  local: boolean,
  https: object | null,
  seen: (route: MountedRoute) => void = () => {},
): FastifyInstance {
  const server = fastify({
    ...(https === null ? {} : { https }),
    genReqId: () => randomUUID(),
    bodyLimit: Number.MAX_SAFE_INTEGER,
    routerOptions: { maxParamLength: 1024 },
    requestTimeout: local ? 0 : LIMITS.http.requestMilliseconds,
    keepAliveTimeout: LIMITS.http.keepAliveMilliseconds,
    exposeHeadRoutes: true,
    http: { maxHeaderSize: LIMITS.http.headerBytes },
  } as object) as unknown as FastifyInstance;
  server.addHook('onRoute', ({ method, url }) => {
    for (const each of [method].flat()) seen({ method: each, path: url });
  });
  server.addHook('onRequest', async (request, reply) => {
    reply.raw.setHeader('x-request-id', request.id);
    reply.raw.setHeader('x-content-type-options', 'nosniff');
    if (https !== null) reply.raw.setHeader('strict-transport-security', 'max-age=31536000');
  });
  server.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    const status = String(reply.raw.statusCode);
    hub.metrics.requests.inc({ route, method: request.method, status });
    hub.metrics.seconds.observe({ route }, reply.elapsedTime / 1000);
  });
  server.setErrorHandler((error, request, reply) => {
    if (!(error instanceof CybexError)) {
      hub.log.error({ request: request.id, error }, 'request failed');
    }
    return sendProblem(reply, problemOf(error, request.id));
  });
  server.setNotFoundHandler((request, reply) => {
    const absent = new CybexError('absent', 'There is nothing at this address.');
    return sendProblem(reply, problemOf(absent, request.id));
  });
  mountOperating(server, hub, proxies, local);
  mountPages(
    server,
    hub,
    proxies,
    publicUrl === '' ? '' : new URL(publicUrl).pathname.replace(/\/$/, ''),
  );
  mountApi(server, API_ROUTES, hub, proxies, local);
  mountTaxii(server, hub, publicUrl, proxies, local);
  return server;
}

/** As bytes: a framework that serialises adds a charset, which problem+json does not have. */
function sendProblem(reply: FastifyReply, { status, headers, body }: Problem): FastifyReply {
  return reply
    .code(status)
    .headers(headers)
    .send(Buffer.from(JSON.stringify(body)));
}

/** No listener beyond loopback without TLS, unless a trusted proxy terminates it. */
function permitListener({ settings }: Hub, secure: boolean): void {
  const open = !settings.listen && !isLoopback(settings.host);
  if (!open || secure || settings['trust-proxy'].some((range) => range !== '')) return;
  throw new CybexError('invalid-argument', `Refused to listen on ${settings.host} without TLS.`, {
    remedy:
      'Give --tls-cert and --tls-key, or --trust-proxy with your reverse proxy (docs/guide/operate.md).',
  });
}

function isSecure({ settings }: Hub): boolean {
  return settings['tls-cert'] !== undefined && settings['tls-key'] !== undefined;
}

function tls({ settings }: Hub): object {
  const read = (name: 'tls-cert' | 'tls-key' | 'tls-client-ca') => {
    const file = settings[name];
    return file === undefined ? undefined : readCertificateFile(name, file);
  };
  const clients = read('tls-client-ca');
  const options = {
    cert: read('tls-cert'),
    key: read('tls-key'),
    minVersion: 'TLSv1.2' as const,
    ...(clients === undefined ? {} : { ca: clients, requestCert: true, rejectUnauthorized: false }),
  };
  try {
    createSecureContext(options);
  } catch (cause) {
    const { message } = cause as Error;
    throw new CybexError('invalid-argument', `tls-cert and tls-key do not serve: ${message}.`, {
      remedy: 'Both are PEM files, and the key is that of the first certificate.',
      cause,
    });
  }
  return options;
}

function readCertificateFile(name: string, file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new CybexError('invalid-argument', `${name}: ${file} cannot be read (${code}).`, {
      cause,
    });
  }
}

async function listenFailed(error: unknown, { settings }: Hub): Promise<unknown> {
  const { code, message } = error as NodeJS.ErrnoException;
  const { host, port } = settings;
  if (code === 'EADDRINUSE') {
    const holder = (settings.listen ? null : await portHolder(port)) ?? 'another program';
    const place = settings.listen ?? `Port ${port}`;
    return new CybexError('locked', `${place} is in use by ${holder}.`, {
      remedy: 'Stop it, choose another with --port, or take a free one with --port 0.',
    });
  }
  if (code === 'EACCES') {
    return new CybexError(
      'unavailable',
      `This user may not listen on ${settings.listen ?? port}.`,
      {
        remedy: 'Choose a port above 1023 with --port, or put a reverse proxy in front.',
      },
    );
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new CybexError('invalid-argument', `${host} is no address of this machine.`, {
      remedy: 'Give --host an address that it has, e.g. 127.0.0.1.',
    });
  }
  return new CybexError('unavailable', `Cannot listen: ${message}.`, { cause: error });
}
