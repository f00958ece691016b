/** The rows of the native API on the server: parse, permit, answer. */
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { CybexError } from '../../core/error.ts';
import type { Answer, Route } from '../api/route.ts';
import { hasStanding } from '../api/route.ts';
import { faultText } from '../config/fault.ts';
import type { Hub } from '../hub.ts';
import type { Proxies } from './caller.ts';
import { arrive } from './caller.ts';
import { problemOf } from './problem.ts';

export const API_PREFIX = '/api/v1';

export function mountApi(
  server: FastifyInstance,
  routes: readonly Route[],
  hub: Hub,
  proxies: Proxies,
  local: boolean,
): void {
  server.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
    for (const row of routes) {
      scope.route({
        method: row.method,
        url: `${API_PREFIX}${row.path}`,
        handler: (request, reply) => serve(row, request, reply, hub, proxies, local),
      });
    }
  });
}

async function serve(
  row: Route,
  request: FastifyRequest,
  reply: FastifyReply,
  hub: Hub,
  proxies: Proxies,
  local: boolean,
): Promise<void> {
  const { caller, directory } = await arrive(hub, request.raw, proxies, local);
  if (!hasStanding(caller, row.standing)) {
    const anonymous = caller.principal.kind === 'anonymous';
    throw anonymous
      ? new CybexError('unauthenticated', 'Sign in with a token that has the api scope.')
      : new CybexError('forbidden', `This needs the role ${row.standing}.`);
  }
  const query = row.query ? checked(row.query, request.query, 'query') : request.query;
  const body = await jsonBody(row, request);
  const left = new AbortController();
  request.raw.once('aborted', () => left.abort());
  const answer = await row.answer({
    hub,
    caller,
    principal: caller.principal,
    directory,
    parameters: request.params as Record<string, string>,
    query: query as never,
    body: body as never,
    stream: request.raw,
    signal: left.signal,
  });
  await send(answer, request, reply);
}

function checked(schema: z.ZodType, value: unknown, what: string): unknown {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const faults = result.error.issues.map((fault) => `${fault.path.join('.')} ${faultText(fault)}`);
  throw new CybexError('invalid-argument', `In the ${what}: ${faults.join('; ')}.`);
}

const BODY_BYTES_MAX = 1024 * 1024;

async function jsonBody(row: Route, request: FastifyRequest): Promise<unknown> {
  if (row.body === undefined || row.body === 'bytes') return undefined;
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of request.raw as AsyncIterable<Buffer>) {
    length += piece.length;
    if (length > BODY_BYTES_MAX)
      throw new CybexError('too-large', 'The body is larger than 1 MiB.');
    pieces.push(piece);
  }
  let value: unknown;
  try {
    value = length === 0 ? {} : JSON.parse(Buffer.concat(pieces, length).toString('utf8'));
  } catch {
    throw new CybexError('invalid-argument', 'The body is not JSON.');
  }
  return checked(row.body, value, 'body');
}

async function send(answer: Answer, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  reply.header('cache-control', 'private, no-store');
  if ('json' in answer) {
    reply.code(answer.status ?? 200).type('application/json; charset=utf-8');
    await reply.send(Buffer.from(`${JSON.stringify(answer.json)}\n`));
  } else if ('bytes' in answer) {
    reply.headers(answer.headers ?? {}).type(answer.type);
    await reply.send(
      Buffer.from(answer.bytes.buffer, answer.bytes.byteOffset, answer.bytes.length),
    );
  } else if ('stream' in answer) {
    await reply.type(answer.type).send(Readable.from(answer.stream));
  } else {
    await reply.type('application/jsonl').send(Readable.from(jsonLines(answer.lines, request.id)));
  }
}

/** The status line has left already: an error is the last line. */
async function* jsonLines(rows: AsyncIterable<unknown>, request: string): AsyncGenerator<string> {
  try {
    for await (const row of rows) yield `${JSON.stringify(row)}\n`;
  } catch (error) {
    yield `${JSON.stringify({ error: problemOf(error, request).body })}\n`;
  }
}
