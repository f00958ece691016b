/** Mutated and random requests: the server always answers, in its own form, and never with 5xx. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { TAXII_21 } from '../../../core/media-type.ts';
import { NOBODY } from './memory.test.house.ts';
import { parseDeleteQuery, parseQuery } from './query.ts';
import { routeOf } from './route.ts';
import {
  ask,
  at,
  OPEN,
  objectsUrl,
  objectUrl,
  stix,
  testHousehold,
} from './server.test.fixture.ts';

const RUNS = Number(process.env.CYBEX_FUZZ_RUNS ?? 10_000);

function household() {
  const home = testHousehold();
  for (let n = 1; n <= 5; n++) home.put(OPEN, stix('indicator', n), { added: at(n) });
  return home;
}

const { id: INDICATOR } = stix('indicator', 1);

/** Fragments that requests are made of, good ones and bad ones. */
const FRAGMENTS = [
  '/taxii2/',
  'api1',
  'collections',
  OPEN,
  'objects',
  'manifest',
  'versions',
  'status',
  INDICATOR,
  '/',
  '//',
  '..',
  '%2e%2e',
  '%2F',
  '%00',
  '%',
  '%ff',
  '%E0%80%80',
  '?',
  '&',
  '=',
  'match[id]',
  'match[version]',
  'match[spec_version]',
  'match[type]',
  'match[__proto__]',
  '__proto__',
  'constructor',
  'added_after',
  'limit',
  'next',
  'all',
  'first',
  'last',
  ',',
  '2.1',
  '2026-01-01T00:00:00Z',
  '-1',
  '1e999',
  'NaN',
  "' OR 1=1 --",
  '$'.concat('{jndi:ldap://x}'),
  '<script>',
  '日本',
  '\u0000',
  '\ud800',
  '\r\nSet-Cookie: a=b',
];

const pieces = fc
  .array(fc.oneof(fc.constantFrom(...FRAGMENTS), fc.string({ maxLength: 12 })), { maxLength: 14 })
  .map((parts) => parts.join(''));
/** Half of the requests begin well, so that the deeper checks are reached too. */
const urls = fc.oneof(
  pieces,
  fc
    .tuple(fc.constantFrom(objectsUrl(OPEN), objectUrl(OPEN, INDICATOR)), pieces)
    .map(([start, rest]) => `${start}?${rest}`),
  fc
    .tuple(fc.constantFrom('', 'limit=2&', 'match[version]=all&'), pieces)
    .map(([start, rest]) => `${objectsUrl(OPEN)}?${start}x${rest}`),
);
const header = fc.option(
  fc.oneof(
    fc.string({ maxLength: 60 }),
    fc.constantFrom(TAXII_21, '*/*', 'text/html', 'gzip', 'br;q=0', '"x', 'W/"x", *', ',,,;;;q=1'),
  ),
  { nil: undefined },
);
const method = fc.constantFrom('GET', 'HEAD', 'POST', 'DELETE', 'OPTIONS', 'PUT', '', 'get\r\n');

/** Header values that we write must not carry what the caller put into them. */
function assertClean(headers: Readonly<Record<string, string>>) {
  for (const [name, value] of Object.entries(headers)) {
    assert.match(name, /^[a-z-]+$/);
    assert.doesNotMatch(value, /[\r\n\0]/);
    assert.doesNotMatch(value, /set-cookie/i);
  }
}

test(`${RUNS} requests made of fragments`, async () => {
  const home = household();
  const known = new Set<number>();
  await fc.assert(
    fc.asyncProperty(
      method,
      urls,
      header,
      header,
      fc.boolean(),
      async (verb, url, accept, other, anonymous) => {
        const headers = {
          accept: accept ?? TAXII_21,
          'content-type': other ?? TAXII_21,
          'if-none-match': other,
          'accept-encoding': other,
          'content-encoding': verb === 'POST' ? undefined : other,
          'content-length': other,
        };
        const answer = await ask(home, verb, url, {
          headers,
          ...(verb === 'POST' ? { body: url } : {}),
          ...(anonymous ? { caller: NOBODY } : {}),
        });
        known.add(answer.status);
        assert.ok(answer.status < 500, `${answer.status} for ${verb} ${url}`);
        assertClean(answer.headers);
        if (answer.status >= 400 && answer.json !== null) {
          assert.equal(answer.json.http_status, String(answer.status));
        }
      },
    ),
    { numRuns: RUNS },
  );
  for (const status of [200, 204, 400, 401, 404, 405, 406, 415])
    assert.ok(known.has(status), String(status));
});

test(`${RUNS} queries: read or refused, nothing else`, () => {
  const polluted = Object.keys(Object.prototype).length;
  fc.assert(
    fc.property(pieces, (query) => {
      for (const parsed of [parseQuery(query, 'objects'), parseDeleteQuery(query)]) {
        if (!parsed.ok) assert.equal(typeof parsed.problem.code, 'string');
      }
      routeOf(query, '/');
    }),
    { numRuns: RUNS },
  );
  assert.equal(Object.keys(Object.prototype).length, polluted);
});

test('mutations of a good walk: every changed byte of the query is refused or harmless', async () => {
  const home = household();
  const first = await ask(home, 'GET', objectsUrl(OPEN, 'match[type]=indicator&limit=2'));
  const query = `match[type]=indicator&limit=2&next=${first.json.next}`;
  const good = await ask(home, 'GET', objectsUrl(OPEN, query));
  assert.equal(good.status, 200);
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: query.length - 1 }),
      fc.integer({ min: 0x20, max: 0x7e }),
      async (place, unit) => {
        const changed = query.slice(0, place) + String.fromCharCode(unit) + query.slice(place + 1);
        const answer = await ask(home, 'GET', objectsUrl(OPEN, changed));
        assert.ok([200, 400].includes(answer.status), changed);
        // Only a page of the same walk, or its beginning when `next` was lost, may come out.
        if (answer.status === 200 && changed.includes(`next=${first.json.next}`)) {
          assert.equal(answer.json.objects[0].id, good.json.objects[0].id, changed);
        }
      },
    ),
    { numRuns: 2000 },
  );
});

/** CPU time, so that a busy machine does not decide; only a difference in kind counts. */
test('a query eight times as long never costs sixty-four times as much', () => {
  const cost = (query: string) => {
    let best = Number.POSITIVE_INFINITY;
    for (let round = 0; round < 7; round++) {
      const start = process.cpuUsage();
      for (let i = 0; i < 20; i++) parseQuery(query, 'objects');
      const { user, system } = process.cpuUsage(start);
      best = Math.min(best, user + system);
    }
    return best;
  };
  const units = ['match[id]=a,', '&', 'a=b&', '%41', 'match[', '[', ',', '2026-01-01T00:00:00.0'];
  for (const unit of units) {
    const small = cost(unit.repeat(1000));
    const large = cost(unit.repeat(8000));
    assert.ok(large < Math.max(small, 1000) * 40, `${unit}: ${small} µs, ${large} µs`);
  }
});
