import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LIMITS } from '../../../core/limits.ts';
import { METHODS, routeOf } from './route.ts';
import {
  ask,
  collectionUrl,
  OPEN,
  objectsUrl,
  ROOT,
  testHousehold,
} from './server.test.fixture.ts';

const root = 'api1';
const collection = OPEN;
const object = 'indicator--1';

const PATHS: readonly (readonly [string, Record<string, string> | 404 | 400])[] = [
  ['/taxii2/', { endpoint: 'discovery' }],
  ['/taxii2', { endpoint: 'discovery' }],
  ['/taxii2/api1/', { endpoint: 'api-root', root }],
  ['/taxii2/api1', { endpoint: 'api-root', root }],
  ['/taxii2/api1/status/7/', { endpoint: 'status', root, status: '7' }],
  ['/taxii2/api1/collections/', { endpoint: 'collections', root }],
  [`/taxii2/api1/collections/${OPEN}/`, { endpoint: 'collection', root, collection }],
  [`/taxii2/api1/collections/${OPEN}/manifest/`, { endpoint: 'manifest', root, collection }],
  [`/taxii2/api1/collections/${OPEN}/objects/`, { endpoint: 'objects', root, collection }],
  [
    `/taxii2/api1/collections/${OPEN}/objects/${object}/`,
    { endpoint: 'object', root, collection, object },
  ],
  [
    `/taxii2/api1/collections/${OPEN}/objects/${object}/versions`,
    { endpoint: 'versions', root, collection, object },
  ],
  [
    '/taxii2/api1/collections/a%2Fb/objects/c%2F..%2Fd/',
    { endpoint: 'object', root, collection: 'a/b', object: 'c/../d' },
  ],
  [
    '/taxii2/api1/collections/%E6%97%A5%E6%9C%AC/',
    { endpoint: 'collection', root, collection: '日本' },
  ],
  ['/taxii2/../', { endpoint: 'api-root', root: '..' }],
  ['/taxii2/__proto__/', { endpoint: 'api-root', root: '__proto__' }],
  ['/', 404],
  ['', 404],
  ['/taxii/', 404],
  ['/TAXII2/', 404],
  ['/taxii2//', 404],
  ['//taxii2/', 404],
  ['/taxii2/api1//', 404],
  ['/taxii2/api1/nothing/', 404],
  ['/taxii2/api1/status/', 404],
  ['/taxii2/api1/status/1/2/', 404],
  ['/taxii2/api1/collections//', 404],
  [`/taxii2/api1/collections/${OPEN}/object/`, 404],
  [`/taxii2/api1/collections/${OPEN}/manifest/x/`, 404],
  [`/taxii2/api1/collections/${OPEN}/objects/${object}/version/`, 404],
  [`/taxii2/api1/collections/${OPEN}/objects/${object}/versions/more/`, 404],
  ['/taxii2/%zz/', 400],
  ['/taxii2/%/', 400],
  ['/taxii2/%C0%AF/', 400],
  ['/taxii2/%ED%A0%80/', 400],
  ['/taxii2/a%00b/', 400],
  ['/taxii2/a\u0000b/', 400],
  ['/taxii2/a%0D%0Ab/', 400],
  ['/taxii2/a%7Fb/', 400],
];

test('paths name endpoints, with or without the closing slash', () => {
  for (const [path, expected] of PATHS) {
    const route = routeOf(path, '/taxii2/');
    if (typeof expected === 'number') {
      assert.equal(
        route.ok ? 200 : route.problem.code,
        expected === 404 ? 'not-found' : 'malformed-path',
        path,
      );
    } else assert.deepEqual(route, { ok: true, value: expected }, path);
  }
});

test('API roots may lie at the mount point, as in the reference server', () => {
  assert.deepEqual(routeOf('/api1/', '/'), { ok: true, value: { endpoint: 'api-root', root } });
  assert.deepEqual(routeOf('/taxii2/', '/'), { ok: true, value: { endpoint: 'discovery' } });
  assert.equal(routeOf('/api1/', '/taxii2/').ok, false);
});

test('a method that an endpoint does not define gets 405 and Allow; HEAD and OPTIONS work', async () => {
  const household = testHousehold();
  const urls: Record<keyof typeof METHODS, string> = {
    discovery: '/taxii2/',
    'api-root': ROOT,
    status: `${ROOT}status/1/`,
    collections: `${ROOT}collections/`,
    collection: collectionUrl(OPEN),
    manifest: `${collectionUrl(OPEN)}manifest/`,
    objects: objectsUrl(OPEN),
    object: `${objectsUrl(OPEN)}${object}/`,
    versions: `${objectsUrl(OPEN)}${object}/versions/`,
  };
  for (const [endpoint, url] of Object.entries(urls)) {
    const defined = METHODS[endpoint as keyof typeof METHODS];
    const allow = [defined[0], 'HEAD', ...defined.slice(1), 'OPTIONS'].join(', ');
    const options = await ask(household, 'OPTIONS', url, { headers: { accept: undefined } });
    assert.deepEqual([options.status, options.headers.allow, options.text], [204, allow, '']);
    for (const method of ['PUT', 'PATCH', 'TRACE', 'CONNECT', 'POST', 'DELETE', 'get', 'BREW']) {
      if (defined.includes(method)) continue;
      const answer = await ask(household, method, url);
      assert.deepEqual([answer.status, answer.headers.allow], [405, allow], `${method} ${url}`);
      assert.equal(answer.json.error_code, 'method-not-allowed');
    }
    const get = await ask(household, 'GET', url);
    const head = await ask(household, 'HEAD', url);
    assert.deepEqual(
      { ...head, text: '', json: null, bytes: null },
      { ...get, text: '', json: null, bytes: null },
    );
    assert.equal(head.text, '');
    assert.equal(head.headers['content-length'], String(get.bytes.length));
  }
});

test('a URL above the bound gets 414 before it is read', async () => {
  const long = 'x'.repeat(LIMITS.taxii.urlBytes);
  for (const url of [`/taxii2/${long}/`, objectsUrl(OPEN, long)]) {
    assert.equal((await ask(testHousehold(), 'GET', url)).status, 414);
  }
});
