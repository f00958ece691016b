/** What machines ask of a service: alive, ready, figures. */
import type { FastifyInstance } from 'fastify';
import { tokenSecret } from '../auth/credential.ts';
import type { Hub } from '../hub.ts';
import type { Proxies } from './caller.ts';
import { isFromHere } from './caller.ts';

export function mountOperating(
  server: FastifyInstance,
  hub: Hub,
  proxies: Proxies,
  local: boolean,
): void {
  server.get('/healthz', async (_request, reply) => reply.send({ status: 'alive' }));
  server.get('/readyz', async (_request, reply) => {
    if (!hub.ready()) return reply.code(503).send({ status: 'draining' });
    // One question to the store: a hub that cannot reach it is not ready.
    const answered = await hub.house.operations.policyEpoch().then(
      () => true,
      () => false,
    );
    return reply
      .code(answered ? 200 : 503)
      .send({ status: answered ? 'ready' : 'store unreachable' });
  });
  server.get('/metrics', async (request, reply) => {
    const wanted = hub.settings['metrics-token'];
    const given = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
    const allowed =
      wanted === undefined
        ? local || isFromHere(request.raw, proxies)
        : tokenSecret(given) === tokenSecret(wanted);
    if (!allowed) return reply.code(404).send();
    const { registry } = hub.metrics;
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}
