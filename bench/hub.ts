/** A hub for a workload: what it is asked, what it uses, and a folder that goes with it. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ADMINISTRATOR, serve } from './serve.ts';

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

export async function startHub(flags: readonly string[] = [], store = 'sqlite'): Promise<BenchHub> {
  const data = mkdtempSync(join(tmpdir(), 'cybex-bench-'));
  const { url, pid, end } = await serve({ data, store, flags });
  const authorization = ADMINISTRATOR;
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
      await end('SIGTERM');
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** Credentials of an organisation that is in no community. */
export async function outsiderOf(hub: BenchHub): Promise<string> {
  const organisation = await hub.api<{ id: string }>('POST', '/organisations', {
    name: 'Outsider',
    communities: [],
  });
  const { token } = await hub.api<{ token: string }>('POST', '/tokens', {
    organisation: organisation.id,
  });
  return `Bearer ${token}`;
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
