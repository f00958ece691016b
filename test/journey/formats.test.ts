/**
 * A PSIRT's folder of CVE, OSV, CSAF, JVN and STIX files goes into a hub by the command line, with
 * kill -9 in between; comes out byte for byte; is served over TAXII as STIX; and is pulled by a
 * second hub.
 */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { askSocket } from '../../src/hub/outbound/socket.ts';
import * as made from '../flow/formats.ts';
import { ROOT } from '../house/sources.ts';
import { type Ran, type RunningHub, startHub, temporaryFolder } from './hub-process.ts';

const CVES = 240;
const TAXII = 'application/taxii+json;version=2.1';
const SERVE = ['--no-sample', '--title', 'Giving PSIRT'];

let folder: string;
let data: string;
let giving: RunningHub;
let taking: RunningHub;

/** What each file is called, what is in it, and under which id and format that stands. */
const files = new Map<
  string,
  { readonly text: string; readonly id: string; readonly format: string }
>();

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cybex-formats-'));
  const put = (name: string, format: string, id: string, text: string) => {
    mkdirSync(join(folder, 'in', name, '..'), { recursive: true });
    writeFileSync(join(folder, 'in', name), text);
    files.set(name, { text, id, format });
  };
  for (let number = 0; number < CVES; number++) {
    const id = `CVE-2026-${20_000 + number}`;
    put(
      `cves/2026/${20 + Math.floor(number / 100)}xxx/${id}.json`,
      'cve',
      id,
      `${made.cve({ id })}\n`,
    );
  }
  put('osv/GHSA-2222-3333-4444.json', 'osv', 'GHSA-2222-3333-4444', made.osv());
  put('csaf/ex-1.json', 'csaf', 'https://example.com EX-1', made.csaf({ tlp: 'CLEAR' }));
  put('vex/vex-1.json', 'openvex', 'https://openvex.dev/docs/example/vex-1', made.openvex());
  writeFileSync(join(folder, 'in/jvn.xml'), made.jvn());
  writeFileSync(join(folder, 'in/cwe.xml'), made.cwe());
  data = join(temporaryFolder(), 'data');
  giving = await startHub({ data, args: SERVE });
  taking = await startHub({ args: ['--no-sample', '--title', 'Taking CSIRT'] });
});

after(async () => {
  giving?.kill('SIGKILL');
  await taking?.stop();
  rmSync(folder, { recursive: true, force: true });
  rmSync(join(data, '..'), { recursive: true, force: true });
});

async function done(hub: RunningHub, ...args: string[]): Promise<Ran> {
  const ran = await hub.cybex(args);
  assert.equal(ran.code, 0, `${args.join(' ')}: ${ran.stderr}${ran.stdout}`);
  return ran;
}

async function ask(hub: RunningHub, path: string): Promise<Buffer> {
  const { body } = await askSocket(join(hub.data, 'cybex.sock'), {
    method: 'GET',
    path: `/api/v1${path}`,
  });
  const pieces: Uint8Array[] = [];
  for await (const piece of body) pieces.push(piece);
  return Buffer.concat(pieces);
}

interface Counted {
  readonly collections: readonly {
    readonly alias?: string;
    readonly formats: Readonly<Record<string, number>>;
  }[];
}

async function formatsOf(hub: RunningHub): Promise<Readonly<Record<string, number>>> {
  const { collections } = JSON.parse((await ask(hub, '/collections')).toString()) as Counted;
  return collections.find(({ alias }) => alias === 'main')?.formats ?? {};
}

/** How many vulnerabilities the feed of a hub has, as its operator pulls it. */
async function vulnerabilities(hub: RunningHub): Promise<number> {
  const body = await ask(hub, '/records?type=vulnerability&format=stix&limit=1000');
  return (JSON.parse(body.toString()) as { records: unknown[] }).records.length;
}

async function until(what: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (await what()) return;
    await sleep(100);
  }
  assert.fail('it did not come to pass in 30 seconds');
}

const everything = () => ['import', join(folder, 'in'), '--collection', 'main', '--tlp', 'CLEAR'];

test('kill -9 in the middle of an import: sent again, everything is there once', async () => {
  const broken = giving.cybex(everything());
  await until(async () => ((await formatsOf(giving)).cve ?? 0) > 20);
  giving.kill('SIGKILL');
  await giving.ended;
  assert.notEqual((await broken).code, 0);
  giving = await startHub({ data, args: SERVE });
  await done(giving, ...everything());
  const expected = { cve: CVES, osv: 1, csaf: 1, openvex: 1, jvn: 1, cwe: 1 };
  const { stix = 0, ...others } = await formatsOf(giving);
  assert.deepEqual(others, expected);
  await until(async () => (await vulnerabilities(giving)) === CVES + 1);
  await done(giving, ...everything());
  assert.deepEqual((({ stix: _projected, ...rest }) => rest)(await formatsOf(giving)), expected);
  assert.ok(stix >= 0);
});

test('each record comes out as it went in, byte for byte', async () => {
  for (const [name, { text, id, format }] of files) {
    if (/CVE-2026-20[01][1-9]/.test(name)) continue;
    const path = `/collections/main/records/${encodeURIComponent(id)}?format=${format}`;
    const body = await ask(giving, path);
    assert.equal(body.toString('utf8'), text.trimEnd(), name);
  }
  const jvn = await ask(giving, '/collections/main/records/JVNDB-2026-000001');
  assert.ok(made.jvn().includes(jvn.toString('utf8')));
});

test('people find it, Japanese too; what is bad is named and kept', async () => {
  const body = await ask(giving, `/records?text=${encodeURIComponent('遠隔の第三者')}`);
  const { records } = JSON.parse(body.toString()) as { records: { id: string; format: string }[] };
  assert.deepEqual(
    records.map(({ id, format }) => `${format} ${id}`),
    ['jvn JVNDB-2026-000001'],
  );
  writeFileSync(join(folder, 'bad.json'), '{"dataType":"CVE_RECORD","dataVersion":"5.2.0"}');
  const bad = await giving.cybex(['import', join(folder, 'bad.json'), '--collection', 'main']);
  assert.equal(bad.code, 1, bad.stderr);
  const quarantine = await done(giving, 'quarantine', 'list');
  assert.match(quarantine.stdout, /bad|cve|\/|json/i);
  const stix = join(ROOT, 'fixtures/stix/valid/indicator.json');
  await done(giving, 'import', stix, '--collection', 'main', '--tlp', 'CLEAR');
});

test('the feed carries STIX alone, and a second hub pulls the projection', async () => {
  const invited = await done(giving, 'peer', 'invite', 'Taking CSIRT', '--collections', 'main');
  const block = JSON.parse(invited.stdout) as Record<string, string>;
  writeFileSync(join(folder, 'invitation.json'), invited.stdout);
  const authorization = `Basic ${Buffer.from(`${block.user}:${block.token}`).toString('base64')}`;
  const discovery = await fetch(block.discovery ?? '', {
    headers: { accept: TAXII, authorization },
  });
  const { api_roots: roots } = (await discovery.json()) as { api_roots: string[] };
  const root = new URL(`${roots[0]}collections/`, giving.url).href;
  const listed = await fetch(root, { headers: { accept: TAXII, authorization } });
  assert.equal(listed.status, 200, await listed.clone().text());
  const { collections } = (await listed.json()) as { collections: { id: string }[] };
  const url = `${root}${collections[0]?.id}/objects/?limit=1000`;
  const page = await fetch(url, { headers: { accept: TAXII, authorization } });
  const { objects } = (await page.json()) as { objects: { type: string; spec_version: string }[] };
  assert.ok(objects.length > CVES);
  assert.ok(objects.every((object) => object.spec_version === '2.1'));
  const accept = ['peer', 'accept', join(folder, 'invitation.json'), '--into', 'main'];
  await done(taking, ...accept, '--allow-private', '--every', 'never', '--name', 'giving');
  await done(taking, 'pull', 'giving');
  assert.equal(await vulnerabilities(taking), CVES + 1);
  assert.deepEqual(Object.keys(await formatsOf(taking)), ['stix']);
  assert.match((await done(taking, 'pull', 'giving')).stdout, /^giving: 0 new, 0 failed$/m);
});

test('what was exported goes into another hub and comes out the same', async () => {
  mkdirSync(join(folder, 'out'));
  const chosen = [...files].filter(([name]) => !/CVE-2026-20[012][1-9]/.test(name));
  for (const [at, [, { id, format }]] of chosen.entries()) {
    const path = `/collections/main/records/${encodeURIComponent(id)}?format=${format}`;
    writeFileSync(join(folder, `out/${at}.json`), await ask(giving, path));
  }
  await done(taking, 'import', join(folder, 'out'), '--collection', 'main', '--tlp', 'CLEAR');
  for (const [at, [, { id, format }]] of chosen.entries()) {
    const path = `/collections/main/records/${encodeURIComponent(id)}?format=${format}`;
    const body = await ask(taking, path);
    assert.ok(body.equals(readFileSync(join(folder, `out/${at}.json`))), id);
  }
});

test('a backup of it all is whole', async () => {
  const file = join(folder, 'house.backup');
  await done(giving, 'backup', '--to', file);
  await done(giving, 'backup', 'verify', file);
});
