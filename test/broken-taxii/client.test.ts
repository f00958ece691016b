import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  createTaxiiClient,
  type FeedCursor,
  type TaxiiClient,
  TaxiiError,
} from '../../src/exchange/taxii/client/index.ts';
import { FAULTS } from './faults/index.ts';
import {
  type Fault,
  makeServer,
  READ_ONLY,
  READ_WRITE,
  startServer,
  type Times,
  USER,
} from './server.ts';

const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/** Objects whose text no JSON writer would produce in this form. */
function oddObjects(count: number, prefix = 0): string[] {
  return Array.from({ length: count }, (_, n) => {
    const id = `tool--00000000-0000-4000-8000-${String(prefix * 1000 + n).padStart(12, '0')}`;
    return (
      `{ "type":"tool",\n"spec_version" : "2.1","id":"${id}","name":"\\u00e9 ${n}",` +
      `"created":"2020-01-01T00:00:00.000Z","modified":"2020-01-0${(n % 9) + 1}T00:00:00.000Z",` +
      `"x_number":1.50e2 }`
    );
  });
}

/** The memory house writes objects anew on POST: they are put with their bytes here. */
function fill(household: ReturnType<typeof makeServer>['household'], texts: readonly string[]) {
  for (const text of texts) {
    const bytes = new TextEncoder().encode(text);
    household.put(READ_WRITE, JSON.parse(text), { bytes, owner: 'testers' });
  }
}

test('over a socket: discover, add, follow, read manifest and versions, remove', async () => {
  const server = await startServer();
  try {
    const client = createTaxiiClient({ url: server.url, auth: { basic: USER } });
    const { apiRoots } = await client.discovery();
    assert.deepEqual(apiRoots, [`${server.url}taxii2/api1/`]);
    const root = await client.apiRoot();
    const collections = await client.collections(root.url);
    assert.equal(collections.length, 3);
    const place = { apiRoot: root.url, collection: READ_WRITE };
    assert.equal((await client.collection(place)).alias, 'read-write');

    const sent = oddObjects(250);
    const report = await client.add(place, sent);
    assert.deepEqual([report.total, report.success, report.failure], [250, 250, 0]);
    assert.ok(report.statuses.length >= 3, 'the limit of the server makes several envelopes');
    assert.equal((await client.status(root.url, report.statuses[0] ?? '')).status, 'complete');

    const objects: unknown[] = [];
    for await (const object of client.objects({ ...place, limit: 40 })) {
      objects.push(JSON.parse(decode(object.bytes)));
    }
    assert.deepEqual(
      objects,
      sent.map((text) => JSON.parse(text)),
    );
    const rows: string[] = [];
    for await (const page of client.manifest({ ...place, limit: 70 })) {
      rows.push(...page.items.map(({ id }) => id));
    }
    assert.equal(new Set(rows).size, 250);
    const id = rows[0] ?? '';
    const versions: string[] = [];
    for await (const page of client.versions({ ...place, object: id })) {
      versions.push(...page.items);
    }
    assert.deepEqual(versions, ['2020-01-01T00:00:00.000Z']);
    await client.remove({ ...place, object: id });
    await assert.rejects(client.remove({ ...place, object: id }), { status: 404 });
    await assert.rejects(
      async () => {
        for await (const _page of client.pages({ ...place, object: id })) assert.fail('gone');
      },
      (error) => error instanceof TaxiiError && error.code === 'absent',
    );
  } finally {
    await server.close();
  }
});

test('over a socket: errors come with what the server says', async () => {
  const server = await startServer();
  try {
    const wrong = createTaxiiClient({
      url: server.url,
      auth: { basic: { ...USER, password: 'x' } },
    });
    await assert.rejects(wrong.discovery(), { code: 'unauthenticated', status: 401 });
    const client = createTaxiiClient({ url: server.url, auth: { basic: USER } });
    const apiRoot = `${server.url}taxii2/api1/`;
    await assert.rejects(
      client.add({ apiRoot, collection: READ_ONLY }, oddObjects(1)),
      (error) => error instanceof TaxiiError && error.status === 403 && error.taxii !== undefined,
    );
  } finally {
    await server.close();
  }
});

/** Follows a feed, stopping after each page and going on with the kept cursor. */
async function copyInSteps(client: TaxiiClient, apiRoot: string, onPage: (n: number) => void) {
  const texts: string[] = [];
  const notices: string[] = [];
  let cursor: FeedCursor | undefined;
  for (let n = 0; n < 500; n++) {
    const query = { apiRoot, collection: READ_WRITE, limit: 7, ...(cursor ? { cursor } : {}) };
    const step = await client.pages(query).next();
    if (step.done === true) break;
    texts.push(...step.value.items.map(({ bytes }) => decode(bytes)));
    notices.push(...step.value.notices);
    cursor = JSON.parse(JSON.stringify(step.value.cursor)) as FeedCursor;
    if (!step.value.more) return { texts, notices };
    onPage(n);
  }
  return assert.fail('no end');
}

async function copyOf(fault: Fault, times: Times, onPage?: (n: number) => void) {
  const server = makeServer(fault, times);
  const texts = oddObjects(60);
  fill(server.household, texts);
  const client = createTaxiiClient({
    url: 'http://127.0.0.1/',
    auth: { basic: USER },
    fetch: server.fetch,
    sleep: async () => {},
  });
  const apiRoot = 'http://127.0.0.1/taxii2/api1/';
  const copied = await copyInSteps(client, apiRoot, (n) => {
    if (n === 3) server.household.newEpoch();
    onPage?.(n);
  });
  return { ...copied, source: texts };
}

test('a new epoch of the feed ends its tokens: the walk goes on by time, byte for byte', async () => {
  for (const times of ['distinct', 'whole-second'] as const) {
    const { texts, notices, source } = await copyOf({}, times);
    assert.deepEqual(texts, source);
    assert.deepEqual(notices, ['token-refused']);
  }
});

/** Faults of servers that the client makes good, by their names in the table. */
const SURVIVED = [
  'next beside added_after is refused',
  'next is refused after a page that ended at a whole second',
  'a page begins with the last object of the page before',
  'next that was never given is the first page',
  'next without more',
  'times have milliseconds',
  'no date-added headers on an empty page',
  'the media type is application/json',
  'the media type has no version',
  'an empty page has an empty list',
  'a STIX bundle instead of an envelope',
];

for (const what of SURVIVED) {
  test(`the copy is whole in spite of: ${what}`, async () => {
    const fault = FAULTS.find((row) => row.what === what);
    assert.ok(fault);
    const { texts, source, notices } = await copyOf(fault, fault.times ?? 'distinct');
    assert.ok(notices.length <= 1, 'a server that refuses its tokens is not asked with them again');
    // Some of these faults write the JSON anew: the objects are compared as values here.
    const values = (all: readonly string[]) => all.map((text) => JSON.parse(text));
    assert.deepEqual(values(texts), values(source));
  });
}
