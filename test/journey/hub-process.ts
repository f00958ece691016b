/** A hub as an outsider starts it: a process of its own, a folder of its own, a free port. */
import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../house/sources.ts';

export const MAIN = join(ROOT, 'dist/src/cli/main.js');

export interface Ran {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly cwd?: string;
  readonly input?: string | Buffer;
}

/** The environment of a person with no settings of ours, in English and UTC. */
export function plainEnvironment(more: RunOptions['env'] = {}): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(CYBEX_|LC_|LANG|NODE_|NO_COLOR|FORCE_COLOR|XDG_STATE|STATE_DIR)/.test(name),
  );
  return { ...Object.fromEntries(kept), LANG: 'C.UTF-8', TZ: 'UTC', ...more };
}

/** Runs a program to its end. */
export function run(
  command: string,
  args: readonly string[],
  { env, cwd = ROOT, input }: RunOptions = {},
): Promise<Ran> {
  const options: SpawnOptions = { cwd, env: plainEnvironment(env), stdio: 'pipe' };
  const child = spawn(command, args, options);
  const stdout = collect(child.stdout);
  const stderr = collect(child.stderr);
  child.stdin?.on('error', () => {});
  child.stdin?.end(input ?? '');
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      resolve({ code, signal, stdout: stdout(), stderr: stderr() });
    });
  });
}

/** `cybex …` in a process of its own. */
export function cybex(args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  return run(process.execPath, [MAIN, ...args], options);
}

function collect(stream: ChildProcess['stdout']): () => string {
  const pieces: Buffer[] = [];
  stream?.on('data', (piece: Buffer) => pieces.push(piece));
  return () => Buffer.concat(pieces).toString('utf8');
}

export interface RunningHub {
  readonly url: string;
  readonly data: string;
  readonly pid: number;
  /** Milliseconds from the start of the process to its first word. */
  readonly started: number;
  stdout(): string;
  stderr(): string;
  /** `cybex --data …`: a command beside this hub. */
  cybex(args: readonly string[], options?: RunOptions): Promise<Ran>;
  /** The end of the process. */
  readonly ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  kill(signal: NodeJS.Signals): void;
  /** Ends it and removes its folder. */
  stop(): Promise<void>;
}

export interface HubOptions {
  readonly args?: readonly string[];
  readonly env?: RunOptions['env'];
  /** A folder that is there; it is then left alone. */
  readonly data?: string;
  readonly command?: string;
  readonly commandArgs?: readonly string[];
  /** False where the command says `serve` itself. */
  readonly serve?: boolean;
  readonly cwd?: string;
}

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'cybex-journey-'));
}

/** Starts `cybex serve --port 0` and resolves when it has said where it listens. */
export async function startHub(options: HubOptions = {}): Promise<RunningHub> {
  const own = options.data === undefined;
  const data = options.data ?? join(temporaryFolder(), 'data');
  const began = performance.now();
  const child = spawn(
    options.command ?? process.execPath,
    [
      ...(options.commandArgs ?? [MAIN]),
      ...(options.serve === false ? [] : ['serve']),
      '--port',
      '0',
      '--data',
      data,
      ...(options.args ?? []),
    ],
    {
      cwd: options.cwd ?? ROOT,
      env: plainEnvironment(options.env),
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own: a key on a terminal reaches the whole group, and npm's child with it.
      detached: true,
    },
  );
  const stdout = collect(child.stdout);
  const stderr = collect(child.stderr);
  const kill = (signal: NodeJS.Signals) => {
    try {
      process.kill(-(child.pid ?? 0), signal);
    } catch {
      // It has ended by itself.
    }
  };
  const ended: RunningHub['ended'] = new Promise((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal }));
  });
  await readyLine(child, ended, () => stdout() + stderr());
  const started = performance.now() - began;
  const url = /https?:\/\/localhost:\d+/.exec(stdout())?.[0] ?? '';
  return {
    url,
    data,
    pid: child.pid ?? 0,
    started,
    stdout,
    stderr,
    cybex: (args, more) => cybex(['--data', data, ...args], more),
    ended,
    kill,
    async stop() {
      kill('SIGTERM');
      await ended;
      if (own) rmSync(join(data, '..'), { recursive: true, force: true });
    },
  };
}

async function readyLine(
  child: ChildProcess,
  ended: Promise<unknown>,
  said: () => string,
): Promise<void> {
  const ready = new Promise<true>((resolve) => {
    child.stdout?.on('data', () => {
      if (/^(?:ready in |起動完了 )/m.test(said())) resolve(true);
    });
  });
  const first = await Promise.race([ready, ended]);
  if (first !== true) throw new Error(`the hub did not start: ${said()}`);
}

/** Resident bytes of a process, as the system counts them. */
export function residentBytes(pid: number): number {
  const status = existsSync(`/proc/${pid}/status`)
    ? readFileSync(`/proc/${pid}/status`, 'utf8')
    : '';
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024;
}
