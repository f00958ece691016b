import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { LIMITS } from '../../../core/limits.ts';
import { TAXII_21 } from '../../../core/media-type.ts';
import { microsToTimestamp } from '../../../core/timestamp.ts';
import type { TaxiiObjectPage } from '../port.ts';
import { type MemoryHousehold, NOBODY } from './memory.test.house.ts';
import {
  ABSENT,
  ALPHA,
  type Asked,
  ask,
  at,
  BETA,
  collectionUrl,
  HIDDEN,
  OPEN,
  objectsUrl,
  objectUrl,
  PUBLIC,
  READ_ONLY,
  stix,
  testHousehold,
  WRITE_ONLY,
} from './server.test.fixture.ts';

const manifestUrl = (query = '') => `${collectionUrl(OPEN)}manifest/${query && `?${query}`}`;
const versionsUrl = (id: string, query = '') =>
  `${objectsUrl(OPEN)}${id}/versions/${query && `?${query}`}`;

/** Indicators 1 … count, one second apart. */
function filled(count: number): MemoryHousehold {
  const household = testHousehold();
  for (let n = 1; n <= count; n++) {
    household.put(OPEN, stix('indicator', n), { added: at(n), owner: 'alpha' });
  }
  return household;
}

const dates = ({ headers }: Asked) => [
  headers['x-taxii-date-added-first'],
  headers['x-taxii-date-added-last'],
];
const ids = ({ json }: Asked): string[] => (json.objects ?? []).map(({ id }: { id: string }) => id);

/** Follows `next` to the end; calls `between` before every page but the first. */
async function walk(household: MemoryHousehold, url: string, between?: (page: number) => void) {
  const pages: Asked[] = [];
  for (let next = ''; pages.length < 1000; ) {
    const page = await ask(household, 'GET', next === '' ? url : `${url}&next=${next}`);
    assert.equal(page.status, 200);
    pages.push(page);
    if (page.json.more !== true) return pages;
    assert.equal(typeof page.json.next, 'string');
    next = page.json.next;
    between?.(pages.length);
  }
  throw new Error('the walk does not end');
}

test('objects leave as they lie in the store, byte for byte', async () => {
  const household = testHousehold();
  const bytes = Buffer.from('{"id":"x--1",  "type" : "x", "n":1.0e2,"s":"\\u00e9é" }');
  household.put(OPEN, { type: 'x', id: 'x--1', spec_version: '2.1' }, { bytes, added: at(1) });
  const page = await ask(household, 'GET', objectsUrl(OPEN));
  assert.equal(page.text, `{"more":false,"objects":[${bytes}]}`);
  assert.equal(page.headers['content-length'], String(page.bytes.length));
  assert.equal(page.headers['content-type'], TAXII_21);
});

test('date-added headers name the first and last of the page, in microseconds (§3.2)', async () => {
  const household = filled(5);
  const all = [microsToTimestamp(at(1)), microsToTimestamp(at(5))];
  assert.deepEqual(dates(await ask(household, 'GET', objectsUrl(OPEN))), all);
  assert.deepEqual(dates(await ask(household, 'GET', manifestUrl())), all);
  const one = [microsToTimestamp(at(3)), microsToTimestamp(at(3))];
  const { id } = stix('indicator', 3);
  assert.deepEqual(dates(await ask(household, 'GET', objectUrl(OPEN, id))), one);
  assert.deepEqual(dates(await ask(household, 'GET', versionsUrl(id))), one);
  assert.match(one[0] ?? '', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
});

test('an empty page is {} and its headers stay where the caller is (§3.2, §3.7)', async () => {
  const household = filled(2);
  const { id } = stix('indicator', 1);
  const late = 'added_after=2030-01-01T00:00:00Z';
  for (const url of [
    objectsUrl(OPEN, late),
    manifestUrl(late),
    objectUrl(OPEN, id, late),
    versionsUrl(id, late),
  ]) {
    const page = await ask(household, 'GET', url);
    assert.deepEqual([page.status, page.text], [200, '{}'], url);
    assert.deepEqual(dates(page), ['2030-01-01T00:00:00.000000Z', '2030-01-01T00:00:00.000000Z']);
  }
  const never = await ask(testHousehold(), 'GET', objectsUrl(OPEN));
  assert.deepEqual(dates(never), ['1970-01-01T00:00:00.000000Z', '1970-01-01T00:00:00.000000Z']);
});

test('the server gives at most limit, at most its own maximum, and says what is left', async () => {
  const household = filled(7);
  for (const [query, options, count, more] of [
    ['limit=3', {}, 3, true],
    ['limit=7', {}, 7, false],
    ['limit=8', {}, 7, false],
    ['limit=99999999999999999999', {}, 7, false],
    ['', { pageDefault: 2 }, 2, true],
    ['limit=6', { pageMax: 4 }, 4, true],
    ['', { pageMax: 4 }, 4, true],
  ] as const) {
    for (const url of [objectsUrl(OPEN, query), manifestUrl(query)]) {
      const page = await ask(household, 'GET', url, { options });
      assert.deepEqual([page.json.objects.length, page.json.more], [count, more], url);
      assert.equal(typeof page.json.next, more ? 'string' : 'undefined', url);
    }
  }
  let asked = 0;
  await ask(household, 'GET', objectsUrl(OPEN, 'limit=100000'), {
    options: { pageMax: 100_000 },
    around: (house) => ({
      ...house,
      objects(query) {
        asked = query.limit;
        assert.equal(query.maxBytes, LIMITS.taxii.pageBytes);
        return house.objects(query);
      },
    }),
  });
  assert.equal(asked, LIMITS.taxii.pageMax);
});

test('next walks every page once, in order, on every endpoint that pages', async () => {
  const household = filled(23);
  for (let day = 2; day <= 9; day++) {
    household.put(OPEN, stix('indicator', 5, day), { added: at(30 + day), owner: 'alpha' });
  }
  const expected = ids(await ask(household, 'GET', objectsUrl(OPEN, 'limit=1000')));
  assert.equal(expected.length, 23);
  for (const limit of [1, 2, 7, 22, 23, 24]) {
    const objects = await walk(household, objectsUrl(OPEN, `limit=${limit}`));
    assert.deepEqual(objects.flatMap(ids), expected, `limit ${limit}`);
    assert.equal(objects.length, Math.ceil(23 / limit));
    const manifest = await walk(household, manifestUrl(`limit=${limit}`));
    assert.deepEqual(manifest.flatMap(ids), expected);
  }
  const { id } = stix('indicator', 5);
  const all = Array.from({ length: 9 }, (_, i) => stix('indicator', 5, i + 1).modified);
  const versions = await walk(household, versionsUrl(id, 'limit=2'));
  assert.deepEqual(
    versions.flatMap(({ json }) => json.versions),
    all,
  );
  const objects = await walk(household, objectUrl(OPEN, id, 'match[version]=all&limit=4'));
  assert.deepEqual(
    objects.flatMap(({ json }) => json.objects.map((o: { modified: string }) => o.modified)),
    all,
  );
});

test('a version that exists in two specification versions is listed once (§5.8.1)', async () => {
  const household = testHousehold();
  household.put(OPEN, stix('malware', 1, 1), { added: at(1) });
  household.put(OPEN, stix('malware', 1, 1, { spec_version: '2.0' }), { added: at(2) });
  household.put(OPEN, stix('malware', 1, 2), { added: at(3) });
  const { id, modified } = stix('malware', 1);
  const both = await ask(household, 'GET', versionsUrl(id, 'match[spec_version]=2.0,2.1'));
  assert.deepEqual(both.json.versions, [modified, stix('malware', 1, 2).modified]);
});

test('a walk stays exact while objects are written and removed between its pages', async () => {
  const household = filled(10);
  const { id: gone } = stix('indicator', 9);
  const pages = await walk(household, objectsUrl(OPEN, 'limit=3'), (page) => {
    household.put(OPEN, stix('indicator', 100 + page), { added: at(100 + page) });
    if (page === 1) {
      household.houseFor(ALPHA).remove(OPEN, gone, { versions: ['all'] });
    }
  });
  const seen = pages.flatMap(ids).map((id) => Number(id.slice(-12)));
  assert.deepEqual(seen, [1, 2, 3, 4, 5, 6, 7, 8, 10, 101, 102, 103]);
});

test('objects that share a date are neither lost nor doubled by next', async () => {
  const household = testHousehold();
  for (let n = 1; n <= 9; n++) household.put(OPEN, stix('indicator', n), { added: at(1) });
  for (const limit of [1, 2, 4]) {
    const pages = await walk(household, objectsUrl(OPEN, `limit=${limit}`));
    assert.equal(new Set(pages.flatMap(ids)).size, 9);
    assert.equal(pages.flatMap(ids).length, 9);
  }
});

test('next serves its own caller, collection, endpoint and filters only (§3.5)', async () => {
  const household = filled(5);
  for (let n = 1; n <= 5; n++) household.put(READ_ONLY, stix('indicator', n), { added: at(n) });
  const filter = 'match[type]=indicator,malware&added_after=2020-01-01T00:00:00Z';
  const first = await ask(household, 'GET', objectsUrl(OPEN, `${filter}&limit=2`));
  const next = `next=${first.json.next}`;
  const goOn = async (url: string, caller = ALPHA) =>
    (await ask(household, 'GET', url, { caller })).status;
  assert.equal(await goOn(objectsUrl(OPEN, `${filter}&limit=2&${next}`)), 200);
  assert.equal(await goOn(objectsUrl(OPEN, `${next}&limit=1&${filter}`)), 200, 'another limit');
  const turned = 'added_after=2020-01-01T00:00:00.000Z&match[type]=malware,indicator';
  assert.equal(await goOn(objectsUrl(OPEN, `${turned}&${next}`)), 200, 'another spelling');
  for (const url of [
    objectsUrl(OPEN, next),
    objectsUrl(OPEN, `${next}&match[type]=indicator,malware`),
    objectsUrl(OPEN, `${next}&added_after=2020-01-01T00:00:00Z`),
    objectsUrl(OPEN, `${filter}&${next}&match[version]=last`),
    objectsUrl(READ_ONLY, `${filter}&${next}`),
    manifestUrl(`${filter}&${next}`),
    objectsUrl(OPEN, `${filter}&next=`),
    objectsUrl(OPEN, `${filter}&next=0`),
    objectsUrl(OPEN, `${filter}&${next}A`),
  ]) {
    const answer = await ask(household, 'GET', url);
    assert.deepEqual([answer.status, answer.json.error_code], [400, 'next-invalid'], url);
  }
  assert.equal(await goOn(objectsUrl(OPEN, `${filter}&${next}`), BETA), 400, 'another caller');
});

test('next of an earlier view is refused with a request to start again', async () => {
  const household = filled(5);
  const first = await ask(household, 'GET', objectsUrl(OPEN, 'limit=2'));
  household.newEpoch();
  const stale = await ask(household, 'GET', objectsUrl(OPEN, `limit=2&next=${first.json.next}`));
  assert.deepEqual([stale.status, stale.json.error_code], [400, 'next-expired']);
  assert.match(stale.json.details.remedy, /Start again without next/);
  assert.equal((await ask(household, 'GET', objectsUrl(OPEN, 'limit=2'))).status, 200);
});

test('an object is 404 when it or the version asked for is not there, else possibly {}', async () => {
  const household = filled(2);
  const { id } = stix('indicator', 1);
  const late = 'added_after=2030-01-01T00:00:00Z';
  const never = 'match[version]=2000-01-01T00:00:00Z';
  for (const [query, object, versions] of [
    ['', 200, 200],
    ['match[version]=all', 200, 200],
    [never, 404, 200],
    ['match[spec_version]=2.0', 404, 404],
    [late, 200, 200],
    [`${late}&${never}`, 404, 200],
    [`${late}&match[spec_version]=2.0`, 404, 404],
  ] as const) {
    assert.equal((await ask(household, 'GET', objectUrl(OPEN, id, query))).status, object, query);
    assert.equal((await ask(household, 'GET', versionsUrl(id, query))).status, versions, query);
  }
});

test('a hidden object gives the bytes of an absent one, whatever is asked', async () => {
  const household = filled(2);
  const { id: hidden } = stix('indicator', 3);
  household.put(OPEN, stix('indicator', 3), { added: at(9), visibleTo: (org) => org === 'beta' });
  const { id: absent } = stix('indicator', 77);
  for (const query of ['', 'match[version]=all', 'added_after=2030-01-01T00:00:00Z', 'limit=x']) {
    for (const of of [
      (own: string) => objectUrl(OPEN, own, query),
      (own: string) => versionsUrl(own, query),
    ]) {
      const answers = await Promise.all(
        [hidden, absent].map((own) => ask(household, 'GET', of(own))),
      );
      assert.equal(answers[1]?.status, query === 'limit=x' ? 400 : 404);
      assert.deepEqual(answers[0], answers[1]);
      const seen = await ask(household, 'GET', of(hidden), { caller: BETA });
      assert.equal(seen.status, query === 'limit=x' ? 400 : 200);
    }
  }
});

test('rights: 403 for what is seen but not readable, 404 for hidden, 401 for strangers', async () => {
  const household = filled(1);
  household.put(PUBLIC, stix('indicator', 1), { added: at(1) });
  const { id } = stix('indicator', 1);
  for (const rest of ['objects/', 'manifest/', `objects/${id}/`, `objects/${id}/versions/`]) {
    for (const [collection, known, stranger] of [
      [OPEN, 200, 401],
      [WRITE_ONLY, 403, 401],
      [HIDDEN, 404, 401],
      [ABSENT, 404, 401],
      [PUBLIC, 200, 200],
    ] as const) {
      const url = collectionUrl(collection) + rest;
      assert.equal((await ask(household, 'GET', url)).status, known, url);
      const strange = await ask(household, 'GET', url, { caller: NOBODY });
      assert.equal(strange.status, stranger, url);
      assert.equal('www-authenticate' in strange.headers, stranger === 401);
    }
  }
  const absent = objectUrl(PUBLIC, stix('indicator', 2).id);
  assert.equal((await ask(household, 'GET', absent, { caller: NOBODY })).status, 404);
});

test('a page has a strong validator that changes when the page does', async () => {
  const household = filled(4);
  const url = objectsUrl(OPEN, 'limit=3');
  const tagOf = async (at = url, caller = ALPHA) =>
    (await ask(household, 'GET', at, { caller })).headers.etag ?? '';
  const tag = await tagOf();
  assert.match(tag, /^"[\w-]{22}"$/);
  assert.equal(await tagOf(), tag, 'the same page, the same validator');
  household.put(OPEN, stix('indicator', 50), { added: at(50), visibleTo: (org) => org === 'beta' });
  assert.equal(await tagOf(), tag, 'what is hidden does not touch it');
  const different = new Set([tag]);
  const changes: (() => Promise<string>)[] = [
    () => tagOf(url, BETA),
    () => tagOf(objectsUrl(OPEN, 'limit=2')),
    () => tagOf(objectsUrl(OPEN, 'limit=3&match[version]=all')),
    () => tagOf(manifestUrl('limit=3')),
    () => {
      household.houseFor(ALPHA).remove(OPEN, stix('indicator', 2).id, { versions: ['all'] });
      return tagOf();
    },
    () => {
      household.newEpoch();
      return tagOf();
    },
  ];
  for (const change of changes) different.add(await change());
  assert.equal(different.size, changes.length + 1);
});

test('an earlier version that comes back changes the validator though first and last stay', async () => {
  const household = testHousehold();
  household.put(OPEN, stix('indicator', 1), { added: at(1), owner: 'alpha' });
  household.put(OPEN, stix('indicator', 2, 1), { added: at(2), owner: 'alpha' });
  household.put(OPEN, stix('indicator', 2, 2), { added: at(3), owner: 'alpha' });
  household.put(OPEN, stix('indicator', 4), { added: at(4), owner: 'alpha' });
  const before = await ask(household, 'GET', objectsUrl(OPEN));
  household.houseFor(ALPHA).remove(OPEN, stix('indicator', 2).id, { versions: ['last'] });
  const after = await ask(household, 'GET', objectsUrl(OPEN));
  assert.deepEqual(dates(after), dates(before));
  assert.equal(after.json.objects.length, before.json.objects.length);
  assert.notEqual(after.headers.etag, before.headers.etag);
});

test('the house may give the validator; then the page itself is not hashed', async () => {
  const household = filled(1);
  const withValidator = (validator: string, body: string) => ({
    around: (house: ReturnType<MemoryHousehold['houseFor']>) => ({
      ...house,
      async objects(): Promise<TaxiiObjectPage> {
        const head = { count: 1, more: false, epoch: '1', validator };
        return { ...head, first: 1, last: { position: 1, tie: 0 }, body: Buffer.from(body) };
      },
    }),
  });
  const tag = async (validator: string, body: string) =>
    (await ask(household, 'GET', objectsUrl(OPEN), withValidator(validator, body))).headers.etag;
  assert.equal(await tag('v1', '{"a":1}'), await tag('v1', '{"a":2}'));
  assert.notEqual(await tag('v1', '{"a":1}'), await tag('v2', '{"a":1}'));
});

test('If-None-Match: 304 without a body when the page is known (RFC 9110 §13.1.2)', async () => {
  const household = filled(2);
  const page = await ask(household, 'GET', objectsUrl(OPEN));
  const tag = page.headers.etag ?? '';
  const bare = tag.slice(1, -1);
  for (const [given, status] of [
    [tag, 304],
    [`W/${tag}`, 304],
    [`"other", ${tag}`, 304],
    [`"${bare}-gzip"`, 304],
    ['*', 304],
    ['"other"', 200],
    [bare, 200],
    ['', 200],
    [`"${bare}`, 200],
  ] as const) {
    const again = await ask(household, 'GET', objectsUrl(OPEN), {
      headers: { 'if-none-match': given },
    });
    assert.equal(again.status, status, given);
    if (status === 304) assert.deepEqual([again.text, again.headers.etag], ['', tag], given);
  }
  household.put(OPEN, stix('indicator', 3), { added: at(3) });
  const changed = await ask(household, 'GET', objectsUrl(OPEN), {
    headers: { 'if-none-match': tag },
  });
  assert.equal(changed.status, 200);
});

test('answers are for their caller alone, and are asked for anew', async () => {
  const household = filled(1);
  const page = await ask(household, 'GET', objectsUrl(OPEN));
  assert.equal(page.headers['cache-control'], 'private, no-cache');
  assert.equal(page.headers.vary, 'accept, accept-encoding, authorization');
  const refusal = await ask(household, 'GET', objectsUrl(HIDDEN));
  assert.equal(refusal.headers['cache-control'], 'no-store');
  for (const { headers } of [page, refusal]) {
    assert.equal(headers['x-content-type-options'], 'nosniff');
  }
});

test('gzip for those who take it, from the threshold on, with its own validator', async () => {
  const household = filled(30);
  const headers = { 'accept-encoding': 'gzip, deflate' };
  const plain = await ask(household, 'GET', objectsUrl(OPEN));
  const coded = await ask(household, 'GET', objectsUrl(OPEN), { headers });
  assert.equal(plain.headers['content-encoding'], undefined);
  assert.equal(coded.headers['content-encoding'], 'gzip');
  assert.equal(coded.headers['content-length'], String(coded.bytes.length));
  assert.deepEqual(gunzipSync(coded.bytes), plain.bytes);
  assert.ok(coded.bytes.length < plain.bytes.length / 3);
  assert.equal(coded.headers.etag, plain.headers.etag?.replace(/"$/, '-gzip"'));
  const again = await ask(household, 'GET', objectsUrl(OPEN), { headers });
  assert.deepEqual(again.bytes, coded.bytes, 'the same length every time');
  const small = await ask(household, 'GET', objectsUrl(OPEN, 'limit=1'), { headers });
  assert.equal(small.headers['content-encoding'], undefined);
  const off = await ask(household, 'GET', objectsUrl(OPEN), { headers, options: { gzip: false } });
  assert.deepEqual(off.bytes, plain.bytes);
});

test('a page is on record before it leaves, by the manifest too; versions and HEAD are not', async () => {
  const household = filled(5);
  const { id } = stix('indicator', 2);
  await ask(household, 'GET', versionsUrl(id));
  await ask(household, 'HEAD', objectsUrl(OPEN));
  await ask(household, 'GET', objectsUrl(OPEN, 'added_after=2030-01-01T00:00:00Z'));
  assert.equal(household.deliveries.length, 0);
  await ask(household, 'GET', manifestUrl());
  assert.equal(household.deliveries[0]?.through, at(5), 'who follows by the manifest is known too');
  const first = await ask(household, 'GET', objectsUrl(OPEN, 'limit=3'));
  await ask(household, 'GET', objectsUrl(OPEN, `limit=3&next=${first.json.next}`));
  await ask(household, 'GET', objectUrl(OPEN, id));
  const [, one, two, three] = household.deliveries;
  assert.deepEqual([one?.through, two?.through, three?.through], [at(3), at(5), at(2)]);
  assert.equal(one?.filter, two?.filter, 'one walk, one filter');
  assert.notEqual(one?.filter, three?.filter);
  assert.deepEqual([one?.caller, one?.collection], ['p-alpha', OPEN]);
  const failed = await ask(household, 'GET', objectsUrl(OPEN), {
    around: (house) => ({
      ...house,
      delivered: () => Promise.reject(new Error('ledger full')),
    }),
  });
  assert.equal(failed.status, 500, 'what cannot be recorded does not leave');
  const restless = await ask(household, 'GET', objectsUrl(OPEN), {
    around: (house) => ({ ...house, delivered: async () => false }),
  });
  assert.equal(restless.status, 503, 'nor what the rules have overtaken');
  let asked = 0;
  const again = await ask(household, 'GET', objectsUrl(OPEN), {
    around: (house) => ({ ...house, delivered: async () => ++asked > 1 }),
  });
  assert.deepEqual([again.status, asked], [200, 2]);
});
