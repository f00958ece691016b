/** Servers of others as processes of this run: started on a free port, ended by their own id. */
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import net from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { usageOf } from '../hub.ts';

const START_MILLISECONDS = 60_000;

export interface PeerProcess {
  /** CPU seconds of the process and its children so far, and their resident bytes now. */
  usage(): { readonly cpuSeconds: number; readonly residentBytes: number };
  stop(): Promise<void>;
}

export interface Start {
  readonly program: string;
  readonly words: readonly string[];
  readonly directory: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly port: number;
}

export async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** Resolves when the port answers. */
export async function startPeer(start: Start): Promise<PeerProcess> {
  const child = spawn(start.program, start.words, {
    cwd: start.directory,
    env: { ...process.env, ...start.environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (piece) => {
    said = `${said}${piece}`.slice(-2000);
  });
  const peer = { usage: () => usage(child), stop: () => stop(child) };
  try {
    await answering(child, start.port);
    return peer;
  } catch (cause) {
    await peer.stop();
    throw new Error(`${start.program} did not start: ${said}`, { cause });
  }
}

async function answering(child: ChildProcess, port: number): Promise<void> {
  for (const end = performance.now() + START_MILLISECONDS; performance.now() < end; ) {
    if (child.exitCode !== null) break;
    const socket = net.connect(port, '127.0.0.1');
    const open = await Promise.race([
      once(socket, 'connect').then(() => true),
      once(socket, 'error').then(() => false),
    ]).catch(() => false);
    socket.destroy();
    if (open) return;
    await sleep(100);
  }
  throw new Error('no answer');
}

function usage(child: ChildProcess): { cpuSeconds: number; residentBytes: number } {
  const pid = child.pid ?? 0;
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
  const all = [pid, ...(children === '' ? [] : children.split(' ').map(Number))].map(usageOf);
  return {
    cpuSeconds: all.reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0),
    residentBytes: all.reduce((sum, { residentBytes }) => sum + residentBytes, 0),
  };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}
