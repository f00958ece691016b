import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CybexError } from '../../../core/error.ts';
import { TAXII_21 } from '../../../core/media-type.ts';
import type { Fetch } from '../client/index.ts';
import { memoryFetch } from '../server/memory.test.fetch.ts';
import {
  ALPHA,
  at,
  OPEN,
  READ_ONLY,
  stix,
  TOKEN_KEY,
  testHousehold,
} from '../server/server.test.fixture.ts';
import { taxiiSettings } from '../server/settings.ts';
import {
  type CheckOptions,
  type CheckRow,
  type CheckSummary,
  CLAUSE_IDS,
  CLAUSES,
  checkTaxiiServer,
  exitCodeOf,
  exitCodeOfError,
  reportText,
} from './index.ts';

const BASIC = { basic: { user: 'alpha', password: 'secret' } };
const AUTHORIZATION = `Basic ${btoa('alpha:secret')}`;

function serverWith(count: number, collection = READ_ONLY) {
  const household = testHousehold();
  for (let n = 0; n < count; n++) {
    const type = n % 3 === 0 ? 'tool' : 'identity';
    household.put(collection, stix(type, n), { added: at(n + 1) });
    if (n % 10 === 0) household.put(collection, stix(type, n, 2), { added: at(n + 1) + 500_000 });
  }
  const settings = taxiiSettings({ tokenKey: TOKEN_KEY, maxContentLength: 64 * 1024 });
  const answer = memoryFetch(household, settings, { [AUTHORIZATION]: ALPHA });
  const fetch: Fetch = async (url, init) => {
    const given = new Headers(init.headers).get('authorization');
    return given === null || given === AUTHORIZATION ? answer(url, init) : wrongCredentials();
  };
  return { household, fetch };
}

/** What the hub answers before the TAXII server is asked. */
function wrongCredentials(): Response {
  const headers = { 'content-type': TAXII_21, 'www-authenticate': 'Basic' };
  return new Response('{"title":"no"}', { status: 401, headers });
}

async function run(options: Partial<CheckOptions> & { readonly fetch: Fetch }) {
  const rows: CheckRow[] = [];
  const steps = checkTaxiiServer({ url: 'http://127.0.0.1/', auth: BASIC, ...options });
  for (;;) {
    const step = await steps.next();
    if (step.done) return { rows, summary: step.value };
    rows.push(step.value);
  }
}

const idsOf = (rows: readonly CheckRow[], result: CheckRow['result']) =>
  rows.filter((row) => row.result === result).map(({ id }) => id);

test('without a collection to write to nothing is written, and only writing is not looked at', async () => {
  for (const count of [12, 150, 700]) {
    const { fetch, household } = serverWith(count);
    const methods = new Set<string>();
    const watched: Fetch = (url, init) => {
      methods.add(init.method ?? 'GET');
      return fetch(url, init);
    };
    const before = household.records.get(READ_ONLY)?.length;
    const { rows, summary } = await run({ fetch: watched, readCollection: READ_ONLY });
    assert.deepEqual(idsOf(rows, 'fail'), [], reportText(rows, summary));
    assert.equal(household.records.get(READ_ONLY)?.length, before);
    assert.ok(!methods.has('POST') && !methods.has('DELETE'));
    for (const id of idsOf(rows, 'not-applicable')) {
      const notKnown = ['versions.unversioned', 'filter.version-', 'filter.spec-version'];
      const excused =
        CLAUSES[id].needs === 'write' || notKnown.some((prefix) => id.startsWith(prefix));
      assert.ok(excused, `${id} at ${count} objects`);
    }
  }
});

test('the collection with content is found when none is named', async () => {
  const { fetch } = serverWith(5);
  const { summary } = await run({ fetch });
  assert.equal(summary.collection, READ_ONLY);
});

test('a collection may be named by its alias; its own content is left as it is', async () => {
  const { fetch, household } = serverWith(30, OPEN);
  const before = household.records.get(OPEN)?.map(({ id }) => id);
  const { rows, summary } = await run({ fetch, writeCollection: 'open' });
  assert.deepEqual(idsOf(rows, 'fail'), [], reportText(rows, summary));
  assert.deepEqual(idsOf(rows, 'not-applicable'), []);
  assert.deepEqual(
    household.records.get(OPEN)?.map(({ id }) => id),
    before,
  );
});

test('test objects say what they are, and go when the caller stops early', async () => {
  const { fetch, household } = serverWith(0);
  const posted: string[] = [];
  const watched: Fetch = (url, init) => {
    if (init.method === 'POST') posted.push(String(init.body));
    return fetch(url, init);
  };
  const options = { url: 'http://127.0.0.1/', auth: BASIC, fetch: watched, writeCollection: OPEN };
  for await (const row of checkTaxiiServer(options)) {
    if (row.id === 'post.accepted') break;
  }
  const objects = posted.flatMap((body) => JSON.parse(body).objects ?? []);
  assert.ok(objects.length >= 12);
  for (const object of objects) {
    assert.match(JSON.stringify(object), /TEST OBJECT of a TAXII conformance run, safe to delete/);
    assert.equal(object.spec_version, '2.1');
  }
  assert.deepEqual(household.records.get(OPEN), []);
});

test('what a server does not take away is named', async () => {
  const { fetch } = serverWith(0);
  const stubborn: Fetch = async (url, init) =>
    init.method === 'DELETE' ? new Response('{"title":"no"}', { status: 405 }) : fetch(url, init);
  const { summary } = await run({ fetch: stubborn, writeCollection: OPEN });
  assert.ok(summary.left.length >= 10);
  assert.equal(exitCodeOf(summary), 1);
});

test('wrong use and a server that is not there are told apart', async () => {
  const { fetch } = serverWith(1);
  const cases: [Partial<CheckOptions>, 2 | 3][] = [
    [{ writeCollection: 'nothing' }, 2],
    [{ writeCollection: READ_ONLY }, 2],
    [{ url: 'http://example.org/' }, 2],
    [{ url: 'no address' }, 2],
    [{ auth: { basic: { user: 'a:b', password: '' } } }, 2],
    [{ fetch: async () => Promise.reject(new TypeError('fetch failed')) }, 3],
    [{ fetch: async () => new Response('nothing here', { status: 404 }) }, 2],
    [{ fetch: async () => new Response('{"title":"no"}', { status: 401 }) }, 2],
  ];
  for (const [options, code] of cases) {
    await assert.rejects(run({ fetch, ...options }), (error) => {
      assert.ok(error instanceof CybexError, String(error));
      assert.equal(exitCodeOfError(error), code, error.message);
      return true;
    });
  }
  assert.equal(exitCodeOfError(new Error('a fault of our own')), 3);
});

test('a server that goes away on the way makes rows fail, not the run', async () => {
  const { fetch } = serverWith(20);
  let left = 60;
  const dying: Fetch = (url, init) =>
    left-- > 0 ? fetch(url, init) : Promise.reject(new TypeError('fetch failed'));
  const { rows, summary } = await run({ fetch: dying, writeCollection: OPEN });
  assert.equal(rows.length, CLAUSE_IDS.length);
  assert.ok(rows.some(({ reason }) => reason?.startsWith('no answer')));
  assert.ok(summary.left.length > 0);
});

test('a server that limits rates is waited for', async () => {
  const { fetch } = serverWith(5);
  const waits: number[] = [];
  let calls = 0;
  const limited: Fetch = async (url, init) =>
    ++calls % 5 === 0
      ? new Response('{}', { status: 429, headers: { 'retry-after': '3' } })
      : fetch(url, init);
  const { rows } = await run({
    fetch: limited,
    sleep: async (ms) => {
      waits.push(ms);
    },
  });
  assert.deepEqual(idsOf(rows, 'fail'), []);
  assert.ok(waits.length > 10 && waits.every((ms) => ms === 3_000));
});

test('credentials and foreign API roots: nothing goes to another host', async () => {
  const { fetch } = serverWith(5);
  const hosts = new Set<string>();
  const elsewhere: Fetch = async (url, init) => {
    hosts.add(new URL(url).host);
    const answer = await fetch(url, init);
    if (!url.endsWith('/taxii2/')) return answer;
    const body = { title: 't', api_roots: ['http://internal.example:5000/taxii2/api1/'] };
    return new Response(JSON.stringify(body), { headers: answer.headers });
  };
  const { rows } = await run({ fetch: elsewhere });
  assert.deepEqual([...hosts], ['127.0.0.1']);
  assert.deepEqual(idsOf(rows, 'fail'), ['discovery.api-root-urls']);
});

test('rows carry evidence without credentials; the report is a table in two languages', async () => {
  const { fetch } = serverWith(5);
  const broken: Fetch = async (url, init) =>
    url.includes('limit=0') ? fetch(url.replace('limit=0', 'limit=1'), init) : fetch(url, init);
  const { rows, summary } = await run({ fetch: broken });
  const failed = rows.find(({ result }) => result === 'fail');
  assert.equal(failed?.id, 'query.limit-malformed');
  assert.match(failed?.evidence[0]?.request ?? '', /^GET \/taxii2\/api1\/.*limit=0$/);
  assert.equal(failed?.evidence[0]?.status, 200);
  assert.equal(summary.findings, 1);
  assert.equal(exitCodeOf(summary), 1);
  assert.ok(!JSON.stringify(rows).includes(btoa('alpha:secret')));
  const english = reportText(rows, summary);
  assert.match(english, /^Result {2}Level/);
  assert.match(english, /FAIL {4}MUST {4}§3\.4 +query\.limit-malformed/);
  assert.match(english, /not applicable/);
  const japanese = reportText(rows, summary, 'ja');
  assert.match(japanese, /^結果 +水準 +条項/);
  assert.match(japanese, /不適合/);
  const check: CheckSummary = JSON.parse(JSON.stringify(summary));
  assert.deepEqual(check, summary);
});

test('a credential that cannot be sent is refused before anything is sent', async () => {
  const sent: string[] = [];
  const { fetch } = serverWith(1);
  const watched: Fetch = (url, init) => {
    sent.push(url);
    return fetch(url, init);
  };
  await assert.rejects(
    run({ fetch: watched, auth: { basic: { user: 'a:b', password: 'c' } } }),
    CybexError,
  );
  assert.deepEqual(sent, []);
});
