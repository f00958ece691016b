import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fixedClock } from '../../../core/clock.ts';
import { CybexError } from '../../../core/error.ts';
import {
  type Fault,
  type FixtureOptions,
  fixtureFetch,
  fixtureObjects,
} from './feed.test.fixture.ts';
import { createTaxiiClient, type FeedCursor, TaxiiError } from './index.ts';
import { readTimestamp } from './timestamp.ts';

const PLACE = { apiRoot: 'https://feed.example/root/', collection: 'c' };

function clientOf(fetch: ReturnType<typeof fixtureFetch>, attempts = 3) {
  const waits: number[] = [];
  const client = createTaxiiClient({
    url: 'https://feed.example/',
    fetch,
    retry: { attempts, baseMs: 10, capMs: 100 },
    sleep: async (ms) => {
      waits.push(ms);
    },
    clock: fixedClock(0),
    random: () => 0.5,
  });
  return { client, waits };
}

const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

async function copy(options: FixtureOptions, query: { limit?: number } = {}) {
  const fetch = fixtureFetch(options);
  const { client } = clientOf(fetch);
  const texts: string[] = [];
  const notices: string[] = [];
  for await (const page of client.pages({ ...PLACE, ...query })) {
    texts.push(...page.items.map((item) => decode(item.bytes)));
    notices.push(...page.notices);
  }
  return { texts, notices, seen: fetch.seen };
}

test('§3.5: next is sent with the same query as before, added_after included', async () => {
  const objects = fixtureObjects(Array.from({ length: 7 }, () => 10));
  const fetch = fixtureFetch({ objects, pageMax: 3, tokens: true });
  const { client } = clientOf(fetch);
  const query = {
    ...PLACE,
    addedAfter: '2020-01-01T00:00:00Z',
    match: { type: ['identity', 'tool'], version: 'all' },
    limit: 3,
  };
  const ids: string[] = [];
  for await (const object of client.objects(query)) ids.push(object.id);
  assert.equal(ids.length, 7);
  const queries = fetch.seen.map((url) => {
    const copy = new URL(url);
    copy.searchParams.delete('next');
    return copy.href;
  });
  assert.equal(new Set(queries).size, 1);
  assert.equal(
    queries[0],
    'https://feed.example/root/collections/c/objects/?match%5Btype%5D=identity%2Ctool' +
      '&match%5Bversion%5D=all&added_after=2020-01-01T00%3A00%3A00.000000Z&limit=3',
  );
});

test('objects come byte for byte, whatever stands around them', async () => {
  const objects = fixtureObjects(Array.from({ length: 25 }, (_, i) => i % 2));
  for (const tokens of [true, false]) {
    const { texts } = await copy({ objects, pageMax: 7, tokens });
    assert.deepEqual(
      texts,
      objects.map((object) => object.json),
    );
  }
});

test('more without next: goes on by time, not past objects that share a time', async () => {
  // 2 + 3 objects per time with pages of 4: a strict added_after would lose one of the second time.
  const objects = fixtureObjects([10, 0, 10, 0, 0, 10, 0]);
  const { texts, seen } = await copy({ objects, pageMax: 4, tokens: false });
  assert.equal(new Set(texts).size, 7);
  assert.equal(texts.length, 7);
  assert.ok(seen.every((url) => !url.searchParams.has('next')));
});

test('times written in milliseconds or seconds lose nothing either', async () => {
  const objects = fixtureObjects(Array.from({ length: 40 }, (_, i) => (i % 5) * 170));
  for (const digits of [0, 3] as const) {
    const { texts } = await copy({ objects, pageMax: 100, tokens: false, digits }, { limit: 4 });
    assert.equal(new Set(texts).size, 40, `${digits} digits`);
    assert.equal(texts.length, 40, `${digits} digits`);
  }
});

test('times rounded up hide nothing', async () => {
  // Objects 0.3 ms apart: every second header names a time after objects that are still to come.
  const objects = fixtureObjects(Array.from({ length: 40 }, () => 300));
  const options = { objects, pageMax: 100, tokens: false, digits: 3, rounded: true } as const;
  const { texts } = await copy(options, { limit: 3 });
  assert.equal(new Set(texts).size, 40);
  assert.equal(texts.length, 40);
});

test('passes over a feed that stands still ask for the same and give nothing', async () => {
  const objects = fixtureObjects([1, 0, 5]);
  let cursor: FeedCursor | undefined;
  const asked: (string | null)[] = [];
  for (let pass = 0; pass < 4; pass++) {
    // From the second pass on the last objects are gone: the pages are empty.
    const fetch = fixtureFetch({
      objects: pass === 0 ? objects : [],
      pageMax: 10,
      tokens: true,
    });
    const query = { ...PLACE, ...(cursor === undefined ? {} : { cursor }) };
    for await (const page of clientOf(fetch).client.pages(query)) {
      assert.equal(page.items.length, pass === 0 ? 3 : 0);
      cursor = page.cursor;
    }
    asked.push(fetch.seen[0]?.searchParams.get('added_after') ?? null);
  }
  assert.equal(asked[0], null);
  assert.notEqual(asked[1], null);
  assert.deepEqual(asked.slice(1), [asked[1], asked[1], asked[1]]);
});

test('a server that gives the same page and token for ever is an error, not a loop', async () => {
  const source = fixtureFetch({ objects: fixtureObjects([1, 1]), pageMax: 1, tokens: true });
  const same = async (url: string, init: RequestInit) => {
    const answer = await source(url.replace(/[?&]next=[^&]*/, ''), init);
    const text = (await answer.text()).replace(/"next":"[^"]*"/, '"next":"same"');
    return new Response(text, { headers: answer.headers });
  };
  const looping = createTaxiiClient({ url: 'https://feed.example/', fetch: same });
  let pages = 0;
  await assert.rejects(async () => {
    for await (const _page of looping.pages(PLACE)) assert.ok(++pages < 10, 'it loops');
  }, TaxiiError);
});

test('a group of equal times larger than the asked page makes the page larger', async () => {
  const objects = fixtureObjects([10, ...Array.from({ length: 20 }, () => 0), 10]);
  const { texts, notices } = await copy({ objects, pageMax: 100, tokens: false }, { limit: 5 });
  assert.equal(texts.length, 22);
  assert.deepEqual(notices, []);
});

test('a group of equal times larger than any page is said, and does not stop the follower', async () => {
  const objects = fixtureObjects([10, 0, 0, 0, 0, 10, 10]);
  const { texts, notices } = await copy({ objects, pageMax: 3, tokens: false });
  assert.deepEqual(notices, ['tie-larger-than-page']);
  assert.equal(new Set(texts).size, texts.length);
  assert.ok(texts.includes(objects[6]!.json));
});

test('a refused token: goes on from the last time, drops what it has', async () => {
  const objects = fixtureObjects(Array.from({ length: 20 }, (_, i) => i % 3));
  let calls = 0;
  const fault = (): Fault => (++calls === 3 ? 'forget' : 'none');
  const { texts, notices } = await copy({ objects, pageMax: 6, tokens: true, fault });
  assert.deepEqual(notices, ['token-refused']);
  assert.deepEqual(
    texts,
    objects.map((object) => object.json),
  );
});

test('a next pass asks for what is new only', async () => {
  const objects = fixtureObjects([1, 1, 1]);
  const first = fixtureFetch({ objects: objects.slice(0, 2), pageMax: 10, tokens: true });
  let cursor: FeedCursor | undefined;
  for await (const page of clientOf(first).client.pages(PLACE)) cursor = page.cursor;
  assert.ok(cursor);
  const second = fixtureFetch({ objects, pageMax: 10, tokens: true });
  const kept = JSON.parse(JSON.stringify(cursor)) as FeedCursor;
  const texts: string[] = [];
  for await (const object of clientOf(second).client.objects({ ...PLACE, cursor: kept })) {
    texts.push(decode(object.bytes));
  }
  assert.deepEqual(texts, [objects[2]!.json]);
  const asked = second.seen[0]?.searchParams.get('added_after') ?? '';
  assert.equal(readTimestamp(asked)?.micros, objects[1]!.added - 1);
});

test('a cursor of another feed or of nothing is refused', async () => {
  const fetch = fixtureFetch({ objects: fixtureObjects([1]), pageMax: 1, tokens: true });
  const { client } = clientOf(fetch);
  let cursor: FeedCursor | undefined;
  for await (const page of client.pages(PLACE)) cursor = page.cursor;
  const elsewhere = { ...PLACE, collection: 'other', ...(cursor ? { cursor } : {}) };
  for (const query of [
    elsewhere,
    { ...PLACE, cursor: {} as FeedCursor },
    { ...PLACE, cursor: { ...cursor, recent: [{ last: 1 }] } as unknown as FeedCursor },
  ]) {
    assert.throws(
      () => client.pages(query),
      (error) => error instanceof CybexError && error.code === 'invalid-argument',
    );
  }
});

test('a server that says more for ever without giving a place is an error, not a loop', async () => {
  const options = { objects: fixtureObjects([1, 1, 1]), pageMax: 1, tokens: false };
  await assert.rejects(copy({ ...options, headers: false }), TaxiiError);
});

/** Faults of a hostile network and a restarting server, in any order. */
const faults = fc.array(
  fc.constantFrom<Fault>('none', 'none', 'drop', 'cut', 'truncate', 'busy', 'limited', 'forget'),
  { minLength: 1, maxLength: 40 },
);

/** Follows to the end: stops after so many objects of each run, goes on from the kept cursor. */
async function interrupted(options: FixtureOptions, limit: number, stops: readonly number[]) {
  const { client } = clientOf(fixtureFetch(options), 2);
  const texts: string[] = [];
  let cursor: FeedCursor | undefined;
  for (let run = 0; ; run++) {
    assert.ok(run < 100, 'no progress');
    try {
      let taken = 0;
      const query = { ...PLACE, limit, ...(cursor === undefined ? {} : { cursor }) };
      let stopped = false;
      for await (const object of client.objects(query)) {
        texts.push(decode(object.bytes));
        // Kept as a program would keep it: as JSON, after every object.
        cursor = JSON.parse(JSON.stringify(object.cursor())) as FeedCursor;
        stopped = ++taken === stops[run];
        if (stopped) break;
      }
      if (!stopped) return texts;
    } catch (error) {
      assert.ok(error instanceof TaxiiError, String(error));
    }
  }
}

test('stopped within a page, then the token is refused: what the page gave is no tie', async () => {
  const SECONDS = 2_000_000;
  const rows: readonly (readonly [string, number[], number, Fault[], number[]])[] = [
    [
      'two refusals first, one object of the second page taken',
      [0, SECONDS, SECONDS, 0],
      2,
      ['busy', 'limited', 'none', 'none', 'forget'],
      [1, 3],
    ],
    [
      'a tie at the end of the first page',
      [0, SECONDS, 0, SECONDS, 0],
      3,
      ['none', 'none', 'forget'],
      [4],
    ],
  ];
  for (const [name, gaps, limit, plan, stops] of rows) {
    for (const digits of [0, 3, 6] as const) {
      const objects = fixtureObjects(gaps);
      const fault = (request: number) => plan[request] ?? 'none';
      const options = { objects, pageMax: 100, tokens: true, digits, fault };
      assert.deepEqual(
        await interrupted(options, limit, stops),
        objects.map((object) => object.json),
        `${name}, ${digits} digits`,
      );
    }
  }
});

test('property: after any interruptions the copy equals the source, without duplicates', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom(0, 0, 1, 1, 7, 1_000, 2_000_000), { maxLength: 60 }),
      fc.integer({ min: 1, max: 9 }),
      fc.boolean(),
      fc.constantFrom(0 as const, 3 as const, 6 as const),
      faults,
      fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 8 }),
      async (gaps, limit, tokens, digits, plan, stops) => {
        const objects = fixtureObjects(gaps);
        // The plan ends: no network is broken for ever.
        const fault = (request: number) => plan[request] ?? 'none';
        const options = { objects, pageMax: 100, tokens, digits, fault };
        assert.deepEqual(
          await interrupted(options, limit, stops),
          objects.map((object) => object.json),
        );
      },
    ),
    { numRuns: 300 },
  );
});
