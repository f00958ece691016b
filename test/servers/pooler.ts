/** A pooler as some are set up: it passes everything on but the options of a session. */
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Pooler {
  /** The given connection string, by way of the pooler. */
  readonly url: string;
  close(): void;
}

/** Listens on a unix socket in front of the server of this connection string. */
export async function optionDroppingPooler(url: string): Promise<Pooler> {
  const folder = mkdtempSync(join(tmpdir(), 'cybex-pooler-'));
  const host = decodeURIComponent(/@([^/]+)\//.exec(url)?.[1] ?? '');
  const open = new Set<Socket>();
  const server = createServer((client) => {
    const behind = connect(join(host, '.s.PGSQL.5432'));
    for (const socket of [client, behind]) {
      open.add(socket);
      socket.on('error', () => {});
    }
    client.once('data', (startup) => {
      behind.write(withoutOptions(startup));
      client.pipe(behind);
      behind.pipe(client);
    });
    client.once('close', () => behind.destroy());
    behind.once('close', () => client.destroy());
  });
  await new Promise<void>((resolve) => server.listen(join(folder, '.s.PGSQL.5432'), resolve));
  return {
    url: url.replace(/@[^/]+\//, `@${encodeURIComponent(folder)}/`),
    close() {
      for (const socket of open) socket.destroy();
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The start-up message (PostgreSQL manual §55.7: length, protocol, pairs of texts, zero). */
function withoutOptions(startup: Buffer): Buffer {
  const texts = startup.toString('latin1', 8, startup.length - 2).split('\0');
  const kept: string[] = [];
  for (let i = 0; i + 1 < texts.length; i += 2) {
    if (texts[i] !== 'options') kept.push(texts[i] ?? '', texts[i + 1] ?? '');
  }
  const body = Buffer.from(`${kept.join('\0')}\0\0`, 'latin1');
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + body.length, 0);
  startup.copy(head, 4, 4, 8);
  return Buffer.concat([head, body]);
}
