/**
 * Published catalogues through the whole house: imported as CLEAR, walked over TAXII by an
 * organisation that is in no community, and compared byte for byte with the slices of the files.
 */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { type BenchHub, startHub } from '../../bench/hub.ts';
import { cutBytes } from '../../src/core/json/index.ts';
import { timestampToMicros } from '../../src/core/timestamp.ts';
import { createTaxiiClient, type TaxiiClient } from '../../src/exchange/taxii/client/index.ts';

const CORPORA = process.env.CYBEX_CORPORA ?? '../shared/corpora';
const PAGE_SIZES = [17, 100, 1000];

interface Slice {
  readonly id: string;
  readonly type: string;
  readonly version: string;
  readonly bytes: Buffer;
}

interface ImportReport {
  readonly stored: number;
  readonly duplicate: number;
  readonly relabelled: number;
  readonly refused: number;
  readonly conflicts: number;
  readonly labels: Readonly<Record<string, number>>;
}

for (const name of ['attack-ics', 'capec']) {
  const folder = join(CORPORA, name);
  test(`an outsider gets ${name} byte for byte`, { timeout: 600_000 }, async (t) => {
    if (!existsSync(folder)) return t.skip(`corpus ${name} absent: set CYBEX_CORPORA`);
    const hub = await startHub();
    try {
      const expected = new Map<string, Slice>();
      for (const file of bundles(folder)) {
        const bytes = gunzipSync(readFileSync(join(folder, file)));
        const slices = slicesOf(bytes);
        // Of two contents under one id and version the earliest is served, the rest is kept aside.
        for (const slice of slices) {
          if (!expected.has(keyOf(slice))) expected.set(keyOf(slice), slice);
        }
        const report = await importClear(hub, file, bytes);
        assert.equal(report.refused, 0, file);
        const { stored, duplicate, relabelled, conflicts } = report;
        assert.equal(stored + duplicate + relabelled, slices.length, file);
        assert.deepEqual(Object.keys(report.labels), ['CLEAR'], file);
        t.diagnostic(
          `${file}: ${slices.length} objects, ${stored} stored, ${duplicate + relabelled} known already, ${conflicts} in conflict`,
        );
      }
      const view = await viewOf(hub, await outsider(hub));
      await settled(view, expected.size);
      for (const limit of PAGE_SIZES) {
        t.diagnostic(await compare(view, limit, expected));
      }
    } finally {
      await hub.stop();
    }
  });
}

/** Oldest release first, so that versions accumulate as they did in the world. */
function bundles(folder: string): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json.gz'))
    .sort(new Intl.Collator('en', { numeric: true }).compare);
}

function slicesOf(bundle: Uint8Array): Slice[] {
  return cutBytes(bundle)
    .filter((piece) => piece.kind === 'element')
    .map(({ bytes }) => {
      const object = JSON.parse(Buffer.from(bytes).toString('utf8')) as Record<string, string>;
      const { id = '', type = '', modified, created = '' } = object;
      return { id, type, version: modified ?? created, bytes: Buffer.from(bytes) };
    });
}

/** STIX 2.1 §3.3: times that differ only in trailing zeros are one version. */
function keyOf({ id, version }: Pick<Slice, 'id' | 'version'>): string {
  return `${id} ${timestampToMicros(version, 'floor')}`;
}

/** Releases 11.0 to 11.3 have empty lists and objects modified before they were created. */
async function importClear(hub: BenchHub, file: string, bytes: Buffer): Promise<ImportReport> {
  const query = new URLSearchParams({
    collection: 'main',
    tlp: 'CLEAR',
    tolerant: 'true',
    source: file,
  });
  const answer = await fetch(`${hub.url}/api/v1/import?${query}`, {
    method: 'POST',
    headers: { authorization: hub.authorization, 'content-type': 'application/json' },
    body: new Uint8Array(bytes),
  });
  const text = await answer.text();
  assert.ok(answer.ok, text);
  const lines = text.trim().split('\n');
  const last = JSON.parse(lines.at(-1) ?? '{}') as { report?: ImportReport };
  assert.ok(last.report, lines.slice(-3).join('\n'));
  return last.report;
}

/** A reader of an organisation in no community. */
async function outsider(hub: BenchHub): Promise<string> {
  const { id } = await hub.api<{ id: string }>('POST', '/organisations', {
    name: 'Outsider',
    communities: [],
  });
  const { communities } = await hub.api<{ communities: { members: string[] }[] }>(
    'GET',
    '/communities',
  );
  assert.ok(communities.every(({ members }) => !members.includes(id)));
  const { token } = await hub.api<{ token: string }>('POST', '/tokens', {
    organisation: id,
    name: 'reader',
    kind: 'token',
    roles: ['reader'],
    scope: ['taxii'],
  });
  return token;
}

/** One reader's view of the only collection. */
interface View {
  readonly client: TaxiiClient;
  readonly apiRoot: string;
  readonly collection: string;
}

async function viewOf(hub: BenchHub, bearer: string): Promise<View> {
  const client = createTaxiiClient({ url: `${hub.url}/taxii2/`, auth: { bearer } });
  const { url } = await client.apiRoot();
  const [collection] = await client.collections(url);
  assert.ok(collection);
  return { client, apiRoot: url, collection: collection.id };
}

/**
 * The copyright statement stands behind most of what it marks. Until it has come, what refers to
 * it is its owner's only; then the hub decides again, from its outbox.
 */
async function settled(view: View, objects: number): Promise<void> {
  const { client, ...place } = view;
  let seen = 0;
  for (const deadline = performance.now() + 120_000; performance.now() < deadline; ) {
    seen = 0;
    const pages = client.manifest({ ...place, limit: 1000, match: { version: 'all' } });
    for await (const { items } of pages) seen += items.length;
    if (seen >= objects) return;
    await sleep(500);
  }
  assert.fail(`the outsider sees ${seen} of ${objects} objects after two minutes`);
}

async function compare(
  { client, ...place }: View,
  limit: number,
  expected: ReadonlyMap<string, Slice>,
): Promise<string> {
  const got = new Map<string, number>();
  const markings: string[] = [];
  let pages = 0;
  for await (const page of client.pages({ ...place, limit, match: { version: 'all' } })) {
    pages++;
    assert.ok(page.items.length <= limit);
    for (const object of page.items) {
      const key = keyOf(object);
      assert.ok(!got.has(key), `${key} came twice`);
      const slice = expected.get(key);
      assert.ok(slice, `${key} is in no bundle`);
      assert.ok(slice.bytes.equals(object.bytes), `${key} differs from the bundle`);
      got.set(key, object.bytes.length);
      if (object.type === 'marking-definition') markings.push(object.id);
    }
  }
  const missing = [...expected.keys()].filter((key) => !got.has(key));
  assert.deepEqual(missing, []);
  assert.ok(markings.length > 0, 'no copyright statement came along');
  const bytes = [...got.values()].reduce((sum, length) => sum + length, 0);
  return `pages of ${limit}: ${got.size} objects in ${pages} pages, ${bytes} bytes, all identical; ${markings.length} marking definitions`;
}
