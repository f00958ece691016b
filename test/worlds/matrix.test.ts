/**
 * The access matrix: every principal, label and route of the running hub against the truth table.
 * A route of the server without a row fails.
 */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { METHODS } from '../../src/exchange/taxii/server/route.ts';
import { deliveryOf } from './labels.ts';
import { Matrix, personId, type Who } from './matrix.ts';
import { type Answer, temporaryFolder } from './side.ts';
import {
  type Expected,
  expected,
  LABELS,
  type LabelName,
  principals,
  ROUTES,
} from './truth-table.ts';

const COLLECTION = '/taxii2/{api-root}/collections/{id}/';
/** Paths of the endpoints that lie behind `/taxii2/*`. */
const TAXII: Readonly<Record<keyof typeof METHODS, string>> = {
  discovery: '/taxii2/',
  'api-root': '/taxii2/{api-root}/',
  status: '/taxii2/{api-root}/status/{id}/',
  collections: '/taxii2/{api-root}/collections/',
  collection: COLLECTION,
  manifest: `${COLLECTION}manifest/`,
  objects: `${COLLECTION}objects/`,
  object: `${COLLECTION}objects/{object-id}/`,
  versions: `${COLLECTION}objects/{object-id}/versions/`,
};
const NO_SUCH = '00000000-0000-4000-8000-00000000000a';
const ABSENT = `campaign--${NO_SUCH}`;

/** Routes of the server by the names of the table; HEAD goes with GET, TAXII by its endpoints. */
function routesOf(matrix: Matrix): string[] {
  const mounted = matrix.routes.filter(({ path }) => !path.startsWith('/taxii2'));
  const taxii = Object.entries(METHODS).flatMap(([endpoint, methods]) =>
    methods.map((method) => `${method} ${TAXII[endpoint as keyof typeof METHODS]}`),
  );
  const names = mounted.map(({ method, path }) => `${method} ${path}`);
  const bodiless = names.filter((name) => name.startsWith('HEAD '));
  for (const name of bodiless) assert.ok(names.includes(name.replace('HEAD', 'GET')), name);
  return [...names.filter((name) => !bodiless.includes(name)), ...taxii].sort();
}

/** The route with this collection and this object in it. */
function urlOf(route: string, collection: string, object: string, status = NO_SUCH): string {
  const path = route
    .slice(route.indexOf(' ') + 1)
    .replace('{api-root}', 'main')
    .replace('status/{id}', `status/${status}`)
    .replace('collections/{id}', `collections/${collection}`)
    .replace('{object-id}', object)
    .replace(':collection/records/:id', `${collection}/records/${object}`)
    .replace(/:(id|name)/, NO_SUCH);
  if (path === '/api/v1/records') return `${path}?collection=${collection}`;
  if (path === '/api/v1/preview') return `${path}?as=anonymous&collection=${collection}`;
  if (path === '/api/v1/import') return `${path}?format=stix&items=true&collection=${collection}`;
  return path;
}

/** What an answer says, without what it was asked for and what was drawn by lot for it. */
function said(answer: Answer, ...asked: readonly string[]): string {
  const { 'x-request-id': request, date: _now, etag: _url, ...headers } = answer.headers;
  let text = `${answer.status} ${JSON.stringify(headers)} ${answer.body}`;
  for (const name of asked) text = text.replaceAll(name, '*');
  return text.replaceAll(String(request), '-');
}

const succeeds = ({ status }: Answer) => status >= 200 && status < 300;

class Cell {
  readonly #matrix: Matrix;
  readonly #who: Who;
  readonly #label: LabelName;
  readonly #route: string;

  constructor(matrix: Matrix, who: Who, label: LabelName, route: string) {
    this.#matrix = matrix;
    this.#who = who;
    this.#label = label;
    this.#route = route;
  }

  async outcome(): Promise<Expected | string> {
    switch (ROUTES[this.#route]?.kind) {
      case 'many':
        return this.#many();
      case 'one':
        return this.#one();
      case 'status':
        return this.#status();
      case 'add':
        return this.#add();
      case 'delete':
        return this.#delete();
      default:
        return this.#plain();
    }
  }

  #ask(collection: string, object: string, body?: unknown, status?: string): Promise<Answer> {
    const method = this.#route.slice(0, this.#route.indexOf(' '));
    return this.#matrix.ask(
      this.#who,
      method,
      urlOf(this.#route, collection, object, status),
      body,
    );
  }

  #refusal(answer: Answer): string | null {
    const { role } = this.#who;
    if (answer.status === (role === 'anonymous' ? 401 : 403)) return 'refused';
    return succeeds(answer) ? null : `status ${answer.status}`;
  }

  async #many(): Promise<string> {
    const { full, empty, record } = this.#matrix.shelf(this.#label);
    if (this.#route === 'GET /api/v1/collections') return this.#counted(full, empty);
    if (this.#route === 'GET /') return this.#onPage();
    const answer = await this.#ask(full, record);
    const refusal = this.#refusal(answer);
    if (refusal !== null) return refusal;
    if (answer.body.includes(record)) return 'shown';
    const other = await this.#ask(empty, record);
    return said(answer, full) === said(other, empty) ? 'absent' : 'neither shown nor absent';
  }

  async #counted(full: string, empty: string): Promise<string> {
    const { body } = await this.#ask(full, '');
    const { collections } = JSON.parse(body.toString()) as {
      readonly collections: readonly { readonly id: string; readonly objects: number }[];
    };
    const row = collections.find(({ id }) => id === full);
    const other = collections.find(({ id }) => id === empty);
    if (row?.objects === 1) return 'shown';
    const plain = (one: unknown) => JSON.stringify(one).replaceAll(/"(id|title)":"[^"]*"/g, '');
    return plain(row) === plain(other) ? 'absent' : 'neither counted nor absent';
  }

  /** The number that the start page gives for the collection, found by the collection's id. */
  async #onPage(): Promise<string> {
    const { full } = this.#matrix.shelf(this.#label);
    const { body } = await this.#ask('', '');
    const [, ...after] = body.toString().split(`data-objects-of="${full}">`);
    if (after.length !== 1) return `${after.length} times on the page`;
    const count = after[0]?.match(/^\d+/)?.[0];
    return count === '1' ? 'shown' : count === '0' ? 'absent' : `counted ${count}`;
  }

  async #one(): Promise<string> {
    const { full, record } = this.#matrix.shelf(this.#label);
    const answer = await this.#ask(full, record);
    if (succeeds(answer)) return 'shown';
    const absent = await this.#ask(full, ABSENT);
    return said(answer, record) === said(absent, ABSENT) ? 'absent' : 'tells that it is there';
  }

  async #status(): Promise<string> {
    const { status } = this.#matrix.shelf(this.#label);
    const answer = await this.#ask('', '', undefined, status);
    if (succeeds(answer)) return 'shown';
    const absent = await this.#ask('', '', undefined, NO_SUCH);
    return said(answer, status) === said(absent, NO_SUCH) ? 'absent' : 'tells that it is there';
  }

  /** New content, and the very record that lies hidden there: both alike. */
  async #add(): Promise<string> {
    const { drop, full, json } = this.#matrix.shelf(this.#label);
    const fresh = deliveryOf(this.#label).json;
    const answer = await this.#ask(drop, '', { objects: [fresh] });
    if (!succeeds(answer)) {
      const twin = await this.#ask(full, '', { objects: [json] });
      const alike = said(answer, drop) === said(twin, full);
      return alike ? (this.#refusal(answer) ?? '') : 'refused, but not alike';
    }
    const { success_count: taken } = (
      this.#route.includes('import') ? { success_count: 1 } : JSON.parse(answer.body.toString())
    ) as { readonly success_count: number };
    const refused = answer.body.includes('"outcome":"refused"');
    return taken === 1 && !refused ? 'accepted' : `took ${taken}`;
  }

  async #delete(): Promise<string> {
    const { full, record } = this.#matrix.shelf(this.#label);
    const answer = await this.#ask(full, record);
    if (succeeds(answer)) {
      await this.#matrix.restore(this.#label);
      return 'accepted';
    }
    const absent = await this.#ask(full, ABSENT);
    if (said(answer, record) !== said(absent, ABSENT)) {
      return answer.status === 403 ? 'forbidden' : `status ${answer.status}`;
    }
    return answer.status === 404 ? 'absent' : (this.#refusal(answer) ?? '');
  }

  /** Nothing of any record, and only who may: what he asked for need not be there. */
  async #plain(): Promise<string> {
    const { record, full } = this.#matrix.shelf(this.#label);
    const writes = !this.#route.startsWith('GET');
    const answer = await this.#ask(full, '', writes ? {} : undefined);
    if (answer.body.includes(record) || answer.body.includes('secret name')) return 'carries it';
    const { status } = answer;
    if (this.#route === 'GET /metrics') return status === 404 ? 'refused' : `status ${status}`;
    if (this.#route === 'GET /sign-in') return 'answered';
    if (status === 401 || status === 403) return this.#refusal(answer) ?? '';
    return status < 500 ? 'answered' : `status ${status}`;
  }
}

/** Where the label makes no difference, one label stands for all. */
function labelsFor(route: string): readonly LabelName[] {
  const all = Object.keys(LABELS) as LabelName[];
  const kind = ROUTES[route]?.kind ?? 'never';
  return ['many', 'one', 'status', 'add', 'delete'].includes(kind) ? all : ['clear', 'red'];
}

test('every principal gets from every route what the truth table says', async (t) => {
  const folder = temporaryFolder();
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const matrix = await Matrix.open(join(folder, 'matrix'));
  t.after(() => matrix.close());
  const routes = routesOf(matrix);
  assert.deepEqual(
    routes.filter((route) => !Object.hasOwn(ROUTES, route)),
    [],
    'routes without a row: decide who gets what from them',
  );
  assert.deepEqual(
    Object.keys(ROUTES).filter((route) => !routes.includes(route)),
    [],
    'rows without a route',
  );
  const wrong: string[] = [];
  let cells = 0;
  for (const route of routes) {
    for (const who of principals()) {
      for (const label of labelsFor(route)) {
        const must = expected(who.role, who.relation, label, route);
        const is = await new Cell(matrix, who, label, route).outcome();
        cells++;
        if (is !== must) wrong.push(`${route}, ${personId(who)}, ${label}: ${is}, not ${must}`);
      }
    }
  }
  t.diagnostic(`${cells} cells, ${routes.length} routes`);
  assert.deepEqual(wrong.slice(0, 40), [], `${wrong.length} of ${cells} cells`);
});

test('other methods than those of the table find nothing', async (t) => {
  const folder = temporaryFolder();
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const matrix = await Matrix.open(join(folder, 'matrix'));
  t.after(() => matrix.close());
  const owner = { role: 'contributor', relation: 'owner' } as const;
  for (const [endpoint, methods] of Object.entries(METHODS)) {
    for (const method of ['PUT', 'PATCH', 'POST', 'DELETE'].filter((m) => !methods.includes(m))) {
      const route = TAXII[endpoint as keyof typeof METHODS];
      const url = urlOf(`${method} ${route}`, randomUUID(), ABSENT);
      const { status } = await matrix.ask(owner, method, url, {});
      assert.equal(status, 405, `${method} ${route}`);
    }
  }
});
