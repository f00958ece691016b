/** A TAXII server of ours or of others as the workloads see it. */
import { join } from 'node:path';
import { startHub } from '../hub.ts';
import { objectsPath } from '../page-load.ts';

/** Python beside the sources of this folder; compiled files lie in `dist`. */
export const SCRIPTS = join(import.meta.dirname, '..', '..', '..', 'bench', 'peers');

const TAXII = 'application/taxii+json;version=2.1';
const ENVELOPE = 1000;

export interface Server {
  readonly name: string;
  readonly url: string;
  /** Credentials, where it wants any. */
  readonly headers: Readonly<Record<string, string>>;
  /** Path of the objects of the filled collection. */
  readonly readPath: string;
  /** Path of the objects of the collection that is written to. */
  readonly writePath: string;
  usage(): { readonly cpuSeconds: number; readonly residentBytes: number };
  stop(): Promise<void>;
}

/** Ours with everything on; it reads a token at every request. */
export async function startOurs(objects: readonly string[]): Promise<Server> {
  const hub = await startHub();
  const readPath = await objectsPath(hub);
  const written = await hub.api<{ id: string }>('POST', '/collections', {
    title: 'Written to',
    grants: [{ subjectKind: 'authenticated', read: true, write: true }],
  });
  const ours: Server = {
    name: 'cybex',
    url: hub.url,
    headers: { authorization: hub.authorization },
    readPath,
    writePath: `/taxii2/main/collections/${written.id}/objects/`,
    usage: hub.usage,
    stop: hub.stop,
  };
  for (let at = 0; at < objects.length; at += ENVELOPE) {
    const body = `{"objects":[${objects.slice(at, at + ENVELOPE).join(',')}]}`;
    await post({ ...ours, writePath: readPath }, body);
  }
  return ours;
}

export function getHeaders(server: Server): Readonly<Record<string, string>> {
  return { ...server.headers, accept: TAXII };
}

export function postHeaders(server: Server): Readonly<Record<string, string>> {
  return { ...getHeaders(server), 'content-type': TAXII };
}

export async function post(server: Server, body: string): Promise<void> {
  const answer = await fetch(`${server.url}${server.writePath}`, {
    method: 'POST',
    headers: postHeaders(server),
    body,
  });
  const text = await answer.text();
  if (answer.status !== 202) throw new Error(`${server.name}: ${answer.status} ${text}`);
  const { failure_count = 0 } = JSON.parse(text) as { failure_count?: number };
  if (failure_count > 0) throw new Error(`${server.name} refused ${failure_count}: ${text}`);
}

export interface Page {
  readonly objects: readonly unknown[];
  readonly next?: string;
}

export async function page(server: Server, limit: number, next = ''): Promise<Page> {
  const token = next === '' ? '' : `&next=${encodeURIComponent(next)}`;
  const answer = await fetch(`${server.url}${server.readPath}?limit=${limit}${token}`, {
    headers: getHeaders(server),
  });
  if (!answer.ok) throw new Error(`${server.name}: ${answer.status} ${await answer.text()}`);
  const { objects = [], next: after } = (await answer.json()) as Partial<Page>;
  return { objects, ...(after === undefined ? {} : { next: after }) };
}
