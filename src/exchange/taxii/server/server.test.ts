import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NOBODY } from './memory.test.house.ts';
import {
  ABSENT,
  ALPHA,
  ask,
  BETA,
  collectionUrl,
  HIDDEN,
  OPEN,
  objectsUrl,
  objectUrl,
  READ_ONLY,
  stix,
  testHousehold,
} from './server.test.fixture.ts';

test('what is posted is listed, described and deleted', async () => {
  const household = testHousehold();
  const objects = [stix('indicator', 1), stix('indicator', 2)];
  const posted = await ask(household, 'POST', objectsUrl(OPEN), { body: { objects } });
  assert.deepEqual([posted.status, posted.json.success_count], [202, 2]);
  const listed = await ask(household, 'GET', objectsUrl('open'));
  assert.deepEqual([listed.status, listed.json], [200, { more: false, objects }]);
  const object = objectUrl(OPEN, stix('indicator', 1).id);
  assert.equal((await ask(household, 'DELETE', object)).status, 200);
  assert.equal((await ask(household, 'GET', object)).status, 404);
  assert.equal((await ask(household, 'GET', `${object}versions/`)).status, 404);
  const left = await ask(household, 'GET', objectsUrl(OPEN));
  assert.deepEqual(left.json, { more: false, objects: objects.slice(1) });
});

test('hidden and absent collections give the same bytes to everybody, whatever is asked', async () => {
  const household = testHousehold();
  const { id } = stix('indicator', 1);
  for (const caller of [ALPHA, BETA, NOBODY]) {
    for (const [method, rest] of [
      ['GET', ''],
      ['HEAD', ''],
      ['GET', 'objects/'],
      ['GET', 'objects/?limit=0'],
      ['GET', 'objects/?next=x'],
      ['POST', 'objects/'],
      ['GET', 'manifest/'],
      ['GET', `objects/${id}/`],
      ['GET', `objects/${id}/versions/`],
      ['DELETE', `objects/${id}/`],
      ['DELETE', `objects/${id}/?limit=1`],
      ['OPTIONS', 'objects/'],
      ['PUT', 'objects/'],
    ] as const) {
      const hidden = await ask(household, method, collectionUrl(HIDDEN) + rest, { caller });
      const absent = await ask(household, method, collectionUrl(ABSENT) + rest, { caller });
      const byForm = { OPTIONS: 204, PUT: 405 } as Partial<Record<string, number>>;
      assert.equal(hidden.status, byForm[method] ?? (caller.anonymous ? 401 : 404), method + rest);
      assert.deepEqual(hidden, absent, method + rest);
    }
  }
});

test('the first check that fails answers: path, method, Accept, reach, query, body', async () => {
  const household = testHousehold();
  const accept = 'text/plain';
  const type = { 'content-type': 'text/plain' };
  for (const [method, url, headers, status] of [
    ['PUT', '/nowhere/', { accept }, 404],
    ['PUT', objectsUrl(ABSENT, 'limit=0'), { accept }, 405],
    ['GET', objectsUrl(ABSENT, 'limit=0'), { accept }, 406],
    ['GET', objectsUrl(ABSENT, 'limit=0'), {}, 404],
    ['GET', objectsUrl(OPEN, 'limit=0'), {}, 400],
    ['POST', objectsUrl(ABSENT), type, 404],
    ['POST', objectsUrl(READ_ONLY), type, 403],
    ['POST', objectsUrl(OPEN), { ...type, 'content-length': '999999999' }, 415],
    ['POST', objectsUrl(OPEN), { 'content-length': '999999999' }, 413],
    ['POST', objectsUrl(OPEN), {}, 422],
  ] as const) {
    const answer = await ask(household, method, url, { headers, body: 'no envelope' });
    assert.equal(answer.status, status, `${method} ${url}`);
  }
});
