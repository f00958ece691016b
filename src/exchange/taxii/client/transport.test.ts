import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixedClock } from '../../../core/clock.ts';
import { CybexError } from '../../../core/error.ts';
import { microsToTimestamp } from '../../../core/timestamp.ts';
import { createTaxiiClient, type Fetch, type TaxiiClientOptions, TaxiiError } from './index.ts';
import { pauseMs, RETRY_DEFAULT, readRetryAfter } from './retry.ts';
import { readTimestamp } from './timestamp.ts';
import { apiRootUrl, discoveryUrl } from './url.ts';

const TAXII = { 'content-type': 'application/taxii+json;version=2.1' };
const DISCOVERY = JSON.stringify({ title: 't', api_roots: ['/a/', 'https://b.example/r/'] });

interface Sent {
  readonly url: string;
  readonly init: RequestInit;
}

function scripted(answers: readonly (() => Response)[], options: Partial<TaxiiClientOptions> = {}) {
  const sent: Sent[] = [];
  const waits: number[] = [];
  const fetch: Fetch = async (url, init) => {
    const answer = answers[Math.min(sent.length, answers.length - 1)]!;
    sent.push({ url, init });
    return answer();
  };
  const client = createTaxiiClient({
    url: 'https://a.example',
    fetch,
    sleep: async (ms) => {
      waits.push(ms);
    },
    clock: fixedClock(Date.UTC(2026, 0, 1) * 1000),
    random: () => 0,
    ...options,
  });
  return { client, sent, waits };
}

const ok =
  (body: string, headers: Record<string, string> = TAXII) =>
  () =>
    new Response(body, { headers });
const refuse =
  (status: number, headers: Record<string, string> = {}, body = '{"title":"no"}') =>
  () =>
    new Response(body, { status, headers: { ...TAXII, ...headers } });

const header = (sent: Sent | undefined, name: string) => new Headers(sent?.init.headers).get(name);

test('discovery: address, headers, API roots resolved', async () => {
  const { client, sent } = scripted([ok(DISCOVERY)], {
    auth: { basic: { user: 'ü', password: 'p:q' } },
    userAgent: 'x/1',
  });
  const discovery = await client.discovery();
  assert.deepEqual(discovery.apiRoots, ['https://a.example/a/', 'https://b.example/r/']);
  assert.equal(sent[0]?.url, 'https://a.example/taxii2/');
  assert.equal(header(sent[0], 'accept'), 'application/taxii+json;version=2.1');
  assert.equal(header(sent[0], 'user-agent'), 'x/1');
  assert.equal(header(sent[0], 'authorization'), 'Basic w7w6cDpx');
  assert.equal(sent[0]?.init.redirect, 'manual');
});

test('credentials go to the origin of the url and to named ones, to nobody else', async () => {
  const auth = { bearer: 'secret' };
  const foreign = scripted([ok('{}')], { auth });
  await foreign.client.collections('https://b.example/r/');
  assert.equal(header(foreign.sent[0], 'authorization'), null);
  const named = scripted([ok('{}')], { auth, trustedOrigins: ['https://b.example'] });
  await named.client.collections('https://b.example/r/');
  assert.equal(header(named.sent[0], 'authorization'), 'Bearer secret');
});

test('§8.5.1: plain HTTP stays on this machine', async () => {
  for (const url of ['http://localhost:1', 'http://127.0.0.1/taxii2/', 'http://[::1]:2/']) {
    await scripted([ok(DISCOVERY)], { url }).client.discovery();
  }
  const { client, sent } = scripted([ok(DISCOVERY)], { url: 'http://taxii.example/' });
  await assert.rejects(client.discovery(), { code: 'invalid-argument' });
  assert.equal(sent.length, 0);
  const allowed = { url: 'http://taxii.example/', allowInsecure: true };
  await scripted([ok(DISCOVERY)], allowed).client.discovery();
  await assert.rejects(scripted([ok('{}')]).client.collections('ftp://x/'), CybexError);
});

test('credentials in a URL are refused', () => {
  assert.throws(() => discoveryUrl('https://u:p@a.example/'), { code: 'invalid-argument' });
});

test('addresses end in a slash', () => {
  assert.equal(discoveryUrl('https://a.example').href, 'https://a.example/taxii2/');
  assert.equal(discoveryUrl('https://a.example/sub/taxii2').href, 'https://a.example/sub/taxii2/');
  const discovery = new URL('https://a.example/taxii2/');
  assert.equal(apiRootUrl('/api1', discovery).href, 'https://a.example/api1/');
});

test('an error carries status, Retry-After and the error message of the server', async () => {
  const body = JSON.stringify({ title: 'Slow down', error_code: 'q', http_status: 429 });
  const { client, sent, waits } = scripted([refuse(429, { 'retry-after': '3600' }, body)]);
  const error = await client.discovery().then(
    () => assert.fail('it must reject'),
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof TaxiiError);
  assert.equal(error.code, 'too-many-requests');
  assert.equal(error.status, 429);
  assert.equal(error.retryAfter, 3600);
  assert.deepEqual(error.taxii, { title: 'Slow down', error_code: 'q', http_status: '429' });
  // Longer than the client is willing to wait: not asked again, the caller decides.
  assert.equal(sent.length, 1);
  assert.deepEqual(waits, []);
});

test('Retry-After is respected as seconds and as a date, and pauses grow', async () => {
  const date = new Date(Date.UTC(2026, 0, 1, 0, 0, 7)).toUTCString();
  const { client, sent, waits } = scripted([
    refuse(503, { 'retry-after': '5' }),
    refuse(429, { 'retry-after': date }),
    refuse(502),
    ok(DISCOVERY),
  ]);
  await client.discovery();
  assert.equal(sent.length, 4);
  assert.deepEqual(waits, [5_000, 7_000, 1_000]);
});

test('retries are bounded, and a plain no is not repeated', async () => {
  const busy = scripted([refuse(503)], { retry: { attempts: 3 } });
  await assert.rejects(busy.client.discovery(), { status: 503, attempts: 3 });
  assert.equal(busy.sent.length, 3);
  for (const status of [400, 401, 403, 404, 406, 413, 415, 422, 501]) {
    const plain = scripted([refuse(status)]);
    await assert.rejects(plain.client.discovery(), { status, attempts: 1 });
  }
});

test('a redirect is reported, not followed', async () => {
  const { client, sent } = scripted([refuse(301, { location: 'https://evil.example/' })]);
  await assert.rejects(client.discovery(), /redirects to https:\/\/evil\.example\//);
  assert.equal(sent.length, 1);
});

test('what is not TAXII 2.1 is said to be so, once', async () => {
  const cases: [() => Response, RegExp][] = [
    [ok('<html>', { 'content-type': 'text/html' }), /text\/html/],
    [ok('{}', { 'content-type': 'application/vnd.oasis.taxii+json; version=2.0' }), /TAXII 2\.0/],
    [ok('[]'), /not a JSON object/],
    [ok('{}'), /"title" is missing/],
  ];
  for (const [answer, message] of cases) {
    const { client, sent } = scripted([answer]);
    await assert.rejects(client.discovery(), message);
    assert.equal(sent.length, 1);
  }
});

test('a body that is no JSON or no UTF-8 is asked for again', async () => {
  const { client, sent } = scripted([
    ok('{"title":'),
    () => new Response(new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x7d]), { headers: TAXII }),
    ok(DISCOVERY),
  ]);
  await client.discovery();
  assert.equal(sent.length, 3);
});

test('an answer beyond the limit is not read to its end', async () => {
  const { client, sent } = scripted([ok(`{"title":"${'x'.repeat(5_000)}"}`)], {
    maxResponseBytes: 1_000,
  });
  await assert.rejects(client.discovery(), { code: 'too-large' });
  assert.equal(sent.length, 1);
});

test('silence on the line ends an attempt; the signal ends everything', async () => {
  const silent: Fetch = (_url, init) =>
    new Promise((_resolve, reject) => {
      init.signal?.addEventListener('abort', () => reject(init.signal?.reason));
    });
  const quiet = { fetch: silent, timeoutMs: 5, retry: { attempts: 2 } };
  await assert.rejects(scripted([], quiet).client.discovery(), /nothing was heard for 5 ms/);
  const stop = new AbortController();
  const running = scripted([], { fetch: silent, signal: stop.signal }).client.discovery();
  stop.abort(new Error('stopped by hand'));
  await assert.rejects(running, /stopped by hand/);
});

test('Retry-After: table of RFC 9110 §10.2.3', () => {
  const now = Date.parse('Sun, 06 Nov 1994 08:49:00 GMT') * 1000;
  const cases: [string | null, number | undefined][] = [
    [null, undefined],
    ['0', 0],
    ['120', 120],
    [' 7 ', 7],
    ['Sun, 06 Nov 1994 08:49:37 GMT', 37],
    ['Sunday, 06-Nov-94 08:49:37 GMT', 37],
    ['Sun Nov  6 08:49:37 1994 GMT', 37],
    ['Sun, 06 Nov 1994 08:48:37 GMT', 0],
    ['-5', undefined],
    ['1.5', undefined],
    ['soon', undefined],
    ['99999999999999', undefined],
  ];
  for (const [text, seconds] of cases) assert.equal(readRetryAfter(text, now), seconds, `${text}`);
});

test('pauses: doubled, capped, half of them chance, never under Retry-After', () => {
  const policy = { ...RETRY_DEFAULT, baseMs: 100, capMs: 1_000 };
  assert.equal(
    pauseMs(policy, 1, undefined, () => 0),
    50,
  );
  assert.equal(
    pauseMs(policy, 1, undefined, () => 1),
    100,
  );
  assert.equal(
    pauseMs(policy, 9, undefined, () => 1),
    1_000,
  );
  assert.equal(
    pauseMs(policy, 1, 3, () => 1),
    3_000,
  );
});

test('timestamps: read at any precision, written with six digits', () => {
  const cases: [string, string | null, number][] = [
    ['2016-01-01T01:01:01Z', '2016-01-01T01:01:01.000000Z', 1_000_000],
    ['2016-01-01T01:01:01.5Z', '2016-01-01T01:01:01.500000Z', 100_000],
    ['2016-01-01T01:01:01.123456Z', '2016-01-01T01:01:01.123456Z', 1],
    ['2016-01-01T01:01:01.123456789Z', '2016-01-01T01:01:01.123456Z', 1],
    ['2016-02-29T23:59:59.000001Z', '2016-02-29T23:59:59.000001Z', 1],
    ['2016-12-31T23:59:60Z', '2016-12-31T23:59:59.999999Z', 1_000_000],
    ['1969-12-31T23:59:59.999999Z', '1969-12-31T23:59:59.999999Z', 1],
    ['2015-02-29T00:00:00Z', null, 0],
    ['2016-01-01T24:00:00Z', null, 0],
    ['2016-01-01T00:60:00Z', null, 0],
    ['2016-01-01T00:00:00+00:00', null, 0],
    ['2016-01-01 00:00:00Z', null, 0],
    ['', null, 0],
  ];
  for (const [text, written, unit] of cases) {
    const read = readTimestamp(text);
    assert.equal(read === null ? null : microsToTimestamp(read.micros), written, text);
    if (read !== null) assert.equal(read.unit, unit, text);
  }
});
