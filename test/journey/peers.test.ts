/** Two hubs of two organisations: invite, accept, what each would get, pull, push, and the end. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { ROOT } from '../house/sources.ts';
import { type Ran, type RunningHub, startHub } from './hub-process.ts';

let giving: RunningHub;
let taking: RunningHub;
let folder: string;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cybex-peers-'));
  [giving, taking] = await Promise.all([
    startHub({ args: ['--no-sample', '--title', 'Giving CSIRT'] }),
    startHub({ args: ['--no-sample', '--title', 'Taking CSIRT'] }),
  ]);
  const file = join(ROOT, 'data/sample/aozora-bank-csirt.json');
  await done(giving, 'import', file, '--collection', 'main');
});

after(async () => {
  await giving?.stop();
  await taking?.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function done(hub: RunningHub, ...args: string[]): Promise<Ran> {
  const ran = await hub.cybex(args);
  assert.equal(ran.code, 0, `${args.join(' ')}: ${ran.stderr}${ran.stdout}`);
  return ran;
}

interface Shown {
  readonly id: string;
  readonly tlp: string;
  readonly gets: boolean;
}

/** What the command says that a party gets, record by record. */
async function preview(hub: RunningHub, who: string): Promise<readonly Shown[]> {
  const { stdout } = await done(hub, 'preview', '--as', who, '--json');
  return stdout
    .trim()
    .split('\n')
    .flatMap((line) => {
      const { record } = JSON.parse(line) as { record?: Shown };
      return record === undefined ? [] : [record];
    });
}

/** Ids and exact bytes of all that lies in the main collection, as its operator reads it. */
async function content(hub: RunningHub): Promise<ReadonlyMap<string, string>> {
  const { stdout } = await done(hub, 'preview', '--as', 'anonymous', '--json');
  const ids = stdout
    .trim()
    .split('\n')
    .flatMap((line) => (JSON.parse(line) as { record?: Shown }).record?.id ?? []);
  const found = new Map<string, string>();
  const { askSocket } = await import('../../src/hub/outbound/socket.ts');
  for (const id of ids) {
    const path = `/api/v1/collections/main/records/${encodeURIComponent(id)}`;
    const { body } = await askSocket(join(hub.data, 'cybex.sock'), { method: 'GET', path });
    const pieces: Uint8Array[] = [];
    for await (const piece of body) pieces.push(piece);
    found.set(id, Buffer.concat(pieces).toString('utf8'));
  }
  return found;
}

const invitation = () => join(folder, 'invitation.json');

test('an invitation is one block, and says how much the other side gets', async () => {
  const invited = await done(giving, 'peer', 'invite', 'Taking CSIRT', '--collections', 'main');
  const block = JSON.parse(invited.stdout) as Record<string, string>;
  assert.equal(block.discovery, `${giving.url}/taxii2/`);
  assert.match(block.token ?? '', /^cybex_/);
  const shown = await preview(giving, 'Taking CSIRT');
  const gets = shown.filter((row) => row.gets).length;
  assert.ok(gets > 0 && gets < shown.length, `${gets} of ${shown.length}`);
  assert.ok(invited.stderr.includes(`Taking CSIRT gets ${gets} of ${shown.length} records.`));
  writeFileSync(invitation(), invited.stdout);
});

test('without consent a private address is refused, and the consent is named', async () => {
  const refused = await taking.cybex(['peer', 'accept', invitation()]);
  assert.equal(refused.code, 3);
  assert.match(refused.stderr, /what to do: .*--allow-private/);
});

test('a dry run shows what waits and changes nothing; accepting pulls from then on', async () => {
  const accept = ['peer', 'accept', invitation(), '--into', 'main', '--allow-private'];
  const dry = await done(taking, ...accept, '--dry-run');
  assert.match(
    dry.stderr,
    /Giving CSIRT \(no TLS: for tests on one machine only; clocks differ by 0/,
  );
  assert.match(dry.stderr, /Main collection .* read +\d+/);
  assert.doesNotMatch((await done(taking, 'feed', 'list')).stdout, /giving-csirt/);
  const accepted = await done(taking, ...accept, '--every', 'never', '--name', 'giving');
  assert.match(accepted.stdout, /^accepted: giving\. They get nothing from here/);
  assert.match((await done(taking, 'peer', 'list')).stdout, /giving/);
});

test('what is pulled is what the preview promised, byte for byte, and nothing twice', async () => {
  const promised = (await preview(giving, 'Taking CSIRT')).filter((row) => row.gets);
  const pulled = await done(taking, 'pull', 'giving');
  const again = await done(taking, 'pull', 'giving');
  assert.match(again.stdout, /^giving: 0 new, 0 failed$/m);
  const [there, here] = [await content(giving), await content(taking)];
  assert.deepEqual(new Set(here.keys()), new Set(promised.map(({ id }) => id)), pulled.stdout);
  for (const [id, bytes] of here) assert.equal(bytes, there.get(id), id);
});

test('pushed the other way: exactly what the receiver could read here', async () => {
  const { stdout } = await done(
    giving,
    'peer',
    'invite',
    'Writer',
    '--collections',
    'main',
    '--write',
  );
  const { user = '', token = '' } = JSON.parse(stdout) as Record<string, string>;
  writeFileSync(join(folder, 'secret'), token);
  const indicator = join(ROOT, 'fixtures/stix/valid/indicator.json');
  await done(taking, 'import', indicator, '--collection', 'main', '--tlp', 'GREEN');
  await done(taking, 'org', 'add', 'Giving CSIRT');
  await done(taking, 'person', 'add', 'push', '--org', 'Giving CSIRT', '--kind', 'peer');
  const mine = (await preview(taking, 'Giving CSIRT')).filter((row) => row.gets);
  await done(
    taking,
    ...['peer', 'add', 'back', `${giving.url}/taxii2/`, '--from', 'main', '--to', 'main'],
    ...['--as', 'push', '--user', user, '--secret-file', join(folder, 'secret')],
    ...['--allow-private', '--every', 'never'],
  );
  const pushed = await done(taking, 'push', 'back');
  assert.match(pushed.stdout, /^back: \d+ new, 0 failed$/m);
  const there = await content(giving);
  for (const { id } of mine) assert.ok(there.has(id), `${id} did not arrive`);
  assert.match((await done(taking, 'push', 'back')).stdout, /^back: 0 new, 0 failed$/m);
});

test('a revoked invitation ends at once, with an alarm that says why', async () => {
  const rows = (await done(giving, 'token', 'list', '--json')).stdout.trim().split('\n');
  const { user } = JSON.parse(await readInvitation()) as { user: string };
  const own = rows
    .map((row) => JSON.parse(row) as { id: string; userName: string })
    .find((row) => row.userName === user);
  await done(giving, 'token', 'revoke', own?.id ?? '');
  const pulled = await taking.cybex(['pull', 'giving']);
  assert.equal(pulled.code, 3);
  assert.match(pulled.stderr, /401|credential|unauthenticated/i);
  const status = await taking.cybex(['feed', 'status', '--json']);
  const { states } = JSON.parse(status.stdout) as { states: { name: string; why?: string }[] };
  assert.ok(states.find(({ name }) => name === 'giving')?.why, status.stdout);
});

async function readInvitation(): Promise<string> {
  const { readFile } = await import('node:fs/promises');
  return readFile(invitation(), 'utf8');
}
