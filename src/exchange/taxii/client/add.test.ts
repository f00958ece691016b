import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createTaxiiClient, type Fetch } from './index.ts';

const TAXII = { 'content-type': 'application/taxii+json;version=2.1' };
const PLACE = { apiRoot: 'https://a.example/r/', collection: 'c' };

interface House {
  readonly limit: number;
  /** Answers 413 above this in spite of the promise, as a proxy would. */
  readonly proxyLimit?: number;
  /** How often a request is pending before it is complete. */
  readonly pending?: number;
}

function houseOf({ limit, proxyLimit = limit, pending = 0 }: House) {
  const bodies: string[] = [];
  const requests: string[] = [];
  const open = new Map<string, { left: number; ids: string[] }>();
  const json = (value: unknown, status = 200) =>
    new Response(JSON.stringify(value), { status, headers: TAXII });
  const statusOf = (id: string) => {
    const job = open.get(id)!;
    const done = job.left-- <= 0;
    return {
      id,
      status: done ? 'complete' : 'pending',
      total_count: job.ids.length,
      success_count: done ? job.ids.filter((one) => !one.startsWith('bad')).length : 0,
      failure_count: done ? job.ids.filter((one) => one.startsWith('bad')).length : 0,
      pending_count: done ? 0 : job.ids.length,
      ...(done
        ? {
            failures: job.ids
              .filter((one) => one.startsWith('bad'))
              .map((one) => ({ id: one, version: 'v', message: 'no' })),
          }
        : {}),
    };
  };
  const fetch: Fetch = async (url, init) => {
    requests.push(`${init.method} ${new URL(url).pathname}`);
    if (url.endsWith('/r/')) return json({ title: 'r', versions: [], max_content_length: limit });
    if (init.method === 'POST') {
      const body = new TextDecoder().decode(init.body as Uint8Array);
      if (body.length > proxyLimit) return json({ title: 'too large' }, 413);
      bodies.push(body);
      const id = `s${bodies.length}`;
      const { objects } = JSON.parse(body) as { objects: { id: string }[] };
      open.set(id, { left: pending, ids: objects.map((object) => object.id) });
      return json(statusOf(id), 202);
    }
    if (init.method === 'DELETE') return json({ title: 'gone' }, 404);
    return json(statusOf(url.split('/').at(-2) ?? ''));
  };
  const client = createTaxiiClient({ url: 'https://a.example/', fetch, sleep: async () => {} });
  return { client, bodies, requests };
}

const objects = (count: number, prefix = 'ok') =>
  Array.from({ length: count }, (_, i) => `{ "id":"${prefix}${i}" , "x":1.0}`);

test('objects go out verbatim, in order, in envelopes under both limits', async () => {
  const { client, bodies } = houseOf({ limit: 1_000 });
  const sent = objects(95);
  const report = await client.add(PLACE, sent, { maxObjects: 20 });
  assert.equal(report.total, 95);
  assert.equal(report.success, 95);
  assert.ok(bodies.every((body) => body.length < 1_000));
  assert.ok(bodies.every((body) => JSON.parse(body).objects.length <= 20));
  const inner = bodies.map((body) => body.slice('{"objects":['.length, -2)).join(',');
  assert.equal(inner, sent.join(','));
  assert.equal(report.statuses.length, bodies.length);
});

test('§4.2.1: only what is smaller than the limit is promised to be taken', async () => {
  const sent = objects(4);
  const whole = `{"objects":[${sent.join(',')}]}`.length;
  const exact = houseOf({ limit: whole });
  await exact.client.add(PLACE, sent);
  assert.equal(exact.bodies.length, 2);
  const roomy = houseOf({ limit: whole + 1 });
  await roomy.client.add(PLACE, sent);
  assert.equal(roomy.bodies.length, 1);
});

test('bytes, text and values are taken, from a stream too', async () => {
  const { client, bodies } = houseOf({ limit: 1_000 });
  async function* source() {
    yield new TextEncoder().encode('{"id":"a"}');
    yield '{"id":"b"}';
    yield { id: 'c' };
  }
  await client.add(PLACE, source());
  assert.deepEqual(bodies, ['{"objects":[{"id":"a"},{"id":"b"},{"id":"c"}]}']);
});

test('an object that no envelope can hold is a failure, and the others go on', async () => {
  const { client } = houseOf({ limit: 200 });
  const large = { id: 'large', modified: 'm', text: 'x'.repeat(300) };
  const report = await client.add(PLACE, [...objects(2), large, ...objects(2, 'later')]);
  assert.deepEqual([report.total, report.success, report.failure], [5, 4, 1]);
  assert.equal(report.failures[0]?.id, 'large');
  assert.equal(report.failures[0]?.version, 'm');
});

test('a 413 in spite of the promise halves the envelope', async () => {
  const { client, bodies } = houseOf({ limit: 10_000, proxyLimit: 150 });
  const report = await client.add(PLACE, objects(16));
  assert.equal(report.success, 16);
  assert.ok(bodies.length >= 4);
  const single = houseOf({ limit: 10_000, proxyLimit: 10 });
  const refused = await single.client.add(PLACE, objects(3));
  assert.deepEqual([refused.success, refused.failure], [0, 3]);
});

test('§5.5: a pending request is polled until it is complete, and never after', async () => {
  const { client, requests } = houseOf({ limit: 1_000, pending: 3 });
  const seen: string[] = [];
  const report = await client.add(PLACE, [...objects(2), ...objects(1, 'bad')], {
    onStatus: (status) => seen.push(status.status),
  });
  assert.deepEqual([report.success, report.failure, report.pending], [2, 1, 0]);
  assert.deepEqual(report.failures, [{ id: 'bad0', version: 'v', message: 'no' }]);
  assert.deepEqual(seen, ['complete']);
  assert.equal(requests.filter((one) => one === 'GET /r/status/s1/').length, 3);
});

test('a request that stays pending is reported as pending', async () => {
  const { client } = houseOf({ limit: 1_000, pending: 1_000_000 });
  const report = await client.add(PLACE, objects(2), { waitMs: 10_000 });
  assert.deepEqual([report.success, report.pending], [0, 2]);
  const unwaited = houseOf({ limit: 1_000, pending: 5 });
  assert.equal((await unwaited.client.add(PLACE, objects(2), { wait: false })).pending, 2);
  assert.equal(unwaited.requests.length, 2);
});

test('remove: a 404 is an error, unless the answer to an earlier attempt was lost', async () => {
  const { client } = houseOf({ limit: 1 });
  await assert.rejects(client.remove({ ...PLACE, object: 'x--1' }), { status: 404 });
  let calls = 0;
  const flaky = createTaxiiClient({
    url: 'https://a.example/',
    sleep: async () => {},
    fetch: async (url) => {
      assert.equal(url, 'https://a.example/r/collections/c/objects/x--1/?match%5Bversion%5D=first');
      if (++calls === 1) throw new TypeError('fetch failed');
      return new Response('{"title":"gone"}', { status: 404, headers: TAXII });
    },
  });
  await flaky.remove({ ...PLACE, object: 'x--1', match: { version: 'first' } });
  assert.equal(calls, 2);
});
