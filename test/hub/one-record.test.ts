/** One record by its id is its last version, in whatever order the versions came. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ADMINISTRATOR, openHub } from './hub.ts';

const ID = 'identity--2d4f3a52-7c7e-4c0e-9b0b-6a1f1f5a0002';

const identity = (day: number) =>
  JSON.stringify({
    type: 'identity',
    spec_version: '2.1',
    id: ID,
    created: '2026-01-01T00:00:00.000Z',
    modified: `2026-01-0${day}T00:00:00.000Z`,
    name: `day ${day}`,
  });

test('a version that came late, or anew, does not stand for a later one', async (t) => {
  const { url, api } = await openHub(t);
  const send = async (tlp: string, ...objects: readonly string[]) => {
    const answer = await fetch(`${url}/api/v1/import?format=stix&collection=main&tlp=${tlp}`, {
      method: 'POST',
      headers: ADMINISTRATOR,
      body: `{"objects":[${objects.join()}]}`,
    });
    assert.equal(answer.status, 200);
    await answer.text();
  };
  const one = () => api('GET', `/collections/main/records/${ID}`);
  assert.equal((await one()).status, 404);
  await send('GREEN', identity(3), identity(1));
  await send('GREEN', identity(2));
  await send('AMBER', identity(1));
  const answer = await one();
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get('content-type'), 'application/stix+json;version=2.1');
  assert.match(answer.headers.get('x-cybex-added') ?? '', /^20.*Z$/);
  assert.equal(await answer.text(), identity(3));
  const nowhere = await api('GET', `/collections/nowhere/records/${ID}`);
  assert.equal(nowhere.status, 404);
});
