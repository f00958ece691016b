/** Everyday commands beside a running hub, as a person types them. */
import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { ROOT } from '../house/sources.ts';
import { cybex, type Ran, type RunningHub, startHub } from './hub-process.ts';

let hub: RunningHub;
let folder: string;

before(async () => {
  hub = await startHub();
  folder = mkdtempSync(join(tmpdir(), 'cybex-commands-'));
});

after(async () => {
  await hub.stop();
  rmSync(folder, { recursive: true, force: true });
});

const SAMPLE = join(ROOT, 'data/sample/aozora-bank-csirt.json');
const INVALID = join(ROOT, 'fixtures/stix/invalid/ipv4.octet.json');

/** Runs one that has to succeed. */
async function done(...args: string[]): Promise<Ran> {
  const ran = await hub.cybex(args);
  assert.equal(ran.code, 0, `${args.join(' ')}: ${ran.stderr}${ran.stdout}`);
  return ran;
}

async function json<T>(...args: string[]): Promise<T> {
  return JSON.parse((await done(...args, '--json')).stdout) as T;
}

test('import says what was stored, what was here, what was refused, and who sees it', async () => {
  const first = await done('import', SAMPLE, '--collection', 'main', '--tlp', 'green');
  assert.match(first.stdout, /→ Main collection: 46 stored, 0 already here, 0 in quarantine\.\n/);
  assert.match(first.stdout, /Who sees it:\n {2}CLEAR \(\d+\): everyone who can reach/);
  assert.match(first.stdout, / {2}RED \(\d+\): named persons only, over no feed/);

  const second = await done('import', SAMPLE, '--collection', 'main', '--tlp', 'green');
  assert.match(second.stdout, /0 stored, 46 already here, 0 in quarantine/);

  const refused = await hub.cybex(['import', INVALID, '--collection', 'main']);
  assert.equal(refused.code, 1);
  assert.match(refused.stdout, /0 stored, 0 already here, 1 in quarantine/);
  assert.match(
    refused.stderr,
    /^error: .*: .* \[stix-ipv4, STIX 2\.1 §6\.8\.1\]\n {2}at \/value\n/,
  );
  assert.match((await done('quarantine', 'list')).stdout, /stix-ipv4/);
});

test('what is unmarked takes the default, and a lower label given later relabels and says so', async () => {
  const file = join(folder, 'unmarked.json');
  writeFileSync(file, JSON.stringify(tool('11')));
  const first = await done('import', file, '--collection', 'main');
  assert.match(first.stdout, /1 without a TLP marking took AMBER\./);
  assert.match(first.stdout, /AMBER \(1\): only your organisation and its clients/);
  assert.match(first.stdout, /To publish .*--tlp CLEAR/);
  const dry = await done('import', file, '--collection', 'main', '--tlp', 'GREEN', '--dry-run');
  assert.match(dry.stdout, /GREEN \(1\)/);
  const lower = await done('import', file, '--collection', 'main', '--tlp', 'GREEN');
  assert.match(lower.stdout, /1 offered anew under a lower label/);
});

function tool(part: string): object {
  return {
    type: 'tool',
    spec_version: '2.1',
    id: `tool--6f0d1b54-3d6b-4d1f-9a54-6e1e2b6a1c${part}`,
    created: '2026-11-01T00:00:00.000Z',
    modified: '2026-11-01T00:00:00.000Z',
    name: `Tool ${part}`,
  };
}

test('import takes folders, .gz and standard input', async () => {
  const inner = mkdtempSync(join(folder, 'feed-'));
  writeFileSync(join(inner, 'a.json'), JSON.stringify(tool('21')));
  writeFileSync(join(inner, 'b.json.gz'), gzipSync(JSON.stringify(tool('22'))));
  writeFileSync(join(inner, 'notes.txt'), 'not data');
  const both = await done('import', inner, '--collection', 'main');
  assert.equal(both.stdout.match(/1 stored/g)?.length, 2, both.stdout);
  const input = JSON.stringify(tool('23'));
  const piped = await hub.cybex(['import', '-', '--collection', 'main'], { input });
  assert.match(piped.stdout, /1 stored/);
});

test('status, doctor, jobs and audit tell how it is', async () => {
  const status = await hub.cybex(['status', '--json']);
  const { backup, records, address } = JSON.parse(status.stdout);
  assert.equal(backup, null);
  assert.ok(records > 80);
  assert.equal(address, hub.url);
  assert.equal(status.code, 1, 'there is no backup yet');
  assert.match((await hub.cybex(['status'])).stdout, /warning: there is no backup yet/);
  assert.equal((await done('doctor')).stdout, 'sound\n');
  assert.match((await done('job', 'list')).stdout, /import .* done /);
  const audit = (await done('audit')).stdout.trim().split('\n');
  assert.ok(audit.length > 3);
  assert.equal(JSON.parse(audit[0] ?? '').action, 'house.found');
  assert.match(
    (await done('audit', '--syslog', '--limit', '1')).stdout,
    /^<110>1 \S+ - cybex - house\.found \[/,
  );
});

test('backup, verify, restore elsewhere', async () => {
  const { file } = await json<{ file: string }>(
    'backup',
    '--to',
    join(folder, 'kept'),
    '--keep',
    '2',
  );
  await done('backup', '--to', `${folder}/kept/`, '--keep', '2');
  assert.ok(existsSync(file));
  assert.match((await cybex(['backup', 'verify', file])).stdout, /^sound: \d+ records\n$/);
  const broken = join(folder, 'broken.backup');
  const bytes = readFileSync(file);
  bytes.fill(0, bytes.length >> 1, (bytes.length >> 1) + 4096);
  writeFileSync(broken, bytes);
  const verified = await cybex(['backup', 'verify', broken]);
  assert.ok(verified.code === 1 || verified.code === 3, `${verified.code}`);

  const data = join(folder, 'restored');
  const restored = await cybex(['restore', file, '--data', data]);
  assert.equal(restored.code, 0, restored.stderr);
  assert.match(
    restored.stdout,
    /restored and verified: \d+ records; followers start a new feed epoch/,
  );
  const again = await cybex(['restore', file, '--data', data]);
  assert.equal(again.code, 3, 'a store that is there is not overwritten');
  // Without a hub the command opens the store itself.
  const there = JSON.parse((await cybex(['status', '--json', '--data', data])).stdout);
  const here = JSON.parse((await hub.cybex(['status', '--json'])).stdout);
  assert.equal(there.memberships, here.memberships);
  assert.notEqual(there.feedEpoch, here.feedEpoch);
  assert.equal(here.backup.at.slice(0, 2), '20');
});

test('organisations, communities, persons, tokens and collections are added, listed and removed', async () => {
  const { id: bank } = await json<{ id: string }>('org', 'add', 'Bank A');
  await json('org', 'add', 'Stranger', '--outsider');
  const { id: circle } = await json<{ id: string }>(
    'community',
    'add',
    'finance',
    '--members',
    'Bank A',
  );
  const { id: person } = await json<{ id: string }>(
    'person',
    'add',
    'Hana Sato',
    '--org',
    'Bank A',
  );
  const { id: collection } = await json<{ id: string }>(
    ...['collection', 'add', 'Finance circle', '--alias', 'finance'],
    ...['--community', circle, '--read', 'authenticated', '--write', 'Bank A'],
  );
  for (const [noun, id] of Object.entries({ org: bank, community: circle, person, collection })) {
    assert.ok((await done(noun, 'list')).stdout.includes(id), noun);
  }
  const given = await done('token', 'create', '--org', 'Bank A', '--for', 'taxii');
  const token = /^password {5}(cybex_\S+)$/m.exec(given.stdout)?.[1] ?? '';
  const user = /^user name {4}(\S+)$/m.exec(given.stdout)?.[1] ?? '';
  for (const wanted of [
    `discovery    ${hub.url}/taxii2/`,
    'finance',
    'curl ',
    'OpenCTI',
    'MISP',
    'Sentinel',
  ]) {
    assert.ok(given.stdout.toLowerCase().includes(wanted.toLowerCase()), wanted);
  }
  assert.ok(!given.stdout.includes('ample exchange'), 'the sample is for nobody else');
  const authorization = `Basic ${Buffer.from(`${user}:${token}`).toString('base64')}`;
  const ask = () =>
    fetch(`${hub.url}/taxii2/main/collections/finance/objects/`, {
      headers: { accept: 'application/taxii+json;version=2.1', authorization },
    });
  assert.equal((await ask()).status, 200);
  const rows = (await done('token', 'list', '--json')).stdout.trim().split('\n');
  const { id: credential } = rows
    .map((row) => JSON.parse(row))
    .find((row) => row.userName === user);
  await done('token', 'revoke', credential);
  const refused = await ask();
  assert.equal(refused.status, 401);
  assert.match(refused.headers.get('www-authenticate') ?? '', /^Basic /);

  await done('collection', 'remove', collection);
  await done('person', 'remove', person);
  await done('community', 'remove', circle);
  await done('org', 'remove', bank);
  assert.ok(!(await done('org', 'list')).stdout.includes(bank));
});

test('a lost administrator token is replaced on this machine alone', async () => {
  const old = readFileSync(join(hub.data, 'admin-token'), 'utf8').trim();
  const fresh = (await done('token', 'reset-admin')).stdout.trim();
  const status = (token: string) =>
    fetch(`${hub.url}/api/v1/status`, { headers: { authorization: `Bearer ${token}` } });
  assert.equal((await status(old)).status, 401);
  assert.equal((await status(fresh)).status, 200);
  const remote = await fetch(`${hub.url}/api/v1/tokens/reset-admin`, {
    method: 'POST',
    headers: { authorization: `Bearer ${fresh}` },
  });
  assert.equal(remote.status, 403);

  const file = join(folder, 'token');
  writeFileSync(file, `${fresh}\n`);
  const far = await cybex(['status', '--json', '--hub', hub.url, '--token-file', file]);
  assert.equal(JSON.parse(far.stdout).address, hub.url, far.stderr);
});

test('settings: a commented file, their origins, unknown keys with a suggestion', async () => {
  const cwd = mkdtempSync(join(folder, 'settings-'));
  assert.equal((await cybex(['init'], { cwd })).code, 0);
  const text = readFileSync(join(cwd, 'cybex.toml'), 'utf8');
  assert.match(text, /^# port = 8460$/m);
  assert.equal((await cybex(['init'], { cwd })).code, 3, 'one that is there stays');
  writeFileSync(join(cwd, 'cybex.toml'), `${text}\nport = 9000\ntitle = "Ours"\n`);
  const shown = await cybex(['config', 'show', '--title', 'Mine'], {
    cwd,
    env: { CYBEX_PORT: '9001', CYBEX_METRICS_TOKEN: 'a-secret-of-sixteen' },
  });
  assert.match(shown.stdout, /^port +9001 +CYBEX_PORT$/m);
  assert.match(shown.stdout, /^title +"Mine" +--title$/m);
  assert.ok(!shown.stdout.includes('a-secret-of-sixteen'));
  writeFileSync(join(cwd, 'cybex.toml'), 'prot = 9000\n');
  const wrong = await cybex(['config', 'check'], { cwd });
  assert.equal(wrong.code, 2);
  assert.match(wrong.stderr, /unknown key prot; did you mean port\?/);
});

test('Japanese by LANG or --lang; JSON and codes never change', async () => {
  const env = { LANG: 'ja_JP.UTF-8' };
  const checked = await cybex(['check', INVALID], { env });
  assert.match(checked.stderr, /^エラー: .*\[stix-ipv4, /);
  assert.match(checked.stderr, /対処: /);
  assert.match((await cybex(['org', '--help'], { env })).stdout, /使い方: cybex org/);
  assert.match(
    (await hub.cybex(['preview', '--as', 'anonymous', '--lang', 'ja'])).stdout,
    /に渡るのは/,
  );
  const plain = await cybex(['check', INVALID, '--json']);
  const japanese = await cybex(['check', INVALID, '--json'], { env });
  assert.equal(japanese.stdout, plain.stdout);
});
