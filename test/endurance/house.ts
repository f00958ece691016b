/** A hub in a process of its own that can be killed and started again on the same data. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Indicators } from '../../bench/data.ts';
import { ADMINISTRATOR, MAIN, type Serving, serve } from '../../bench/serve.ts';
import { createTaxiiClient } from '../../src/exchange/taxii/client/index.ts';

export { ADMINISTRATOR };
export const TAXII = 'application/taxii+json;version=2.1';

export interface RunningHub {
  readonly url: string;
  readonly pid: number;
  /** Milliseconds from spawn to the printed address. */
  readonly startMilliseconds: number;
  kill(): Promise<void>;
  stop(): Promise<void>;
}

export async function startHub(place: Serving): Promise<RunningHub> {
  const began = performance.now();
  const { url, pid, end } = await serve(place);
  return {
    url,
    pid,
    startMilliseconds: performance.now() - began,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  };
}

export interface CommandEnd {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs `cybex` with these words to its end. */
export async function command(
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<CommandEnd> {
  const child = spawn(process.execPath, [MAIN, ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, CYBEX_LOG_LEVEL: 'error', ...environment },
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (piece) => {
    out += String(piece);
  });
  child.stderr.on('data', (piece) => {
    err += String(piece);
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out, err };
}

export async function api<T>(
  url: string,
  method: string,
  path: string,
  body?: unknown,
): Promise<T> {
  const answer = await fetch(`${url}/api/v1${path}`, {
    method,
    headers: { authorization: ADMINISTRATOR, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
  return JSON.parse(text.trim().split('\n').at(-1) ?? 'null') as T;
}

export async function mainCollection(url: string): Promise<string> {
  const { collections } = await api<{ collections: { id: string; alias?: string }[] }>(
    url,
    'GET',
    '/collections',
  );
  const main = collections.find(({ alias }) => alias === 'main');
  if (main === undefined) throw new Error('there is no main collection');
  return main.id;
}

export function objectsUrl(url: string, collection: string): string {
  return `${url}/taxii2/main/collections/${collection}/objects/`;
}

/** The status code, or 0 when the connection broke. */
export async function post(target: string, authorization: string, body: string): Promise<number> {
  try {
    const answer = await fetch(target, {
      method: 'POST',
      headers: { authorization, accept: TAXII, 'content-type': TAXII },
      body,
    });
    await answer.arrayBuffer();
    return answer.status;
  } catch {
    return 0;
  }
}

export interface FeedPage {
  readonly objects: readonly { readonly id: string; readonly modified?: string }[];
  readonly more: boolean;
  readonly next?: string;
  readonly last?: string;
}

export async function page(
  target: string,
  authorization: string,
  query: Readonly<Record<string, string>>,
): Promise<FeedPage> {
  const parameters = new URLSearchParams(query);
  const answer = await fetch(`${target}?${parameters}`, {
    headers: { authorization, accept: TAXII },
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`page: ${answer.status} ${text}`);
  const envelope = JSON.parse(text) as {
    more?: boolean;
    next?: string;
    objects?: FeedPage['objects'];
  };
  const last = answer.headers.get('x-taxii-date-added-last');
  return {
    objects: envelope.objects ?? [],
    more: envelope.more === true,
    ...(envelope.next === undefined ? {} : { next: envelope.next }),
    ...(last === null ? {} : { last }),
  };
}

/** Objects with their own text, so that a store that alters a byte is caught. */
export class Source {
  readonly #made: Indicators;

  constructor(seed: number) {
    this.#made = new Indicators(seed);
  }

  objects(count: number, marking?: string): { readonly id: string; readonly text: string }[] {
    return Array.from({ length: count }, () => {
      const text = this.#made.one(marking);
      return { id: (JSON.parse(text) as { id: string }).id, text };
    });
  }
}

export function envelope(objects: readonly { readonly text: string }[]): string {
  return `{"objects":[${objects.map(({ text }) => text).join(',')}]}`;
}

/** Hubs come and go on other ports; the follower knows one address. */
const ADDRESS = 'http://127.0.0.1:1';
export const API_ROOT = `${ADDRESS}/taxii2/main/`;

/** Our own TAXII client, as the administrator. */
export function clientOf(url: string) {
  return createTaxiiClient({
    url: `${ADDRESS}/taxii2/`,
    auth: { bearer: ADMINISTRATOR.replace('Bearer ', '') },
    fetch: (input, init) => fetch(input.replace(ADDRESS, url), init),
  });
}
