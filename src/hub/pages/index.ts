/** Pages for people: start, sign-in, API documentation, error codes. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ANONYMOUS } from '../../core/principal.ts';
import type { Proxies } from '../http/caller.ts';
import { arrive } from '../http/caller.ts';
import type { Hub } from '../hub.ts';
import { errorsPage } from './errors.ts';
import { PAGE_HEADERS } from './html.ts';
import { docsPage, openApi } from './openapi.ts';
import { startPage } from './start.ts';
import { PAGE_CSS } from './style.ts';
import type { PageLanguage } from './words.ts';
import { pageLanguage } from './words.ts';

/** `base` is the path part of the public URL: links work behind a sub-path. */
export function mountPages(
  server: FastifyInstance,
  hub: Hub,
  proxies: Proxies,
  base: string,
): void {
  const languageOf = (request: FastifyRequest): PageLanguage => {
    const { lang } = request.query as { lang?: unknown };
    return pageLanguage(lang, request.headers['accept-language']);
  };
  server.get('/', async (request, reply) => {
    const arrived = await arrive(hub, request.raw, proxies, false);
    return reply
      .headers(PAGE_HEADERS)
      .send(await startPage(hub, arrived, languageOf(request), base));
  });
  server.get('/sign-in', async (request, reply) => {
    const { caller } = await arrive(hub, request.raw, proxies, false);
    if (caller.principal.kind !== ANONYMOUS.kind) return reply.redirect(`${base}/`);
    return reply
      .code(401)
      .header('www-authenticate', 'Basic realm="cybex", charset="UTF-8"')
      .send();
  });
  server.get('/docs', async (request, reply) =>
    reply.headers(PAGE_HEADERS).send(docsPage(languageOf(request), base)),
  );
  server.get('/docs/errors', async (request, reply) =>
    reply.headers(PAGE_HEADERS).send(errorsPage(languageOf(request), base)),
  );
  server.get('/api/v1/openapi.json', async (_request, reply) =>
    reply.send(openApi(hub.settings['public-url'] ?? '')),
  );
  server.get('/assets/page.css', async (_request, reply) =>
    reply.header('cache-control', 'max-age=3600').type('text/css; charset=utf-8').send(PAGE_CSS),
  );
}
