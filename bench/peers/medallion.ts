/** medallion with its memory backend behind its own server. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installPeers } from '../../tools/python-peers.ts';
import { freePort, startPeer } from './process.ts';
import type { Server } from './server.ts';
import { post } from './server.ts';

const COLLECTION = '91a7b528-80eb-42ed-a74d-c6fbd5a26116';
const TAXII = 'application/taxii+json;version=2.1';
const STIX = 'application/stix+json;version=2.1';
const USER = 'reader';
const PASSWORD = 'of-this-run-only';
const ENVELOPE = 100;

export async function startMedallion(objects: readonly string[]): Promise<Server> {
  const peers = installPeers('medallion');
  const directory = mkdtempSync(join(tmpdir(), 'cybex-medallion-'));
  const data = join(directory, 'data.json');
  const config = join(directory, 'config.json');
  writeFileSync(data, JSON.stringify(household()));
  const backend = {
    module: 'medallion.backends.memory_backend',
    module_class: 'MemoryBackend',
    filename: data,
  };
  const taxii = { max_page_size: 100 };
  writeFileSync(config, JSON.stringify({ backend, users: { [USER]: PASSWORD }, taxii }));
  const port = await freePort();
  const peer = await startPeer({
    program: peers.program('medallion'),
    words: ['--port', String(port), config],
    directory,
    port,
  });
  const path = `/api1/collections/${COLLECTION}/objects/`;
  const server: Server = {
    name: 'medallion',
    url: `http://127.0.0.1:${port}`,
    headers: { authorization: `Basic ${btoa(`${USER}:${PASSWORD}`)}` },
    readPath: path,
    writePath: path,
    usage: peer.usage,
    async stop() {
      await peer.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
  for (let at = 0; at < objects.length; at += ENVELOPE) {
    await post(server, `{"objects":[${objects.slice(at, at + ENVELOPE).join(',')}]}`);
  }
  return server;
}

/** Its data file with one API root and one collection, empty. */
function household(): object {
  const collection = {
    id: COLLECTION,
    title: 'Read and write',
    description: '',
    can_read: true,
    can_write: true,
    media_types: [STIX],
    manifest: [],
    responses: {},
    objects: [],
  };
  const information = { title: 'Root', versions: [TAXII], max_content_length: 9_765_625 };
  return {
    '/discovery': { title: 'medallion', default: '/api1/', api_roots: ['/api1/'] },
    api1: { information, status: [], collections: [collection] },
  };
}
