import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TAXII_21 } from '../../core/media-type.ts';
import { bodyText, type RequestParts, taxiiRequest } from './memory-fetch.ts';
import { createMemoryHousehold, type MemoryCaller, NOBODY } from './memory-house.ts';
import { handleTaxii } from './server.ts';
import { taxiiSettings } from './settings.ts';

const settings = taxiiSettings({ tokenKey: new Uint8Array(32).fill(7) });
const OPEN = '11111111-1111-4111-8111-111111111111';
const READ = '22222222-2222-4222-8222-222222222222';
const WRITE = '33333333-3333-4333-8333-333333333333';
const HIDDEN = '44444444-4444-4444-8444-444444444444';
const ALPHA: MemoryCaller = { id: 'p-alpha', organisation: 'alpha', anonymous: false };
const BETA: MemoryCaller = { id: 'p-beta', organisation: 'beta', anonymous: false };

function household() {
  const apiRoot = 'api1';
  return createMemoryHousehold({
    apiRoots: [{ path: apiRoot, title: 'Root', description: '' }],
    collections: [
      { apiRoot, id: OPEN, alias: 'open', title: 'Open' },
      { apiRoot, id: READ, title: 'R', rights: () => ({ canRead: true, canWrite: false }) },
      { apiRoot, id: WRITE, title: 'W', rights: () => ({ canRead: false, canWrite: true }) },
      { apiRoot, id: HIDDEN, title: 'H', rights: () => null },
    ],
  });
}

type Household = ReturnType<typeof household>;

async function ask(
  home: Household,
  method: string,
  url: string,
  parts: RequestParts & { readonly caller?: MemoryCaller } = {},
) {
  const { caller = ALPHA } = parts;
  const response = await handleTaxii(
    taxiiRequest(method, url, parts),
    home.houseFor(caller),
    settings,
  );
  const text = bodyText(response);
  return { ...response, text, json: text === '' ? null : JSON.parse(text) };
}

const base = (collection: string) => `/taxii2/api1/collections/${collection}/`;
const indicator = (n: number, modified = '2026-01-01T00:00:00.000Z') => ({
  type: 'indicator',
  spec_version: '2.1',
  id: `indicator--00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
  created: '2026-01-01T00:00:00.000Z',
  modified,
});

test('what is posted is listed, described and deleted', async () => {
  const home = household();
  const posted = await ask(home, 'POST', `${base(OPEN)}objects/`, {
    body: { objects: [indicator(1), indicator(2)] },
  });
  assert.equal(posted.status, 202);
  assert.equal(posted.json.success_count, 2);
  const listed = await ask(home, 'GET', `${base('open')}objects/`);
  assert.equal(listed.status, 200);
  assert.equal(listed.headers['content-type'], TAXII_21);
  assert.deepEqual(listed.json, { more: false, objects: [indicator(1), indicator(2)] });
  const object = `${base(OPEN)}objects/${indicator(1).id}/`;
  assert.equal((await ask(home, 'DELETE', object)).status, 200);
  assert.equal((await ask(home, 'GET', object)).status, 404);
});

test('hidden and absent collections give the same bytes', async () => {
  const home = household();
  const absent = '55555555-5555-4555-8555-555555555555';
  for (const caller of [ALPHA, BETA, NOBODY]) {
    for (const [method, rest] of [
      ['GET', ''],
      ['GET', 'objects/'],
      ['POST', 'objects/'],
      ['GET', 'manifest/'],
      ['DELETE', `objects/${indicator(1).id}/`],
    ] as const) {
      const hidden = await ask(home, method, base(HIDDEN) + rest, { caller });
      const none = await ask(home, method, base(absent) + rest, { caller });
      assert.equal(hidden.status, caller.anonymous ? 401 : 404);
      assert.deepEqual(hidden, none);
    }
  }
});
