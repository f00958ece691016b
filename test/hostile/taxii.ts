/** What a TAXII server and a TAXII client read from strangers. */
import assert from 'node:assert/strict';
import { CybexError } from '../../src/core/error.ts';
import { type Answer, BrokenBody } from '../../src/exchange/taxii/client/answer.ts';
import { readEnvelope } from '../../src/exchange/taxii/client/envelope.ts';
import { readCollections, readStatus } from '../../src/exchange/taxii/client/resource.ts';
import { readRetryAfter } from '../../src/exchange/taxii/client/retry.ts';
import { TAXII_ISSUES } from '../../src/exchange/taxii/server/issues.ts';
import {
  acceptsGzip,
  isEnvelopeType,
  negotiate,
  quality,
} from '../../src/exchange/taxii/server/media.ts';
import { createPageTokens } from '../../src/exchange/taxii/server/paging.ts';
import { parseDeleteQuery, parseQuery } from '../../src/exchange/taxii/server/query.ts';
import { routeOf } from '../../src/exchange/taxii/server/route.ts';
import {
  ask,
  OPEN,
  objectsUrl,
  objectUrl,
  testHousehold,
} from '../../src/exchange/taxii/server/server.test.fixture.ts';
import type { Subject } from './oracle.ts';
import { JSON_SEEDS } from './seeds.ts';

const loose = new TextDecoder();

function feedQuery(bytes: Uint8Array): void {
  const text = loose.decode(bytes);
  const read = parseQuery(text, 'objects');
  if (!read.ok) assert.ok(Object.hasOwn(TAXII_ISSUES, read.problem.code));
  else if (read.value.limit !== undefined) {
    assert.ok(Number.isSafeInteger(read.value.limit) && read.value.limit > 0);
  }
  if (read.ok && read.value.addedAfter !== undefined) {
    assert.ok(Number.isSafeInteger(read.value.addedAfter));
  }
  parseDeleteQuery(text);
}

function feedPath(bytes: Uint8Array): void {
  const read = routeOf(loose.decode(bytes), '/taxii2/');
  if (!read.ok) assert.ok(Object.hasOwn(TAXII_ISSUES, read.problem.code));
}

function feedHeaders(bytes: Uint8Array): void {
  const text = loose.decode(bytes);
  const q = quality(text, 'application/taxii+json');
  assert.ok(q >= 0 && q <= 1);
  assert.equal(negotiate(text, false) === 'taxii', q > 0);
  isEnvelopeType(text);
  acceptsGzip(text);
  const wait = readRetryAfter(text, 1_790_000_000_000_000);
  assert.ok(wait === undefined || (wait >= 0 && Number.isSafeInteger(wait)));
}

const tokens = createPageTokens(new Uint8Array(32).fill(3));
const WALK = { caller: 'p', collection: OPEN, filters: '{}' };
const TOKENS = [0, 1, 1_790_000_000_000_000].map((position) =>
  tokens.seal(WALK, { position, tie: position % 7 }, 'epoch'),
);

function feedToken(bytes: Uint8Array): void {
  const text = loose.decode(bytes);
  assert.equal(tokens.open(WALK, text) !== null, TOKENS.includes(text), 'a token not made here');
  assert.equal(tokens.open({ ...WALK, caller: 'q' }, text), null, 'a token of another caller');
}

/** A peer that answers nonsense is a typed error of the operating world, nothing else. */
function feedAnswer(bytes: Uint8Array): void {
  const answer: Answer = {
    request: 'GET https://hub.example/taxii2/',
    status: 200,
    headers: new Headers({ 'content-type': 'application/taxii+json;version=2.1' }),
    body: bytes,
    attempts: 1,
  };
  for (const read of [readEnvelope, readCollections, readStatus]) {
    try {
      read(answer);
    } catch (error) {
      assert.ok(error instanceof CybexError || error instanceof BrokenBody, String(error));
    }
  }
}

const household = testHousehold();

/** Two lines, the URL and the Accept header, and a body: never a 5xx, always in our own form. */
async function feedRequest(bytes: Uint8Array): Promise<void> {
  const [url = '', accept = '', ...body] = loose.decode(bytes).split('\n');
  const parts = { headers: { accept }, ...(body.length > 0 ? { body: body.join('\n') } : {}) };
  const method = body.length > 0 ? 'POST' : 'GET';
  const { status, headers, text } = await ask(household, method, url, parts);
  assert.ok(status >= 200 && status < 500, `status ${status}: ${text}`);
  assert.equal(Number(headers['content-length']), Buffer.byteLength(text));
  if (status >= 400) assert.equal(typeof JSON.parse(text).title, 'string');
}

const QUERIES = [
  'limit=10&added_after=2026-01-01T00:00:00.000000Z&match[type]=indicator,malware',
  'match[id]=indicator--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f&match[version]=first,last&next=abc',
  'match%5Bspec_version%5D=2.1,2.0&match[version]=2026-01-01T00:00:00Z',
  'match[version]=all',
];
const ACCEPT = 'application/taxii+json;version=2.1';
const REQUESTS = [
  `/taxii2/\n${ACCEPT}`,
  `${objectsUrl(OPEN, QUERIES[0])}\n${ACCEPT}`,
  `${objectUrl(OPEN, 'indicator--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f')}\n*/*`,
  `${objectsUrl(OPEN)}\n${ACCEPT}\n${JSON.stringify({ objects: [{ type: 'x', id: 'x--1' }] })}`,
];
const HEADERS = [
  ACCEPT,
  'application/taxii+json; version="2.1"; charset=utf-8, */*;q=0.1',
  'text/html,application/xhtml+xml;q=0.9,application/taxii+json;q=0.5',
  'gzip;q=0.5, identity;q=0, *;q=0',
  'Sun, 06 Nov 1994 08:49:37 GMT',
  '120',
];

export const TAXII_SUBJECTS: readonly Subject[] = [
  { name: 'taxii query', seeds: QUERIES, feed: feedQuery },
  { name: 'taxii path', seeds: REQUESTS.map((text) => text.split('\n')[0] ?? ''), feed: feedPath },
  { name: 'taxii headers', seeds: HEADERS, feed: feedHeaders },
  { name: 'taxii next token', seeds: TOKENS, feed: feedToken },
  { name: 'taxii request', seeds: REQUESTS, feed: feedRequest },
  { name: 'taxii answer', seeds: JSON_SEEDS, feed: feedAnswer },
];
