/** Pages for people: start, sign-in, API documentation, error codes. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ANONYMOUS } from '../../core/principal.ts';
import type { Proxies } from '../http/caller.ts';
import { arrive } from '../http/caller.ts';
import type { Hub } from '../hub.ts';
import { errorsPage } from './errors.ts';
import type { Sheet } from './html.ts';
import { PAGE_HEADERS } from './html.ts';
import { docsPage, openApi } from './openapi.ts';
import { signInPage } from './sign-in.ts';
import { startPage } from './start.ts';
import { ICON_SVG, PAGE_CSS } from './style.ts';
import type { PageLanguage } from './words.ts';
import { pageLanguage } from './words.ts';

type HouseSheet = Omit<Sheet, 'heading' | 'path'>;

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
  const sheetOf = (request: FastifyRequest): HouseSheet => ({
    language: languageOf(request),
    base,
    house: hub.settings.title,
  });
  server.get('/', async (request, reply) => {
    const arrived = await arrive(hub, request.raw, proxies, false);
    return reply
      .headers(PAGE_HEADERS)
      .send(await startPage(hub, arrived, languageOf(request), base));
  });
  server.get('/sign-in', async (request, reply) => {
    const { caller } = await arrive(hub, request.raw, proxies, false);
    if (caller.principal.kind !== ANONYMOUS.kind) return reply.redirect(`${base}/`);
    // The body is what a browser shows when its question for a password is put away.
    return reply
      .code(401)
      .headers(PAGE_HEADERS)
      .header('www-authenticate', 'Basic realm="cybex", charset="UTF-8"')
      .send(signInPage(sheetOf(request)));
  });
  // The same for everybody: made once for each language.
  const docs = once(docsPage);
  const errors = once(errorsPage);
  server.get('/docs', async (request, reply) =>
    reply.headers(PAGE_HEADERS).send(docs(sheetOf(request))),
  );
  server.get('/docs/errors', async (request, reply) =>
    reply.headers(PAGE_HEADERS).send(await errors(sheetOf(request))),
  );
  server.get('/api/v1/openapi.json', async (_request, reply) =>
    reply.send(openApi(hub.settings['public-url'] ?? '')),
  );
  const asset = (path: string, type: string, content: string) =>
    server.get(path, async (_request, reply) =>
      reply.header('cache-control', 'max-age=3600').type(type).send(content),
    );
  asset('/assets/page.css', 'text/css; charset=utf-8', PAGE_CSS);
  asset('/assets/icon.svg', 'image/svg+xml', ICON_SVG);
}

function once<Page>(make: (sheet: HouseSheet) => Page): (sheet: HouseSheet) => Page {
  const made = new Map<PageLanguage, Page>();
  return (sheet) => {
    const known = made.get(sheet.language) ?? make(sheet);
    made.set(sheet.language, known);
    return known;
  };
}
