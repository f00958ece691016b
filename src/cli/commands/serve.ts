/** `cybex serve`: the hub in the foreground until it is told to stop. */
import { join } from 'node:path';
import { Command } from 'commander';
import { SETTINGS } from '../../hub/config/schema.ts';
import type { Hub } from '../../hub/hub.ts';
import { VERSION } from '../../index.ts';
import { SOCKET_NAME } from '../connect.ts';
import type { Context } from '../context.ts';
import { action } from '../context.ts';
import { messages } from '../language.ts';

const DRAIN_MILLISECONDS = 10_000;

export function serveCommand(): Command {
  return new Command('serve')
    .description('Start the exchange point.')
    .option('--allow-private', SETTINGS['allow-private'].help)
    .action(action(serve));
}

async function serve(context: Context): Promise<void> {
  const began = performance.now();
  const { settings, dataDirectory } = context;
  const { compose } = await import('../../hub/compose.ts');
  const hub = await compose({ settings, dataDirectory });
  try {
    await run(context, hub, began);
  } finally {
    // Whatever failed: the threads of the store would keep the process, and its lock, alive.
    await hub.close();
  }
}

async function run(context: Context, hub: Hub, began: number): Promise<void> {
  const { giveBackMemory } = await import('../../hub/memory.ts');
  const { firstStart } = await import('../../hub/first-start.ts');
  const { listen, listenLocally, tryListener } = await import('../../hub/http/server.ts');
  await tryListener(hub);
  const first = await firstStart(hub, { sample: context.settings.sample });
  const listening = await listen(hub);
  const closeLocal = await listenLocally(hub, join(context.dataDirectory, SOCKET_NAME));
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  giveBackMemory();
  const { welcome } = await import('../welcome.ts');
  await welcome({ context, hub, first, address: listening.address, seconds, version: VERSION });

  process.on('SIGHUP', () => listening.reload());
  await new Promise<void>((resolve) => {
    process.once('SIGTERM', () => resolve());
    process.once('SIGINT', () => resolve());
  });
  context.print.note(messages().stopping);
  const drained = hub.drain();
  const late = setTimeout(() => process.exit(0), DRAIN_MILLISECONDS);
  late.unref();
  await drained;
  await listening.close();
  await closeLocal();
}
