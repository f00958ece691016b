/** `cybex serve` as a process of its own: on a free port, without a sample, with its limits out of the way. */
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** The command as it was compiled beside this file. */
export const MAIN = join(import.meta.dirname, '..', 'src', 'cli', 'main.js');
const TOKEN = 'bench-administrator-token-of-sufficient-length';
/** Credentials of the administrator of every hub that is started here. */
export const ADMINISTRATOR = `Bearer ${TOKEN}`;

export interface Serving {
  readonly data: string;
  /** `sqlite` or a postgres: URL. */
  readonly store: string;
  /** Flags after ours, which they replace. */
  readonly flags?: readonly string[];
  /** A program and its arguments under which the hub runs, and which becomes it (`strace -D`). */
  readonly under?: readonly string[];
}

export interface Served {
  readonly url: string;
  readonly pid: number;
  /** Resolves when the process has ended. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

/** Resolves when the hub has printed its address; rejects when it ends before that. */
export async function serve({ data, store, flags = [], under = [] }: Serving): Promise<Served> {
  const [program = '', ...words] = [...under, process.execPath, MAIN, 'serve'];
  const ours = ['--json', '--port', '0', '--data', data, '--sample', 'false'];
  const child = spawn(program, [...words, ...ours, ...flags], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      CYBEX_STORE: store,
      CYBEX_ADMIN_TOKEN: TOKEN,
      CYBEX_LOG_LEVEL: 'error',
      CYBEX_RATE_PER_MINUTE: '1000000000',
      CYBEX_QUOTA_OBJECTS_PER_DAY: '1000000000',
    },
  });
  const url = await printedAddress(child);
  return {
    url,
    pid: child.pid ?? 0,
    async end(signal) {
      const ended = once(child, 'exit');
      child.kill(signal);
      await ended;
    },
  };
}

async function printedAddress(child: ChildProcess): Promise<string> {
  let text = '';
  for await (const piece of child.stdout ?? []) {
    text += String(piece);
    const line = text.split('\n').find((row) => row.startsWith('{') && row.endsWith('}'));
    if (line !== undefined) return (JSON.parse(line) as { address: string }).address;
  }
  throw new Error(`the hub did not start: ${text}`);
}
