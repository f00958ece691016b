/** What goes wrong: one form of error, exit codes, pipes that end, ports that are taken, signals. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { cybex, MAIN, plainEnvironment, type RunningHub, startHub } from './hub-process.ts';

let hub: RunningHub;
let folder: string;

before(async () => {
  hub = await startHub();
  folder = mkdtempSync(join(tmpdir(), 'cybex-refusals-'));
  for (const [name, content] of Object.entries(FILES)) writeFileSync(join(folder, name), content);
});

after(async () => {
  await hub.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Files that a stranger may well hand over, by the name under which the rows speak of them. */
const FILES: Readonly<Record<string, string | Buffer>> = {
  'broken.json': '{"type":"bundle",\n "id": nope}',
  'empty.json': '',
  'scores.csv': 'CVE;score\n',
  'shift-jis.json': Buffer.from([0x82, 0xa0, 0x7b]),
  'half.json.gz': 'not compressed',
  'no.backup': 'hello',
  'wrong.token': 'wrong',
  'string.toml': 'port = "abc"\n',
  'typo.toml': 'prot = 9000\n',
};

interface Refusal {
  /** `{f}/` is a folder with FILES, `{url}` the running hub. */
  readonly args: string;
  readonly code: number;
  /** Where and what, in the first line. */
  readonly names: RegExp;
  /** What to do; without one any remedy serves. */
  readonly remedy?: RegExp;
}

const OPERATOR = '--org "CYBEX exchange point"';

const REFUSALS: readonly Refusal[] = [
  { args: 'imprt x', code: 2, names: /unknown command 'imprt'/, remedy: /Did you mean import\?/ },
  { args: 'org ad x', code: 2, names: /unknown command 'ad'/, remedy: /Did you mean add\?/ },
  { args: 'preview --sa x', code: 2, names: /unknown option '--sa'/, remedy: /mean --as\?/ },
  { args: 'import x --colection main', code: 2, names: /'--colection'/, remedy: /--collection\?/ },
  { args: 'import x', code: 2, names: /'--collection <id>' not specified/, remedy: /--help/ },
  { args: 'org add', code: 2, names: /missing required argument 'name'/ },
  { args: 'org add a b', code: 2, names: /too many arguments/ },
  { args: 'serve --port', code: 2, names: /'--port <value>' argument missing/ },
  { args: 'completion fish', code: 2, names: /'fish' .* choices are bash, zsh/ },

  { args: 'check /nowhere/x.json', code: 2, names: /There is no file \/nowhere\/x\.json\./ },
  { args: 'check bin', code: 2, names: /no document in the folder bin\./, remedy: /\.json/ },
  { args: 'check {f}/half.json.gz', code: 2, names: /half\.json\.gz is not whole gzip data/ },
  { args: 'check {f}/broken.json', code: 1, names: /broken\.json:2:8: .*\[json-syntax, RFC 8259/ },
  {
    args: 'check {f}/scores.csv',
    code: 1,
    names: /scores\.csv: .*\[format-unknown/,
    remedy: /--format/,
  },
  { args: 'check {f}/empty.json', code: 1, names: /empty\.json: .*\[format-unknown/ },
  {
    args: 'check {f}/shift-jis.json',
    code: 1,
    names: /\[format-unknown/,
    remedy: /iconv -f SHIFT_JIS/,
  },
  { args: 'check package.json --format nope', code: 1, names: /no format nope here\. Known: stix/ },

  {
    args: 'import {f}/broken.json --collection main',
    code: 1,
    names: /broken\.json: .*\[json-syntax/,
  },
  { args: 'import {f}/scores.csv --collection main', code: 1, names: /\[format-unknown/ },
  { args: 'import {f}/half.json.gz --collection main', code: 2, names: /not whole gzip data/ },
  {
    args: 'import package.json --collection nope',
    code: 3,
    names: /\(absent\)/,
    remedy: /collection list/,
  },
  {
    args: 'import package.json --collection sample',
    code: 3,
    names: /not write to it\. \(forbidden\)/,
  },
  {
    args: 'import package.json --collection main --tlp PURPLE',
    code: 2,
    names: /tlp is one of CLEAR, GREEN/,
  },
  {
    args: 'import package.json --collection main --from soon',
    code: 2,
    names: /from is not an RFC 3339 time/,
  },

  {
    args: 'status --hub {url} --token-file {f}/wrong.token',
    code: 3,
    names: /\(unauthenticated\)/,
    remedy: /token/,
  },
  { args: 'status --hub {url}', code: 3, names: /\(unauthenticated\)/, remedy: /token/ },
  { args: 'status --hub {url} --token-file {f}/none', code: 2, names: /There is no file .*none\./ },
  { args: 'status --hub http://localhost:9', code: 3, names: /localhost:9: .*ECONNREFUSED/ },
  { args: 'status --hub nonsense', code: 2, names: /--hub nonsense is not an http: or https: URL/ },

  { args: 'org remove 00000000-0000-4000-8000-000000000000', code: 3, names: /\(absent\)/ },
  {
    args: 'token create --org Nobody',
    code: 3,
    names: /no organisation Nobody/,
    remedy: /org list/,
  },
  { args: `token create ${OPERATOR} --for beer`, code: 2, names: /'beer' is invalid/ },
  { args: `token create ${OPERATOR} --roles king`, code: 2, names: /roles\.0 is one of reader/ },
  {
    args: `token create ${OPERATOR} --expires soon`,
    code: 2,
    names: /expires: not an RFC 3339 time/,
  },
  { args: `token create ${OPERATOR} --password-file {f}/none`, code: 2, names: /no file .*none/ },
  { args: `person add X ${OPERATOR} --kind alien`, code: 2, names: /kind is one of person/ },
  { args: 'collection add T --floor PURPLE', code: 2, names: /floor\.tlp is one of CLEAR/ },
  { args: 'collection add T --alias main', code: 3, names: /alias main is taken\. \(conflict\)/ },
  {
    args: 'collection add T --community none',
    code: 3,
    names: /no community none/,
    remedy: /community list/,
  },
  { args: 'community add C --members Nobody', code: 3, names: /no organisation Nobody/ },

  {
    args: 'feed add x https://a.example/ --from a --into main --every soon',
    code: 2,
    names: /90s, 15m, 2h, 1d or never/,
  },
  {
    args: 'feed add x https://a.example/ --from a --into nope',
    code: 3,
    names: /no collection nope/,
  },
  { args: 'feed add x nourl --from a --into main', code: 2, names: /url is not a URL/ },
  {
    args: 'feed test http://taxii.example/taxii2/',
    code: 3,
    names: /only https is permitted/,
    remedy: /--allow-private/,
  },
  {
    args: 'feed test https://127.0.0.1/taxii2/',
    code: 3,
    names: /\(forbidden\)/,
    remedy: /not public.*--allow-private/,
  },
  { args: 'feed remove nope', code: 3, names: /There is no feed nope/, remedy: /feed list/ },
  { args: 'pull nope', code: 3, names: /There is no feed nope/ },
  { args: 'push nope', code: 3, names: /There is no peer nope/ },
  { args: 'peer invite X --collections sample', code: 2, names: /sample is not given to peers/ },
  {
    args: 'peer accept {f}/broken.json',
    code: 2,
    names: /is not an invitation/,
    remedy: /whole block/,
  },
  { args: 'peer accept {f}/none', code: 2, names: /There is no file/ },
  { args: 'taxii check http://localhost:9/', code: 3, names: /ECONNREFUSED/ },
  { args: 'taxii check nourl', code: 2, names: /"nourl" is not a URL/ },

  { args: 'preview --as nobody', code: 3, names: /nobody called nobody/, remedy: /org list/ },
  { args: 'preview --as anonymous --collection nope', code: 3, names: /no collection nope/ },
  { args: 'preview --as anonymous --limit many', code: 2, names: /limit is not a number/ },
  { args: 'job show nope', code: 3, names: /no such job/ },

  { args: 'backup --to {f}/no.backup', code: 3, names: /no\.backup is there already/ },
  {
    args: 'backup verify {f}/no.backup',
    code: 2,
    names: /is no backup of a house/,
    remedy: /cybex backup/,
  },
  { args: 'restore {f}/no.backup --data {f}/r', code: 2, names: /is no backup of a house/ },
  { args: 'migrate', code: 3, names: /in use by process \d+ \(locked\)/ },

  {
    args: 'config check --config {f}/none.toml',
    code: 2,
    names: /none\.toml: there is no such file/,
  },
  {
    args: 'config check --config {f}/string.toml',
    code: 2,
    names: /port \(.*string\.toml\) is not a number/,
  },
  {
    args: 'config check --config {f}/typo.toml',
    code: 2,
    names: /unknown key prot; did you mean port\?/,
  },
  {
    args: 'config check --store mysql://x',
    code: 2,
    names: /store \(--store\) is sqlite or a postgres: URL/,
  },
  {
    args: 'serve --port 0 --data {f}/a --tls-cert {f}/none --tls-key {f}/none',
    code: 2,
    names: /tls-cert: .*none cannot be read/,
  },
  {
    args: 'serve --port 0 --data {f}/b --tls-cert {f}/scores.csv --tls-key {f}/scores.csv',
    code: 2,
    names: /tls-cert and tls-key do not serve/,
    remedy: /PEM/,
  },
  {
    args: 'serve --port 0 --data {f}/c --host 0.0.0.0',
    code: 2,
    names: /0\.0\.0\.0 without TLS/,
    remedy: /--tls-cert.*--trust-proxy/,
  },
  {
    args: 'serve --port 0 --data {f}/d --host 203.0.113.1 --trust-proxy 127.0.0.1/32',
    code: 2,
    names: /no address of this machine/,
  },
  {
    args: 'serve --port 0 --data {f}/e --store postgres://localhost:1/x',
    code: 3,
    names: /does not answer \(.*localhost|127\.0\.0\.1:1/,
  },
  {
    args: 'serve --port 0 --data {f}/no.backup/data',
    code: 3,
    names: /no\.backup\/data cannot be written to/,
    remedy: /--data/,
  },
];

function words(text: string): string[] {
  const filled = text.replaceAll('{f}', folder).replaceAll('{url}', hub.url);
  return (filled.match(/"[^"]+"|\S+/g) ?? []).map((word) => word.replaceAll('"', ''));
}

/** `error: WHAT (code)` or, of a document, `error: FILE: WHAT [code, clause]`; then what to do. */
const FORM =
  /^error: .+ (?:\([a-z-]+\)|\[[a-z-]+, [^\]]+\])\n(?: {2}at \S+\n)?(?: {2})?what to do: .+\n/m;

for (const { args, code, names, remedy } of REFUSALS) {
  test(`cybex ${args}: exit ${code}`, async () => {
    const ran = await hub.cybex(words(args));
    assert.match(ran.stderr, FORM);
    assert.match(ran.stderr.split('\n').find((line) => line.startsWith('error: ')) ?? '', names);
    if (remedy) assert.match(/what to do: (.*)/.exec(ran.stderr)?.[1] ?? '', remedy);
    assert.equal(ran.code, code);
    assert.doesNotMatch(ran.stderr, /\n {4}at |\(internal\)/, 'a stack, or a fault of ours');
  });
}

test('a refused start founds nothing: the next one is the first, with its token', async () => {
  const data = join(folder, 'c');
  const started = await startHub({ data, args: ['--no-sample'] });
  assert.match(started.stdout(), /admin token/);
  await started.stop();
});

test('what does not run on this Node, or without its packages, says which', async () => {
  const { nodeProblem } = await import('../../src/cli/node-version.ts');
  assert.match(nodeProblem('18.20.0') ?? '', /^CYBEX needs Node\.js 20\.19 or later; this is 18/);
  const { missingPackage } = await import('../../src/cli/missing-package.ts');
  const lost = Object.assign(new Error("Cannot find package 'fastify' imported from x"), {
    code: 'ERR_MODULE_NOT_FOUND',
  });
  assert.match(
    missingPackage(lost) ?? '',
    /needs fastify too \(unavailable\)\nwhat to do: npm install/,
  );
});

interface Answered {
  readonly ask: string;
  readonly path: string;
  readonly init?: RequestInit;
  readonly status: number;
  /** What the TAXII error object or the problem document says. */
  readonly says: RegExp;
}

const TAXII = 'application/taxii+json;version=2.1';
const MAIN_OBJECTS = '/taxii2/main/collections/main/objects/';
const BASIC_WRONG = `Basic ${Buffer.from('administrator:wrong').toString('base64')}`;

const OVER_HTTP: readonly Answered[] = [
  {
    ask: 'a wrong password',
    path: MAIN_OBJECTS,
    init: { headers: { accept: TAXII, authorization: BASIC_WRONG } },
    status: 401,
    says: /credential|token|password/i,
  },
  {
    ask: 'another media type',
    path: '/taxii2/',
    init: { headers: { accept: 'text/csv' } },
    status: 406,
    says: /application\/taxii\+json/,
  },
  {
    ask: 'what is not there, or not for the anonymous',
    path: '/taxii2/sample/collections/nope/',
    init: { headers: { accept: TAXII } },
    status: 401,
    says: /Authorization header/,
  },
  { ask: 'no address of ours', path: '/api/v1/nope', status: 404, says: /nothing at this address/ },
  { ask: 'the native API without a token', path: '/api/v1/status', status: 401, says: /Sign in/ },
];

for (const { ask, path, init, status, says } of OVER_HTTP) {
  test(`over HTTP, ${ask}: ${status}`, async () => {
    const answer = await fetch(hub.url + path, init);
    const text = await answer.text();
    assert.equal(answer.status, status, text);
    assert.match(text, says);
    assert.match(answer.headers.get('content-type') ?? '', /json/);
    assert.ok(answer.headers.get('x-request-id'));
    if (status === 401) assert.match(answer.headers.get('www-authenticate') ?? '', /^Basic /);
  });
}

test('a writer is told what is wrong with an envelope: its size, its type, its JSON', async (t) => {
  const small = await startHub({ args: ['--no-sample', '--max-content-length', '1000'] });
  t.after(() => small.stop());
  const token = readFileSync(join(small.data, 'admin-token'), 'utf8').trim();
  const post = async (body: string, type = TAXII) => {
    const headers = { accept: TAXII, 'content-type': type, authorization: `Bearer ${token}` };
    const answer = await fetch(small.url + MAIN_OBJECTS, { method: 'POST', headers, body });
    return { status: answer.status, text: await answer.text() };
  };
  const large = await post(JSON.stringify({ objects: ['x'.repeat(1000)] }));
  assert.equal(large.status, 413);
  assert.match(large.text, /1000/, 'the bound is named');
  const csv = await post('{"objects":[]}', 'text/csv');
  assert.equal(csv.status, 415);
  assert.match(csv.text, /application\/taxii\+json/);
  const list = await post('[]');
  assert.equal(list.status, 422);
  assert.match(list.text, /not-an-envelope/);
});

test('with --json an error is JSON on stdout, with --debug the stack is shown', async () => {
  const args = ['import', 'package.json', '--collection', 'nope'];
  const { stdout, stderr, code } = await hub.cybex([...args, '--json']);
  assert.equal(code, 3);
  assert.equal(JSON.parse(stdout).error.code, 'absent');
  assert.equal(stderr, '');
  assert.match((await hub.cybex([...args, '--debug'])).stderr, /\n {4}at /);
});

test('--quiet talks of nothing, data stays', async () => {
  const file = 'fixtures/stix/invalid/ipv4.octet.json';
  const { stdout, stderr, code } = await cybex(['check', file, '--quiet']);
  assert.equal(code, 1);
  assert.equal(stderr, '');
  assert.match(stdout, /not valid stix/);
});

test('where no exchange point is, a command says so and founds none', async () => {
  const data = join(folder, 'nothing');
  const { code, stderr } = await cybex(['status', '--data', data]);
  assert.equal(code, 3);
  assert.match(stderr, /There is no exchange point in .*\nwhat to do: .*cybex serve/);
});

test('a reader that goes away ends the command without a word', async () => {
  const child = spawn(process.execPath, [MAIN, 'audit', '--data', hub.data], {
    env: plainEnvironment(),
  });
  let stderr = '';
  child.stderr.on('data', (piece) => {
    stderr += String(piece);
  });
  child.stdout.destroy();
  const code = await new Promise((resolve) => child.once('close', resolve));
  assert.equal(code, 0);
  assert.equal(stderr, '');
});

test('a port that is taken: the message names it and a way out', async (t) => {
  const holder = createServer().listen(0, '127.0.0.1');
  t.after(() => holder.close());
  await new Promise((resolve) => holder.once('listening', resolve));
  const address = holder.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const data = join(folder, 'taken');
  const { code, stderr } = await cybex(['serve', '--port', String(port), '--data', data]);
  assert.equal(code, 3);
  assert.match(stderr, new RegExp(`^error: Port ${port} is in use by .*\\nwhat to do: .*--port 0`));
  assert.match(stderr, new RegExp(`process ${process.pid}\\b`), 'the holder is named');
});

test('a second hub on the same data is told who has it', async () => {
  const { code, stderr } = await cybex(['serve', '--port', '0', '--data', hub.data]);
  assert.equal(code, 3);
  assert.match(stderr, new RegExp(`in use by process ${hub.pid}\\b.*\\(locked\\)\\nwhat to do: `));
});

test('SIGTERM: no longer ready, requests under way end, exit 0', async () => {
  const other = await startHub({ args: ['--no-sample'] });
  const slow = http.request(`${other.url}/api/v1/import?collection=main`, {
    method: 'POST',
    headers: { authorization: 'Bearer none' },
  });
  slow.on('error', () => {});
  slow.write(' ');
  await sleep(200);
  const began = performance.now();
  other.kill('SIGTERM');
  const { code } = await other.ended;
  const seconds = (performance.now() - began) / 1000;
  assert.equal(code, 0);
  assert.ok(seconds < 12, `${seconds} s`);
  assert.match(other.stderr(), /stopping/);
});

test('a request under way at SIGTERM gets its answer, readiness ends at once', async () => {
  const other = await startHub({ args: ['--no-sample'] });
  const socketPath = join(other.data, 'cybex.sock');
  const input = http.request({
    socketPath,
    method: 'POST',
    path: '/api/v1/import?collection=main',
  });
  const answered = new Promise<string>((resolve, reject) => {
    input.on('error', reject);
    input.on('response', (answer) => {
      let text = '';
      answer.on('data', (piece) => {
        text += String(piece);
      });
      answer.on('end', () => resolve(text));
    });
  });
  input.write('{"type":"bundle","id":"bundle--5f1c6b5e-8c1a-4f0e-9a55-3a7f4a9b1c01","objects":[');
  await sleep(300);
  other.kill('SIGTERM');
  await sleep(200);
  const ready = await fetch(`${other.url}/readyz`).then(
    ({ status }) => status,
    () => 'closed',
  );
  assert.ok(ready === 503 || ready === 'closed', String(ready));
  input.end(']}');
  const text = await answered;
  assert.ok(text.length > 0);
  const { code } = await other.ended;
  assert.equal(code, 0);
});
