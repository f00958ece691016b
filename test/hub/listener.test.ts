/** The listener: who is let in, over what, and what is refused before it listens. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import https from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { clientAddress, trustedProxies } from '../../src/hub/http/caller.ts';
import { ADMINISTRATOR, openHub } from './hub.ts';

const TAXII = 'application/taxii+json;version=2.1';

test('no listener beyond this machine without TLS or a trusted proxy', async (t) => {
  await assert.rejects(openHub(t, { host: '0.0.0.0' }), { code: 'invalid-argument' });
});

test('every answer has a request id, and errors are problems with a remedy', async (t) => {
  const { url } = await openHub(t);
  const absent = await fetch(`${url}/api/v1/nothing`);
  assert.equal(absent.status, 404);
  assert.equal(absent.headers.get('content-type'), 'application/problem+json');
  const body = (await absent.json()) as { code: string; request: string };
  assert.equal(body.code, 'absent');
  assert.equal(body.request, absent.headers.get('x-request-id'));
});

test('the native API asks for standing: 401 with a challenge, 403 for too little', async (t) => {
  const { url, api } = await openHub(t);
  const nobody = await fetch(`${url}/api/v1/status`);
  assert.equal(nobody.status, 401);
  assert.match(nobody.headers.get('www-authenticate') ?? '', /^Basic/);
  const made = await api('POST', '/tokens', { name: 'reader', roles: ['reader'], scope: ['api'] });
  const { token } = (await made.json()) as { token: string };
  const reader = { headers: { authorization: `Bearer ${token}` } };
  assert.equal((await fetch(`${url}/api/v1/status`, reader)).status, 403);
  assert.equal((await fetch(`${url}/api/v1/collections`, reader)).status, 200);
  assert.equal((await fetch(`${url}/api/v1/status`, { headers: ADMINISTRATOR })).status, 200);
});

test('a new credential names the address at which the hub listens, not the port of its settings', async (t) => {
  const { hub, url, api } = await openHub(t);
  const made = await api('POST', '/tokens', { name: 'client' });
  const { discovery } = (await made.json()) as { discovery: string };
  assert.equal(discovery, `${url}/taxii2/`);
  assert.notEqual(new URL(discovery).port, String(hub.settings.port));
});

test('a token without the taxii scope is refused there, a revoked one everywhere at once', async (t) => {
  const { url, api } = await openHub(t);
  const made = await api('POST', '/tokens', { name: 'x', scope: ['api'] });
  const { id, token } = (await made.json()) as { id: string; token: string };
  const headers = { authorization: `Bearer ${token}`, accept: TAXII };
  assert.equal((await fetch(`${url}/taxii2/`, { headers })).status, 403);
  assert.equal((await api('DELETE', `/tokens/${id}`)).status, 200);
  assert.equal((await fetch(`${url}/api/v1/collections`, { headers })).status, 401);
});

test('who asks too often is told when to come back; others are not concerned', async (t) => {
  const { url } = await openHub(t, { 'rate-per-minute': 3 });
  const ask = () => fetch(`${url}/taxii2/`, { headers: { accept: TAXII } });
  for (let request = 0; request < 3; request++) await ask();
  const answer = await ask();
  assert.equal(answer.status, 429);
  assert.ok(Number(answer.headers.get('retry-after')) > 0);
  assert.equal(answer.headers.get('content-type'), TAXII);
  const other = await fetch(`${url}/taxii2/`, { headers: { ...ADMINISTRATOR, accept: TAXII } });
  assert.equal(other.status, 200);
});

test('an organisation past its quota is told so', async (t) => {
  const { url, hub } = await openHub(t, { 'quota-objects-per-day': 1 });
  const { collections } = await hub.directory.current();
  const post = () =>
    fetch(`${url}/taxii2/main/collections/${collections[0]?.id}/objects/`, {
      method: 'POST',
      headers: { ...ADMINISTRATOR, accept: TAXII, 'content-type': TAXII },
      body: '{"objects":[]}',
    });
  assert.equal((await post()).status, 202);
  assert.equal((await post()).status, 202, 'an empty envelope costs nothing');
});

const FORWARDED: readonly (readonly [string, string | undefined, string])[] = [
  ['192.0.2.9', '198.51.100.1', '192.0.2.9'],
  ['10.0.0.1', '198.51.100.1', '198.51.100.1'],
  ['10.0.0.1', '203.0.113.5, 198.51.100.1', '198.51.100.1'],
  ['10.0.0.1', '198.51.100.1, 10.0.0.2', '198.51.100.1'],
  ['::ffff:10.0.0.1', '198.51.100.1', '198.51.100.1'],
  ['10.0.0.1', 'nonsense', '10.0.0.1'],
  ['10.0.0.1', undefined, '10.0.0.1'],
];

for (const [peer, header, expected] of FORWARDED) {
  test(`from ${peer} with X-Forwarded-For ${header}: ${expected}`, () => {
    const proxies = trustedProxies(['10.0.0.0/8']);
    const request = { socket: { remoteAddress: peer }, headers: { 'x-forwarded-for': header } };
    assert.equal(clientAddress(request as never, proxies), expected);
  });
}

test('a proxy that is no address is wrong use', () => {
  assert.throws(() => trustedProxies(['proxy.example']), { code: 'invalid-argument' });
});

function openssl(directory: string, ...args: string[]): void {
  execFileSync('openssl', args, { cwd: directory, stdio: 'ignore' });
}

/** An authority, a server certificate and a client certificate of it. Null without openssl. */
function certificates(): string | null {
  const directory = mkdtempSync(join(tmpdir(), 'cybex-tls-'));
  try {
    openssl(
      directory,
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-days',
      '2',
      '-subj',
      '/CN=ca',
      '-keyout',
      'ca.key',
      '-out',
      'ca.pem',
    );
    for (const name of ['server', 'client', 'stranger']) {
      openssl(
        directory,
        'req',
        '-newkey',
        'rsa:2048',
        '-nodes',
        '-subj',
        `/CN=${name}`,
        '-addext',
        'subjectAltName=DNS:localhost',
        '-keyout',
        `${name}.key`,
        '-out',
        `${name}.csr`,
      );
      openssl(
        directory,
        'x509',
        '-req',
        '-in',
        `${name}.csr`,
        '-CA',
        'ca.pem',
        '-CAkey',
        'ca.key',
        '-CAcreateserial',
        '-days',
        '2',
        '-copy_extensions',
        'copy',
        '-out',
        `${name}.pem`,
      );
    }
    return directory;
  } catch {
    return null;
  }
}

test('TLS by files; a client certificate that was registered is its principal', async (t) => {
  const directory = certificates();
  if (directory === null) return t.skip('openssl not found: apt-get install openssl');
  const path = (name: string) => join(directory, name);
  const { url, hub, listening } = await openHub(t, {
    'tls-cert': path('server.pem'),
    'tls-key': path('server.key'),
    'tls-client-ca': path('ca.pem'),
  });
  assert.match(url, /^https:/);
  const fingerprint = execFileSync(
    'openssl',
    ['x509', '-in', path('client.pem'), '-noout', '-fingerprint', '-sha256'],
    { encoding: 'utf8' },
  );
  const { organisations } = await hub.directory.current();
  await hub.directory.change(
    [
      {
        put: 'person',
        value: {
          id: 'machine',
          kind: 'service',
          name: 'machine',
          organisation: organisations[0]?.id ?? '',
          roles: ['reader'],
        },
      },
      {
        put: 'credential',
        value: {
          id: 'k',
          principal: 'machine',
          kind: 'certificate',
          secret: fingerprint.split('=')[1]?.trim().replaceAll(':', '').toLowerCase() ?? '',
          userName: '',
          scope: ['taxii', 'api'],
          created: 0,
          revoked: false,
          note: '',
        },
      },
    ],
    {
      principal: 'test',
      organisation: '',
      action: 'test',
      subject: '',
      outcome: 'done',
      detail: {},
    },
  );
  const status = (client?: string) =>
    new Promise<number>((resolve, reject) => {
      const identity = client
        ? { cert: readFileSync(path(`${client}.pem`)), key: readFileSync(path(`${client}.key`)) }
        : {};
      const request = https.get(
        `${url}/api/v1/organisations`,
        { ca: readFileSync(path('ca.pem')), agent: false, ...identity },
        (answer) => {
          answer.resume();
          resolve(answer.statusCode ?? 0);
        },
      );
      request.on('error', reject);
    });
  assert.equal(await status('client'), 200);
  assert.equal(await status('stranger'), 401, 'of our authority, but registered for nobody');
  assert.equal(await status(), 401);
  listening.reload();
  assert.equal(await status('client'), 200, 'after new certificates were read');
});
