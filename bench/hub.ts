/** A hub of its own process for a workload, on a free port of this machine. */
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MAIN = join(import.meta.dirname, '..', 'src', 'cli', 'main.js');
const TOKEN = 'bench-administrator-token-of-sufficient-length';

export interface BenchHub {
  readonly url: string;
  readonly data: string;
  readonly pid: number;
  readonly authorization: string;
  api<T>(method: string, path: string, body?: unknown): Promise<T>;
  /** CPU seconds (user + system) of the process so far, and its resident bytes now. */
  usage(): { readonly cpuSeconds: number; readonly residentBytes: number };
  stop(): Promise<void>;
}

export async function startHub(
  options: readonly string[] = [],
  store = 'sqlite',
): Promise<BenchHub> {
  const data = mkdtempSync(join(tmpdir(), 'cybex-bench-'));
  const child = spawn(
    process.execPath,
    [MAIN, 'serve', '--json', '--port', '0', '--data', data, '--sample', 'false', ...options],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: {
        ...process.env,
        CYBEX_STORE: store,
        CYBEX_ADMIN_TOKEN: TOKEN,
        CYBEX_LOG_LEVEL: 'error',
        CYBEX_RATE_PER_MINUTE: '1000000000',
        CYBEX_QUOTA_OBJECTS_PER_DAY: '1000000000',
      },
    },
  );
  const url = await address(child);
  const authorization = `Bearer ${TOKEN}`;
  const pid = child.pid ?? 0;
  return {
    url,
    data,
    pid,
    authorization,
    async api<T>(method: string, path: string, body?: unknown) {
      const answer = await fetch(`${url}/api/v1${path}`, {
        method,
        headers: { authorization, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
      return (await answer.json()) as T;
    },
    usage: () => usageOf(pid),
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      rmSync(data, { recursive: true, force: true });
    },
  };
}

async function address(child: ChildProcess): Promise<string> {
  let text = '';
  for await (const piece of child.stdout ?? []) {
    text += String(piece);
    const line = text.split('\n').find((row) => row.startsWith('{'));
    if (line !== undefined && text.includes('\n')) {
      return (JSON.parse(line) as { address: string }).address;
    }
  }
  throw new Error(`the hub did not start: ${text}`);
}

/** Linux: fields 14 and 15 of /proc/PID/stat are clock ticks of 10 ms. */
export function usageOf(pid: number): { cpuSeconds: number; residentBytes: number } {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const resident = /VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? '0';
  return {
    cpuSeconds: (Number(fields[11]) + Number(fields[12])) / 100,
    residentBytes: Number(resident) * 1024,
  };
}
