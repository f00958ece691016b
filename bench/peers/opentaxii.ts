/** OpenTAXII on SQLite behind gunicorn with two synchronous workers. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installPeers } from '../../tools/python-peers.ts';
import { freePort, startPeer } from './process.ts';
import type { Server } from './server.ts';
import { SCRIPTS } from './server.ts';

const WORKERS = '2';

/**
 * Its collections are public: it then looks at no password, which would cost it more than the
 * page. The objects are put straight into its tables.
 */
export async function startOpenTaxii(objects: readonly string[]): Promise<Server> {
  const peers = installPeers('opentaxii');
  const directory = mkdtempSync(join(tmpdir(), 'cybex-opentaxii-'));
  const file = join(directory, 'objects.json');
  writeFileSync(file, `[${objects.join(',')}]`);
  writeFileSync(join(directory, 'opentaxii.yml'), settings(directory));
  const environment = { OPENTAXII_CONFIG: join(directory, 'opentaxii.yml') };
  const told = execFileSync(
    peers.program('python'),
    [join(SCRIPTS, 'opentaxii_fill.py'), `sqlite:///${join(directory, 'data.db')}`, file],
    { encoding: 'utf8', env: { ...process.env, ...environment } },
  );
  const ids = JSON.parse(told) as { root: string; read: string; write: string };
  const port = await freePort();
  const peer = await startPeer({
    program: peers.program('gunicorn'),
    words: ['--bind', `127.0.0.1:${port}`, '--workers', WORKERS, 'opentaxii.http:app'],
    directory,
    environment,
    port,
  });
  const objectsPath = (id: string) => `/taxii2/${ids.root}/collections/${id}/objects/`;
  return {
    name: 'OpenTAXII',
    url: `http://127.0.0.1:${port}`,
    headers: {},
    readPath: objectsPath(ids.read),
    writePath: objectsPath(ids.write),
    usage: peer.usage,
    async stop() {
      await peer.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

function settings(directory: string): string {
  return `---
domain: "localhost"
auth_api:
  class: opentaxii.auth.sqldb.SQLDatabaseAPI
  parameters:
    db_connection: sqlite:///${join(directory, 'auth.db')}
    create_tables: yes
    secret: of-this-run-only
taxii1:
taxii2:
  title: OpenTAXII
  public_discovery: yes
  max_content_length: 9765625
  allow_custom_properties: yes
  persistence_api:
    class: opentaxii.persistence.sqldb.Taxii2SQLDatabaseAPI
    parameters:
      db_connection: sqlite:///${join(directory, 'data.db')}
      create_tables: yes
logging:
  opentaxii: error
  root: error
`;
}
