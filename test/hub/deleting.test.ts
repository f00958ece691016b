/** DELETE over the whole hub: of one object, each organisation takes away its own part only. */
import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { openHub } from './hub.ts';

const TAXII = 'application/taxii+json;version=2.1';
const ID = 'identity--2d4f3a52-7c7e-4c0e-9b0b-6a1f1f5a0001';
const GREEN = 'marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb';

const identity = (day: number) => ({
  type: 'identity',
  spec_version: '2.1',
  id: ID,
  created: '2026-01-01T00:00:00.000Z',
  modified: `2026-01-0${day}T00:00:00.000Z`,
  name: `day ${day}`,
  object_marking_refs: [GREEN],
});

/** Two organisations of one community that both read and write one collection. */
async function twoOrganisations(t: TestContext) {
  const { url, api } = await openHub(t);
  const make = async (path: string, body: object) => {
    const answer = await api('POST', path, body);
    assert.equal(answer.status, 201, `${path}: ${await answer.clone().text()}`);
    return (await answer.json()) as { id: string; token: string };
  };
  const grants = [{ subjectKind: 'authenticated', write: true }];
  const collection = await make('/collections', { title: 'Shared', alias: 'shared', grants });
  const objects = `${url}/taxii2/main/collections/${collection.id}/objects/`;
  const member = async (name: string) => {
    const organisation = (await make('/organisations', { name })).id;
    const roles = ['reader', 'contributor'];
    const { token } = await make('/tokens', { name, organisation, roles, scope: ['taxii'] });
    return async (method: string, path = '', body?: object) => {
      const answer = await fetch(`${objects}${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, accept: TAXII, 'content-type': TAXII },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return { status: answer.status, text: await answer.text() };
    };
  };
  return { alpha: await member('Alpha'), beta: await member('Beta') };
}

/** Sorted: a version that changes hands may get a new place in the feed. */
const versionsIn = ({ text }: { readonly text: string }) =>
  (JSON.parse(text) as { versions: string[] }).versions
    .map((version) => version.slice(9, 10))
    .sort();

test("one's own versions go, those of others stay and are theirs to take away", async (t) => {
  const { alpha, beta } = await twoOrganisations(t);
  const of = (...days: number[]) => ({ objects: days.map(identity) });
  assert.equal((await alpha('POST', '', of(1, 2))).status, 202);
  assert.equal((await beta('POST', '', of(2, 3))).status, 202);
  assert.deepEqual(versionsIn(await alpha('GET', `${ID}/versions/`)), ['1', '2', '3']);

  assert.equal((await alpha('DELETE', `${ID}/`)).status, 200);
  assert.deepEqual(versionsIn(await alpha('GET', `${ID}/versions/`)), ['2', '3']);
  assert.equal((await alpha('DELETE', `${ID}/`)).status, 403, 'nothing of it is its own now');

  assert.equal((await beta('DELETE', `${ID}/`)).status, 200);
  for (const ask of [alpha, beta]) {
    assert.equal((await ask('GET', `${ID}/`)).status, 404);
    assert.equal((await ask('DELETE', `${ID}/`)).status, 404);
  }
});
