/**
 * A TAXII server on a loopback socket that is right in everything, or wrong in one thing: the fault
 * that it was started with.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Clock, systemClock } from '../../src/core/clock.ts';
import type { Fetch } from '../../src/exchange/taxii/client/index.ts';
import { handleTaxii } from '../../src/exchange/taxii/index.ts';
import type { TaxiiHouse } from '../../src/exchange/taxii/port.ts';
import {
  createMemoryHousehold,
  type MemoryCaller,
  type MemoryHousehold,
  type MemoryOptions,
  NOBODY,
} from '../../src/exchange/taxii/server/memory.test.house.ts';
import { type TaxiiOptions, taxiiSettings } from '../../src/exchange/taxii/server/settings.ts';

export const USER = { user: 'tester', password: 'correct horse' };
export const READ_WRITE = '11111111-1111-4111-8111-111111111111';
export const READ_ONLY = '22222222-2222-4222-8222-222222222222';
export const WRITE_ONLY = '33333333-3333-4333-8333-333333333333';

/** Small, so that a body above it costs nothing. */
const MAX_CONTENT_LENGTH = 64 * 1024;

export interface PlainRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: Record<string, string>;
  body: Buffer;
}

export interface PlainAnswer {
  status: number;
  headers: Record<string, string>;
  text: string;
}

/** One thing that is wrong. Each hook gets what would be right. */
export interface Fault {
  readonly settings?: Partial<TaxiiOptions>;
  readonly household?: Partial<MemoryOptions>;
  readonly house?: (house: TaxiiHouse, household: MemoryHousehold) => TaxiiHouse;
  readonly request?: (request: PlainRequest) => void;
  readonly answer?: (request: PlainRequest, answer: PlainAnswer) => void;
}

export interface BrokenServer {
  readonly household: MemoryHousehold;
  answer(request: PlainRequest): Promise<PlainAnswer>;
  /** The same without a socket: a hundred faults take seconds instead of minutes. */
  readonly fetch: Fetch;
}

export interface RunningServer extends BrokenServer {
  readonly url: string;
  close(): Promise<void>;
}

/** How the server gives times to what is added: one after the other, or as some servers do. */
export type Times = 'distinct' | 'tied' | 'whole-second';

export function makeServer(fault: Fault = {}, times: Times = 'distinct'): BrokenServer {
  const household = makeHousehold(fault, times);
  const settings = taxiiSettings({
    tokenKey: new Uint8Array(32).fill(1),
    maxContentLength: MAX_CONTENT_LENGTH,
    ...fault.settings,
  });
  const answer = async (request: PlainRequest) => {
    fault.request?.(request);
    const caller = callerOf(request.headers.authorization);
    const right = household.houseFor(caller);
    const timed = times === 'tied' ? withTies(right, household, caller) : right;
    const house = fault.house?.(timed, household) ?? timed;
    const response = await handleTaxii(
      {
        method: request.method,
        path: request.path,
        query: [...request.query].map((pair) => pair.map(encodeURIComponent).join('=')).join('&'),
        header: (name) => request.headers[name],
        body: request.body.length === 0 ? null : streamOf(request.body),
      },
      house,
      settings,
    );
    const text = Buffer.concat(response.body ?? []).toString();
    const given = { status: response.status, headers: { ...response.headers }, text };
    fault.answer?.(request, given);
    return given;
  };
  return { household, answer, fetch: fetchOf(answer) };
}

/** A `fetch` that ends in the server. */
function fetchOf(answer: BrokenServer['answer']): Fetch {
  return async (input, init) => {
    const url = new URL(input);
    const headers: Record<string, string> = {};
    new Headers(init.headers).forEach((value, name) => {
      headers[name] = value;
    });
    const body = Buffer.from((init.body ?? '') as string | Uint8Array);
    const given = await answer(plainRequest(init.method ?? 'GET', url, headers, body));
    const bare = init.method === 'HEAD' || given.status === 204 || given.status === 304;
    return new Response(bare ? null : given.text, { status: given.status, headers: given.headers });
  };
}

function plainRequest(
  method: string,
  url: URL,
  headers: Record<string, string>,
  body: Buffer,
): PlainRequest {
  // No compression here: the faults are made in plain text.
  const { 'accept-encoding': _coding, ...rest } = headers;
  const { pathname: path, searchParams: query, search } = url;
  return { method, path, query, headers: { ...rest, 'x-raw-query': search }, body };
}

export async function startServer(
  fault: Fault = {},
  times: Times = 'distinct',
): Promise<RunningServer> {
  const broken = makeServer(fault, times);
  const server = createServer(async (incoming, outgoing) => {
    const request = await readRequest(incoming);
    send(outgoing, request, await broken.answer(request));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { ...broken, url: `http://127.0.0.1:${port}/`, close: () => closeServer(server) };
}

function makeHousehold(fault: Fault, times: Times): MemoryHousehold {
  const apiRoot = 'api1';
  const only = (canRead: boolean, canWrite: boolean) => (caller: MemoryCaller) =>
    caller.anonymous ? null : { canRead, canWrite };
  return createMemoryHousehold({
    title: 'Test server',
    clock: times === 'whole-second' ? wholeSeconds() : systemClock(),
    apiRoots: [{ path: apiRoot, title: 'API root', description: '' }],
    collections: [
      { apiRoot, id: READ_WRITE, alias: 'read-write', title: 'Read and write' },
      { apiRoot, id: READ_ONLY, title: 'Read only', rights: only(true, false) },
      { apiRoot, id: WRITE_ONLY, title: 'Write only', rights: only(false, true) },
    ],
    ...fault.household,
  });
}

/** A clock that jumps to the next whole second each time that it is asked. */
function wholeSeconds(): Clock {
  let now = Math.floor(Date.now() / 1000) * 1_000_000 - 3_600_000_000;
  return {
    now() {
      now += 1_000_000;
      return now;
    },
  };
}

function callerOf(authorization: string | undefined): MemoryCaller {
  const good = `Basic ${Buffer.from(`${USER.user}:${USER.password}`).toString('base64')}`;
  if (authorization !== good) return NOBODY;
  return { id: 'tester', organisation: 'testers', anonymous: false };
}

/** Every three objects of one envelope are added at one time. */
function withTies(house: TaxiiHouse, household: MemoryHousehold, caller: MemoryCaller): TaxiiHouse {
  return {
    ...house,
    async add(apiRoot, collection, body) {
      const bytes = await collect(body);
      const before = new Set(household.records.get(collection));
      const result = await house.add(apiRoot, collection, streamOf(bytes));
      const records = household.records.get(collection) ?? [];
      const added = records.filter((record) => !before.has(record));
      for (const [index, record] of added.entries()) {
        const first = added[index - (index % 3)];
        Object.assign(record, { added: first?.added, tie: index, owner: caller.organisation });
      }
      return result;
    },
  };
}

async function collect(body: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of body) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function* streamOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function readRequest(incoming: IncomingMessage): Promise<PlainRequest> {
  const url = new URL(incoming.url ?? '/', 'http://localhost');
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(incoming.headers)) headers[name] = String(value);
  return plainRequest(incoming.method ?? 'GET', url, headers, await collect(incoming));
}

function send(outgoing: ServerResponse, request: PlainRequest, answer: PlainAnswer): void {
  const bare = request.method === 'HEAD' || answer.status === 204 || answer.status === 304;
  const bytes = Buffer.from(bare ? '' : answer.text);
  const { 'content-length': _length, ...headers } = answer.headers;
  outgoing.writeHead(
    answer.status,
    bare ? headers : { ...headers, 'content-length': bytes.length },
  );
  outgoing.end(bytes);
}

async function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
