/** One record by its id is its last version, in whatever order the versions came. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cve, cwe, nvd } from '../flow/formats.ts';
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

test('an id of several formats: the house names the first, or the one that is asked for', async (t) => {
  const { url, api } = await openHub(t);
  const send = async (text: string) => {
    const answer = await fetch(`${url}/api/v1/import?collection=main&tlp=GREEN`, {
      method: 'POST',
      headers: ADMINISTRATOR,
      body: text,
    });
    assert.match(await answer.text(), /"refused":0/);
  };
  await send(nvd('CVE-2026-10001'));
  await send(cve());
  await send(cwe());
  const one = (id: string, query = '') => api('GET', `/collections/main/records/${id}${query}`);
  const first = await one('CVE-2026-10001');
  assert.equal(first.headers.get('content-type'), 'application/vnd.cve+json');
  assert.equal(await first.text(), cve());
  const named = await one('CVE-2026-10001', '?format=nvd');
  assert.equal(named.headers.get('content-type'), 'application/vnd.nvd+json');
  assert.ok(nvd('CVE-2026-10001').includes(await named.text()));
  const weakness = await one('CWE-79');
  assert.match(weakness.headers.get('content-type') ?? '', /xml/);
  assert.ok(cwe().includes(await weakness.text()));
  assert.equal((await one('CVE-2026-10001', '?format=osv')).status, 404);
  assert.equal((await one('CVE-2026-10001', '?format=')).status, 404);
  const listed = await api('GET', '/records?format=cve,nvd&id=CVE-2026-10001');
  const { records } = (await listed.json()) as { records: { format: string }[] };
  assert.deepEqual(records.map(({ format }) => format).sort(), ['cve', 'nvd']);
  const { collections } = (await (await api('GET', '/collections')).json()) as {
    collections: { formats: object }[];
  };
  assert.deepEqual(
    Object.keys(collections[0]?.formats ?? {})
      .filter((each) => each !== 'stix')
      .sort(),
    ['cve', 'cwe', 'nvd'],
  );
});
