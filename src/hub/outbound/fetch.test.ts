/** The one way out: what it refuses, at which moment, and what it follows. */
import assert from 'node:assert/strict';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';
import { test } from 'node:test';
import { isPublicAddress } from './address.ts';
import { openOutbound } from './fetch.ts';

const NOT_PUBLIC = [
  '127.0.0.1',
  '127.8.9.10',
  '0.0.0.0',
  '10.1.2.3',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '192.0.2.1',
  '198.51.100.1',
  '203.0.113.1',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:169.254.169.254',
  '64:ff9b::7f00:1',
  'fc00::1',
  'fd00:ec2::254',
  'fe80::1',
  'fe80::1%eth0',
  'ff02::1',
  '2001:db8::1',
  'no address',
  '',
];

for (const address of NOT_PUBLIC) {
  test(`${address || '(empty)'} is not public`, () =>
    assert.equal(isPublicAddress(address), false));
}

for (const address of ['8.8.8.8', '172.15.0.1', '172.32.0.1', '2606:4700::1', '::ffff:8.8.8.8']) {
  test(`${address} is public`, () => assert.equal(isPublicAddress(address), true));
}

async function serve(t: TestContext, answer: http.RequestListener): Promise<string> {
  const server = http.createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const outbound = openOutbound([]);
const trusting = outbound.fetchFor({ allowPrivate: true });
const careful = outbound.fetchFor({});

const REFUSED = [
  'http://example.com/',
  'https://127.0.0.1/',
  'https://[::1]/',
  'https://[::ffff:127.0.0.1]/',
  'https://0x7f.1/',
  'https://2130706433/',
  'https://169.254.169.254/latest/meta-data/',
  'https://localhost/',
];

for (const url of REFUSED) {
  test(`${url} is refused before anything is sent`, async () => {
    await assert.rejects(careful(url), { code: 'forbidden' });
  });
}

test('the operator’s consent opens http and this machine', async (t) => {
  const base = await serve(t, (_request, answer) => answer.end('hello'));
  const answer = await trusting(base);
  assert.equal(await answer.text(), 'hello');
});

test('redirects are followed a few times, and credentials stay with their host', async (t) => {
  const seen: (string | undefined)[] = [];
  const target = await serve(t, (request, answer) => {
    seen.push(request.headers.authorization);
    answer.end('there');
  });
  const base = await serve(t, (_request, answer) => {
    answer.writeHead(302, { location: target }).end();
  });
  const answer = await trusting(base, { headers: { authorization: 'Bearer secret' } });
  assert.equal(await answer.text(), 'there');
  assert.deepEqual(seen, [undefined]);
});

test('a circle of redirects ends', async (t) => {
  const base = await serve(t, (_request, answer) => {
    answer.writeHead(302, { location: '/' }).end();
  });
  await assert.rejects(trusting(base), { code: 'peer' });
});

test('a server that hangs up is the peer’s fault, with its name', async (t) => {
  const base = await serve(t, (request) => request.socket.destroy());
  await assert.rejects(trusting(base), (error: { code: string; message: string }) => {
    assert.equal(error.code, 'peer');
    assert.match(error.message, /127\.0\.0\.1/);
    return true;
  });
});
