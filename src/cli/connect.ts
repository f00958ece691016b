/**
 * How a command reaches the hub. Beside a running hub through its local socket; with --hub over
 * the network; otherwise the store is opened under its lock, and the same API is served on the
 * socket for as long as the command runs. One way of speaking, whatever the situation.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { ErrorCode } from '../core/error.ts';
import { CybexError } from '../core/error.ts';
import type { Settings } from '../hub/config/schema.ts';
import { STORE_NAME } from '../hub/data-directory.ts';
import type { Hub } from '../hub/hub.ts';
import { askSocket, socketAnswers } from '../hub/outbound/socket.ts';
import { readGivenFile } from './given-file.ts';

export interface ApiRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below /api/v1. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly json?: unknown;
  readonly stream?: AsyncIterable<Uint8Array>;
}

export interface HubConnection {
  json<T>(request: ApiRequest): Promise<T>;
  lines<T>(request: ApiRequest): AsyncGenerator<T>;
  bytes(request: ApiRequest): AsyncGenerator<Uint8Array>;
  close(): Promise<void>;
}

export interface ConnectOptions {
  readonly settings: Settings;
  readonly dataDirectory: string;
  readonly hub?: string;
  readonly tokenFile?: string;
}

type Exchange = (
  request: ApiRequest,
) => Promise<{ status: number; body: AsyncIterable<Uint8Array> }>;

export const SOCKET_NAME = 'cybex.sock';

export async function connect(options: ConnectOptions): Promise<HubConnection> {
  if (options.hub !== undefined) return connection(remote(options.hub, options.tokenFile));
  const socket = join(options.dataDirectory, SOCKET_NAME);
  if (existsSync(socket) && (await socketAnswers(socket))) return connection(local(socket));
  const hub = await openHouse(options);
  const { listenLocally } = await import('../hub/http/server.ts');
  const closeSocket = await listenLocally(hub, socket);
  return connection(local(socket), async () => {
    await closeSocket();
    await hub.close();
  });
}

/** The house without its hub. A house is founded by `cybex serve` alone, which shows its token. */
async function openHouse({ settings, dataDirectory }: ConnectOptions): Promise<Hub> {
  const stored = settings.store !== 'sqlite' || existsSync(join(dataDirectory, STORE_NAME));
  if (!stored) throw noHouse(dataDirectory);
  const { compose } = await import('../hub/compose.ts');
  const hub = await compose({ settings: { ...settings, 'log-level': 'warn' }, dataDirectory });
  const { organisations } = await hub.directory.current();
  if (organisations.some(({ operator }) => operator)) return hub;
  await hub.close();
  throw noHouse(settings.store === 'sqlite' ? dataDirectory : 'that database');
}

function noHouse(place: string): CybexError {
  return new CybexError('absent', `There is no exchange point in ${place} yet.`, {
    remedy:
      'Start one there with cybex serve (npm start in a clone), or name its place with --data.',
  });
}

function connection(
  exchange: Exchange,
  close: () => Promise<void> = async () => {},
): HubConnection {
  async function succeed(request: ApiRequest): Promise<AsyncIterable<Uint8Array>> {
    const { status, body } = await exchange(request);
    if (status < 400) return body;
    throw problem(status, await text(body));
  }
  return {
    async json<T>(request: ApiRequest) {
      return JSON.parse(await text(await succeed(request))) as T;
    },
    async *lines<T>(request: ApiRequest) {
      for await (const line of linesOf(await succeed(request))) {
        const value = JSON.parse(line) as { error?: ProblemBody };
        if (value.error?.code) throw fromProblem(value.error);
        yield value as T;
      }
    },
    async *bytes(request: ApiRequest) {
      yield* await succeed(request);
    },
    close,
  };
}

interface ProblemBody {
  readonly code: ErrorCode;
  readonly detail?: string;
  readonly remedy?: string;
}

function problem(status: number, body: string): CybexError {
  try {
    return fromProblem(JSON.parse(body) as ProblemBody);
  } catch {
    return new CybexError('peer', `The hub answered ${status}.`);
  }
}

function fromProblem({ code, detail, remedy }: ProblemBody): CybexError {
  return new CybexError(code, detail ?? code, remedy === undefined ? {} : { remedy });
}

function target({ path, query = {} }: ApiRequest): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) parameters.set(name, String(value));
  }
  const text = parameters.toString();
  return `/api/v1${path}${text === '' ? '' : `?${text}`}`;
}

function local(socketPath: string): Exchange {
  return (request) =>
    askSocket(socketPath, {
      method: request.method,
      path: target(request),
      ...(request.json === undefined ? {} : { text: JSON.stringify(request.json) }),
      ...(request.stream === undefined ? {} : { stream: request.stream }),
    });
}

function remote(base: string, tokenFile: string | undefined): Exchange {
  if (!/^https?:\/\//.test(base) || !URL.canParse(base)) {
    throw new CybexError('invalid-argument', `--hub ${base} is not an http: or https: URL.`, {
      remedy: 'Give the address that the hub printed, e.g. --hub http://localhost:8460.',
    });
  }
  const token = tokenFile === undefined ? undefined : readGivenFile(tokenFile).trim();
  return async (request) => {
    const { openOutbound } = await import('../hub/outbound/fetch.ts');
    const { proxyOf } = await import('../hub/outbound/proxy.ts');
    // The operator typed this address: it may be anywhere.
    const fetchHub = openOutbound([], proxyOf(process.env)).fetchFor({ allowPrivate: true });
    const answer = await fetchHub(new URL(target(request), base), {
      method: request.method,
      headers: {
        'content-type': 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(request.json === undefined ? {} : { body: JSON.stringify(request.json) }),
      ...(request.stream === undefined
        ? {}
        : {
            body: Readable.toWeb(Readable.from(request.stream)) as ReadableStream,
            duplex: 'half',
          }),
    } as RequestInit);
    return { status: answer.status, body: (answer.body ?? []) as AsyncIterable<Uint8Array> };
  };
}

async function text(body: AsyncIterable<Uint8Array>): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of body) pieces.push(piece);
  return Buffer.concat(pieces).toString('utf8');
}

async function* linesOf(body: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const piece of body) {
    const parts = (rest + decoder.decode(piece, { stream: true })).split('\n');
    rest = parts.pop() ?? '';
    yield* parts.filter((line) => line !== '');
  }
  if (rest !== '') yield rest;
}
