/** Posting test objects, waiting for them, finding out when they were added, and taking them away. */
import { microsToTimestamp } from '../../../core/timestamp.ts';
import { readTimestamp } from '../client/timestamp.ts';
import { below, withParameters } from '../client/url.ts';
import { type Bench, type KnownVersion, type Posted, statedVersion, type World } from './bench.ts';
import { type Exchange, listOf, type Probe } from './probe.ts';
import type { TestObject } from './samples.ts';

export interface SeedPlace {
  readonly probe: Probe;
  readonly root: URL;
  readonly collection: URL;
  readonly statusTimeoutMs: number;
}

const POLL_MS = { first: 50, longest: 2_000 };

/** Text of an envelope around objects. */
export function envelopeOf(objects: readonly unknown[]): string {
  return JSON.stringify({ objects });
}

export async function post(place: SeedPlace, objects: readonly TestObject[]): Promise<Posted> {
  const url = below(place.collection, 'objects');
  const answer = await place.probe.send(url, { method: 'POST', body: envelopeOf(objects) });
  const id = answer.json?.id;
  if (answer.status !== 202 || typeof id !== 'string') return { objects, answer };
  const final = await waitFor(place, id, answer);
  return { objects, answer, final };
}

async function waitFor(place: SeedPlace, id: string, first: Exchange): Promise<Exchange> {
  const url = below(place.root, 'status', id);
  let status = first;
  let waited = 0;
  let pause = POLL_MS.first;
  while (status.json?.status === 'pending' && waited < place.statusTimeoutMs) {
    await place.probe.options.sleep(pause, place.probe.options.signal);
    waited += pause;
    pause = Math.min(pause * 2, POLL_MS.longest);
    const next = await place.probe.send(url);
    if (next.status !== 200) break;
    status = next;
  }
  return status;
}

/** What was posted and not refused, with the times at which the server says that it was added. */
export async function surveyPosted(place: SeedPlace, posted: readonly Posted[]): Promise<World> {
  const accepted = posted.filter((one) => one.answer.status === 202);
  const refused = new Set(accepted.flatMap(refusedKeys));
  const objects = accepted
    .flatMap((one) => one.objects)
    .filter((object) => !refused.has(`${object.id} ${statedVersion(object)}`));
  const known: KnownVersion[] = [];
  for (const id of new Set(objects.map((object) => object.id))) {
    const rows = await manifestOf(place, id);
    for (const object of objects.filter((one) => one.id === id)) {
      const stated = statedVersion(object);
      const row = rows.find((one) => stated === '' || sameInstant(String(one.version), stated));
      const version = stated === '' ? String(row?.version ?? '') : stated;
      const added = typeof row?.date_added === 'string' ? row.date_added : '';
      const found = added === '' ? await addedByHeader(place, id, version) : added;
      known.push({ id, type: object.type, version, added: found });
    }
  }
  known.sort((a, b) => instant(a.added) - instant(b.added));
  const ours = new Set(posted.flatMap((one) => one.objects.map((object) => object.id)));
  const after = beforeFirst(known);
  return { known, after, ours };
}

function refusedKeys(posted: Posted): string[] {
  if (posted.final === undefined) return [];
  return listOf(posted.final, 'failures').map((row) => `${String(row.id)} ${String(row.version)}`);
}

/** One object at a time: how two ids are filtered is a question of its own. */
async function manifestOf(place: SeedPlace, id: string) {
  const url = withParameters(below(place.collection, 'manifest'), [
    ['match[id]', id],
    ['match[version]', 'all'],
  ]);
  const answer = await place.probe.send(url);
  return listOf(answer, 'objects').filter((row) => row.id === id);
}

/** A page with one object names its time in the header. */
async function addedByHeader(place: SeedPlace, id: string, version: string): Promise<string> {
  const parameters = version === '' ? [] : [['match[version]', version] as const];
  const answer = await place.probe.send(
    withParameters(below(place.collection, 'objects', id), parameters),
  );
  return answer.headers.get('x-taxii-date-added-last') ?? '';
}

function instant(timestamp: string): number {
  return readTimestamp(timestamp)?.micros ?? 0;
}

function sameInstant(a: string, b: string): boolean {
  return a === b || (readTimestamp(a) !== null && instant(a) === instant(b));
}

/** added_after just before the first of the known; undefined when a time is not known. */
export function beforeFirst(known: readonly KnownVersion[]): string | undefined {
  const times = known.map((one) => readTimestamp(one.added)?.micros);
  if (times.length === 0 || times.includes(undefined)) return undefined;
  return microsToTimestamp(Math.min(...(times as number[])) - 1);
}

/** Takes away whatever was posted; what does not go is named. */
export async function cleanUp(place: SeedPlace, ids: Iterable<string>): Promise<readonly string[]> {
  const left: string[] = [];
  for (const id of ids) {
    const url = below(place.collection, 'objects', id);
    const all = withParameters(url, [['match[version]', 'all']]);
    try {
      await place.probe.send(all, { method: 'DELETE' });
      // A 2.0 form beside a 2.1 form may need a second DELETE where only the latest one goes.
      const former = withParameters(all, [['match[spec_version]', '2.0,2.1']]);
      if (await isThere(place, url)) await place.probe.send(former, { method: 'DELETE' });
      if (await isThere(place, url)) left.push(id);
    } catch {
      left.push(id);
    }
  }
  return left;
}

async function isThere(place: SeedPlace, url: URL): Promise<boolean> {
  const answer = await place.probe.send(withParameters(url, [['match[spec_version]', '2.0,2.1']]));
  return answer.status === 200 && listOf(answer, 'objects').length > 0;
}

/** Where the checks post. */
export function seedPlace(bench: Bench): SeedPlace {
  return {
    probe: bench.probe,
    root: bench.root.url,
    collection: bench.target.url,
    statusTimeoutMs: bench.statusTimeoutMs,
  };
}

/** The first test object again: a duplicate changes nothing (§5.5). */
export function duplicateBody(bench: Bench): string {
  return envelopeOf((bench.samples.envelopes[0] ?? []).slice(0, 1));
}
