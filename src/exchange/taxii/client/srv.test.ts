import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type SrvRecord, serversOf } from './srv.ts';

const record = (name: string, priority = 0, weight = 0, port = 443): SrvRecord => ({
  name,
  port,
  priority,
  weight,
});

async function found(records: readonly SrvRecord[], random = () => 0) {
  const asked: string[] = [];
  const resolve = async (name: string) => {
    asked.push(name);
    return records;
  };
  return { servers: await serversOf('example.com', resolve, random), asked };
}

test('§3.9: the service is taxii2 over tcp; the example of the clause', async () => {
  const { servers, asked } = await found([record('taxii-hub-1.example.com', 0, 5)]);
  assert.deepEqual(asked, ['_taxii2._tcp.example.com']);
  assert.deepEqual(servers, ['https://taxii-hub-1.example.com/taxii2/']);
});

test('RFC 2782: priority decides, then weight by chance; a port and a last dot are taken', async () => {
  const records = [
    record('c.example.', 20),
    record('b.example', 10, 90, 8443),
    record('a.example', 10, 10),
  ];
  const low = await found(records, () => 0.05);
  assert.deepEqual(low.servers, [
    'https://a.example/taxii2/',
    'https://b.example:8443/taxii2/',
    'https://c.example/taxii2/',
  ]);
  const high = await found(records, () => 0.5);
  assert.equal(high.servers[0], 'https://b.example:8443/taxii2/');
  assert.equal(high.servers[2], 'https://c.example/taxii2/');
});

test('weights are proportions', async () => {
  let firstB = 0;
  const records = [record('a.example', 0, 1), record('b.example', 0, 3)];
  for (let i = 0; i < 400; i++) {
    const { servers } = await found(records, () => (i + 0.5) / 400);
    if (servers[0]?.includes('b.example')) firstB++;
  }
  assert.equal(firstB, 300);
});

test('no record and "." mean that there is no server', async () => {
  assert.deepEqual((await found([])).servers, []);
  assert.deepEqual((await found([record('.')])).servers, []);
});

test('what is no domain name is not looked up', async () => {
  for (const domain of ['', '.', 'a b', 'a/b', '-a', 'https://a']) {
    const resolve = async () => assert.fail('looked up');
    await assert.rejects(serversOf(domain, resolve), { code: 'invalid-argument' });
  }
});
