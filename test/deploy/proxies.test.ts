/** The examples for reverse proxies: their own checks, and the hub really behind nginx with TLS. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { ROOT } from '../house/sources.ts';
import { type RunningHub, run, startHub } from '../journey/hub-process.ts';

const there = (program: string, argument: string) =>
  spawnSync(program, [argument], { stdio: 'ignore' }).error === undefined;
const NGINX = there('nginx', '-v') ? 'nginx' : '/usr/sbin/nginx';
const noNginx =
  there(NGINX, '-v') && there('openssl', 'version')
    ? false
    : 'NOT TESTED: nginx or openssl is not installed (apt-get install nginx openssl)';
const noCaddy = there('caddy', 'version')
  ? false
  : 'NOT TESTED: caddy is not installed (apt-get install caddy)';

const NAME = 'exchange.example.org';
const TAXII = 'application/taxii+json;version=2.1';

let folder: string;
let port: number;
let hub: RunningHub;
let nginx: ChildProcess;
let ca: Buffer;

before(async () => {
  if (noNginx) return;
  folder = mkdtempSync(join(tmpdir(), 'cybex-nginx-'));
  certificate(folder);
  ca = readFileSync(join(folder, 'exchange.pem'));
  port = await freePort();
  hub = await startHub({
    args: [
      '--public-url',
      `https://${NAME}/cybex`,
      '--trust-proxy',
      '127.0.0.1/32',
      '--rate-per-minute',
      '60',
      '--max-content-length',
      '100000',
    ],
  });
  const hubPort = /:(\d+)$/.exec(await listening(hub))?.[1] ?? '';
  const file = join(folder, 'nginx.conf');
  writeFileSync(file, configuration(folder, port, hubPort));
  nginx = spawn(NGINX, ['-c', file, '-p', folder, '-g', 'daemon off;'], { stdio: 'inherit' });
  for (let i = 0; i < 100 && !(await answers()); i++) await sleep(50);
});

after(async () => {
  nginx?.kill('SIGTERM');
  await hub?.stop();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

/** Self-made, for the name of the examples. */
function certificate(place: string): void {
  const subject = ['-subj', `/CN=${NAME}`, '-addext', `subjectAltName=DNS:${NAME}`];
  const files = ['-keyout', join(place, 'exchange.key'), '-out', join(place, 'exchange.pem')];
  const made = spawnSync(
    'openssl',
    ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', ...subject, ...files],
    { encoding: 'utf8' },
  );
  assert.equal(made.status, 0, made.stderr);
}

/** deploy/nginx.conf with the places of this test, inside the least http block around it. */
function configuration(place: string, listen: number, hubPort: string): string {
  const ours = readFileSync(join(ROOT, 'deploy/nginx.conf'), 'utf8')
    .replace('listen 443', `listen 127.0.0.1:${listen}`)
    .replaceAll('/etc/ssl/', `${place}/`)
    .replace('127.0.0.1:8460', `127.0.0.1:${hubPort}`);
  for (const temporary of ['body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']) {
    mkdirSync(join(place, temporary), { recursive: true });
  }
  return `
    pid ${place}/nginx.pid;
    error_log ${place}/error.log warn;
    events {}
    http {
      access_log off;
      client_body_temp_path ${place}/body;
      proxy_temp_path ${place}/proxy;
      fastcgi_temp_path ${place}/fastcgi;
      uwsgi_temp_path ${place}/uwsgi;
      scgi_temp_path ${place}/scgi;
      ${ours}
    }`;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** With a public URL the hub prints that; where it really listens its own socket tells. */
async function listening(running: RunningHub): Promise<string> {
  const table = readFileSync(`/proc/${running.pid}/net/tcp`, 'utf8').split('\n');
  const own = new Set(
    (await run('sh', ['-c', `ls -l /proc/${running.pid}/fd`])).stdout.match(/socket:\[\d+\]/g),
  );
  for (const line of table) {
    const [, local = '', , state = '', , , , , , inode = ''] = line.trim().split(/\s+/);
    if (state !== '0A' || !own.has(`socket:[${inode}]`)) continue;
    return `127.0.0.1:${Number.parseInt(local.split(':')[1] ?? '', 16)}`;
  }
  throw new Error('the hub listens nowhere');
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

interface Asking {
  readonly method?: string;
  readonly body?: string | Buffer;
  /** Another address of this machine, as if another client. */
  readonly localAddress?: string;
}

function ask(
  path: string,
  headers: Readonly<Record<string, string>> = {},
  { method = 'GET', body = '', localAddress = '127.0.0.1' }: Asking = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = https.request(
      {
        host: '127.0.0.1',
        port,
        path,
        method,
        ca,
        servername: NAME,
        localAddress,
        headers: { host: NAME, ...headers },
      },
      (answer) => {
        const pieces: Buffer[] = [];
        answer.on('data', (piece: Buffer) => pieces.push(piece));
        answer.on('end', () => {
          const text = Buffer.concat(pieces).toString('utf8');
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text });
        });
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}

const answers = () =>
  ask('/cybex/healthz').then(
    ({ status }) => status === 200,
    () => false,
  );

test('nginx -t accepts the example', { skip: noNginx }, async () => {
  const { code, stderr } = await run(NGINX, ['-t', '-c', join(folder, 'nginx.conf'), '-p', folder]);
  assert.equal(code, 0, stderr);
});

test('caddy validate accepts the example', { skip: noCaddy }, async () => {
  const file = join(ROOT, 'deploy/Caddyfile');
  const { code, stderr } = await run('caddy', [
    'validate',
    '--adapter',
    'caddyfile',
    '--config',
    file,
  ]);
  assert.equal(code, 0, stderr);
});

test('the start page works below a path, each of its addresses too', {
  skip: noNginx,
}, async () => {
  const { status, text } = await ask('/cybex/');
  assert.equal(status, 200);
  const links = [...text.matchAll(/(?:href|src)="([^"#]+)"/g)].map(([, link = '']) => link);
  assert.ok(links.length > 5);
  for (const link of links) {
    assert.match(link, /^\/cybex\//);
    const answer = await ask(link);
    assert.ok([200, 401].includes(answer.status), `${link}: ${answer.status}`);
  }
  assert.match(text, new RegExp(`curl .* https://${NAME}/cybex/taxii2/`));
  const bare = await ask('/cybex');
  assert.equal(bare.status, 308);
});

test('every address of TAXII is absolute, as others reach it', { skip: noNginx }, async () => {
  const base = `https://${NAME}/cybex`;
  const token = readFileSync(join(hub.data, 'admin-token'), 'utf8').trim();
  const headers = { accept: TAXII, authorization: `Bearer ${token}` };
  const discovery = await ask('/cybex/taxii2/', headers);
  assert.equal(discovery.status, 200, discovery.text);
  assert.equal(discovery.headers['content-type'], TAXII);
  const { default: root, api_roots: roots } = JSON.parse(discovery.text);
  for (const url of [root, ...roots]) assert.ok(url.startsWith(`${base}/taxii2/`), url);
  const rootPath = new URL(root).pathname;
  assert.equal((await ask(rootPath, headers)).status, 200);
  const { collections } = JSON.parse((await ask(`${rootPath}collections/`, headers)).text);
  assert.ok(collections.length > 0);

  const created = await hub.cybex(['token', 'create', '--for', 'taxii', '--json']);
  assert.equal(JSON.parse(created.stdout).discovery, `${base}/taxii2/`);
});

test('the hub’s own 413 passes, with the error of TAXII', { skip: noNginx }, async () => {
  const token = readFileSync(join(hub.data, 'admin-token'), 'utf8').trim();
  const headers = {
    accept: TAXII,
    'content-type': TAXII,
    authorization: `Bearer ${token}`,
    'content-length': '200000',
  };
  const path = '/cybex/taxii2/main/collections/main/objects/';
  const refused = await ask(path, headers, { method: 'POST', body: Buffer.alloc(200_000, ' ') });
  assert.equal(refused.status, 413, refused.text);
  assert.equal(refused.headers['content-type'], TAXII);
  assert.equal(JSON.parse(refused.text).http_status, '413');
});

test('who comes through the proxy is counted by his own address', { skip: noNginx }, async () => {
  const statuses = async (localAddress: string, count: number) => {
    const found: number[] = [];
    for (let i = 0; i < count; i++) {
      // What a client writes here himself stands left of what nginx adds, and counts for nothing.
      const forged = { 'x-forwarded-for': `198.51.100.${i}` };
      found.push((await ask('/cybex/api/v1/collections', forged, { localAddress })).status);
    }
    return found;
  };
  const greedy = await statuses('127.0.0.2', 90);
  assert.ok(greedy.includes(429), 'a client chose his own address');
  assert.deepEqual([...new Set(await statuses('127.0.0.3', 5))], [200], 'another one is served');
});

test('who does not come through the proxy cannot say that he does', { skip: noNginx }, async () => {
  const [host = '', hubPort = ''] = (await listening(hub)).split(':');
  const statuses = new Set<number | undefined>();
  for (let i = 0; i < 90; i++) {
    const headers = { 'x-forwarded-for': `198.51.100.${i}` };
    const target = { host, port: hubPort, path: '/api/v1/collections', localAddress: '127.0.0.4' };
    statuses.add(
      await new Promise((resolve, reject) => {
        http
          .get({ ...target, headers }, (answer) => resolve(answer.resume().statusCode))
          .on('error', reject);
      }),
    );
  }
  assert.ok(statuses.has(429), 'a forwarded header counted from a stranger');
});

test('the sample is not shown to others', { skip: noNginx }, async () => {
  assert.ok(existsSync(join(hub.data, 'admin-token')));
  const preview = await hub.cybex(['preview', '--as', 'anonymous']);
  assert.match(preview.stdout, /^anonymous gets 0 of \d+ records/);
});
