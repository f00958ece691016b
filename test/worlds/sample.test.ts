/** The sample exchange is for trying the hub out: no real peer and no stranger ever meets it. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { type TestContext, test } from 'node:test';
import { fixedClock } from '../../src/core/clock.ts';
import { tokenSecret } from '../../src/hub/auth/credential.ts';
import { firstStart } from '../../src/hub/first-start.ts';
import { serverFor } from '../../src/hub/http/server.ts';
import { openHub, START, TAXII, temporaryFolder } from './side.ts';

const HERE = '127.0.0.1';
const ELSEWHERE = '203.0.113.9';

interface From {
  readonly address?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly token?: string;
}

async function sampleHub(t: TestContext) {
  const folder = temporaryFolder();
  const hub = await openHub(folder, fixedClock(START));
  await firstStart(hub, { sample: true });
  const server = serverFor(hub);
  t.after(async () => {
    await server.close();
    await hub.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const { organisations, collections } = await hub.directory.current();
  const sample = collections.find((row) => row.sample);
  assert.ok(sample);
  const real = randomUUID();
  const token = (person: string) => `cybex_${person}`;
  const member = (id: string, organisation: string, kind: 'peer' | 'person') =>
    [
      {
        put: 'person',
        value: { id, kind, name: id, organisation, roles: ['reader', 'contributor', 'operator'] },
      },
      {
        put: 'credential',
        value: {
          id: `token-${id}`,
          principal: id,
          kind: 'token',
          secret: tokenSecret(token(id)),
          userName: '',
          scope: ['taxii', 'api', 'admin'],
          created: 0,
          revoked: false,
          note: '',
        },
      },
    ] as const;
  const own = organisations.find((row) => row.operator)?.id ?? '';
  const made = organisations.find((row) => row.sample)?.id ?? '';
  await hub.directory.change(
    [
      {
        put: 'organisation',
        value: { id: real, name: 'real', clients: [], sample: false, operator: false },
      },
      ...member('real', real, 'peer'),
      ...member('own', own, 'person'),
      ...member('made', made, 'person'),
    ],
    { principal: 't', organisation: '', action: 't', subject: '', outcome: 'done', detail: {} },
  );
  const get = async (url: string, { address = HERE, headers = {}, token: who }: From) => {
    const answer = await server.inject({
      url,
      remoteAddress: address,
      headers: {
        ...(url.startsWith('/taxii2') ? { accept: TAXII } : {}),
        ...(who === undefined ? {} : { authorization: `Bearer ${token(who)}` }),
        ...headers,
      },
    });
    return { status: answer.statusCode, text: answer.body };
  };
  return { hub, sample, get, server, token };
}

/** Those who try the hub out, and those who must never take its sample for real. */
const MEETS: readonly (readonly [string, From, boolean])[] = [
  ['a visitor of this machine', {}, true],
  ['one by IPv6', { address: '::1', headers: { host: '[::1]:8460' } }, true],
  ['one by its name', { headers: { host: 'localhost:8460' } }, true],
  ['a stranger', { address: ELSEWHERE }, false],
  ['a stranger through a proxy', { headers: { 'x-forwarded-for': ELSEWHERE } }, false],
  ['a stranger who says that he is here', { headers: { 'x-forwarded-for': HERE } }, false],
  ['a stranger through another proxy', { headers: { via: '1.1 somewhere' } }, false],
  ['a page whose name points here', { headers: { host: 'evil.example' } }, false],
  ['a name that looks like a number', { headers: { host: '127.0.0.1.evil.example' } }, false],
  ['the operator', { token: 'own', address: ELSEWHERE }, true],
  ['a sample organisation', { token: 'made', address: ELSEWHERE }, true],
  ['a real peer', { token: 'real', address: ELSEWHERE }, false],
  ['a real peer on this machine', { token: 'real' }, false],
];

test('the sample is met by those who try the hub out and by nobody else', async (t) => {
  const { sample, get } = await sampleHub(t);
  const { records } = JSON.parse((await get('/api/v1/records?limit=1', {})).text);
  const object = records[0].id;
  const collection = `/taxii2/sample/collections/${sample.id}/`;
  for (const [who, from, meets] of MEETS) {
    const discovery = await get('/taxii2/', from);
    assert.equal(discovery.text.includes('/taxii2/sample/'), meets, `${who}: discovery`);
    for (const url of [
      '/taxii2/sample/collections/',
      collection,
      `${collection}objects/`,
      `${collection}manifest/`,
      `${collection}objects/${object}/`,
      `/taxii2/sample/collections/sample/objects/${object}/versions/`,
      `/api/v1/collections/sample/records/${object}`,
    ]) {
      const { status } = await get(url, from);
      assert.equal(status, meets ? 200 : status === 401 ? 401 : 404, `${who}: ${url}`);
    }
    for (const url of [
      '/',
      '/api/v1/collections',
      '/api/v1/records',
      '/api/v1/records?collection=sample',
      `/api/v1/records?id=${object}`,
      '/api/v1/records?text=sample',
    ]) {
      const { text } = await get(url, from);
      const met = text.includes(sample.id) || text.includes(object);
      assert.equal(met, meets, `${who}: ${url}`);
    }
  }
});

test('a collection that is not there is empty, not every other', async (t) => {
  const { get } = await sampleHub(t);
  for (const url of [
    '/api/v1/records?collection=no-such',
    '/api/v1/records?collection=no-such&text=sample',
  ]) {
    assert.deepEqual(JSON.parse((await get(url, { token: 'own' })).text).records, [], url);
  }
});

test('figures of the hub are for this machine, not for who comes through a proxy', async (t) => {
  const { get } = await sampleHub(t);
  assert.equal((await get('/metrics', {})).status, 200);
  for (const from of [{ address: ELSEWHERE }, { headers: { 'x-forwarded-for': ELSEWHERE } }]) {
    assert.equal((await get('/metrics', from)).status, 404);
  }
  assert.doesNotMatch((await get('/', {})).text, /\d+ MB/);
});

test('the sample is neither pushed nor offered by invitation, and preview says so', async (t) => {
  const { sample, get, server, token } = await sampleHub(t);
  const push = {
    name: 'p',
    url: 'https://peer.example/taxii2/',
    apiRoot: 'https://peer.example/a/',
  };
  const payload = { ...push, collection: randomUUID(), from: sample.id, as: 'real', auth: 'none' };
  const answer = await server.inject({
    method: 'POST',
    url: '/api/v1/peers',
    remoteAddress: ELSEWHERE,
    headers: { authorization: `Bearer ${token('own')}` },
    payload: JSON.stringify(payload),
  });
  assert.equal(answer.statusCode, 400, answer.body);
  assert.match(answer.body, /sample is not given to peers/);
  assert.match(answer.body, /sample is not given to peers/);
  const { text } = await get('/api/v1/preview?as=own', { token: 'own' });
  assert.match(text, /"gets":true/);
});
