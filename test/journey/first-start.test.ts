/** The first start and the second: what is said, what is kept, what can be pasted. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { ROOT } from '../house/sources.ts';
import { cybex, residentBytes, run, startHub, temporaryFolder } from './hub-process.ts';

test('the first start says all that an outsider needs, the second no token', async (t) => {
  const data = join(temporaryFolder(), 'data');
  t.after(() => rmSync(join(data, '..'), { recursive: true, force: true }));
  const hub = await startHub({ data });
  const said = hub.stdout();
  const version = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).version;
  for (const wanted of [
    `CYBEX ${version} (Node ${process.versions.node}, sqlite)`,
    `${hub.url}/\n`,
    `${hub.url}/taxii2/`,
    `${hub.url}/docs`,
    data,
    'sample remove',
    'no token needed',
    'Only this machine can connect. To open it: docs/guide/operate.md',
  ]) {
    assert.ok(said.includes(wanted), `${wanted} is missing in:\n${said}`);
  }
  assert.match(said, /^ready in \d+\.\d s, \d+ MB$/m);
  assert.ok(existsSync(join(ROOT, 'docs/guide/operate.md')));

  const file = join(data, 'admin-token');
  assert.equal(statSync(file).mode & 0o777, 0o600);
  const token = readFileSync(file, 'utf8').trim();
  assert.match(token, /^cybex_[\w-]{43}$/);
  assert.ok(!said.includes(token) && !hub.stderr().includes(token), 'a token in a log');
  assert.equal(statSync(join(data, 'cybex.sock')).mode & 0o777, 0o600);
  assert.equal(statSync(data).mode & 0o777, 0o700);
  const status = await fetch(`${hub.url}/api/v1/status`, {
    headers: { authorization: `Bearer ${token}` },
  });
  assert.equal(status.status, 200);
  const { records, sample, address } = (await status.json()) as Record<string, unknown>;
  assert.ok(Number(records) >= 60, `${records} sample records`);
  assert.equal(sample, true);
  assert.equal(address, hub.url);
  await hub.stop();

  const again = await startHub({ data });
  assert.doesNotMatch(again.stdout(), /token {2}|cybex_/);
  assert.match(again.stdout(), /records on offer\s+\d+\n\s+last backup\s+never\n/);
  await again.stop();
});

test('the three commands work as they are printed', async (t) => {
  const hub = await startHub();
  t.after(() => hub.stop());
  const commands = hub
    .stdout()
    .split('\n')
    .filter((line) => /^ {2}(curl|npx) /.test(line));
  assert.equal(commands.length, 3);
  const [discovery, preview, check] = await Promise.all(
    commands.map((command) => run('sh', ['-c', command])),
  );
  assert.deepEqual(JSON.parse(discovery?.stdout ?? '').api_roots, ['/taxii2/sample/']);
  assert.match(preview?.stdout ?? '', /^anonymous gets \d+ of \d+ records\.$/m, preview?.stderr);
  assert.equal(preview?.code, 0);
  assert.match(check?.stderr ?? '', /stix-ipv4, STIX 2\.1 §6\.8\.1/);
  assert.equal(check?.code, 1);
});

test('npm start takes settings and ends with the signal', async () => {
  const hub = await startHub({
    command: 'npm',
    commandArgs: ['start', '--silent', '--'],
    args: ['--no-sample'],
    serve: false,
  });
  assert.match(hub.stdout(), /^CYBEX /m);
  const { records } = JSON.parse((await hub.cybex(['status', '--json'])).stdout);
  assert.equal(records, 0);
  await hub.stop();
});

test('the sample shows every level, in both languages, and goes as it came', async (t) => {
  const hub = await startHub();
  t.after(() => hub.stop());
  const token = readFileSync(join(hub.data, 'admin-token'), 'utf8').trim();
  const authorization = `Basic ${Buffer.from(`administrator:${token}`).toString('base64')}`;
  const page = async (query: string, headers: Record<string, string>) =>
    (await fetch(`${hub.url}/${query}`, { headers })).text();
  const english = await page('', { authorization });
  assert.match(english, /<html lang="en">/);
  for (const tlp of ['TLP:CLEAR', 'TLP:GREEN', 'TLP:AMBER']) assert.ok(english.includes(tlp), tlp);
  const japanese = await page('', { authorization, 'accept-language': 'ja,en;q=0.5' });
  assert.match(japanese, /<html lang="ja">[\s\S]*コレクション/);
  assert.match(await page('?lang=ja', {}), /<html lang="ja">/);
  const anonymous = await page('', {});
  assert.ok(!/TLP:(GREEN|AMBER|RED)/.test(anonymous), 'the anonymous see CLEAR alone');

  const removed = await hub.cybex(['sample', 'remove']);
  assert.equal(removed.code, 0, removed.stderr);
  const { memberships, bytes, sample } = JSON.parse((await hub.cybex(['status', '--json'])).stdout);
  assert.deepEqual({ memberships, bytes, sample }, { memberships: 0, bytes: 0, sample: false });
  assert.equal((await hub.cybex(['doctor'])).stdout.trim(), 'sound');
});

test('every level of TLP is in the sample, with reserved names only', async () => {
  const levels = new Map<string, number>();
  for (const file of ['aozora-bank-csirt.json', 'example-telecom-isac.json']) {
    const text = readFileSync(join(ROOT, 'data/sample', file), 'utf8');
    for (const { label } of await labelled(text)) levels.set(label, (levels.get(label) ?? 0) + 1);
  }
  assert.deepEqual([...levels.keys()].sort(), ['AMBER', 'AMBER+STRICT', 'CLEAR', 'GREEN', 'RED']);
});

async function labelled(text: string): Promise<{ label: string }[]> {
  const { TLP2_MARKINGS } = await import('../../src/policy/index.ts');
  const { objects } = JSON.parse(text) as { objects: { object_marking_refs?: string[] }[] };
  return objects.flatMap(({ object_marking_refs = [] }) =>
    object_marking_refs.flatMap((ref) =>
      Object.entries(TLP2_MARKINGS).flatMap(([label, id]) =>
        String(id) === ref ? [{ label }] : [],
      ),
    ),
  );
}

test('a hub idles below 150 MB and is ready soon', async (t) => {
  const hub = await startHub();
  t.after(() => hub.stop());
  await sleep(2_000);
  const megabytes = residentBytes(hub.pid) / 1e6;
  t.diagnostic(
    `ready after ${(hub.started / 1000).toFixed(2)} s, idle at ${megabytes.toFixed(0)} MB`,
  );
  assert.ok(megabytes < 150, `${megabytes} MB`);
});

test('a Node that is too old is told so before anything else is loaded', async () => {
  const { nodeProblem } = await import('../../src/cli/node-version.ts');
  assert.equal(nodeProblem('20.19.0'), null);
  assert.equal(nodeProblem('24.1.0'), null);
  assert.match(nodeProblem('18.20.0') ?? '', /needs Node\.js 20\.19 or later; this is 18\.20\.0/);
});

test('what cannot be a data directory is refused with the remedy', async () => {
  const data = join(ROOT, 'package.json', 'data');
  const { code, stderr } = await cybex(['serve', '--port', '0', '--data', data]);
  assert.equal(code, 3);
  assert.match(stderr, /^error: The data directory \S+ cannot be written to/);
  assert.match(stderr, /what to do: .*--data/);
});
