import assert from 'node:assert/strict';
import { test } from 'node:test';
import { STIX_21, TAXII_21 } from '../../../core/media-type.ts';
import { NOBODY } from './memory.test.house.ts';
import {
  ABSENT,
  type AskParts,
  ask,
  collectionUrl,
  HIDDEN,
  OPEN,
  PUBLIC,
  READ_ONLY,
  ROOT,
  testHousehold,
  WRITE_ONLY,
} from './server.test.fixture.ts';

test('discovery: title, contact, API roots and the default among them (§4.1.1)', async () => {
  const answer = await ask(testHousehold(), 'GET', '/taxii2/');
  assert.deepEqual([answer.status, answer.headers['content-type']], [200, TAXII_21]);
  assert.deepEqual(answer.json, {
    title: 'Test house',
    description: 'For tests',
    contact: 'nobody@example.org',
    default: '/taxii2/api1/',
    api_roots: ['/taxii2/api1/', '/taxii2/empty/'],
  });
});

test('API root URLs are absolute with HTTPS and relative otherwise, sub-path included', async () => {
  for (const [publicUrl, rootsBelow, expected] of [
    ['https://x.example', '/taxii2/', 'https://x.example/taxii2/api1/'],
    ['https://x.example/', '/taxii2/', 'https://x.example/taxii2/api1/'],
    ['https://x.example:8443/hub/', '/taxii2/', 'https://x.example:8443/hub/taxii2/api1/'],
    ['http://localhost:8460', '/taxii2/', '/taxii2/api1/'],
    ['http://localhost:8460/hub', '/taxii2/', '/hub/taxii2/api1/'],
    ['https://x.example', '/', 'https://x.example/api1/'],
    ['', '/', '/api1/'],
  ] as const) {
    const options = { publicUrl, rootsBelow };
    const answer = await ask(testHousehold(), 'GET', '/taxii2/', { options });
    assert.equal(answer.json.api_roots[0], expected);
    assert.equal(answer.json.default, expected);
  }
});

test('lists are absent rather than empty (§2), texts too', async () => {
  const around: AskParts['around'] = (house) => ({
    ...house,
    discovery: async () => ({ title: 'T', description: '', apiRoots: [] }),
    collections: async () => [
      { id: OPEN, title: 'T', description: '', canRead: true, canWrite: false, mediaTypes: [] },
    ],
  });
  const discovery = await ask(testHousehold(), 'GET', '/taxii2/', { around });
  assert.deepEqual(discovery.json, { title: 'T' });
  const collection = await ask(testHousehold(), 'GET', collectionUrl(OPEN), { around });
  assert.deepEqual(collection.json, { id: OPEN, title: 'T', can_read: true, can_write: false });
});

test('an API root has its required members (§4.2.1); unknown ones are 404', async () => {
  const answer = await ask(testHousehold(), 'GET', ROOT);
  assert.deepEqual(answer.json, {
    title: 'First root',
    versions: [TAXII_21],
    max_content_length: 10 * 1024 * 1024,
  });
  assert.equal((await ask(testHousehold(), 'GET', '/taxii2/nowhere/')).status, 404);
  assert.equal((await ask(testHousehold(), 'GET', '/taxii2/__proto__/')).status, 404);
  const stranger = await ask(testHousehold(), 'GET', '/taxii2/nowhere/', { caller: NOBODY });
  assert.equal(stranger.status, 401);
});

test('collections: those that the caller may use, in the same order every time (§3.3, §5.1)', async () => {
  const household = testHousehold();
  const idsOf = async (caller?: typeof NOBODY) =>
    (
      await ask(household, 'GET', `${ROOT}collections/`, caller === undefined ? {} : { caller })
    ).json.collections.map(({ id }: { id: string }) => id);
  assert.deepEqual(await idsOf(), [OPEN, READ_ONLY, WRITE_ONLY, PUBLIC]);
  assert.deepEqual(await idsOf(), await idsOf());
  assert.deepEqual(await idsOf(NOBODY), [PUBLIC]);
  const empty = await ask(household, 'GET', '/taxii2/empty/collections/');
  assert.deepEqual([empty.status, empty.text], [200, '{}']);
  assert.equal((await ask(household, 'GET', '/taxii2/nowhere/collections/')).status, 404);
});

test('a collection by id in any case or by alias; its rights are those of the caller (§5.2.1)', async () => {
  const household = testHousehold();
  const answer = await ask(household, 'GET', collectionUrl(OPEN));
  assert.deepEqual(answer.json, {
    id: OPEN,
    title: 'Open',
    description: 'Read and write',
    alias: 'open',
    can_read: true,
    can_write: true,
    media_types: [STIX_21],
  });
  for (const name of ['open', OPEN.toUpperCase()]) {
    assert.deepEqual((await ask(household, 'GET', collectionUrl(name))).json, answer.json);
  }
  for (const name of ['OPEN', 'hidden', HIDDEN, ABSENT, 'toString', '%20open']) {
    assert.equal((await ask(household, 'GET', collectionUrl(name))).status, 404, name);
  }
  const readOnly = (await ask(household, 'GET', collectionUrl(READ_ONLY))).json;
  assert.deepEqual([readOnly.can_read, readOnly.can_write], [true, false]);
  const strange = (await ask(household, 'GET', collectionUrl(PUBLIC), { caller: NOBODY })).json;
  assert.deepEqual([strange.can_read, strange.can_write], [true, false]);
});

test('descriptions have validators too', async () => {
  const household = testHousehold();
  for (const url of ['/taxii2/', ROOT, `${ROOT}collections/`, collectionUrl(OPEN)]) {
    const { etag } = (await ask(household, 'GET', url)).headers;
    const again = await ask(household, 'GET', url, { headers: { 'if-none-match': etag } });
    assert.equal(again.status, 304, url);
  }
});

test('a house that shows itself to nobody answers 401 to strangers and 404 to members', async () => {
  const around: AskParts['around'] = (house) => ({ ...house, discovery: async () => null });
  for (const url of ['/taxii2/', ROOT]) {
    const stranger = await ask(testHousehold(), 'GET', url, { around, caller: NOBODY });
    assert.equal(stranger.status, 401);
    assert.equal((await ask(testHousehold(), 'GET', url, { around })).status, 404);
  }
});
