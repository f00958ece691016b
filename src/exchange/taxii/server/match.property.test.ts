/**
 * Random collections and random combinations of filters, walked page by page over the server, beside
 * a model that says for each object alone whether it belongs on the walk. The model is written from
 * the text of TAXII 2.1 §3.4 and shares no code with memory.test.match.ts.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { microsToTimestamp } from '../../../core/timestamp.ts';
import type { MemoryHousehold } from './memory.test.house.ts';
import {
  ask,
  at,
  collectionUrl,
  OPEN,
  objectsUrl,
  stix,
  testHousehold,
} from './server.test.fixture.ts';

interface Item {
  readonly type: string;
  readonly n: number;
  readonly day: number;
  readonly spec: '2.0' | '2.1';
  readonly hidden: boolean;
}

const TYPES = ['indicator', 'malware', 'campaign'];
const item = fc.record<Item>({
  type: fc.constantFrom(...TYPES),
  n: fc.integer({ min: 1, max: 3 }),
  day: fc.integer({ min: 1, max: 5 }),
  spec: fc.constantFrom('2.0' as const, '2.1' as const),
  hidden: fc.boolean(),
});
/** At most one record of an id, version and specification version, as in a collection. */
const world = fc.uniqueArray(item, {
  maxLength: 25,
  selector: ({ type, n, day, spec }) => `${type} ${n} ${day} ${spec}`,
});

interface Filters {
  readonly ids: readonly (readonly [string, number])[] | null;
  readonly types: readonly string[] | null;
  readonly specs: readonly string[] | null;
  readonly versions: readonly (number | 'first' | 'last' | 'all')[] | null;
  readonly after: number | null;
  readonly limit: number;
}

const some = <T>(value: fc.Arbitrary<T>) =>
  fc.option(fc.uniqueArray(value, { minLength: 1, maxLength: 3 }));
const version = fc.oneof(
  fc.constantFrom('first' as const, 'last' as const),
  fc.integer({ min: 1, max: 6 }),
);
const filters = fc.record<Filters>({
  ids: fc.option(
    fc.array(fc.tuple(fc.constantFrom(...TYPES), fc.integer({ min: 1, max: 4 })), {
      minLength: 1,
      maxLength: 4,
    }),
  ),
  types: some(fc.constantFrom(...TYPES, 'x-other')),
  specs: some(fc.constantFrom('2.0', '2.1', '9.9')),
  versions: fc.oneof(some(version), fc.constant(['all' as const])),
  after: fc.option(fc.integer({ min: 0, max: 26 })),
  limit: fc.integer({ min: 1, max: 6 }),
});

const objectOf = ({ type, n, day, spec }: Item) => stix(type, n, day, { spec_version: spec });
const dayText = (day: number) => stix('x', 1, day).modified;

function queryOf({ ids, types, specs, versions, after, limit }: Filters): string {
  const parts = [`limit=${limit}`];
  if (ids !== null) parts.push(`match[id]=${ids.map(([type, n]) => stix(type, n).id).join()}`);
  if (types !== null) parts.push(`match[type]=${types.join()}`);
  if (specs !== null) parts.push(`match[spec_version]=${specs.join()}`);
  if (versions !== null) {
    const texts = versions.map((v) => (typeof v === 'number' ? dayText(v) : v));
    parts.push(`match[version]=${texts.join()}`);
  }
  if (after !== null) parts.push(`added_after=${microsToTimestamp(at(after))}`);
  return parts.join('&');
}

/** Does `one`, the n-th that was added, belong on the walk of who sees `visible`? */
function belongs(one: Item, n: number, visible: readonly Item[], asked: Filters): boolean {
  const same = visible.filter((other) => other.type === one.type && other.n === one.n);
  const named = asked.ids === null || asked.ids.some(([t, k]) => t === one.type && k === one.n);
  const typed = asked.types === null || asked.types.includes(one.type);
  const newest = same.some(({ spec }) => spec === '2.1') ? '2.1' : '2.0';
  const specs = asked.specs ?? [newest];
  const rivals = same.filter(({ spec }) => specs.includes(spec));
  const days = rivals.map(({ day }) => day);
  const wanted = (asked.versions ?? ['last']).some((v) => {
    if (v === 'all') return true;
    if (v === 'last') return one.day === Math.max(...days);
    return v === 'first' ? one.day === Math.min(...days) : one.day === v;
  });
  const late = asked.after === null || n > asked.after;
  return named && typed && specs.includes(one.spec) && wanted && late;
}

async function walk(household: MemoryHousehold, url: string, limit: number) {
  const all: { id: string; modified?: string; version?: string }[] = [];
  for (let next = ''; ; ) {
    const page = await ask(household, 'GET', next === '' ? url : `${url}&next=${next}`);
    assert.equal(page.status, 200);
    const objects = page.json.objects ?? [];
    assert.ok(objects.length <= limit);
    assert.equal('more' in page.json, objects.length > 0);
    all.push(...objects);
    if (page.json.more !== true) return all;
    assert.equal(objects.length, limit, 'a page that says more is full');
    next = page.json.next;
  }
}

test('any combination of filters gives what the model says, whatever the page size', async () => {
  await fc.assert(
    fc.asyncProperty(world, filters, async (items, asked) => {
      const household = testHousehold();
      items.forEach((one, i) => {
        const visibleTo = (organisation: string) => !one.hidden || organisation === 'beta';
        household.put(OPEN, objectOf(one), { added: at(i + 1), visibleTo });
      });
      const visible = items.filter(({ hidden }) => !hidden);
      const expected = items
        .filter((one, i) => !one.hidden && belongs(one, i + 1, visible, asked))
        .map(({ type, n, day }) => `${stix(type, n).id} ${dayText(day)}`);
      const query = queryOf(asked);
      const objects = await walk(household, objectsUrl(OPEN, query), asked.limit);
      assert.deepEqual(
        objects.map(({ id, modified }) => `${id} ${modified}`),
        expected,
        query,
      );
      const manifest = `${collectionUrl(OPEN)}manifest/?${query}`;
      const rows = await walk(household, manifest, asked.limit);
      assert.deepEqual(
        rows.map(({ id, version: v }) => `${id} ${v}`),
        expected,
        query,
      );
    }),
    { numRuns: 400 },
  );
});

test('with and without hidden objects, every byte of every answer is the same', async () => {
  await fc.assert(
    fc.asyncProperty(
      world,
      fc.array(filters, { minLength: 1, maxLength: 4 }),
      async (items, list) => {
        const [full, bare] = [testHousehold(), testHousehold()];
        items.forEach((one, i) => {
          const visibleTo = (organisation: string) => !one.hidden || organisation === 'beta';
          const put = { added: at(i + 1), tie: 0, owner: 'gamma', visibleTo };
          full.put(OPEN, objectOf(one), put);
          if (!one.hidden) bare.put(OPEN, objectOf(one), put);
        });
        for (const asked of list) {
          const query = queryOf(asked);
          const { id } = stix(asked.types?.[0] ?? 'malware', asked.limit);
          for (const [method, url] of [
            ['GET', objectsUrl(OPEN, query)],
            ['GET', `${collectionUrl(OPEN)}manifest/?${query}`],
            ['GET', `${objectsUrl(OPEN)}${id}/?${query}`],
            ['GET', `${objectsUrl(OPEN)}${id}/versions/?${query}`],
            ['HEAD', objectsUrl(OPEN, query)],
            ['DELETE', `${objectsUrl(OPEN)}${id}/`],
          ] as const) {
            const answers = [await ask(full, method, url), await ask(bare, method, url)];
            assert.deepEqual(answers[0], answers[1], `${method} ${url}`);
          }
        }
      },
    ),
    { numRuns: 100 },
  );
});
