/**
 * A TAXII 2.1 client and a STIX library that others wrote walk a running hub. They lie outside the
 * project: `npm run peers` fetches them; without them this says so and is skipped.
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { type BenchHub, startHub } from '../../bench/hub.ts';
import { findPeers, PEER_SETS } from '../../tools/python-peers.ts';

const SCRIPT = join(import.meta.dirname, '..', '..', '..', 'test', 'peers', 'walk.py');
const PASSWORD = 'a walk through the hub';

/** Steps that must have been told, so that a script that ends early is no success. */
const STEPS = [
  'discover',
  'post',
  'post a bad one',
  'owner and outsider',
  'page',
  'filter id',
  'filter types',
  'filter version all',
  'filter version first',
  'filter version exact',
  'filter spec_version',
  'filter id, type and version',
  'added_after',
  'stix2 parse',
  'object and versions',
  'refusals',
  'delete',
  'done',
];

test('taxii2-client and stix2 walk the hub', { timeout: 300_000 }, async (t) => {
  const peers = findPeers('stix');
  if (peers === null) {
    return t.skip(`${PEER_SETS.stix.join(', ')} absent: \`npm run peers stix\` fetches them`);
  }
  const hub = await startHub();
  try {
    const credentials = {
      writer: await credential(hub, await operator(hub), ['reader', 'contributor']),
      reader: await credential(hub, await stranger(hub), ['reader']),
    };
    const child = spawn(peers.program('python'), [SCRIPT, `${hub.url}/taxii2/`], {
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    child.stdin.end(JSON.stringify(credentials));
    const ended = once(child, 'exit');
    const [out, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
    for (const line of out.trim().split('\n')) t.diagnostic(line);
    const [code] = await ended;
    assert.equal(code, 0, errors);
    const told = out
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { step: string }).step);
    for (const step of STEPS) assert.ok(told.includes(step), step);
  } finally {
    await hub.stop();
  }
});

async function operator(hub: BenchHub): Promise<string> {
  const { organisations } = await hub.api<{ organisations: { id: string; operator: boolean }[] }>(
    'GET',
    '/organisations',
  );
  const found = organisations.find((row) => row.operator);
  assert.ok(found);
  return found.id;
}

/** An organisation in no community. */
async function stranger(hub: BenchHub): Promise<string> {
  const json = { name: 'Stranger', communities: [] };
  return (await hub.api<{ id: string }>('POST', '/organisations', json)).id;
}

async function credential(
  hub: BenchHub,
  organisation: string,
  roles: readonly string[],
): Promise<[string, string]> {
  const { userName } = await hub.api<{ userName: string }>('POST', '/tokens', {
    organisation,
    name: 'walker',
    kind: 'password',
    secret: PASSWORD,
    roles,
    scope: ['taxii'],
  });
  return [userName, PASSWORD];
}
