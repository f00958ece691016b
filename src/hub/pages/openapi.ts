/** The OpenAPI 3.1 description of the native API, and the same as a page that people read. */
import { z } from 'zod';
import { VERSION } from '../../index.ts';
import { API_ROUTES } from '../api/index.ts';
import type { Route } from '../api/route.ts';
import type { Html, Sheet } from './html.ts';
import { html, page } from './html.ts';
import type { PageLanguage } from './words.ts';
import { PAGE_WORDS } from './words.ts';

interface Schema {
  readonly type?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

function schemaOf(type: z.ZodType): Schema {
  return z.toJSONSchema(type, { unrepresentable: 'any', io: 'input' }) as Schema;
}

export function openApi(publicUrl: string): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const row of API_ROUTES) {
    const path = row.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [row.method.toLowerCase()]: operationOf(row) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'CYBEX native API', version: VERSION, license: { name: 'Apache-2.0' } },
    servers: [{ url: `${publicUrl}/api/v1` }],
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        basic: { type: 'http', scheme: 'basic' },
      },
    },
    security: [{ bearer: [] }, { basic: [] }],
    paths,
  };
}

function operationOf(row: Route): object {
  const query = row.query ? (schemaOf(row.query).properties ?? {}) : {};
  const required = row.query ? (schemaOf(row.query).required ?? []) : [];
  const inPath = [...row.path.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
  return {
    summary: row.summary,
    description: `Needs: ${row.standing}.`,
    ...(row.standing === 'anyone' ? { security: [{}, { bearer: [] }, { basic: [] }] } : {}),
    parameters: [
      ...inPath.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } })),
      ...Object.entries(query).map(([name, schema]) => ({
        name,
        in: 'query',
        required: required.includes(name),
        schema,
      })),
    ],
    ...(row.body === undefined
      ? {}
      : { requestBody: { required: true, content: bodyOf(row.body) } }),
    responses: {
      default: { description: 'Result, or a problem (RFC 9457) with code, detail and remedy.' },
    },
  };
}

function bodyOf(body: NonNullable<Route['body']>): object {
  if (body === 'bytes') return { 'application/octet-stream': {} };
  return { 'application/json': { schema: schemaOf(body) } };
}

export function docsPage(sheet: Omit<Sheet, 'heading' | 'path'>): string {
  const { language, base } = sheet;
  const words = PAGE_WORDS[language];
  const body = html`<p class="notice">${words.docsBelow} <code>${base}/api/v1</code>.
${words.docsAuth} <code>Authorization: Bearer TOKEN</code>. ${words.docsErrors}
<a href="${base}/api/v1/openapi.json">OpenAPI 3.1</a></p>
<ul class="contents">${API_ROUTES.map(
    (row) => html`<li><a href="#${anchorOf(row)}"><code>${row.method} ${row.path}</code></a></li>`,
  )}</ul>${API_ROUTES.map((row) => routeSection(row, words))}`;
  return page({ ...sheet, heading: words.docs, path: '/docs' }, body);
}

function anchorOf({ method, path }: Route): string {
  return `${method.toLowerCase()}${path.replace(/[^a-z]+/gi, '-')}`.replace(/-$/, '');
}

function routeSection(row: Route, words: (typeof PAGE_WORDS)[PageLanguage]): Html {
  const query = row.query ? Object.entries(schemaOf(row.query).properties ?? {}) : [];
  const members =
    row.body && row.body !== 'bytes' ? Object.entries(schemaOf(row.body).properties ?? {}) : [];
  const list = (title: string, entries: readonly (readonly [string, Schema])[]) =>
    entries.length === 0
      ? ''
      : html`<h3>${title}</h3><dl class="list">${entries.map(
          ([name, { description = '', type = '' }]) =>
            html`<dt><code>${name}</code> <span class="badge">${type || 'any'}</span></dt><dd>${description}</dd>`,
        )}</dl>`;
  return html`<section><h2 id="${anchorOf(row)}"><code>${row.method} ${row.path}</code></h2>
<p>${row.summary} <span class="badge">${row.standing}</span></p>
${list(words.inQuery, query)}${list(words.inBody, members)}</section>`;
}
