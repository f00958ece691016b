import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { LIMITS } from '../../../core/limits.ts';
import { TAXII_21 } from '../../../core/media-type.ts';
import { NOBODY } from './memory.test.house.ts';
import {
  ABSENT,
  type AskParts,
  ask,
  at,
  BETA,
  HIDDEN,
  OPEN,
  objectsUrl,
  objectUrl,
  PUBLIC,
  READ_ONLY,
  ROOT,
  stix,
  testHousehold,
  WRITE_ONLY,
} from './server.test.fixture.ts';

const statusUrl = (id: string) => `${ROOT}status/${id}/`;
const envelope = { objects: [stix('indicator', 1), stix('malware', 2)] };

test('POST: 202 with a status resource, which the same organisation may ask for again', async () => {
  const household = testHousehold();
  const objects = [...envelope.objects, { type: 'indicator' }, 'nonsense'];
  const posted = await ask(household, 'POST', objectsUrl(OPEN), { body: { objects } });
  assert.deepEqual([posted.status, posted.headers['content-type']], [202, TAXII_21]);
  const { id, ...rest } = posted.json;
  assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.deepEqual(rest, {
    status: 'complete',
    request_timestamp: '2026-01-01T00:00:00.000000Z',
    total_count: 4,
    success_count: 2,
    successes: envelope.objects.map((object) => ({ id: object.id, version: object.modified })),
    failure_count: 2,
    failures: [1, 2].map(() => ({
      id: 'unknown',
      version: '',
      message: 'A STIX object needs id and type.',
    })),
    pending_count: 0,
  });
  const again = await ask(household, 'GET', statusUrl(id));
  assert.deepEqual([again.status, again.json], [200, posted.json]);
  assert.equal(again.headers['cache-control'], 'no-store');
  const others = await ask(household, 'GET', statusUrl(id), { caller: BETA });
  const none = await ask(household, 'GET', statusUrl(ABSENT), { caller: BETA });
  assert.equal(others.status, 404);
  assert.deepEqual(others, none, 'the status of another organisation is as none');
  const stranger = await ask(household, 'GET', statusUrl(id), { caller: NOBODY });
  assert.equal(stranger.status, 401);
  const elsewhere = await ask(household, 'GET', `/taxii2/empty/status/${id}/`);
  assert.equal(elsewhere.status, 404, 'a status lies in its own API root');
});

test('a status may be pending first; its counts add up, its lists are whole or absent', async () => {
  const household = testHousehold(1);
  const posted = await ask(household, 'POST', objectsUrl(OPEN), { body: envelope });
  assert.deepEqual(
    [posted.json.status, posted.json.pending_count, posted.json.pendings.length],
    ['pending', 2, 2],
  );
  assert.equal('successes' in posted.json, false);
  const first = await ask(household, 'GET', statusUrl(posted.json.id));
  const second = await ask(household, 'GET', statusUrl(posted.json.id));
  assert.deepEqual([first.json.status, second.json.status], ['pending', 'complete']);
  household.putStatus('api1', 'alpha', {
    id: ABSENT,
    status: 'complete',
    requested: at(0),
    total: 5,
    successCount: 3,
    failureCount: 2,
    pendingCount: 0,
    successes: [{ id: 'a', version: 'v' }],
    pendings: [],
  });
  const cut = (await ask(household, 'GET', statusUrl(ABSENT))).json;
  assert.deepEqual([cut.total_count, cut.success_count, cut.failure_count], [5, 3, 2]);
  for (const list of ['successes', 'failures', 'pendings']) assert.equal(list in cut, false, list);
});

test('an exact duplicate is a success and is not there twice (§5.5)', async () => {
  const household = testHousehold();
  for (const body of [
    envelope,
    envelope,
    { objects: [...envelope.objects, ...envelope.objects] },
  ]) {
    const posted = await ask(household, 'POST', objectsUrl(OPEN), { body });
    assert.deepEqual([posted.status, posted.json.failure_count], [202, 0]);
    assert.equal(posted.json.success_count, body.objects.length);
  }
  assert.equal((await ask(household, 'GET', objectsUrl(OPEN))).json.objects.length, 2);
});

test('what is no envelope gets 422 and the place (§3.7, §5.5)', async () => {
  for (const body of [
    '',
    'null',
    '[]',
    '{}',
    '"objects"',
    '{"objects":[]}',
    '{"objects":{}}',
    '{"objects":[',
    JSON.stringify(stix('indicator', 1)),
    '\ufeff{"objects":[{}]}',
    new Uint8Array([0xff, 0xfe, 0x00]),
  ]) {
    const answer = await ask(testHousehold(), 'POST', objectsUrl(OPEN), { body });
    assert.deepEqual([answer.status, answer.json.error_code], [422, 'unprocessable'], String(body));
    assert.equal(answer.json.details.issues[0].code, 'not-an-envelope');
  }
  const headers = { 'content-type': TAXII_21 };
  const nothing = await ask(testHousehold(), 'POST', objectsUrl(OPEN), { headers });
  assert.equal(nothing.status, 422, 'no body at all');
});

const POST_RIGHTS = [
  [OPEN, 202, 401],
  [READ_ONLY, 403, 401],
  [WRITE_ONLY, 202, 401],
  [HIDDEN, 404, 401],
  [ABSENT, 404, 401],
  [PUBLIC, 202, 401],
] as const;

test('POST needs can_write: 403 when the collection is seen, else 404; strangers 401', async () => {
  const household = testHousehold();
  for (const [collection, known, stranger] of POST_RIGHTS) {
    const url = objectsUrl(collection);
    assert.equal((await ask(household, 'POST', url, { body: envelope })).status, known, url);
    const strange = await ask(household, 'POST', url, { body: envelope, caller: NOBODY });
    assert.equal(strange.status, stranger, url);
  }
});

test('the body is not read before the right to write is sure', async () => {
  const untouched = async (collection: string, parts: AskParts = {}) => {
    let read = false;
    async function* body() {
      read = true;
      yield Buffer.from(JSON.stringify(envelope));
    }
    const { handleTaxii } = await import('./server.ts');
    const { taxiiSettings } = await import('./settings.ts');
    const { taxiiRequest } = await import('./memory.test.fetch.ts');
    const request = { ...taxiiRequest('POST', objectsUrl(collection), { body: '', ...parts }) };
    const house = testHousehold().houseFor(parts.caller ?? BETA);
    const settings = taxiiSettings({ tokenKey: new Uint8Array(32) });
    const { status } = await handleTaxii({ ...request, body: body() }, house, settings);
    return [status, read];
  };
  assert.deepEqual(await untouched(OPEN), [202, true]);
  assert.deepEqual(await untouched(READ_ONLY), [403, false]);
  assert.deepEqual(await untouched(HIDDEN), [404, false]);
  assert.deepEqual(await untouched(OPEN, { caller: NOBODY }), [401, false]);
  assert.deepEqual(await untouched(OPEN, { headers: { 'content-type': 'text/plain' } }), [
    415,
    false,
  ]);
  const headers = { 'content-type': TAXII_21, 'content-length': '99999999999' };
  assert.deepEqual(await untouched(OPEN, { headers }), [413, false]);
});

test('413 above max_content_length, by Content-Length and while streaming; never below (§4.2.1)', async () => {
  const text = JSON.stringify(envelope);
  const length = Buffer.byteLength(text);
  const pieces = [...text].map((char) => Buffer.from(char));
  for (const [maxContentLength, expected] of [
    [length + 1, 202],
    [length, 202],
    [length - 1, 413],
    [1, 413],
  ] as const) {
    for (const body of [text, pieces]) {
      const household = testHousehold();
      const options = { maxContentLength };
      const answer = await ask(household, 'POST', objectsUrl(OPEN), { body, options });
      assert.equal(answer.status, expected);
      if (expected === 413) assert.equal(answer.json.details.max_content_length, maxContentLength);
      assert.equal(household.records.get(OPEN)?.length, expected === 202 ? 2 : 0);
    }
  }
  const root = await ask(testHousehold(), 'GET', ROOT);
  assert.equal(root.json.max_content_length, LIMITS.taxii.maxContentLengthBytes);
});

test('413 even when the house swallows the error of the body', async () => {
  const answer = await ask(testHousehold(), 'POST', objectsUrl(OPEN), {
    body: envelope,
    options: { maxContentLength: 10 },
    around: (house) => ({
      ...house,
      async add(_root, _collection, body) {
        try {
          for await (const _ of body);
        } catch {
          throw new TypeError('something else');
        }
        throw new Error('the body was short enough');
      },
    }),
  });
  assert.equal(answer.status, 413);
});

test('a compressed body needs a decompressor of the house, else 415 says what is read', async () => {
  const body = gzipSync(JSON.stringify(envelope));
  const headers = { 'content-type': TAXII_21, 'content-encoding': 'gzip' };
  const without = await ask(testHousehold(), 'POST', objectsUrl(OPEN), { body, headers });
  assert.deepEqual([without.status, without.headers['accept-encoding']], [415, 'identity']);
  const inflate = (coding: string, bytes: AsyncIterable<Uint8Array>) =>
    coding === 'gzip' ? unzip(bytes) : null;
  const opened = await ask(testHousehold(), 'POST', objectsUrl(OPEN), {
    body,
    headers,
    options: { inflate },
  });
  assert.equal(opened.status, 202);
  const unknown = await ask(testHousehold(), 'POST', objectsUrl(OPEN), {
    body,
    headers: { ...headers, 'content-encoding': 'br' },
    options: { inflate },
  });
  assert.deepEqual([unknown.status, unknown.headers['accept-encoding']], [415, 'gzip, identity']);
  const bomb = await ask(testHousehold(), 'POST', objectsUrl(OPEN), {
    body: gzipSync(Buffer.alloc(100_000, ' ')),
    headers,
    options: { inflate, maxContentLength: 10_000 },
  });
  assert.equal(bomb.status, 413, 'what it unfolds to counts too');
  const identity = await ask(testHousehold(), 'POST', objectsUrl(OPEN), {
    body: envelope,
    headers: { 'content-encoding': 'identity' },
  });
  assert.equal(identity.status, 202);
});

async function* unzip(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const { createGunzip } = await import('node:zlib');
  const { Readable } = await import('node:stream');
  yield* Readable.from(bytes).pipe(createGunzip());
}

function versioned() {
  const household = testHousehold();
  for (let day = 1; day <= 4; day++) {
    household.put(OPEN, stix('indicator', 1, day), { added: at(day), owner: 'alpha' });
  }
  household.put(OPEN, stix('indicator', 1, 9, { spec_version: '2.0' }), {
    added: at(9),
    owner: 'alpha',
  });
  return household;
}

const { id: OBJECT } = stix('indicator', 1);
const day = (n: number) => stix('indicator', 1, n).modified;

test('DELETE removes the versions that match, without a filter all of them (§5.7)', async () => {
  const every = [1, 2, 3, 4, 9];
  for (const [query, left] of [
    ['', []],
    ['match[version]=all', []],
    ['match[version]=first', [2, 3, 4, 9]],
    ['match[version]=last', [1, 2, 3, 4]],
    [`match[version]=${day(2)}`, [1, 3, 4, 9]],
    [`match[version]=first,${day(3)},last`, [2, 4]],
    ['match[spec_version]=2.0', [1, 2, 3, 4]],
    ['match[spec_version]=2.1', [9]],
    ['match[spec_version]=2.1&match[version]=last', [1, 2, 3, 9]],
  ] as const) {
    const household = versioned();
    const gone = await ask(household, 'DELETE', objectUrl(OPEN, OBJECT, query));
    assert.deepEqual([gone.status, gone.text], [200, ''], query);
    assert.equal(gone.headers['content-type'], TAXII_21);
    assert.equal(gone.headers['content-length'], '0');
    const kept = household.records.get(OPEN)?.map(({ version }) => version);
    assert.deepEqual(kept, left.map(day), query);
    const removed = every.filter((n) => !(left as readonly number[]).includes(n));
    for (const n of removed) {
      const url = objectUrl(OPEN, OBJECT, `match[version]=${day(n)}&match[spec_version]=2.0,2.1`);
      assert.equal((await ask(household, 'GET', url)).status, 404, `${query}: ${day(n)} is gone`);
    }
    const again = await ask(household, 'DELETE', objectUrl(OPEN, OBJECT, query));
    assert.equal(again.status, left.length === 0 ? 404 : again.status);
  }
});

test('DELETE needs both rights, by the table of §5.7', async () => {
  const household = testHousehold();
  for (const collection of [OPEN, READ_ONLY, WRITE_ONLY, PUBLIC]) {
    household.put(collection, stix('indicator', 1), { added: at(1), owner: 'alpha' });
  }
  for (const [collection, known] of [
    [READ_ONLY, 403],
    [WRITE_ONLY, 403],
    [HIDDEN, 404],
    [ABSENT, 404],
    [PUBLIC, 200],
    [OPEN, 200],
  ] as const) {
    const url = objectUrl(collection, OBJECT);
    const stranger = await ask(household, 'DELETE', url, { caller: NOBODY });
    assert.equal(stranger.status, 401, url);
    assert.equal((await ask(household, 'DELETE', url)).status, known, url);
  }
});

test('a collection that is listed without any right: DELETE 404, the rest 403 (§5.7, §5.4)', async () => {
  const household = testHousehold();
  const around: AskParts['around'] = (house) => ({
    ...house,
    async collections() {
      const bare = { id: OPEN, title: 'Listed', description: '', mediaTypes: [] };
      return [{ ...bare, canRead: false, canWrite: false }];
    },
  });
  const status = async (method: string, url: string, body?: unknown) =>
    (await ask(household, method, url, { around, ...(body === undefined ? {} : { body }) })).status;
  assert.equal(await status('DELETE', objectUrl(OPEN, OBJECT)), 404);
  assert.equal(await status('GET', objectUrl(OPEN, OBJECT)), 403);
  assert.equal(await status('GET', objectsUrl(OPEN)), 403);
  assert.equal(await status('POST', objectsUrl(OPEN), envelope), 403);
});

test("another organisation's object: 403 when seen, 404 when hidden, and nothing goes", async () => {
  const household = testHousehold();
  household.put(OPEN, stix('indicator', 1), { added: at(1), owner: 'beta' });
  household.put(OPEN, stix('indicator', 1, 2), { added: at(2), owner: 'alpha' });
  household.put(OPEN, stix('indicator', 2), {
    added: at(3),
    owner: 'beta',
    visibleTo: (organisation) => organisation === 'beta',
  });
  const theirs = await ask(household, 'DELETE', objectUrl(OPEN, OBJECT, 'match[version]=first'));
  assert.equal(theirs.status, 403);
  const hidden = await ask(household, 'DELETE', objectUrl(OPEN, stix('indicator', 2).id));
  const absent = await ask(household, 'DELETE', objectUrl(OPEN, stix('indicator', 3).id));
  assert.equal(hidden.status, 404);
  assert.deepEqual(hidden, absent);
  assert.equal(household.records.get(OPEN)?.length, 3);
});

test("an object that others added too: the caller's own part goes, theirs stays (divergence)", async () => {
  const household = testHousehold();
  for (const [n, owner] of ['beta', 'alpha', 'beta', 'alpha'].entries()) {
    household.put(OPEN, stix('indicator', 1, n + 1), { added: at(n + 1), owner });
  }
  const kept = () => household.records.get(OPEN)?.map(({ version }) => version);
  const remove = async (query = '') =>
    (await ask(household, 'DELETE', objectUrl(OPEN, OBJECT, query))).status;
  assert.equal(await remove(`match[version]=first,${day(4)}`), 200);
  assert.deepEqual(kept(), [1, 2, 3].map(day), 'of what matches, what alpha added');
  assert.equal(await remove(), 200);
  assert.deepEqual(kept(), [1, 3].map(day));
  const gone = await ask(household, 'GET', objectUrl(OPEN, OBJECT, `match[version]=${day(2)}`));
  assert.equal(gone.status, 404);
  const still = await ask(household, 'GET', objectUrl(OPEN, OBJECT));
  assert.equal(still.status, 200, 'where §5.7 has 404: what beta added is found');
  assert.equal(await remove(), 403, 'nothing of what is left is its own');
});

test('DELETE refuses filters that it does not know rather than removing more', async () => {
  for (const query of [
    'match[versoin]=first',
    'limit=1',
    'match[version]=',
    'match[version]=new',
  ]) {
    const household = versioned();
    const answer = await ask(household, 'DELETE', objectUrl(OPEN, OBJECT, query));
    assert.equal(answer.status, 400, query);
    assert.equal(household.records.get(OPEN)?.length, 5);
  }
});
