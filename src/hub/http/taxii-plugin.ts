/** TAXII on the server: the protocol itself is a function without a socket. */
import type { ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { CybexError } from '../../core/error.ts';
import type { TaxiiResponse, TaxiiSettings } from '../../exchange/taxii/index.ts';
import { handleTaxii, problemOf, refusal, taxiiSettings } from '../../exchange/taxii/index.ts';
import type { Hub } from '../hub.ts';
import { taxiiHouse } from '../taxii-house.ts';
import type { Proxies } from './caller.ts';
import { arrive } from './caller.ts';

export function mountTaxii(
  server: FastifyInstance,
  hub: Hub,
  publicUrl: string,
  proxies: Proxies,
  local: boolean,
): void {
  const settings = taxiiSettings({
    tokenKey: hub.tokenKey,
    publicUrl,
    maxContentLength: hub.settings['max-content-length'],
    pageMax: hub.settings['page-max'],
    errorDocs: `${publicUrl}/docs/errors`,
    onFault: (error, request) => hub.log.error({ request: request.id, error }, 'taxii failed'),
  });
  const answer = (request: FastifyRequest, reply: FastifyReply) =>
    serve(request, reply, hub, settings, proxies, local);
  server.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
    scope.all('/taxii2', answer);
    scope.all('/taxii2/*', answer);
  });
}

async function serve(
  request: FastifyRequest,
  reply: FastifyReply,
  hub: Hub,
  settings: TaxiiSettings,
  proxies: Proxies,
  local: boolean,
): Promise<void> {
  const { raw } = request;
  const [path = '/', query = ''] = splitQuery(raw.url ?? '/');
  const header = (name: string): string | undefined => {
    const value = raw.headers[name];
    return Array.isArray(value) ? value.join(', ') : value;
  };
  const bodied = raw.headers['content-length'] !== undefined || raw.headers['transfer-encoding'];
  const asked = {
    method: raw.method ?? 'GET',
    path,
    query,
    header,
    body: bodied ? raw : null,
    id: request.id,
  };
  let response: TaxiiResponse;
  try {
    const { caller, directory } = await arrive(hub, raw, proxies, local);
    const { principal, scope } = caller;
    if (principal.kind !== 'anonymous' && !scope.includes('taxii')) {
      throw new CybexError('forbidden', 'This credential has no taxii scope.');
    }
    response = await handleTaxii(asked, taxiiHouse(hub, principal, directory), settings);
  } catch (error) {
    if (!(error instanceof CybexError))
      hub.log.error({ request: request.id, error }, 'taxii failed');
    response = refusal(problemOf(error), asked, settings);
  }
  // The body goes out in the pieces in which it lies in the store: no copy, no framework pass.
  reply.hijack();
  await write(reply.raw, response, raw.method === 'HEAD');
}

function splitQuery(url: string): [string, string?] {
  const at = url.indexOf('?');
  return at < 0 ? [url] : [url.slice(0, at), url.slice(at + 1)];
}

async function write(
  socket: ServerResponse,
  { status, headers, body, sent }: TaxiiResponse,
  headOnly: boolean,
): Promise<void> {
  // Not before: until then the bytes may be on their way to the network card.
  if (sent !== undefined) socket.once('finish', sent);
  socket.writeHead(status, headers);
  if (headOnly || body === null) {
    socket.end();
    return;
  }
  socket.cork();
  for (const piece of body) socket.write(piece);
  socket.uncork();
  socket.end();
}
