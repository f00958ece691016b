/** The behaviours of the OASIS reference server, run against ours over a house in memory. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { systemClock } from '../../../core/clock.ts';
import { LIMITS } from '../../../core/limits.ts';
import { microsToTimestamp, timestampToMicros } from '../../../core/timestamp.ts';
import type { TaxiiStatusItem } from '../port.ts';
import { TAXII_DIVERGENCES } from './divergences.ts';
import { bodyText, taxiiRequest } from './memory.test.fetch.ts';
import { createMemoryHousehold, type MemoryCaller, NOBODY } from './memory.test.house.ts';
import { handleTaxii } from './server.ts';
import { taxiiSettings } from './settings.ts';

const corpus = join(process.env.CYBEX_CORPORA ?? '../shared/corpora', 'taxii');
const CLOCK = systemClock();
const MEMBER: MemoryCaller = { id: 'member', organisation: 'members', anonymous: false };

type Json = Record<string, unknown>;
interface Expect extends Json {
  readonly status?: number | string;
}
interface Step {
  readonly request: {
    readonly method: string;
    readonly path: string;
    readonly authorised: boolean;
    readonly body?: Json;
  } | null;
  readonly expect: Expect;
}
interface Behaviours {
  readonly TEST_OBJECT: { readonly objects: readonly Json[] };
  readonly tests: readonly { readonly id: string; readonly steps: readonly Step[] }[];
}

const read = (file: string) => JSON.parse(readFileSync(join(corpus, file), 'utf8'));
const list = (value: unknown) => (Array.isArray(value) ? (value as Json[]) : []);
const text = (value: unknown) => (typeof value === 'string' ? value : '');

/** The reference server's file in our house; every collection is listed, as theirs are. */
function loadStore() {
  const store = read('store.json') as Record<string, Json>;
  const roots = Object.keys(store).filter((key) => !key.startsWith('/'));
  const household = createMemoryHousehold({
    title: text(store['/discovery']?.title),
    clock: CLOCK,
    apiRoots: roots.map((path) => {
      const information = store[path]?.information as Json;
      return {
        path,
        title: text(information.title),
        description: text(information.description),
      };
    }),
    collections: roots.flatMap((apiRoot) =>
      list(store[apiRoot]?.collections).map((collection) => ({
        apiRoot,
        id: text(collection.id),
        title: text(collection.title),
        mediaTypes: collection.media_types as string[],
        rights: (caller: MemoryCaller) =>
          caller.anonymous
            ? null
            : { canRead: collection.can_read === true, canWrite: collection.can_write === true },
      })),
    ),
  });
  for (const root of roots) {
    for (const collection of list(store[root]?.collections)) putAll(household, collection);
    for (const status of list(store[root]?.status)) putStatus(household, root, status);
  }
  return household;
}

type Household = ReturnType<typeof loadStore>;

function putAll(household: Household, collection: Json) {
  const manifest = list(collection.manifest);
  for (const object of list(collection.objects)) {
    const version = object.modified ?? object.created;
    const mediaType = `application/stix+json;version=${object.spec_version ?? '2.0'}`;
    const entry = manifest.find(
      (row) => row.id === object.id && row.version === version && row.media_type === mediaType,
    );
    const added = timestampToMicros(text(entry?.date_added), 'floor');
    assert.ok(added !== null, `no manifest entry for ${object.id}`);
    household.put(text(collection.id), object, { added, owner: 'members' });
  }
}

function putStatus(household: Household, root: string, status: Json) {
  const items = (name: string) => list(status[name]) as unknown as TaxiiStatusItem[];
  household.putStatus(root, 'members', {
    id: text(status.id),
    status: status.status === 'complete' ? 'complete' : 'pending',
    requested: timestampToMicros(text(status.request_timestamp), 'floor') ?? 0,
    total: Number(status.total_count ?? 0),
    successCount: Number(status.success_count),
    failureCount: Number(status.failure_count),
    pendingCount: Number(status.pending_count),
    successes: items('successes'),
    failures: items('failures'),
    pendings: items('pendings'),
  });
}

/** Writes out the bodies that the corpus describes in words. */
function bodyOf(body: Json, testObject: Json, lastPosted: Json): unknown {
  if (Array.isArray(body.objects)) return body;
  if (typeof body.objects === 'string') {
    const { modified: _modified, ...unversioned } = lastPosted;
    return { objects: [lastPosted, unversioned] };
  }
  if (body.use !== 'TEST_OBJECT') return testObject;
  const modified = body.modified_list as string[] | undefined;
  if (modified !== undefined) {
    const created = body.created;
    return { objects: modified.map((value) => ({ ...testObject, created, modified: value })) };
  }
  const also = body.and_also === undefined ? [] : [{ ...testObject, ...(body.and_also as Json) }];
  return { objects: [testObject, ...also] };
}

interface Got {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Json;
}

const ids = (got: Got) => list(got.body.objects).map((object) => object.id);
const every = (got: Got, member: string) => [
  ...new Set(list(got.body.objects).map((object) => object[member])),
];
const byId = (got: Got, member: string) =>
  Object.fromEntries(list(got.body.objects).map((object) => [object.id, object[member]]));
const within = (all: Json, wanted: Json) =>
  Object.fromEntries(Object.keys(wanted).map((key) => [key, all[key]]));

function dateHeaders(got: Got, expected: unknown) {
  const [first, last] = ['first', 'last'].map((end) => got.headers[`x-taxii-date-added-${end}`]);
  if (typeof expected !== 'string') return { date_added_first: first, date_added_last: last };
  const rows = list(got.body.objects);
  const same = first === rows[0]?.date_added && last === rows.at(-1)?.date_added;
  return same ? expected : { first, last };
}

/** What the answer shows for one member of `expect`: equal to the expected value when it holds. */
const SHOWN: Record<string, (got: Got, expected: never) => unknown> = {
  status: (got, expected: number | string) => {
    const either = got.status === 404 || (got.status === 200 && ids(got).length === 0);
    return typeof expected === 'string' && either ? expected : got.status;
  },
  content_type: (got) => got.headers['content-type'],
  api_roots_first: (got) => (got.body.api_roots as string[])[0],
  title: (got) => got.body.title,
  http_status: (got) => got.body.http_status,
  more: (got) => got.body.more,
  body: (got) => got.body,
  objects: (got) => list(got.body.objects).length,
  versions: (got) => list(got.body.versions).length,
  version_list: (got) => got.body.versions,
  success_count: (got) => got.body.success_count,
  collection_count: (got) => list(got.body.collections).length,
  collection_ids: (got) => list(got.body.collections).map(({ id }) => id),
  ids_in_order: ids,
  first_id: (got) => ids(got)[0],
  contains_ids: (got, expected: string[]) => expected.filter((id) => ids(got).includes(id)),
  modified_in_order: (got) => list(got.body.objects).map(({ modified }) => modified),
  modified_of: (got, expected: Json) => within(byId(got, 'modified'), expected),
  version_of: (got, expected: Json) => within(byId(got, 'version'), expected),
  headers: dateHeaders,
  has_members: (got, expected: string[]) => expected.filter((name) => name in got.body),
  absent_members: (got, expected: string[]) => expected.filter((name) => !(name in got.body)),
  absent_versions: (got, expected: string[]) =>
    expected.filter((version) => !(got.body.versions as string[]).includes(version)),
  no_member: (got, expected: string) =>
    list(got.body.objects).some((object) => expected in object) ? null : expected,
  all_types: (got) => every(got, 'type').join(),
  all_spec_version: (got) => every(got, 'spec_version').join(),
  all_media_type: (got) => every(got, 'media_type').join(),
  all_ids_contain: (got, expected: string) =>
    ids(got).every((id) => text(id).includes(expected)) ? expected : ids(got),
  description_contains: (got, expected: string) =>
    text(got.body.description).includes(expected) ? expected : got.body.description,
  order: (got, expected: string) => {
    const dates = list(got.body.objects).map((row) => text(row.date_added));
    const rising = dates.every((date, i) => i === 0 || date > (dates[i - 1] ?? ''));
    return rising ? expected : dates;
  },
};

/** Four tests speak of the reference server's own configuration and files, not of TAXII. */
function checkSetting(id: string, expect: Expect) {
  if (id === 'config-defaults') assert.equal(LIMITS.taxii.pageDefault, expect.max_page_size);
  // §4.3: at least 24 hours.
  else if (id === 'status-retention') assert.ok(LIMITS.taxii.statusDays >= 1);
  else assert.ok(['config-no-backend', 'store-save'].includes(id), `${id} is not read here`);
}

test('the behaviours of the reference server', async (t) => {
  if (!existsSync(corpus)) {
    t.skip('corpus taxii absent: set CYBEX_CORPORA');
    return;
  }
  const behaviours = read('behaviours.json') as Behaviours;
  const testObject = behaviours.TEST_OBJECT.objects[0] ?? {};
  const household = loadStore();
  const settings = taxiiSettings({
    tokenKey: new Uint8Array(32).fill(1),
    publicUrl: 'http://localhost:5000',
    rootsBelow: '/',
    pageDefault: 20,
    pageMax: 20,
  });
  const differences = new Set<string>();
  const memory = { next: '', postId: '', lastPosted: {} as Json };
  let steps = 0;

  async function run(id: string, request: NonNullable<Step['request']>, expected: Expect) {
    const url = request.path
      .replace('{root}', '/trustgroup1')
      .replace('{read}', '91a7b528-80eb-42ed-a74d-c6fbd5a26116')
      .replace('{add}', '365fed99-08fa-fdcd-a1b3-fb247eb41d01')
      .replace('{next}', memory.next)
      .replace('{now}', microsToTimestamp(CLOCK.now()))
      .replace('{id of the POST answer}', memory.postId);
    const body =
      request.body === undefined ? undefined : bodyOf(request.body, testObject, memory.lastPosted);
    const posted = (body as { objects?: Json[] } | undefined)?.objects?.[0];
    if (posted !== undefined) memory.lastPosted = posted;
    const caller = request.authorised ? MEMBER : NOBODY;
    const response = await handleTaxii(
      taxiiRequest(request.method, url, { body }),
      household.houseFor(caller),
      settings,
    );
    const answered = bodyText(response);
    const got = { ...response, body: (answered === '' ? {} : JSON.parse(answered)) as Json };
    if (typeof got.body.next === 'string') memory.next = got.body.next;
    if (request.method === 'POST') memory.postId = text(got.body.id);
    for (const [member, value] of Object.entries(expected)) {
      const shown = SHOWN[member];
      assert.ok(shown !== undefined, `the corpus expects ${member}, which is not read here`);
      const seen = shown(got, value as never);
      if (TAXII_DIVERGENCES.some((row) => row.case === id && row.member === member)) {
        if (JSON.stringify(seen) !== JSON.stringify(value)) differences.add(`${id} ${member}`);
      } else {
        assert.deepEqual(seen, value, `${id}: ${request.method} ${url}: ${member}`);
      }
    }
    steps += 1;
  }

  for (const { id, steps: script } of behaviours.tests) {
    await t.test(id, async () => {
      for (const { request, expect } of script) {
        if (request !== null) await run(id, request, expect);
        else checkSetting(id, expect);
      }
    });
  }
  const explained = TAXII_DIVERGENCES.filter((row) => row.case !== '');
  assert.deepEqual(
    [...differences],
    explained.map((row) => `${row.case} ${row.member}`),
  );
  t.diagnostic(`${behaviours.tests.length} tests, ${steps} steps, ${differences.size} explained`);
});
