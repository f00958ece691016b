/** The proxy of the surroundings: what goes through it, what does not, and what it may refuse. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import net, { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { openOutbound } from './fetch.ts';
import { proxyOf } from './proxy.ts';

const PROXY = 'http://proxy.example.org:3128';

const CHOICES: readonly [list: string, url: string, through: boolean][] = [
  ['', 'https://peer.example.com/', true],
  ['', 'http://peer.example.com/', false],
  ['', 'https://localhost/', false],
  ['', 'https://127.9.9.9/', false],
  ['', 'https://[::1]/', false],
  ['*', 'https://peer.example.com/', false],
  ['example.com', 'https://example.com/', false],
  ['example.com', 'https://peer.example.com/', false],
  ['.example.com', 'https://peer.example.com/', false],
  ['*.example.com', 'https://a.b.EXAMPLE.com./', false],
  ['example.com', 'https://notexample.com/', true],
  ['peer.example.com', 'https://example.com/', true],
  ['a.org, example.com', 'https://example.com/', false],
  ['a.org example.com', 'https://example.com/', false],
  ['example.com:443', 'https://example.com/', false],
  ['example.com:8443', 'https://example.com/', true],
  ['example.com:8443', 'https://example.com:8443/', false],
  ['10.0.0.0/8', 'https://10.1.2.3/', false],
  ['10.0.0.0/8', 'https://11.1.2.3/', true],
  ['10.0.0.0/99', 'https://10.1.2.3/', true],
  ['10.1.2.3', 'https://10.1.2.3/', false],
  ['2001:db8::/32', 'https://[2001:db8::7]/', false],
  ['2001:db8::7', 'https://[2001:db8::7]/', false],
  ['0.3', 'https://10.0.0.3/', true],
];

for (const [list, url, through] of CHOICES) {
  test(`NO_PROXY "${list}": ${url} goes ${through ? 'through the proxy' : 'directly'}`, () => {
    const choice = proxyOf({ HTTPS_PROXY: PROXY, NO_PROXY: list });
    assert.equal(choice(new URL(url))?.href ?? null, through ? `${PROXY}/` : null);
  });
}

test('the name in lower case wins, a scheme may be absent, and nothing said is no proxy', () => {
  const peer = new URL('https://peer.example.com/');
  const both = proxyOf({ HTTPS_PROXY: PROXY, https_proxy: 'lower.example.org:80' });
  assert.equal(both(peer)?.hostname, 'lower.example.org');
  assert.equal(proxyOf({})(peer), null);
  assert.equal(proxyOf({ HTTPS_PROXY: '' })(peer), null);
});

for (const wrong of ['socks5://a.example', 'http://', 'http://a:%zz@b.example', 'http://a b/']) {
  test(`${wrong} is refused as a proxy, with what it should look like`, () => {
    assert.throws(() => proxyOf({ HTTPS_PROXY: wrong }), { code: 'invalid-argument' });
  });
}

const OPENSSL = (() => {
  try {
    execFileSync('openssl', ['version'], { stdio: 'ignore' });
    return false;
  } catch {
    return 'NOT TESTED: openssl is not installed (apt-get install openssl)';
  }
})();

async function listening(t: TestContext, server: net.Server): Promise<number> {
  const sockets = new Set<net.Socket>();
  server.on('connection', (socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  return (server.address() as AddressInfo).port;
}

/** A peer by TLS under a name that only the proxy knows. */
async function peer(t: TestContext): Promise<{ readonly port: number; readonly ca: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'cybex-proxy-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const subject = ['-subj', '/CN=peer.test', '-addext', 'subjectAltName=DNS:peer.test'];
  execFileSync(
    'openssl',
    [
      ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', ...subject],
      ...['-keyout', 'key.pem', '-out', 'cert.pem'],
    ],
    { cwd: folder, stdio: 'ignore' },
  );
  const ca = readFileSync(join(folder, 'cert.pem'), 'utf8');
  const key = readFileSync(join(folder, 'key.pem'), 'utf8');
  const server = https.createServer({ key, cert: ca }, (request, answer) => {
    answer.end(`${request.method} ${request.headers.host}${request.url}`);
  });
  return { port: await listening(t, server), ca };
}

interface Proxy {
  readonly url: string;
  readonly asked: { readonly target: string; readonly credentials: string | undefined }[];
}

/** Tunnels everything to one port, whatever name is asked for. */
async function proxy(t: TestContext, port: number, status = 200): Promise<Proxy> {
  const asked: Proxy['asked'][number][] = [];
  const server = http.createServer();
  server.on('connect', (request, socket) => {
    const credentials = request.headers['proxy-authorization'];
    asked.push({ target: request.url ?? '', credentials });
    if (status !== 200) return socket.end(`HTTP/1.1 ${status} No\r\ncontent-length: 0\r\n\r\n`);
    const through = net.connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      through.pipe(socket).pipe(through);
    });
    through.on('error', () => socket.destroy());
    socket.on('error', () => through.destroy());
  });
  return { url: `http://hana:s%40y@127.0.0.1:${await listening(t, server)}`, asked };
}

test('what is fetched through a proxy is between us and the peer', { skip: OPENSSL }, async (t) => {
  const { port, ca } = await peer(t);
  const { url, asked } = await proxy(t, port);
  const get = openOutbound([ca], proxyOf({ HTTPS_PROXY: url })).fetchFor({});
  const answer = await get('https://peer.test/taxii2/', { method: 'POST', body: 'x' });
  assert.equal(await answer.text(), 'POST peer.test/taxii2/');
  assert.deepEqual(asked, [{ target: 'peer.test:443', credentials: `Basic ${btoa('hana:s@y')}` }]);
});

test('another name in the certificate ends it', { skip: OPENSSL }, async (t) => {
  const { port, ca } = await peer(t);
  const { url } = await proxy(t, port);
  const get = openOutbound([ca], proxyOf({ HTTPS_PROXY: url })).fetchFor({});
  await assert.rejects(get('https://other.test/'), { code: 'peer' });
});

test('a proxy that refuses or is not there is named, its password is not', async (t) => {
  const { url } = await proxy(t, 9, 407);
  const get = openOutbound([], proxyOf({ HTTPS_PROXY: url })).fetchFor({});
  await assert.rejects(get('https://peer.test/'), (error: { code: string; message: string }) => {
    assert.equal(error.code, 'peer');
    assert.match(error.message, /^The proxy 127\.0\.0\.1:\d+ refused peer\.test:443: 407\.$/);
    return true;
  });
  const nobody = proxyOf({ HTTPS_PROXY: 'http://127.0.0.1:9' });
  await assert.rejects(openOutbound([], nobody).fetchFor({})('https://peer.test/'), {
    code: 'peer',
  });
});

test('an address that is not public is refused before the proxy hears of it', async (t) => {
  const { url, asked } = await proxy(t, 9);
  const get = openOutbound([], proxyOf({ HTTPS_PROXY: url })).fetchFor({});
  await assert.rejects(get('https://169.254.169.254/latest/'), { code: 'forbidden' });
  assert.deepEqual(asked, []);
});
